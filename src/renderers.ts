// Which function writes which kind of outgoing message; handed to the sender.
import type { Renderers } from './outbox/rules.ts';
import { remindersRenderers } from './reminders/renderers.ts';

export const renderers: Renderers = {
  ...remindersRenderers,
};
