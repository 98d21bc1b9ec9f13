// The conversation about special control: why, then the mark.
import type { DialogDefinition } from '../telegram/dialog.ts';
import { placeDraft } from './draft-actions.ts';
import { presentDraft } from './present-draft-actions.ts';
import { markTask } from './mark-actions.ts';
import { taskView } from './queries.ts';

export const markDialogs: DialogDefinition[] = [
  {
    id: 'tasks.special',
    run: async (talk, args) => {
      const [taskId, on] = [Number(args['taskId']), args['on'] === true];
      const asked = talk.t('marks-ask-why', { on: on ? 'yes' : 'no' });
      const { text: reason = '' } = await talk.ask(asked, { maxLength: 1000 });
      const done = await talk.act((app, actor) => markTask(app, actor, { taskId, mark: 'specialControl', on, reason }));
      if (!done.ok) return;
      await talk.say(done.value.changed ? 'marks-changed' : 'marks-already');
      // A draft is shown anew, as after any other change of it.
      const draft = await talk.act(async (app, actor) =>
        (await taskView(app, taskId))?.state === 'draft' ? presentDraft(app, actor, taskId) : null,
      );
      if (!draft.ok || !draft.value) return;
      const messageId = await talk.sayHtml(draft.value.text, { keyboard: draft.value.keyboard });
      await talk.act((app) => placeDraft(app, { taskId, chatId: null, messageId }));
    },
  },
];
