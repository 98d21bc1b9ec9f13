// Conversations about problems: a new one, a measure that works on it, why it is withdrawn or opened again.
import { clip, nameIn } from '../org/messages.ts';
import { fold } from '../reading/words.ts';
import { longestReason } from '../tasks/reason-rules.ts';
import { button } from '../telegram/buttons.ts';
import { confirmed } from '../telegram/confirm.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { addProblem, linkMeasure, reopenProblem, withdrawProblem } from './actions.ts';
import { linkableMeasures } from './measure-queries.ts';
import { knownTypes, placesFor, problemFor } from './queries.ts';
import { longestText, longestType, severities, type Severity } from './rules.ts';

export const problemsDialogs: DialogDefinition[] = [
  { id: 'problems.add', run: add },
  { id: 'problems.link', run: link },
  { id: 'problems.withdraw', run: withdraw },
  { id: 'problems.reopen', run: reopen },
];

async function add(talk: Talk): Promise<void> {
  const orgId = await pick(talk, talk.t('problems-ask-org'), async (app, actor, words) =>
    (await placesFor(app, actor))
      .filter((org) => fold(`${org.nameKk} ${org.nameRu} ${org.number ?? ''}`).includes(fold(words)))
      .map((org) => ({ id: org.orgId, label: clip(nameIn(org, actor.locale), 60) })),
  );
  if (orgId === null) return talk.say('telegram-not-allowed');
  const type = await askType(talk, orgId);
  if (type === null) return;
  const choices = severities.map((each) => [{ label: talk.t(`problems-severity-${each}`), value: each }]);
  const severity = (await talk.ask(talk.t('problems-ask-severity'), { choices, text: false })).choice as Severity;
  const { text = '' } = await talk.ask(talk.t('problems-ask-text'), { maxLength: longestText });
  const org = await talk.act(async (app, actor) => {
    const place = (await placesFor(app, actor)).find((each) => each.orgId === orgId);
    return { name: place ? nameIn(place, actor.locale) : '' };
  });
  if (!org.ok) return;
  const about = { org: org.value.name, type, severity: talk.t(`problems-severity-${severity}`), text };
  if (!(await confirmed(talk, talk.t('problems-confirm', about)))) return;
  const done = await talk.act(async (app, actor) => addProblem(app, actor, { orgId, type, severity, text }));
  if (done.ok) await talk.say('problems-added', {}, open(talk, done.value.problemId));
}

/** One of the words in use, or others; null when they could not be asked. */
async function askType(talk: Talk, orgId: number): Promise<string | null> {
  const known = await talk.act(async (app, actor) => ({ types: await knownTypes(app, actor, orgId) }));
  if (!known.ok) return null;
  const { types } = known.value;
  const choices = types.map((label, at) => [{ label: clip(label, 60), value: String(at) }]);
  const { choice, text } = await talk.ask(talk.t('problems-ask-type'), { choices, maxLength: longestType });
  return choice === undefined ? (text ?? '') : (types[Number(choice)] ?? '');
}

async function link(talk: Talk, args: DialogArgs): Promise<void> {
  const problemId = Number(args['problemId']);
  const measureId = await pick(talk, talk.t('problems-ask-measure'), async (app, actor, words) => {
    if (!(await problemFor(app, actor, problemId))) return [];
    const found = await linkableMeasures(app, actor, { problemId, words });
    return found.map((each) => ({
      id: each.measureId,
      label: clip(`${each.number} ${each.text} · ${each.roadmap}`, 60),
    }));
  });
  if (measureId === null) return talk.say('problems-no-measures');
  const done = await talk.act(async (app, actor) => {
    await linkMeasure(app, actor, { problemId, measureId });
    return true;
  });
  if (done.ok) await talk.say('problems-linked', {}, open(talk, problemId));
}

async function withdraw(talk: Talk, args: DialogArgs): Promise<void> {
  const problemId = Number(args['problemId']);
  const reason = await askReason(talk, 'problems-ask-withdraw', 'problems-confirm-withdraw');
  if (reason === null) return;
  const done = await talk.act(async (app, actor) => {
    await withdrawProblem(app, actor, { problemId, reason });
    return true;
  });
  if (done.ok) await talk.say('problems-withdrawn-now', {}, open(talk, problemId));
}

async function reopen(talk: Talk, args: DialogArgs): Promise<void> {
  const problemId = Number(args['problemId']);
  const reason = await askReason(talk, 'problems-ask-reopen', 'problems-confirm-reopen');
  if (reason === null) return;
  const done = await talk.act(async (app, actor) => {
    await reopenProblem(app, actor, { problemId, reason });
    return true;
  });
  if (done.ok) await talk.say('problems-reopened-now', {}, open(talk, problemId));
}

/** A reason and one press more; null when nothing shall be done. */
async function askReason(talk: Talk, question: string, sure: string): Promise<string | null> {
  const { text: reason = '' } = await talk.ask(talk.t(question), { maxLength: longestReason });
  return (await confirmed(talk, talk.t(sure, { reason }))) ? reason : null;
}

function open(talk: Talk, problemId: number) {
  return { keyboard: [[button(talk.t('problems-button-open'), 'problems.show', problemId)]] };
}
