// Whether reminders and lists of a group name the late: its own setting, or that of the organisation's reminder policy.
import type { App } from '../app.ts';
import type { NamingPolicy } from '../generated/prisma/client.ts';
import { type Naming, usualNaming } from './rules.ts';

/** The naming that holds in a group: of `organisation` that of the nearest organisation above which sets one. One statement at most. */
export async function namingIn(app: App, place: { naming: NamingPolicy; orgPath: string }): Promise<Naming> {
  if (place.naming !== 'organisation') return place.naming;
  const orgIds = place.orgPath.split('/').filter(Boolean).map(Number);
  const rows = await app.db.reminderPolicy.findMany({
    where: { orgId: { in: orgIds }, naming: { not: null } },
    select: { orgId: true, naming: true },
  });
  const nearest = rows.toSorted((a, b) => orgIds.indexOf(b.orgId ?? 0) - orgIds.indexOf(a.orgId ?? 0))[0]?.naming;
  return nearest && nearest !== 'organisation' ? nearest : usualNaming;
}
