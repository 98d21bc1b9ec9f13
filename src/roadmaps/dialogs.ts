// The conversations of roadmaps: an import, changes, a name, sending back, throwing away, a past day.
import { createCalendar, loadOverrides } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { readMeetingDay } from '../resolutions/meeting-day.ts';
import { longestReason } from '../tasks/reason-rules.ts';
import { button } from '../telegram/buttons.ts';
import { confirmed } from '../telegram/confirm.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addDays, addMonths, dayIn, endOfMonth, printDayShort } from '../time.ts';
import { returnRoadmap } from './approve-actions.ts';
import { roadmapAsOf } from './as-of-queries.ts';
import { addDialog, changeDialog, indicatorDialog, sectionDialog } from './change-dialogs.ts';
import { dropRoadmap, renameRoadmap } from './draft-actions.ts';
import { importDialog } from './import-dialogs.ts';
import { maxName } from './import-rules.ts';
import { asOfMessage } from './past-messages.ts';
import { roadmapFor } from './seen-queries.ts';

export const roadmapsDialogs: DialogDefinition[] = [
  { id: 'roadmaps.import', run: importDialog },
  { id: 'roadmaps.change', run: changeDialog },
  { id: 'roadmaps.add', run: addDialog },
  { id: 'roadmaps.indicator', run: indicatorDialog },
  { id: 'roadmaps.rename-section', run: sectionDialog },
  { id: 'roadmaps.rename', run: rename },
  { id: 'roadmaps.drop', run: drop },
  { id: 'roadmaps.return', run: giveBack },
  { id: 'roadmaps.asof', run: asOf },
];

async function rename(talk: Talk, args: DialogArgs): Promise<void> {
  const roadmapId = Number(args['roadmapId']);
  const { text = '' } = await talk.ask(talk.t('roadmaps-ask-name'), { maxLength: maxName });
  const done = await talk.act(async (app, actor) => {
    await renameRoadmap(app, actor, { roadmapId, name: text });
    return true;
  });
  if (done.ok) await talk.say('roadmaps-changed', {}, open(talk, roadmapId));
}

async function drop(talk: Talk, args: DialogArgs): Promise<void> {
  const roadmapId = Number(args['roadmapId']);
  if (!(await confirmed(talk, talk.t('roadmaps-drop-sure')))) return;
  const done = await talk.act(async (app, actor) => {
    await dropRoadmap(app, actor, { roadmapId });
    return true;
  });
  if (done.ok) await talk.say('roadmaps-dropped');
}

async function giveBack(talk: Talk, args: DialogArgs): Promise<void> {
  const roadmapId = Number(args['roadmapId']);
  const { text: reason = '' } = await talk.ask(talk.t('roadmaps-ask-return'), { maxLength: longestReason });
  const done = await talk.act(async (app, actor) => {
    await returnRoadmap(app, actor, { roadmapId, reason });
    return true;
  });
  if (done.ok) await talk.say('roadmaps-returned');
}

/** Asks for a day since the approval and shows the roadmap as it was then. */
async function asOf(talk: Talk, args: DialogArgs): Promise<void> {
  const roadmapId = Number(args['roadmapId']);
  const ground = await talk.act(async (app, actor) => {
    const view = await roadmapFor(app, actor, roadmapId);
    if (!view?.whole || !view.approvedDay) throw new UserError('telegram-not-allowed');
    return { from: view.approvedDay, today: dayIn(app.zone, app.now()), overrides: await loadOverrides(app) };
  });
  if (!ground.ok) return;
  const { from, today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: string } | { impossible: true } | null => {
    const read = readMeetingDay(text, { today, calendar, week: 5 });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const wanted = [addDays(today, -1), addDays(today, -7), endOfMonth(addMonths(today, -1)), from];
  const quick = [...new Set(wanted.filter((day) => day >= from && day <= today))];
  const extra = [quick.map((day) => ({ label: printDayShort(day), value: `quick ${day}` }))];
  const question = talk.t('roadmaps-ask-asof', { day: printDayShort(from) });
  const answer = await askDay(talk, question, { today, min: from, max: today, parse, extra });
  const day = answer.day ?? answer.choice?.replace('quick ', '') ?? today;
  const done = await talk.act(async (app, actor) =>
    asOfMessage(app, actor.locale, await roadmapAsOf(app, actor, roadmapId, day)),
  );
  if (done.ok) await talk.sayHtml(done.value.html, { keyboard: done.value.keyboard });
}

function open(talk: Talk, roadmapId: number) {
  return { keyboard: [[button(talk.t('roadmaps-button-open'), 'roadmaps.show', roadmapId, 0)]] };
}
