// What a group is told of answers that were not understood: once for a question, whoever of them cannot be written to.
import type { App } from '../app.ts';
import { inLanguages } from '../chats/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { askedLines } from '../tasks/asked-messages.ts';
import { cardView } from '../tasks/queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import type { Locale } from '../texts.ts';

export const collectionsRenderers: Renderers = { 'collections.unclear': renderUnclear };

async function renderUnclear(app: App, { subjectId }: MessageRow, locales: Locale[]): Promise<Rendered | null> {
  const task = subjectId === null ? null : await cardView(app, subjectId);
  if (!task?.asks || !liveTaskStates.includes(task.state)) return null;
  const text = inLanguages(locales, (locale) =>
    [
      app.t(locale, 'collections-unclear', { number: task.number ?? '' }),
      ...askedLines({ app, locale }, task.confidential ? [] : task.asks),
    ].join('\n'),
  );
  const [locale = 'kk'] = locales;
  const start = { text: app.t(locale, 'collections-button-start'), url: `https://t.me/${app.botUsername}?start` };
  return { text, keyboard: [[start]] };
}
