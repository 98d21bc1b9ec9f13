// downloadFile: the bytes of a file that somebody sent to the bot.
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';

/** What a bot can download from Telegram, in bytes. */
export const maxDownload = 20 * 1024 * 1024;
const patienceMs = 60_000;

/** Downloads a file by its Telegram id. Throws UserError when it is larger than bots can download or is gone; a network fault is ours. */
export async function downloadFile(app: App, api: Api, fileId: string): Promise<Uint8Array> {
  const file = await api.getFile(fileId).catch((error: unknown) => {
    if (/file is too big/i.test(String(error))) throw new UserError('telegram-file-too-big');
    if (/wrong file_id|temporarily unavailable/i.test(String(error))) throw new UserError('telegram-file-gone');
    throw error;
  });
  if ((file.file_size ?? 0) > maxDownload) throw new UserError('telegram-file-too-big');
  const { botToken, telegramApiRoot } = app.config;
  const response = await fetch(`${telegramApiRoot}/file/bot${botToken}/${file.file_path ?? ''}`, {
    signal: AbortSignal.timeout(patienceMs),
  });
  // Never show the address: it holds the bot's token.
  if (!response.ok) throw new Error(`downloading a file failed with HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
