// importRoster: the whole file or nothing, in one transaction; and the links of those who have not joined.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { followClasses } from './class-actions.ts';
import { endDelegations } from './delegation-actions.ts';
import { inviteKey } from './invite-actions.ts';
import { inviteToken, tokenHash } from './invite-rules.ts';
import { may } from './rights.ts';
import { loadCurrentRoster, openInvites } from './roster-queries.ts';
import type { RosterRow } from './roster-files.ts';
import { planDigest } from './roster-diff-rules.ts';
import { type CurrentRoster, planRoster, type RosterPlan } from './roster-rules.ts';
import { closedOrganisations, closedPosts, reopenOrganisations, reopenPosts } from './roster-reopen-actions.ts';
import {
  endAppointments,
  insertInvites,
  insertOrganisations,
  insertPeople,
  insertPosts,
  type NewInvite,
  type OrgRow,
  takeIds,
  updateOrganisations,
  updatePeople,
  updatePosts,
} from './roster-write-actions.ts';
import type { Actor } from './rules.ts';

/** `links`: token of the invitation by row number, for rows whose person has not joined. */
export type ImportResult = { plan: RosterPlan; links: Map<number, string> };

/** What the file would change, without changing it. Throws UserError for anybody but an administrator. */
export async function previewRoster(app: App, actor: Actor, options: { rows: RosterRow[] }): Promise<RosterPlan> {
  requireImporter(actor);
  return planRoster(options.rows, await loadCurrentRoster(app), app.config.defaultLanguage);
}

/**
 * Imports the rows: all of them or none. The same rows again write nothing and give the same links.
 * `expected` is the digest of the plan that was shown: where the roster was changed since, nothing is written.
 * Throws UserError for anybody but an administrator, when a row is faulty, and when the plan is another one by now.
 */
export async function importRoster(
  app: App,
  actor: Actor,
  options: { rows: RosterRow[]; expected?: string },
): Promise<ImportResult> {
  requireImporter(actor);
  return transaction(app, async (app) => {
    await app.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('org.roster'))`;
    const current = await loadCurrentRoster(app);
    const plan = planRoster(options.rows, current, app.config.defaultLanguage);
    if (plan.errors.length > 0) throw new UserError('org-roster-faulty-now');
    if (options.expected !== undefined && planDigest(plan) !== options.expected)
      throw new UserError('org-roster-changed-meanwhile');
    const orgs = await writeOrganisations(app, plan, current);
    const postIds = await writePosts(app, plan, orgs);
    const personIds = await writePeople(app, actor, plan, postIds);
    const { links, invited } = await inviteHolders(app, actor, plan, postIds);
    await journal(app, actor, plan, { orgs, postIds, personIds, invited });
    return { plan, links };
  });
}

function requireImporter(actor: Actor): void {
  if (!may(actor, 'org.import')) throw new UserError('org-roster-not-allowed');
}

/** Every organisation with id, path and root, by code. */
async function writeOrganisations(app: App, plan: RosterPlan, current: CurrentRoster): Promise<Map<string, OrgRow>> {
  const closed = await closedOrganisations(
    app,
    plan.orgsAdded.map(({ code }) => code),
  );
  const fresh = await takeIds(app, 'organisation', plan.orgsAdded.length);
  const ids = plan.orgsAdded.map(({ code }, index) => closed.get(code) ?? fresh[index] ?? 0);
  const changes = new Map(plan.orgsChanged.map(({ id, after }) => [id, after]));
  const wanted = [
    ...current.organisations.map((org) => ({ ...org, ...changes.get(org.id) })),
    ...plan.orgsAdded.map((org, index) => ({ ...org, id: ids[index] ?? 0, path: '' })),
  ];
  const byCode = new Map(wanted.map((org) => [org.code, org]));
  const pathOf = (org: (typeof wanted)[number]): string => {
    const above = org.parent === null ? undefined : byCode.get(org.parent);
    return `${above ? pathOf(above) : '/'}${org.id}/`;
  };
  const rows = wanted.map(({ parent, ...org }) => {
    const path = pathOf({ ...org, parent });
    const parentId = parent === null ? null : (byCode.get(parent)?.id ?? null);
    return { ...org, parentId, path, rootId: Number(path.split('/')[1]) };
  });
  const before = new Map(current.organisations.map(({ id, path }) => [id, path]));
  const again = new Set(closed.values());
  await insertOrganisations(
    app,
    rows.filter(({ id }) => !before.has(id) && !again.has(id)),
  );
  await reopenOrganisations(
    app,
    rows.filter(({ id }) => again.has(id)),
  );
  await updateOrganisations(
    app,
    rows.filter(({ id, path }) => before.has(id) && (changes.has(id) || before.get(id) !== path)),
  );
  if (rows.some(({ id, path }) => before.has(id) && before.get(id) !== path)) await followClasses(app);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Id of the post that each row names, by row number. */
async function writePosts(app: App, plan: RosterPlan, orgs: Map<string, OrgRow>): Promise<Map<number, number>> {
  const closed = await closedPosts(
    app,
    [...orgs.values()].map(({ id }) => id),
  );
  const fresh = await takeIds(app, 'post', plan.postsAdded.length);
  const ids = plan.postsAdded.map(({ code, role, nameRu }, index) => {
    return closed.get(`${orgs.get(code)?.id} ${role} ${nameRu}`) ?? fresh[index] ?? 0;
  });
  const added = plan.postsAdded.map(({ code, role, nameKk, nameRu, aliases, line }, index) => {
    const orgId = orgs.get(code)?.id ?? 0;
    return { id: ids[index] ?? 0, orgId, role, nameKk, nameRu, aliases, line };
  });
  const again = new Set(closed.values());
  await insertPosts(
    app,
    added.filter(({ id }) => !again.has(id)),
  );
  await reopenPosts(
    app,
    added.filter(({ id }) => again.has(id)),
  );
  await updatePosts(app, plan.postsChanged);
  const known = plan.posts.flatMap(({ id, line }) => (id === null ? [] : [[line, id] as const]));
  return new Map([...known, ...added.map(({ line, id }) => [line, id] as const)]);
}

async function writePeople(app: App, actor: Actor, plan: RosterPlan, postIds: Map<number, number>): Promise<number[]> {
  const ids = await takeIds(app, 'person', plan.holdersAdded.length);
  await endAppointments(
    app,
    plan.holdersAdded.flatMap(({ replaces }) => replaces.map((one) => one.appointmentId)),
  );
  const handedOver = plan.holdersAdded.filter(({ replaces }) => replaces.length > 0);
  await endDelegations(
    app,
    actor,
    handedOver.map(({ line }) => postIds.get(line) ?? 0),
  );
  const people = plan.holdersAdded.map(({ line, replaces: _, ...person }, index) => {
    return { ...person, id: ids[index] ?? 0, postId: postIds.get(line) ?? 0 };
  });
  await insertPeople(app, people);
  await updatePeople(app, plan.peopleChanged);
  return ids;
}

/** A link for every holder of the file who has not joined: the open one, or a new one. */
async function inviteHolders(app: App, actor: Actor, plan: RosterPlan, postIds: Map<number, number>) {
  const { posts } = await loadCurrentRoster(app);
  const holders = new Map(posts.map(({ id, holders }) => [id, holders]));
  const waiting = plan.posts.flatMap(({ line }) => {
    const postId = postIds.get(line) ?? 0;
    const person = (holders.get(postId) ?? []).find(({ joined }) => !joined);
    return person ? [{ line, postId, personId: person.personId }] : [];
  });
  const open = await openInvites(
    app,
    waiting.map(({ personId }) => personId),
  );
  const key = await inviteKey(app);
  const token = (inviteId: number): string => inviteToken(key, inviteId);
  const shown = new Map(
    open
      .filter((invite) => invite.tokenHash === tokenHash(token(invite.id)))
      .map((invite) => [`${invite.personId} ${invite.postId}`, invite.id]),
  );
  const missing = waiting.filter(({ personId, postId }) => !shown.has(`${personId} ${postId}`));
  const invites: NewInvite[] = missing.map(({ personId, postId }) => ({ personId, postId }));
  const inviteIds = await insertInvites(app, invites, actor.personId);
  missing.forEach(({ personId, postId }, index) => shown.set(`${personId} ${postId}`, inviteIds[index] ?? 0));
  const links = waiting.map(
    ({ line, personId, postId }) => [line, token(shown.get(`${personId} ${postId}`) ?? 0)] as const,
  );
  return { links: new Map(links), invited: missing.map(({ line }, index) => ({ line, id: inviteIds[index] ?? 0 })) };
}

type Written = {
  orgs: Map<string, OrgRow>;
  postIds: Map<number, number>;
  personIds: number[];
  invited: { line: number; id: number }[];
};

/** One event in the chain of every tree in which something changed. */
async function journal(app: App, actor: Actor, plan: RosterPlan, written: Written): Promise<void> {
  const roots = new Set([...written.orgs.values()].map(({ rootId }) => rootId));
  for (const root of roots) {
    const data = changesIn(root, plan, written);
    if (Object.values(data).every((list) => list.length === 0)) continue;
    const event = { verb: 'org.roster-imported', entity: 'organisation', entityId: root, rootOrgId: root, data };
    await record(app, { ...event, actor: { personId: actor.personId }, chatId: actor.chatId });
  }
}

function changesIn(root: number, plan: RosterPlan, { orgs, postIds, personIds, invited }: Written) {
  const rootOf = new Map(plan.posts.map(({ line, code }) => [line, orgs.get(code)?.rootId]));
  const here = ({ line }: { line: number }): boolean => rootOf.get(line) === root;
  const own = new Set([...orgs.values()].filter(({ rootId }) => rootId === root).map(({ id }) => id));
  const changed = new Set(plan.postsChanged.map(({ id }) => id));
  const holders = plan.holdersAdded.map(({ line, replaces }, index) => {
    const before = replaces.map(({ personId }) => personId);
    return { line, postId: postIds.get(line) ?? 0, personId: personIds[index] ?? 0, before };
  });
  return {
    orgsAdded: plan.orgsAdded.map(({ code }) => orgs.get(code)?.id ?? 0).filter((id) => own.has(id)),
    orgsChanged: plan.orgsChanged.filter(({ id }) => own.has(id)).map(orgChange),
    postsAdded: plan.postsAdded.filter(here).map(({ line }) => postIds.get(line) ?? 0),
    postsChanged: plan.posts.filter((post) => here(post) && changed.has(post.id ?? 0)).map(({ id }) => id),
    holders: holders.filter(here).map(({ line: _, ...holder }) => holder),
    peopleChanged: plan.peopleChanged.filter(here).map(({ id }) => id),
    invites: invited.filter(here).map(({ id }) => id),
  };
}

/** What changed in an organisation: values that are codes and numbers, of names only that they changed. */
function orgChange({ id, before, after }: RosterPlan['orgsChanged'][number]): JsonObject {
  const coded = ['type', 'ownership', 'subordination', 'week', 'number'] as const;
  const pick = (from: typeof before): JsonObject =>
    Object.fromEntries(coded.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  return { id, fields: Object.keys(after), before: pick(before), after: pick(after) };
}
