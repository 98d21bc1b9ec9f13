// /status: the units as a picture with the state of things below it, in private and in groups; searched or of one unit only in words.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { warmPainter } from '../pictures/painter.ts';
import { painted } from '../pictures/painted.ts';
import { themeOf } from '../pictures/theme-queries.ts';
import { wordsIn } from '../tasks/find-rules.ts';
import { presentPlaceStatus, presentStatus } from '../tasks/list-views.ts';
import { button } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { longestCaption, type Shown } from './messages.ts';
import { boundPlace, privateButton, sendPicture } from './sending-handlers.ts';
import { showPlace, showSeen } from './view-queries.ts';

/** The command /status. */
export function statusHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('status', async (ctx) => {
    requireActor(ctx);
    if (ctx.chat.type !== 'private') return groupStatus(ctx);
    // Pictures show all of it, never what was searched for.
    const words = wordsIn(ctx.match);
    await (words === undefined ? wholeStatus(ctx) : saidStatus(ctx, words));
  });
  return composer;
}

async function saidStatus(ctx: Ctx, words: string): Promise<void> {
  const { text, keyboard } = await presentStatus(ctx.app, requireActor(ctx), ctx.locale, { words });
  await ctx.sayHtml(text, { keyboard });
}

async function wholeStatus(ctx: Ctx): Promise<void> {
  const { app, locale } = ctx;
  const actor = requireActor(ctx);
  const shown = await drawable(ctx, () => showSeen(app, actor, locale));
  const png = shown && (await painted(app, shown.picture, await themeOf(app, actor.personId)));
  const { text, keyboard } = await presentStatus(app, actor, locale, png ? { room: longestCaption } : {});
  const views = png ? (['trend', 'schools'] as const) : [];
  const more = png
    ? views.map((view) => button(ctx.t(`pictures-button-${view}`), 'stats.show', view))
    : [button(ctx.t('pictures-button-show'), 'stats.show', 'units')];
  await sendPicture(ctx, png, text, [...keyboard, more]);
}

/** The state of the organisation that the group is bound to, in the group's languages. */
async function groupStatus(ctx: Ctx): Promise<void> {
  const place = await boundPlace(ctx);
  const shown = await drawable(ctx, () => showPlace(ctx.app, place));
  const png = shown && (await painted(ctx.app, shown.picture, 'light'));
  const text = await presentPlaceStatus(ctx.app, place, png ? { room: longestCaption } : {});
  await sendPicture(ctx, png, text, png ? privateButton(ctx, place) : []);
}

/** What is to be drawn; null where there is nothing to compare. */
async function drawable(ctx: Ctx, count: () => Promise<Shown | null>): Promise<Shown | null> {
  warmPainter();
  try {
    return await count();
  } catch (error) {
    if (!(error instanceof UserError)) ctx.app.log.error({ err: error }, 'stats.no-picture');
    return null;
  }
}
