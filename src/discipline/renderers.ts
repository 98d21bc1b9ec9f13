// Messages of discipline that the sender writes: an appeal for whoever decides, the decision for whoever asked.
import type { App } from '../app.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { shareView } from '../tasks/queries.ts';
import type { Locale } from '../texts.ts';
import { appealMessage } from './messages.ts';
import { appealView } from './queries.ts';

/** Who writes which message about the index. */
export const disciplineRenderers: Renderers = {
  'discipline.appeal': renderAppeal,
  'discipline.decided': renderDecided,
};

async function load(app: App, { data }: MessageRow) {
  const { appealId } = data;
  const appeal = typeof appealId === 'number' ? await appealView(app, appealId) : null;
  const found = appeal && (await shareView(app, appeal.participationId));
  return appeal && found ? { appeal, ...found } : null;
}

async function renderAppeal(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const found = await load(app, row);
  if (found?.appeal.state !== 'open') return null;
  const { appeal, task, share } = found;
  const subject = { number: task.number ?? '', headline: task.headline, org: share.post.org, due: share.due };
  const { html, keyboard } = appealMessage(app, locale, appeal, subject);
  return { text: html, keyboard };
}

async function renderDecided(app: App, row: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const found = await load(app, row);
  if (!found || found.appeal.state === 'open') return null;
  const { appeal, task } = found;
  const fault = app.t(locale, `discipline-fault-${appeal.fault}`);
  const words = { number: task.number ?? '', fault, answer: appeal.answer ?? '' };
  return { text: app.t(locale, `discipline-told-${appeal.state}`, words) };
}
