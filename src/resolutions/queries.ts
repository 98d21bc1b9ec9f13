// Reads of resolutions: the whole document with its items, lists of what is open for a person, who may chair.
import type { App } from '../app.ts';
import { type CalendarOverride, loadOverrides } from '../calendar.ts';
import { homePlacesFor, type PlaceInfo, placesWithin } from '../chats/queries.ts';
import type { Prisma, ResolutionState } from '../generated/prisma/client.ts';
import { regionOf } from '../org/region-queries.ts';
import type { PostHeld } from '../org/rules.ts';
import { taskViews, type TaskView } from '../tasks/queries.ts';
import { type PostView, postViews, toPostView } from '../tasks/post-queries.ts';
import { type Day, dayFromDb, dayIn } from '../time.ts';
import { numbersOf } from './number-rules.ts';
import { type AgreementView, agreementViews } from './agreement-queries.ts';
import { type Lack, missingOf, registerPaper } from './rules.ts';

export type OrgView = { orgId: number; nameKk: string; nameRu: string; path: string };
export type ItemView = TaskView & {
  /** As it stands on screen, one of its kind in the resolution. */
  number: string;
  /** The number it has in its document; null when it is only counted. */
  ownNumber: string | null;
  position: number;
  /** What keeps it from being issued. */
  missing: Lack[];
};
export type ResolutionView = {
  resolutionId: number;
  meetingId: number;
  /** Grows with every amendment. */
  version: number;
  state: ResolutionState;
  theme: string;
  day: Day;
  number: string | null;
  org: OrgView;
  rootOrgId: number;
  chair: PostView;
  draftedById: number;
  sentAt: Date | null;
  adoptedAt: Date | null;
  closedAt: Date | null;
  cancelReason: string | null;
  /** Number and day of the signed paper it was registered from; null when it was adopted by a press, or not yet. */
  paper: { number: string; day: Day; revokedAt: Date | null } | null;
  /** Posts that the chair lets register signed papers. */
  paperPostIds: number[];
  /** Chosen by hand; null: the nearest common group. */
  homePlaceId: number | null;
  /** Where the cards will stand. */
  home: PlaceInfo | null;
  /** What of the head was guessed from a document and looked at by nobody yet. */
  guessed: string[];
  /** Last change by its drafter. */
  touchedAt: Date;
  /** Participants are asked to agree until the end of this day; null: they were not. */
  agreeBy: Day | null;
  agreements: AgreementView[];
  /** What was heard at its sitting: the section before the items. */
  heard: { text: string; speaker: PostView | null; note: string | null }[];
  /** A file or a text that it was read from is kept. */
  hasSource: boolean;
  items: ItemView[];
};
const include = {
  meeting: {
    include: {
      org: true,
      agenda: { where: { state: 'heard', taskId: null }, orderBy: { position: 'asc' } },
      chair: { include: { org: true, delegatedFrom: { where: { endedAt: null, right: registerPaper } } } },
    },
  },
  // An instance of a periodic item is no item of its own.
  tasks: { where: { seriesId: null }, select: { id: true, position: true }, orderBy: { position: 'asc' } },
  agreements: { orderBy: { id: 'asc' } },
  _count: { select: { sources: true } },
} satisfies Prisma.ResolutionInclude;
type ResolutionRow = Prisma.ResolutionGetPayload<{ include: typeof include }>;

/** A resolution with everything around it; null when there is none. */
export async function resolutionView(app: App, resolutionId: number): Promise<ResolutionView | null> {
  const row = await app.db.resolution.findUnique({ where: { id: resolutionId }, include });
  if (!row) return null;
  const { meeting, tasks } = row;
  const chair = toPostView(meeting.chair);
  const rootOrgId = meeting.org.rootId ?? meeting.org.id;
  const items = await itemsOf(app, tasks, postHeld(chair, rootOrgId));
  const { id: orgId, nameKk, nameRu, path } = meeting.org;
  const { state, draftedById, sentAt, adoptedAt, closedAt, cancelReason, homePlaceId, guessed } = row;
  const head = { theme: meeting.theme, day: dayFromDb(meeting.day), number: meeting.number };
  const org = { orgId, nameKk, nameRu, path };
  const home = await homeOf(app, homePlaceId, [path, ...executorPaths(items)]);
  const document = {
    resolutionId,
    meetingId: meeting.id,
    version: row.version,
    ...head,
    org,
    rootOrgId,
    chair,
    home,
    items,
  };
  const touchedAt = row.touchedAt ?? row.createdAt;
  const paper = paperOf(row);
  const paperPostIds = meeting.chair.delegatedFrom.map(({ toPostId }) => toPostId);
  const course = {
    paper,
    paperPostIds,
    state,
    draftedById,
    sentAt,
    adoptedAt,
    closedAt,
    cancelReason,
    guessed,
    touchedAt,
  };
  const agreeing = {
    agreeBy: row.agreeBy && dayFromDb(row.agreeBy),
    agreements: await agreementViews(app, row.agreements),
  };
  const heard = await heardAt(app, meeting.agenda);
  return { ...document, ...course, ...agreeing, heard, homePlaceId, hasSource: row._count.sources > 0 };
}

async function heardAt(app: App, agenda: ResolutionRow['meeting']['agenda']): Promise<ResolutionView['heard']> {
  const ids = agenda.flatMap(({ speakerPostId }) => speakerPostId ?? []);
  const speakers = new Map((ids.length > 0 ? await postViews(app, ids) : []).map((post) => [post.postId, post]));
  return agenda.map(({ text, note, speakerPostId }) => ({
    text,
    note,
    speaker: speakers.get(speakerPostId ?? 0) ?? null,
  }));
}

type PaperColumns = Pick<ResolutionRow, 'onPaper' | 'paperNumber' | 'paperDay' | 'revokedAt'>;

function paperOf({ onPaper, paperNumber, paperDay, revokedAt }: PaperColumns): ResolutionView['paper'] {
  return onPaper && paperDay ? { number: paperNumber ?? '', day: dayFromDb(paperDay), revokedAt } : null;
}

async function itemsOf(
  app: App,
  tasks: { id: number; position: number | null }[],
  chair: PostHeld,
): Promise<ItemView[]> {
  const today = dayIn(app.zone, app.now());
  const views = await taskViews(
    app,
    tasks.map(({ id }) => id),
  );
  const places = views.map((task, index) => ({ number: task.number, position: tasks[index]?.position ?? index + 1 }));
  const numbers = numbersOf(places);
  return views.map((task, index) => {
    const executors = task.participations.map(({ post }) => ({
      role: post.role,
      orgPath: post.org.path,
      orgType: post.org.type,
    }));
    const text = textOf(task);
    return {
      ...task,
      ownNumber: task.number,
      number: numbers[index] ?? '',
      position: places[index]?.position ?? index + 1,
      missing: task.state === 'draft' ? missingOf({ ...task, text, executors }, chair, today) : [],
    };
  });
}

/** The text of an item in the language it was written in. */
export function textOf({ textKk, textRu }: { textKk: string | null; textRu: string | null }): string {
  return textKk ?? textRu ?? '';
}

/** A post as the rules of rights see it. */
export function postHeld(post: PostView, rootId: number): PostHeld {
  const { org, ...names } = post;
  const ofOrg = {
    orgId: org.orgId,
    orgPath: org.path,
    orgType: org.type,
    orgNameKk: org.nameKk,
    orgNameRu: org.nameRu,
  };
  return { ...names, ...ofOrg, rootId, acting: false };
}

function executorPaths(items: TaskView[]): string[] {
  return items.flatMap(({ participations }) => participations.map(({ post }) => post.org.path));
}

async function homeOf(app: App, chosenId: number | null, paths: string[]): Promise<PlaceInfo | null> {
  const candidates = await homePlacesFor(app, paths);
  if (chosenId === null) return candidates[0] ?? null;
  const chosen = await placesWithin(app, `/${paths[0]?.split('/')[1] ?? ''}/`);
  return chosen.find(({ placeId }) => placeId === chosenId) ?? candidates[0] ?? null;
}

/** Groups that may be home of the cards: the nearest common ones first, then the others of the same tree. */
export async function homeChoices(app: App, view: ResolutionView): Promise<PlaceInfo[]> {
  const nearest = await homePlacesFor(app, [view.org.path, ...executorPaths(view.items)]);
  const others = await placesWithin(app, await regionOf(app, view.org.path));
  const known = new Set(nearest.map(({ placeId }) => placeId));
  return [...nearest, ...others.filter(({ placeId }) => !known.has(placeId))];
}

/** The resolution an item belongs to; null for a stand-alone task or none. */
export async function resolutionOfTask(app: App, taskId: number): Promise<number | null> {
  const row = await app.db.task.findUnique({ where: { id: taskId }, select: { resolutionId: true } });
  return row?.resolutionId ?? null;
}

/** Our id of the private chat with this person; null when they cannot be written to. */
export async function drafterChat(app: App, personId: number): Promise<number | null> {
  const person = await app.db.person.findUnique({ where: { id: personId } });
  return person && person.blockedAt === null ? person.chatId : null;
}

/** What a dialog needs to read and offer dates, as plain data: it is kept over restarts. */
export async function dateGround(app: App): Promise<{ today: Day; overrides: CalendarOverride[] }> {
  return { today: dayIn(app.zone, app.now()), overrides: await loadOverrides(app) };
}
