// What all printed forms have in common: words, names, the foot of the page, places to sign.
import type { App } from '../app.ts';
import { type Named, nameIn } from '../org/messages.ts';
import type { Actor } from '../org/rules.ts';
import { plain } from '../telegram/buttons.ts';
import type { TextArgs } from '../texts.ts';
import { printDate, printInstant, dayIn } from '../time.ts';
import type { Block, Column, Paper, Value } from './paper-rules.ts';
import type { PaperLocale } from './print-rules.ts';

export type PaperContext = { app: App; locale: PaperLocale };
export type Say = (key: string, args?: TextArgs) => string;
/** Who signs: the post with its organisation, and the name where it is known. */
export type Signer = { post: Named; org: Named; name: string };

/** Words of the printed forms, without markup. */
export const sayIn =
  ({ app, locale }: PaperContext): Say =>
  (key, args) =>
    plain(app.t(locale, key, args));

/** The paper around its blocks. */
export function paperOf(
  context: PaperContext,
  parts: Pick<Paper, 'title' | 'under' | 'blocks'> & { landscape?: boolean },
): Paper {
  const { app, locale } = context;
  const now = app.now();
  const made = sayIn(context)('print-made', { at: printInstant(app.zone, now) });
  return { landscape: false, ...parts, locale, made, madeAt: now.toISOString() };
}

/** '22 ноября 2026 г.' */
export function todayIn({ app, locale }: PaperContext): string {
  return printDate(locale, dayIn(app.zone, app.now()));
}

/** Columns by name with their widths in millimetres; numbers stand to the right. */
export function columnsOf(say: Say, widths: Record<string, number>, numbers: string[] = []): Column[] {
  return Object.entries(widths).map(([column, width]) => ({
    title: say('print-column', { column }),
    width,
    ...(column === 'place' && { align: 'center' as const }),
    ...(numbers.includes(column) && { align: 'right' as const }),
  }));
}

/** An organisation with the post in it: 'Школа № 12, директор'. */
export function placeOf(org: Named, post: Named, locale: PaperLocale): string {
  return `${nameIn(org, locale)}, ${nameIn(post, locale)}`;
}

/** One place to sign for each. */
export function signaturesOf(context: PaperContext, signers: Signer[]): Block {
  const lines = signers.map(({ post, org, name }) => ({
    post: `${nameIn(post, context.locale)}, ${nameIn(org, context.locale)}`,
    name,
  }));
  return { is: 'signatures', lines, note: sayIn(context)('print-sign-note') };
}

/** The person who orders the paper, by the post that lets them. */
export function signerOf({ name }: Pick<Actor, 'name'>, post: Actor['posts'][number]): Signer {
  return {
    post: { nameKk: post.nameKk, nameRu: post.nameRu },
    org: { nameKk: post.orgNameKk, nameRu: post.orgNameRu },
    name,
  };
}

/** Labels of `print-fact` with their values; those without a value are left out. */
export function factsOf(say: Say, facts: [string, Value][]): Block {
  const rows = facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([fact, value]): [string, Value] => [say('print-fact', { fact }), value]);
  return { is: 'facts', rows };
}
