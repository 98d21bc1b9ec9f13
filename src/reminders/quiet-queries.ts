// Whether somebody may be disturbed at this moment: the hours, days off and quiet days of the organisations the reader works for.
import type { App } from '../app.ts';
import { type Calendar, loadCalendar } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Day, dayIn, dayToDb, timeIn } from '../time.ts';
import { loadPolicies, type Policies } from './policy-queries.ts';
import { isSpeakingDay, isSpeakingTime, usualPolicy, type Voice, voiceOf } from './policy-rules.ts';

/** How long what was read of calendar and policies holds, in milliseconds: a sender asks many times a second. */
const holds = 60_000;

type Known = { at: number; calendar: Calendar; policies: Policies };

/**
 * Asked by the sender before what nobody waits for (product rules, quiet hours): true when none of the reader's organisations is at work.
 * Whoever has no post is written to in the usual hours. Two statements a minute, and one more for a reader whose organisations differ.
 */
export function quietHours(): (app: App, to: { chatId: number; personId: number | null }) => Promise<boolean> {
  let known: Known | null = null;
  return async (app, to) => {
    const now = app.now();
    const at = now.getTime();
    if (!known || Math.abs(at - known.at) >= holds)
      known = { at, calendar: await loadCalendar(app), policies: await loadPolicies(app) };
    const { calendar, policies } = known;
    const [day, time] = [dayIn(app.zone, now), timeIn(app.zone, now)];
    const speaks = (voice: Voice): boolean => isSpeakingDay(day, voice, calendar) && isSpeakingTime(time, [voice]);
    const usual = ([5, 6] as const).map((week) => speaks(voiceOf(usualPolicy, week)));
    const own = [...policies.own.values()].some(({ from, quietUntil, quietDays }) => from ?? quietUntil ?? quietDays);
    if (!own && usual[0] === usual[1]) return !usual[0];
    const voices = await voicesOf(app, to, policies, day);
    return voices.length > 0 ? !voices.some(speaks) : !usual[0];
  };
}

/** The hours of a person's posts today, or of the organisations a group is bound to. */
async function voicesOf(
  app: App,
  { chatId, personId }: { chatId: number; personId: number | null },
  policies: Policies,
  day: Day,
): Promise<Voice[]> {
  const today = dayToDb(day);
  const orgs =
    personId === null
      ? Prisma.sql`SELECT org_id FROM place WHERE chat_id = ${chatId} AND unbound_at IS NULL`
      : Prisma.sql`SELECT po.org_id FROM appointment a JOIN post po ON po.id = a.post_id WHERE a.person_id = ${personId}
          AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)`;
  const rows = await app.db.$queryRaw<{ path: string; week: number }[]>`
    SELECT path, week FROM organisation WHERE id IN (${orgs})`;
  return rows.map(({ path, week }) => voiceOf(policies.at(path), week));
}
