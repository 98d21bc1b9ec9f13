// Dialogs (@grammyjs/conversations): they only ask; what they found out is done by one action, inside `act`.
import { type Conversation, conversations, createConversation } from '@grammyjs/conversations';
import { Api, Composer, type Context, type MiddlewareFn, type NextFunction } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../texts.ts';
import { type Ctx, requireActor } from './context.ts';
import { dialogStorage } from './dialog-storage.ts';
import { patient } from './patience.ts';
import { type AnswersCard, Talk } from './talk.ts';

/** Bump with any change of a dialog's steps: open dialogs of another version end instead of replaying wrongly. */
const dialogVersion = 13;

/** What a dialog is entered with; JSON only. */
export type DialogArgs = Record<string, string | number | boolean | null | number[] | string[]>;

export type DialogDefinition = {
  /** `slice.verb` */
  id: string;
  run: (talk: Talk, args: DialogArgs) => Promise<void>;
  /** Asks why something is not done: a plain report to the card under which it was opened is a report all the same. */
  passesReports?: boolean;
};

/**
 * Installs conversations, the commands that leave them, and every dialog of the slices. `cards` know the messages to which a reply
 * belongs: it passes the open question, which stays open.
 */
export function dialogs(app: App, definitions: DialogDefinition[], cards: AnswersCard[] = []): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(
    conversations<Ctx, Context>({
      storage: {
        type: 'key',
        version: dialogVersion,
        adapter: dialogStorage(app),
        getStorageKey: (ctx) => (ctx.chat && ctx.from ? `${ctx.me.id}:${ctx.chat.id}:${ctx.from.id}` : undefined),
      },
      plugins: [
        async (ctx, next) => {
          patientBelowReplay(app, ctx);
          await next();
        },
      ],
    }),
  );
  composer.on('message::bot_command', leaveDialog);
  const known = knownDialogs(app, definitions, cards);
  const entered = async (ctx: Ctx, next: NextFunction): Promise<void> => {
    // An update hears of the dialogs that are open in its chat, and of one that it opens itself (`enterDialog`).
    const open = ctx.conversation.active();
    ctx.makeKnown = async (id) => {
      if (id in open) return;
      open[id] = 0;
      await passes(ctx, known.get(id));
    };
    for (const id of Object.keys(open)) if (!(await passes(ctx, known.get(id)))) return;
    await next();
  };
  // The matrix of rights asks for every dialog there is.
  composer.use(Object.assign(entered, { dialogs: definitions.map(({ id }) => id) }));
  return composer;
}

/** The dialogs by their ids. Throws when two have the same. */
function knownDialogs(app: App, definitions: DialogDefinition[], cards: AnswersCard[]): Map<string, MiddlewareFn<Ctx>> {
  const known = new Map<string, MiddlewareFn<Ctx>>();
  for (const { id, run, passesReports = false } of definitions) {
    if (known.has(id)) throw new Error(`two dialogs ${id}`);
    const builder = async (conversation: Conversation<Ctx, Context>, ctx: Context, locale: Locale, args: DialogArgs) =>
      run(new Talk(app, conversation, ctx, locale, { known: cards, passesReports }), args);
    known.set(id, createConversation<Ctx, Context>(builder, { id }));
  }
  return known;
}

/** Lets a dialog hear an update; false where it took the update for itself. */
async function passes(ctx: Ctx, dialog: MiddlewareFn<Ctx> | undefined): Promise<boolean> {
  if (!dialog) return true;
  let passed = false;
  await dialog(ctx, () => Promise.resolve(void (passed = true)));
  return passed;
}

/**
 * Inside a dialog the Api is another one, and every answer of Telegram is replayed at each step. What is done about a refusal must
 * happen once: below the replay, not above it.
 */
function patientBelowReplay(app: App, ctx: Context): void {
  const api = new Api(ctx.api.token, ctx.api.options);
  api.config.use(patient(app), ...ctx.api.config.installedTransformers());
  Object.assign(ctx, { api });
}

/** Starts a dialog for the person in this chat; one that was open there ends. */
export async function enterDialog(ctx: Ctx, id: string, args: DialogArgs = {}): Promise<void> {
  requireActor(ctx);
  if (!ctx.chat || !ctx.from) throw new UserError('telegram-stale-button');
  await ctx.conversation.exitAll();
  await ctx.makeKnown(id);
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
