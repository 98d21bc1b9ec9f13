// How a draft looks to its author: what was understood, what is doubtful, what is missing, and the buttons to settle it.
import { heldTitle } from '../org/act-as-messages.ts';
import { nameIn, postTitle } from '../org/messages.ts';
import { forceOf } from '../org/rules.ts';
import { button, plain } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { dayIn, printDay, printDayShort } from '../time.ts';
import type { DraftSurroundings } from './around-draft-queries.ts';
import { draftTimeLines, draftTimeRows } from './draft-time-messages.ts';
import type { DraftTime } from './draft-time-queries.ts';
import { askedLines } from './asked-messages.ts';
import { guardArgs, sensitiveKinds } from './guard-rules.ts';
import { internalDue } from './internal-due-rules.ts';
import { type CardContext, dueLine, excerpt, executorName, fitted, longestName } from './messages.ts';
import { type TaskView, textIn } from './queries.ts';
import type { PostView } from './post-queries.ts';
import { recurrenceLine } from './recurrence-messages.ts';
import { missingForIssue } from './rules.ts';

/** Longest list of executors on a draft. */
const listed = 12;
/** Most doubts shown at once, each with at most six buttons: the next ones come up when these are settled. */
const shownDoubts = 5;

/** The draft with its buttons; HTML. */
export function draftMessage(
  context: CardContext,
  draft: TaskView,
  around: DraftSurroundings & { time?: DraftTime },
  reread = false,
): { text: string; keyboard: Keyboard } {
  const missing = missingForIssue(rule(draft), dayIn(context.app.zone, context.app.now()));
  const { app, locale } = context;
  const lines = (maxText: number): string[] => [
    `📝 <b>${app.t(locale, 'tasks-draft', { kind: draft.kind })}</b>`,
    reread ? app.t(locale, 'tasks-draft-reread') : '',
    parentLine(context, draft),
    escapeHtml(excerpt(textIn(draft, locale), maxText)),
    ...askedLines(context, draft.asks),
    '',
    ...executorLines(context, draft),
    ...memberLines(context, around.members),
    draft.term === 'dated' && draft.due === null ? '' : dueLine(context, draft),
    draft.recurrence ? recurrenceLine(app.t, locale, draft.recurrence) : '',
    ...draftTimeLines(context, draft, around.time),
    around.issuer ? app.t(locale, 'tasks-as', { post: excerpt(heldTitle(app.t, around.issuer, locale), 150) }) : '',
    around.controller
      ? app.t(locale, 'tasks-control', { name: excerpt(postTitle(around.controller, locale), 150) })
      : '',
    app.t(locale, around.home ? 'tasks-home' : 'tasks-home-none', { name: around.home?.title ?? '' }),
    draft.completionForm ? app.t(locale, 'tasks-form', { form: excerpt(draft.completionForm, 200) }) : '',
    ...doubtLines(context, draft),
    ...missing.map((key) => `❗️ ${app.t(locale, key)}`),
    ...guardLines(context, draft),
  ];
  const text = fitted((maxText) => {
    const all = lines(maxText);
    return all.filter((line, at) => line !== '' || all[at - 1] !== '').join('\n');
  }, 2000);
  return { text, keyboard: draftKeyboard(context, draft, around, missing) };
}

/** How many executors the working group gives now, whom it gains and whom it has lost since the draft was written. HTML. */
export function memberLines({ app, locale }: CardContext, members: DraftSurroundings['members']): string[] {
  if (!members) return [];
  const { posts, joining, leaving } = members;
  const names = (some: PostView[]): string =>
    excerpt(some.map((post) => excerpt(executorName(post, locale), longestName)).join('; '), 300);
  return [
    `👥 ${app.t(locale, 'tasks-members-now', { name: nameIn(members, locale), n: posts.length })}`,
    ...(joining.length > 0 ? [app.t(locale, 'tasks-members-joining', { names: names(joining) })] : []),
    ...(leaving.length > 0 ? [app.t(locale, 'tasks-members-leaving', { names: names(leaving) })] : []),
  ];
}

/** 'Часть поручения № 2.1, срок не позже 25 декабря 2026 г.' */
function parentLine({ app, locale }: CardContext, { parent }: TaskView): string {
  if (!parent) return '';
  const { number, due } = parent;
  if (due === null) return app.t(locale, 'tasks-part-of', { number });
  return app.t(locale, 'tasks-part-of-until', { number, day: printDay(locale, due) });
}

function executorLines({ app, calendar, locale }: CardContext, draft: TaskView): string[] {
  const today = dayIn(app.zone, app.now());
  const shares = draft.participations;
  if (shares.length === 0) return [];
  const internal = ({ org }: PostView): string => {
    const { due } = internalDue(calendar, draft, org.week, today);
    return app.t(locale, 'tasks-internal-due', { day: due ? printDayShort(due) : '' });
  };
  const named = shares.slice(0, listed).map(({ post, role }) => {
    const name = excerpt(executorName(post, locale), longestName);
    const force = forceOf(draft.kind, post.org);
    const marks = [
      ...(role === 'responsible' && !draft.fanOut && shares.length > 1
        ? [app.t(locale, 'tasks-role-responsible')]
        : []),
      ...(role === 'co_executor' && draft.due ? [internal(post)] : []),
      ...(force !== draft.kind ? [app.t(locale, 'tasks-force', { force })] : []),
    ];
    return `• ${escapeHtml(name)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  });
  const more = shares.length > listed ? [`… ${app.t(locale, 'tasks-more', { n: shares.length - listed })}`] : [];
  const recommended = shares.filter(({ post }) => forceOf(draft.kind, post.org) !== draft.kind).length;
  const counted = app.t(locale, 'tasks-executors', { n: shares.length });
  const head = recommended > 0 ? `${counted}, ${app.t(locale, 'tasks-advisory', { n: recommended })}` : counted;
  const why = recommended > 0 ? [`ℹ️ ${app.t(locale, 'tasks-force-why')}`] : [];
  return [head, ...named, ...more, ...why];
}

function doubtLines({ app, locale }: CardContext, draft: TaskView): string[] {
  const shown = draft.doubts.slice(0, shownDoubts);
  const more = draft.doubts.length - shown.length;
  return [
    ...shown.map(({ key, words }) => `⚠️ ${app.t(locale, key, { words: excerpt(words, 200) })}`),
    ...(more > 0 ? [`⚠️ … ${app.t(locale, 'tasks-more', { n: more })}`] : []),
  ];
}

/** What the guard found, or that the task stays in private chats. */
function guardLines({ app, locale }: CardContext, draft: TaskView): string[] {
  if (draft.confidential) return [`🔒 ${app.t(locale, 'guard-private')}`];
  const found = sensitiveKinds(draft.textKk, draft.textRu, draft.completionForm);
  return found.length > 0 ? [`${app.t(locale, 'guard-found')}${app.t(locale, 'guard-kinds', guardArgs(found))}`] : [];
}

function draftKeyboard(
  { app, calendar, locale }: CardContext,
  draft: TaskView,
  around: DraftSurroundings & { time?: DraftTime },
  missing: string[],
): Keyboard {
  const { taskId } = draft;
  const t = (key: string): string => app.t(locale, key);
  const candidates = draft.doubts.slice(0, shownDoubts).flatMap((doubt, at) => {
    const posts = doubt.candidates.flatMap((postId) => around.candidates.get(postId) ?? []);
    return posts.slice(0, 6).map((post) => {
      const label = [executorName(post, locale), ...(twin(posts, post) ? [postTitle(post, locale)] : [])].join(' · ');
      return [button(excerpt(label, 60), 'tasks.pick', taskId, at, post.postId)];
    });
  });
  const terms = missing.includes('tasks-missing-due')
    ? [
        [
          button(t('tasks-button-undated'), 'tasks.term', taskId, 'undated'),
          button(t('tasks-button-standing'), 'tasks.term', taskId, 'standing'),
        ],
      ]
    : [];
  const latest = missing.includes('tasks-due-beyond-parent')
    ? [
        [
          button(
            app.t(locale, 'tasks-button-latest', { day: printDayShort(draft.parent?.due ?? '') }),
            'shares.latest',
            taskId,
          ),
        ],
      ]
    : [];
  const issue = missing.length === 0 ? [[button(t('tasks-button-issue'), 'tasks.issue', taskId)]] : [];
  const last = [
    button(t('tasks-button-edit'), 'tasks.edit', taskId),
    button(t('marks-button'), 'tasks.marks', taskId),
    button(t('tasks-button-drop'), 'tasks.drop', taskId),
  ];
  // What is said in a group is drafted there; the fields are chosen in private.
  const collect = draft.asks
    ? [[button(t('collections-button-fields'), 'collections.fields', taskId)]]
    : draft.fanOut && !draft.recurrence && !draft.parent
      ? [[button(t('collections-button-begin'), 'collections.begin', taskId)]]
      : [];
  const guard = missing.includes('guard-task-open')
    ? [[button(t('guard-button-private'), 'tasks.private', taskId)]]
    : [];
  const as = around.otherIssuers.slice(0, 4).map((post) => {
    const label = app.t(locale, 'tasks-button-as', { post: heldTitle(app.t, post, locale) });
    return [button(excerpt(plain(label), 60), 'tasks.as', taskId, post.postId)];
  });
  const days = draftTimeRows({ app, calendar, locale }, draft, around.time);
  return [...candidates, ...terms, ...days, ...latest, ...guard, ...as, ...collect, ...issue, last];
}

/** True when another candidate would carry the same words. */
function twin(posts: PostView[], post: PostView): boolean {
  return posts.some((other) => other.postId !== post.postId && other.org.nameRu === post.org.nameRu);
}

function rule(draft: TaskView) {
  const text = draft.textKk ?? draft.textRu ?? '';
  const { term, due, completionForm, confidential } = draft;
  const latest = draft.parent?.due ?? null;
  return { text, executors: draft.participations.length, term, due, completionForm, confidential, latest };
}
