// Dialogs of shares: "not ours" with a reason, a reason for any other act, another executor, a search among many, words to hand down.
import { loadRoster } from '../org/queries.ts';
import { issuingPost } from '../org/rules.ts';
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import { searchRoster } from '../reading/executors/roster-search.ts';
import { returnReport } from '../reports/actions.ts';
import { cancelTask, closeTask } from '../tasks/actions.ts';
import { excerpt, executorName } from '../tasks/messages.ts';
import { postViews } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { type Option, pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { UserError } from '../errors.ts';
import { disownShare, sendBackShare } from './disown-actions.ts';
import { cancelParts, handDown } from './hand-down-actions.ts';
import { handInFinal } from './hand-in-actions.ts';
import { presentShares } from './present-renderers.ts';
import { replaceExecutor } from './replace-actions.ts';
import { acceptedReportOf } from './queries.ts';
import { disownReasons, maxReason } from './rules.ts';
import { waiveShare, withdrawShare } from './withdraw-actions.ts';
import { placeDraft } from '../tasks/draft-actions.ts';
import { presentDraft } from '../tasks/present-draft-actions.ts';

/** Dialogs of this slice. */
export const sharesDialogs: DialogDefinition[] = [
  { id: 'shares.notours', run: disown, passesReports: true },
  { id: 'shares.reason', run: actWithReason },
  { id: 'shares.replace', run: replace },
  { id: 'shares.find', run: find },
  { id: 'shares.down', run: down },
];

async function disown(talk: Talk, args: DialogArgs): Promise<void> {
  const [participationId, number] = [Number(args['participationId']), String(args['number'])];
  const choices = disownReasons.map((reason) => [{ label: talk.t(`shares-notours-reason-${reason}`), value: reason }]);
  const why = await talk.ask(talk.t('shares-notours-ask', { number }), { choices, maxLength: 600 });
  const reason = why.choice === undefined ? why.text : talk.t(`shares-notours-reason-${why.choice}`);
  const unknown = [[{ label: talk.t('shares-notours-unknown'), value: 'unknown' }]];
  const whose = await talk.ask(talk.t('shares-notours-whose'), { choices: unknown, maxLength: 200 });
  const done = await talk.act(async (app, actor) => {
    const words = whose.text ?? '';
    const fitting = words === '' ? [] : searchRoster(words, await loadRoster(app, actor));
    const [only] = fitting.length === 1 ? fitting : [];
    const full = words !== '' && !only ? app.t(actor.locale, 'shares-notours-words', { reason, words }) : reason;
    return disownShare(app, actor, { participationId, reason: plainText(full), postId: only?.postId ?? null });
  });
  if (done.ok) await talk.say('shares-notours-done', { number: done.value.number });
}

/** Texts come escaped; what is stored is not. */
function plainText(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

type Act = (
  app: App,
  actor: Actor,
  id: number,
  reason: string,
) => Promise<{ key: string; args: Record<string, string | number> }>;

/** Acts on a share (or task) that need nothing but a reason; the key is what stands in `act`. */
const acts: Record<string, Act> = {
  async withdraw(app, actor, participationId, reason) {
    const { number, nobodyLeft } = await withdrawShare(app, actor, { participationId, reason });
    return {
      key: nobodyLeft ? 'shares-withdrawn-nobody' : 'shares-withdrawn-done',
      args: { number },
    };
  },
  async sendback(app, actor, participationId, reason) {
    return {
      key: 'shares-sent-back-done',
      args: { ...(await sendBackShare(app, actor, { participationId, reason })) },
    };
  },
  async waive(app, actor, participationId, reason) {
    const { number } = await waiveShare(app, actor, { participationId, reason });
    return { key: 'shares-waived-done', args: { number } };
  },
  async reopen(app, actor, participationId, reason) {
    const reportId = await acceptedReportOf(app, participationId);
    if (reportId === null) throw new UserError('shares-no-report');
    return { key: 'shares-reopened', args: { ...(await returnReport(app, actor, { reportId, reason })) } };
  },
  async handin(app, actor, participationId, reason) {
    return { key: 'shares-handed-in', args: { ...(await handInFinal(app, actor, { participationId, reason })) } };
  },
  async close(app, actor, taskId, reason) {
    const { number } = await closeTask(app, actor, { taskId, reason });
    return { key: 'tasks-closed', args: { number } };
  },
  async cancel(app, actor, taskId, reason) {
    return { key: 'tasks-cancelled', args: { ...(await cancelTask(app, actor, { taskId, reason })) } };
  },
  async cancelparts(app, actor, participationId, reason) {
    const { cancelled } = await cancelParts(app, actor, { participationId, reason });
    return { key: 'shares-parts-cancelled', args: { n: cancelled } };
  },
};

async function actWithReason(talk: Talk, args: DialogArgs): Promise<void> {
  const [name, id, number] = [String(args['act']), Number(args['id']), String(args['number'])];
  const act = acts[name];
  if (!act) return;
  const { text = '' } = await talk.ask(talk.t(`shares-reason-ask-${name}`, { number }), { maxLength: maxReason });
  const done = await talk.act((app, actor) => act(app, actor, id, text));
  if (!done.ok) return;
  const { key, args: said } = done.value;
  // Somebody must do it, or nobody: the card is one press away.
  const more =
    key === 'shares-withdrawn-nobody' ? [[button(talk.t('shares-button-card'), 'shares.card', id)]] : undefined;
  await talk.say(key, said, more ? { keyboard: more } : {});
}

/** Whom the actor may give tasks to and who fits the words; without words those of the same kind come first. */
async function candidates(app: App, actor: Actor, search: string): Promise<Option[]> {
  const roster = await loadRoster(app, actor);
  const fitting = search === '' ? roster.slice(0, 200) : searchRoster(search, roster);
  const views = await postViews(
    app,
    fitting.map(({ postId }) => postId),
  );
  const posts = views.filter(({ role, org }) => issuingPost(actor, { role, orgPath: org.path, orgType: org.type }));
  return posts.slice(0, 8).map((post) => ({ id: post.postId, label: excerpt(executorName(post, actor.locale), 60) }));
}

async function replace(talk: Talk, args: DialogArgs): Promise<void> {
  const [participationId, number] = [Number(args['participationId']), String(args['number'])];
  const known = Number(args['postId'] ?? 0);
  const postId = known > 0 ? known : await pick(talk, talk.t('shares-replace-who', { number }), candidates);
  if (postId === null) return talk.say('shares-replace-nobody');
  const named = await talk.act(async (app, actor) => {
    const [post] = await postViews(app, [postId]);
    if (!post) throw new UserError('tasks-executor-gone');
    return executorName(post, actor.locale);
  });
  if (!named.ok) return;
  const late = args['late'] ? [talk.t('shares-replace-late', { day: String(args['late']) })] : [];
  const question = [talk.t('shares-replace-why', { number, name: named.value }), ...late].join('\n');
  const { text = '' } = await talk.ask(question, { maxLength: maxReason });
  const span = args['periodic'] === true ? await askSpan(talk, named.value) : 'onwards';
  const done = await talk.act(async (app, actor) => {
    const { parts } = await replaceExecutor(app, actor, { participationId, postId, reason: text, span });
    return parts;
  });
  if (!done.ok) return;
  const lines = [
    talk.t('shares-replaced-done', { number, name: named.value }),
    ...(args['periodic'] === true ? [talk.t('shares-replaced-span', { span })] : []),
    ...(done.value > 0 ? [talk.t('shares-replaced-parts', { n: done.value })] : []),
  ];
  await talk.sayHtml(lines.join('\n'));
}

/** A period of a periodic task: whether the later ones go to the new executor too. */
async function askSpan(talk: Talk, name: string): Promise<'period' | 'onwards'> {
  const choices = (['period', 'onwards'] as const).map((span) => [
    { label: talk.t('shares-span-button', { span }), value: span },
  ]);
  const { choice } = await talk.ask(talk.t('shares-span-ask', { name }), { choices, text: false });
  return choice === 'period' ? 'period' : 'onwards';
}

async function find(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const { text = '' } = await talk.ask(talk.t('shares-find-ask'), { maxLength: 100 });
  const shown = await talk.act((app, actor) => presentShares(app, actor, taskId, { search: text }));
  if (shown.ok) await talk.sayHtml(shown.value.text, { keyboard: shown.value.keyboard });
}

/** One message says what and to whom; the answer is the draft, with the buttons of every draft. */
async function down(talk: Talk, args: DialogArgs): Promise<void> {
  const [participationId, number, until] = [Number(args['participationId']), String(args['number']), args['until']];
  const latest = typeof until === 'string' && until !== '' ? [talk.t('shares-down-until', { day: until })] : [];
  const answer = await talk.ask([talk.t('shares-down-ask', { number }), ...latest].join('\n'), {
    maxLength: maxTaskText,
  });
  if (answer.choice !== undefined) return;
  const requestKey = `down:${participationId}:${args['chat']}:${answer.messageId}`;
  const shown = await talk.act(async (app, actor) => {
    const { taskId } = await handDown(app, actor, { participationId, words: answer.text, requestKey });
    return { taskId, ...(await presentDraft(app, actor, taskId)) };
  });
  if (!shown.ok) return;
  const { taskId, text, keyboard } = shown.value;
  const messageId = await talk.sayHtml(text, { keyboard });
  await talk.act((app) => placeDraft(app, { taskId, chatId: null, messageId }));
}
