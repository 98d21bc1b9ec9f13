// Shows the files of a report: by Telegram's id where it is ours, else from the bytes that were kept.
import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import { keptPath } from '../files/kept-files.ts';
import type { Ctx } from '../telegram/context.ts';
import { filesOf } from '../telegram/files.ts';
import { noteSentAgain } from './evidence-actions.ts';
import { ownBotId } from './file-columns.ts';
import type { FileView } from './queries.ts';

type Shown = { file: FileView; media: string | InputFile };

/** Photos and videos as albums, the rest one by one; a file that nobody has any more is said, and does not stop the review. */
export async function showFiles(ctx: Ctx, files: FileView[]): Promise<void> {
  const found = await Promise.all(files.map((file) => sourceOf(ctx, file)));
  const shown = found.filter((one) => one !== null);
  let lost = found.length - shown.length;
  for (const page of pages(shown)) lost += await sendPage(ctx, page);
  if (lost > 0) await ctx.say('reports-file-lost', { n: lost });
}

async function sourceOf(ctx: Ctx, file: FileView): Promise<Shown | null> {
  const ours = file.botId === null || file.botId === ownBotId(ctx.app);
  if (ours) return { file, media: file.fileId };
  const kept = await keptCopy(ctx, file);
  return kept && { file, media: kept };
}

async function keptCopy(ctx: Ctx, { sha256, name, kind }: FileView): Promise<InputFile | null> {
  const path = sha256 === null ? null : await keptPath(ctx.app.config.dataDir, sha256);
  return path === null ? null : new InputFile(path, name ?? (kind === 'photo' ? 'photo.jpg' : 'file'));
}

/** Up to ten pictures make an album; other files go alone. */
function pages(shown: Shown[]): Shown[][] {
  const isPicture = ({ file }: Shown): boolean => file.kind === 'photo' || file.kind === 'video';
  const pictures = shown.filter(isPicture);
  const albums = Array.from({ length: Math.ceil(pictures.length / 10) }, (_, n) => pictures.slice(n * 10, n * 10 + 10));
  return [...albums, ...shown.filter((one) => !isPicture(one)).map((one) => [one])];
}

/** Sends a page; where Telegram refuses its ids, the kept bytes. Returns how many files could not be shown. */
async function sendPage(ctx: Ctx, page: Shown[]): Promise<number> {
  try {
    await send(ctx, page);
    return 0;
  } catch (error) {
    ctx.app.log.warn({ err: error }, 'reports.file-lost');
  }
  let lost = 0;
  for (const { file } of page) lost += (await sendKept(ctx, file)) ? 0 : 1;
  return lost;
}

/** The kept bytes as what they were sent as, else as a document: Telegram takes a document of any bytes. */
async function sendKept(ctx: Ctx, file: FileView): Promise<boolean> {
  for (const kind of new Set([file.kind, 'document'])) {
    const media = await keptCopy(ctx, file);
    if (!media) return false;
    try {
      await send(ctx, [{ file: { ...file, kind }, media }]);
      return true;
    } catch (error) {
      ctx.app.log.warn({ err: error }, 'reports.file-lost');
    }
  }
  return false;
}

async function send(ctx: Ctx, page: Shown[]): Promise<void> {
  const [only] = page;
  if (!only) return;
  const messages =
    page.length === 1
      ? [await sendOne(ctx, only)]
      : await ctx.replyWithMediaGroup(
          page.map(({ file, media }) => ({
            type: file.kind === 'video' ? ('video' as const) : ('photo' as const),
            media,
          })),
        );
  await remember(ctx, page, messages);
}

function sendOne(ctx: Ctx, { file, media }: Shown): Promise<Message> {
  if (file.kind === 'photo') return ctx.replyWithPhoto(media);
  if (file.kind === 'video') return ctx.replyWithVideo(media);
  return file.kind === 'audio' ? ctx.replyWithAudio(media) : ctx.replyWithDocument(media);
}

async function remember(ctx: Ctx, page: Shown[], messages: Message[]): Promise<void> {
  for (const [n, { file, media }] of page.entries()) {
    const [sent] = filesOf(messages[n] ?? {});
    if (typeof media !== 'string' && sent) await noteSentAgain(ctx.app, file.attachmentId, sent);
  }
}
