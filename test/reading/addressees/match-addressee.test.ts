// Whom the words of an addressee mean in a roster: bodies, abbreviations, people, schools by number, classes and districts.
import { describe, expect, it, test } from 'vitest';
import { matchAddressee } from '../../../src/reading/addressees/match-addressee.ts';
import type { RosterEntry } from '../../../src/reading/executors/roster.ts';

let lastId = 0;
const nameOf = new Map<number, string>();

function entry(name: string, parts: Partial<RosterEntry> & { names: string[] }): RosterEntry {
  lastId += 1;
  nameOf.set(lastId, name);
  return {
    postId: lastId,
    role: 'dept_head',
    orgId: 100 + lastId,
    orgType: 'department',
    orgNumber: null,
    aliases: [],
    personNames: [],
    orgPath: `/1/${100 + lastId}/`,
    ...parts,
  };
}
const roster: RosterEntry[] = [
  entry('akim', {
    role: 'akim',
    orgType: 'akimat',
    names: ['Акимат города', 'Қала әкімдігі', 'Аким города', 'Қала әкімі'],
    personNames: ['Пробов Тест Тестович'],
  }),
  entry('deputy', {
    role: 'deputy',
    orgType: 'akimat',
    orgId: 101,
    names: [
      'Акимат города',
      'Қала әкімдігі',
      'Заместитель акима города по социальным вопросам',
      'Қала әкімінің әлеуметтік мәселелер жөніндегі орынбасары',
    ],
    personNames: ['Примерова Алия Тестовна'],
  }),
  entry('edu', {
    names: ['Управление образования города', 'Қаланың білім басқармасы', 'Руководитель управления', 'Басқарма басшысы'],
    personNames: ['Тестов Ерлан Примерович'],
  }),
  entry('health', {
    names: [
      'Управление здравоохранения города',
      'Қаланың денсаулық сақтау басқармасы',
      'Руководитель управления',
      'Басқарма басшысы',
    ],
    personNames: ['Сынақова Гүлнар'],
  }),
  entry('sport', {
    names: ['Управление физической культуры и спорта', 'Дене шынықтыру және спорт басқармасы', 'Руководитель', 'Басшы'],
  }),
  entry('fin', { names: ['Управление финансов', 'Қаржы басқармасы', 'Руководитель', 'Басшы'] }),
  entry('zhkh', {
    names: [
      'Управление энергетики и жилищно-коммунального хозяйства',
      'Энергетика және тұрғын үй-коммуналдық шаруашылық басқармасы',
      'Руководитель',
      'Басшы',
    ],
  }),
  entry('police', {
    role: 'staff',
    orgType: 'republican',
    names: ['Департамент полиции города', 'Қала полиция департаменті', 'Начальник', 'Бастық'],
  }),
  entry('dchs', {
    role: 'staff',
    orgType: 'republican',
    names: ['Департамент по чрезвычайным ситуациям', 'Төтенше жағдайлар департаменті', 'Начальник', 'Бастық'],
  }),
  entry('culture', {
    names: [
      'Управление культуры, развития языков и архивов',
      'Мәдениет, тілдерді дамыту және архивтер басқармасы',
      'Руководитель',
      'Басшы',
    ],
  }),
  entry('social', {
    names: [
      'Управление координации занятости и социальных программ',
      'Жұмыспен қамтуды үйлестіру және әлеуметтік бағдарламалар басқармасы',
      'Руководитель',
      'Басшы',
    ],
  }),
];

function district(name: string, ru: string, kk: string, numbers: number[], place: number): RosterEntry[] {
  const orgPath = `/1/9${place}/`;
  const office = [`Аппарат акима ${ru} района`, `${kk} ауданы әкімінің аппараты`];
  const org = { orgType: 'district', orgId: 90 + place, orgPath };
  return [
    entry(`${name}Akim`, {
      ...org,
      role: 'district_akim',
      names: [...office, `Аким ${ru} района`, `${kk} ауданының әкімі`],
    }),
    entry(`${name}Deputy`, {
      ...org,
      role: 'district_deputy',
      names: [...office, `Заместитель акима ${ru} района`, `${kk} ауданы әкімінің орынбасары`],
    }),
    entry(`${name}Edu`, {
      role: 'unit_head',
      orgType: 'unit',
      orgPath: `${orgPath}5/`,
      names: [`Отдел образования ${ru} района`, `${kk} ауданының білім бөлімі`, 'Руководитель отдела', 'Бөлім басшысы'],
    }),
    ...numbers.map((number) =>
      entry(`s${number}`, {
        role: 'school_head',
        orgType: 'school',
        orgNumber: String(number),
        orgPath: `${orgPath}${number}/`,
        names: [
          `КГУ «Общеобразовательная школа № ${number}»`,
          `«№ ${number} жалпы білім беретін мектеп» КММ`,
          'Директор',
          'Директор',
        ],
        personNames: number === 12 ? ['Образцова Сауле Пробовна'] : [],
      }),
    ),
  ];
}

roster.push(
  ...district('north', 'Северного', 'Солтүстік', [3, 12, 41], 1),
  ...district('south', 'Южного', 'Оңтүстік', [5, 45, 122], 2),
);

/** Names of the posts; behind '?' those to choose from, '*' marks a class. */
function matched(words: string): string {
  const { postIds, scope, doubts } = matchAddressee(words, roster);
  const candidates = doubts.flatMap((doubt) => doubt.candidates);
  return [
    ...[...postIds, ...candidates].map((id) => nameOf.get(id)),
    ...doubts.map(() => '?'),
    ...(scope ? ['*'] : []),
  ].join(' ');
}

describe('the words', () => {
  test.each([
    ['Управлению образования (Тестов Е.П.)', 'edu'],
    ['Білім басқармасына', 'edu'],
    ['билим баскармасы', 'edu'],
    ['УО', 'edu'],
    ['УО-ға', 'edu'],
    ['УЗ', 'health'],
    ['УФ', 'fin'],
    ['ЖКХ', 'zhkh'],
    ['УЭиЖКХ', 'zhkh'],
    ['Марат из ЖКХ', 'zhkh'],
    ['Сауле школа 12', 's12'],
    ['Сәуле 12 мектеп', 's12'],
    ['полиции', 'police'],
    ['полиция', 'police'],
    ['ДП', 'police'],
    ['ДП (по согласованию)', 'police'],
    ['ДЧС', 'dchs'],
    ['Департаменту по ЧС', 'dchs'],
    ['управлению по чс', 'dchs'],
    ['ТЖД', 'dchs'],
    ['ТЖ департаменті', 'dchs'],
    ['Полиция департаментінен', 'police'],
    ['Тестову Е.П.', 'edu'],
    ['Тестов', 'edu'],
    ['Е.П. Тестову', 'edu'],
    ['Сынақоваға', 'health'],
    ['Г. Сынақова', 'health'],
    ['Айгерим Неизвестная', '?'],
    ['отделу образования Северного района', 'northEdu'],
    ['Отдел образования Южного района', 'southEdu'],
    ['Северный район', 'northAkim'],
    ['акиму Северного района', 'northAkim'],
    ['Аким Южного района', 'southAkim'],
    ['аппарат акима Северного района', 'northAkim'],
    ['заместителю акима Южного района', 'southDeputy'],
    ['Солтүстік ауданының әкіміне', 'northAkim'],
    ['Оңтүстік ауданының білім бөліміне', 'southEdu'],
    ['онтустик аудан билим болими', 'southEdu'],
    ['отдел образования', 'northEdu southEdu ?'],
    ['акимам районов', 'northAkim southAkim *'],
    ['аудан әкімдеріне', 'northAkim southAkim *'],
    ['заместителям акимов районов', 'northDeputy southDeputy *'],
    ['отделам образования районов', 'northEdu southEdu *'],
    ['аудандық білім бөлімдері', 'northEdu southEdu *'],
    ['аппаратам акимов районов', 'northAkim southAkim *'],
    ['школе № 12', 's12'],
    ['школа 12', 's12'],
    ['директору школы № 12', 's12'],
    ['КГУ «Общеобразовательная школа № 122»', 's122'],
    ['№ 12 мектеп', 's12'],
    ['12-мектепке', 's12'],
    ['№ 5 мектеп директорына', 's5'],
    ['Директору школы № 12 Образцовой С.П.', 's12'],
    ['СШ № 45', 's45'],
    ['сорок первой школе', 's41'],
    ['школа сорок один', 's41'],
    ['он екінші мектеп', 's12'],
    ['школе 999', '?'],
    ['Директорам школ № 5 и № 45', 's5 s45'],
    ['школам 3, 12', 's3 s12'],
    ['№ 5 және № 45 мектеп директорлары', 's5 s45'],
    ['всем школам', 's3 s12 s41 s5 s45 s122 *'],
    ['Мектеп директорлары', 's3 s12 s41 s5 s45 s122 *'],
    ['руководители организаций образования', 's3 s12 s41 s5 s45 s122 *'],
    ['школам Северного района', 's3 s12 s41 *'],
    ['Оңтүстік ауданының мектептеріне', 's5 s45 s122 *'],
    ['директорам школ Северного и Южного районов', 's3 s12 s41 s5 s45 s122 *'],
    ['заместителю акима города по социальным вопросам Примеровой А.Т.', 'deputy'],
    ['акиму города', 'akim'],
    ['Примеровой', 'deputy'],
    ['Аппарат акима', 'northAkim southAkim ?'],
    ['Управлению культуры', 'culture'],
    ['управление занятости и социальных программ', 'social'],
    ['Мәдениет басқармасы', 'culture'],
    ['управлению спорта', 'sport'],
    ['спорт басқармасы', 'sport'],
    ['Управление координации занятости и соцпрограмм', 'social'],
    ['Мектеп директорларына / Директорам школ', 's3 s12 s41 s5 s45 s122 *'],
    ['завхоз', '?'],
    ['спонсоры', '? *'],
  ])('«%s»: %s', (words, expected) => expect(matched(words)).toBe(expected));
});

it('every number of a school is found in every case of both languages', () => {
  const forms = [
    (n: number) => `школе № ${n}`,
    (n: number) => `школа №${n}`,
    (n: number) => `школой ${n}`,
    (n: number) => `директору школы № ${n}`,
    (n: number) => `СШ № ${n}`,
    (n: number) => `${n}-й школе`,
    (n: number) => `№ ${n} мектеп`,
    (n: number) => `№ ${n} мектепке`,
    (n: number) => `${n}-мектептің директорына`,
    (n: number) => `№ ${n} мектеп директоры`,
    (n: number) => `мектеп № ${n}`,
  ];
  const wrong = [3, 12, 41, 5, 45, 122].flatMap((number) =>
    forms.map((form) => form(number)).filter((words) => matched(words) !== `s${number}`),
  );
  expect(wrong).toEqual([]);
});
