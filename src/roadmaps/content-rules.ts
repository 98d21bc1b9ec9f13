// What a roadmap says, as it is kept with each version, written to a workbook and compared with what was on screen. Pure.
import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { TaskTerm } from '../generated/prisma/client.ts';
import type { Clock, Day } from '../time.ts';
import { maxName } from './import-rules.ts';

export type MeasureContent = {
  measureId: number;
  taskId: number;
  /** '1.2': the second measure of the first section. */
  number: string;
  text: string;
  form: string | null;
  term: TaskTerm;
  due: Day | null;
  dueTime: Clock | null;
  /** Posts, the responsible one first. */
  executors: number[];
  note: string | null;
  /** Indicators by which it is judged, in their order. */
  indicatorIds: number[];
  /** `milestoneId`: whose marks count, whatever it is called since; null where an older version does not tell. */
  milestones: { milestoneId: number | null; name: string; due: Day }[];
};
export type SectionContent = { name: string; measures: MeasureContent[] };
export type RoadmapContent = { name: string; from: Day | null; to: Day | null; sections: SectionContent[] };

/** Eight hex digits of what a roadmap says: a press that was made for other words is refused. */
export function stampOf(content: RoadmapContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}

/** 'II. Кадры' as it was written; '2. Кадры' where the words have no number of their own. */
export function numberedName(name: string, n: number): string {
  return /^(?:[IVXІ\d]+[.)]|\d+\s*-?\s*(?:бөлім|раздел)|раздел|бөлім|section)/iu.test(name) ? name : `${n}. ${name}`;
}

/** All measures in their order. */
export function measuresOf({ sections }: RoadmapContent): MeasureContent[] {
  return sections.flatMap(({ measures }) => measures);
}

/** A name that is something. Throws UserError for an empty one. */
export function checkedName(name: string): string {
  const clean = name.trim();
  if (clean === '') throw new UserError('roadmaps-name-empty');
  return clean.slice(0, maxName);
}
