// What the settings of Telegram's limits mean: widths of windows, spacing of calls, calls at once. Pure.

/** So many messages within so many milliseconds. */
export type Window = { count: number; width: number };

export type LimitSettings = {
  /** Messages a second, all chats together. */
  sendsPerSecond: number;
  /** Messages a second in one chat, on average. */
  sendsPerSecondInChat: number;
  /** Messages a minute in one group, edits included. */
  sendsPerMinuteInGroup: number;
};

/** What the settings mean for the sender. */
export type Pace = {
  bot: Window;
  /** Of one chat; the wider one keeps bursts apart. */
  chat: [Window, Window];
  group: Window;
  /** Calls under way at once: so many messages at most are in doubt after a crash. */
  inFlight: number;
  /** Rows taken at once; few, so that an answer to somebody never waits behind many reminders. */
  batch: number;
};

/** Telegram counts what arrives: two calls may be pressed together by so many milliseconds on the way. */
const jitter = 40;
/** Messages that may come at once in one chat, and within as many seconds as there are. */
const burst = 3;
export const bursts = 5;
/** How long a call may take, in seconds, while the full rate is still reached. */
const roundTrip = 0.25;

/** The windows of these settings: those of a second are wider by the jitter of the line, at the same rate. */
export function paceOf({ sendsPerSecond, sendsPerSecondInChat, sendsPerMinuteInGroup }: LimitSettings): Pace {
  const count = Math.max(1, Math.round((sendsPerSecond * (1000 + jitter)) / 1000));
  const width = Math.ceil((count / sendsPerSecond) * 1000);
  const inChat = (calls: number): Window => ({
    count: calls,
    width: Math.ceil((calls / sendsPerSecondInChat) * 1000) + jitter + 10,
  });
  // At most as many as Telegram takes of whoever pays for a thousand a second.
  const several = (least: number, most: number) =>
    Math.min(most, Math.max(least, Math.ceil(sendsPerSecond * roundTrip)));
  return {
    bot: { count, width },
    chat: [inChat(burst), inChat(bursts)],
    group: { count: sendsPerMinuteInGroup, width: 60_000 + jitter + 10 },
    inFlight: several(8, 256),
    batch: several(8, 1000),
  };
}
