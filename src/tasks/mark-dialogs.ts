// The conversation about special control: why, then the mark.
import type { DialogDefinition } from '../telegram/dialog.ts';
import { markTask } from './mark-actions.ts';

export const markDialogs: DialogDefinition[] = [
  {
    id: 'tasks.special',
    run: async (talk, args) => {
      const [taskId, on] = [Number(args['taskId']), args['on'] === true];
      const asked = talk.t('marks-ask-why', { on: on ? 'yes' : 'no' });
      const { text: reason = '' } = await talk.ask(asked, { maxLength: 1000 });
      const done = await talk.act((app, actor) => markTask(app, actor, { taskId, mark: 'specialControl', on, reason }));
      if (done.ok) await talk.say(done.value.changed ? 'marks-changed' : 'marks-already');
    },
  },
];
