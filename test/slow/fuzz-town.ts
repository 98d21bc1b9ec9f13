// The town of the fuzz: people of every role in two cities, strangers, groups of both, and things with words that only some may read.
import { pino } from 'pino';
import type { Update } from 'grammy/types';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import type { Chat } from '../../src/playground/emulator/world.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { addItems, createResolution } from '../../src/resolutions/actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { laneOf } from '../../src/telegram/lanes.ts';
import { surfaceOf } from '../rights/bot-surface.ts';
import { buildCity, type City, importRoster } from '../support/city.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import type { Cast } from './fuzz-updates.ts';
import { Dice } from './fuzz-words.ts';

/** Stands in every text of the first city that only some may read. */
export const secret = 'Құпия-мәтін';
/** Stands in what is confidential between the deputy and the head of school 1. */
export const sealed = 'Мөрленген-сөз';
/** Numbers of tasks, names of people and organisations of the town: no stranger learns them. */
export const names =
  /Құпия-мәтін|Мөрленген-сөз|№ Т-\d|Директоров|Мысалов|Пробова|Сынақова|Үлгіев|Мысалбаев|Басқаев|Өзгеев|Көзов|Секторов|Алысов|Отделов|Завучев|Акимат города|қаласының әкімдігі|Управление образования|Школа № \d|№ \d+ мектеп/;

const header =
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases';
const others = [
  'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Бақылаушы көз;Наблюдатель;observer;Көзов;Үлгі;;male;kk;',
  'city;;;;;;;Әкім;Аким;akim;Әкімов;Үлгі;;male;ru;',
  's1;№ 1 мектеп;Школа № 1;edu;school;state;;Орынбасар;Завуч;staff;Завучев;Үлгі;;male;ru;',
  'city;;;;;;;Бақылау секторы;Сектор контроля;controller;Секторов;Үлгі;;male;en;',
  'far;Алыс ауданы;Дальний район;city;district;;;Аудан әкімі;Аким района;district_akim;Алысов;Үлгі;;male;kk;',
  'far;;;;;;;Аудан әкімінің орынбасары;Заместитель акима района;district_deputy;Алысова;Үлгі;;female;ru;',
  'unit;Алыс бөлім;Дальний отдел;edu;unit;;;Бөлім басшысы;Руководитель отдела;unit_head;Отделов;Үлгі;;male;en;',
  'other;Басқа қаланың әкімдігі;Акимат другого города;;akimat;;;Әкім;Аким;akim;Басқаев;Үлгі;;male;ru;',
  'other;;;;;;;Хатшы;Секретарь;secretary;Бөтенова;Үлгі;;female;kk;',
  'other;;;;;;;Бақылаушы;Контролёр;controller;Жатова;Үлгі;;female;ru;',
];

/** A fault that was logged, and the number of its update. */
export type Fault = {
  level: number;
  msg: string;
  update?: number;
  err?: { type?: string; message?: string; stack?: string };
};

export type FuzzTown = {
  town: Town;
  city: City;
  people: Record<string, Person>;
  strangers: Person[];
  /** Lines of the log that are errors. */
  faults: Fault[];
  /** Chats of the first city's group, and of strangers. */
  group: Chat;
  yard: Chat;
  forum: Chat;
};

/** Builds the town; its first task has the id 7000, as forgers guess. */
export async function buildFuzzTown(): Promise<FuzzTown> {
  const town = await startTown();
  const faults: Fault[] = [];
  const write = (line: string): void => {
    const entry = JSON.parse(line) as Fault;
    if (entry.level >= 50) faults.push(entry);
  };
  Object.assign(town.app, { log: pino({ level: 'error' }, { write }) });
  const city = await buildCity(town, { schools: 2 });
  const links = await importRoster(city.admin, [header, ...others]);
  const people: Record<string, Person> = {};
  const { admin, deputy, secretary, controller, department, police } = city;
  Object.assign(people, { admin, deputy, secretary, controller, department, police });
  Object.assign(people, { head1: city.heads.get(1), head2: city.heads.get(2) });
  for (const line of others) {
    const [, , , , , , , , , , surname = ''] = line.split(';');
    const person = town.tg.person({ firstName: surname, languageCode: 'ru' });
    await person.opens(links.get(surname) as string);
    await person.presses('✅');
    people[surname] = person;
  }
  const strangers = ['ru', 'kk', 'en', 'de', undefined].map((languageCode, n) =>
    town.tg.person({ firstName: `Бейтаныс${n}`, ...(languageCode ? { languageCode } : {}) }),
  );
  for (const stranger of strangers) {
    await stranger.says('/start');
    await city.group.joins(stranger);
  }
  const yard = town.tg.group({ title: 'Аула', members: strangers, bot: 'admin' });
  const forum = town.tg.group({ title: 'Форум', forum: true, members: [deputy, ...strangers], bot: 'member' });
  forum.topic('Бір');
  await things(town, city);
  await town.settle();
  faults.splice(0);
  return { town, city, people, strangers, faults, group: city.group.chat, yard: yard.chat, forum: forum.chat };
}

async function things(town: Town, city: City): Promise<void> {
  const { app, db } = town;
  const sequences = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(sequencename) AS name FROM pg_sequences WHERE schemaname = 'public' AND sequencename ~ '^(task|participation|report|resolution|meeting)_id'`;
  for (const { name } of sequences) await db.$executeRawUnsafe(`ALTER SEQUENCE ${name} RESTART WITH 7000`);
  const deputy = await actorOf(town, city.deputy);
  const head = await actorOf(town, city.heads.get(1) as Person);
  const postId = head.posts[0]?.postId ?? 0;
  const fields = { text: `Сделать ${secret}`, locale: 'ru' as const, due: '2026-12-25', executorPostIds: [postId] };
  const issue = async (over: object): Promise<number> => {
    const { taskId } = await createDraft(app, deputy, { ...fields, ...over });
    await issueTask(app, deputy, { taskId, undoSeconds: 0 });
    return taskId;
  };
  await issue({});
  const share = await db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const report = { participationId: share.id, text: secret, final: true, attachments: [], requestKey: 'fuzz' };
  await submitReport(app, head, report);
  const sealedId = await issue({ text: `Сделать ${sealed}` });
  await db.task.update({ where: { id: sealedId }, data: { confidential: true } });
  for (let n = 0; n < 3; n++) await issue({ text: `Сделать ${secret} ${n}` });
  await createDraft(app, deputy, fields);
  const chair = { orgId: head.posts[0]?.rootId ?? 0, chairPostId: deputy.posts[0]?.postId ?? 0 };
  const { resolutionId } = await createResolution(app, deputy, {
    ...chair,
    theme: secret,
    day: '2026-11-23',
    number: '7',
  });
  const items = [{ ...fields, kind: 'assignment', fanOut: false } as never];
  await addItems(app, deputy, { resolutionId, items });
  await db.resolution.updateMany({ data: { sentAt: app.now() } });
}

async function actorOf(town: Town, person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error('nobody');
  return actor;
}

/** Everything that can be pressed and commanded, and who speaks where. */
export function castOf(fuzz: FuzzTown, speakers: Person[], chats: Chat[], seed: number, firstUpdate: number): Cast {
  const { town, yard, strangers } = fuzz;
  const surface = surfaceOf(town.app);
  const commands = [
    ...new Set(surface.commands.map((one) => /^\/(\w+)/.exec(one)?.[1] ?? 'help')),
    'cancel',
    'nonsense',
  ];
  const people = speakers.map((person) => ({
    user: person.user,
    chats: [person.chat, person.chat, ...chats, ...(strangers.includes(person) ? [yard] : [])],
  }));
  return {
    world: town.emulator.world,
    people,
    wild: new Set([yard.info.id]),
    commands,
    verbs: surface.buttons,
    dice: new Dice(seed),
    firstUpdate,
  };
}

/** Gives updates to the bot as they come off the wire: those of a chat in order, of several chats at once. */
export async function feed(town: Town, updates: Iterable<Update>, together = 16): Promise<void> {
  const lanes = new Map<number, Promise<void>>();
  const running = new Set<Promise<void>>();
  for (const update of updates) {
    const wire = JSON.parse(JSON.stringify(update)) as Update;
    const lane = laneOf(wire);
    const work = (lanes.get(lane) ?? Promise.resolve()).then(() => town.service.bot.handleUpdate(wire));
    lanes.set(lane, work);
    const done = work.finally(() => running.delete(done));
    running.add(done);
    if (running.size >= together) await Promise.race(running);
  }
  await Promise.all(running);
}
