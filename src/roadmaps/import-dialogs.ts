// The conversation of an import: whose roadmap, who approves it, the table, what it would become, and a press.
import { UserError } from '../errors.ts';
import { sheetLines } from '../files/table-messages.ts';
import { clip, nameIn, postTitle } from '../org/messages.ts';
import { fold } from '../reading/words.ts';
import { button } from '../telegram/buttons.ts';
import { confirmed } from '../telegram/confirm.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import { downloadFile } from '../telegram/download.ts';
import type { FileRef } from '../telegram/files.ts';
import { ownApi } from '../telegram/own-api.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import type { App } from '../app.ts';
import { postViews } from '../tasks/post-queries.ts';
import { ownBodies, ownBody, ownIssuer, possibleIssuers } from './body-queries.ts';
import { dryRun, importRoadmap, type Importing, type Table } from './import-actions.ts';
import { planMessage } from './past-messages.ts';

/** Of a table in MB: plenty for three hundred measures, and read while others wait. */
const largestTable = 2;
const shortestPaste = 40;

/** Asks for body, issuing post and table, shows what it would become, and writes the draft after a press. */
export async function importDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = typeof args['taskId'] === 'number' ? args['taskId'] : null;
  const orgId = await pick(talk, talk.t('roadmaps-ask-body'), async (app, actor, words) =>
    (await ownBodies(app, actor))
      .filter((body) => fold(`${body.nameKk} ${body.nameRu}`).includes(fold(words)))
      .map((body) => ({ id: body.orgId, label: clip(nameIn(body, actor.locale), 60) })),
  );
  if (orgId === null) return talk.say('telegram-not-allowed');
  const issuerPostId = await askIssuer(talk, orgId);
  if (issuerPostId === null) return talk.say('roadmaps-nobody-issues');
  const importing = { orgId, issuerPostId, taskId };
  const open = (id: number) => ({ keyboard: [[button(talk.t('roadmaps-button-open'), 'roadmaps.show', id, 0)]] });
  // A table with faults is told of, and its mended successor awaited.
  for (let question = talk.t('roadmaps-ask-file'); ;) {
    const sent = await askTable(talk, question);
    if (!sent) return;
    const read = await tried(talk, importing, sent);
    if (!read) return;
    if (read.same !== null) return void (await talk.sayHtml(read.html, open(read.same)));
    if (read.good) {
      if (await confirmed(talk, read.html)) await write(talk, importing, sent, open);
      return;
    }
    question = read.html;
  }
}

type Tried = { html: string; good: boolean; same: number | null };

/** What the table would become, in words; null when it cannot be read at all, which the person was told. */
async function tried(talk: Talk, importing: Importing, sent: Sent): Promise<Tried | null> {
  const read = await talk.act(async (app, actor) => {
    const { same, plan, sheets } = await dryRun(app, actor, importing, await tableOf(app, actor.chatId ?? 0, sent));
    const [issuer] = await postViews(app, [importing.issuerPostId]);
    const html = same
      ? app.t(actor.locale, 'roadmaps-same-file', { name: same.name })
      : [
          ...sheetLines(app, actor.locale, sheets),
          planMessage(app, actor.locale, plan, issuer ? postTitle(issuer, actor.locale) : ''),
        ].join('\n');
    return { html, good: 'sections' in plan && plan.faults.length === 0, same: same?.roadmapId ?? null };
  });
  return read.ok ? read.value : null;
}

async function write(talk: Talk, importing: Importing, sent: Sent, open: (id: number) => object): Promise<void> {
  const done = await talk.act(async (app, actor) =>
    importRoadmap(app, actor, importing, await tableOf(app, actor.chatId ?? 0, sent)),
  );
  if (done.ok) await talk.say('roadmaps-imported', {}, open(done.value.roadmapId));
}

async function askIssuer(talk: Talk, orgId: number): Promise<number | null> {
  const own = await talk.act(async (app, actor) => {
    const body = await ownBody(app, actor, orgId);
    if (!body) throw new UserError('telegram-not-allowed');
    return { postId: ownIssuer(actor, body)?.postId ?? null };
  });
  if (!own.ok) return null;
  if (own.value.postId !== null) return own.value.postId;
  return pick(talk, talk.t('roadmaps-ask-issuer'), async (app, actor, words) => {
    const body = await ownBody(app, actor, orgId);
    const posts = body ? await possibleIssuers(app, body, words) : [];
    return posts.map((post) => ({ id: post.postId, label: clip(postTitle(post, actor.locale), 60) }));
  });
}

type Sent = { file: Pick<FileRef, 'fileId'> & { name: string }; text?: undefined } | { text: string; file?: undefined };

async function askTable(talk: Talk, question: string): Promise<Sent | null> {
  const { files, text = '' } = await talk.ask(question, { files: true, maxLength: 4096 });
  const [file] = files ?? [];
  if (!file) {
    if (text.length >= shortestPaste && text.includes('\n')) return { text };
    await talk.say('files-no-table');
    return null;
  }
  if (file.kind === 'document' && (file.size ?? 0) <= largestTable * 1024 * 1024)
    return { file: { fileId: file.fileId, name: file.name ?? '' } };
  if (file.kind !== 'document') await talk.say('files-no-table');
  else await talk.say('files-too-big', { max: largestTable });
  return null;
}

async function tableOf(app: App, chatId: number, { file, text }: Sent): Promise<Table> {
  if (!file) return { bytes: new TextEncoder().encode(text), name: '', fileId: null, chatId };
  return { bytes: await downloadFile(app, ownApi(app), file.fileId), name: file.name, fileId: file.fileId, chatId };
}
