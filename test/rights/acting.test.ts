// Several posts, substitutes and successors over the real bot: which post acts is chosen, shown and recorded, and rights follow the post day by day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { may } from '../../src/org/rights.ts';
import { buildCity, type City } from '../support/city.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const posts: Record<string, number> = {};
const people: Record<string, number> = {};

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 3 });
  const rows = await town.db.appointment.findMany({ include: { person: true } });
  for (const { person, postId } of rows) {
    posts[person.surname] = postId;
    people[person.surname] = person.id;
  }
}, 60_000);
afterAll(() => town.close());

async function appoint(
  surname: string,
  of: string,
  from: string,
  to: string | null,
  kind: 'acting' | 'holder' = 'acting',
): Promise<void> {
  const days = { fromDay: new Date(from), toDay: to === null ? null : new Date(to) };
  await town.db.appointment.create({ data: { personId: people[surname] ?? 0, postId: posts[of] ?? 0, kind, ...days } });
}

async function actorOf(person: Person) {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

const last = (person: Person) => person.lastMessage;

describe('one person on two posts', () => {
  beforeAll(() => appoint('Үлгіев', 'Мысалов', '2026-11-23', '2026-11-24'));

  it('sees on the draft on whose behalf it goes, chooses another, and signs with it', async () => {
    const { department } = city;
    await department.says('/task Школе № 2 — сдать отчёт о ремонте до 25 декабря');
    expect(last(department).text).toContain('От имени: Руководитель управления, Управление образования');
    await department.presses('От имени: Заместитель акима');
    expect(last(department).text).toContain('От имени: Заместитель акима, Акимат города Үлгі (и. о.)');
    await department.presses('Выдать');
    expect(last(department).text).toContain('От имени: Заместитель акима, Акимат города Үлгі (и. о.)');
    const task = await town.db.task.findFirstOrThrow({ where: { state: 'issued' }, orderBy: { id: 'desc' } });
    expect(task.issuerPostId).toBe(posts['Мысалов']);
    const event = await town.db.journalEvent.findFirstOrThrow({ where: { verb: 'tasks.issued', entityId: task.id } });
    expect(event).toMatchObject({ actorPostId: posts['Мысалов'], actorPersonId: people['Үлгіев'] });
    await town.settle();
    expect(last(city.heads.get(2) as Person).text).toContain('Заместитель акима');
  });

  it('chooses with /as for everything to come, once and for all, and takes it back', async () => {
    const { department } = city;
    await department.says('/as');
    expect(last(department).text).toContain('бот выбирает сам');
    await department.presses('Заместитель акима');
    expect(last(department).text).toContain('Вы действуете от должности: Заместитель акима');
    await department.says('/whoami');
    expect(last(department).text).toContain(
      'Вы действуете от должности: Заместитель акима, Акимат города Үлгі (и. о.)',
    );
    expect((await actorOf(department)).posts[0]?.postId).toBe(posts['Мысалов']);
    await department.says('/task Школе № 2 — сдать список до 25 декабря');
    expect(last(department).text).toContain('От имени: Заместитель акима');
    await department.presses('Выдать');
    const event = await town.db.journalEvent.findFirstOrThrow({ where: { verb: 'org.acts-as' } });
    expect(event.data).toMatchObject({ before: null, after: posts['Мысалов'] });
    await department.says('/as');
    await department.presses('Выбирать автоматически');
    await department.says('/whoami');
    expect(last(department).text).toContain('Должность выбирается автоматически');
    expect((await actorOf(department)).actsAs).toBeNull();
  });

  it('does not choose a post that is not theirs, also not by a forged press', async () => {
    const { department } = city;
    await department.says('/as');
    const message = last(department);
    const press = await department.forges(message, `org.as:${posts['Сынақова']}`);
    expect(press.text).toContain('не занимаете');
    expect((await actorOf(department)).actsAs).toBeNull();
  });

  it('a choice ends with the appointment', async () => {
    const { department } = city;
    await department.says('/as');
    await department.presses('Заместитель акима');
    town.clock.set('2026-11-25T09:00');
    const actor = await actorOf(department);
    expect(actor.posts).toHaveLength(1);
    expect(actor.actsAs).toBeNull();
    await department.says('/as');
    expect(last(department).text).toContain('У вас одна должность');
  });
});

describe('rights follow the post, day by day', () => {
  it('a substitute has them on the days named and on no other', async () => {
    await appoint('Пробова', 'Мысалов', '2026-12-02', '2026-12-03');
    const subject = {
      executors: [
        {
          orgPath: (await actorOf(city.heads.get(1) as Person)).posts[0]?.orgPath ?? '',
          role: 'school_head' as const,
          orgType: 'school' as const,
        },
      ],
    };
    const able: Record<string, boolean> = {};
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']) {
      town.clock.set(`${day}T23:30`);
      able[day] = may(await actorOf(city.secretary), 'tasks.issue', subject) !== null;
    }
    expect(able).toEqual({ '2026-12-01': false, '2026-12-02': true, '2026-12-03': true, '2026-12-04': false });
  });

  it('the successor has the list and the rights, the predecessor nothing at once', async () => {
    town.clock.set('2026-12-07T10:00');
    const [old, next] = [city.heads.get(2), city.heads.get(3)] as [Person, Person];
    const share = await town.db.participation.findFirstOrThrow({ where: { postId: posts['Директоров2'] ?? 0 } });
    await town.db.appointment.updateMany({
      where: { postId: posts['Директоров2'] ?? 0 },
      data: { toDay: new Date('2026-12-06') },
    });
    await appoint('Директоров3', 'Директоров2', '2026-12-07', null, 'holder');
    await old.says('/my');
    expect(last(old).text).not.toMatch(/Т-1/);
    const pressed = await old.forges(last(old), `tasks.ack:${share.id}`);
    expect(pressed.text).not.toBe('');
    expect(await town.db.participation.findUnique({ where: { id: share.id } })).toMatchObject({ state: 'assigned' });
    await next.says('/my');
    expect(last(next).text).toMatch(/Т-1/);
    await next.forges(last(next), `tasks.ack:${share.id}`);
    expect(await town.db.participation.findUnique({ where: { id: share.id } })).toMatchObject({
      state: 'acknowledged',
    });
  });
});
