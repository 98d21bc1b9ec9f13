// The weekly digest at the moment of sending: its figures were counted when it was planned, whether it may be read is looked at again.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { WeekFacts } from '../stats/week-queries.ts';
import type { Figures } from './figures-queries.ts';
import { digestMessage, stoppedMessage } from './messages.ts';
import { digestPicture } from './picture.ts';
import { endedSubscription, orgNames, postsOfReaders, subscriptions, topOf } from './queries.ts';

export const digestsRenderers: Renderers = { 'digests.weekly': renderWeekly, 'digests.stopped': renderStopped };

async function renderWeekly(app: App, row: MessageRow): Promise<Rendered | null> {
  const { from, to, figures, facts } = row.data as {
    from: string;
    to: string;
    figures: Figures;
    facts?: WeekFacts | null;
  };
  const [subscription] = await subscriptions(app, { id: row.subjectId ?? 0 });
  if (!subscription) return null;
  const { personId, about, locale } = subscription;
  const posts = (await postsOfReaders(app, [personId])).get(personId) ?? [];
  // The next tick finds it cancelled, ends the subscription and says why.
  if (topOf({ posts }, about) === null) return null;
  const names = await orgNames(
    app,
    [...figures.worst, ...figures.best].map(({ orgId }) => orgId),
  );
  const parts = { subscription, period: { from, to }, figures, names };
  const message = digestMessage(app, locale, parts);
  const photo = await digestPicture(app, { ...parts, facts: facts ?? null });
  return photo ? { ...message, photo } : message;
}

async function renderStopped(app: App, row: MessageRow): Promise<Rendered | null> {
  const subscription = await endedSubscription(app, row.subjectId ?? 0);
  return subscription && stoppedMessage(app, subscription, row.data['why'] === 'over' ? 'over' : 'rights');
}
