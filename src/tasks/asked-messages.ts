// The lines of a card or draft that say what an answer consists of, and how it is given.
import type { App } from '../app.ts';
import { escapeHtml, type Locale, raw } from '../texts.ts';
import type { AskedField } from './asked-rules.ts';

type Words = { app: App; locale: Locale };

/** Longest label and choice in such a line, in characters. */
const longest = 80;

/** 'Ответ: число (целое, от 0 до 500), чел.', or one numbered line a field; none where nothing is asked. HTML. */
export function askedLines({ app, locale }: Words, asks: AskedField[] | null | undefined): string[] {
  const [only, ...others] = asks ?? [];
  if (!only) return [];
  if (others.length === 0) return [app.t(locale, 'collections-asked', { what: raw(askedWhat({ app, locale }, only)) })];
  const lines = (asks ?? []).map((field, at) => {
    const what = askedWhat({ app, locale }, field);
    const optional = field.required ? '' : ` (${app.t(locale, 'collections-optional')})`;
    return `${at + 1}. ${escapeHtml(cut(field.label))}: ${what}${optional}`;
  });
  return [app.t(locale, 'collections-asked-many'), ...lines];
}

/** Text key of how the executor answers. */
export function howToAnswer({ asks }: { asks?: AskedField[] | null }): string {
  if (!asks) return 'tasks-how-to-report';
  const only = asks.length === 1 ? asks[0]?.kind : 'many';
  return `collections-how-to-${only === 'photo' || only === 'file' ? 'file' : (only ?? 'many')}`;
}

/** 'число, целое, от 0 до 500, чел.' HTML. */
export function askedWhat({ app, locale }: Words, field: AskedField): string {
  const { kind, unit, min, max, whole } = field;
  const t = (key: string, args = {}): string => app.t(locale, `collections-${key}`, args);
  if (kind === 'choice') return t('what-choice', { choices: field.choices.map(cut).join(' / ') });
  if (kind !== 'number') return t(`what-${kind}`);
  const [from, to] = [min, max].map((bound) => (bound === null ? '' : printBound(locale, bound)));
  const range = min !== null && max !== null ? 'both' : min !== null ? 'from' : max !== null ? 'to' : 'none';
  return [
    t(whole ? 'what-whole' : 'what-number'),
    ...(range === 'none' ? [] : [t('what-range', { range, from: from ?? '', to: to ?? '' })]),
    ...(unit ? [escapeHtml(unit)] : []),
  ].join(', ');
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

/** '1 006' or '72,7' with a no-break space, '1,006' in English. */
function printBound(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en' : 'ru', { maximumFractionDigits: 4 }).format(value);
}
