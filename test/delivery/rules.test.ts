// The one outcome of every message, and why it was so.
import { describe, expect, it } from 'vitest';
import { outcomeOf, stepWords } from '../../src/delivery/rules.ts';

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
    ['cancelled', 'late', 'cancelled', 'covered'],
    ['cancelled', 'merged', 'cancelled', 'covered'],
  ])('%s, "%s" is %s, because of %s', (state, said, outcome, reason) => {
    expect(outcomeOf({ state, outcome: said })).toEqual({ outcome, reason });
  });
});

describe('a step of a reminder', () => {
  it.each([
    ['before-3', 'before', 3, false],
    ['same-day', 'on-day', 0, false],
    ['overdue-2', 'overdue', 2, false],
    ['overdue-d6', 'overdue', 6, false],
    ['overdue-w4', 'overdue-week', 4, false],
    ['ladder-controller', 'ladder-controller', 0, false],
    ['interim-3/2026-12-01', 'interim', 0, false],
    ['update/2026-12-01', 'update', 0, false],
    ['half-control', 'half', 0, false],
    ['named/before-1', 'before', 1, true],
  ])('%s is told as %s', (name, step, n, named) => {
    expect(stepWords(name)).toEqual({ step, n, named });
  });
});
