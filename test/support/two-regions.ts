// A fictitious common parent of two regions, each with its akim, department and two schools: who may see what of one meeting.
import { createAdminInvite } from '../../src/org/actions.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { createResolution, sendToChair } from '../../src/resolutions/actions.ts';
import { addItems, type Item } from '../../src/resolutions/item-actions.ts';
import { importRoster } from './city.ts';
import type { Person } from './telegram.ts';
import type { Town } from './town.ts';

const header =
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases';

function region(mark: string): string[] {
  const low = mark.toLowerCase();
  return [
    `${low};${mark} өңірінің әкімдігі;Акимат региона ${mark};top;akimat;;;Әкім;Аким;akim;Әкім${mark};Мысал;;male;ru;`,
    `${low};;;;;;;Хатшы;Секретарь;secretary;Хатшы${mark};Мысал;;female;ru;`,
    `${low}edu;${mark} білім басқармасы;Управление образования ${mark};${low};department;;;Басшы;Руководитель;dept_head;Басшы${mark};Мысал;;male;ru;`,
    ...[1, 2].map(
      (n) =>
        `${low}s${n};${mark} өңірі № ${n} мектеп;Школа № ${n} региона ${mark};${low}edu;school;;;Директор;Директор;school_head;Директор${mark}${n};Мысал;;male;ru;`,
    ),
  ];
}

const roster = [
  header,
  'top;Үлгі комитеті;Комитет Үлгі;;akimat;;;Әкім орынбасары;Заместитель акима;deputy;Төрағаев;Мысал;;male;ru;',
  'top;;;;;;;Хатшы;Секретарь;secretary;Хатшиева;Мысал;;female;ru;',
  ...region('А'),
  ...region('Б'),
];

export type Regions = {
  chair: Person;
  secretary: Person;
  akimA: Person;
  akimB: Person;
  secretaryA: Person;
  departmentA: Person;
  /** Head of school 1 of region A, and of region B. */
  schoolA: Person;
  schoolB: Person;
  /** Ids of posts by the code of their organisation: heads only. */
  posts: Map<string, number>;
};

/** Builds the tree through the bot itself; everybody speaks Russian. */
export async function buildRegions(town: Town): Promise<Regions> {
  const admin = town.tg.person({ firstName: 'Әкімші', languageCode: 'ru' });
  await admin.opens(await createAdminInvite(town.app));
  await admin.presses('Это я');
  const links = await importRoster(admin, roster);
  const join = async (surname: string): Promise<Person> => {
    const person = town.tg.person({ firstName: surname, languageCode: 'ru' });
    await person.opens(links.get(surname) as string);
    await person.presses('✅');
    return person;
  };
  const people = {
    chair: await join('Төрағаев'),
    secretary: await join('Хатшиева'),
    akimA: await join('ӘкімА'),
    akimB: await join('ӘкімБ'),
    secretaryA: await join('ХатшыА'),
    departmentA: await join('БасшыА'),
    schoolA: await join('ДиректорА1'),
    schoolB: await join('ДиректорБ1'),
  };
  const rows = await town.db.post.findMany({
    where: { role: { in: ['akim', 'deputy', 'dept_head', 'school_head'] } },
    include: { org: true },
  });
  await town.settle();
  return { ...people, posts: new Map(rows.map(({ id, org }) => [org.code, id])) };
}

/** Somebody as the bot knows them. */
export async function actorOf(town: Town, person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error(`${person.name} is a stranger`);
  return actor;
}

/** An item in a few words; the executors by the codes of their organisations. */
export function itemFor({ posts }: Regions, text: string, codes: string[], more: Partial<Item> = {}): Item {
  return {
    text,
    kind: 'assignment',
    executorPostIds: codes.map((code) => posts.get(code) ?? 0),
    fanOut: false,
    due: '2026-12-25',
    term: 'dated',
    completionForm: null,
    ...more,
  };
}

/** A draft of the parent with these items, sent to the chair unless told otherwise. */
export async function draftedWith(
  town: Town,
  regions: Regions,
  theme: string,
  items: Item[],
  { sent = true }: { sent?: boolean } = {},
): Promise<{ resolutionId: number; taskIds: number[] }> {
  const secretary = await actorOf(town, regions.secretary);
  const org = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
  const chairPostId = regions.posts.get('top') ?? 0;
  const head = { orgId: org.id, theme, day: '2026-11-20', number: '14', chairPostId };
  const { resolutionId } = await createResolution(town.app, secretary, head);
  const added = await addItems(town.app, secretary, { resolutionId, items });
  if (sent) await sendToChair(town.app, secretary, { resolutionId });
  return { resolutionId, taskIds: added.map(({ taskId }) => taskId) };
}
