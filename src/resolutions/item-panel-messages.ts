// The card of one item: what was understood, what is doubtful, the words of the document, and a button for everything that may be mended. HTML.
import { postTitle } from '../org/messages.ts';
import { memberLines } from '../tasks/draft-messages.ts';
import { warningLines } from '../tasks/gate-messages.ts';
import type { Warning } from '../tasks/gate-rules.ts';
import { guardArgs, sensitiveKinds } from '../tasks/guard-rules.ts';
import { type CardContext, excerpt, executorName, fitted } from '../tasks/messages.ts';
import type { MembersNow } from '../tasks/member-rules.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { itemInFull } from './messages.ts';
import type { Panel } from './panel-messages.ts';
import { type ItemView, type ResolutionView, textOf } from './queries.ts';
import { nextDoubtful, openDoubts, untoldLacks } from './review-rules.ts';
import { editableFields, isEditable, itemsPerPage } from './rules.ts';

/** Doubts shown at once, and posts offered for each; the next ones come up when these are settled. */
const shownDoubts = 5;
const shownCandidates = 6;
/** The words of the document are cut first where a card is too long. */
const longestSource = 600;

/** One item in full with a button for each field that may be changed. `candidates` are the posts that its doubts name, `warnings` what the quality gate says, `members` who of its working group gets it at the adoption. */
export function itemPanel(
  context: CardContext,
  view: ResolutionView,
  item: ItemView,
  candidates: Map<number, PostView>,
  { warnings = [], members = null }: { warnings?: Warning[]; members?: MembersNow | null } = {},
): Panel {
  const { app, locale } = context;
  const editable = isEditable(view) && item.state === 'draft';
  const html = fitted((maxText) => {
    const lines = [
      ...itemInFull(context, item, maxText, untoldLacks(item)),
      ...(item.state === 'draft' ? memberLines(context, members) : []),
      ...doubtLines(context, item),
      ...(editable && warnings.length > 0 ? ['', ...gateLines(context, item, warnings)] : []),
      ...guardLines(context, item),
      ...sourceLines(context, item, Math.min(maxText, longestSource)),
      ...(editable ? ['', app.t(locale, 'resolutions-fix-hint')] : []),
    ];
    return lines.join('\n');
  }, maxTaskText);
  const review = editable ? [...candidateRows(context, item, candidates), ...checkRow(context, view, item)] : [];
  const shape = editable ? shapeRows(context, view, item) : [];
  const names = editable ? [[button(app.t(locale, 'programmes-button-choose'), 'programmes.choose', item.taskId)]] : [];
  const guard = item.missing.includes('guard')
    ? [[button(app.t(locale, 'guard-button-private'), 'resolutions.private', item.taskId)]]
    : [];
  return {
    html,
    keyboard: [
      ...guard,
      ...review,
      ...fieldRows(context, view, item),
      ...names,
      ...shape,
      ...wayRows(context, view, item),
    ],
  };
}

/** Advice of the quality gate, a line each, and when a roadmap can be made. */
function gateLines({ app, locale }: CardContext, item: ItemView, warnings: Warning[]): string[] {
  const later = warnings.some(({ code }) => code === 'roadmap') ? [app.t(locale, 'resolutions-roadmap-after')] : [];
  return [...warningLines({ t: app.t, locale }, item, warnings), ...later];
}

function doubtLines({ app, locale }: CardContext, item: ItemView): string[] {
  const doubts = openDoubts(item);
  const shown = doubts.slice(0, shownDoubts);
  const more = doubts.length - shown.length;
  return [
    ...(shown.length > 0 ? [''] : []),
    ...shown.map(({ key, words }) => `⚠️ ${app.t(locale, key, { words: excerpt(words, 200) })}`),
    ...(more > 0 ? [`⚠️ … ${app.t(locale, 'resolutions-more', { n: more })}`] : []),
  ];
}

/** What the guard found, or that the item stays in private chats. */
function guardLines({ app, locale }: CardContext, item: ItemView): string[] {
  if (item.confidential) return ['', `🔒 ${app.t(locale, 'guard-private')}`];
  if (!item.missing.includes('guard')) return [];
  const found = guardArgs(sensitiveKinds(textOf(item), item.completionForm));
  return [`${app.t(locale, 'guard-found')}${app.t(locale, 'guard-kinds', found)}`];
}

function sourceLines({ app, locale }: CardContext, { sourceText }: ItemView, max: number): string[] {
  if (!sourceText) return [];
  const quote = escapeHtml(excerpt(sourceText, max));
  return ['', app.t(locale, 'resolutions-in-document'), `<blockquote expandable>${quote}</blockquote>`];
}

function candidateRows({ locale }: CardContext, item: ItemView, candidates: Map<number, PostView>): Keyboard {
  return item.doubts.slice(0, shownDoubts).flatMap((doubt, index) => {
    const posts = doubt.candidates.flatMap((postId) => candidates.get(postId) ?? []);
    return posts.slice(0, shownCandidates).map((post) => {
      const twin = posts.some(({ postId, org }) => postId !== post.postId && org.orgId === post.org.orgId);
      const label = twin ? postTitle(post, locale) : executorName(post, locale);
      return [button(excerpt(label, 60), 'resolutions.pick', item.taskId, index, post.postId)];
    });
  });
}

/** With doubts: "right as it is, go on"; without: on to the next that has some. */
function checkRow({ app, locale }: CardContext, view: ResolutionView, item: ItemView): Keyboard {
  if (item.doubts.length > 0)
    return [[button(app.t(locale, 'resolutions-button-looked'), 'resolutions.looked', item.taskId)]];
  const left = view.items.filter(({ doubts, state }) => doubts.length > 0 && state === 'draft').length;
  if (!nextDoubtful(view.items, item.taskId)) return [];
  const label = app.t(locale, 'resolutions-button-doubtful', { n: left });
  return [[button(label, 'resolutions.doubtful', view.resolutionId, item.taskId)]];
}

function fieldRows({ app, locale }: CardContext, view: ResolutionView, item: ItemView): Keyboard {
  const fields = editableFields(view, item).map((field) =>
    button(app.t(locale, 'resolutions-button-field', { field }), 'resolutions.edit', item.taskId, field),
  );
  return [fields.slice(0, 2), fields.slice(2, 4), fields.slice(4)].filter((row) => row.length > 0);
}

function shapeRows({ app, locale }: CardContext, view: ResolutionView, item: ItemView): Keyboard {
  const press = (key: string, verb: string, args = {}) => button(app.t(locale, key, args), verb, item.taskId);
  const next = view.items[view.items.indexOf(item) + 1];
  const merge =
    next?.state === 'draft' ? [press('resolutions-button-merge', 'resolutions.merge', { number: next.number })] : [];
  return [[press('resolutions-button-split', 'resolutions.split'), ...merge]];
}

/** Out of the card: to the neighbours, to the list, or away with the item. */
function wayRows({ app, locale }: CardContext, view: ResolutionView, item: ItemView): Keyboard {
  const at = view.items.indexOf(item);
  const step = (mark: (number: string) => string, other: ItemView | undefined) =>
    other && editableFields(view, other).length > 0
      ? [button(mark(other.number), 'resolutions.item', other.taskId)]
      : [];
  const ways = [
    ...step((number) => `‹ ${number}`, view.items[at - 1]),
    ...step((number) => `${number} ›`, view.items[at + 1]),
  ];
  const remove = isEditable(view)
    ? [button(app.t(locale, 'resolutions-button-remove'), 'resolutions.remove', item.taskId)]
    : [];
  const page = Math.max(0, Math.floor(at / itemsPerPage));
  const back = button(app.t(locale, 'resolutions-button-back'), 'resolutions.panel', view.resolutionId, page);
  return [...(ways.length > 0 ? [ways] : []), [...remove, back]];
}
