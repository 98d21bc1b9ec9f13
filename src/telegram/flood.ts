// Damps whoever sends far more than a person can: told once, then passed over for a while, at the cost of nobody else.
import type { MiddlewareFn } from 'grammy';
import type { Message, Update } from 'grammy/types';
import type { Config } from '../config.ts';
import { timeIn } from '../time.ts';
import { plain } from './buttons.ts';
import { type Ctx, type FindActor, messageOptions } from './context.ts';

export type FloodLimits = {
  /** More than so many updates of one sender within `seconds` is no person any more; 0 damps nobody. */
  updates: number;
  seconds: number;
  /** How long a sender is passed over, in seconds. */
  pause: number;
};

/** The limits that the settings name. */
export function floodLimits(config: Config): FloodLimits {
  return { updates: config.floodUpdates, seconds: config.floodSeconds, pause: config.floodPauseSeconds };
}

export type FloodVerdict = 'pass' | 'tell' | 'drop';

/** Who was told is not told again for so long, in milliseconds, though damped anew. */
const tellAgain = 600_000;
/** Files that Telegram sends as one album. */
const albumSize = 10;
/** Telegram lets people forward a hundred messages with one press. */
const forwardedCost = 0.25;
/** Of inline mode Telegram sends a query for every few letters typed. */
const inlineCost = 0.25;
/** Updates between two looks for senders who have gone quiet. */
const sweepEvery = 2_000;

/** A replica tells the others in pieces of such a part of the limit: so much at most do they not know of each other. */
const sharedPart = 0.1;

type Seen = { at: number; cost: number };

type Sender = {
  seen: Seen[];
  /** Those of them that the other replicas do not know of. */
  unshared: Seen[];
  /** Passed over from here to there. */
  since: number;
  until: number;
  told: number;
  albums: Map<string, number>;
};

/** What the other replicas have to know of a sender: updates that were seen, and whether it is passed over. */
export type FloodNews = { key: number; seen: Seen[]; pause?: Pick<Sender, 'since' | 'until' | 'told'> };

/** What is remembered of senders: in memory, and only of those of the last moments. */
export class FloodMemory {
  /** Told what concerns the other replicas, where there are any. */
  share: ((news: FloodNews) => void) | undefined;
  readonly #limits: FloodLimits;
  readonly #senders = new Map<number, Sender>();
  #heard = 0;

  constructor(limits: FloodLimits) {
    this.#limits = limits;
  }

  /** How long a sender is passed over, in seconds. */
  get pause(): number {
    return this.#limits.pause;
  }

  /** How many senders are remembered. */
  get size(): number {
    return this.#senders.size;
  }

  /**
   * Judges an update by the moment it was sent (milliseconds), not by that of its arrival: what waited while the bot was down
   * comes at once and is no flood. A press carries no moment; it takes that of its arrival.
   */
  judge(update: Update, now: number): FloodVerdict {
    const { updates, seconds, pause } = this.#limits;
    const key = senderOf(update);
    if (updates === 0 || key === undefined || tellsOfChat(update)) return 'pass';
    const at = momentOf(update) ?? now;
    this.#sweep(at);
    const sender = this.#sender(key);
    const recent = sender.seen.filter((one) => Math.abs(at - one.at) < seconds * 1000);
    const cost = costOf(update, sender.albums);
    const sum = recent.reduce((total, one) => total + one.cost, cost);
    // Of a flood no more is kept than shows that it goes on.
    sender.seen = sum > 2 * updates ? recent : [...recent, { at, cost }];
    if (sum <= 2 * updates) this.#shareSeen(key, sender, { at, cost });
    if (at >= sender.since && at < sender.until) return 'drop';
    if (sum <= updates) return 'pass';
    const tells = at - sender.told >= tellAgain;
    const [since, until, told] = [at, at + pause * 1000, tells ? at : sender.told];
    Object.assign(sender, { since, until, told });
    this.share?.({ key, seen: [], pause: { since, until, told } });
    return tells ? 'tell' : 'drop';
  }

  /** Takes over what another replica knows of a sender. */
  hear({ key, seen, pause }: FloodNews): void {
    this.#sweep(seen.at(-1)?.at ?? pause?.since ?? 0);
    const sender = this.#sender(key);
    const all = [...sender.seen, ...seen].sort((one, other) => one.at - other.at);
    const latest = all.at(-1)?.at ?? 0;
    sender.seen = all.filter(({ at }) => at > latest - this.#limits.seconds * 1000);
    if (pause && pause.until > sender.until) Object.assign(sender, pause);
  }

  #shareSeen(key: number, sender: Sender, one: Seen): void {
    if (!this.share) return;
    const { updates, seconds } = this.#limits;
    sender.unshared = [...sender.unshared.filter(({ at }) => Math.abs(one.at - at) < seconds * 1000), one];
    if (sender.unshared.reduce((total, { cost }) => total + cost, 0) <= updates * sharedPart) return;
    this.share({ key, seen: sender.unshared });
    sender.unshared = [];
  }

  #sender(key: number): Sender {
    const known = this.#senders.get(key);
    if (known) return known;
    const sender = { seen: [], unshared: [], since: 0, until: 0, told: -Infinity, albums: new Map<string, number>() };
    this.#senders.set(key, sender);
    return sender;
  }

  #sweep(at: number): void {
    if (++this.#heard % sweepEvery !== 0) return;
    const quiet = at - this.#limits.seconds * 1000;
    for (const [key, { seen, until, told }] of this.#senders)
      if ((seen.at(-1)?.at ?? 0) < quiet && until < at && told < at - tellAgain) this.#senders.delete(key);
  }
}

/** Passes a flood over before it costs a statement or a call; where it begins, its sender is told until when, in their language. */
export function floodGate(memory: FloodMemory, findActor: FindActor): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const verdict = memory.judge(ctx.update, ctx.app.now().getTime());
    if (verdict === 'pass') return next();
    if (verdict === 'drop') return;
    ctx.app.log.warn({ update: ctx.update.update_id, sender: senderOf(ctx.update) }, 'telegram.flood-damped');
    await tell(ctx, memory.pause, findActor).catch((error: unknown) =>
      ctx.app.log.warn({ err: error, update: ctx.update.update_id }, 'telegram.answer-failed'),
    );
  };
}

async function tell(ctx: Ctx, pause: number, findActor: FindActor): Promise<void> {
  const { app } = ctx;
  const actor = ctx.from ? await findActor(app, ctx.from.id).catch(() => null) : null;
  const until = new Date(app.now().getTime() + Math.ceil(pause / 60) * 60_000);
  const html = app.t(actor?.locale ?? ctx.locale, 'telegram-flood', { time: timeIn(app.zone, until) });
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: plain(html).slice(0, 200), show_alert: true });
  else if (ctx.inlineQuery)
    await ctx.answerInlineQuery([], {
      is_personal: true,
      cache_time: 5,
      button: { text: plain(html).slice(0, 64), start_parameter: 'flood' },
    });
  else if (ctx.msg) await ctx.reply(html, messageOptions({ replyTo: ctx.msg.message_id }));
}

/** The person, or the chat in whose name was written: anonymous administrators of all groups share one account. */
function senderOf({
  message,
  edited_message: edited,
  callback_query: press,
  inline_query: query,
}: Update): number | undefined {
  const said = message ?? edited;
  return press?.from.id ?? query?.from.id ?? said?.sender_chat?.id ?? said?.from?.id ?? said?.chat.id;
}

function momentOf({ message, edited_message: edited }: Update): number | undefined {
  const seconds = message?.date ?? edited?.edit_date;
  return seconds === undefined ? undefined : seconds * 1000;
}

const ofChat = /^(migrate_|new_chat_|left_chat_|delete_chat_|forum_topic_|general_forum_|group_chat_|supergroup_chat_)/;

/** What a chat tells of itself is true whoever did it, and nobody tells it again. */
function tellsOfChat({ message }: Update): boolean {
  return message !== undefined && Object.keys(message).some((key) => ofChat.test(key));
}

function costOf({ message, inline_query: query }: Update, albums: Map<string, number>): number {
  if (query) return inlineCost;
  if (!message) return 1;
  if (message.media_group_id !== undefined) return albumCost(message.media_group_id, albums);
  return message.forward_origin ? forwardedCost : 1;
}

/** An album counts as one message. */
function albumCost(album: NonNullable<Message['media_group_id']>, albums: Map<string, number>): number {
  const files = (albums.get(album) ?? 0) + 1;
  albums.set(album, files);
  const [oldest] = albums.keys();
  if (albums.size > 50 && oldest !== undefined) albums.delete(oldest);
  return files === 1 || files > albumSize ? 1 : 0;
}
