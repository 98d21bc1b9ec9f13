// How a reminder policy looks: in words, with a button for each value, and the choices behind it.
import type { App } from '../app.ts';
import type { Naming } from '../chats/rules.ts';
import { orgName } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { type Day, printDay, printDayShort } from '../time.ts';
import { dayChoices, hourChoices, type OwnPolicy, type Policy, type Repeats, repeatings } from './policy-rules.ts';

export type Screen = { html: string; keyboard: Keyboard };
export const fields = ['days', 'repeats', 'hours', 'quiet', 'naming'] as const;
export type Field = (typeof fields)[number];
export const namings: Naming[] = ['never', 'after_private', 'always'];

/** Where the value of a field comes from: the name of an organisation above; null: nobody sets it; undefined: it is set here. */
export type Origins = Record<Field, { nameKk: string; nameRu: string } | null | undefined>;
type Named = { orgId: number; nameKk: string; nameRu: string };
type Say = (key: string, args?: TextArgs) => string;

/** The policy that holds for an organisation, in words; a button for each value. */
export function policyPanel(app: App, locale: Locale, org: Named, policy: Policy, origins: Origins): Screen {
  const say: Say = (key, args) => app.t(locale, key, args);
  const line = (field: Field): string => {
    const origin = origins[field];
    const from = origin === undefined ? '' : origin === null ? say('reminders-from-usual') : orgName(origin, locale);
    const value = fieldText(say, locale, field, policy);
    return origin === undefined ? value : say('reminders-inherited', { value, from });
  };
  const html = [say('reminders-policy-title', { org: orgName(org, locale) }), '', ...fields.map(line)].join('\n');
  const keyboard = fields.map((field) => [
    button(say(`reminders-field-${field}`), 'reminders.choose', org.orgId, field),
  ]);
  return { html, keyboard };
}

/** The choices of one value; the last button takes it back to what is set above. `ahead` are days that quiet may end on. */
export function choicePanel(
  app: App,
  locale: Locale,
  org: Named,
  { field, policy, own, ahead }: { field: Field; policy: Policy; own: boolean; ahead: Day[] },
): Screen {
  const say: Say = (key, args) => app.t(locale, key, args);
  const choice = (label: string, value: string) => [button(label, 'reminders.set', org.orgId, field, value)];
  const mark = (chosen: boolean, label: string): string => (chosen ? `✓ ${label}` : label);
  const choices: Record<Field, () => Keyboard> = {
    days: () => dayButtons(say, policy.daysBefore, (label, n) => choice(label, n)),
    repeats: () => repeatings.map((name) => choice(mark(name === policy.repeats, repeatsText(say, name)), name)),
    hours: () =>
      hourChoices.map(([from, to], n) =>
        choice(mark(from === policy.from && to === policy.to, `${from}–${to}`), String(n)),
      ),
    quiet: () => [
      ...ahead.map((day) => choice(say('reminders-until', { day: printDay(locale, day) }), day)),
      [button(say('reminders-button-quiet-days'), 'reminders.quiet', org.orgId)],
    ],
    naming: () =>
      namings.map((name) => choice(mark(name === policy.naming, say('chats-naming', { naming: name })), name)),
  };
  const back = [button(say('reminders-button-back'), 'reminders.policy', org.orgId)];
  const above = own ? [choice(say('reminders-button-above'), '-')] : [];
  const title = `<b>${orgName(org, locale)}</b>\n${fieldText(say, locale, field, policy)}`;
  return { html: title, keyboard: [...choices[field](), ...above, back] };
}

export type TaskPanel = {
  taskId: number;
  number: string;
  own: OwnPolicy;
  pausedUntil: Day | null;
  /** Days that a pause may end on. */
  ahead: Day[];
};

/** How one task is reminded of, for its issuer: every press sets a value; a pause is until a day with its weekday. */
export function taskPanel(app: App, locale: Locale, panel: TaskPanel): Screen {
  const say: Say = (key, args) => app.t(locale, key, args);
  const { taskId, number, own, pausedUntil, ahead } = panel;
  const above = say('reminders-as-organisation');
  const lines = [
    say('reminders-task-title', { number }),
    say('reminders-line-days', { days: own.daysBefore ? daysText(say, own.daysBefore) : above }),
    say('reminders-line-repeats', { repeats: own.repeats ? repeatsText(say, own.repeats) : above }),
    say('reminders-line-naming', { naming: own.naming ? say('chats-naming', { naming: own.naming }) : above }),
    pausedUntil ? say('tasks-paused', { day: printDay(locale, pausedUntil) }) : say('reminders-not-paused'),
  ];
  const pause = ahead.map((day) => [
    button(say('reminders-button-pause', { day: printDay(locale, day) }), 'reminders.pause', taskId, day),
  ]);
  const keyboard: Keyboard = [
    ...(['days', 'repeats', 'naming'] as const).map((field) => [
      button(say(`reminders-field-${field}`), 'reminders.task-choose', taskId, field),
    ]),
    ...(pausedUntil ? [[button(say('reminders-button-resume'), 'reminders.resume', taskId)]] : pause),
    ...(pausedUntil ? [] : [[button(say('reminders-button-pause-other'), 'reminders.pause-other', taskId)]]),
  ];
  return { html: lines.join('\n'), keyboard };
}

/** The choices of one value of a task. */
export function taskChoice(
  app: App,
  locale: Locale,
  { taskId, number, own }: TaskPanel,
  field: 'days' | 'repeats' | 'naming',
): Screen {
  const say: Say = (key, args) => app.t(locale, key, args);
  const choice = (label: string, value: string) => [button(label, 'reminders.task-set', taskId, field, value)];
  const choices: Record<typeof field, () => Keyboard> = {
    days: () => dayButtons(say, own.daysBefore ?? [], choice),
    repeats: () => repeatings.map((name) => choice(repeatsText(say, name), name)),
    naming: () => namings.map((name) => choice(say('chats-naming', { naming: name }), name)),
  };
  return {
    html: `${say('reminders-task-title', { number })}\n${say(`reminders-field-${field}`)}`,
    keyboard: [...choices[field](), choice(say('reminders-button-above'), '-')],
  };
}

function dayButtons(say: Say, chosen: number[], choice: (label: string, value: string) => Keyboard[number]): Keyboard {
  return dayChoices.map((days, n) => {
    const label = daysText(say, days);
    return choice(days.join() === chosen.join() ? `✓ ${label}` : label, String(n));
  });
}

function fieldText(say: Say, locale: Locale, field: Field, policy: Policy): string {
  if (field === 'days') return say('reminders-line-days', { days: daysText(say, policy.daysBefore) });
  if (field === 'repeats') return say('reminders-line-repeats', { repeats: repeatsText(say, policy.repeats) });
  if (field === 'hours') return say('reminders-line-hours', { hours: `${policy.from}–${policy.to}` });
  if (field === 'naming')
    return say('reminders-line-naming', { naming: say('chats-naming', { naming: policy.naming }) });
  return say('reminders-line-quiet', { days: quietText(say, locale, policy) });
}

const mostShownDays = 12;

function quietText(say: Say, locale: Locale, { quietUntil, quietDays }: Policy): string {
  const days = quietDays.slice(-mostShownDays).map(printDayShort);
  const until = quietUntil === null ? [] : [say('reminders-until', { day: printDay(locale, quietUntil) })];
  return [...until, ...days].join(', ') || say('reminders-quiet-none');
}

/** '7, 3, 1, в день срока' */
function daysText(say: Say, days: readonly number[]): string {
  return days.map((n) => (n === 0 ? say('reminders-on-day') : String(n))).join(', ');
}

function repeatsText(say: Say, repeats: Repeats): string {
  return say('reminders-repeats', { repeats });
}
