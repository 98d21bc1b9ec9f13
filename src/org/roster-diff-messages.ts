// The difference that a roster would make, on screen and as a table.
import { escapeHtml, type Locale, type T } from '../texts.ts';
import { clip, nameIn } from './messages.ts';
import { diffKinds, type DiffLine, diffLines } from './roster-diff-rules.ts';
import type { RosterPlan } from './roster-rules.ts';

/** Characters that the difference may take in a message, and how many lines of a kind are tried. */
const room = 3_000;
const tries = [15, 8, 4, 2];
const longest = 110;

/** The difference in lines, kind by kind; what does not fit is counted. Empty without a difference. HTML. */
export function diffBlock(t: T, locale: Locale, plan: RosterPlan): string[] {
  const lines = diffLines(plan);
  const blocks = tries.map((shown) => block(t, locale, lines, shown));
  return blocks.find((rows) => rows.join('\n').length <= room) ?? blocks.at(-1) ?? [];
}

/** True when the message does not show every line: the whole comes as a table then. */
export function isCut(t: T, locale: Locale, plan: RosterPlan): boolean {
  const lines = diffLines(plan);
  return diffBlock(t, locale, plan).length < block(t, locale, lines, lines.length).length;
}

function block(t: T, locale: Locale, lines: DiffLine[], shown: number): string[] {
  return diffKinds.flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return [];
    const rest = own.length - shown;
    const more = rest > 0 ? [t(locale, 'org-roster-more', { count: rest })] : [];
    const rows = own.slice(0, shown).map((line) => `• ${escapeHtml(clip(words(t, locale, line), longest))}`);
    return ['', t(locale, `org-diff-${kind}`, { count: own.length }), ...rows, ...more];
  });
}

function words(t: T, locale: Locale, { kind, subject, field, before, after }: DiffLine): string {
  const name = nameIn(subject, locale);
  if (kind === 'body-added' || kind === 'post-added') return name;
  if (kind === 'person-added') return `${name}: ${after}`;
  if (kind === 'missing') return before === '' ? name : `${name}: ${before}`;
  const what = field === undefined ? '' : `, ${t(locale, `org-field-${field.toLowerCase()}`)}`;
  return `${name}${what}: ${before || '–'} → ${after || '–'}`;
}

/** The whole difference as rows of a table, header first: kind, where, what, before, after. */
export function diffTable(t: T, locale: Locale, plan: RosterPlan): string[][] {
  const header = ['kind', 'where', 'what', 'before', 'after'].map((column) => t(locale, `org-diff-column-${column}`));
  const rows = diffLines(plan).map(({ kind, subject, field, before, after }) => {
    const what = field === undefined ? '' : t(locale, `org-field-${field.toLowerCase()}`);
    return [t(locale, `org-diff-name-${kind}`), nameIn(subject, locale), what, before, after];
  });
  return [header, ...rows];
}
