// What the quality gate says on a draft, and the days it proposes. HTML.
import { printDay, printWeekday, printDayShort, weekday, type Day } from '../time.ts';
import { escapeHtml, type Locale, type T } from '../texts.ts';
import { orgName } from '../org/messages.ts';
import type { Warning } from './gate-rules.ts';
import type { TaskView } from './queries.ts';

type Context = { t: T; locale: Locale };

/** One line a warning, '🔎' in front: they are advice. */
export function warningLines({ t, locale }: Context, draft: TaskView, warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => `🔎 ${lineOf({ t, locale }, draft, warning)}`);
}

function lineOf({ t, locale }: Context, draft: TaskView, { code, n = 0, number = '', postId, day }: Warning): string {
  const date = draft.due ? printDay(locale, draft.due) : '';
  switch (code) {
    case 'short':
      return t(locale, 'periods-gate-short', { n });
    case 'duplicate':
      return t(locale, 'periods-gate-duplicate', { number });
    case 'load': {
      const post = draft.participations.find((part) => part.post.postId === postId)?.post;
      const said = draft.fanOut
        ? t(locale, 'periods-gate-load-many', { n, day: date })
        : t(locale, 'periods-gate-load', { name: post ? orgName(post.org, locale) : '', n, day: date });
      return day ? `${said} ${t(locale, 'periods-gate-load-day', { day: printDay(locale, day) })}` : said;
    }
    default:
      return t(locale, `periods-gate-${code}`);
  }
}

/** 'Вт, 22.12.2026' on a button that takes the day. */
export function dayLabel({ t, locale }: Context, day: Day): string {
  const name = printWeekday(locale, weekday(day), true);
  return t(locale, 'periods-button-day', { day: `${escapeHtml(name)}, ${printDayShort(day)}` });
}
