// What an event about a post says of its hand-over, and one line of the act. Pure.
import type { JsonObject } from '../journal/rules.ts';
import type { TaskView } from '../tasks/queries.ts';
import type { Day } from '../time.ts';

export type HandOver = { postId: number; fromPersonIds: number[]; toPersonId: number | null };

export type ActLine = {
  task: TaskView;
  state: string;
  first: Day | null;
  due: Day | null;
  /** Working days past the date. */
  overdue: number;
  blocked: boolean;
  /** Number and date only: the reader takes no part in a confidential task. */
  discreet: boolean;
};

/** The act in one language as plain words, for the thread that sets it. */
export type ActPage = {
  title: string;
  number: string;
  /** Post, organisation, who gives and who takes; then what lies on the post. */
  facts: string[];
  totals: string[];
  columns: string[];
  rows: string[][];
  /** Said in the place of a table without rows. */
  none: string;
  /** 'Сдал(а)' with the name, empty where it is not known. */
  signatures: { label: string; name: string }[];
  note: string;
};

/** Who gave the post to whom; null for an appointment to a post that nobody held. */
export function readHandOver(verb: string, postId: number, data: JsonObject): HandOver | null {
  const person = typeof data['personId'] === 'number' ? data['personId'] : null;
  if (verb === 'people.left') return person === null ? null : { postId, fromPersonIds: [person], toPersonId: null };
  const before = Array.isArray(data['before']) ? data['before'].filter((id) => typeof id === 'number') : [];
  return before.length > 0 ? { postId, fromPersonIds: before, toPersonId: person } : null;
}

/** The hand-overs of an import of the roster: posts whose holder the file named anew. */
export function readImported(data: JsonObject): HandOver[] {
  const holders = Array.isArray(data['holders']) ? (data['holders'] as JsonObject[]) : [];
  return holders.flatMap((one) => {
    const postId = typeof one['postId'] === 'number' ? one['postId'] : 0;
    return readHandOver('org.roster-imported', postId, one) ?? [];
  });
}
