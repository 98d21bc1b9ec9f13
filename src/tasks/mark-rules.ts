// Marks of a task: special control, confidential, public; who may set which, and which exclude each other. Pure.
import { may } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { controlledTask } from './access-rules.ts';
import type { TaskView } from './queries.ts';

export const marks = ['confidential', 'public', 'specialControl'] as const;
export type Mark = (typeof marks)[number];

/** The mark of a button; null for what never came from us. */
export function readMark(name: string | undefined): Mark | null {
  return marks.find((mark) => mark === name) ?? null;
}

const action = {
  confidential: 'tasks.mark-confidential',
  public: 'tasks.mark-public',
  specialControl: 'tasks.mark-special',
} as const;

/**
 * The post with which the actor may set or take away the mark of an issued task: whoever decides about it; special control is the
 * akim's alone (product rules, rights). Null when none may.
 */
export function markingPost(actor: Actor, task: TaskView, mark: Mark): PostHeld | null {
  const subject = { ...controlledTask(task), taskState: task.state };
  // Without its issuer the table leaves the akim of the tree alone.
  return may(actor, action[mark], mark === 'specialControl' ? { ...subject, issuerPostId: null } : subject);
}

/** Marks that the actor may change now; of a draft its author those that say who may read. */
export function changeableMarks(actor: Actor, task: TaskView): Mark[] {
  if (task.state === 'draft')
    return task.draftedById === actor.personId && !task.resolution ? ['confidential', 'public'] : [];
  return marks.filter((mark) => markingPost(actor, task, mark) !== null);
}
