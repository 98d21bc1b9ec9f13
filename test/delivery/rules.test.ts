// The one outcome of every message, and what a number of a task looks like.
import { describe, expect, it } from 'vitest';
import { numberSought, outcomeOf } from '../../src/delivery/rules.ts';

describe('the outcome of a message', () => {
  it.each([
    ['sent', null, 'sent', null],
    ['sent', 'as plain text', 'sent', null],
    ['planned', null, 'waiting', null],
    ['leased', null, 'waiting', null],
    ['sending', null, 'waiting', null],
    ['unknown', 'the sender died', 'unknown', 'lost-answer'],
    ['unreachable', 'vacant', 'unreachable', 'vacant'],
    ['unreachable', 'never-started', 'unreachable', 'never-started'],
    ['unreachable', 'unreachable', 'unreachable', 'never-started'],
    ['unreachable', 'blocked', 'unreachable', 'blocked'],
    ['dead', '403 Forbidden: bot was blocked by the user', 'unreachable', 'blocked'],
    ['dead', '403 Forbidden: user is deactivated', 'unreachable', 'blocked'],
    ['dead', '403 Forbidden: bot was kicked from the supergroup chat', 'unreachable', 'chat-gone'],
    ['dead', '400 Bad Request: chat not found', 'unreachable', 'chat-gone'],
    ['cancelled', 'the chat is gone', 'unreachable', 'chat-gone'],
    ['dead', '400 Bad Request: TOPIC_CLOSED', 'unreachable', 'topic-closed'],
    ['dead', '400 Bad Request: not enough rights to send text messages to the chat', 'unreachable', 'no-rights'],
    ['dead', 'the renderer failed', 'failed', 'broken'],
    ['dead', '400 Bad Request: BUTTON_DATA_INVALID', 'failed', 'broken'],
    ['cancelled', 'expired', 'cancelled', 'expired'],
    ['cancelled', 'replaced', 'cancelled', 'replaced'],
    ['cancelled', 'no longer stands', 'cancelled', 'settled'],
    ['cancelled', 'undone', 'cancelled', 'settled'],
  ])('%s, "%s" is %s, because of %s', (state, said, outcome, reason) => {
    expect(outcomeOf({ state, outcome: said })).toEqual({ outcome, reason });
  });
});

describe('the number somebody asks for', () => {
  it.each([
    ['148', 'Т-148'],
    ['T-148', 'Т-148'],
    ['т148', 'Т-148'],
    ['Т- 148', 'Т-148'],
    ['2.1', '2.1'],
    ['2.1-1', '2.1-1'],
    ['2.1/3', '2.1/3'],
    ['t-148/3', 'Т-148/3'],
    ['Школа', null],
    ["1' OR 1=1", null],
    ['', null],
  ])('%s means %s', (words, number) => {
    expect(numberSought(words)).toBe(number);
  });
});
