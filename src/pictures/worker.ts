// The thread in which pictures are painted: it answers one picture after another until it is ended.
import { parentPort } from 'node:worker_threads';
import { compose, type Picture } from './compose.ts';
import type { Theme } from './palette.ts';
import { measure, paint } from './paint.ts';

export type Order = { id: number; picture: Picture; theme: Theme };
export type Delivery = { id: number; png: Uint8Array } | { id: number; failed: string };

parentPort?.on('message', ({ id, picture, theme }: Order) => {
  let delivery: Delivery;
  try {
    delivery = { id, png: paint(compose(picture, theme, measure)).png };
  } catch (error) {
    delivery = { id, failed: String(error) };
  }
  parentPort?.postMessage(delivery);
});
