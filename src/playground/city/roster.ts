// The roster of the demo city as the administrator's file: invented districts, departments, schools and people.
import { stringify } from 'csv-stringify/sync';
import { type RosterColumn, rosterColumns } from '../../org/roster-files.ts';
import type { Language } from '../protocol.ts';
import { type Name, nameOf } from './names.ts';

type Row = Partial<Record<RosterColumn, string>>;

/** Schools in all; the last ones are boarding schools, then private ones. */
export const schoolCount = 353;
export const boardingCount = 8;
export const privateCount = 10;

/** Districts in Kazakh and Russian; all invented. */
export const districts: { kk: string; ru: string }[] = [
  { kk: 'Айдынды', ru: 'Айдындинский' },
  { kk: 'Арайлы', ru: 'Арайлинский' },
  { kk: 'Бұлақты', ru: 'Булактинский' },
  { kk: 'Гүлзарлы', ru: 'Гулзарлинский' },
  { kk: 'Қайыңды', ru: 'Каиндинский' },
  { kk: 'Самалды', ru: 'Самалдинский' },
  { kk: 'Тұмарлы', ru: 'Тумарлинский' },
  { kk: 'Шуақты', ru: 'Шуактинский' },
];

const privateNames = [
  'Алтын-Бесік',
  'Білім-Шыңы',
  'Дарын-Ұя',
  'Еркемай-Жұлдыз',
  'Жас-Қанат-Үлгі',
  'Зерде-Бұлақ',
  'Құлыншақ-Дала',
  'Нұрлы-Соқпақ',
  'Сұңқар-Ұя',
  'Талпын-Самал',
];

/** Those who are met by name; everybody else is made by the rule of names. */
const known: Record<string, Name> = {
  'city deputy': named('Мейірбеков Дархан Асқарұлы', 'ru'),
  'city secretary': named('Гүлдарова Таңшолпан Темірқызы', 'kk'),
  'city observer': named('Лазурина Вера Олеговна', 'ru'),
  'control controller': named('Узорова Алла Игоревна', 'ru'),
  'edu dept_head': named('Шаңырақова Сәуле Қайратқызы', 'kk'),
  's7 school_head': named('Жаңбырова Перизат Болатқызы', 'kk'),
  's12 school_head': named('Родникова Галина Павловна', 'ru'),
  's45 school_head': named('Көкжиеков Ербол Сағатұлы', 'kk'),
};

function named(words: string, language: Language): Name {
  const [surname = '', given = '', patronymic = ''] = words.split(' ');
  return { surname, given, patronymic, gender: /(?:қызы|вна)$/.test(patronymic) ? 'female' : 'male', language };
}

/** Who holds a post, and of what kind of school. */
export type Resident = Name & { code: string; role: string; kind: 'state' | 'private' | 'boarding' };

type Org = Pick<Row, 'code' | 'org_kk' | 'org_ru' | 'parent' | 'type' | 'ownership' | 'subordination' | 'aliases'>;
type Post = { role: string; kk: string; ru: string };
const posts = {
  akim: { role: 'akim', kk: 'Қала әкімі', ru: 'Аким города' },
  deputy: { role: 'deputy', kk: 'Қала әкімінің орынбасары', ru: 'Заместитель акима города' },
  secretary: { role: 'secretary', kk: 'Кеңес хатшысы', ru: 'Секретарь совещаний' },
  observer: { role: 'observer', kk: 'Баспасөз хатшысы', ru: 'Пресс-секретарь' },
  controller: { role: 'controller', kk: 'Бақылау бөлімінің басшысы', ru: 'Руководитель отдела контроля' },
  department: { role: 'dept_head', kk: 'Басқарма басшысы', ru: 'Руководитель управления' },
  chief: { role: 'dept_head', kk: 'Бастық', ru: 'Начальник' },
  districtAkim: { role: 'district_akim', kk: 'Аудан әкімі', ru: 'Аким района' },
  unit: { role: 'unit_head', kk: 'Бөлім басшысы', ru: 'Руководитель отдела' },
  school: { role: 'school_head', kk: 'Мектеп директоры', ru: 'Директор школы' },
} satisfies Record<string, Post>;

function org(code: string, type: string, kk: string, ru: string, more: Org = {}): Org {
  return { code, type, org_kk: kk, org_ru: ru, parent: 'city', ...more };
}

const republican = { ownership: 'state', subordination: 'republican' };

/** Every organisation with its posts, from the top down. */
function organisations(): [Org, Post[]][] {
  const city = org('city', 'akimat', 'Жұлдызтау қаласының әкімдігі', 'Акимат города Жулдызтау', { parent: '' });
  return [
    [city, [posts.akim, posts.deputy, posts.secretary, posts.observer]],
    [org('control', 'office', 'Бақылау бөлімі', 'Отдел контроля'), [posts.controller]],
    [
      org('edu', 'department', 'Білім басқармасы', 'Управление образования', {
        aliases: 'УО;гороно;қалалық білім басқармасы',
      }),
      [posts.department],
    ],
    [
      org('health', 'department', 'Денсаулық сақтау басқармасы', 'Управление здравоохранения', {
        aliases: 'УЗ;горздрав',
      }),
      [posts.department],
    ],
    [
      org('social', 'department', 'Әлеуметтік бағдарламалар басқармасы', 'Управление социальных программ', {
        aliases: 'соцслужбы',
      }),
      [posts.department],
    ],
    [org('sport', 'department', 'Спорт басқармасы', 'Управление спорта', { aliases: 'УС' }), [posts.department]],
    [org('police', 'republican', 'Ювеналды полиция бөлімі', 'Отдел ювенальной полиции', republican), [posts.chief]],
    [
      org('fire', 'republican', 'Төтенше жағдайлар департаменті', 'Департамент по чрезвычайным ситуациям', {
        ...republican,
        aliases: 'ДЧС;ТЖД',
      }),
      [posts.chief],
    ],
    ...districts.flatMap(districtOrgs),
    ...schools().map((school): [Org, Post[]] => [school, [posts.school]]),
  ];
}

function districtOrgs({ kk, ru }: { kk: string; ru: string }, index: number): [Org, Post[]][] {
  const of = ru.replace(/ий$/, 'ого');
  const office = org(`d${index + 1}`, 'district', `${kk} ауданы әкімінің аппараты`, `Аппарат акима ${of} района`);
  const unit = org(`u${index + 1}`, 'unit', `${kk} ауданының білім бөлімі`, `Отдел образования ${of} района`, {
    parent: 'edu',
  });
  return [
    [office, [posts.districtAkim]],
    [unit, [posts.unit]],
  ];
}

/** The schools, spread over the districts; each belongs to the education unit of its district. */
function schools(): Org[] {
  const firstPrivate = schoolCount - privateCount;
  return Array.from({ length: schoolCount }, (_, index) => {
    const number = index + 1;
    const more = { parent: `u${(index % districts.length) + 1}` };
    if (index >= firstPrivate) {
      const name = privateNames[index - firstPrivate] ?? String(number);
      const owner = { ...more, ownership: 'private' };
      return org(`s${number}`, 'school', `«${name}» жекеменшік мектебі`, `Частная школа «${name}»`, owner);
    }
    if (index >= firstPrivate - boardingCount) {
      return org(`s${number}`, 'boarding', `№ ${number} мектеп-интернат`, `Школа-интернат № ${number}`, more);
    }
    const [kk, ru] =
      number % 14 === 0
        ? ['мектеп-лицей', 'Школа-лицей']
        : number % 9 === 0
          ? ['мектеп-гимназия', 'Школа-гимназия']
          : ['жалпы білім беретін мектеп', 'Общеобразовательная школа'];
    return org(`s${number}`, 'school', `№ ${number} ${kk}`, `${ru} № ${number}`, more);
  });
}

/** The roster with all its people, as bytes of a CSV file, and who stands in it. */
export function demoRoster(): { file: Buffer; residents: Resident[] } {
  const residents: Resident[] = [];
  const rows: Row[] = [];
  for (const [organisation, itsPosts] of organisations()) {
    itsPosts.forEach(({ role, kk, ru }, index) => {
      const code = organisation.code ?? '';
      const resident = { ...(known[`${code} ${role}`] ?? nameOf(rows.length)), code, role, kind: kindOf(organisation) };
      residents.push(resident);
      const { surname, given, patronymic, gender, language } = resident;
      const person = { surname, given, patronymic, gender, language };
      rows.push({ ...(index === 0 ? organisation : { code }), post_kk: kk, post_ru: ru, role, ...person });
    });
  }
  const table = rows.map((row) => rosterColumns.map((column) => row[column] ?? ''));
  return { file: Buffer.from(stringify([[...rosterColumns], ...table])), residents };
}

function kindOf({ type, ownership }: Org): Resident['kind'] {
  if (ownership === 'private') return 'private';
  return type === 'boarding' ? 'boarding' : 'state';
}
