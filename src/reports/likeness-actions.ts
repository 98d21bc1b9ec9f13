// Reports are compared when those who judge are told of them; what is found is kept beside the report and decides nothing.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Text, textsOfPeople, textsOfTasks, textsToCheck } from './likeness-queries.ts';
import {
  addTo,
  emptyIndex,
  featuresOf,
  type Features,
  type Likeness,
  mostAlike,
  repeatsTask,
  stemSet,
} from './likeness-rules.ts';

/**
 * Notes of these reports what they are like: the text of their task, another executor's earlier report on it, or one of the person's own
 * on another share. A few statements and one pass over the texts of each task, however many there are. Joins the transaction of the caller.
 */
export async function checkLikeness(app: App, reportIds: number[]): Promise<void> {
  const texts = reportIds.length === 0 ? [] : await textsToCheck(app, reportIds);
  if (texts.length === 0) return;
  const found = new Map<number, Likeness>();
  const note = (reportId: number, likeness: Likeness): void => {
    const known = found.get(reportId);
    if (!known || known.share < likeness.share) found.set(reportId, likeness);
  };
  for (const { reportId, text, task } of texts) {
    const share = repeatsTask(text, task);
    if (share !== null) note(reportId, { kind: 'task', share: rounded(share) });
  }
  compareWithTasks(texts, await textsOfTasks(app, unique(texts.map(({ taskId }) => taskId))), note);
  compareWithOwn(texts, await textsOfPeople(app, unique(texts.map(({ personId }) => personId))), note);
  if (found.size === 0) return;
  const rows = [...found].map(([id, likeness]) => ({ id, likeness }));
  await app.db.$executeRaw(Prisma.sql`
    UPDATE report r SET likeness = v.likeness
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id int, likeness jsonb) WHERE r.id = v.id`);
}

type Note = (reportId: number, likeness: Likeness) => void;

/** In the order of filing: whoever wrote it first copied from nobody. */
function compareWithTasks(texts: (Text & { task: string })[], all: Text[], note: Note): void {
  for (const taskId of unique(texts.map((text) => text.taskId))) {
    const wanted = new Map(texts.filter((text) => text.taskId === taskId).map((text) => [text.reportId, text]));
    const task = stemSet([...wanted.values()][0]?.task ?? '');
    const index = emptyIndex();
    for (const other of all.filter((text) => text.taskId === taskId)) {
      const features = featuresOf(other.text, task);
      const twin = wanted.has(other.reportId) ? mostAlike(features, index) : null;
      if (twin) note(other.reportId, { kind: 'other', reportId: twin.reportId, share: rounded(twin.share) });
      addTo(index, { reportId: other.reportId, features });
    }
  }
}

function compareWithOwn(texts: (Text & { task: string })[], earlier: Text[], note: Note): void {
  const known = new Map<number, Features>();
  for (const { reportId, participationId, personId, text, task } of texts) {
    const own = earlier.filter((each) => each.personId === personId && each.reportId < reportId);
    const index = emptyIndex();
    for (const each of own) {
      // The next version of the same report is like it, as it should be.
      if (each.participationId === participationId) continue;
      const features = known.get(each.reportId) ?? featuresOf(each.text);
      known.set(each.reportId, features);
      addTo(index, { reportId: each.reportId, features });
    }
    const twin = mostAlike(featuresOf(text, stemSet(task)), index);
    if (twin) note(reportId, { kind: 'own', reportId: twin.reportId, share: rounded(twin.share) });
  }
}

function unique(ids: number[]): number[] {
  return [...new Set(ids)];
}

function rounded(share: number): number {
  return Math.round(Math.min(1, share) * 100) / 100;
}
