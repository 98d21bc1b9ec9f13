// Which function writes which kind of outgoing message; handed to the sender.
import { resolutionsRenderers } from './resolutions/renderers.ts';
import { chatsRenderers } from './chats/renderers.ts';
import { collectionsRenderers } from './collections/renderers.ts';
import { deliveryRenderers } from './delivery/renderers.ts';
import { digestsRenderers } from './digests/renderers.ts';
import { disciplineRenderers } from './discipline/renderers.ts';
import { findingsRenderers } from './findings/renderers.ts';
import { handOverRenderers } from './documents/hand-over-renderers.ts';
import { extensionsRenderers } from './extensions/renderers.ts';
import { meetingsRenderers } from './meetings/renderers.ts';
import { answerRenderers } from './outbox/answers.ts';
import type { Renderers } from './outbox/rules.ts';
import { peopleRenderers } from './people/renderers.ts';
import { periodsRenderers } from './periods/renderers.ts';
import { problemsRenderers } from './problems/renderers.ts';
import { remindersRenderers } from './reminders/renderers.ts';
import { reportsRenderers } from './reports/renderers.ts';
import { roadmapsRenderers } from './roadmaps/renderers.ts';
import { sharesRenderers } from './shares/renderers.ts';
import { fanOutRenderers } from './tasks/fan-out-renderers.ts';
import { tasksRenderers } from './tasks/renderers.ts';

export const renderers: Renderers = {
  ...answerRenderers,
  ...peopleRenderers,
  ...chatsRenderers,
  ...tasksRenderers,
  ...fanOutRenderers,
  ...reportsRenderers,
  ...sharesRenderers,
  ...extensionsRenderers,
  ...resolutionsRenderers,
  ...meetingsRenderers,
  ...periodsRenderers,
  ...remindersRenderers,
  ...digestsRenderers,
  ...handOverRenderers,
  ...disciplineRenderers,
  ...roadmapsRenderers,
  ...problemsRenderers,
  ...findingsRenderers,
  ...collectionsRenderers,
  ...deliveryRenderers,
};
