// What waits for review as messages of this moment: the living list, and the page of ten.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { listedReports, queueMessage } from './messages.ts';
import { pageLength } from './review-page-actions.ts';
import { pageMessage } from './review-page-messages.ts';
import { sameReports } from './same-queries.ts';
import { itemsToJudge, waitingReports } from './review-queries.ts';

type Shown = { text: string; keyboard: Keyboard; total: number };

/** "For review (n)" with the first reports. */
export async function presentWaiting(app: App, actor: Actor, locale: Locale): Promise<Shown> {
  const waiting = await waitingReports(app, actor);
  const first = waiting.slice(0, listedReports).map(({ reportId }) => reportId);
  const items = await itemsToJudge(app, actor, first, { counted: false });
  return { ...queueMessage(app, locale, items, waiting.length), total: waiting.length };
}

/** The n-th page (from 0, at most the last one) of what can be accepted by the page. */
export async function presentQueue(
  app: App,
  actor: Actor,
  { locale, page }: { locale: Locale; page: number },
): Promise<Shown> {
  const waiting = await waitingReports(app, actor);
  const together = waiting.filter(({ special }) => !special);
  const last = Math.max(0, Math.ceil(together.length / pageLength) - 1);
  const at = Math.min(page, last);
  const ids = together.slice(at * pageLength, (at + 1) * pageLength).map(({ reportId }) => reportId);
  const items = await itemsToJudge(app, actor, ids, { counted: false });
  const total = waiting.length;
  const [largest] = await sameReports(app, actor, waiting);
  const same = largest?.reportIds.length ?? 0;
  const shown = pageMessage(app, locale, { items, page: at, last, total, special: total - together.length, same });
  return { ...shown, total };
}
