// Which function writes which kind of outgoing message; handed to the sender.
import type { Renderers } from './outbox/rules.ts';

export const renderers: Renderers = {};
