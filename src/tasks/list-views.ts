// Lists and states of this moment as messages: my open tasks, what is overdue, where a part of the tree stands.
import type { App } from '../app.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { orgName } from '../org/messages.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import { plain } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { findTasks, matchesShare } from './find-queries.ts';
import { readFind } from './find-rules.ts';
import {
  type Asked,
  countButtons,
  foundMessage,
  type ListPage,
  myMessage,
  overdueMessage,
  pageSize,
} from './list-messages.ts';
import { countOverdue, openPage, overdueAmong, type Slice } from './list-queries.ts';
import { countsSeen, countsUnder, lateTasks, lateTasksUnder } from './count-queries.ts';
import { namedIn } from './naming-queries.ts';
import { lateTaskLines, mostLate, type Status, statusMessage } from './standing-messages.ts';
import { waitingForReview } from './waiting-queries.ts';

export type ListName = 'my' | 'overdue' | 'find';

/** A page (from 0) of what the actor owes, of what is overdue or found in what the actor may see. Throws UserError where words to search by hold nothing. */
export async function presentList(
  app: App,
  actor: Actor,
  list: ListName,
  { locale, ...asked }: { locale: Locale } & Asked,
): Promise<ListPage> {
  const slice = { skip: asked.page * pageSize, take: pageSize };
  if (list === 'find') {
    const find = readFind(asked.words ?? '');
    if (!find) throw new UserError('tasks-find-how');
    return foundMessage(app, locale, await findTasks(app, actor, find, slice), asked);
  }
  const sought = soughtBy(asked.words);
  if (list === 'overdue') {
    const late = await lateTasks(app, actor, { ...slice, ...sought });
    // The list has become shorter since the button was made.
    if (late.tasks.length === 0 && asked.page > 0) return presentList(app, actor, list, { locale, ...asked, page: 0 });
    const single = late.tasks.filter(({ executors }) => executors === 1).map(({ participationId }) => participationId);
    return overdueMessage(app, locale, { ...late, alone: await overdueAmong(app, actor, single) }, asked);
  }
  const rows = await openPage(app, actor, { ...slice, ...sought });
  const decides = abilitiesOf(actor).has('review');
  const needs = decides
    ? { review: await waitingForReview(app, actor), overdue: await countOverdue(app, actor) }
    : null;
  return myMessage(app, locale, rows, needs, asked);
}

/** `words`: what to look for; `room`: letters that the message has room for, as below a picture. */
type StatusAsked = { words?: string; room?: number };

/** The state of what the actor may see, or of what of it is found by the words, each number with its list. Throws UserError for somebody without a post. */
export async function presentStatus(
  app: App,
  actor: Actor,
  locale: Locale,
  { words, room }: StatusAsked = {},
): Promise<ListPage> {
  if (actor.posts.length === 0) throw new UserError('telegram-not-allowed');
  const sought = soughtBy(words);
  const names = new Set(actor.posts.map((post) => orgName({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale)));
  const counts = await countsSeen(app, actor, sought);
  const late = lateTaskLines(app, locale, await lateTasks(app, actor, { take: mostLate, ...sought }));
  const title = words ? `«${words}»` : [...names].join('; ');
  const text = fitted(room, late.lines.length, (n) =>
    statusMessage(app, locale, { title, counts, late: first(late, n) }),
  );
  return { text, keyboard: countButtons(app, locale, counts, words !== undefined) };
}

/** The text with as many of its `most` lines of the late as the room holds. */
function fitted(room: number | undefined, most: number, text: (n: number) => string): string {
  for (let n = most; n > 0; n -= 1) {
    const tried = text(n);
    if (room === undefined || plain(tried).length <= room) return tried;
  }
  return text(0);
}

function first({ lines, more }: Status['late'], n: number): Status['late'] {
  return { lines: lines.slice(0, n), more: more + Math.max(0, lines.length - n) };
}

/** Shares that the words look for; all of them without words. Throws UserError where the words hold nothing to look for. */
function soughtBy(words: string | undefined): Pick<Slice, 'sought'> {
  if (words === undefined) return {};
  const find = readFind(words);
  if (!find) throw new UserError('tasks-find-how');
  return { sought: matchesShare(find) };
}

/** The state of the organisation that the group is bound to, in the group's languages; the late are named as in reminders to the group. HTML. */
export async function presentPlaceStatus(
  app: App,
  place: PlaceInfo,
  { room }: Pick<StatusAsked, 'room'> = {},
): Promise<string> {
  const counts = await countsUnder(app, [place.orgPath]);
  // All languages together fit into one message.
  const listed = Math.min(mostLate, Math.floor(24 / place.languages.length));
  const late = await lateTasksUnder(app, place.orgPath, listed);
  const single = late.tasks.filter(({ executors }) => executors === 1).map(({ participationId }) => participationId);
  const named = await namedIn(app, place, single);
  return fitted(room, late.tasks.length, (n) => {
    const blocks = place.languages.map((locale) => {
      const title = orgName({ nameKk: place.orgNameKk, nameRu: place.orgNameRu }, locale);
      const lines = lateTaskLines(app, locale, late, ({ participationId }) => named.has(participationId));
      return statusMessage(app, locale, { title, counts, late: first(lines, n) });
    });
    return blocks.join('\n\n');
  });
}
