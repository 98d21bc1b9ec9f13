// Which commands stand in menus and help.
import { expect, it } from 'vitest';
import { commandsFor } from '../../src/org/command-rules.ts';
import type { Actor } from '../../src/org/rules.ts';

const at = { postId: 1, orgId: 1, orgPath: '/1/', rootId: 1, acting: false, nameKk: '', nameRu: '' };
const head = { orgNameKk: '', orgNameRu: '', orgType: 'school', role: 'school_head', ...at };
const actor = { personId: 1, locale: 'kk', isAdmin: false, posts: [head] } as unknown as Actor;

it('the state of assignments is offered in private as well as in groups', () => {
  expect(commandsFor(actor, 'private')).toContain('status');
  expect(commandsFor(actor, 'group')).toContain('status');
  expect(commandsFor({ ...actor, posts: [] }, 'private')).not.toContain('status');
});

it('the administrator of the system is not offered what only heads and secretaries set', () => {
  expect(commandsFor(actor, 'private')).toContain('reminders');
  expect(commandsFor({ ...actor, posts: [], systemAdmin: true }, 'private')).not.toContain('reminders');
});
