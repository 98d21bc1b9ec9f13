// The numbers in the picture of a digest as buttons: units and weeks, each opens its list.
import type { App } from '../app.ts';
import { type Filter, filterOf } from '../lists/filter-rules.ts';
import type { Named } from '../org/messages.ts';
import { type Screen, unitButtons, unitLegend, weekButtons } from '../stats/number-messages.ts';
import type { WeekCounts } from '../stats/queries.ts';
import type { UnitCounts } from '../stats/rules.ts';
import { headLine } from '../tasks/list-messages.ts';
import { turns } from '../telegram/buttons.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import { addDays, printDayRange } from '../time.ts';
import { scopeName } from './messages.ts';
import type { SubscriptionView } from './queries.ts';
import type { ListScope, Period } from './rules.ts';

const unitsOnPage = 6;

export type NumberParts = {
  subscription: Pick<SubscriptionView, 'id' | 'org' | 'resolution' | 'about'>;
  scope: ListScope;
  period: Period;
  units: UnitCounts[];
  names: Map<number, Named>;
  weeks: WeekCounts[];
  page: number;
};

/** Units with their four numbers, a page of them, then the eight weeks; as counted at this moment. */
export function numbersMessage(app: App, locale: Locale, parts: NumberParts): Screen {
  const { subscription, scope, period, units, names, weeks } = parts;
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(units.length / unitsOnPage) - 1);
  const page = Math.min(parts.page, last);
  const about: Partial<Filter> = filterOf({ resolutionId: scope.resolutionId, words: scope.topic });
  const top = { orgId: Number(scope.path.split('/').filter(Boolean).at(-1)), alone: false };
  const shown = units.slice(page * unitsOnPage, (page + 1) * unitsOnPage);
  const head = t('digests-numbers', { range: printDayRange(locale, period.from, period.to) });
  return {
    text: [
      headLine(app, locale, head, { page, words: scope.topic ?? undefined }),
      escapeHtml(scopeName(t, locale, subscription)),
      unitLegend(app, locale),
    ].join('\n'),
    keyboard: [
      ...unitButtons(locale, { units: shown, names, within: period, about }),
      ...turns('digests.numbers', [subscription.id, addDays(period.to, 1)], page, last),
      ...weekButtons(app, weeks, { ...about, place: top }),
    ],
  };
}
