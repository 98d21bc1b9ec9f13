// The roster by conversation: /import gives a template, one press imports the file whose dry run was shown.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { keptFile } from '../files/kept-files.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { withProgress } from '../telegram/progress.ts';
import { deactivatePosts } from './close-actions.ts';
import { inviteDays, inviteLink } from './invite-rules.ts';
import { importRoster } from './roster-actions.ts';
import {
  dryRun,
  forgetRosterFile,
  noteImportWish,
  noteMissing,
  type RememberedFile,
  recallRosterFile,
  takeMissing,
} from './roster-file-actions.ts';
import {
  maxRosterRows,
  readRosterFile,
  type RosterFile,
  writeRosterFile,
  writeRosterTemplate,
} from './roster-files.ts';
import { dryRunMessage, exampleRows, importedMessage } from './roster-messages.ts';
import type { Actor } from './rules.ts';

/** /import and the buttons of a dry run; the files themselves come by intake, which tells rosters from documents. */
export function rosterHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('import', sendTemplate);
  onButton(composer, 'org.import', async (ctx, digest) => runImport(ctx, digest ?? ''));
  onButton(composer, 'org.roster-close', closeMissing);
  onButton(composer, 'org.import-cancel', async (ctx) => {
    await forgetRosterFile(ctx.app, requireActor(ctx));
    await rewrite(ctx, ctx.t('org-roster-cancelled'));
  });
  return composer;
}

async function sendTemplate(ctx: Ctx): Promise<void> {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  if (!actor.systemAdmin) throw new UserError('org-roster-not-allowed');
  await noteImportWish(ctx.app, actor);
  await ctx.say('org-import-help', { max: maxRosterRows, days: inviteDays });
  const template = await writeRosterTemplate(exampleRows(actor.locale));
  await ctx.replyWithDocument(new InputFile(template, 'roster.xlsx'), {
    caption: ctx.t('org-import-template'),
    parse_mode: 'HTML',
  });
}

async function runImport(ctx: Ctx, digestStart: string): Promise<void> {
  const actor = requireActor(ctx);
  const remembered = await recallRosterFile(ctx.app, actor, digestStart);
  const bytes = await keptFile(ctx.app.config.dataDir, remembered.digest);
  if (!bytes) throw new UserError('telegram-file-gone');
  await ctx.answerCallbackQuery();
  await withProgress(ctx, 'org-roster-working', async () => {
    const file = await readRosterFile(bytes);
    const done = await importUnlessChanged(ctx, actor, remembered, file);
    if (!done) return;
    const { plan, links } = done;
    const missing = plan.missing.map(({ id }) => id);
    if (missing.length > 0) await noteMissing(ctx.app, actor, missing);
    await rewrite(ctx, importedMessage(ctx.app.t, ctx.locale, plan), missingButtons(ctx, missing.length));
    const addresses = new Map([...links].map(([line, token]) => [line, inviteLink(ctx.me.username, token)]));
    const table = await writeRosterFile(file, addresses);
    const caption = ctx.t('org-roster-links', { links: links.size, days: inviteDays });
    await ctx.replyWithDocument(new InputFile(table, remembered.name), { caption, parse_mode: 'HTML' });
    await forgetRosterFile(ctx.app, actor);
  });
}

/** Imports what was shown. Where the roster was changed meanwhile, the difference of this moment is shown instead, and nothing is written. */
async function importUnlessChanged(ctx: Ctx, actor: Actor, remembered: RememberedFile, file: RosterFile) {
  try {
    return await importRoster(ctx.app, actor, { rows: file.rows, expected: remembered.plan });
  } catch (error) {
    if (!(error instanceof UserError) || error.key !== 'org-roster-changed-meanwhile') throw error;
    const plan = await dryRun(ctx.app, actor, remembered, file);
    const { name, digest } = remembered;
    const { html, keyboard } = dryRunMessage(ctx.app.t, ctx.locale, { name, rows: file.rows.length, digest }, plan);
    await rewrite(ctx, [ctx.t('org-roster-changed-meanwhile'), '', html].join('\n'), keyboard);
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
