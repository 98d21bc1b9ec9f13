// The weekly digest at the moment of sending: its figures were counted when it was planned.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import type { Figures } from './figures-queries.ts';
import type { WeekFacts } from '../stats/week-queries.ts';
import { digestMessage } from './messages.ts';
import { digestPicture } from './picture.ts';
import { orgNames, subscriptions } from './queries.ts';

export const digestsRenderers: Renderers = { 'digests.weekly': renderWeekly };

async function renderWeekly(app: App, row: MessageRow): Promise<Rendered | null> {
  const { from, to, figures, facts } = row.data as {
    from: string;
    to: string;
    figures: Figures;
    facts?: WeekFacts | null;
  };
  const [subscription] = await subscriptions(app, { id: row.subjectId ?? 0 });
  if (!subscription) return null;
  const names = await orgNames(
    app,
    [...figures.worst, ...figures.best].map(({ orgId }) => orgId),
  );
  const parts = { subscription, period: { from, to }, figures, names };
  const message = digestMessage(app, subscription.locale, parts);
  const photo = await digestPicture(app, { ...parts, facts: facts ?? null });
  return photo ? { ...message, photo } : message;
}
