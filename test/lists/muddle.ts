// A small region with shares in every state, to count in: two districts, six schools, confidential tasks, topics, programmes.
import { addDays, type Day } from '../../src/time.ts';
import type { City, PostBuilt } from '../reminders/build.ts';
import { dice, forces, states } from '../support/chance.ts';

export const now = '2026-12-21T09:00';

export type Muddle = {
  akim: PostBuilt;
  districtHead: PostBuilt;
  controller: PostBuilt;
  staff: PostBuilt;
  heads: PostBuilt[];
  root: { id: number; path: string };
  districts: { id: number; path: string }[];
  resolutionId: number;
};

/** Builds the region at the moment `now`. */
export async function buildMuddle(city: City, seed: number): Promise<Muddle> {
  city.at(now);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  const akim = await city.post(root, 'akim');
  const controller = await city.post(root, 'controller');
  const staff = await city.post(root, 'staff');
  const districts = [
    await city.org('Отдел «Северный»', root, { type: 'department' }),
    await city.org('Отдел «Южный»', root, { type: 'department' }),
  ];
  const districtHead = await city.post(districts[0] ?? root, 'dept_head');
  const heads: PostBuilt[] = [];
  for (let n = 0; n < 6; n++) {
    const school = await city.org(`Школа № ${n + 1}`, districts[n % 2] ?? root);
    heads.push(await city.post(school, 'school_head'));
  }
  await giveTasks(city, { akim, districtHead, executors: [...heads, districtHead, staff] }, dice(seed));
  const resolutionId = await putIntoResolution(city, akim, root.id);
  return { akim, districtHead, controller, staff, heads, root, districts, resolutionId };
}

/** A dozen of the tasks become items of one resolution. */
async function putIntoResolution(city: City, chair: PostBuilt, orgId: number): Promise<number> {
  const createdAt = city.app.now();
  const { id: meetingId } = await city.db.meeting.create({
    data: {
      orgId,
      theme: 'Штаб «Зима»',
      number: '7',
      day: new Date('2026-12-01'),
      chairPostId: chair.postId,
      createdAt,
    },
  });
  const { id } = await city.db.resolution.create({
    data: { meetingId, state: 'on_control', draftedById: chair.personId, adoptedAt: createdAt, createdAt },
  });
  const tasks = await city.db.task.findMany({ orderBy: { id: 'asc' }, take: 12, select: { id: true } });
  for (const [index, task] of tasks.entries())
    await city.db.task.update({ where: { id: task.id }, data: { resolutionId: id, position: index + 1 } });
  return id;
}

type Roles = { akim: PostBuilt; districtHead: PostBuilt; executors: PostBuilt[] };

async function giveTasks(
  city: City,
  { akim, districtHead, executors }: Roles,
  roll: (n: number) => number,
): Promise<void> {
  const moment = (from: Day, days: number): Date =>
    city.instant(`${addDays(from, roll(days))}T${String(roll(24)).padStart(2, '0')}:15`);
  for (let n = 0; n < 40; n++) {
    const due = roll(8) === 0 ? null : addDays('2026-12-01', roll(40));
    const state = (['issued', 'in_progress', 'in_progress', 'closed', 'cancelled'] as const)[roll(5)] ?? 'issued';
    const ended = moment('2026-12-08', 13);
    const { shareIds } = await city.task(
      roll(3) === 0 ? districtHead : akim,
      executors.slice(roll(4), 4 + roll(5)),
      due,
      {
        state,
        issued: `2026-12-${String(1 + roll(18)).padStart(2, '0')}T10:00`,
        confidential: roll(6) === 0,
        specialControl: n % 3 === 0,
        topic: [null, 'Питание', 'Ремонт'][roll(3)] ?? null,
        programmes: roll(2) === 0 ? [] : ['Келешек мектептері', 'Ауыл — ел бесігі'].slice(0, 1 + roll(2)),
        textRu: roll(2) === 0 ? 'Отремонтировать пандусы' : 'Сдать отчёт о питании',
        closedAt: state === 'closed' ? ended : null,
        cancelledAt: state === 'cancelled' ? ended : null,
        undoUntil: roll(20) === 0 ? city.instant('2026-12-21T09:01') : null,
      },
    );
    for (const id of shareIds) {
      const share = states[roll(states.length)] ?? 'assigned';
      const acceptedAt = share === 'accepted' ? moment('2026-12-05', 16) : null;
      await city.db.participation.update({
        where: { id },
        data: {
          state: share,
          acceptedAt,
          force: forces[roll(forces.length)] ?? 'assignment',
          inTime: acceptedAt ? roll(2) === 0 : null,
          dueTime: roll(3) === 0 ? '12:00' : null,
          blockedAt: roll(9) === 0 ? acceptedAt : null,
        },
      });
    }
  }
}
