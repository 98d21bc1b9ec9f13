// A small fictitious city for the tests of the page: everybody in it is a persona of the playground.
import type { PersonaKey } from '../../src/playground/protocol.ts';

const header = 'code;org_kk;org_ru;parent;type;post_kk;post_ru;role;surname;given;patronymic;gender;language';

/** Rows of the roster; the surname says which persona it is. */
const people: [PersonaKey, string][] = [
  [
    'deputy',
    'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;Әкім орынбасары;Заместитель акима;deputy;Мысалов;Арман;Үлгіұлы;male;ru',
  ],
  ['secretary', 'city;;;;;Хатшы;Секретарь;secretary;Пробова;Дана;Мысалқызы;female;kk'],
  [
    'department',
    'edu;Білім басқармасы;Управление образования;city;department;Басқарма басшысы;Руководитель управления;dept_head;Үлгіева;Сая;Сынаққызы;female;kk',
  ],
  [
    'school-first',
    's12;№ 12 мектеп;Школа № 12;edu;school;Мектеп директоры;Директор школы;school_head;Образцова;Инна;Пробовна;female;ru',
  ],
  [
    'school-second',
    's45;№ 45 мектеп;Школа № 45;edu;school;Мектеп директоры;Директор школы;school_head;Қуанышғұлов;Сұңқар;Өміржанұлы;male;kk',
  ],
  [
    'school-third',
    's7;№ 7 мектеп;Школа № 7;edu;school;Мектеп директоры;Директор школы;school_head;Әңгімеева;Іңкәр;Һәмзақызы;female;kk',
  ],
];

/** The roster as an administrator saves it: CSV with a byte order mark. */
export function roster(): { name: string; mimeType: string; buffer: Buffer } {
  const text = `\uFEFF${[header, ...people.map(([, row]) => row)].join('\r\n')}`;
  return { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Personas with the invitation links of the bot's answer. */
export function invitations(csv: string): [PersonaKey, string][] {
  const lines = csv.trim().split(/\r?\n/);
  return people.map(([key, row]) => {
    const surname = row.split(';')[8] ?? '';
    const link = /https:\/\/t\.me\/\S+?start=[\w-]+/.exec(lines.find((line) => line.includes(surname)) ?? '')?.[0];
    if (!link) throw new Error(`no invitation for ${surname}`);
    return [key, link];
  });
}
