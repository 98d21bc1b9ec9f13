// The conversation of an amendment: the new words, date or executors, the reason, and a look before it counts.
import { excerpt, executorName } from '../tasks/messages.ts';
import { postViews } from '../tasks/post-queries.ts';
import { type Moment, movedText } from '../tasks/slip-rules.ts';
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Done, Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { addByAmendment, amendHead, amendItem, cancelByAmendment } from './amendment-actions.ts';
import { maxAmendReason } from './amendment-rules.ts';
import { askDate, askDue, askExecutors, askForm, askItemText, askKind, askText } from './ask-dialogs.ts';
import { resolutionView, type ResolutionView } from './queries.ts';
import { maxNumber, maxTheme, readNumber } from './rules.ts';

type Amend = { version: number; reason: string };
/** What will be done, in words, and the doing of it. */
type Plan = {
  echo: string;
  act: (app: App, actor: Actor, amend: Amend) => Promise<{ number?: string; version: number }>;
};

/** Asks for the change and the reason, shows both, and amends after a press. */
export async function amendDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const [resolutionId, taskId, version] = [args['resolutionId'], args['taskId'], args['version']].map(Number);
  const at = { resolutionId: resolutionId ?? 0, taskId: taskId ?? 0 };
  const plan = await planOf(talk, String(args['field']), at);
  if (!plan) return;
  const reason = await askText(talk, 'resolutions-ask-amend-reason', maxAmendReason);
  const choices = [
    [
      { label: talk.t('resolutions-button-amend-yes'), value: 'yes' },
      { label: talk.t('resolutions-button-not-now'), value: 'no' },
    ],
  ];
  const html = [plan.echo, talk.t('resolutions-version-reason', { reason }), '', talk.t('resolutions-amend-sure')];
  const { choice } = await talk.ask(html.join('\n'), { choices, text: false });
  if (choice !== 'yes') return talk.say('resolutions-amend-dropped');
  const done: Done<{ version: number }> = await talk.act(async (app, actor) => {
    const { version: made } = await plan.act(app, actor, { version: version ?? 0, reason });
    return { version: made };
  });
  if (done.ok) await talk.say('resolutions-amended-now', { version: done.value.version });
}

type At = { resolutionId: number; taskId: number };

async function planOf(talk: Talk, field: string, at: At): Promise<Plan | null> {
  if (field === 'add') return planAdded(talk, at.resolutionId);
  if (field === 'head') return planHead(talk, at.resolutionId);
  const { taskId } = at;
  if (field === 'cancel') {
    const echo = talk.t('resolutions-amend-cancels');
    return { echo, act: (app, actor, amend) => cancelByAmendment(app, actor, { taskId, ...amend }) };
  }
  const change = await askChange(talk, field, at);
  return (
    change && {
      echo: change.echo,
      act: (app, actor, amend) => amendItem(app, actor, { taskId, ...amend, ...change.fields }),
    }
  );
}

async function askChange(talk: Talk, field: string, at: At) {
  if (field === 'text') {
    const text = await askItemText(talk);
    return { echo: escapeHtml(excerpt(text, 1500)), fields: { text } };
  }
  if (field === 'due') {
    const answer = await askDate(talk, 'resolutions-ask-due', { future: true });
    if (answer?.day === undefined) return null;
    const was = await momentNow(talk, async (app) => itemDate(await resolutionView(app, at.resolutionId), at.taskId));
    const day = movedText(talk.locale, was, { day: answer.day, time: answer.time });
    const echo = talk.t('resolutions-echo-due', { day, off: answer.dayOff ? 'yes' : 'no' });
    return { echo, fields: { due: answer.day, dueTime: answer.time } };
  }
  const answer = await askExecutors(talk, at.resolutionId);
  if (!answer) return null;
  const { executorPostIds } = answer;
  return { echo: await executorsEcho(talk, executorPostIds), fields: { executorPostIds } };
}

/** What the date is now. */
async function momentNow(talk: Talk, find: (app: App) => Promise<Moment | null>): Promise<Moment | null> {
  const found = await talk.act(find);
  return found.ok ? found.value : null;
}

function itemDate(view: ResolutionView | null, taskId: number): Moment | null {
  const item = view?.items.find((each) => each.taskId === taskId);
  return item?.due ? { day: item.due, time: item.dueTime } : null;
}

async function executorsEcho(talk: Talk, postIds: number[]): Promise<string> {
  const names = await talk.act(async (app) =>
    (await postViews(app, postIds)).map((post) => executorName(post, talk.locale)).join('; '),
  );
  return talk.t('resolutions-executors', { names: names.ok ? excerpt(names.value, 1500) : '' });
}

async function planAdded(talk: Talk, resolutionId: number): Promise<Plan | null> {
  const afterTaskId = await pick(talk, talk.t('resolutions-ask-amend-place'), async (app, _actor, search) => {
    const view = await resolutionView(app, resolutionId);
    const items = (view?.items ?? []).filter(({ number }) => number.startsWith(search.trim()));
    const end = search.trim() === '' ? [{ id: 0, label: talk.t('resolutions-button-at-end') }] : [];
    return [
      ...end,
      ...items.map((item) => ({ id: item.taskId, label: excerpt(`${item.number}. ${item.headline}`, 60) })),
    ];
  });
  if (afterTaskId === null) return null;
  const text = await askItemText(talk);
  const kind = await askKind(talk);
  const executors = await askExecutors(talk, resolutionId);
  const due = executors && (await askDue(talk));
  if (!due) return null;
  const { echo: dueEcho, ...term } = due;
  const completionForm = await askForm(talk, dueEcho);
  const item = { text, kind, ...executors, ...term, completionForm };
  const echo = [escapeHtml(excerpt(text, 1500)), await executorsEcho(talk, executors.executorPostIds), dueEcho].join(
    '\n',
  );
  return {
    echo,
    act: (app, actor, amend) =>
      addByAmendment(app, actor, { resolutionId, afterTaskId: afterTaskId === 0 ? null : afterTaskId, item, ...amend }),
  };
}

async function planHead(talk: Talk, resolutionId: number): Promise<Plan | null> {
  const label = (field: string) => ({ label: talk.t('resolutions-button-head-field', { field }), value: field });
  const choices = [[label('theme'), label('number'), label('day')]];
  const { choice } = await talk.ask(talk.t('resolutions-ask-amend-head'), { choices, text: false });
  const act =
    (change: { theme?: string; number?: string | null; day?: string }): Plan['act'] =>
    (app, actor, amend) =>
      amendHead(app, actor, { resolutionId, ...amend, ...change });
  if (choice === 'theme') {
    const theme = await askText(talk, 'resolutions-ask-theme', maxTheme);
    return { echo: escapeHtml(theme), act: act({ theme }) };
  }
  if (choice === 'number') {
    const number = readNumber(await askText(talk, 'resolutions-ask-number', maxNumber));
    return { echo: `№ ${escapeHtml(number ?? '—')}`, act: act({ number }) };
  }
  const answer = await askDate(talk, 'resolutions-ask-day', { future: false });
  if (answer?.day === undefined) return null;
  const was = await momentNow(talk, async (app) => {
    const view = await resolutionView(app, resolutionId);
    return view && { day: view.day, time: null };
  });
  const echo = movedText(talk.locale, was, { day: answer.day, time: null });
  return { echo, act: act({ day: answer.day }) };
}
