// The posts of a roster and who holds them. A person is known by post, surname and given name: another name on the post is a change of holder.
import type { OrgType, Role } from '../generated/prisma/client.ts';
import { fold } from '../reading/words.ts';
import type { RosterRow } from './roster-files.ts';
import type {
  ClosedPost,
  CurrentHolder,
  CurrentPost,
  PersonFields,
  PlannedHolder,
  PlannedPost,
  PostFields,
} from './roster-rules.ts';
import { Cells, type Change, changeOf, isSchool, postNames, type RowError, singleRoles } from './roster-cell-rules.ts';

export type PostPlan = {
  postsAdded: PlannedPost[];
  postsChanged: Change<PostFields>[];
  postsSame: number;
  holdersAdded: PlannedHolder[];
  peopleChanged: (Change<PersonFields> & { line: number })[];
  peopleSame: number;
  posts: PlannedPost[];
};
type Given = {
  current: CurrentPost[];
  closed: ClosedPost[];
  types: Map<string, OrgType>;
  defaultLocale: string;
  errors: RowError[];
};
type Wanted = { cells: Cells; code: string; role: Role; nameKk?: string; nameRu?: string; aliases?: string[] };

/** Plans posts and holders; faults go into `given.errors`. */
export function planPosts(rows: RosterRow[], given: Given): PostPlan {
  const wanted = rows.map((row) => readPost(new Cells(row, given.errors), given.types)).filter((post) => post !== null);
  const byOrg = grouped(given.current, ({ code }) => code);
  const inFile = grouped(wanted, ({ code, role }) => `${code} ${role}`);
  const taken = new Map<string, RosterRow>();
  const plan: PostPlan = {
    postsAdded: [],
    postsChanged: [],
    postsSame: 0,
    holdersAdded: [],
    peopleChanged: [],
    peopleSame: 0,
    posts: [],
  };
  for (const post of wanted) {
    const alone = inFile.get(`${post.code} ${post.role}`)?.length === 1;
    const now = findPost(post, byOrg.get(post.code) ?? [], alone);
    const planned = plannedPost(post, now);
    if (isTaken(post.cells, planned, taken)) continue;
    if (now && now.nameRu !== planned.nameRu && given.closed.some((one) => sameName(one, planned))) {
      post.cells.fault('org-row-name-closed', { post: planned.nameRu });
      continue;
    }
    plan.posts.push(planned);
    addPost(plan, planned, now);
    addHolder(plan, post.cells, now, given.defaultLocale);
  }
  return plan;
}

function readPost(cells: Cells, types: Map<string, OrgType>): Wanted | null {
  const { row } = cells;
  const type = types.get(row.code);
  if (type === undefined || row.role + row.post_kk + row.post_ru + row.surname + row.given === '') return null;
  const role = row.role === '' && isSchool(type) ? 'school_head' : cells.role();
  if (role === undefined) {
    if (row.role === '') cells.fault('org-row-no-role');
    return null;
  }
  return {
    cells,
    code: row.code,
    role,
    nameKk: cells.name('post_kk'),
    nameRu: cells.name('post_ru'),
    aliases: cells.aliases(),
  };
}

/** The post of the database that the row means: by its name, or the only one of a role that exists once. */
function findPost(post: Wanted, current: CurrentPost[], alone: boolean): CurrentPost | null {
  const ofRole = current.filter(({ role }) => role === post.role);
  const nameRu = post.nameRu ?? (post.nameKk === undefined ? postNames[post.role].nameRu : undefined);
  const named = ofRole.find((one) => (nameRu === undefined ? one.nameKk === post.nameKk : one.nameRu === nameRu));
  if (named) return named;
  const only = ofRole.length === 1 && alone && singleRoles.includes(post.role);
  return only ? (ofRole[0] ?? null) : null;
}

function plannedPost(post: Wanted, now: CurrentPost | null): PlannedPost {
  const names = postNames[post.role];
  return {
    id: now?.id ?? null,
    line: post.cells.row.line,
    code: post.code,
    role: post.role,
    nameKk: post.nameKk ?? now?.nameKk ?? post.nameRu ?? names.nameKk,
    nameRu: post.nameRu ?? now?.nameRu ?? post.nameKk ?? names.nameRu,
    aliases: post.aliases ?? now?.aliases ?? [],
  };
}

function sameName(a: ClosedPost, b: ClosedPost): boolean {
  return a.code === b.code && a.role === b.role && a.nameRu === b.nameRu;
}

function isTaken(cells: Cells, post: PlannedPost, taken: Map<string, RosterRow>): boolean {
  const key = `${post.code} ${post.role} ${post.nameRu}`;
  const first = taken.get(key);
  if (!first) {
    taken.set(key, cells.row);
    return false;
  }
  const key2 = samePerson(first, cells.row) ? 'org-row-twice' : 'org-row-two-holders';
  cells.fault(key2, { post: post.nameRu, row: first.line });
  return true;
}

function addPost(plan: PostPlan, planned: PlannedPost, now: CurrentPost | null): void {
  if (!now) {
    plan.postsAdded.push(planned);
    return;
  }
  const { nameKk, nameRu, aliases } = planned;
  const change = changeOf<PostFields>(now.id, now, { nameKk, nameRu, aliases });
  if (change) plan.postsChanged.push(change);
  else plan.postsSame += 1;
}

function addHolder(plan: PostPlan, cells: Cells, now: CurrentPost | null, defaultLocale: string): void {
  if (cells.row.surname === '' && cells.row.given === '') return;
  const surname = cells.name('surname', 100);
  const given = cells.name('given', 100);
  const patronymic = cells.name('patronymic', 100);
  const [gender, language] = [cells.gender(), cells.language()];
  if (surname === undefined || given === undefined) {
    if (cells.row.surname === '' || cells.row.given === '') cells.fault('org-row-half-name');
    return;
  }
  const same = now?.holders.find((holder) => samePerson(holder, { surname, given }));
  if (!same) {
    const person = { surname, given, patronymic: patronymic ?? null, gender: gender ?? null };
    const replaces: CurrentHolder[] = now?.holders ?? [];
    plan.holdersAdded.push({ line: cells.row.line, ...person, locale: language ?? defaultLocale, replaces });
    return;
  }
  // Who has joined chose the language; a roster does not overrule that.
  const locale = same.joined ? undefined : language;
  const change = changeOf<PersonFields>(same.personId, same, { surname, given, patronymic, gender, locale });
  if (change) plan.peopleChanged.push({ ...change, line: cells.row.line });
  else plan.peopleSame += 1;
}

/** Equal names, whatever the case or the keyboard on which Kazakh letters were typed. */
function samePerson(a: { surname: string; given: string }, b: { surname: string; given: string }): boolean {
  return fold(a.surname) === fold(b.surname) && fold(a.given) === fold(b.given);
}

function grouped<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
