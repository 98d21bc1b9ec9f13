// A small made-up roster for the tests of reading: schools, a department, district units, republican bodies.
import type { RosterEntry } from '../../src/reading/executors/roster.ts';

let lastId = 0;

function entry(parts: Partial<RosterEntry> & { names: string[] }): RosterEntry {
  lastId += 1;
  return {
    postId: lastId,
    role: 'dept_head',
    orgId: 100 + lastId,
    orgType: 'department',
    orgNumber: null,
    aliases: [],
    personNames: [],
    ...parts,
  };
}

function school(
  number: string,
  ru = 'Общеобразовательная школа',
  kk = 'жалпы білім беретін мектеп',
  person = '',
): RosterEntry {
  return entry({
    role: 'school_head',
    orgType: 'school',
    orgNumber: number,
    names: [`КГУ «${ru} № ${number}»`, `«№ ${number} ${kk}» КММ`, 'Директор', 'Директор'],
    personNames: person ? [person] : [],
  });
}

export const posts = {
  education: entry({
    names: ['Управление образования города', 'Қаланың Білім басқармасы', 'Руководитель управления', 'Басқарма басшысы'],
    aliases: ['УО', 'гороно'],
    personNames: ['Тестов Ерлан Примерович'],
  }),
  sport: entry({ names: ['Управление спорта города', 'Қаланың Спорт басқармасы'], aliases: ['УС'] }),
  north: entry({
    role: 'unit_head',
    orgType: 'unit',
    names: ['Отдел образования Северного района', 'Солтүстік ауданының білім бөлімі'],
  }),
  south: entry({
    role: 'unit_head',
    orgType: 'unit',
    names: ['Отдел образования Южного района', 'Оңтүстік ауданының білім бөлімі'],
  }),
  northAkim: entry({
    role: 'district_akim',
    orgType: 'district',
    names: [
      'Аппарат акима Северного района',
      'Солтүстік ауданы әкімінің аппараты',
      'Аким Северного района',
      'Солтүстік ауданының әкімі',
    ],
  }),
  prosecutor: entry({ role: 'staff', orgType: 'republican', names: ['Прокуратура города', 'Қала прокуратурасы'] }),
  school8: school('8', 'Гимназия', 'гимназия'),
  school12: school('12', undefined, undefined, 'Образцова Сауле Пробовна'),
  school45: school('45'),
  school47: school('47'),
  school120: school('120'),
  boarding3: { ...school('3', 'Школа-интернат', 'мектеп-интернаты'), orgType: 'boarding' },
  school3: school('3'),
  mirage: entry({
    role: 'school_head',
    orgType: 'school',
    names: ['Частная школа «Саяхат-Тест»', '«Саяхат-Тест» жекеменшік мектебі'],
  }),
  artHouse: entry({
    role: 'school_head',
    orgType: 'supplementary',
    orgNumber: '2',
    names: ['Школа искусств № 2', '№ 2 өнер мектебі'],
  }),
};

/** The deputy of School No 12: same organisation, lower post. */
export const deputy12 = entry({
  role: 'staff',
  orgId: posts.school12.orgId,
  orgType: 'school',
  orgNumber: '12',
  names: [...posts.school12.names.slice(0, 2), 'Заместитель директора', 'Директордың орынбасары'],
  personNames: ['Заместова Алия Тестовна'],
});

export const roster: RosterEntry[] = [...Object.values(posts), deputy12];
