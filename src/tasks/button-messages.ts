// Buttons under the private messages of an executor, also those of rooms to the right: data are strings.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { CardContext } from './messages.ts';
import type { ParticipationView } from './queries.ts';

/** What an executor can do with the own share. */
export function executorButtons({ app, locale }: CardContext, share: ParticipationView): Keyboard {
  const t = (key: string): string => app.t(locale, key);
  const report = button(t('tasks-button-report'), 'reports.start', share.participationId);
  const acknowledge = button(t('tasks-button-acknowledge'), 'tasks.ack', share.participationId);
  const first = share.state === 'assigned' ? [acknowledge, report] : [report];
  return [first, [button(t('tasks-button-my'), 'tasks.show', 'my')]];
}
