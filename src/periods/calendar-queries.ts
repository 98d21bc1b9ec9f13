// Reads of the settings of time of an organisation.
import type { App } from '../app.ts';
import type { DayOffPolicy } from '../generated/prisma/client.ts';

export type OrgTimesView = {
  orgId: number;
  nameKk: string;
  nameRu: string;
  path: string;
  week: number;
  policy: DayOffPolicy;
};

/** Week and day-off policy of an organisation; null when it is closed or there is none. */
export async function orgTimes(app: App, orgId: number): Promise<OrgTimesView | null> {
  const org = await app.db.organisation.findFirst({ where: { id: orgId, closedAt: null } });
  if (!org) return null;
  const { nameKk, nameRu, path, week, dayOffPolicy } = org;
  return { orgId, nameKk, nameRu, path, week, policy: dayOffPolicy };
}
