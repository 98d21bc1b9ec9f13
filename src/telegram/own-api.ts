// An Api of its own for work beside the handling of updates.
import { Api } from 'grammy';
import type { App } from '../app.ts';
import { patient } from './patience.ts';

/** How long a call to Telegram may take, in seconds; a long poll asks for 30 of them. */
export const timeoutSeconds = 40;

/** Calls Telegram with the bot's token; waits out a short refusal, as the Api of an update does. */
export function ownApi(app: App): Api {
  const { botToken: token, telegramApiRoot: apiRoot } = app.config;
  const api = new Api(token, { apiRoot, timeoutSeconds });
  api.config.use(patient(app));
  return api;
}
