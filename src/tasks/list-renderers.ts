// Lists and states of this moment as messages: my open tasks, what is overdue, where a part of the tree stands.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { orgName } from '../org/messages.ts';
import { abilitiesOf, type Actor, readableScopes } from '../org/rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { type ListPage, mostLate, myMessage, overdueMessage, pageSize, statusMessage } from './list-messages.ts';
import {
  countOverdue,
  countsUnder,
  openParticipationsOf,
  overdueParticipations,
  overdueUnder,
  type ShareRow,
} from './list-queries.ts';
import { waitingForReview } from './waiting-queries.ts';

export type ListName = 'my' | 'overdue';

/** A page (from 0) of what the actor owes, or of what is overdue in what the actor may see. */
export async function presentList(
  app: App,
  actor: Actor,
  list: ListName,
  { locale, page }: { locale: Locale; page: number },
): Promise<ListPage> {
  if (list === 'overdue') {
    const rows = await overdueParticipations(app, actor, { skip: page * pageSize, take: pageSize });
    return overdueMessage(app, locale, rows, page);
  }
  const rows = await openParticipationsOf(app, actor);
  const decides = abilitiesOf(actor).has('review');
  const needs = decides
    ? { review: await waitingForReview(app, actor), overdue: await countOverdue(app, actor) }
    : null;
  return myMessage(app, locale, rows, needs, page);
}

/** The state of what the actor may read; of one's own organisation where that is nothing more. HTML. Throws UserError for somebody without a post. */
export async function presentStatus(app: App, actor: Actor, locale: Locale): Promise<string> {
  const scopes = readableScopes(actor);
  const paths = scopes.length > 0 ? scopes : [...new Set(actor.posts.map((post) => post.orgPath))];
  if (paths.length === 0) throw new UserError('telegram-not-allowed');
  const names = new Set(actor.posts.map((post) => orgName({ nameKk: post.orgNameKk, nameRu: post.orgNameRu }, locale)));
  const counts = await countsUnder(app, paths);
  const late = await overdueParticipations(app, actor, { take: mostLate });
  return statusMessage(app, locale, { title: [...names].join('; '), counts, late, mayName: () => true });
}

/** The state of the organisation that the group is bound to, in the group's languages. HTML. */
export async function presentPlaceStatus(app: App, place: PlaceInfo): Promise<string> {
  const counts = await countsUnder(app, [place.orgPath]);
  // All languages together fit into one message.
  const listed = Math.min(mostLate, Math.floor(24 / place.languages.length));
  const late = await overdueUnder(app, place.orgPath, listed);
  const mayName = await namingOf(app, place);
  const blocks = place.languages.map((locale) => {
    const title = orgName({ nameKk: place.orgNameKk, nameRu: place.orgNameRu }, locale);
    return statusMessage(app, locale, { title, counts, late, mayName });
  });
  return blocks.join('\n\n');
}

/** Whom the group's policy lets us name: with "after a private reminder" those of whom a working day has passed since the date was missed. */
async function namingOf(app: App, { naming, policy }: PlaceInfo): Promise<(row: ShareRow) => boolean> {
  if (naming === 'never' || policy === 'notice') return () => false;
  if (naming === 'always') return () => true;
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  return ({ due, week }) => due !== null && calendar.workingDaysBetween(due, today, week) > 1;
}
