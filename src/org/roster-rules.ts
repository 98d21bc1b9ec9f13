// planRoster: what a roster file would change, and every fault in it, row by row. Pure: the dry run and the import make the same plan.
import type { Gender, OrgType, Ownership, Role, Subordination } from '../generated/prisma/client.ts';
import type { RosterRow } from './roster-files.ts';
import { planOrganisations } from './roster-org-rules.ts';
import { planPosts } from './roster-post-rules.ts';
import type { Change, RowError } from './roster-cell-rules.ts';

export type OrgFields = {
  nameKk: string;
  nameRu: string;
  type: OrgType;
  ownership: Ownership;
  subordination: Subordination;
  week: number;
  number: string | null;
  aliases: string[];
  /** Code of the organisation above; null for a root. */
  parent: string | null;
};
export type CurrentOrg = OrgFields & { id: number; code: string; path: string };

export type PersonFields = {
  surname: string;
  given: string;
  patronymic: string | null;
  gender: Gender | null;
  locale: string;
};
export type CurrentHolder = PersonFields & { personId: number; appointmentId: number; joined: boolean };

export type PostFields = { role: Role; nameKk: string; nameRu: string; aliases: string[] };
export type CurrentPost = PostFields & { id: number; code: string; holders: CurrentHolder[] };

/** A closed post keeps its name: what a new one may be called so opens it again, but no other post takes the name. */
export type ClosedPost = { code: string; role: Role; nameRu: string };

/** What the database holds now: open organisations, their open posts and who holds them today; names of their closed posts. */
export type CurrentRoster = { organisations: CurrentOrg[]; posts: CurrentPost[]; closed?: ClosedPost[] };

/** A new or known post of the file and the row that names its holder. */
export type PlannedPost = PostFields & { code: string; id: number | null; line: number };
/** Somebody who takes a post; `replaces` are those who leave it. */
export type PlannedHolder = PersonFields & { line: number; replaces: CurrentHolder[] };

export type RosterPlan = {
  /** New organisations, parents before children. */
  orgsAdded: (OrgFields & { code: string })[];
  orgsChanged: Change<OrgFields>[];
  orgsSame: number;
  postsAdded: PlannedPost[];
  postsChanged: Change<PostFields>[];
  postsSame: number;
  /** New people on their posts; with `replaces` it is a change of holder. */
  holdersAdded: PlannedHolder[];
  peopleChanged: (Change<PersonFields> & { line: number })[];
  peopleSame: number;
  /** Every post that the file names, by row; rows without a post are missing. */
  posts: PlannedPost[];
  /** Posts of organisations whose posts the file names, but not these; they end by a press of their own only. */
  missing: CurrentPost[];
  /** Names of organisations after the import, by code; codes of those that stand, by id. */
  orgNames: Map<string, { nameKk: string; nameRu: string }>;
  codes: Map<number, string>;
  errors: RowError[];
};

/** Compares a file with the database. Nothing in the database ends because the file does not name it; an empty cell changes nothing. */
export function planRoster(rows: RosterRow[], current: CurrentRoster, defaultLocale: string): RosterPlan {
  const errors = rows.flatMap(({ line, unread }): RowError[] =>
    unread === undefined ? [] : [{ row: line, key: 'org-row-formula', args: { words: unread } }],
  );
  const organisations = planOrganisations(rows, current.organisations, errors);
  const { posts: standing, closed = [] } = current;
  const posts = planPosts(rows, { current: standing, closed, types: organisations.types, defaultLocale, errors });
  const { types: _, ...orgs } = organisations;
  const codes = new Map(current.organisations.map(({ id, code }) => [id, code]));
  const missing = missingPosts(posts.posts, current);
  const orgNames = namesAfter(current, orgs, codes);
  return { ...orgs, ...posts, missing, orgNames, codes, errors: errors.toSorted((a, b) => a.row - b.row) };
}

/** An organisation named without any post says nothing about its posts. */
function missingPosts(named: PlannedPost[], { posts }: CurrentRoster): CurrentPost[] {
  const codes = new Set(named.map(({ code }) => code));
  const ids = new Set(named.map(({ id }) => id));
  return posts.filter(({ id, code }) => codes.has(code) && !ids.has(id));
}

function namesAfter(
  current: CurrentRoster,
  plan: Pick<RosterPlan, 'orgsAdded' | 'orgsChanged'>,
  codes: Map<number, string>,
): RosterPlan['orgNames'] {
  const names = new Map<string, { nameKk: string; nameRu: string }>();
  for (const { code, nameKk, nameRu } of [...current.organisations, ...plan.orgsAdded])
    names.set(code, { nameKk, nameRu });
  for (const { id, after } of plan.orgsChanged) {
    const code = codes.get(id) ?? '';
    const { nameKk = '', nameRu = '' } = names.get(code) ?? {};
    names.set(code, { nameKk: after.nameKk ?? nameKk, nameRu: after.nameRu ?? nameRu });
  }
  return names;
}

/** True when an import of the plan would write nothing but invitations. */
export function changesNothing(plan: RosterPlan): boolean {
  const { orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged } = plan;
  return [orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged].every(
    (list) => list.length === 0,
  );
}
