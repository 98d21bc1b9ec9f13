// Delivery rules, pure: the one outcome of every message for a person and step, and why it was so.

/** What became of a message: nothing is in two of them. */
export const outcomes = ['sent', 'waiting', 'unknown', 'unreachable', 'failed', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

export const isOutcome = (value: string | undefined): value is Outcome => outcomes.includes(value as Outcome);

/** Why, as far as people need to know it. */
export const reasons = [
  'vacant',
  'never-started',
  'blocked',
  'chat-gone',
  'topic-closed',
  'no-rights',
  'expired',
  'settled',
  'replaced',
  'covered',
  'lost-answer',
  'broken',
] as const;
export type Reason = (typeof reasons)[number];

/** A row of the outbox, of what had no chat, or of a reminder that could not be said. */
export type RawOutcome = { state: string; outcome: string | null };

/** Telegram's and our own words for an ending, and what they mean to people. */
const meanings: [RegExp, Outcome, Reason][] = [
  [/^vacant$/, 'unreachable', 'vacant'],
  [/^(never-started|unreachable)$/, 'unreachable', 'never-started'],
  [/^blocked$|bot was blocked|user is deactivated/i, 'unreachable', 'blocked'],
  [
    /bot was kicked|bot is not a member|chat is gone|chat not found|user not found|PEER_ID/i,
    'unreachable',
    'chat-gone',
  ],
  [/TOPIC_|thread not found/i, 'unreachable', 'topic-closed'],
  [/not enough rights|have no rights|CHAT_WRITE|CHAT_RESTRICTED/i, 'unreachable', 'no-rights'],
];

/** The outcome of a message and its reason; null where there is nothing to explain. */
export function outcomeOf({ state, outcome }: RawOutcome): { outcome: Outcome; reason: Reason | null } {
  const said = outcome ?? '';
  if (state === 'sent') return { outcome: 'sent', reason: null };
  if (['planned', 'leased', 'sending'].includes(state)) return { outcome: 'waiting', reason: null };
  if (state === 'unknown') return { outcome: 'unknown', reason: 'lost-answer' };
  const known = meanings.find(([pattern]) => pattern.test(said));
  if (known) return { outcome: known[1], reason: known[2] };
  if (state === 'dead') return { outcome: 'failed', reason: 'broken' };
  // A step missed by downtime, or a rung of somebody who heard of it on a lower one: another reminder says it.
  if (said === 'late' || said === 'merged') return { outcome: 'cancelled', reason: 'covered' };
  if (said === 'expired') return { outcome: 'cancelled', reason: 'expired' };
  if (said === 'replaced') return { outcome: 'cancelled', reason: 'replaced' };
  return { outcome: 'cancelled', reason: 'settled' };
}

/** The room a kind of message comes from, which names it on screen: 'tasks' of 'tasks.assigned'. */
export function sliceOf(kind: string): string {
  return kind.split('.')[0] ?? kind;
}

/** A step of a reminder in words: `step` names them, `n` fills them; `named` where a group named somebody for whom it did not arrive. */
export type StepWords = { step: string; n: number; named: boolean };

const numbered: [RegExp, string][] = [
  [/^before-(\d+)$/, 'before'],
  [/^overdue-d?(\d+)$/, 'overdue'],
  [/^overdue-w(\d+)$/, 'overdue-week'],
];
const plainSteps: [RegExp, string][] = [
  [/^(on-day|same-day)$/, 'on-day'],
  [/^half/, 'half'],
  [/^interim-/, 'interim'],
  [/^update\//, 'update'],
];

/** How the ledger calls a step of the reminders. */
export function stepWords(name: string): StepWords {
  const named = name.startsWith('named/');
  const bare = named ? name.slice('named/'.length) : name;
  for (const [pattern, step] of numbered) {
    const n = pattern.exec(bare)?.[1];
    if (n !== undefined) return { step, n: Number(n), named };
  }
  return { step: plainSteps.find(([pattern]) => pattern.test(bare))?.[1] ?? bare, n: 0, named };
}
