// Reads of meetings: series, sittings with agenda and attendance, what somebody keeps, chairs or is expected at.
import type { App } from '../app.ts';
import type { Prisma, ResolutionState } from '../generated/prisma/client.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import type { OrgView } from '../resolutions/queries.ts';
import { type PostView, postViews, toPostView } from '../tasks/post-queries.ts';
import { type Clock, type Day, dayFromDb, dayToDb } from '../time.ts';
import type { AttendanceState, QuestionState } from './rules.ts';

export type StandingQuestion = { text: string; speakerPostId?: number };

export type SeriesView = {
  seriesId: number;
  org: OrgView;
  rootOrgId: number;
  theme: string;
  recurrence: string | null;
  time: Clock | null;
  place: string | null;
  chair: PostView;
  chairPostId: number;
  secretaryPostId: number | null;
  agenda: StandingQuestion[];
  memberPostIds: number[];
  endedAt: Date | null;
  /** The newest sitting; null before the first. */
  last: { meetingId: number; day: Day; heldAt: Date | null } | null;
};

export type QuestionView = {
  agendaId: number;
  position: number;
  text: string;
  speaker: PostView | null;
  state: QuestionState;
  /** The unfinished task that is looked at again. */
  taskId: number | null;
  note: string | null;
};

export type SittingView = {
  meetingId: number;
  seriesId: number | null;
  org: OrgView;
  rootOrgId: number;
  theme: string;
  number: string | null;
  day: Day;
  time: Clock | null;
  place: string | null;
  chair: PostView;
  secretaryPostId: number | null;
  heldAt: Date | null;
  attendance: { post: PostView; state: AttendanceState }[];
  agenda: QuestionView[];
  resolutions: { resolutionId: number; state: ResolutionState; draftedById: number }[];
};

const include = {
  org: true,
  chair: { include: { org: true } },
  attendance: { orderBy: { id: 'asc' } },
  agenda: { orderBy: { position: 'asc' } },
  resolutions: { where: { state: { not: 'cancelled' } }, orderBy: { id: 'asc' } },
} satisfies Prisma.MeetingInclude;
type MeetingRow = Prisma.MeetingGetPayload<{ include: typeof include }>;

/** A sitting with everything around it; null when there is none. */
export async function sittingView(app: App, meetingId: number): Promise<SittingView | null> {
  const row = await app.db.meeting.findUnique({ where: { id: meetingId }, include });
  if (!row) return null;
  const ids = [
    ...row.attendance.map(({ postId }) => postId),
    ...row.agenda.flatMap((item) => item.speakerPostId ?? []),
  ];
  const posts = new Map((await postViews(app, [...new Set(ids)])).map((post) => [post.postId, post]));
  return toSitting(row, posts);
}

function toSitting(row: MeetingRow, posts: Map<number, PostView>): SittingView {
  const { id, seriesId, org, theme, number, day, time, place, chair, secretaryPostId, heldAt } = row;
  return {
    meetingId: id,
    seriesId,
    org: { orgId: org.id, nameKk: org.nameKk, nameRu: org.nameRu, path: org.path },
    rootOrgId: org.rootId ?? org.id,
    theme,
    number,
    day: dayFromDb(day),
    time,
    place,
    chair: toPostView(chair),
    secretaryPostId,
    heldAt,
    attendance: row.attendance.flatMap(({ postId, state }) => {
      const post = posts.get(postId);
      return post ? [{ post, state: state as AttendanceState }] : [];
    }),
    agenda: row.agenda.map((item) => ({
      agendaId: item.id,
      position: item.position,
      text: item.text,
      speaker: posts.get(item.speakerPostId ?? 0) ?? null,
      state: item.state as QuestionState,
      taskId: item.taskId,
      note: item.note,
    })),
    resolutions: row.resolutions.map((one) => ({
      resolutionId: one.id,
      state: one.state,
      draftedById: one.draftedById,
    })),
  };
}

/** A series; null when there is none. */
export async function seriesView(app: App, seriesId: number): Promise<SeriesView | null> {
  const [series] = await seriesWhere(app, { id: seriesId });
  return series ?? null;
}

/** Every series that is not ended; for the job. */
export async function liveSeries(app: App): Promise<SeriesView[]> {
  return seriesWhere(app, { endedAt: null });
}

async function seriesWhere(app: App, where: Prisma.MeetingSeriesWhereInput): Promise<SeriesView[]> {
  const rows = await app.db.meetingSeries.findMany({
    where,
    include: { org: true, meetings: { orderBy: { day: 'desc' }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  const posts = await postViews(
    app,
    rows.map(({ chairPostId }) => chairPostId),
  );
  const chairs = new Map(posts.map((post) => [post.postId, post]));
  return rows.flatMap((row) => {
    const { org, meetings, id, agenda, ...fields } = row;
    const chair = chairs.get(row.chairPostId);
    if (!chair) return [];
    const [last] = meetings;
    return {
      ...fields,
      seriesId: id,
      chair,
      agenda: agenda as StandingQuestion[],
      org: { orgId: org.id, nameKk: org.nameKk, nameRu: org.nameRu, path: org.path },
      rootOrgId: org.rootId ?? org.id,
      last: last ? { meetingId: last.id, day: dayFromDb(last.day), heldAt: last.heldAt } : null,
    };
  });
}

export type SittingLine = { meetingId: number; theme: string; day: Day; time: Clock | null; held: boolean };

/** What somebody keeps or chairs: series that go on, and sittings from so many days ago; and sittings where they are expected. */
export async function meetingsFor(
  app: App,
  actor: Actor,
  since: Day,
): Promise<{ series: SeriesView[]; kept: SittingLine[]; invited: SittingLine[] }> {
  const postIds = actor.posts.map(({ postId }) => postId);
  const scopes = actor.posts
    .filter(({ role }) => role === 'secretary')
    .flatMap((post) => readableScopes({ posts: [post] }));
  const mine = [
    { chairPostId: { in: postIds } },
    // A sitting that nobody keeps is somebody else's all the same: null must not spread to the whole of NOT.
    { AND: [{ secretaryPostId: { not: null } }, { secretaryPostId: { in: postIds } }] },
    ...scopes.map((path) => ({ org: { path: { startsWith: path } } })),
  ];
  const series = await seriesWhere(app, { endedAt: null, OR: mine });
  const recent = { seriesId: { not: null }, day: { gte: dayToDb(since) } };
  const kept = await lines(app, { ...recent, OR: mine });
  const invited = await lines(app, { ...recent, NOT: { OR: mine }, attendance: { some: { postId: { in: postIds } } } });
  return { series, kept, invited };
}

async function lines(app: App, where: Prisma.MeetingWhereInput): Promise<SittingLine[]> {
  const rows = await app.db.meeting.findMany({ where, orderBy: [{ day: 'desc' }, { id: 'desc' }], take: 10 });
  return rows.map(({ id, theme, day, time, heldAt }) => ({
    meetingId: id,
    theme,
    day: dayFromDb(day),
    time,
    held: heldAt !== null,
  }));
}

/** Sittings that are still to come or were not closed since, of series; for the job. */
export async function openSittings(app: App, from: Day): Promise<number[]> {
  const where = { heldAt: null, seriesId: { not: null }, day: { gte: dayToDb(from) } };
  const rows = await app.db.meeting.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => id);
}

/** The sitting that an entry of an agenda belongs to; null when there is none. */
export async function sittingOfQuestion(app: App, agendaId: number): Promise<number | null> {
  const row = await app.db.agendaItem.findUnique({ where: { id: agendaId }, select: { meetingId: true } });
  return row?.meetingId ?? null;
}
