// The story of a task: events of the journal -> what each changed that a reader may see. Pure.
import type { ChangeGroup } from '../journal/change-rules.ts';
import type { Day } from '../time.ts';
import { changesOf } from './replay-rules.ts';
import type { PastEvent } from './queries.ts';

/** One thing that an event changed. `shares`: of whom, as far as they may be seen; `others`: how many more. */
export type StoryLine =
  | { what: 'executors' | 'left'; shares: number[]; others: number }
  | { what: 'state'; shares: number[]; others: number; before: string; after: string }
  | { what: 'date'; shares: number[]; others: number; before: Day | null; after: Day | null }
  | { what: 'blocked' | 'role'; shares: number[]; others: number; after: string }
  | { what: 'task-date'; before: Day | null; after: Day | null }
  | { what: 'text' | 'controller' }
  | { what: 'mark'; mark: 'specialControl' | 'confidential' | 'public'; on: boolean }
  | { what: 'request'; before: Day | null; after: Day | null };

export type StoryEvent = {
  at: Date;
  verb: string;
  personId: number | null;
  postId: number | null;
  lines: StoryLine[];
};

/** Ids of shares: those the reader may see one by one, and those that may at least be counted (these among them). */
export type Sight = { visible: Set<number>; known: Set<number> };

const marks = ['specialControl', 'confidential', 'public'] as const;
/** Steps of the bot's own that say nothing to a reader. */
const silent = ['tasks.redrafted', 'reports.file-removed', 'tasks.newcomers-offered'];

/**
 * The events of one task in the order they happened, each with what may be seen of it: what concerns only shares that the reader may
 * not see is left out, and counted where it is beside others and may be known of.
 */
export function storyOf(events: PastEvent[], taskId: number, sight: Sight): StoryEvent[] {
  return events.flatMap((event): StoryEvent[] => {
    const { at, verb, data, actorPersonId: personId, actorPostId: postId } = event;
    if (silent.includes(verb)) return [];
    const groups = changesOf(data).filter((group) => belongs(group, taskId));
    const lines = merged(groups.flatMap((group) => linesOf(group, sight)));
    if (lines.length === 0 && !concerns(event, taskId, groups, sight.visible)) return [];
    return [{ at, verb, personId, postId, lines }];
  });
}

/** The same said of several shares is one line. */
function merged(lines: StoryLine[]): StoryLine[] {
  const known = new Map<string, StoryLine>();
  for (const line of lines) {
    const key = JSON.stringify('shares' in line ? { ...line, shares: [], others: 0 } : line);
    const same = known.get(key);
    if (!same) known.set(key, { ...line });
    else if ('shares' in same && 'shares' in line) {
      same.shares = [...same.shares, ...line.shares];
      same.others += line.others;
    }
  }
  return [...known.values()];
}

function belongs(group: ChangeGroup, taskId: number): boolean {
  return group.entity === 'task' ? group.ids.includes(taskId) : group.taskId === taskId;
}

/** An event without a visible change is told where it is about the task as a whole, or about a share that may be seen. */
function concerns({ entity, entityId, data }: PastEvent, taskId: number, groups: ChangeGroup[], visible: Set<number>) {
  const share = entity === 'participation' ? entityId : data['participationId'];
  if (typeof share === 'number') return visible.has(share);
  // One act about many requests: of several tasks, so that it names its shares.
  const shares = entity === 'extension' ? data['shares'] : null;
  if (Array.isArray(shares)) return shares.some((id) => typeof id === 'number' && visible.has(id));
  return (entity === 'task' && entityId === taskId) || groups.some((group) => group.entity === 'task');
}

function linesOf(group: ChangeGroup, sight: Sight): StoryLine[] {
  if (group.entity === 'task') return taskLines(group);
  if (group.entity === 'extension') return requestLines(group, sight.visible);
  return group.entity === 'participation' ? shareLines(group, sight) : [];
}

function taskLines({ before, after }: ChangeGroup): StoryLine[] {
  if (!before || !after) return [];
  const lines: StoryLine[] = [];
  if ('due' in after) lines.push({ what: 'task-date', before: dayOf(before['due']), after: dayOf(after['due']) });
  if ('textKk' in after || 'textRu' in after) lines.push({ what: 'text' });
  if ('controllerPostId' in after) lines.push({ what: 'controller' });
  for (const mark of marks) if (mark in after) lines.push({ what: 'mark', mark, on: after[mark] === true });
  return lines;
}

/** What was asked for; "for all" moves dates that nobody asked about, they are told as dates. */
function requestLines({ before, after }: ChangeGroup, visible: Set<number>): StoryLine[] {
  const share = after?.['participationId'];
  if (before !== null || !after || after['state'] === 'approved') return [];
  if (typeof share !== 'number' || !visible.has(share)) return [];
  return [{ what: 'request', before: dayOf(after['oldDue']), after: dayOf(after['proposedDue']) }];
}

function shareLines({ ids, before, after }: ChangeGroup, { visible, known }: Sight): StoryLine[] {
  const shares = ids.filter((id) => visible.has(id));
  if (shares.length === 0) return [];
  const whom = { shares, others: ids.filter((id) => known.has(id)).length - shares.length };
  if (before === null) return [{ what: 'executors', ...whom }];
  if (after === null) return [{ what: 'left', ...whom }];
  const lines: StoryLine[] = [];
  if ('state' in after)
    lines.push({ what: 'state', ...whom, before: String(before['state']), after: String(after['state']) });
  if ('due' in after) lines.push({ what: 'date', ...whom, before: dayOf(before['due']), after: dayOf(after['due']) });
  if ('blocked' in after) lines.push({ what: 'blocked', ...whom, after: after['blocked'] === true ? 'yes' : 'no' });
  if ('role' in after) lines.push({ what: 'role', ...whom, after: String(after['role']) });
  return lines;
}

function dayOf(value: unknown): Day | null {
  return typeof value === 'string' ? value : null;
}
