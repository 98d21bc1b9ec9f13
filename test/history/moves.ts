// The moves of the story: every action that changes a task, a share, a request for time or a resolution.
import { giveOpinion, approveExtension, declineExtension } from '../../src/extensions/decide-actions.ts';
import { extendForAll } from '../../src/extensions/extend-all-actions.ts';
import { expireRequests } from '../../src/extensions/expire-actions.ts';
import { requestExtension, withdrawExtension } from '../../src/extensions/request-actions.ts';
import { approveSame } from '../../src/extensions/same-actions.ts';
import { endSeries, openPeriods } from '../../src/periods/actions.ts';
import { acceptReport, returnReport, submitReport } from '../../src/reports/actions.ts';
import { unblockShare } from '../../src/reports/flag-actions.ts';
import { undoReport } from '../../src/reports/undo-actions.ts';
import { createResolution, dropResolution, sendToChair, takeBack } from '../../src/resolutions/actions.ts';
import {
  adoptResolution,
  closeFinishedResolutions,
  issueItem,
  returnToDrafter,
} from '../../src/resolutions/adopt-actions.ts';
import { addByAmendment, amendHead, amendItem, cancelByAmendment } from '../../src/resolutions/amendment-actions.ts';
import { answerAgreement, askToAgree, passAgreeTerms } from '../../src/resolutions/agreement-actions.ts';
import { withdrawAsking } from '../../src/resolutions/agreement-end-actions.ts';
import { addItems, changeItem } from '../../src/resolutions/item-actions.ts';
import { registerOnPaper, revokePaper, setDelegation } from '../../src/resolutions/paper-actions.ts';
import { disownShare, sendBackShare } from '../../src/shares/disown-actions.ts';
import { handDown } from '../../src/shares/hand-down-actions.ts';
import { handInFinal } from '../../src/shares/hand-in-actions.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { waiveShare, withdrawShare } from '../../src/shares/withdraw-actions.ts';
import {
  acknowledge,
  cancelTask,
  closeTask,
  createDraft,
  issueTask,
  undoIssue,
  updateDraft,
} from '../../src/tasks/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { markTask } from '../../src/tasks/mark-actions.ts';
import { setUpdateRate } from '../../src/tasks/update-rate-actions.ts';
import { planMoves } from './plan-moves.ts';
import type { Move, Story } from './story.ts';

const reason = 'Новые обстоятельства';

type Share = { id: number; taskId: number; postId: number; issuer: number; due: string | null };
const share = (story: Story, where = 'true'): Promise<Share> =>
  story.row<Share>(`SELECT p.id, p.task_id AS "taskId", p.post_id AS "postId", t.issuer_post_id AS issuer, p.due::text AS due
    FROM participation p JOIN task t ON t.id = p.task_id WHERE t.state IN ('issued', 'in_progress') AND ${where} ORDER BY p.id`);
const open = `p.state IN ('assigned', 'acknowledged', 'returned')`;
const task = (story: Story, where = `state IN ('issued', 'in_progress')`) =>
  story.row<{ id: number; issuer: number }>(`SELECT id, issuer_post_id AS issuer FROM task WHERE ${where} ORDER BY id`);
const report = (story: Story, state: string) =>
  story.row<{
    id: number;
    issuer: number;
    postId: number;
  }>(`SELECT r.id, t.issuer_post_id AS issuer, p.post_id AS "postId"
    FROM report r JOIN participation p ON p.id = r.participation_id JOIN task t ON t.id = p.task_id
    WHERE r.state = '${state}' AND r.final AND t.state IN ('issued', 'in_progress') ORDER BY r.id`);
const request = (story: Story) =>
  story.row<{
    id: number;
    issuer: number;
    postId: number;
  }>(`SELECT e.id, t.issuer_post_id AS issuer, p.post_id AS "postId"
    FROM extension e JOIN participation p ON p.id = e.participation_id JOIN task t ON t.id = p.task_id
    WHERE e.state = 'requested' ORDER BY e.id`);
const resolution = (story: Story, where: string) =>
  story.row<{ id: number; version: number }>(`SELECT id, version FROM resolution WHERE ${where} ORDER BY id`);
const adopted = `state IN ('adopted', 'on_control')`;
const item = (story: Story) =>
  story.row<{
    id: number;
    version: number;
    resolutionId: number;
  }>(`SELECT t.id, r.version, r.id AS "resolutionId" FROM task t
    JOIN resolution r ON r.id = t.resolution_id WHERE r.${adopted} AND t.series_id IS NULL ORDER BY t.id`);

async function issue(story: Story, over: Partial<Parameters<typeof createDraft>[2]> = {}): Promise<void> {
  const { app } = story.city;
  const fields = { text: `Навести порядок ${story.random()}`, locale: 'ru' as const, due: story.later(4) };
  const executorPostIds = story.schools();
  const fanOut = story.random() < 0.4;
  const actor = story.deputy;
  const { taskId } = await createDraft(app, actor, { ...fields, executorPostIds, fanOut, ...over });
  await issueTask(app, actor, { taskId, undoSeconds: story.random() < 0.2 ? 86_400 : 0 });
}

function fileReport(final: boolean): Move {
  return async (story) => {
    const { id, postId } = await share(story, open);
    await submitReport(story.city.app, story.actor(postId), {
      participationId: id,
      text: `Сделано ${story.random()}`,
      final,
      ...(story.random() < 0.5 && { progress: Math.floor(story.random() * 100) }),
      ...(!final && story.random() < 0.4 && { blocked: true }),
      attachments: [],
      requestKey: `r${story.random()}`,
      ...(story.random() < 0.4 && { undoUntil: new Date(story.city.app.now().getTime() + 86_400_000) }),
    });
  };
}

/** Items by chance, one of them perhaps without a date. */
const items = (story: Story) =>
  [1, 2, 3].map((n) => ({
    text: `Подготовить отчёт № ${n}`,
    kind: 'assignment' as const,
    executorPostIds: story.schools(),
    fanOut: story.random() < 0.3,
    due: n === 3 && story.random() < 0.6 ? null : story.later(5, 40),
    term: 'dated' as const,
    completionForm: null,
  }));

const ofTasks: Record<string, Move> = {
  issue: (story) => issue(story),
  issueAgain: (story) => issue(story),
  issuePeriodic: (story) => issue(story, { recurrence: 'FREQ=WEEKLY;BYDAY=FR', fanOut: true }),
  issueProposal: (story) => issue(story, { kind: 'proposal' }),
  issueStanding: (story) => issue(story, { term: 'standing', due: null }),
  undoIssue: async (story) => {
    const { id, issuer } = await task(story, `undo_until IS NOT NULL AND state = 'issued'`);
    await undoIssue(story.city.app, story.actor(issuer), { taskId: id });
  },
  acknowledge: async (story) => {
    const chosen = await share(story, `p.state = 'assigned'`);
    // Those of several tasks press in one moment.
    const others = await story.city.db.participation.findMany({
      where: { state: 'assigned', task: { state: { in: ['issued', 'in_progress'] } }, id: { not: chosen.id } },
      orderBy: { id: 'asc' },
      take: 2,
    });
    const pressed = [chosen, ...others].map(({ id, postId }) =>
      acknowledge(story.city.app, story.actor(postId), { participationId: id }),
    );
    await Promise.allSettled(pressed);
    await pressed[0];
  },
  close: async (story) => {
    const { id, issuer } = await task(story);
    await closeTask(story.city.app, story.actor(issuer), { taskId: id, ...(story.random() < 0.3 && { reason }) });
  },
  cancel: async (story) => {
    const { id, issuer } = await task(story);
    if (story.random() < 0.5) return;
    await cancelTask(story.city.app, story.actor(issuer), { taskId: id, reason });
  },
  correct: async (story) => {
    const { id, issuer } = await task(story);
    const text = story.random() < 0.5 ? { text: `Навести порядок во дворе ${story.random()}` } : { due: story.later() };
    await correctTask(story.city.app, story.actor(issuer), { taskId: id, reason, ...text });
  },
  mark: async (story) => {
    const { id, issuer } = await task(story);
    const mark = story.one(['confidential', 'public'] as const);
    await markTask(story.city.app, story.actor(issuer), { taskId: id, mark, on: story.random() < 0.7 });
  },
  setUpdateRate: async (story) => {
    const { id, issuer } = await task(story);
    const rate = story.one(['weekly', 'monthly', null] as const);
    await setUpdateRate(story.city.app, story.actor(issuer), { taskId: id, rate });
  },
  openPeriods: (story) => openPeriods(story.city.app),
  endSeries: async (story) => {
    const { id, issuer } = await task(story, `recurrence IS NOT NULL AND state IN ('issued', 'in_progress')`);
    if (story.random() < 0.3) await endSeries(story.city.app, story.actor(issuer), { taskId: id, reason });
  },
};

const ofShares: Record<string, Move> = {
  report: fileReport(true),
  reportAgain: fileReport(true),
  reportInterim: fileReport(false),
  undoReport: async (story) => {
    if (story.random() < 0.5) await fileReport(true)(story);
    const { id, postId } = await story.row<{
      id: number;
      postId: number;
    }>(`SELECT id, by_post_id AS "postId" FROM report
      WHERE state = 'submitted' AND undo_until > '${story.city.app.now().toISOString()}' ORDER BY id`);
    await undoReport(story.city.app, story.actor(postId), { reportId: id });
  },
  accept: async (story) => {
    const { id, issuer } = await report(story, 'submitted');
    await acceptReport(story.city.app, story.actor(issuer), { reportId: id, close: story.random() < 0.6 });
  },
  giveBack: async (story) => {
    const { id, issuer } = await report(story, story.random() < 0.8 ? 'submitted' : 'accepted');
    await returnReport(story.city.app, story.actor(issuer), { reportId: id, reason });
  },
  disown: async (story) => {
    const { id, postId } = await share(story, `p.state IN ('assigned', 'acknowledged')`);
    await disownShare(story.city.app, story.actor(postId), { participationId: id, reason });
  },
  sendBack: async (story) => {
    const { id, issuer } = await share(story, `p.state = 'misaddressed'`);
    await sendBackShare(story.city.app, story.actor(issuer), { participationId: id, reason });
  },
  withdraw: async (story) => {
    const { id, issuer } = await share(story, `p.state <> 'withdrawn'`);
    await withdrawShare(story.city.app, story.actor(issuer), { participationId: id, reason });
  },
  waive: async (story) => {
    const { id, issuer } = await share(story, open);
    if (story.random() < 0.4) await waiveShare(story.city.app, story.actor(issuer), { participationId: id, reason });
  },
  replace: async (story) => {
    const { id, issuer } = await share(story, `(${open} OR p.state = 'misaddressed')`);
    const [postId = 0] = story.schools();
    await replaceExecutor(story.city.app, story.actor(issuer), { participationId: id, postId, reason });
  },
  handDown: async (story) => {
    const { app } = story.city;
    const over = { executorPostIds: [story.posts.department.postId], fanOut: false, due: story.later(20) };
    await issue(story, over);
    const { id, postId } = await share(story, `${open} AND p.post_id = ${story.posts.department.postId}`);
    const actor = story.actor(postId);
    const down = { participationId: id, words: 'Подготовить справку', requestKey: `h${story.random()}` };
    const { taskId } = await handDown(app, actor, down);
    await updateDraft(app, actor, { taskId, executorPostIds: story.schools(), due: story.later(3, 6), term: 'dated' });
    await issueTask(app, actor, { taskId, undoSeconds: 0 });
  },
  unblock: async (story) => {
    const { id, postId } = await share(story, `p.blocked_at IS NOT NULL`);
    await unblockShare(story.city.app, story.actor(postId), { participationId: id });
  },
  handInFinal: async (story) => {
    const { id, postId } = await share(story, open);
    await handInFinal(story.city.app, story.actor(postId), { participationId: id, reason });
  },
};

const ofTime: Record<string, Move> = {
  ask: async (story) => {
    const { id, postId } = await share(story, `${open} AND p.due IS NOT NULL`);
    const asked = { participationId: id, day: story.later(5, 60), reason, requestKey: `x${story.random()}` };
    await requestExtension(story.city.app, story.actor(postId), asked);
  },
  opine: async (story) => {
    const { id } = await request(story);
    const agrees = story.random() < 0.5;
    await giveOpinion(story.city.app, story.actor(story.posts.control.postId), { extensionId: id, agrees });
  },
  approve: async (story) => {
    const { id, issuer } = await request(story);
    await approveExtension(story.city.app, story.actor(issuer), { extensionId: id });
  },
  approveSame: async (story) => {
    const { id } = await request(story);
    const { taskId, issuer, day } = await story.row<{ taskId: number; issuer: number; day: string }>(
      `SELECT p.task_id AS "taskId", t.issuer_post_id AS issuer, e.proposed_due::text AS day FROM extension e
      JOIN participation p ON p.id = e.participation_id JOIN task t ON t.id = p.task_id WHERE e.id = ${id}`,
    );
    await approveSame(story.city.app, story.actor(issuer), { taskId, day, lastId: 2_000_000 });
  },
  decline: async (story) => {
    const { id, issuer } = await request(story);
    await declineExtension(story.city.app, story.actor(issuer), { extensionId: id, reason });
  },
  withdrawRequest: async (story) => {
    const { id, postId } = await request(story);
    await withdrawExtension(story.city.app, story.actor(postId), { extensionId: id });
  },
  expire: (story) => expireRequests(story.city.app),
  extendAll: async (story) => {
    const { id, issuer } = await task(story, `fan_out AND state IN ('issued', 'in_progress')`);
    await extendForAll(story.city.app, story.actor(issuer), { taskId: id, day: story.later(5, 60), reason });
  },
};

const ofResolutions: Record<string, Move> = {
  draftAndSend: async (story) => {
    const { app } = story.city;
    const secretary = story.actor(story.posts.secretary.postId);
    const head = { orgId: story.rootId, theme: 'О подготовке', day: story.today, number: null };
    const chairPostId = story.posts.deputy.postId;
    const { resolutionId } = await createResolution(app, secretary, { ...head, chairPostId });
    await addItems(app, secretary, { resolutionId, items: items(story) });
    if (story.random() < 0.3)
      await askToAgree(app, secretary, { resolutionId, postIds: [story.one(story.posts.schools).postId], days: 2 });
    if (story.random() < 0.9) await sendToChair(app, secretary, { resolutionId });
  },
  agree: async (story) => {
    const found = await story.row<{ id: number; postId: number; askedAt: Date }>(
      `SELECT id, post_id AS "postId", asked_at AS "askedAt" FROM agreement WHERE state = 'asked'`,
    );
    const askedAt = found.askedAt.getTime();
    const remark = story.random() < 0.2 ? reason : null;
    await answerAgreement(story.city.app, story.actor(found.postId), { agreementId: found.id, askedAt, remark });
  },
  passTerms: (story) => passAgreeTerms(story.city.app),
  adopt: async (story) => {
    const { id } = await resolution(story, `state IN ('draft', 'agreed') AND sent_at IS NOT NULL`);
    await adoptResolution(story.city.app, story.deputy, { resolutionId: id });
  },
  backToDrafter: async (story) => {
    const { id } = await resolution(story, `state IN ('draft', 'agreed') AND sent_at IS NOT NULL`);
    if (story.random() < 0.3) await returnToDrafter(story.city.app, story.deputy, { resolutionId: id, reason });
  },
  takeBackOrDrop: async (story) => {
    const { id } = await resolution(story, `state = 'draft'`);
    const secretary = story.actor(story.posts.secretary.postId);
    const act = story.random() < 0.5 ? takeBack : dropResolution;
    if (story.random() < 0.4) await act(story.city.app, secretary, { resolutionId: id });
  },
  complete: async (story) => {
    const { id } = await story.row<{ id: number }>(`SELECT t.id FROM task t JOIN resolution r ON r.id = t.resolution_id
      WHERE t.state = 'draft' AND r.${adopted} ORDER BY t.id`);
    const { app } = story.city;
    await changeItem(app, story.actor(story.posts.secretary.postId), { taskId: id, due: story.later(5) });
    await issueItem(app, story.deputy, { taskId: id });
  },
  withdrawAsking: async (story) => {
    const { id } = await resolution(story, `state IN ('draft', 'agreed') AND agree_by IS NOT NULL AND sent_at IS NULL`);
    if (story.random() < 0.5)
      await withdrawAsking(story.city.app, story.actor(story.posts.secretary.postId), { resolutionId: id });
  },
  registerOnPaper: async (story) => {
    const { app } = story.city;
    const secretary = story.actor(story.posts.secretary.postId);
    const by = { chairPostId: story.posts.deputy.postId, toPostId: story.posts.secretary.postId };
    await setDelegation(app, story.deputy, { ...by, given: true });
    const head = { orgId: story.rootId, theme: 'О бумаге', day: story.today, number: null };
    const { resolutionId } = await createResolution(app, secretary, { ...head, chairPostId: by.chairPostId });
    await addItems(app, secretary, { resolutionId, items: items(story) });
    const file = { kind: 'document' as const, fileId: 'f', uniqueId: `u${resolutionId}` };
    const paper = { number: '14', day: story.today, file, sha256: 'a'.repeat(64), size: 1 };
    await registerOnPaper(app, secretary, { resolutionId, ...paper });
  },
  revokePaper: async (story) => {
    const { id } = await resolution(story, `on_paper AND revoked_at IS NULL AND state = 'on_control'`);
    if (story.random() < 0.5) await revokePaper(story.city.app, story.deputy, { resolutionId: id, reason });
  },
  amend: async (story) => {
    const { id, version } = await item(story);
    const change = story.one([
      { due: story.later(3) },
      { text: `Подготовить новый отчёт ${story.random()}` },
      { executorPostIds: story.schools() },
    ]);
    await amendItem(story.city.app, story.deputy, { taskId: id, version, reason, ...change });
  },
  amendByAdding: async (story) => {
    const { id: resolutionId, version } = await resolution(story, adopted);
    const [added] = items(story);
    if (!added) return;
    const after = { resolutionId, afterTaskId: story.random() < 0.5 ? (await item(story)).id : null, item: added };
    await addByAmendment(story.city.app, story.deputy, { ...after, version, reason });
  },
  amendByCancelling: async (story) => {
    const { id, version } = await item(story);
    if (story.random() < 0.4) await cancelByAmendment(story.city.app, story.deputy, { taskId: id, version, reason });
  },
  amendHead: async (story) => {
    const { id: resolutionId, version } = await resolution(story, adopted);
    const theme = `О подготовке ${story.random()}`;
    await amendHead(story.city.app, story.deputy, { resolutionId, version, reason, theme });
  },
  closeFinished: (story) => closeFinishedResolutions(story.city.app),
};

export const moves: Record<string, Move> = { ...ofTasks, ...ofShares, ...ofTime, ...ofResolutions, ...planMoves };
