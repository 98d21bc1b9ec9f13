// The picture of a digest: counted when the digest is planned, painted when it is sent; the words go without it if need be.
import type { App } from '../app.ts';
import { weekPicture } from '../stats/messages.ts';
import { painted } from '../pictures/painted.ts';
import { themeOf } from '../pictures/theme-queries.ts';
import { weekFacts, type WeekFacts } from '../stats/week-queries.ts';
import { type Figures, type Scope, about } from './figures-queries.ts';
import { scopeName } from './messages.ts';
import { orgNames, type SubscriptionView } from './queries.ts';
import type { Period } from './rules.ts';

/** What the picture shows besides the figures; null when that cannot be counted. */
export async function factsFor(app: App, scope: Scope, period: Period): Promise<WeekFacts | null> {
  return weekFacts(app, { ...scope, only: about(scope) }, period).catch((error: unknown) => {
    app.log.error({ err: error }, 'digests.no-picture');
    return null;
  });
}

type PictureParts = {
  subscription: Pick<SubscriptionView, 'personId' | 'locale' | 'org' | 'resolution' | 'about'>;
  period: Period;
  figures: Figures;
  facts: WeekFacts | null;
};

/** The picture as PNG, in the language of the subscription and the colours of its person; null without facts or when anything fails. */
export async function digestPicture(app: App, parts: PictureParts): Promise<Uint8Array | null> {
  const { subscription, facts, ...rest } = parts;
  if (!facts) return null;
  const { locale, personId } = subscription;
  try {
    const names = await orgNames(
      app,
      facts.units.map(({ orgId }) => orgId),
    );
    const name = scopeName((key, args) => app.t(locale, key, args), locale, subscription);
    return await painted(app, weekPicture(app, locale, { ...rest, name, facts, names }), await themeOf(app, personId));
  } catch (error) {
    app.log.error({ err: error }, 'digests.no-picture');
    return null;
  }
}
