// Reports that wait and say the same in a few words: what one press a page may accept.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import { isInTime } from '../tasks/rules.ts';
import type { Clock, Day } from '../time.ts';
import { missingEvidence } from './evidence-rules.ts';
import { type Waiting, waitingReports } from './review-queries.ts';
import { sameWords } from './rules.ts';

/** Reports of one task with the same few words, the oldest first. */
export type SameReports = { words: string; reportIds: number[] };

/** A report as it is compared; `due` and `dueTime` of its share, `form` the completion form of its task. */
type Compared = {
  id: number;
  taskId: number;
  text: string;
  at: string;
  due: Day | null;
  dueTime: Clock | null;
  form: string | null;
  files: { kind: string; mime: string | null }[];
};

/**
 * Groups of two or more reports that wait for the actor and say the same: in time, nothing missing of the evidence, like no other
 * text, not under special control. The largest first. `waiting` where it is known already. Two statements at most.
 */
export async function sameReports(app: App, actor: Actor, waiting?: Waiting[]): Promise<SameReports[]> {
  const ids = (waiting ?? (await waitingReports(app, actor))).flatMap((one) => (one.special ? [] : [one.reportId]));
  if (ids.length < 2) return [];
  const groups = new Map<string, SameReports>();
  const wordsOf = remembered(sameWords);
  for (const { id, taskId, text, at, due, dueTime, form, files } of await comparedReports(app, ids)) {
    const words = wordsOf(text);
    if (words === null || !isInTime(app.zone, { due, dueTime }, new Date(at))) continue;
    if (missingEvidence(form, { text, files }).length > 0) continue;
    const group = groups.get(`${taskId}/${words}`) ?? { words: text, reportIds: [] };
    group.reportIds.push(id);
    groups.set(`${taskId}/${words}`, group);
  }
  return [...groups.values()]
    .filter(({ reportIds }) => reportIds.length > 1)
    .toSorted((a, b) => b.reportIds.length - a.reportIds.length);
}

/** Those of the reports that are like no other text, the oldest first; one value, as hundreds of rows cost the driver most. */
async function comparedReports(app: App, ids: number[]): Promise<Compared[]> {
  const [row] = await app.db.$queryRaw<{ reports: Compared[] }[]>`
    SELECT coalesce(json_agg(json_build_object('id', r.id, 'taskId', p.task_id, 'text', coalesce(r.text, ''), 'at', r.submitted_at,
      'due', p.due, 'dueTime', p.due_time, 'form', t.completion_form, 'files', coalesce((
        SELECT json_agg(json_build_object('kind', f.kind, 'mime', f.mime)) FROM attachment f WHERE f.report_id = r.id), '[]'))
      ORDER BY r.submitted_at, r.id), '[]') AS reports
    FROM report r JOIN participation p ON p.id = r.participation_id JOIN task t ON t.id = p.task_id
    WHERE r.id = ANY (${ids}::int[]) AND r.likeness IS NULL`;
  return row?.reports ?? [];
}

/** The same answer for the same words: of hundreds of reports most say "done". */
function remembered(read: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const words = known.get(text) ?? (known.has(text) ? null : read(text));
    known.set(text, words);
    return words;
  };
}
