// A document becomes the draft of a resolution: the file and its text are kept, then head and items are written at once.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { regionOf } from '../org/region-queries.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { addItems, createResolution, dropResolution, type NewResolution } from '../resolutions/actions.ts';
import { bodyOf } from '../resolutions/body-queries.ts';
import { maxItems } from '../resolutions/rules.ts';
import type { FileRef } from '../telegram/files.ts';
import { keepFile } from '../files/kept-files.ts';
import { aliveReview, findSource, itemsOf, type SourceView } from './queries.ts';

export type Received = {
  bytes: Uint8Array;
  /** What was read from the bytes. */
  text: string;
  name: string;
  mime?: string | undefined;
  /** Telegram's names of the file; none for a text that was pasted. */
  file?: FileRef | undefined;
  /** Our id of the chat, and the message that brought it. */
  chatId: number;
  messageId: number;
};

/** Keeps a document: its bytes on disk, its text in the database. The same bytes again give the source kept before. */
export async function keepSource(app: App, actor: Actor, received: Received): Promise<SourceView> {
  const [post] = actor.posts;
  if (!post) throw new UserError('resolutions-may-not-draft');
  const { bytes, text, name, mime, file, chatId, messageId } = received;
  const sha256 = await keepFile(app.config.dataDir, bytes);
  // Two regions of one parent know nothing of each other's papers.
  const rootOrgId = Number((await regionOf(app, post.orgPath)).split('/').at(-2));
  return transaction(app, async (app) => {
    // The row of the tree is the lock: two who send the same document at once find one source.
    await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${rootOrgId} FOR UPDATE`;
    const known = await findSource(app, { rootOrgId, sha256 });
    if (known) return known;
    const attachment = {
      kind: 'document',
      name,
      mime: mime ?? null,
      size: bytes.length,
      telegramFileId: file?.fileId ?? null,
      telegramUniqueId: file?.uniqueId ?? null,
      sha256,
      chatId,
      messageId: BigInt(messageId),
      createdAt: app.now(),
    };
    const { id: sourceId } = await app.db.source.create({
      data: {
        rootOrgId,
        sha256,
        text,
        sentById: actor.personId,
        createdAt: app.now(),
        attachment: { create: attachment },
      },
    });
    await record(app, {
      verb: 'intake.kept',
      entity: 'source',
      entityId: sourceId,
      rootOrgId: post.rootId,
      actor: { personId: actor.personId },
      chatId,
      data: { sha256, size: bytes.length },
      texts: { name },
    });
    const kept = await findSource(app, { sourceId });
    if (!kept) throw new Error('a source just kept is gone');
    return kept;
  });
}

export type Started = { resolutionId: number; items: number; doubtful: number };

/** Writes the draft of a resolution with all items of a source. A source whose draft is alive gives that one; two who start at once get one. */
export async function startReview(
  app: App,
  actor: Actor,
  { sourceId, ...head }: { sourceId: number } & NewResolution,
): Promise<Started> {
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM source WHERE id = ${sourceId} FOR UPDATE`;
    const source = await findSource(app, { sourceId });
    const org = await bodyOf(app, head.orgId);
    if (!source || !org || !canDraftResolution(actor, org.path)) throw new UserError('resolutions-may-not-draft');
    const alive = await aliveReview(app, source);
    if (alive !== null) throw new UserError('intake-started-already');
    const { day, chairPostId } = head;
    const items = await itemsOf(app, {
      ...{ text: source.text, day, rootOrgId: org.rootId, chairPostId },
      locale: actor.locale,
    });
    if (items.length === 0) throw new UserError('intake-no-items');
    if (items.length > maxItems) throw new UserError('intake-too-many', { n: items.length, max: maxItems });
    const { resolutionId } = await createResolution(app, actor, head);
    await addItems(app, actor, { resolutionId, items });
    await app.db.source.update({ where: { id: sourceId }, data: { resolutionId } });
    await app.db.attachment.update({ where: { id: source.attachmentId }, data: { resolutionId } });
    const doubtful = items.filter(({ doubts }) => doubts.length > 0).length;
    await record(app, {
      verb: 'intake.read',
      entity: 'resolution',
      entityId: resolutionId,
      rootOrgId: org.rootId,
      actor: { personId: actor.personId },
      data: { sourceId, items: items.length, doubtful },
    });
    return { resolutionId, items: items.length, doubtful };
  });
}

/** Drops the first part of a text that Telegram has cut in two, with the draft made of it; the joined text takes its place. */
export async function dropPart(app: App, actor: Actor, { sourceId }: { sourceId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const source = await findSource(app, { sourceId });
    const alive = source && (await aliveReview(app, source));
    if (alive) await dropResolution(app, actor, { resolutionId: alive });
    if (!source) return;
    await app.db.source.delete({ where: { id: sourceId } });
    await app.db.attachment.delete({ where: { id: source.attachmentId } });
    await record(app, {
      verb: 'intake.joined',
      entity: 'source',
      entityId: sourceId,
      rootOrgId: actor.posts[0]?.rootId ?? source.rootOrgId,
      actor: { personId: actor.personId },
    });
  });
}
