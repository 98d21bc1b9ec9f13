// /privacy in private: what is stored, its export as JSON, a request for erasure; the administrator's buttons under such a request.
import { Composer, InputFile } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, messageOptions, privately } from '../telegram/context.ts';
import { withProgress } from '../telegram/progress.ts';
import { isLocale } from '../texts.ts';
import type { Screen } from './claim-messages.ts';
import { addressOf, askErasure, decideErasure, withdrawErasure } from './privacy-actions.ts';
import { erasureMessage, erasureQuestion, privacyMessage } from './privacy-messages.ts';
import { erasureFacts, exportOf, exportText, storedOf } from './privacy-queries.ts';

/** The command, for everybody known, and its buttons. */
export function privacyHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('privacy', async (ctx) => {
    const { html, keyboard } = await privacyScreen(ctx, privately(ctx));
    await ctx.sayHtml(html, { keyboard });
  });
  own(composer);
  administrators(composer);
  return composer;
}

/** Buttons about oneself carry `yes`: anything else was forged. */
function own(composer: Composer<Ctx>): void {
  onButton(composer, 'people.privacy', async (ctx, yes) => show(ctx, await privacyScreen(ctx, meant(ctx, yes))));
  onButton(composer, 'people.export', async (ctx, yes) => {
    const { personId } = meant(ctx, yes);
    await ctx.answerCallbackQuery();
    await withProgress(ctx, 'people-working', async () => {
      const bytes = Buffer.from(exportText(await exportOf(ctx.app, personId)));
      const caption = ctx.t('people-privacy-export');
      await ctx.replyWithDocument(new InputFile(bytes, 'my-data.json'), { caption, parse_mode: 'HTML' });
    });
  });
  onButton(composer, 'people.erasure-ask', async (ctx, yes) => {
    meant(ctx, yes);
    await show(ctx, erasureQuestion(ctx.app.t, ctx.locale));
  });
  onButton(composer, 'people.erasure-send', async (ctx, yes) => {
    const { asked } = await askErasure(ctx.app, meant(ctx, yes));
    await rewrite(ctx, ctx.t('people-erasure-sent', { asked }));
  });
  onButton(composer, 'people.erasure-withdraw', async (ctx, yes) => {
    await withdrawErasure(ctx.app, meant(ctx, yes));
    await rewrite(ctx, ctx.t('people-erasure-withdrawn'));
  });
}

/** The request itself is edited by the sender once it is decided. */
function administrators(composer: Composer<Ctx>): void {
  onButton(composer, 'people.erasure', async (ctx, id) => showRequest(ctx, id, false));
  onButton(composer, 'people.erasure-sure', async (ctx, id) => showRequest(ctx, id, true));
  onButton(composer, 'people.erasure-now', async (ctx, id) => decide(ctx, id, true));
  onButton(composer, 'people.erasure-refuse', async (ctx, id) => decide(ctx, id, false));
}

async function showRequest(ctx: Ctx, id: string | undefined, sure: boolean): Promise<void> {
  if (!privately(ctx).systemAdmin) throw new UserError('people-admin-only');
  const facts = await erasureFacts(ctx.app, idArg(id));
  if (!facts) throw new UserError('telegram-stale-button');
  const { text, keyboard } = erasureMessage(ctx.app.t, ctx.locale, ctx.app.zone, facts, sure);
  await rewrite(ctx, text, keyboard);
}

async function decide(ctx: Ctx, id: string | undefined, erase: boolean): Promise<void> {
  const actor = privately(ctx);
  const personId = idArg(id);
  // Before, not after: a kill in between repeats the press, and twice told is better than never.
  if (erase) await tellErased(ctx, actor, personId);
  await decideErasure(ctx.app, actor, { personId, erase });
  await toast(ctx, ctx.t(erase ? 'people-erasure-erased-note' : 'people-claim-refused-note'));
}

/** Not through the outbox: of an erased person it knows no address any more. */
async function tellErased(ctx: Ctx, actor: Actor, personId: number): Promise<void> {
  const address = await addressOf(ctx.app, actor, { personId });
  if (!address) return;
  const spoken = isLocale(address.locale) ? address.locale : ctx.app.config.defaultLanguage;
  try {
    await ctx.api.sendMessage(address.telegramId, ctx.app.t(spoken, 'people-erasure-erased'), messageOptions({}));
  } catch (error) {
    ctx.app.log.warn({ err: error }, 'people.erasure-not-told');
  }
}

async function privacyScreen(ctx: Ctx, { personId }: Actor): Promise<Screen> {
  return privacyMessage(ctx.app.t, ctx.locale, ctx.app.zone, await storedOf(ctx.app, personId));
}

function meant(ctx: Ctx, yes: string | undefined): Actor {
  const actor = privately(ctx);
  if (yes !== 'yes') throw new UserError('telegram-stale-button');
  return actor;
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
