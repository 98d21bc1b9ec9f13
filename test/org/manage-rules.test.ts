// Who looks after whose posts and people.
import { expect, it } from 'vitest';
import { appointFault, managingPost, personFault } from '../../src/org/manage-rules.ts';
import type { Actor, PostHeld } from '../../src/org/rules.ts';

const held = (role: PostHeld['role'], orgPath: string, orgType: PostHeld['orgType'] = 'district'): PostHeld =>
  ({ postId: 7, orgId: 5, orgPath, rootId: 1, orgType, role, acting: false }) as PostHeld;
const actor = (posts: PostHeld[], systemAdmin = false): Actor =>
  ({ personId: 1, telegramId: 1, chatId: 1, systemAdmin, locale: 'ru', name: '', posts }) as Actor;

const secretary = actor([held('secretary', '/1/5/')]);
const admin = actor([], true);
const head = actor([held('school_head', '/1/5/9/', 'school')]);

it('posts are filled by the secretary of that part of the tree and by the administrator, by nobody else', () => {
  const post = { orgPath: '/1/5/9/', role: 'school_head' as const };
  expect(appointFault(secretary, post)).toBeNull();
  expect(appointFault(admin, post)).toBeNull();
  expect(appointFault(head, post)).toBe('people-not-yours');
  expect(appointFault(secretary, { ...post, orgPath: '/1/6/' })).toBe('people-not-yours');
  expect(appointFault(secretary, { ...post, orgPath: '/2/' })).toBe('people-not-yours');
});

it('nobody appoints themselves, and only the administrator makes administrators', () => {
  expect(appointFault(secretary, { orgPath: '/1/5/', role: 'deputy', personId: 1 })).toBe('people-not-yourself');
  expect(appointFault(admin, { orgPath: '/1/5/', role: 'deputy', personId: 1 })).toBe('people-not-yourself');
  expect(appointFault(secretary, { orgPath: '/1/5/', role: 'admin', personId: 2 })).toBe('people-admin-only');
  expect(appointFault(admin, { orgPath: '/1/5/', role: 'admin', personId: 2 })).toBeNull();
});

it('a secretary acts for their post, an administrator for none', () => {
  expect(managingPost(secretary, '/1/5/9/')).toEqual({ postId: 7 });
  expect(managingPost(admin, '/1/5/9/')).toEqual({ postId: null });
  expect(managingPost(head, '/1/5/9/')).toBeNull();
  const office = actor([held('secretary', '/1/5/8/', 'office')]);
  expect(managingPost(office, '/1/5/9/')).toEqual({ postId: 7 });
});

it('a person with a post elsewhere, an administrator or oneself is not for a secretary to change', () => {
  const person = { personId: 2, systemAdmin: false, orgPaths: ['/1/5/9/'] };
  expect(personFault(secretary, person)).toBeNull();
  expect(personFault(secretary, { ...person, orgPaths: ['/1/5/9/', '/1/6/'] })).toBe('people-posts-elsewhere');
  expect(personFault(secretary, { ...person, orgPaths: ['/1/6/'] })).toBe('people-not-yours');
  expect(personFault(secretary, { ...person, orgPaths: [] })).toBe('people-admin-only');
  expect(personFault(secretary, { ...person, systemAdmin: true })).toBe('people-admin-only');
  expect(personFault(secretary, { ...person, personId: 1 })).toBe('people-not-yourself');
  expect(personFault(admin, { ...person, orgPaths: [] })).toBeNull();
});
