// The settings of time: week and days off of an organisation, terms of a school year. HTML.
import type { App } from '../app.ts';
import type { SchoolYears } from '../calendar.ts';
import { orgName } from '../org/messages.ts';
import { button } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { OrgTimesView } from './calendar-queries.ts';
import type { Screen } from './messages.ts';

/** Working week of an organisation, and what becomes of its dates on a day off. */
export function weekMessage({ t }: App, locale: Locale, org: OrgTimesView): Screen {
  const { orgId, week, policy } = org;
  const lines = [
    `<b>${escapeHtml(orgName(org, locale))}</b>`,
    t(locale, 'periods-week', { n: week }),
    t(locale, 'periods-policy', { policy }),
    t(locale, 'periods-week-hint'),
  ];
  const check = (chosen: boolean, label: string): string => (chosen ? `✓ ${label}` : label);
  return {
    html: lines.join('\n'),
    keyboard: [
      [5, 6].map((n) =>
        button(check(n === week, t(locale, 'periods-button-week', { n })), 'periods.set-week', orgId, n),
      ),
      ...(['keep', 'next', 'previous'] as const).map((name) => [
        button(
          check(name === policy, t(locale, 'periods-button-policy', { policy: name })),
          'periods.set-policy',
          orgId,
          name,
        ),
      ]),
      [button(t(locale, 'tasks-button-back'), 'people.org', orgId)],
    ],
  };
}

/** The terms of the school year that begins in `year`, with a way to the years beside it. */
export function termsMessage({ t }: App, locale: Locale, year: number, school: SchoolYears): Screen {
  const years = { year: String(year), next: String(year + 1) };
  const terms = school(year).map(({ start, end }, at) =>
    t(locale, 'periods-terms-line', { n: String(at + 1), from: printDayShort(start), to: printDayShort(end) }),
  );
  return {
    html: [`<b>${t(locale, 'periods-terms-title', years)}</b>`, ...terms, t(locale, 'periods-terms-hint')].join('\n'),
    keyboard: [
      [button(t(locale, 'periods-button-terms', years), 'periods.set-terms', year)],
      [button(t(locale, 'tasks-button-back'), 'reminders.calendar', year)],
    ],
  };
}
