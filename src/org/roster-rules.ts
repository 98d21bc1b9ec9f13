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

/** What the database holds now: open organisations, their open posts and who holds them today. */
export type CurrentRoster = { organisations: CurrentOrg[]; posts: CurrentPost[] };

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
  errors: RowError[];
};

/** Compares a file with the database. Nothing in the database ends because the file does not name it; an empty cell changes nothing. */
export function planRoster(rows: RosterRow[], current: CurrentRoster, defaultLocale: string): RosterPlan {
  const errors: RowError[] = [];
  const organisations = planOrganisations(rows, current.organisations, errors);
  const posts = planPosts(rows, { current: current.posts, types: organisations.types, defaultLocale, errors });
  const { types: _, ...orgs } = organisations;
  return { ...orgs, ...posts, errors: errors.toSorted((a, b) => a.row - b.row) };
}

/** True when an import of the plan would write nothing but invitations. */
export function changesNothing(plan: RosterPlan): boolean {
  const { orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged } = plan;
  return [orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged].every(
    (list) => list.length === 0,
  );
}
