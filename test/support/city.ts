// A small fictitious city, brought to life as an administrator would: roster imported, links opened, group bound.
import { createAdminInvite } from '../../src/org/actions.ts';
import { readRosterFile } from '../../src/org/roster-files.ts';
import type { Group, Person } from './telegram.ts';
import type { Town } from './town.ts';

/** What building needs of a town. */
type Ground = Pick<Town, 'app' | 'tg' | 'settle'>;

const header =
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases';
const officials = [
  'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Әкім орынбасары;Заместитель акима;deputy;Мысалов;Арман;Үлгіұлы;male;ru;',
  'city;;;;;;;Хатшы;Секретарь;secretary;Пробова;Дана;Мысалқызы;female;kk;',
  'control;Бақылау бөлімі;Отдел контроля;city;office;;;Бақылаушы;Контролёр;controller;Сынақова;Гүлнар;Пробақызы;female;ru;',
  'edu;Білім басқармасы;Управление образования;city;department;;;Басқарма басшысы;Руководитель управления;dept_head;Үлгіев;Болат;Сынақұлы;male;ru;УО',
  'police;Ювеналды полиция;Ювенальная полиция;city;republican;state;republican;Бастық;Начальник;dept_head;Мысалбаев;Серік;;male;ru;',
];

/** Head of school n: even numbers speak Russian, odd ones Kazakh. Schools 10, 11 and 12 are private. */
function school(n: number): string {
  const ownership = n >= 10 ? 'private' : 'state';
  const language = n % 2 === 0 ? 'ru' : 'kk';
  return `s${n};№ ${n} мектеп;Школа № ${n};edu;school;${ownership};;Мектеп директоры;Директор школы;school_head;Директоров${n};Мысал;Үлгіұлы;male;${language};`;
}

export type City = {
  admin: Person;
  deputy: Person;
  secretary: Person;
  controller: Person;
  department: Person;
  police: Person;
  /** Heads by the number of their school, from 1. Only those asked for have joined. */
  heads: Map<number, Person>;
  /** The supergroup of the city, bound by the deputy in Kazakh and Russian; the bot is not an administrator of it. */
  group: Group;
};

export type CityOptions = {
  schools?: number;
  /** Schools whose head has never started the bot. */
  silent?: number[];
};

/** Builds the city through the bot itself. The deputy speaks Russian, the secretary Kazakh. */
export async function buildCity(town: Ground, { schools = 12, silent = [] }: CityOptions = {}): Promise<City> {
  const admin = town.tg.person({ firstName: 'Әкімші', languageCode: 'ru' });
  await admin.opens(await createAdminInvite(town.app));
  await admin.presses('Это я');
  const numbers = Array.from({ length: schools }, (_, index) => index + 1);
  const links = await importRoster(admin, [header, ...officials, ...numbers.map(school)]);
  const join = async (surname: string, languageCode: string): Promise<Person> => {
    const person = town.tg.person({ firstName: surname, languageCode });
    await person.opens(links.get(surname) as string);
    await person.presses('✅');
    return person;
  };
  const people = {
    deputy: await join('Мысалов', 'ru'),
    secretary: await join('Пробова', 'kk'),
    controller: await join('Сынақова', 'ru'),
    department: await join('Үлгіев', 'ru'),
    police: await join('Мысалбаев', 'ru'),
  };
  const heads = new Map<number, Person>();
  for (const n of numbers.filter((number) => !silent.includes(number))) {
    heads.set(n, await join(`Директоров${n}`, n % 2 === 0 ? 'ru' : 'kk'));
  }
  const members = [people.deputy, people.secretary, people.controller, people.department, ...heads.values()];
  const group = town.tg.group({ title: 'Үлгі: білім', type: 'supergroup', members, bot: false });
  await people.deputy.adds(group);
  await bindGroup(people.deputy, group);
  await town.settle();
  return { admin, ...people, heads, group };
}

/** Binds the group to the whole city with the settings the bot proposes. */
async function bindGroup(deputy: Person, group: Group): Promise<void> {
  const here = deputy.in(group);
  await here.says('/link@orynda_bot Акимат города');
  if (here.lastMessage.buttons.flat().includes('Акимат города Үлгі')) await here.presses('Акимат города Үлгі');
  await here.presses('Подтвердить');
}

/** Sends a roster, imports it and returns the invitation links by surname. */
export async function importRoster(admin: Person, lines: string[]): Promise<Map<string, string>> {
  await admin.sends({ document: { name: 'roster.csv', content: Buffer.from(lines.join('\n')) } });
  await admin.presses('Загрузить');
  const answer = admin.inbox.filter((message) => message.file).at(-1);
  const { table } = await readRosterFile(answer?.file?.content ?? Buffer.alloc(0));
  const [head = [], ...body] = table;
  return new Map(body.map((row) => [row[head.indexOf('surname')] ?? '', row[head.indexOf('invite_link')] ?? '']));
}
