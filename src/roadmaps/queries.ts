// Roadmaps as they stand: a constant number of statements however many measures there are.
import type { App } from '../app.ts';
import type { Prisma, TaskState } from '../generated/prisma/client.ts';
import type { Named } from '../org/messages.ts';
import { isBinding } from '../org/rules.ts';
import { isOverdue, type Doubt } from '../tasks/rules.ts';
import { type Clock, type Day, dayFromDb, dayIn } from '../time.ts';
import type { MeasureContent, RoadmapContent } from './content-rules.ts';
import { type MeasureFacts, owedDay, type ShareFacts } from './rules.ts';

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
  /** Where the post stands in the tree. */
  path: string;
};
export type MilestoneView = { milestoneId: number; name: string; due: Day; done: boolean };
export type MeasureView = Omit<MeasureContent, 'milestones'> &
  Omit<MeasureFacts, 'shares' | 'milestones'> & {
    sectionId: number;
    position: number;
    /** The date of the plan, as versions keep it; `due` is the one that stands, with its extensions. */
    planDue: Day | null;
    taskNumber: string | null;
    /** When it was given out; null for a draft. */
    issuedDay: Day | null;
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
          indicators: { orderBy: { position: 'asc' }, select: { indicatorId: true } },
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

/** These roadmaps with all their measures, whoever looks. A constant number of statements. */
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
  const planDue = task.due && dayFromDb(task.due);
  const shares = task.participations.map((share) => shareOf(app, task.state, share));
  return {
    measureId: row.id,
    taskId: task.id,
    sectionId: row.sectionId,
    position: row.position,
    number,
    text: task.textKk ?? task.textRu ?? '',
    form: task.completionForm,
    term: task.term,
    due: task.state === 'draft' ? planDue : owedDay(planDue, shares),
    planDue,
    dueTime: task.dueTime as Clock | null,
    executors: shares.filter(({ state, waived }) => state !== 'withdrawn' || waived).map(({ postId }) => postId),
    note: row.note,
    indicatorIds: row.indicators.map(({ indicatorId }) => indicatorId),
    state: task.state,
    taskNumber: task.number,
    issuedDay: task.issuedAt && dayIn(app.zone, task.issuedAt),
    controllerPostId: task.controllerPostId,
    special: task.specialControl,
    fanOut: task.fanOut,
    shares,
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
    path: row.post.org.path,
  };
}

/** The roadmap as it stands, with the dates that extensions moved: what its table shows. */
export function standingContentOf(view: RoadmapView): RoadmapContent {
  const sections = view.sections.map((section) => ({
    ...section,
    measures: section.measures.map((measure) => ({ ...measure, planDue: measure.due })),
  }));
  return contentOf({ ...view, sections });
}

/** What the roadmap says now, as a version keeps it: with the dates of the plan. */
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
        due: measure.planDue,
        dueTime: measure.dueTime,
        executors: measure.executors,
        note: measure.note,
        indicatorIds: measure.indicatorIds,
        milestones: measure.milestones.map(({ milestoneId, name, due }) => ({ milestoneId, name, due })),
      })),
    })),
  };
}
