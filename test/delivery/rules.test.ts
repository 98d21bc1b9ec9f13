// The one outcome of every message, and why it was so.
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/delivery/rules.ts';

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
