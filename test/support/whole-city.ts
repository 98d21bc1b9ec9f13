// A city of real size, brought to life through the bot: districts, departments, hundreds of schools, twelve groups.
import { createAdminInvite } from '../../src/org/actions.ts';
import { importRoster } from './city.ts';
import type { Group, Person } from './telegram.ts';
import type { Town } from './town.ts';

const header =
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases';
const officials = [
  'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Әкім орынбасары;Заместитель акима;deputy;Мысалов;Арман;;male;ru;',
  'city;;;;;;;Хатшы;Секретарь;secretary;Пробова;Дана;;female;ru;',
  'control;Бақылау бөлімі;Отдел контроля;city;office;;;Бақылаушы;Контролёр;controller;Сынақова;Гүлнар;;female;ru;',
  'edu;Білім басқармасы;Управление образования;city;department;;;Басшы;Руководитель;dept_head;Бірінші;Болат;;male;ru;УО',
  'health;Денсаулық басқармасы;Управление здравоохранения;city;department;;;Басшы;Руководитель;dept_head;Екінші;Мысал;;male;ru;',
  'sport;Спорт басқармасы;Управление спорта;city;department;;;Басшы;Руководитель;dept_head;Үшінші;Мысал;;male;ru;',
  'culture;Мәдениет басқармасы;Управление культуры;city;department;;;Басшы;Руководитель;dept_head;Төртінші;Мысал;;male;ru;',
  'police;Ювеналды полиция;Ювенальная полиция;city;republican;state;republican;Бастық;Начальник;dept_head;Бесінші;Серік;;male;ru;',
];
export const districts = 8;
export const departments = ['Бірінші', 'Екінші', 'Үшінші', 'Төртінші', 'Бесінші'];

const district = (n: number): string =>
  `d${n};№ ${n} үлгі ауданы;Примерный район ${n};city;district;;;Бөлім басшысы;Заведующий отделом;dept_head;Ауданов${n};Мысал;;male;ru;`;
const school = (n: number): string =>
  `s${n};№ ${n} мектеп;Школа № ${n};d${1 + (n % districts)};school;state;;Мектеп директоры;Директор школы;school_head;Директоров${n};Мысал;;male;${n % 2 === 0 ? 'ru' : 'kk'};`;

export type WholeCity = {
  admin: Person;
  deputy: Person;
  secretary: Person;
  controller: Person;
  departments: Person[];
  /** Heads by the number of their school; the silent ones have no account. */
  heads: Map<number, Person>;
  /** The city's, those of the districts, three of departments. The third district's is a basic group. */
  groups: Group[];
};

/** Builds the city; nobody of the `silent` schools starts the bot. All of it by what people do in Telegram. */
export async function buildWholeCity(town: Town, schools: number, silent: number[]): Promise<WholeCity> {
  const admin = town.tg.person({ firstName: 'Әкімші', languageCode: 'ru' });
  await admin.opens(await createAdminInvite(town.app));
  await admin.presses('Это я');
  const numbers = Array.from({ length: schools }, (_, index) => index + 1);
  const upTo = Array.from({ length: districts }, (_, index) => index + 1);
  const links = await importRoster(admin, [header, ...officials, ...upTo.map(district), ...numbers.map(school)]);
  const join = async (surname: string, languageCode = 'ru'): Promise<Person> => {
    const person = town.tg.person({ firstName: surname, languageCode });
    await person.opens(links.get(surname) as string);
    await person.presses('✅');
    return person;
  };
  const people = {
    deputy: await join('Мысалов'),
    secretary: await join('Пробова'),
    controller: await join('Сынақова'),
    departments: await inTurn(departments, (surname) => join(surname)),
  };
  await inTurn(upTo, (n) => join(`Ауданов${n}`));
  const heads = new Map<number, Person>();
  for (const n of numbers.filter((each) => !silent.includes(each)))
    heads.set(n, await join(`Директоров${n}`, n % 2 === 0 ? 'ru' : 'kk'));
  const orgs = [
    'Акимат города Үлгі',
    ...upTo.map((n) => `Примерный район ${n}`),
    'Управление образования',
    'Управление здравоохранения',
    'Ювенальная полиция',
  ];
  const groups = await inTurn(orgs, async (org) => {
    const type = org === 'Примерный район 3' ? 'group' : 'supergroup';
    const group = town.tg.group({ title: org, type, members: [people.deputy], bot: false });
    await people.deputy.adds(group);
    const here = people.deputy.in(group);
    await here.says(`/link@orynda_bot ${org}`);
    if (here.lastMessage.buttons.flat().includes(org)) await here.presses(org);
    await here.presses('Подтвердить');
    return group;
  });
  await town.settle();
  return { admin, ...people, heads, groups };
}

async function inTurn<T, R>(all: T[], act: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const each of all) results.push(await act(each));
  return results;
}
