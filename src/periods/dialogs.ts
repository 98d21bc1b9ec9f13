// Conversations about time: why a periodic task ends; when the terms of a school year begin and end.
import type { DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { endSeries } from './actions.ts';
import { setSchoolTerms } from './calendar-actions.ts';

const longestReason = 1000;

export const periodsDialogs: DialogDefinition[] = [
  { id: 'periods.end', run: (talk, args) => endWithReason(talk, Number(args['taskId']), String(args['number'])) },
  { id: 'periods.terms', run: (talk, args) => askTerms(talk, Number(args['year'])) },
];

async function endWithReason(talk: Talk, taskId: number, number: string): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('periods-ask-end', { number }), { maxLength: longestReason });
  const done = await talk.act((app, actor) => endSeries(app, actor, { taskId, reason: text }));
  if (done.ok) await talk.say('periods-ended-now', { number: done.value.number, told: done.value.told });
}

async function askTerms(talk: Talk, year: number): Promise<void> {
  const years = { year: String(year), next: String(year + 1) };
  const { text = '' } = await talk.ask(talk.t('periods-ask-terms', years), { maxLength: 300 });
  const done = await talk.act((app, actor) => setSchoolTerms(app, actor, { year, typed: text }));
  if (done.ok) await talk.say('periods-terms-saved', years);
}
