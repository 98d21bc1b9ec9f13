// Sending a file beside the handling of updates.
import { type Api, GrammyError, HttpError, InputFile } from 'grammy';

/**
 * Sends bytes as a document with this name and caption (HTML). 'refused' where it never will arrive (blocked, too big); throws where
 * trying again may help.
 */
export async function sendFile(
  api: Api,
  chat: number,
  { bytes, name, caption }: { bytes: Uint8Array; name: string; caption: string },
): Promise<'sent' | 'refused'> {
  try {
    await api.sendDocument(chat, new InputFile(bytes, name), { caption, parse_mode: 'HTML' });
    return 'sent';
  } catch (error) {
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}

/** Telegram would answer the same again (blocked, too big). */
export function isRefusal(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code !== 429 && error.error_code < 500;
}

/** Telegram cannot be reached, or not now. */
export function isTelegramAway(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && !isRefusal(error));
}
