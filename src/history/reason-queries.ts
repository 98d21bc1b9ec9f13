// Why something was done: the words of reasons, which the journal keeps as digests only, from the tables of who gave them.
import type { App } from '../app.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import type { TaskView } from '../tasks/queries.ts';
import type { PastEvent } from './queries.ts';

type ReasonOf = (event: PastEvent) => string | null;

/**
 * The reason of each event of a task: of a return, a withdrawn share, a request for time and its refusal, a correction, the end of the
 * task. Whoever may read the event may read it, for its executor was told; null where there is none or a later one took its place. Three statements.
 */
export async function reasonsFor(app: App, task: TaskView, events: PastEvent[]): Promise<ReasonOf> {
  const idsOf = (entity: string): number[] =>
    events.flatMap((one) => (one.entity === entity ? (one.entityId ?? []) : []));
  const returned = events.flatMap(({ verb, data }) => (verb === 'reports.returned' ? numberOf(data['reportId']) : []));
  const wanted = [...idsOf('report'), ...returned];
  const reports = await app.db.report.findMany({ where: { id: { in: wanted } }, select: { id: true, comment: true } });
  const requests = await app.db.extension.findMany({
    where: { id: { in: idsOf('extension') } },
    select: { id: true, reason: true, comment: true, state: true },
  });
  const corrections = await app.db.taskCorrection.findMany({
    where: { taskId: task.taskId },
    select: { id: true, reason: true },
  });
  const shares = new Map(task.participations.map((share) => [share.participationId, share]));
  const words: Record<string, ReasonOf> = {
    'reports.returned': ({ entity, entityId, data }) => {
      const id = entity === 'report' ? entityId : numberOf(data['reportId'])[0];
      return reports.find((one) => one.id === id)?.comment ?? null;
    },
    'extensions.requested': ({ entityId }) => requests.find(({ id }) => id === entityId)?.reason ?? null,
    'extensions.declined': ({ entityId }) => requests.find(({ id }) => id === entityId)?.comment ?? null,
    'tasks.corrected': ({ data }) => corrections.find(({ id }) => id === data['correctionId'])?.reason ?? null,
    'tasks.cancelled': () => (task.state === 'cancelled' ? task.closingReason : null),
    'tasks.closed': () => (task.state === 'closed' ? task.closingReason : null),
  };
  const gone: ReasonOf = ({ entity, entityId, data }) => {
    const id = entity === 'participation' ? entityId : numberOf(data['participationId'])[0];
    const share = shares.get(id ?? 0);
    return share?.state === 'withdrawn' ? (share.stateReason ?? null) : null;
  };
  Object.assign(words, { 'participations.withdrawn': gone, 'participations.waived': gone });
  return (event) => {
    const said = words[event.verb]?.(event) ?? null;
    return said === null ? null : mask(said);
  };
}

function numberOf(value: unknown): number[] {
  return typeof value === 'number' ? [value] : [];
}
