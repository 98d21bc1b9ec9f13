// Reads for the roster: what stands now, to compare a file with; which invitations are open.
import type { App } from '../app.ts';
import { dayIn, dayToDb } from '../time.ts';
import type { CurrentHolder, CurrentOrg, CurrentPost, CurrentRoster } from './roster-rules.ts';

/** Open organisations, their open posts and who holds them today (not who substitutes); names of their closed posts. */
export async function loadCurrentRoster(app: App): Promise<CurrentRoster> {
  const orgs = await app.db.organisation.findMany({ where: { closedAt: null }, orderBy: { id: 'asc' } });
  const posts = await app.db.post.findMany({ where: { closedAt: null }, orderBy: { id: 'asc' } });
  const codes = new Map(orgs.map(({ id, code }) => [id, code]));
  const holders = await loadHolders(app);
  const organisations: CurrentOrg[] = orgs.map((org) => ({
    ...org,
    parent: org.parentId === null ? null : (codes.get(org.parentId) ?? null),
  }));
  const known: CurrentPost[] = posts.flatMap(({ id, orgId, role, nameKk, nameRu, aliases }) => {
    const code = codes.get(orgId);
    return code === undefined ? [] : [{ id, code, role, nameKk, nameRu, aliases, holders: holders.get(id) ?? [] }];
  });
  const ended = await app.db.post.findMany({ where: { closedAt: { not: null }, org: { closedAt: null } } });
  const closed = ended.map(({ orgId, role, nameRu }) => ({ code: codes.get(orgId) ?? '', role, nameRu }));
  return { organisations, posts: known, closed };
}

async function loadHolders(app: App): Promise<Map<number, CurrentHolder[]>> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const appointments = await app.db.appointment.findMany({
    where: { kind: 'holder', fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
    include: { person: true },
    orderBy: { id: 'asc' },
  });
  const holders = new Map<number, CurrentHolder[]>();
  for (const { id, postId, person } of appointments) {
    const { surname, given, patronymic, gender, locale } = person;
    const names = { surname, given, patronymic, gender, locale };
    const holder = { ...names, personId: person.id, appointmentId: id, joined: person.telegramId !== null };
    holders.set(postId, [...(holders.get(postId) ?? []), holder]);
  }
  return holders;
}

export type OpenInvite = { id: number; personId: number; postId: number; tokenHash: string };

/** Invitations of people to posts that can still be opened. */
export async function openInvites(app: App, personIds: number[]): Promise<OpenInvite[]> {
  const invites = await app.db.invite.findMany({
    where: { personId: { in: personIds }, usedAt: null, revokedAt: null, expiresAt: { gt: app.now() } },
    orderBy: { id: 'asc' },
  });
  return invites.flatMap(({ id, personId, postId, tokenHash }) =>
    personId === null || postId === null ? [] : [{ id, personId, postId, tokenHash }],
  );
}
