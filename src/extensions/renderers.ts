// Messages of extensions that the sender writes: the living list of requests, and the decision told to the executor.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { Actor } from '../org/rules.ts';
import { standing } from '../outbox/queries.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { type TaskView, taskView } from '../tasks/queries.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale } from '../texts.ts';
import { decidedText, outcomeText, pageLength, requestKeyboard, requestsMessage, requestText } from './messages.ts';
import {
  lastDecided,
  lastDecisionOf,
  openRequests,
  postsNamed,
  type RequestItem,
  requestItem,
  requestLines,
  type Voice,
  voiceOf,
} from './queries.ts';
import { commonDate } from './rules.ts';

/** Who writes which message about extensions. */
export const extensionsRenderers: Renderers = {
  'extensions.requests': renderRequests,
  'extensions.decided': renderDecided,
};

type Shown = { text: string; keyboard: Keyboard; total: number };

async function renderRequests(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const { taskId } = row.data;
  const person = row.personId === null ? null : await personForAddress(app, row.personId);
  if (!person?.actor || typeof taskId !== 'number') return null;
  const shown = await presentRequests(app, person.actor, { locale, taskId, page: 0 });
  if (!shown) return null;
  // "No requests" is worth an edit of the list that stands, not a message of its own.
  if (shown.total > 0) return { text: shown.text, keyboard: shown.keyboard };
  if ((await standing(app, [row.livingKey ?? ''])).size === 0) return null;
  const last = await lastDecisionOf(app, taskId);
  return { text: last ? `${outcomeText(app, locale, last)}\n${shown.text}` : shown.text };
}

/** The open requests of a task for this person: the only one in full, several as a page of a list. Null for somebody who has no say. */
export async function presentRequests(
  app: App,
  actor: Actor,
  { locale, taskId, page }: { locale: Locale; taskId: number; page: number },
): Promise<Shown | null> {
  const task = await taskView(app, taskId);
  const said = task && sayOf(actor, task);
  if (!task || !said) return null;
  const own = actor.posts.map(({ postId }) => postId);
  const open = await openRequests(app, taskId, { except: own, coExecutors: said === 'collates' });
  const total = open.length;
  const number = task.number ?? '';
  if (total === 0) return { text: app.t(locale, 'extensions-none-left'), keyboard: [], total };
  const [only] = open;
  const item = total === 1 && only ? await requestItem(app, only.extensionId) : null;
  if (item) return { ...(await presentRequest(app, item, said, locale)), total };
  const last = Math.ceil(total / pageLength) - 1;
  const at = Math.min(page, last);
  const ids = open.slice(at * pageLength, (at + 1) * pageLength).map(({ extensionId }) => extensionId);
  const same = said === 'decides' ? commonDate(open) : null;
  const common = same && { day: same.day, n: same.ids.length, lastId: Math.max(...same.ids) };
  const lines = await requestLines(app, ids);
  const { headline } = task;
  return { ...requestsMessage(app, locale, { taskId, number, headline, lines, page: at, last, total, common }), total };
}

/** What the actor has to say on requests of this task by others. */
function sayOf(actor: Actor, task: TaskView): Voice | null {
  const own = new Set(actor.posts.map(({ postId }) => postId));
  const voices = task.participations
    .filter(({ post }) => !own.has(post.postId))
    .map((share) => voiceOf(actor, { task, share })?.voice);
  return voices.includes('decides')
    ? 'decides'
    : voices.includes('controls')
      ? 'controls'
      : (voices.find(Boolean) ?? null);
}

/** One request as a message for this voice. */
export async function presentRequest(
  app: App,
  item: RequestItem,
  voice: Voice,
  locale: Locale,
): Promise<{ text: string; keyboard: Keyboard }> {
  const named = await postsNamed(
    app,
    item.request.opinions.map(({ postId }) => postId),
  );
  const context = { app, calendar: await loadCalendar(app), locale };
  return { text: requestText(context, item, named), keyboard: requestKeyboard(app, locale, item, voice) };
}

async function renderDecided(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const { extensionId } = row.data;
  const id = typeof extensionId === 'number' ? extensionId : await lastDecided(app, row.subjectId ?? 0);
  const item = id === null ? null : await requestItem(app, id);
  if (!item || !['approved', 'declined'].includes(item.request.state)) return null;
  const context = { app, calendar: await loadCalendar(app), locale };
  const report = button(app.t(locale, 'tasks-button-report'), 'reports.start', item.share.participationId);
  return { text: decidedText(context, item), keyboard: [[report]] };
}
