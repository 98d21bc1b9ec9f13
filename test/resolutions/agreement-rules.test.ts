// Rules of agreeing: what concerns whom, which change asks whom again, when a draft counts as agreed.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import {
  concernDiffers,
  concernOf,
  countAgreements,
  isAgreed,
  renewedTerm,
} from '../../src/resolutions/agreement-rules.ts';
import type { ItemView } from '../../src/resolutions/queries.ts';
import type { PostView } from '../../src/tasks/post-queries.ts';

const post = (postId: number, path: string, role: PostView['role'] = 'school_head'): PostView =>
  ({ postId, role, org: { orgId: postId, path, type: role === 'dept_head' ? 'department' : 'school' } }) as PostView;
const school = post(12, '/1/5/12/');
const other = post(45, '/1/5/45/');
const department = post(5, '/1/5/', 'dept_head');
const elsewhere = post(99, '/1/9/99/');

const item = (text: string, executors: PostView[], more: Partial<ItemView> = {}): ItemView =>
  ({
    textRu: text,
    due: '2026-12-25',
    participations: executors.map((one) => ({ role: 'responsible', post: one })),
    ...more,
  }) as ItemView;

describe('what concerns a post', () => {
  it('are items of its own and of those below it, without the executors of others', () => {
    const items = [item('а', [school, elsewhere]), item('б', [elsewhere]), item('в', [other])];
    const seen = (one: PostView): string[] => concernOf(items, one, 1).map(({ textRu }) => textRu ?? '');
    expect([seen(school), seen(department), seen(elsewhere)]).toEqual([['а'], ['а', 'в'], ['а', 'б']]);
    expect(concernOf(items, department, 1)[0]?.participations.map((share) => share.post.postId)).toEqual([12]);
  });

  it('is a confidential item for its executors only', () => {
    const items = [item('а', [school], { confidential: true })];
    expect(concernOf(items, department, 1)).toEqual([]);
    expect(concernOf(items, school, 1)).toHaveLength(1);
  });
});

describe('a change of the draft', () => {
  const before = [item('а', [school]), item('б', [elsewhere])];

  it.each([
    ['text', [item('а!', [school]), item('б', [elsewhere])], true, false],
    ['date', [item('а', [school], { due: '2026-12-26' }), item('б', [elsewhere])], true, false],
    ['an executor taken out', [item('а', []), item('б', [elsewhere])], true, false],
    ['an executor added', [item('а', [school, elsewhere]), item('б', [elsewhere])], false, true],
    ['an item added', [...before, item('в', [elsewhere])], false, true],
    ['nothing', before, false, false],
  ])('of %s asks only whom it concerns', (_what, after, first, second) => {
    expect(concernDiffers(before, after, school, 1)).toBe(first);
    expect(concernDiffers(before, after, elsewhere, 1)).toBe(second);
  });
});

describe('a draft', () => {
  const rows = (...states: ('asked' | 'agreed' | 'objected')[]) => states.map((state) => ({ state }));

  it('is agreed when all agreed, or when the term has passed, objections or not', () => {
    expect(isAgreed(rows('agreed', 'agreed'), '2026-11-27', '2026-11-24')).toBe(true);
    expect(isAgreed(rows('agreed', 'asked'), '2026-11-27', '2026-11-27')).toBe(false);
    expect(isAgreed(rows('agreed', 'asked', 'objected'), '2026-11-27', '2026-11-28')).toBe(true);
    expect(isAgreed(rows('agreed', 'objected'), '2026-11-27', '2026-11-24')).toBe(false);
  });

  it('is never agreed by nobody', () => {
    expect(isAgreed([], '2026-11-27', '2026-12-28')).toBe(false);
    expect(isAgreed(rows('agreed'), null, '2026-12-28')).toBe(false);
  });

  it('that is asked about anew has its whole term again, whether the first one is over or not', () => {
    const calendar = createCalendar();
    const term = { agreeBy: '2026-11-26', askedOn: '2026-11-23' };
    expect(renewedTerm(calendar, term, '2026-11-25')).toBe('2026-11-30');
    expect(renewedTerm(calendar, term, '2026-12-03')).toBe('2026-12-08');
    expect(renewedTerm(calendar, { ...term, agreeBy: null }, '2026-12-03')).toBe('2026-12-04');
  });

  it('counts every answer once', () => {
    expect(countAgreements(rows('agreed', 'asked', 'objected', 'agreed'))).toEqual({
      asked: 1,
      agreed: 2,
      objected: 1,
      total: 4,
    });
  });
});
