// Pure rules of chats: settings in callback data, membership, the nearest common organisation.
import type { ChatMember } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import {
  commonOrganisations,
  decodeSettings,
  defaultSettings,
  encodeSettings,
  membershipChange,
  turnSetting,
} from '../../src/chats/rules.ts';

describe('the nearest common organisation', () => {
  it.each([
    [['/1/5/12/'], [12, 5, 1]],
    [
      ['/1/5/12/', '/1/5/13/'],
      [5, 1],
    ],
    [
      ['/1/5/12/', '/1/5/'],
      [5, 1],
    ],
    [['/1/5/12/', '/1/6/', '/1/5/'], [1]],
    [['/1/5/', '/2/5/'], []],
    [['/1/51/', '/1/5/'], [1]],
    [[], []],
  ])('of %j is the first of %j', (paths, ids) => {
    expect(commonOrganisations(paths)).toEqual(ids);
  });
});

describe('settings in callback data', () => {
  it('come back as they went in, whatever is turned', () => {
    let settings = defaultSettings;
    for (const which of ['languages', 'policy', 'naming', 'languages', 'naming', 'naming'] as const) {
      settings = turnSetting(settings, which);
      expect(decodeSettings(encodeSettings(settings))).toEqual(settings);
    }
    expect(settings).toEqual({ languages: ['ru'], policy: 'notice', naming: 'never' });
  });

  it('turn round to where they began', () => {
    let settings = defaultSettings;
    for (let n = 0; n < 5; n += 1) settings = turnSetting(settings, 'languages');
    expect(settings).toEqual(defaultSettings);
  });

  it.each([undefined, '', 'kr', 'kr.f', 'xx.f.p', 'kr.x.p', 'kr.f.x', 'toString.f.p', 'constructor.f.p'])(
    'that never came from us are none: %j',
    (code) => {
      expect(decodeSettings(code)).toBeNull();
    },
  );
});

describe('a change of membership', () => {
  const as = (status: string, isMember?: boolean): ChatMember =>
    ({ status, is_member: isMember }) as unknown as ChatMember;
  it.each([
    ['left', 'member', 'joined'],
    ['kicked', 'administrator', 'joined'],
    ['member', 'kicked', 'left'],
    ['administrator', 'left', 'left'],
    ['member', 'administrator', 'promoted'],
    ['administrator', 'member', 'demoted'],
    ['member', 'member', null],
    ['left', 'kicked', null],
  ])('from %s to %s is %s', (before, after, change) => {
    expect(membershipChange(as(before), as(after))).toBe(change);
  });

  it('counts a restricted member as present only while inside', () => {
    expect(membershipChange(as('left'), as('restricted', true))).toBe('joined');
    expect(membershipChange(as('member'), as('restricted', false))).toBe('left');
  });
});
