// A picture with its words as a message; the words alone when the picture cannot be painted or the chat takes none.
import { GrammyError, InputFile } from 'grammy';
import { findPlace, type PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import type { Ctx, Keyboard } from '../telegram/context.ts';

export const fileName = 'orynda.png';

/** Sends the picture with the words below it, which are HTML and fit a caption; without a picture the words alone. */
export async function sendPicture(ctx: Ctx, png: Uint8Array | null, words: string, keyboard: Keyboard): Promise<void> {
  if (!png) return void (await ctx.sayHtml(words, { keyboard }));
  try {
    const reply_markup = { inline_keyboard: keyboard };
    await ctx.replyWithPhoto(new InputFile(png, fileName), { caption: words, parse_mode: 'HTML', reply_markup });
  } catch (error) {
    // A group may allow no photos; whatever is wrong with this one, its words are wanted.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    ctx.app.log.warn({ err: error }, 'stats.no-photo');
    await ctx.sayHtml(words, { keyboard });
  }
}

/** The group or topic of the update. Throws UserError where it is bound to no organisation. */
export async function boundPlace(ctx: Ctx): Promise<PlaceInfo> {
  const message = ctx.msg;
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? null) : null;
  const place = ctx.chat ? await findPlace(ctx.app, ctx.chat.id, threadId) : null;
  if (!place) throw new UserError('tasks-group-unbound');
  if (place.groupId !== null) throw new UserError('tasks-group-own');
  return place;
}

/** A button in the group's first language that opens the pictures in private: what stands behind its numbers depends on who looks. */
export function privateButton({ app, me }: Ctx, { languages }: PlaceInfo): Keyboard {
  const text = app.t(languages[0] ?? app.config.defaultLanguage, 'pictures-button-private');
  return [[{ text, url: `https://t.me/${me.username}?start=${statsStart}` }]];
}

export const statsStart = 'stats';
