// Conversations about the index: an appeal in the executor's words, a refusal in the decider's, an absence by its days.
import { createCalendar, loadOverrides } from '../calendar.ts';
import { postTitle } from '../org/messages.ts';
import { readDue } from '../reading/dates/dates.ts';
import { confirmed } from '../telegram/confirm.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addMonths, type Day, dayIn, printDay } from '../time.ts';
import {
  type AbsenceReason,
  absenceReasons,
  decidable,
  decideAppeal,
  keeper,
  makeAppeal,
  noteAbsence,
  ownShare,
} from './actions.ts';
import { disciplineItem } from './queries.ts';
import { type Fault, faultsOf } from './rules.ts';

const longestText = 1000;

export const disciplineDialogs: DialogDefinition[] = [
  { id: 'discipline.appeal', run: appeal },
  { id: 'discipline.refuse', run: refuse },
  { id: 'discipline.absence', run: absence },
];

async function appeal(talk: Talk, args: DialogArgs): Promise<void> {
  const participationId = Number(args['participationId']);
  const found = await talk.act(async (app, actor) => {
    const { task } = await ownShare(app, actor, participationId);
    const item = await disciplineItem(app, actor, participationId);
    const known = item ? [...item.open, ...item.granted, ...item.refused] : [];
    const faults = item ? faultsOf(item.merit).filter((fault) => !known.includes(fault)) : [];
    return { number: task.number ?? '', faults };
  });
  if (!found.ok) return;
  const { number, faults } = found.value;
  if (faults.length === 0) return talk.say('discipline-no-fault');
  const choices = faults.map((fault) => [{ label: talk.t(`discipline-fault-${fault}`), value: fault }]);
  const drop = [{ label: talk.t('extensions-button-none'), value: 'drop' }];
  const asked = await talk.ask(talk.t('discipline-ask-fault', { number }), {
    choices: [...choices, drop],
    text: false,
  });
  if (!asked.choice || asked.choice === 'drop') return talk.say('discipline-dropped');
  const fault = asked.choice as Fault;
  const question = talk.t('discipline-ask-text', { number, fault: talk.t(`discipline-fault-${fault}`) });
  const { text, choice } = await talk.ask(question, { choices: [drop], maxLength: longestText });
  if (choice) return talk.say('discipline-dropped');
  const requestKey = `appeal:${String(args['key'])}`;
  const sent = await talk.act((app, actor) =>
    makeAppeal(app, actor, { participationId, fault, text: text ?? '', requestKey }),
  );
  if (sent.ok) await talk.say('discipline-sent', { number });
}

async function refuse(talk: Talk, args: DialogArgs): Promise<void> {
  const appealId = Number(args['appealId']);
  const found = await talk.act(async (app, actor) => {
    const { found } = await decidable(app, actor, appealId);
    return { number: found.task.number ?? '' };
  });
  if (!found.ok) return;
  const drop = [{ label: talk.t('extensions-button-none'), value: 'drop' }];
  const question = talk.t('discipline-ask-refusal', found.value);
  const { text, choice } = await talk.ask(question, { choices: [drop], maxLength: longestText });
  if (choice) return talk.say('discipline-dropped');
  const done = await talk.act((app, actor) =>
    decideAppeal(app, actor, { appealId, granted: false, answer: text ?? '' }),
  );
  if (done.ok) await talk.say('discipline-refused-done', done.value);
}

async function absence(talk: Talk, args: DialogArgs): Promise<void> {
  const postId = Number(args['postId']);
  const found = await talk.act(async (app, actor) => {
    const { post } = await keeper(app, actor, postId);
    return { nameKk: post.nameKk, nameRu: post.nameRu, org: { nameKk: post.org.nameKk, nameRu: post.org.nameRu } };
  });
  if (!found.ok) return;
  const post = postTitle(found.value, talk.locale);
  const from = await askDate(talk, talk.t('discipline-ask-from', { post }));
  const to = from && (await askDate(talk, talk.t('discipline-ask-to'), from));
  if (!from || !to) return;
  const choices = absenceReasons.map((reason) => [{ label: talk.t(`discipline-absence-${reason}`), value: reason }]);
  const { choice } = await talk.ask(talk.t('discipline-ask-reason'), { choices, text: false });
  const reason = choice as AbsenceReason;
  const words = talk.t(`discipline-absence-${reason}`);
  const days = { from: printDay(talk.locale, from), to: printDay(talk.locale, to) };
  if (!(await confirmed(talk, talk.t('discipline-confirm-absence', { post, ...days, reason: words })))) return;
  const done = await talk.act((app, actor) => noteAbsence(app, actor, { postId, from, to, reason }));
  if (done.ok) await talk.say('discipline-absence-noted');
}

/** A day of a year back or a year ahead, from `min` on. */
async function askDate(talk: Talk, html: string, min?: Day): Promise<Day | null> {
  const ground = await talk.act(async (app) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
  }));
  if (!ground.ok) return null;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const read = readDue(text, { today, calendar, week: 5 });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const bounds = { min: min ?? addMonths(today, -12), max: addMonths(today, 12) };
  const { day } = await askDay(talk, html, { today, ...bounds, parse });
  return day ?? null;
}
