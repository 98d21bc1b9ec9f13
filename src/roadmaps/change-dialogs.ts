// Conversations that change a roadmap: a measure, a new one, a milestone, its name; in force each with a reason and a look before it counts.
import type { App } from '../app.ts';
import { clip, nameIn } from '../org/messages.ts';
import { fold } from '../reading/words.ts';
import { indicatorsFor } from '../indicators/queries.ts';
import { longestReason } from '../tasks/reason-rules.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import { confirmed } from '../telegram/confirm.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Done, Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { printDay } from '../time.ts';
import { addMeasure, changeMeasure, type MeasureChange, renameSection } from './amend-actions.ts';
import { askChange, askDate, askPost, changeable, postEcho } from './ask-dialogs.ts';
import { maxName } from './import-rules.ts';
import { linkIndicator } from './link-actions.ts';
import { roadmapOfMeasure, roadmapOfSection } from './list-queries.ts';

type Ground = { roadmapId: number; version: number; draft: boolean };

/** Changes of which the executors of a measure hear at once. */
const toldActs: MeasureChange['act'][] = [
  ...(['text', 'due', 'executor', 'executor-added', 'executor-removed', 'remove'] as const),
];

/** Changes one thing of a measure. */
export async function changeDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const measureId = Number(args['measureId']);
  const ground = await groundOf(talk, async (app) => roadmapOfMeasure(app, measureId));
  if (!ground) return;
  const asked = await askChange(talk, String(args['act']), ground.roadmapId, measureId);
  if (!asked) return;
  const reason = await askReason(talk, ground, asked.echo, toldActs.includes(asked.change.act));
  if (reason === undefined) return;
  const { version } = ground;
  const done = await talk.act(async (app, actor) =>
    changeMeasure(app, actor, { measureId, change: asked.change, version, reason }),
  );
  await tell(talk, ground, done);
}

/** Adds a measure at the end of a section. */
export async function addDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const sectionId = Number(args['sectionId']);
  const ground = await groundOf(talk, async (app) => roadmapOfSection(app, sectionId));
  if (!ground) return;
  const { text = '' } = await talk.ask(talk.t('roadmaps-ask-text'), { maxLength: maxTaskText });
  const postId = await askPost(talk, ground.roadmapId);
  const due = postId === null ? null : await askDate(talk, 'roadmaps-ask-due');
  if (postId === null || due === null) return talk.say('telegram-cancelled');
  const skip = [[{ label: talk.t('roadmaps-button-skip'), value: 'skip' }]];
  const { text: form = null } = await talk.ask(talk.t('roadmaps-ask-form'), { choices: skip, maxLength: 500 });
  const echo = [
    escapeHtml(clip(text, 1500)),
    `${talk.t('roadmaps-label-due', { value: printDay(talk.locale, due) })}`,
    await postEcho(talk, postId),
  ];
  const reason = await askReason(talk, ground, echo.join('\n'));
  if (reason === undefined) return;
  const measure = {
    ...{ text, form, postIds: [postId], fanOut: false, due, dueTime: null, term: 'dated' as const },
    ...{ interimDues: [], updateRule: null, dueText: '', doubts: [] },
  };
  const { version } = ground;
  const done = await talk.act(async (app, actor) => addMeasure(app, actor, { sectionId, version, reason, measure }));
  await tell(talk, ground, done);
}

/** Gives a section another name. */
export async function sectionDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const sectionId = Number(args['sectionId']);
  const ground = await groundOf(talk, async (app) => roadmapOfSection(app, sectionId));
  if (!ground) return;
  const { text = '' } = await talk.ask(talk.t('roadmaps-ask-section'), { maxLength: maxName });
  const reason = await askReason(talk, ground, talk.t('roadmaps-label-section', { value: text }), false);
  if (reason === undefined) return;
  const { version } = ground;
  const done = await talk.act(async (app, actor) =>
    renameSection(app, actor, { sectionId, name: text, version, reason }),
  );
  await tell(talk, ground, done);
}

/** Names one more indicator of a measure. */
export async function indicatorDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const measureId = Number(args['measureId']);
  const ground = await groundOf(talk, async (app) => roadmapOfMeasure(app, measureId));
  if (!ground) return;
  const indicatorId = await pick(talk, talk.t('roadmaps-ask-indicator'), async (app, actor, words) => {
    const { sections } = await changeable(app, actor, ground.roadmapId);
    const measure = sections.flatMap(({ measures }) => measures).find((each) => each.measureId === measureId);
    return (await indicatorsFor(app, actor))
      .filter((each) => !measure?.indicatorIds.includes(each.indicatorId))
      .filter((each) => fold(`${each.nameKk} ${each.nameRu}`).includes(fold(words)))
      .map((each) => ({ id: each.indicatorId, label: clip(nameIn(each, actor.locale), 60) }));
  });
  if (indicatorId === null) return talk.say('roadmaps-no-indicators');
  const done = await talk.act(async (app, actor) => linkIndicator(app, actor, { measureId, indicatorId }));
  if (!done.ok) return;
  const { keyboard } = openKeyboard(talk, ground.roadmapId);
  const more = [button(talk.t('roadmaps-button-measure'), 'roadmaps.indicators', measureId)];
  await talk.say('roadmaps-indicator-linked', {}, { keyboard: [more, ...keyboard] });
}

async function groundOf(talk: Talk, find: (app: App) => Promise<number>): Promise<Ground | null> {
  const found = await talk.act(async (app, actor) => {
    const view = await changeable(app, actor, await find(app));
    return { roadmapId: view.roadmapId, version: view.version, draft: view.state === 'draft' };
  });
  return found.ok ? found.value : null;
}

/** A reason for what is in force, and one more press; null for a draft, undefined when nothing shall be done. */
async function askReason(talk: Talk, { draft }: Ground, echo: string, told = true): Promise<string | null | undefined> {
  if (draft) return (await confirmed(talk, `${echo}\n\n${talk.t('roadmaps-change-sure')}`)) ? null : undefined;
  const { text: reason = '' } = await talk.ask(talk.t('roadmaps-ask-reason'), { maxLength: longestReason });
  const html = `${echo}\n${talk.t('roadmaps-version-reason', { reason })}\n\n${talk.t(told ? 'roadmaps-amend-sure' : 'roadmaps-amend-sure-quiet')}`;
  return (await confirmed(talk, html)) ? reason : undefined;
}

/** What became of it, with the way to the roadmap as it stands; a refusal was said before. */
async function tell(talk: Talk, { roadmapId, draft }: Ground, done: Done<{ version: number }>): Promise<void> {
  const open = openKeyboard(talk, roadmapId);
  if (!done.ok) return talk.say('roadmaps-left-unchanged', {}, open);
  await talk.say(draft ? 'roadmaps-changed' : 'roadmaps-amended', { version: done.value.version }, open);
}

function openKeyboard(talk: Talk, roadmapId: number) {
  return { keyboard: [[button(talk.t('roadmaps-button-open'), 'roadmaps.show', roadmapId, 0)]] };
}
