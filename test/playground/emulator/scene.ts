// The scene of the error catalogue: a clock to move, a person who has opened the bot, a group with her in it; new before every test.
import { afterEach, beforeEach } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Group, Person } from '../../support/telegram.ts';
import { errorOf, resultOf } from './raw-api.ts';

export let emulator: Emulator;
export let tg: TelegramTown;
export let dana: Person;
export let group: Group;
let clock: Date;

/** Sets the scene before every test of a file. */
export function setScene(): void {
  beforeEach(async () => {
    clock = new Date('2026-11-23T04:00:00Z');
    emulator = await startEmulator({ now: () => clock });
    tg = new TelegramTown(emulator);
    tg.waits = false;
    dana = tg.person({ firstName: 'Дана' });
    group = tg.group({ title: 'Білім', members: [dana] });
    await dana.opens();
  });
  afterEach(() => emulator.close());
}

export const pass = (milliseconds: number) => (clock = new Date(clock.getTime() + milliseconds));
export const send = (chat_id: number | string, text = 'мәтін', more: object = {}) =>
  resultOf<{ message_id: number }>(emulator, 'sendMessage', { chat_id, text, ...more });
export const refused = (method: string, params: object = {}) => errorOf(emulator, method, params);
export const refusedText = (text: string, more: object = {}) =>
  refused('sendMessage', { chat_id: dana.id, text, ...more });
export const keyboard = (...row: object[]) => ({ reply_markup: { inline_keyboard: [row] } });
