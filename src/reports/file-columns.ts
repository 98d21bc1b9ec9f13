// The row of a file that somebody sent: what Telegram says of it, and when its bytes are to be fetched.
import type { App } from '../app.ts';
import { maxDownload } from '../telegram/download.ts';
import type { Attached } from './rules.ts';

/** Columns of a new attachment; a file that a bot cannot download is marked at once. */
export function fileColumns(app: App, { kind, fileId, uniqueId, name, mime, size }: Attached) {
  const large = (size ?? 0) > maxDownload;
  return {
    kind,
    telegramFileId: fileId,
    telegramUniqueId: uniqueId,
    name: name ?? null,
    mime: mime ?? null,
    size: size ?? null,
    botId: ownBotId(app),
    fetchAt: large ? null : app.now(),
    fault: large ? 'too-big' : null,
    createdAt: app.now(),
  };
}

/** The bot's own Telegram id: the first part of its token. */
export function ownBotId(app: App): bigint {
  return BigInt(app.config.botToken.split(':')[0] ?? '0');
}
