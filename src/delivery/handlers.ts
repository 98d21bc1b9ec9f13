// /delivery in private, for secretaries and administrators: who was told what and when, and who cannot be reached and why.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { nameIn, personName } from '../org/messages.ts';
import { type Actor, canManageRoster, managedScopes } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { readFind } from '../tasks/find-rules.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { countGivenUp } from '../telegram/kept-updates.ts';
import { withProgress } from '../telegram/progress.ts';
import { addDays, dayIn, instantOf, printInstant } from '../time.ts';
import { writeLedger } from './files.ts';
import {
  kindName,
  listMessage,
  numberOf,
  pageSize,
  recipientOf,
  type Screen,
  stepName,
  summaryMessage,
  taskMessage,
} from './messages.ts';
import { countOutcomes, type Entry, ledgerEntries, type LedgerFilter } from './queries.ts';
import { isOutcome } from './rules.ts';

/** So many days back the ledger is counted and listed. */
const shownDays = 7;
/** So many days back it is written into the file. */
const fileDays = 31;
/** More rows than this a spreadsheet on a phone does not open. */
const maxFileRows = 20_000;
/** Entries of one task in a message: with the longest names they still fit into it. */
const shownOfTask = 15;

export function deliveryHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('delivery', async (ctx) => {
    const actor = manager(ctx);
    const words = ctx.match.trim();
    if (words !== '') return sayTask(ctx, actor, words);
    const { html, keyboard } = await summary(ctx, actor);
    return ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'delivery.home', async (ctx) => show(ctx, await summary(ctx, manager(ctx))));
  onButton(composer, 'delivery.list', async (ctx, outcome, page) => {
    const actor = manager(ctx);
    if (!isOutcome(outcome)) throw new UserError('telegram-stale-button');
    const filter = { ...since(ctx, actor, shownDays), outcome };
    const counts = await countOutcomes(ctx.app, filter);
    const at = Math.min(idArg(page), Math.max(0, Math.ceil(counts[outcome] / pageSize) - 1));
    const entries = await ledgerEntries(ctx.app, filter, { skip: at * pageSize, take: pageSize });
    await show(ctx, listMessage(ctx.app, ctx.locale, { entries, outcome, page: at, total: counts[outcome] }));
  });
  onButton(composer, 'delivery.file', async (ctx) => {
    const actor = manager(ctx);
    await ctx.answerCallbackQuery();
    await withProgress(ctx, 'delivery-working', async () => sendFile(ctx, actor));
  });
  return composer;
}

async function summary(ctx: Ctx, actor: Actor): Promise<Screen> {
  const filter = since(ctx, actor, shownDays);
  const counts = await countOutcomes(ctx.app, filter);
  // Nobody's part of the tree: only administrators can do something about it.
  const givenUp = filter.scopes === null ? await countGivenUp(ctx.app, filter.since) : 0;
  return summaryMessage(ctx.app, ctx.locale, { days: shownDays, counts, givenUp });
}

async function sayTask(ctx: Ctx, actor: Actor, words: string) {
  const numbers = readFind(words)?.numbers;
  if (!numbers) throw new UserError('delivery-number-unclear');
  // A task lives for months: all that was ever said of it.
  const filter = { scopes: managedScopes(actor), since: new Date(0), numbers, steps: 'said' as const };
  const total = Object.values(await countOutcomes(ctx.app, filter)).reduce((sum, n) => sum + n, 0);
  const entries = await ledgerEntries(ctx.app, filter, { take: shownOfTask });
  await ctx.sayHtml(taskMessage(ctx.app, ctx.locale, words, entries, total - entries.length));
}

async function sendFile(ctx: Ctx, actor: Actor): Promise<void> {
  const filter = { ...since(ctx, actor, fileDays), steps: 'all' as const };
  const entries = await ledgerEntries(ctx.app, filter, { take: maxFileRows });
  const columns = ['at', 'post', 'name', 'kind', 'task', 'step', 'outcome', 'reason', 'message'];
  const header = columns.map((column) => ctx.t(`delivery-column-${column}`));
  const bytes = await writeLedger(
    header,
    entries.map((entry) => cellsOf(ctx, entry)),
  );
  const said = ctx.t('delivery-file-caption', { days: fileDays, rows: entries.length });
  const caption = entries.length < maxFileRows ? said : `${said}\n${ctx.t('delivery-file-cut')}`;
  await ctx.replyWithDocument(new InputFile(bytes, 'delivery.xlsx'), { caption, parse_mode: 'HTML' });
}

function cellsOf({ app, locale, t }: Ctx, entry: Entry): string[] {
  const { post, person, group } = entry;
  const chat = group === null ? null : recipientOf(entry, locale);
  const seat = post === null ? '' : `${nameIn(post.org, locale)}, ${nameIn(post, locale)}`;
  return [
    printInstant(app.zone, entry.at),
    chat ?? seat,
    person ? personName(person) : '',
    kindName(app, locale, entry.kind),
    numberOf(entry) ?? '',
    stepName(app, locale, entry),
    t(`delivery-outcome-${entry.outcome}`),
    entry.reason === null ? '' : t(`delivery-reason-${entry.reason}`),
    entry.messageId === null ? '' : String(entry.messageId),
  ];
}

function since(ctx: Ctx, actor: Actor, days: number): LedgerFilter {
  const { zone, now } = ctx.app;
  return { scopes: managedScopes(actor), since: instantOf(zone, addDays(dayIn(zone, now()), -days), '00:00') };
}

/** Names and posts of everybody: for those who look after people, in private. */
function manager(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (!canManageRoster(actor)) throw new UserError('telegram-not-allowed');
  return actor;
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
