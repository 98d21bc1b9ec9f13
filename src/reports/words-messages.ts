// The words of a report for whoever reads them: what the bot put in stands in the reader's language, the author's own words as they were written.
import type { App } from '../app.ts';
import { type Locale, locales } from '../texts.ts';
import { plain } from '../telegram/buttons.ts';
import { anywayReasons } from './evidence-rules.ts';

/** Plain; '' for a report without words. The last line may say why there is no evidence: it was written in the language of its author. */
export function reportWords(app: App, locale: Locale, text: string | null): string {
  const lines = (text ?? '').split('\n');
  const last = lines.at(-1) ?? '';
  const say = (to: Locale, key: string, reason = ''): string => plain(app.t(to, `reports-anyway-${key}`, { reason }));
  const label = locales.map((each) => say(each, 'line').trim()).find((each) => last.startsWith(each));
  if (label === undefined) return lines.join('\n');
  const reason = last.slice(label.length).trim();
  const offered = anywayReasons.find((key) => locales.some((each) => say(each, key) === reason));
  const told = `${say(locale, 'line').trim()} ${offered ? say(locale, offered) : reason}`;
  return [...lines.slice(0, -1), told].join('\n');
}
