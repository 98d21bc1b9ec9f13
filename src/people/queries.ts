// Reads of /people: one organisation, post or person as its manager sees it.
import type { App } from '../app.ts';
import type { AppointmentKind, OrgType, Role } from '../generated/prisma/client.ts';
import { openTasksOf } from '../org/close-queries.ts';
import { personName } from '../org/messages.ts';
import { type Actor, canManageRoster } from '../org/rules.ts';
import { type Day, dayFromDb } from '../time.ts';
import { fromDayOn, onDay, todayOf } from './claim-queries.ts';

type Names = { nameKk: string; nameRu: string };

/** Somebody appointed to a post, today or later. */
export type Seat = {
  appointmentId: number;
  personId: number;
  name: string;
  kind: AppointmentKind;
  from: Day;
  to: Day | null;
  state: 'joined' | 'new' | 'blocked';
};

export type PostView = Names & {
  postId: number;
  role: Role;
  closed: boolean;
  orgId: number;
  orgPath: string;
  rootId: number;
  org: Names & { number: string | null };
  seats: Seat[];
  openTasks: number;
};

export type OrgView = Names & {
  orgId: number;
  code: string;
  type: OrgType;
  path: string;
  rootId: number;
  closed: boolean;
  parent: (Names & { orgId: number }) | null;
  posts: (Names & { postId: number; holder: string | null })[];
  children: number;
};

export type PersonView = {
  personId: number;
  name: string;
  telegramId: number | null;
  chatId: number | null;
  locale: string;
  state: Seat['state'];
  systemAdmin: boolean;
  posts: (Names & {
    postId: number;
    orgPath: string;
    rootId: number;
    org: Names;
    appointmentId: number;
    acting: boolean;
  })[];
};

/** One post; null when unknown or not the actor's to manage. */
export async function postView(app: App, actor: Actor, postId: number): Promise<PostView | null> {
  const post = await app.db.post.findUnique({
    where: { id: postId },
    include: {
      org: true,
      appointments: {
        where: fromDayOn(todayOf(app)),
        include: { person: true },
        orderBy: [{ kind: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!post || !canManageRoster(actor, post.org.path)) return null;
  const { id, nameKk, nameRu, role, org, orgId } = post;
  return {
    postId: id,
    nameKk,
    nameRu,
    role,
    closed: post.closedAt !== null || org.closedAt !== null,
    orgId,
    orgPath: org.path,
    rootId: org.rootId ?? org.id,
    org,
    seats: post.appointments.map((one) => ({
      appointmentId: one.id,
      personId: one.personId,
      name: personName(one.person, true),
      kind: one.kind,
      from: dayFromDb(one.fromDay),
      to: one.toDay && dayFromDb(one.toDay),
      state: stateOf(one.person),
    })),
    openTasks: await openTasksOf(app, [id]),
  };
}

/** One organisation with its open posts; null when unknown or not the actor's to manage. */
export async function orgView(app: App, actor: Actor, orgId: number): Promise<OrgView | null> {
  const org = await app.db.organisation.findUnique({
    where: { id: orgId },
    include: {
      parent: true,
      posts: {
        where: { closedAt: null },
        orderBy: { id: 'asc' },
        include: { appointments: { where: onDay(todayOf(app)), include: { person: true }, orderBy: { kind: 'asc' } } },
      },
    },
  });
  if (!org || !canManageRoster(actor, org.path)) return null;
  const { nameKk, nameRu, code, type, path, parent } = org;
  const children = await app.db.organisation.count({ where: { parentId: orgId, closedAt: null } });
  return {
    orgId,
    nameKk,
    nameRu,
    code,
    type,
    path,
    rootId: org.rootId ?? orgId,
    closed: org.closedAt !== null,
    parent:
      parent && canManageRoster(actor, parent.path)
        ? { orgId: parent.id, nameKk: parent.nameKk, nameRu: parent.nameRu }
        : null,
    posts: org.posts.map((post) => {
      const holder = post.appointments[0]?.person;
      return { postId: post.id, nameKk: post.nameKk, nameRu: post.nameRu, holder: holder ? personName(holder) : null };
    }),
    children,
  };
}

/** One person with the posts held today; null when unknown. Who may see and change it is asked by personFault. */
export async function personView(app: App, personId: number): Promise<PersonView | null> {
  const person = await app.db.person.findUnique({
    where: { id: personId },
    include: {
      appointments: {
        where: onDay(todayOf(app)),
        include: { post: { include: { org: true } } },
        orderBy: { id: 'asc' },
      },
    },
  });
  if (!person || person.pseudonymisedAt) return null;
  return {
    personId,
    name: personName(person, true),
    telegramId: person.telegramId === null ? null : Number(person.telegramId),
    chatId: person.chatId,
    locale: person.locale,
    state: stateOf(person),
    systemAdmin: person.systemAdmin,
    posts: person.appointments.map(({ id, kind, post }) => ({
      postId: post.id,
      nameKk: post.nameKk,
      nameRu: post.nameRu,
      orgPath: post.org.path,
      rootId: post.org.rootId ?? post.org.id,
      org: post.org,
      appointmentId: id,
      acting: kind === 'acting',
    })),
  };
}

function stateOf({ telegramId, blockedAt }: { telegramId: bigint | null; blockedAt: Date | null }): Seat['state'] {
  if (telegramId === null) return 'new';
  return blockedAt === null ? 'joined' : 'blocked';
}

/** A post with what a message about it says, whoever reads it; null when unknown. */
export async function postFacts(app: App, postId: number) {
  const post = await app.db.post.findUnique({
    where: { id: postId },
    include: { org: true, appointments: { where: onDay(todayOf(app)) } },
  });
  if (!post) return null;
  const { nameKk, nameRu, org, appointments } = post;
  return {
    postId,
    nameKk,
    nameRu,
    org: { nameKk: org.nameKk, nameRu: org.nameRu },
    personIds: appointments.map(({ personId }) => personId),
    held: appointments.some(({ kind }) => kind === 'holder'),
    openTasks: await openTasksOf(app, [postId]),
  };
}

/** One appointment with its post and days; null when unknown. */
export async function seatFacts(app: App, appointmentId: number) {
  const seat = await app.db.appointment.findUnique({
    where: { id: appointmentId },
    include: { post: { include: { org: true } } },
  });
  return seat && { post: seat.post, from: dayFromDb(seat.fromDay), to: seat.toDay && dayFromDb(seat.toDay) };
}
