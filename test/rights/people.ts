// Everybody a right can depend on: each role, in a region, beside it in the tree, above it, and in the region beside.
import type { OrgType, Role } from '../../src/generated/prisma/client.ts';
import type { Actor, ExecutorPost, PostHeld } from '../../src/org/rules.ts';

/** A common parent (1) of the regions A (2) and B (3). */
const places: Record<string, { path: string; type: OrgType }> = {
  parent: { path: '/1/', type: 'other' },
  parentOffice: { path: '/1/14/', type: 'office' },
  city: { path: '/1/2/', type: 'akimat' },
  office: { path: '/1/2/4/', type: 'office' },
  dept: { path: '/1/2/5/', type: 'department' },
  unit: { path: '/1/2/5/6/', type: 'unit' },
  school7: { path: '/1/2/5/6/7/', type: 'school' },
  school8: { path: '/1/2/5/6/8/', type: 'school' },
  district: { path: '/1/2/9/', type: 'district' },
  districtOffice: { path: '/1/2/9/10/', type: 'office' },
  school11: { path: '/1/2/9/11/', type: 'school' },
  police: { path: '/1/2/12/', type: 'republican' },
  cityB: { path: '/1/3/', type: 'akimat' },
  officeB: { path: '/1/3/20/', type: 'office' },
  deptB: { path: '/1/3/21/', type: 'department' },
  schoolB: { path: '/1/3/21/22/', type: 'school' },
};

/** Person -> role and place; the first post id is 101, in this order. */
const table = {
  parentAkim: ['akim', 'parent'],
  parentDeputy: ['deputy', 'parentOffice'],
  parentSecretary: ['secretary', 'parentOffice'],
  parentController: ['controller', 'parentOffice'],
  parentObserver: ['observer', 'parentOffice'],
  akim: ['akim', 'city'],
  deputy: ['deputy', 'office'],
  otherDeputy: ['deputy', 'office'],
  controller: ['controller', 'office'],
  otherController: ['controller', 'office'],
  secretary: ['secretary', 'office'],
  observer: ['observer', 'city'],
  adminPost: ['admin', 'city'],
  districtAkim: ['district_akim', 'district'],
  districtDeputy: ['district_deputy', 'districtOffice'],
  districtSecretary: ['secretary', 'districtOffice'],
  head11: ['school_head', 'school11'],
  deptHead: ['dept_head', 'dept'],
  deptStaff: ['staff', 'dept'],
  unitHead: ['unit_head', 'unit'],
  head7: ['school_head', 'school7'],
  staff7: ['staff', 'school7'],
  head8: ['school_head', 'school8'],
  police: ['dept_head', 'police'],
  akimB: ['akim', 'cityB'],
  deputyB: ['deputy', 'officeB'],
  secretaryB: ['secretary', 'officeB'],
  controllerB: ['controller', 'officeB'],
  observerB: ['observer', 'cityB'],
  deptHeadB: ['dept_head', 'deptB'],
  headB: ['school_head', 'schoolB'],
} satisfies Record<string, [Role, string]>;

export type Name = keyof typeof table;
export const names = Object.keys(table) as Name[];

function held(name: Name): PostHeld {
  const [role, place] = table[name];
  const { path, type } = places[place] as { path: string; type: OrgType };
  const ids = path.split('/').filter(Boolean).map(Number);
  const titles = { nameKk: role, nameRu: role, orgNameKk: place, orgNameRu: place };
  const foreign = path.startsWith('/1/2/') ? ['/1/3/'] : path.startsWith('/1/3/') ? ['/1/2/'] : [];
  const where = { orgId: ids.at(-1) ?? 0, orgPath: path, rootId: 1, orgType: type, foreign };
  return { postId: 101 + names.indexOf(name), ...where, role, acting: false, ...titles };
}

/** The post of a person. */
export const post: Record<Name, PostHeld> = Object.fromEntries(names.map((name) => [name, held(name)])) as never;

/** One person holding all these posts. */
export function person(...posts: PostHeld[]): Actor {
  return { personId: 1, telegramId: 5, chatId: 2, systemAdmin: false, locale: 'kk', name: 'Ү. М.', posts };
}

export const executor = (name: Name): ExecutorPost => post[name];

/** Besides posts: an administrator of the installation without one, and somebody known who has none. */
export const everybody: Record<string, Actor> = {
  ...Object.fromEntries(names.map((name) => [name, person(post[name])])),
  systemAdmin: { ...person(), systemAdmin: true },
  nobody: person(),
};
