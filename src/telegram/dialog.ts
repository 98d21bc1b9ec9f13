// Dialogs (@grammyjs/conversations): they only ask; what they found out is done by one action, inside `act`.
import { type Conversation, conversations, createConversation } from '@grammyjs/conversations';
import { Composer, type Context } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../texts.ts';
import { type Ctx, requireActor } from './context.ts';
import { dialogStorage } from './dialog-storage.ts';
import { patient } from './patience.ts';
import { Talk } from './talk.ts';

/** Bump with any change of a dialog's steps: open dialogs of another version end instead of replaying wrongly. */
const dialogVersion = 8;

/** What a dialog is entered with; JSON only. */
export type DialogArgs = Record<string, string | number | boolean | null | number[] | string[]>;

export type DialogDefinition = {
  /** `slice.verb` */
  id: string;
  run: (talk: Talk, args: DialogArgs) => Promise<void>;
};

/** Installs conversations, the commands that leave them, and every dialog of the slices. */
export function dialogs(app: App, definitions: DialogDefinition[]): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(
    conversations<Ctx, Context>({
      storage: {
        type: 'key',
        version: dialogVersion,
        adapter: dialogStorage(app),
        getStorageKey: (ctx) => (ctx.chat && ctx.from ? `${ctx.me.id}:${ctx.chat.id}:${ctx.from.id}` : undefined),
      },
      // Inside a dialog the Api is another one.
      plugins: [
        async (ctx, next) => {
          ctx.api.config.use(patient(app));
          await next();
        },
      ],
    }),
  );
  composer.on('message::bot_command', leaveDialog);
  for (const { id, run } of definitions) {
    const builder = async (conversation: Conversation<Ctx, Context>, ctx: Context, locale: Locale, args: DialogArgs) =>
      run(new Talk(app, conversation, ctx, locale), args);
    const conversation = createConversation<Ctx, Context>(builder, { id });
    // By its name it can be told from others: the matrix of rights asks for every dialog there is.
    composer.use(Object.defineProperty(conversation, 'name', { value: `dialog:${id}` }));
  }
  return composer;
}

/** Starts a dialog for the person in this chat; one that was open there ends. */
export async function enterDialog(ctx: Ctx, id: string, args: DialogArgs = {}): Promise<void> {
  requireActor(ctx);
  if (!ctx.chat || !ctx.from) throw new UserError('telegram-stale-button');
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(id, ctx.locale, args);
}

/** A command always means something new: it ends the open dialog; `/cancel` does only that. */
async function leaveDialog(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const command = ctx.entities('bot_command').find(({ offset }) => offset === 0);
  if (!command) return next();
  const [name, addressee] = command.text.slice(1).split('@');
  if (addressee && addressee.toLowerCase() !== ctx.me.username.toLowerCase()) return next();
  const open = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  if (name !== 'cancel') return next();
  await ctx.say(open ? 'telegram-cancelled' : 'telegram-nothing-to-cancel');
}
