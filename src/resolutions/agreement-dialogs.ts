// Conversations of agreeing: whom to ask and how long to wait; the remark of an objection.
import { excerpt, executorName } from '../tasks/messages.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { printDay } from '../time.ts';
import { ownOpen } from './access-actions.ts';
import { answerAgreement, askToAgree } from './agreement-actions.ts';
import { agreeCandidates } from './agreement-queries.ts';
import { agreeTerms, longestAgreeTerm, maxRemark } from './agreement-rules.ts';
import { askText } from './ask-dialogs.ts';

const perPage = 8;

type Candidate = { postId: number; name: string };

/** Offers the executors of the items, all of them chosen, then asks for the term, and asks them. */
export async function askAgreeDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const found = await talk.act(async (app, actor) => {
    const view = await ownOpen(app, actor, resolutionId);
    const posts = await agreeCandidates(app, view);
    return posts.map((post) => ({ postId: post.postId, name: executorName(post, actor.locale) }));
  });
  if (!found.ok) return;
  if (found.value.length === 0) return talk.say('resolutions-agree-nobody');
  const postIds = await choosePosts(talk, found.value);
  if (!postIds) return;
  const days = await askTerm(talk);
  if (days === null) return;
  const done = await talk.act(async (app, actor) => askToAgree(app, actor, { resolutionId, postIds, days }));
  if (!done.ok) return;
  const { asked, agreeBy, unreached } = done.value;
  await talk.say('resolutions-agree-asked', { n: asked, day: printDay(talk.locale, agreeBy), unreached });
}

async function choosePosts(talk: Talk, candidates: Candidate[]): Promise<number[] | null> {
  const chosen = new Set(candidates.map(({ postId }) => postId));
  let page = 0;
  for (let first = true; ; first = false) {
    const html = talk.t('resolutions-ask-agree-whom', { n: chosen.size, all: candidates.length });
    const { choice = '' } = await talk.ask(html, {
      choices: rows(talk, candidates, chosen, page),
      text: false,
      rewrite: !first,
    });
    if (choice === 'done' && chosen.size > 0) return [...chosen];
    if (choice === 'stop') return null;
    if (choice === 'none') chosen.clear();
    else if (choice === 'all') for (const { postId } of candidates) chosen.add(postId);
    else if (choice.startsWith('page-')) page = Number(choice.slice(5));
    else if (!chosen.delete(Number(choice)) && choice !== 'done') chosen.add(Number(choice));
  }
}

function rows(talk: Talk, candidates: Candidate[], chosen: Set<number>, page: number): Choice[][] {
  const shown = candidates.slice(page * perPage, (page + 1) * perPage);
  const last = Math.ceil(candidates.length / perPage) - 1;
  const turn = [
    ...(page > 0 ? [{ label: `‹ ${page}`, value: `page-${page - 1}` }] : []),
    ...(page < last ? [{ label: `${page + 2} ›`, value: `page-${page + 1}` }] : []),
  ];
  const everybody = chosen.size === candidates.length ? 'none' : 'all';
  return [
    ...shown.map(({ postId, name }) => [
      { label: `${chosen.has(postId) ? '☑️' : '☐'} ${excerpt(name, 55)}`, value: String(postId) },
    ]),
    ...(turn.length > 0 ? [turn] : []),
    [
      { label: talk.t('resolutions-button-everybody', { all: everybody }), value: everybody },
      { label: talk.t('resolutions-button-done'), value: 'done' },
    ],
    [{ label: talk.t('resolutions-button-not-now'), value: 'stop' }],
  ];
}

async function askTerm(talk: Talk): Promise<number | null> {
  for (;;) {
    const choices = [agreeTerms.map((n) => ({ label: String(n), value: String(n) }))];
    const answer = await talk.ask(talk.t('resolutions-ask-agree-term'), { choices, maxLength: 3 });
    const days = Number(answer.choice ?? answer.text);
    if (Number.isInteger(days) && days >= 1 && days <= longestAgreeTerm) return days;
    await talk.say('resolutions-agree-term', { max: longestAgreeTerm });
  }
}

/** Asks for the remark and objects. */
export async function objectDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const [agreementId, askedAt] = [Number(args['agreementId']), Number(args['askedAt'])];
  const remark = await askText(talk, 'resolutions-ask-remark', maxRemark);
  const done = await talk.act(async (app, actor) => answerAgreement(app, actor, { agreementId, askedAt, remark }));
  if (done.ok) await talk.say('resolutions-objected-told');
}
