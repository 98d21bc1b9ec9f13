// Roadmaps as they stand, for whoever may see them: a constant number of statements however many measures there are.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { TaskState } from '../generated/prisma/client.ts';
import type { Named } from '../org/messages.ts';
import { may } from '../org/rights.ts';
import { foreignTo } from '../org/rights-posts.ts';
import { type Actor, isBinding, isWithin, readableScopes } from '../org/rules.ts';
import { isOverdue, type Doubt } from '../tasks/rules.ts';
import { ownPosts, seenTask } from '../tasks/visible-queries.ts';
import { type Clock, type Day, dayFromDb, dayIn } from '../time.ts';
import type { MeasureContent, RoadmapContent } from './content-rules.ts';
import { type MeasureFacts, type ShareFacts, tallyOf, type Tally } from './rules.ts';

export type RoadmapState = 'draft' | 'approved' | 'closed' | 'cancelled';
export type PostNames = Named & { org: Named };
export type MeasureShare = ShareFacts & {
  participationId: number;
  postId: number;
  role: 'responsible' | 'co_executor';
  due: Day | null;
  firstDue: Day | null;
  extensions: number;
  post: PostNames;
};
export type MilestoneView = { milestoneId: number; name: string; due: Day; done: boolean };
export type MeasureView = Omit<MeasureContent, 'milestones'> &
  Omit<MeasureFacts, 'shares' | 'milestones'> & {
    sectionId: number;
    position: number;
    taskNumber: string | null;
    controllerPostId: number | null;
    special: boolean;
    fanOut: boolean;
    shares: MeasureShare[];
    milestones: MilestoneView[];
    doubts: Doubt[];
  };
export type SectionView = { sectionId: number; position: number; name: string; measures: MeasureView[] };
export type RoadmapView = {
  roadmapId: number;
  rootOrgId: number;
  org: Named & { orgId: number; path: string };
  name: string;
  state: RoadmapState;
  version: number;
  from: Day | null;
  to: Day | null;
  createdDay: Day;
  approvedDay: Day | null;
  issuer: PostNames & { postId: number; path: string; orgType: string };
  draftedById: number;
  task: { taskId: number; number: string | null } | null;
  sections: SectionView[];
  /** False for who sees only the measures that concern them. */
  whole: boolean;
};

export const postSelect = {
  nameKk: true,
  nameRu: true,
  org: { select: { nameKk: true, nameRu: true, path: true, type: true } },
} satisfies Prisma.PostSelect;
const include = {
  org: true,
  sections: {
    orderBy: { position: 'asc' },
    include: {
      measures: {
        where: { removedAt: null },
        orderBy: { position: 'asc' },
        include: {
          milestones: { orderBy: [{ due: 'asc' }, { position: 'asc' }] },
          task: {
            include: { participations: { orderBy: { position: 'asc' }, include: { post: { select: postSelect } } } },
          },
        },
      },
    },
  },
} satisfies Prisma.RoadmapInclude;
type Row = Prisma.RoadmapGetPayload<{ include: typeof include }>;
type MeasureRow = Row['sections'][number]['measures'][number];
type ShareRow = MeasureRow['task']['participations'][number];

/** One roadmap with all its measures, whoever looks; null when there is none. For actions that hold it locked. */
export async function roadmapView(app: App, roadmapId: number): Promise<RoadmapView | null> {
  const [view] = await loadRoadmaps(app, [roadmapId]);
  return view ?? null;
}

/** One roadmap as this person may see it: whole for who reads the body, else the measures that concern them; null for nothing of it. */
export async function roadmapFor(app: App, actor: Actor, roadmapId: number): Promise<RoadmapView | null> {
  const [view] = await seenBy(app, actor, await loadRoadmaps(app, [roadmapId]));
  return view ?? null;
}

export async function loadRoadmaps(app: App, roadmapIds: number[]): Promise<RoadmapView[]> {
  const rows = await app.db.roadmap.findMany({ where: { id: { in: roadmapIds } }, include });
  const issuers = await app.db.post.findMany({
    where: { id: { in: rows.map(({ issuerPostId }) => issuerPostId) } },
    select: { id: true, ...postSelect },
  });
  const tasks = await app.db.task.findMany({
    where: { id: { in: rows.flatMap(({ taskId }) => taskId ?? []) } },
    select: { id: true, number: true },
  });
  return rows.map((row) => {
    const issuer = issuers.find(({ id }) => id === row.issuerPostId);
    const task = tasks.find(({ id }) => id === row.taskId);
    if (!issuer) throw new Error(`roadmap ${row.id} has no issuer`);
    return {
      roadmapId: row.id,
      rootOrgId: row.rootOrgId,
      org: { orgId: row.org.id, nameKk: row.org.nameKk, nameRu: row.org.nameRu, path: row.org.path },
      name: row.name,
      state: row.state as RoadmapState,
      version: row.version,
      from: row.fromDay && dayFromDb(row.fromDay),
      to: row.toDay && dayFromDb(row.toDay),
      createdDay: dayIn(app.zone, row.createdAt),
      approvedDay: row.approvedAt && dayIn(app.zone, row.approvedAt),
      issuer: { ...issuer, postId: issuer.id, path: issuer.org.path, orgType: issuer.org.type },
      draftedById: row.draftedById,
      task: task ? { taskId: task.id, number: task.number } : null,
      sections: row.sections.map(({ id, position, name, measures }) => ({
        sectionId: id,
        position,
        name,
        measures: measures.map((measure) => measureOf(app, measure, `${position}.${measure.position}`)),
      })),
      whole: true,
    };
  });
}

function measureOf(app: App, row: MeasureRow, number: string): MeasureView {
  const { task } = row;
  return {
    measureId: row.id,
    taskId: task.id,
    sectionId: row.sectionId,
    position: row.position,
    number,
    text: task.textKk ?? task.textRu ?? '',
    form: task.completionForm,
    term: task.term,
    due: task.due && dayFromDb(task.due),
    dueTime: task.dueTime as Clock | null,
    executors: task.participations.filter(({ state }) => state !== 'withdrawn').map(({ postId }) => postId),
    note: row.note,
    indicatorId: row.indicatorId,
    state: task.state,
    taskNumber: task.number,
    controllerPostId: task.controllerPostId,
    special: task.specialControl,
    fanOut: task.fanOut,
    shares: task.participations.map((share) => shareOf(app, task.state, share)),
    milestones: row.milestones.map(({ id, name, due, doneAt }) => ({
      milestoneId: id,
      name,
      due: dayFromDb(due),
      done: doneAt !== null,
    })),
    doubts: task.draftDoubts as Doubt[],
  };
}

function shareOf(app: App, taskState: TaskState, row: ShareRow): MeasureShare {
  const due = row.due && dayFromDb(row.due);
  const dates = { state: row.state, force: row.force, due, dueTime: row.dueTime as Clock | null };
  const live = taskState === 'issued' || taskState === 'in_progress';
  return {
    participationId: row.id,
    postId: row.postId,
    role: row.role,
    due,
    firstDue: row.firstDue && dayFromDb(row.firstDue),
    extensions: row.extensionCount,
    state: row.state,
    binding: isBinding(row.force),
    progress: row.progress,
    inTime: row.inTime,
    waived: row.waivedReason !== null,
    overdue: live && isOverdue(app.zone, dates, app.now()),
    post: row.post,
  };
}

/** What these people may see of them; a roadmap of which they see nothing is left out. One statement. */
export async function seenBy(app: App, actor: Actor, views: RoadmapView[]): Promise<RoadmapView[]> {
  const ids = views.map(({ roadmapId }) => roadmapId);
  const rows = await app.db.$queryRaw<{ id: number; seen: boolean; confidential: boolean }[]>`
    SELECT t.id, ${seenTask(actor)} AND t.state <> 'draft' AS seen, t.confidential FROM roadmap_section s
    JOIN measure m ON m.section_id = s.id JOIN task t ON t.id = m.task_id WHERE s.roadmap_id = ANY (${ids}::int[])`;
  const known = new Map(rows.map((row) => [row.id, row]));
  const foreign = foreignTo(actor);
  return views.flatMap((view) => {
    const whole = seesWhole(actor, view);
    const visible = ({ taskId }: MeasureView): boolean => {
      const row = known.get(taskId);
      return row !== undefined && (row.seen || (whole && !row.confidential));
    };
    const near = ({ post }: MeasureShare): boolean =>
      !foreign.some((path) => isWithin((post.org as { path?: string }).path ?? '', path));
    const sections = view.sections
      .map((section) => ({
        ...section,
        measures: section.measures
          .filter(visible)
          .map((measure) => ({ ...measure, shares: measure.shares.filter(near) })),
      }))
      .filter(({ measures }) => whole || measures.length > 0);
    return whole || sections.length > 0 ? [{ ...view, sections, whole }] : [];
  });
}

/** A draft is seen by who writes it and who is to approve it; one in force by who reads its body. */
export function seesWhole(actor: Actor, view: Pick<RoadmapView, 'state' | 'draftedById' | 'org' | 'issuer'>): boolean {
  const { state, draftedById, org, issuer } = view;
  if (draftedById === actor.personId || actor.posts.some(({ postId }) => postId === issuer.postId)) return true;
  return state !== 'draft' && may(actor, 'roadmaps.see', { orgPath: org.path }) !== null;
}

/** What the roadmap says now, as a version keeps it. */
export function contentOf(view: RoadmapView): RoadmapContent {
  return {
    name: view.name,
    from: view.from,
    to: view.to,
    sections: view.sections.map(({ name, measures }) => ({
      name,
      measures: measures.map((measure) => ({
        measureId: measure.measureId,
        taskId: measure.taskId,
        number: measure.number,
        text: measure.text,
        form: measure.form,
        term: measure.term,
        due: measure.due,
        dueTime: measure.dueTime,
        executors: measure.executors,
        note: measure.note,
        indicatorId: measure.indicatorId,
        milestones: measure.milestones.map(({ name, due }) => ({ name, due })),
      })),
    })),
  };
}
