// The table of rights of the product rules, typed by hand, row by row.
import { describe, expect, it } from 'vitest';
import type { OrgType, Role } from '../../src/generated/prisma/client.ts';
import {
  abilitiesOf,
  type Actor,
  canAdopt,
  canBindGroup,
  canCancelTask,
  canClose,
  canDraftResolution,
  canEditCalendar,
  canCorrect,
  canManageRoster,
  canReview,
  canSeeTask,
  type ExecutorPost,
  forceOf,
  isBinding,
  issuingPost,
  issuingPostForAll,
  managedScopes,
  type PostHeld,
  readableScopes,
} from '../../src/org/rules.ts';

// City 1: office 2, department 3 with unit 4, schools 5, 6 (below the unit) and 9 (below the department); district 7 with its office 12 and school 8; republican body 10. City 20 is another tree.
const places: Record<string, { path: string; type: OrgType }> = {
  city: { path: '/1/', type: 'akimat' },
  office: { path: '/1/2/', type: 'office' },
  dept: { path: '/1/3/', type: 'department' },
  unit: { path: '/1/3/4/', type: 'unit' },
  school5: { path: '/1/3/4/5/', type: 'school' },
  school6: { path: '/1/3/4/6/', type: 'boarding' },
  school9: { path: '/1/3/9/', type: 'school' },
  district: { path: '/1/7/', type: 'district' },
  districtOffice: { path: '/1/7/12/', type: 'office' },
  school8: { path: '/1/7/8/', type: 'school' },
  police: { path: '/1/10/', type: 'republican' },
  otherCity: { path: '/20/', type: 'akimat' },
  otherSchool: { path: '/20/21/', type: 'school' },
};
let lastId = 100;
function post(role: Role, place: string, more: Partial<PostHeld> = {}): PostHeld {
  const { path, type } = places[place] ?? { path: '', type: 'other' };
  lastId += 1;
  const names = { nameKk: role, nameRu: role, orgNameKk: place, orgNameRu: place };
  const ids = path.split('/').filter(Boolean).map(Number);
  const where = { orgId: ids.at(-1) ?? 0, orgPath: path, rootId: ids[0] ?? 0, orgType: type };
  return { postId: lastId, ...where, role, acting: false, ...names, ...more };
}
function actor(...posts: PostHeld[]): Actor {
  return { personId: 1, telegramId: 5, chatId: 2, systemAdmin: false, locale: 'kk', name: 'Ү. М.', posts };
}
const admin: Actor = { ...actor(), systemAdmin: true };
const executor = (role: Role, place: string): ExecutorPost => {
  const { path, type } = places[place] ?? { path: '', type: 'other' };
  return { orgPath: path, role, orgType: type };
};

const executors: Record<string, ExecutorPost> = {
  akim: executor('akim', 'city'),
  deputy: executor('deputy', 'city'),
  controller: executor('controller', 'office'),
  district_akim: executor('district_akim', 'district'),
  district_deputy: executor('district_deputy', 'districtOffice'),
  dept_head: executor('dept_head', 'dept'),
  dept_staff: executor('staff', 'dept'),
  unit_head: executor('unit_head', 'unit'),
  head5: executor('school_head', 'school5'),
  staff5: executor('staff', 'school5'),
  head6: executor('school_head', 'school6'),
  head8: executor('school_head', 'school8'),
  head9: executor('school_head', 'school9'),
  police: executor('dept_head', 'police'),
  observer: executor('observer', 'office'),
  other: executor('school_head', 'otherSchool'),
};
const everybodyBelow =
  'controller district_akim district_deputy dept_head dept_staff unit_head head5 staff5 head6 head8 head9 police';

describe('who gives tasks to whom', () => {
  it.each<[Role, string, string]>([
    ['akim', 'city', `deputy ${everybodyBelow}`],
    ['akim', 'office', `deputy ${everybodyBelow}`],
    ['deputy', 'city', everybodyBelow],
    ['deputy', 'office', everybodyBelow],
    ['district_akim', 'district', 'district_deputy head8'],
    ['district_deputy', 'district', 'head8'],
    ['district_deputy', 'districtOffice', 'head8'],
    ['dept_head', 'dept', 'dept_staff unit_head head5 staff5 head6 head9'],
    ['unit_head', 'unit', 'head5 head6'],
    ['school_head', 'school5', 'staff5'],
    ['dept_head', 'police', ''],
    ['staff', 'dept', ''],
    ['controller', 'office', ''],
    ['secretary', 'office', ''],
    ['observer', 'office', ''],
    ['admin', 'city', ''],
  ])('%s of %s: %s', (role, place, expected) => {
    const someone = actor(post(role, place));
    const allowed = Object.keys(executors).filter((name) => issuingPost(someone, executors[name] as ExecutorPost));
    expect(allowed.sort()).toEqual(expected.split(' ').filter(Boolean).sort());
  });

  it('an administrator without a post gives none', () => {
    expect(Object.values(executors).some((one) => issuingPost(admin, one))).toBe(false);
  });

  it('one post must reach all executors named', () => {
    const unit = post('unit_head', 'unit');
    const own = post('school_head', 'school9');
    const both = actor(unit, own);
    expect(issuingPostForAll(both, [executor('school_head', 'school5'), executor('school_head', 'school6')])).toBe(
      unit,
    );
    expect(issuingPostForAll(both, [executor('school_head', 'school5'), executor('staff', 'school9')])).toBeNull();
    expect(issuingPostForAll(both, [])).toBeNull();
  });

  it('an own post comes before one held for somebody else', () => {
    const acting = post('akim', 'city', { acting: true });
    const own = post('deputy', 'city');
    expect(issuingPost(actor(acting, own), executor('school_head', 'school5'))).toBe(own);
    expect(issuingPost(actor(acting, own), executor('deputy', 'city'))).toBe(acting);
  });
});

describe('who accepts, returns, closes, extends and cancels', () => {
  const akim = post('akim', 'city');
  const deputy = post('deputy', 'city');
  const otherDeputy = post('deputy', 'city');
  const controller = post('controller', 'office');
  const head = post('school_head', 'school5');
  const foreignAkim = post('akim', 'otherCity');
  const secretary = post('secretary', 'office');
  const task = {
    issuerPostId: deputy.postId,
    controllerPostId: controller.postId,
    specialControl: false,
    executorPostId: head.postId,
    issuerOrgPath: '/1/',
  };
  const special = { ...task, specialControl: true };

  it.each<[string, Actor, boolean, boolean, boolean, boolean]>([
    ['the issuer', actor(deputy), true, true, true, true],
    ['the controller named in it', actor(controller), true, true, false, false],
    ['the akim of the tree', actor(akim), true, true, true, true],
    ['the akim of another tree', actor(foreignAkim), false, false, false, false],
    ['another deputy', actor(otherDeputy), false, false, false, false],
    ['another controller', actor(post('controller', 'office')), false, false, false, false],
    ['a secretary', actor(secretary), false, false, false, false],
    ['an administrator', admin, false, false, false, false],
    ['the executor', actor(head), false, false, false, false],
  ])('%s', (_, someone, review, close, extend, cancel) => {
    const got = [canReview, canClose, canCorrect, canCancelTask].map((can) => can(someone, task) !== null);
    expect(got).toEqual([review, close, extend, cancel]);
  });

  it('under special control the akim alone', () => {
    for (const can of [canReview, canClose, canCorrect, canCancelTask]) {
      expect(can(actor(akim), special)?.postId).toBe(akim.postId);
      expect(can(actor(deputy), special)).toBeNull();
      expect(can(actor(controller), special)).toBeNull();
    }
  });

  it('nobody their own report: not by another post, not as its author', () => {
    expect(canReview(actor(deputy, head), task)).toBeNull();
    expect(canReview(actor(akim), { ...task, executorPersonIds: [1] })).toBeNull();
    expect(canClose(actor(controller, head), { ...task, executorPostIds: [head.postId] })).toBeNull();
    expect(canCancelTask(actor(deputy, head), task)?.postId).toBe(deputy.postId);
  });

  it('a secretary or staff named as controller does not accept all the same', () => {
    expect(canReview(actor(secretary), { ...task, controllerPostId: secretary.postId })).toBeNull();
    const staff = post('staff', 'dept');
    expect(canReview(actor(staff), { ...task, controllerPostId: staff.postId })).toBeNull();
  });

  it('the responsible executor takes the shares of co-executors, and closes nothing', () => {
    const dept = post('dept_head', 'dept');
    const share = { ...task, responsiblePostIds: [dept.postId] };
    expect(canReview(actor(dept), share)?.postId).toBe(dept.postId);
    expect(canClose(actor(dept), share)).toBeNull();
    expect(canReview(actor(dept), task)).toBeNull();
  });

  it('the akim needs to know whose tree the task is of', () => {
    expect(canReview(actor(akim), { ...task, issuerOrgPath: undefined })).toBeNull();
  });
});

describe('who sees a task', () => {
  const deputy = post('deputy', 'city');
  const head = post('school_head', 'school5');
  const task = {
    issuerPostId: deputy.postId,
    controllerPostId: null,
    executorPostIds: [head.postId],
    executorOrgPaths: ['/1/3/4/5/'],
    issuerOrgPath: '/1/',
  };
  it.each<[string, Actor, boolean]>([
    ['the issuer', actor(deputy), true],
    ['the executor', actor(head), true],
    ['the akim', actor(post('akim', 'city')), true],
    ['a controller of the office', actor(post('controller', 'office')), true],
    ['an observer of the city', actor(post('observer', 'city')), true],
    ['the department above the school', actor(post('dept_head', 'dept')), true],
    ['the unit above the school', actor(post('unit_head', 'unit')), true],
    ['another school', actor(post('school_head', 'school6')), false],
    ['a district beside', actor(post('district_akim', 'district')), false],
    ['staff of the school', actor(post('staff', 'school5')), false],
    ['the akim of another city', actor(post('akim', 'otherCity')), false],
    ['an administrator', admin, false],
  ])('%s: %s', (_, someone, expected) => {
    expect(canSeeTask(someone, task)).toBe(expected);
  });

  it('reads whole subtrees by role', () => {
    expect(readableScopes(actor(post('controller', 'office'), post('school_head', 'school5')))).toEqual([
      '/1/',
      '/1/3/4/5/',
    ]);
    expect(readableScopes(actor(post('staff', 'dept')))).toEqual([]);
    expect(readableScopes(admin)).toEqual([]);
  });
});

describe('who does the rest', () => {
  it.each<[Role, string, string, boolean]>([
    ['secretary', 'office', '/1/', true],
    ['secretary', 'office', '/1/3/', true],
    ['secretary', 'districtOffice', '/1/7/', true],
    ['secretary', 'districtOffice', '/1/', false],
    ['akim', 'city', '/1/', true],
    ['deputy', 'city', '/1/', true],
    ['deputy', 'city', '/20/', false],
    ['controller', 'office', '/1/', false],
    ['school_head', 'school5', '/1/3/4/5/', false],
  ])('%s of %s drafts a resolution of %s: %s', (role, place, path, expected) => {
    expect(canDraftResolution(actor(post(role, place)), path) !== null).toBe(expected);
  });

  it('a resolution is adopted by who holds the chair, and by no other', () => {
    const chair = post('deputy', 'city');
    expect(canAdopt(actor(chair), { chairPostId: chair.postId })).toBe(chair);
    expect(canAdopt(actor(post('deputy', 'city')), { chairPostId: chair.postId })).toBeNull();
    const secretary = post('secretary', 'office');
    expect(canAdopt(actor(secretary), { chairPostId: secretary.postId })).toBeNull();
  });

  it.each<[string, Actor, boolean, boolean]>([
    ['an administrator', admin, true, true],
    ['a secretary', actor(post('secretary', 'office')), true, false],
    ['a post of administrator', actor(post('admin', 'city')), true, true],
    ['a deputy', actor(post('deputy', 'city')), false, false],
    ['a school head', actor(post('school_head', 'school5')), false, false],
  ])('%s: roster %s, calendar %s', (_, someone, roster, calendar) => {
    expect([canManageRoster(someone), canEditCalendar(someone)]).toEqual([roster, calendar]);
  });

  it('a secretary looks after the people of the own body only', () => {
    const secretary = actor(post('secretary', 'districtOffice'));
    expect(canManageRoster(secretary, '/1/7/8/')).toBe(true);
    expect(canManageRoster(secretary, '/1/3/')).toBe(false);
    expect(managedScopes(secretary)).toEqual(['/1/7/']);
    expect(managedScopes(admin)).toBeNull();
  });

  it.each<[string, Actor, string, string | null]>([
    ['an administrator', admin, '/20/', 'admin'],
    ['a secretary', actor(post('secretary', 'office')), '/1/3/', 'secretary'],
    ['a school head for the own school', actor(post('school_head', 'school5')), '/1/3/4/5/', 'school_head'],
    ['a school head for another school', actor(post('school_head', 'school5')), '/1/3/4/6/', null],
    ['a school head for the city', actor(post('school_head', 'school5')), '/1/', null],
    ['staff', actor(post('staff', 'dept')), '/1/3/', null],
    ['an observer', actor(post('observer', 'city')), '/1/', null],
  ])('%s binds a group at %3$s', (_, someone, path, expected) => {
    const allowed = canBindGroup(someone, path);
    expect(allowed === null || allowed === 'admin' ? allowed : allowed.role).toBe(expected);
  });

  it('abilities decide the menu', () => {
    expect([...abilitiesOf(actor(post('school_head', 'school5')))].sort()).toEqual(
      ['groups', 'issue', 'print', 'read', 'reminders', 'report', 'review'].sort(),
    );
    expect([...abilitiesOf(actor(post('staff', 'dept')))]).toEqual(['report']);
    expect([...abilitiesOf(admin)].sort()).toEqual(['calendar', 'groups', 'roster', 'unreached']);
    expect([...abilitiesOf(actor())]).toEqual([]);
  });
});

describe('force', () => {
  const state = { ownership: 'state', subordination: 'local' } as const;
  const priv = { ownership: 'private', subordination: 'local' } as const;
  const republican = { ownership: 'state', subordination: 'republican' } as const;

  it('an assignment binds state schools, and is a recommendation for private ones and republican bodies', () => {
    expect([state, priv, republican].map((one) => forceOf('assignment', one))).toEqual([
      'assignment',
      'recommendation',
      'recommendation',
    ]);
  });

  it('a commitment binds nobody either whom the akimat does not command', () => {
    expect([state, priv, republican].map((one) => forceOf('commitment', one))).toEqual([
      'commitment',
      'recommendation',
      'recommendation',
    ]);
  });

  it('everything else keeps its kind', () => {
    for (const kind of ['recommendation', 'proposal', 'appeal', 'note'] as const) {
      expect([state, priv, republican].map((one) => forceOf(kind, one))).toEqual([kind, kind, kind]);
    }
  });

  it('assignments and commitments bind', () => {
    const kinds = ['assignment', 'recommendation', 'proposal', 'appeal', 'commitment', 'note'] as const;
    expect(kinds.filter(isBinding)).toEqual(['assignment', 'commitment']);
  });
});
