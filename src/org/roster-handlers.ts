// The roster by conversation: /import gives a template, a CSV or XLSX document gets a dry run, one press imports it.
import { createHash } from 'node:crypto';
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { sheetLines } from '../files/table-messages.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, privately, requireActor } from '../telegram/context.ts';
import { downloadFile, maxDownload } from '../telegram/download.ts';
import { withProgress } from '../telegram/progress.ts';
import { deactivatePosts } from './close-actions.ts';
import { inviteDays, inviteLink } from './invite-rules.ts';
import { importRoster, previewRoster } from './roster-actions.ts';
import { diffTable, isCut } from './roster-diff-messages.ts';
import { planDigest } from './roster-diff-rules.ts';
import {
  forgetRosterFile,
  noteImportWish,
  noteMissing,
  type RememberedFile,
  recallRosterFile,
  rememberRosterFile,
  takeImportWish,
  takeMissing,
} from './roster-file-actions.ts';
import {
  looksLikeRoster,
  maxRosterRows,
  readRosterFile,
  type RosterFile,
  writeRosterFile,
  writeRosterTemplate,
  writeXlsx,
} from './roster-files.ts';
import { exampleRows, importedMessage, previewMessage } from './roster-messages.ts';
import { abilitiesOf, type Actor } from './rules.ts';

const tables = /\.(csv|txt|tsv|xlsx)$/i;
const lookAlikes = /\.(xls|ods|numbers|docx?|pdf|json|zip|xlsm|xlsb)$/i;

/** Bytes; 2,000 posts take a tenth of it. What is larger is not downloaded only to look at its columns. */
const largestRoster = 3 * 1024 * 1024;

type Sent = { fileId: string; name: string; size: number };

/** /import and the documents of an administrator in a private chat. */
export function rosterHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('import', sendTemplate);
  composer.chatType('private').on('message:document', async (ctx, next) => {
    // An administrator with a post also reports: other files, and answers to the bot's messages, are reports.
    const { document, reply_to_message: replied } = ctx.message;
    if (!ctx.actor?.systemAdmin || (replied && abilitiesOf(ctx.actor).has('report'))) return next();
    const name = document.file_name ?? '';
    const sent = { fileId: document.file_id, name, size: document.file_size ?? 0 };
    if (tables.test(name)) return (await isDocument(ctx, ctx.actor, sent)) ? next() : preview(ctx, sent);
    const sendsDocuments = abilitiesOf(ctx.actor).has('report') || abilitiesOf(ctx.actor).has('resolve');
    if (lookAlikes.test(name) && !sendsDocuments) throw new UserError('org-roster-wrong-file');
    return next();
  });
  onButton(composer, 'org.import', async (ctx, digest) => runImport(ctx, digest ?? ''));
  onButton(composer, 'org.roster-close', closeMissing);
  onButton(composer, 'org.import-cancel', async (ctx) => {
    await forgetRosterFile(ctx.app, requireActor(ctx));
    await rewrite(ctx, ctx.t('org-roster-cancelled'));
  });
  return composer;
}

/** Whoever also writes resolutions sends tables that are no roster: unless one was asked for by /import, its columns decide. */
async function isDocument(ctx: Ctx, actor: Actor, sent: Sent): Promise<boolean> {
  if (!abilitiesOf(actor).has('resolve') || (await takeImportWish(ctx.app, actor))) return false;
  if (sent.size > largestRoster) return true;
  return !(await looksLikeRoster(await downloadFile(ctx.app, ctx.api, sent.fileId)));
}

async function sendTemplate(ctx: Ctx): Promise<void> {
  const actor = privately(ctx);
  if (!actor.systemAdmin) throw new UserError('org-roster-not-allowed');
  await noteImportWish(ctx.app, actor);
  await ctx.say('org-import-help', { max: maxRosterRows, days: inviteDays });
  const template = await writeRosterTemplate(exampleRows(actor.locale));
  await ctx.replyWithDocument(new InputFile(template, 'roster.xlsx'), {
    caption: ctx.t('org-import-template'),
    parse_mode: 'HTML',
  });
}

async function preview(ctx: Ctx, sent: Sent): Promise<void> {
  const actor = requireActor(ctx);
  if (sent.size > maxDownload) throw new UserError('telegram-file-too-big');
  const { text, keyboard, plan } = await withProgress(ctx, 'org-roster-working', async () => {
    const { file, digest } = await read(ctx, sent.fileId);
    return dryRun(ctx, actor, { ...sent, digest }, file);
  });
  await ctx.sayHtml(text, { keyboard });
  if (plan.errors.length > 0 || !isCut(ctx.app.t, ctx.locale, plan)) return;
  const table = await writeXlsx(diffTable(ctx.app.t, ctx.locale, plan));
  const caption = ctx.t('org-diff-whole');
  await ctx.replyWithDocument(new InputFile(table, 'changes.xlsx'), { caption, parse_mode: 'HTML' });
}

/** What the file would change now; a file without faults is remembered for the press. */
async function dryRun(
  ctx: Ctx,
  actor: Actor,
  sent: { fileId: string; name: string; digest: string },
  file: RosterFile,
) {
  const plan = await previewRoster(ctx.app, actor, { rows: file.rows });
  const preview = previewMessage(ctx.app.t, ctx.locale, { name: sent.name, rows: file.rows.length }, plan);
  const text = [...sheetLines(ctx.app, ctx.locale, file), preview].join('\n');
  if (plan.errors.length > 0) return { text, keyboard: [], plan };
  const { fileId, name, digest } = sent;
  await rememberRosterFile(ctx.app, actor, { fileId, name, digest, plan: planDigest(plan) });
  const keyboard = [
    [button(ctx.t('org-roster-import'), 'org.import', digest.slice(0, 16))],
    [button(ctx.t('org-roster-cancel'), 'org.import-cancel')],
  ];
  return { text, keyboard, plan };
}

async function runImport(ctx: Ctx, digestStart: string): Promise<void> {
  const actor = requireActor(ctx);
  const remembered = await recallRosterFile(ctx.app, actor, digestStart);
  await ctx.answerCallbackQuery();
  await withProgress(ctx, 'org-roster-working', async () => {
    const { file, digest } = await read(ctx, remembered.fileId);
    if (digest !== remembered.digest) throw new UserError('org-roster-stale');
    const done = await importUnlessChanged(ctx, actor, remembered, file);
    if (!done) return;
    const { plan, links } = done;
    const missing = plan.missing.map(({ id }) => id);
    if (missing.length > 0) await noteMissing(ctx.app, actor, missing);
    await rewrite(ctx, importedMessage(ctx.app.t, ctx.locale, plan), missingButtons(ctx, missing.length));
    const addresses = new Map([...links].map(([line, token]) => [line, inviteLink(ctx.me.username, token)]));
    const bytes = await writeRosterFile(file, addresses);
    const caption = ctx.t('org-roster-links', { links: links.size, days: inviteDays });
    await ctx.replyWithDocument(new InputFile(bytes, remembered.name), { caption, parse_mode: 'HTML' });
    await forgetRosterFile(ctx.app, actor);
  });
}

/** Imports what was shown. Where the roster was changed meanwhile, the difference of this moment is shown instead, and nothing is written. */
async function importUnlessChanged(ctx: Ctx, actor: Actor, remembered: RememberedFile, file: RosterFile) {
  try {
    return await importRoster(ctx.app, actor, { rows: file.rows, expected: remembered.plan });
  } catch (error) {
    if (!(error instanceof UserError) || error.key !== 'org-roster-changed-meanwhile') throw error;
    const { text, keyboard } = await dryRun(ctx, actor, remembered, file);
    await rewrite(ctx, [ctx.t('org-roster-changed-meanwhile'), '', text].join('\n'), keyboard);
    return null;
  }
}

function missingButtons(ctx: Ctx, missing: number): Keyboard {
  return missing > 0 ? [[button(ctx.t('org-roster-button-close', { missing }), 'org.roster-close', missing)]] : [];
}

/** Posts that the file did not name are closed by this press only. */
async function closeMissing(ctx: Ctx, count: string | undefined): Promise<void> {
  const actor = requireActor(ctx);
  if (!actor.systemAdmin) throw new UserError('org-roster-not-allowed');
  const postIds = await takeMissing(ctx.app, actor, idArg(count));
  const { closed, busy } = await deactivatePosts(ctx.app, actor, { postIds });
  await rewrite(ctx, ctx.t('org-roster-closed', { closed, busy }));
}

async function read(ctx: Ctx, fileId: string): Promise<{ file: RosterFile; digest: string }> {
  const bytes = await downloadFile(ctx.app, ctx.api, fileId);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { file: await readRosterFile(bytes), digest };
}
