// Dialogs of extensions: asking for more time, another date, a refusal in one's own words, and "for all".
import { readDue } from '../reading/dates/dates.ts';
import type { App } from '../app.ts';
import { createCalendar, loadCalendar, loadOverrides, type Week } from '../calendar.ts';
import { shareView, taskView } from '../tasks/queries.ts';
import { button } from '../telegram/buttons.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { type Day, addDays, dayIn, isDay, printDay, printDayShort } from '../time.ts';
import { approveExtension, checkOtherDay, declineExtension, giveOpinion, requestToDecide } from './decide-actions.ts';
import { extendForAll, movable } from './extend-all-actions.ts';
import { checkProposal, checkShare, requestExtension } from './request-actions.ts';
import { askReasons, maxReason, offeredKey } from './rules.ts';
import { span } from '../tasks/slip-rules.ts';
import { executorsWeek } from '../tasks/week-rules.ts';

/** Dialogs of this slice. */
export const extensionsDialogs: DialogDefinition[] = [
  { id: 'extensions.ask', run: ask, passesReports: true },
  { id: 'extensions.other', run: otherDay },
  { id: 'extensions.decline', run: declineInWords },
  { id: 'extensions.disagree', run: disagree },
  { id: 'extensions.forall', run: forAll },
];

async function ask(talk: Talk, args: DialogArgs): Promise<void> {
  const participationId = await chosenShare(talk, args);
  if (participationId === null) return talk.say('extensions-dropped');
  const about = await talk.act(async (app, actor) => {
    const { number, share } = await checkShare(app, actor, participationId);
    return { number, due: share.due as Day };
  });
  if (!about.ok) return;
  const { number, due } = about.value;
  const said = typeof args['day'] === 'string' && isDay(args['day']) ? args['day'] : null;
  const proposal = await askProposal(talk, { participationId, number, due, said });
  if (!proposal) return talk.say('extensions-dropped');
  const reason = await askReason(talk, proposal.html, String(args['words'] ?? ''));
  if (reason === null) return talk.say('extensions-dropped');
  const sent = await talk.act((app, actor) =>
    requestExtension(app, actor, { participationId, day: proposal.day, reason, requestKey: String(args['key']) }),
  );
  if (!sent.ok) return;
  const { extensionId, late } = sent.value;
  const keyboard = [[button(talk.t('extensions-button-withdraw'), 'extensions.withdraw', extensionId)]];
  const lines = [
    talk.t('extensions-sent', { number, span: span(due, proposal.day) }),
    ...(late ? [talk.t('extensions-sent-late')] : []),
  ];
  await talk.sayHtml(lines.join('\n'), { keyboard });
}

/** Which of several tasks it is about. */
async function chosenShare(talk: Talk, args: DialogArgs): Promise<number | null> {
  const ids = Array.isArray(args['ids']) ? args['ids'].map(Number) : [];
  const [only] = ids;
  if (ids.length <= 1) return only ?? null;
  const found = await talk.act(async (app) => {
    const views = await Promise.all(ids.slice(0, 10).map(async (id) => shareView(app, id)));
    return views.flatMap((view) =>
      view
        ? [
            {
              id: view.share.participationId,
              label: `№ ${view.task.number ?? ''} · ${view.task.headline}`.slice(0, 60),
            },
          ]
        : [],
    );
  });
  if (!found.ok) return null;
  const choices = found.value.map(({ id, label }): Choice[] => [{ label, value: String(id) }]);
  const { choice } = await talk.ask(talk.t('extensions-which'), { choices: [...choices, [none(talk)]], text: false });
  return choice === undefined || choice === 'drop' ? null : Number(choice);
}

function none(talk: Talk): Choice {
  return { label: talk.t('extensions-button-none'), value: 'drop' };
}

type About = { participationId: number; number: string; due: Day; said: Day | null };

/** A date that may be asked for, and how it is shown; what may not be is explained and asked again. Null when it is given up. */
async function askProposal(
  talk: Talk,
  { participationId, number, due, said }: About,
): Promise<{ day: Day; html: string } | null> {
  for (let day = said; ; day = null) {
    const html = talk.t('extensions-ask-day', { number, day: printDay(talk.locale, due) });
    day ??= await askNewDay(talk, html, due, (app) => weekOfShare(app, participationId));
    if (day === null) return null;
    const wanted = day;
    const checked = await talk.act(async (app, actor) => {
      const { proposed, late, ground } = await checkProposal(app, actor, { participationId, day: wanted });
      return { proposed, late, off: !ground.calendar.isWorkingDay(proposed, ground.week) };
    });
    if (!checked.ok) continue;
    const { proposed, late, off } = checked.value;
    const lines = [
      talk.t('extensions-proposal', { number, span: span(due, proposed), day: printDay(talk.locale, proposed) }),
      ...(proposed === wanted ? [] : [talk.t('extensions-moved', { day: printDayShort(wanted) })]),
      ...(off ? [talk.t('tasks-day-off')] : []),
      ...(late ? [`⚠️ ${talk.t('extensions-late')}`] : []),
      talk.t('extensions-ask-why'),
    ];
    return { day: proposed, html: lines.join('\n') };
  }
}

/** A day after the present date and not before today; null when it is given up. */
async function askNewDay(
  talk: Talk,
  html: string,
  due: Day,
  weekFor: (app: App) => Promise<Week>,
): Promise<Day | null> {
  const ground = await talk.act(async (app) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
    week: await weekFor(app),
  }));
  if (!ground.ok) return null;
  const { today, overrides, week } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const read = readDue(text, { today, calendar, week });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const min = due < today ? today : addDays(due, 1);
  const isDayOff = (day: Day): boolean => !calendar.isWorkingDay(day, week);
  const answer = await askDay(talk, html, { today, min, parse, extra: [[none(talk)]], isDayOff });
  return answer.day ?? null;
}

async function weekOfShare(app: App, participationId: number): Promise<Week> {
  return (await shareView(app, participationId))?.share.post.org.week ?? 5;
}

/** One of the offered reasons, what was said at first, or one's own words; null when it is given up. */
async function askReason(talk: Talk, html: string, words: string): Promise<string | null> {
  const offered = askReasons.map((key): Choice[] => [{ label: talk.t(`extensions-reason-${key}`), value: key }]);
  const own = words === '' ? [] : [[{ label: talk.t('extensions-button-as-said'), value: 'said' }]];
  const answer = await talk.ask(html, { choices: [...own, ...offered, [none(talk)]], maxLength: maxReason });
  if (answer.choice === undefined) return answer.text;
  if (answer.choice === 'said') return words.slice(0, maxReason);
  const key = offeredKey(askReasons, answer.choice);
  return key && talk.t(`extensions-reason-${key}`);
}

async function otherDay(talk: Talk, args: DialogArgs): Promise<void> {
  const extensionId = Number(args['extensionId']);
  for (;;) {
    const about = await talk.act((app, actor) => requestToDecide(app, actor, extensionId));
    if (!about.ok) return;
    const { number, due, week } = about.value;
    const wanted = await askNewDay(talk, talk.t('extensions-ask-other', { number }), due, async () => week);
    if (wanted === null) return talk.say('extensions-kept');
    const checked = await talk.act((app, actor) => checkOtherDay(app, actor, { extensionId, day: wanted }));
    // A date that cannot be is explained and asked again; a request decided meanwhile ends it above.
    if (!checked.ok) continue;
    const { granted: day, off } = checked.value;
    const lines = [
      talk.t('extensions-proposal', { number, span: span(due, day), day: printDay(talk.locale, day) }),
      ...(day === wanted ? [] : [talk.t('extensions-moved', { day: printDayShort(wanted) })]),
      ...(off ? [talk.t('tasks-day-off')] : []),
    ];
    const yes = { label: talk.t('extensions-button-approve', { day: printDayShort(day) }), value: 'yes' };
    const answer = await talk.ask(lines.join('\n'), { choices: [[yes], [none(talk)]], text: false });
    if (answer.choice !== 'yes') return talk.say('extensions-kept');
    const done = await talk.act((app, actor) => approveExtension(app, actor, { extensionId, day }));
    if (!done.ok) return;
    const said = { number, span: span(done.value.oldDue, day), day: printDay(talk.locale, day) };
    return talk.say('extensions-approve-done', said);
  }
}

async function declineInWords(talk: Talk, args: DialogArgs): Promise<void> {
  const extensionId = Number(args['extensionId']);
  const { text: reason = '' } = await talk.ask(talk.t('extensions-ask-refusal'), { maxLength: maxReason });
  const done = await talk.act((app, actor) => declineExtension(app, actor, { extensionId, reason }));
  if (done.ok) await talk.say('extensions-decline-done', { number: done.value.number, reason });
}

async function disagree(talk: Talk, args: DialogArgs): Promise<void> {
  const extensionId = Number(args['extensionId']);
  const choices = [[{ label: talk.t('extensions-button-without'), value: 'none' }]];
  const answer = await talk.ask(talk.t('extensions-ask-opinion'), { choices, maxLength: 300 });
  const comment = answer.text ?? '';
  const done = await talk.act((app, actor) => giveOpinion(app, actor, { extensionId, agrees: false, comment }));
  if (done.ok) await talk.say('extensions-opinion-done', { number: done.value.number });
}

async function forAll(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const about = await talk.act(async (app) => {
    const task = await taskView(app, taskId);
    return { number: task?.number ?? '', due: task?.due ?? null, week: task ? executorsWeek(task) : (5 as const) };
  });
  if (!about.ok || about.value.due === null) return talk.say('telegram-stale-button');
  const { number, due, week } = about.value;
  const html = talk.t('extensions-ask-all', { number, day: printDay(talk.locale, due) });
  const day = await askNewDay(talk, html, due, async () => week);
  if (day === null) return talk.say('extensions-dropped');
  const counted = await talk.act(async (app, actor) => {
    const task = await taskView(app, taskId);
    const moved = task ? await movable(app, actor, task, day) : [];
    const parts = moved.filter(({ to }) => to !== day).length;
    return { n: moved.length, parts, off: !(await loadCalendar(app)).isWorkingDay(day, week) };
  });
  if (!counted.ok) return;
  const { n, parts, off } = counted.value;
  const { text: reason = '' } = await talk.ask(talk.t('extensions-ask-all-reason'), { maxLength: maxReason });
  const yes = { label: talk.t('extensions-button-all-yes', { n }), value: 'yes' };
  const lines = [
    talk.t('extensions-all-confirm', { number, n, span: span(due, day), day: printDay(talk.locale, day) }),
    ...(off ? [talk.t('tasks-day-off')] : []),
    ...(parts > 0 ? [talk.t('extensions-all-internal', { n: parts })] : []),
    talk.t('tasks-reason', { reason }),
  ];
  const answer = await talk.ask(lines.join('\n'), { choices: [[yes], [none(talk)]], text: false });
  if (answer.choice !== 'yes') return talk.say('extensions-dropped');
  const done = await talk.act((app, actor) => extendForAll(app, actor, { taskId, day, reason }));
  if (done.ok) await talk.say('extensions-all-done', { number, n: done.value.count, day: printDay(talk.locale, day) });
}
