// What is asked about a change of a roadmap: words, dates, executors, each with how it is shown before it counts.
import type { App } from '../app.ts';
import { createCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { clip, postTitle } from '../org/messages.ts';
import { loadRoster } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { readDue } from '../reading/dates/dates.ts';
import { searchRoster } from '../reading/executors/roster-search.ts';
import { fold } from '../reading/words.ts';
import { dateGround, postHeld } from '../resolutions/queries.ts';
import { mayIssueTo } from '../resolutions/rules.ts';
import { postViews } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { type Moment, movedText } from '../tasks/slip-rules.ts';
import { askDay } from '../telegram/day-picker.ts';
import { type Option, pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { type Day, printDayShort } from '../time.ts';
import { mayChange, measureIn, type MeasureChange } from './amend-actions.ts';
import { maxForm, maxName, maxNote } from './import-rules.ts';
import { type MilestoneView, roadmapView, type RoadmapView } from './queries.ts';
import { replaceable } from './rules.ts';

export type Asked = { change: MeasureChange; echo: string };

/** What of the measure shall be how, and how that is shown before it counts; null when the question was left. */
export async function askChange(talk: Talk, act: string, roadmapId: number, measureId: number): Promise<Asked | null> {
  if (act === 'remove') return { change: { act }, echo: talk.t('roadmaps-echo-remove') };
  if (act === 'text') {
    const { text = '' } = await talk.ask(talk.t('roadmaps-ask-text'), { maxLength: maxTaskText });
    return { change: { act, text }, echo: escapeHtml(clip(text, 1500)) };
  }
  if (act === 'form' || act === 'note') return askWords(talk, act);
  if (act === 'edit-milestone') return askMilestone(talk, roadmapId, measureId);
  if (act === 'executor' || act === 'add-executor' || act === 'drop-executor')
    return askExecutor(talk, act, roadmapId, measureId);
  const name =
    act === 'milestone' ? ((await talk.ask(talk.t('roadmaps-ask-milestone'), { maxLength: maxName })).text ?? '') : '';
  const due = await askDate(talk, 'roadmaps-ask-due');
  if (due === null) return null;
  const was = act === 'milestone' ? null : await dateNow(talk, roadmapId, measureId);
  const day = talk.t('roadmaps-label-due', { value: movedText(talk.locale, was, { day: due, time: null }) });
  if (act === 'milestone') return { change: { act, name, due }, echo: `${escapeHtml(name)}\n${day}` };
  return { change: { act: 'due', due }, echo: day };
}

/** Which milestone, and what of it. */
async function askMilestone(talk: Talk, roadmapId: number, measureId: number): Promise<Asked | null> {
  const found = await talk.act(
    async (app, actor) => measureIn(await changeable(app, actor, roadmapId), measureId).milestones,
  );
  if (!found.ok) return null;
  const label = ({ due, name }: MilestoneView): string => clip(`${printDayShort(due)} ${name}`, 60);
  const milestoneId = await pick(talk, talk.t('roadmaps-ask-which-milestone'), async (_app, _actor, words) =>
    found.value
      .map((each) => ({ id: each.milestoneId, label: label(each) }))
      .filter((each) => fold(each.label).includes(fold(words))),
  );
  const was = found.value.find((each) => each.milestoneId === milestoneId);
  if (milestoneId === null || !was) return null;
  const shown = escapeHtml(`${printDayShort(was.due)} ${was.name}`);
  const choices = [
    [
      { label: talk.t('roadmaps-button-milestone-name'), value: 'name' },
      { label: talk.t('roadmaps-button-due'), value: 'due' },
    ],
    [{ label: talk.t('roadmaps-button-remove'), value: 'remove' }],
  ];
  const html = `◆ ${shown}\n${talk.t('roadmaps-ask-milestone-what')}`;
  const { choice } = await talk.ask(html, { choices, text: false });
  if (choice === 'remove')
    return {
      change: { act: 'milestone-removed', milestoneId },
      echo: talk.t('roadmaps-echo-milestone-removed', { value: `${printDayShort(was.due)} ${was.name}` }),
    };
  if (choice === 'name') {
    const { text: name = '' } = await talk.ask(talk.t('roadmaps-ask-milestone'), { maxLength: maxName });
    const echo = `◆ ${escapeHtml(was.name)} → ${escapeHtml(name)}`;
    return { change: { act: 'milestone-changed', milestoneId, name }, echo };
  }
  const due = await askDate(talk, 'roadmaps-ask-due');
  if (due === null) return null;
  const value = movedText(talk.locale, { day: was.due, time: null }, { day: due, time: null });
  const echo = `◆ ${escapeHtml(was.name)}\n${talk.t('roadmaps-label-due', { value })}`;
  return { change: { act: 'milestone-changed', milestoneId, due }, echo };
}

/** Who is meant where several execute, and who shall be it. */
async function askExecutor(
  talk: Talk,
  act: 'executor' | 'add-executor' | 'drop-executor',
  roadmapId: number,
  measureId: number,
): Promise<Asked | null> {
  const echo = async (key: string, postId: number) => talk.t(key, { value: await postName(talk, postId) });
  if (act === 'add-executor') {
    const postId = await askPost(talk, roadmapId, 'roadmaps-ask-one-more');
    if (postId === null) return null;
    return { change: { act: 'executor-added', postId }, echo: await echo('roadmaps-echo-executor-added', postId) };
  }
  const known = await executorsOf(talk, roadmapId, measureId);
  if (!known) return null;
  const which = act === 'executor' ? 'roadmaps-ask-instead-of' : 'roadmaps-ask-without';
  const insteadOf = known.length === 1 ? (known[0] ?? null) : await askOneOf(talk, which, known);
  if (insteadOf === null) return null;
  const leaves = await echo('roadmaps-echo-executor-removed', insteadOf);
  if (act === 'drop-executor') return { change: { act: 'executor-removed', postId: insteadOf }, echo: leaves };
  const postId = await askPost(talk, roadmapId);
  if (postId === null) return null;
  const lines = [leaves, await echo('roadmaps-echo-executor-added', postId)];
  return { change: { act, postId, insteadOf }, echo: lines.join('\n') };
}

/** Posts that may be replaced or taken out; null when the person may not change it, or everybody has handed in. */
async function executorsOf(talk: Talk, roadmapId: number, measureId: number): Promise<number[] | null> {
  const found = await talk.act(async (app, actor) => {
    const view = await changeable(app, actor, roadmapId);
    const measure = measureIn(view, measureId);
    const known = view.state === 'draft' ? measure.executors : replaceable(measure.shares).map(({ postId }) => postId);
    if (known.length === 0) throw new UserError('roadmaps-measure-done');
    return known;
  });
  return found.ok ? found.value : null;
}

async function askOneOf(talk: Talk, key: string, postIds: number[]): Promise<number | null> {
  return pick(talk, talk.t(key), async (app, actor, words) =>
    (await postViews(app, postIds))
      .map((post) => ({ id: post.postId, label: clip(postTitle(post, actor.locale), 60) }))
      .filter(({ label }) => fold(label).includes(fold(words))),
  );
}

async function askWords(talk: Talk, act: 'form' | 'note'): Promise<Asked> {
  const none = talk.t(act === 'form' ? 'roadmaps-button-skip' : 'roadmaps-button-no-note');
  const asked = { choices: [[{ label: none, value: 'none' }]], maxLength: act === 'form' ? maxForm : maxNote };
  const { text = null } = await talk.ask(talk.t(`roadmaps-ask-${act}`), asked);
  return {
    change: { act, words: text },
    echo: text === null ? none : talk.t(`roadmaps-label-${act}`, { value: text }),
  };
}

/** The date of a measure as it stands; null where it has none. */
async function dateNow(talk: Talk, roadmapId: number, measureId: number): Promise<Moment | null> {
  const found = await talk.act(async (app, actor) => {
    const { sections } = await changeable(app, actor, roadmapId);
    const measure = sections.flatMap(({ measures }) => measures).find((each) => each.measureId === measureId);
    return measure?.due ? { day: measure.due, time: measure.dueTime } : null;
  });
  return found.ok ? found.value : null;
}

/** The roadmap, for who may change it as it stands. Throws UserError for others. */
export async function changeable(app: App, actor: Actor, roadmapId: number): Promise<RoadmapView> {
  const view = await roadmapView(app, roadmapId);
  if (!view || !mayChange(actor, view)) throw new UserError('telegram-not-allowed');
  return view;
}

/** A day of today or later; null when the question was left. */
export async function askDate(talk: Talk, key: string): Promise<Day | null> {
  const ground = await talk.act(dateGround);
  if (!ground.ok) return null;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const answer = await askDay(talk, talk.t(key), {
    today,
    min: today,
    isDayOff: (day) => !calendar.isWorkingDay(day, 5),
    parse: (text) => {
      const read = readDue(text, { today, calendar, week: 5 });
      return read === null ? null : read.impossible ? { impossible: true } : { day: read.day };
    },
  });
  return answer.day ?? null;
}

/** A post that whoever approves may give tasks to, by a few letters. */
export async function askPost(talk: Talk, roadmapId: number, key = 'roadmaps-ask-executor'): Promise<number | null> {
  return pick(talk, talk.t(key), async (app, actor, words): Promise<Option[]> => {
    const view = await changeable(app, actor, roadmapId);
    const [issuer] = await postViews(app, [view.issuer.postId]);
    if (!issuer) return [];
    const roster = await loadRoster(app, actor);
    const found = words.trim() === '' ? roster : searchRoster(words, roster);
    const by = postHeld(issuer, view.rootOrgId);
    const posts = await postViews(
      app,
      found.map(({ postId }) => postId),
    );
    return posts
      .filter(({ role, org }) => mayIssueTo(by, [{ role, orgPath: org.path, orgType: org.type }]))
      .slice(0, 8)
      .map((post) => ({ id: post.postId, label: clip(postTitle(post, actor.locale), 60) }));
  });
}

/** 'Ответственный: Школа № 5' HTML. */
export async function postEcho(talk: Talk, postId: number): Promise<string> {
  return talk.t('roadmaps-label-responsible', { value: await postName(talk, postId) });
}

async function postName(talk: Talk, postId: number): Promise<string> {
  const names = await talk.act(async (app, actor) =>
    (await postViews(app, [postId])).map((post) => postTitle(post, actor.locale)),
  );
  return names.ok ? names.value.join('') : '';
}
