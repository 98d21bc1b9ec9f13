// What the database tells of the tour: what happened since the visitor came.
import type { App } from '../app.ts';
import { waiting } from './city/agenda.ts';
import { opening } from './city/timeline.ts';
import type { World } from './emulator/world.ts';
import { findGroups } from './groups.ts';
import { personas, personaUser } from './personas.ts';
import type { PersonaKey } from './protocol.ts';
import { type Day, dayIn, instantOf } from '../time.ts';

export type Sight = {
  /** The demo's day. */
  today: Day;
  /** The newest task that the deputy gave by a message since. */
  task: { taskId: number; participationId: number } | null;
  /** Who of the personas is to carry it out. */
  school: PersonaKey | null;
  /** Final reports on it. */
  reports: number;
  share: { returned: boolean; submitted: boolean; accepted: boolean } | null;
  /** The resolution that waited for the chair. */
  resolutionId: number;
  adopted: boolean;
  /** The group of the heads got a reminder, the subscriber a digest. */
  reminded: boolean;
  digested: boolean;
};

/** Looks at what happened since the visitor came; null where the demo's history is missing. Six small statements. */
export async function lookAround(app: App, world: World): Promise<Sight | null> {
  const meeting = await app.db.meeting.findFirst({
    where: { number: waiting.number, theme: waiting.theme },
    include: { resolutions: true },
    orderBy: { id: 'asc' },
  });
  const [resolution] = meeting?.resolutions ?? [];
  if (!meeting || !resolution) return null;
  const today = dayIn(app.zone, meeting.createdAt);
  const since = instantOf(app.zone, today, opening);
  const heads = findGroups(world).heads.info.id;
  const subscriber = personaUser(world, 'subscriber').id;
  return {
    today,
    ...(await taskSince(app, since, meeting.chairPostId)),
    resolutionId: resolution.id,
    adopted: resolution.adoptedAt !== null,
    reminded: await wasSent(app, 'reminders.group', heads, since),
    digested: await wasSent(app, 'digests.weekly', subscriber, since),
  };
}

async function wasSent(app: App, kind: string, telegramId: number, since: Date): Promise<boolean> {
  const where = { kind, state: 'sent', sentAt: { gt: since }, chat: { telegramId: BigInt(telegramId) } };
  return (await app.db.outgoingMessage.count({ where })) > 0;
}

type TaskSight = Pick<Sight, 'task' | 'school' | 'reports' | 'share'>;

/** The deputy's newest task since then, preferably one for a school head whom the visitor can be. */
async function taskSince(app: App, since: Date, issuerPostId: number): Promise<TaskSight> {
  const ids = personas.map(({ userId }) => BigInt(userId));
  const shares = await app.db.participation.findMany({
    where: { task: { issuerPostId, resolutionId: null, state: { not: 'draft' }, issuedAt: { gte: since } } },
    include: {
      reports: { where: { final: true }, select: { id: true } },
      post: {
        select: {
          appointments: {
            where: { toDay: null, person: { telegramId: { in: ids } } },
            select: { person: { select: { telegramId: true } } },
          },
        },
      },
    },
    orderBy: [{ taskId: 'desc' }, { position: 'asc' }],
  });
  const persona = (share: (typeof shares)[number] | undefined): PersonaKey | null => {
    const id = share?.post.appointments[0]?.person.telegramId;
    return personas.find(({ userId }) => BigInt(userId) === id)?.key ?? null;
  };
  const share = shares.find((one) => persona(one) !== null) ?? shares[0];
  if (!share) return { task: null, school: null, reports: 0, share: null };
  const { state, returnCount, reports } = share;
  return {
    task: { taskId: share.taskId, participationId: share.id },
    school: persona(share),
    reports: reports.length,
    share: { returned: returnCount > 0, submitted: state === 'submitted', accepted: state === 'accepted' },
  };
}
