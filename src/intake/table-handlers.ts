// Tables of an administrator: rosters and what may be one wait for the reader, which shows what an import would change.
import { type Api, Composer, InputFile } from 'grammy';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import { keepFile } from '../files/kept-files.ts';
import { isCut, diffTable } from '../org/roster-diff-messages.ts';
import { dryRun, takeImportWish } from '../org/roster-file-actions.ts';
import { looksLikeRoster, readRosterFile, writeXlsx } from '../org/roster-files.ts';
import { dryRunMessage } from '../org/roster-messages.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import type { Ctx } from '../telegram/context.ts';
import { maxDownload } from '../telegram/download.ts';
import { filesOf } from '../telegram/files.ts';
import type { Desk } from './review-handlers.ts';
import { rememberUnread, type Roster } from './unread-actions.ts';

const tables = /\.(csv|txt|tsv|xlsx)$/i;
const lookAlikes = /\.(xls|ods|numbers|docx?|pdf|json|zip|xlsm|xlsb)$/i;

/** Bytes; 2,000 posts take a tenth of it. What is larger is a roster only after /import. */
const largestRoster = 3 * 1024 * 1024;

/** The documents of an administrator in a private chat. */
export function tableHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').on('message:document', async (ctx, next) => {
    const { actor, message } = ctx;
    const replied = message.reply_to_message !== undefined;
    // An administrator with a post also reports: other files, and answers to the bot's messages, are reports.
    if (!actor?.systemAdmin || (replied && abilitiesOf(actor).has('report'))) return next();
    const [file] = filesOf(message);
    const name = file?.name ?? '';
    if (!file || !tables.test(name)) {
      const sendsDocuments = abilitiesOf(actor).has('report') || abilitiesOf(actor).has('resolve');
      if (lookAlikes.test(name) && !sendsDocuments) throw new UserError('org-roster-wrong-file');
      return next();
    }
    const size = file.size ?? 0;
    const roster = await rosterOf(ctx, actor, size);
    if (roster === null) return next();
    if (size > maxDownload) throw new UserError('telegram-file-too-big');
    const chatId = await ensureChat(ctx.app, message.chat);
    const { message_id: messageId, caption = '' } = message;
    await rememberUnread(ctx.app, actor, { chatId, messageId, file, caption, roster });
  });
  return composer;
}

/** Whoever also writes resolutions sends tables that are no roster: unless one was asked for by /import, its columns decide. */
async function rosterOf(ctx: Ctx, actor: Actor, size: number): Promise<Roster | null> {
  if (!abilitiesOf(actor).has('resolve') || (await takeImportWish(ctx.app, actor))) return 'sure';
  return size > largestRoster ? null : 'perhaps';
}

/** True for a file that was announced as a roster, or looks like one. */
export async function isRoster(roster: Roster, bytes: Uint8Array): Promise<boolean> {
  return roster === 'sure' || (bytes.length <= largestRoster && (await looksLikeRoster(bytes)));
}

/** Keeps the file for the press and shows what it would change. Throws UserError for a file that is no roster, and for anybody but an administrator. */
export async function showDryRun(desk: Desk, api: Api, { name, bytes }: { name: string; bytes: Uint8Array }) {
  const { app, actor, locale, t } = desk;
  const file = await readRosterFile(bytes);
  const digest = await keepFile(app.config.dataDir, bytes);
  const plan = await dryRun(app, actor, { name, digest }, file);
  const { html, keyboard } = dryRunMessage(app.t, locale, { name, rows: file.rows.length, digest }, plan);
  await desk.tell(html, keyboard);
  if (plan.errors.length > 0 || !isCut(app.t, locale, plan)) return;
  const table = await writeXlsx(diffTable(app.t, locale, plan));
  const caption = t('org-diff-whole');
  await api.sendDocument(actor.telegramId, new InputFile(table, 'changes.xlsx'), { caption, parse_mode: 'HTML' });
}
