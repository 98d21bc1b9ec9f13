// Pictures with what is hard to draw: long Kazakh names that differ in their last word, large numbers, empty parts.
import type { Picture } from '../../src/pictures/compose.ts';
import type { GanttPicture } from '../../src/pictures/gantt.ts';
import type { SchoolsPicture } from '../../src/pictures/schools.ts';
import type { TrendPicture, WeekFigures } from '../../src/pictures/trend.ts';
import type { UnitRow, UnitsPicture } from '../../src/pictures/units.ts';
import type { WeekPicture } from '../../src/pictures/week.ts';

export const longNames = [
  'Қызылжағалау ауданы әкімінің аппараты',
  'Білім саласында сапаны қамтамасыз ету департаменті',
  'Санитариялық-эпидемиологиялық бақылау департаментінің Көкөзек ауданы бойынша басқармасы',
  'Санитариялық-эпидемиологиялық бақылау департаментінің Көкөзек қаласы бойынша басқармасы',
  '«Дарынды балаларға арналған мамандандырылған № 204 мектеп-интернат» коммуналдық мемлекеттік мекемесі',
  '«Дарынды балаларға арналған мамандандырылған № 205 мектеп-интернат» коммуналдық мемлекеттік мекемесі',
  'Өңірлік әлеуметтік-психологиялық қолдау және жұмыспен қамту орталығы',
  'Ғұмар ауданы',
];

const figures: Omit<UnitRow, 'name'>[] = [
  { inTime: 14, late: 6, work: 31, overdue: 12 },
  { inTime: 22, late: 3, work: 18, overdue: 9 },
  { inTime: 9, late: 0, work: 40, overdue: 4 },
  { inTime: 31, late: 8, work: 12, overdue: 3 },
  { inTime: 2, late: 1, work: 3, overdue: 1 },
  { inTime: 18, late: 0, work: 9, overdue: 0 },
  { inTime: 1, late: 1, work: 1, overdue: 0 },
  { inTime: 0, late: 0, work: 2, overdue: 0 },
];

export const unitRows: UnitRow[] = longNames.map((name, index) => ({
  name,
  ...(figures[index] as (typeof figures)[0]),
}));

const title = { title: 'Тапсырмалардың орындалуы', under: ['Үлгіқала қаласының әкімдігі', '2026 жылғы 20 қараша'] };

export const units: UnitsPicture = {
  kind: 'units',
  ...title,
  tiles: [
    { value: '97', label: 'Мерзімінде', status: 'inTime' },
    { value: '19', label: 'Кешіктіріліп', status: 'late' },
    { value: '1 116', label: 'Орындалуда', status: 'work' },
    { value: '29', label: 'Мерзімі өтті', status: 'overdue' },
  ],
  units: unitRows,
  beside: 'орындалды / барлығы',
  rest: { words: 'Басқа ұйымдар: #', n: 5 },
};

const week = (label: string, inTime: number, late: number, overdue: number): WeekFigures => ({
  label,
  inTime,
  late,
  overdue,
});

export const trend: TrendPicture = {
  kind: 'trend',
  title: '8 аптаның барысы',
  under: title.under,
  weeks: [
    week('28.09', 12, 4, 19),
    week('05.10', 18, 2, 17),
    week('12.10', 9, 9, 24),
    week('19.10', 0, 0, 31),
    week('26.10', 27, 6, 22),
    week('02.11', 31, 3, 14),
    week('09.11', 25, 1, 11),
    week('16.11', 40, 0, 9),
  ],
  words: {
    done: 'Апта ішінде орындалды',
    overdue: 'Апта соңында мерзімі өткені',
    inTime: 'Мерзімінде',
    late: 'Кешіктіріліп',
  },
};

export const digest: WeekPicture = {
  kind: 'week',
  title: 'Апталық шолу',
  under: ['Үлгіқала қаласының әкімдігі', '2026 жылғы 14–20 қараша'],
  control: { value: '128', label: 'Бақылауда\nтапсырма\n41' },
  done: { value: '31', label: 'Орындалды\nмерзімінде\n87%' },
  overdue: { value: '9', label: 'Мерзімі өтті\nапта ішінде\n−3', n: 9 },
  units: [0, 1, 2].flatMap((at) => unitRows[at] ?? []),
  legend: { inTime: 'Мерзімінде', late: 'Кешіктіріліп', work: 'Орындалуда', overdue: 'Мерзімі өтті' },
  beside: 'орындалды / барлығы',
  rest: { words: 'Басқа ұйымдар: #', n: 5 },
  trend: { weeks: trend.weeks, words: { ...trend.words, overdue: 'Мерзімі өткені, 8 апта' } },
};

const statuses = ['inTime', 'inTime', 'work', 'review', 'inTime', 'late', 'work', 'overdue', 'inTime'] as const;

const districtNames = ['Қызылжағалау', 'Көкөзек', 'Ғұмар', 'Өрнек', 'Үшқоңыр', 'Ақтоғай', 'Һарун', 'Ілекөл'];

/** A matrix of so many schools in so many districts; `late`: every one of them is. */
export function schools(number: number, districts: number, late = false): SchoolsPicture {
  const each = Math.ceil(number / districts);
  return {
    kind: 'schools',
    title: 'Мектептер: «Таза мектеп — әділетті қоғам» бастамасын енгізу',
    under: ['№ 2.1 · мерзімі 25.12.2026'],
    districts: Array.from({ length: districts }, (_, district) => {
      const marks = Array.from({ length: Math.min(each, number - district * each) }, (_, school) => ({
        number: String(district * each + school + 1),
        status: late ? 'overdue' : (statuses[(school * 5 + district * 3) % 9] as (typeof statuses)[number]),
      }));
      const missing = marks.filter(({ status }) => status === 'overdue').map(({ number }) => number);
      const of = district < 8 ? 'ауданының' : 'қалалық';
      return {
        name: `${districtNames[district % 8]} ${of} білім бөлімі`,
        schools: marks,
        missing: missing.length ? `Мерзімі өтті (${missing.length}): № ${missing.join(', ')}` : '',
      };
    }),
    legend: [
      { status: 'inTime', label: 'Мерзімінде' },
      { status: 'late', label: 'Кешіктіріліп' },
      { status: 'review', label: 'Қаралуда' },
      { status: 'work', label: 'Орындалуда' },
      { status: 'overdue', label: 'Мерзімі өтті' },
    ],
    beside: 'орындаған / барлық мектеп',
    rest: { words: 'Басқа аудандар: #', n: 0 },
  };
}

const milestone = (day: string, done: boolean) => ({ day, done });

export const gantt: GanttPicture = {
  kind: 'gantt',
  title: 'Мектеп инфрақұрылымын дамыту жол картасы',
  under: ['Үлгіқала қаласының әкімдігі', '2026 жылғы 1 қыркүйек – 2027 жылғы 30 маусым'],
  from: '2026-09-01',
  to: '2027-06-30',
  today: '2026-11-20',
  months: ['қыр', 'қаз', 'қар', 'жел', 'қаң', 'ақп', 'нау', 'сәу', 'мам', 'мау'].map((label, index) => ({
    first: `${index < 4 ? 2026 : 2027}-${String(((index + 8) % 12) + 1).padStart(2, '0')}-01`,
    label,
  })),
  sections: [
    {
      name: 'Оқу орындарының құрылысы',
      measures: [
        {
          name: 'Құрылыс алаңын дайындау және жобалау-сметалық құжаттаманы сараптамадан өткізу',
          from: '2026-09-01',
          to: '2026-10-25',
          progress: 100,
          status: 'done',
          milestones: [milestone('2026-10-25', true)],
        },
        {
          name: 'Үшқоңыр ауданындағы 1 200 орындық мектептің құрылысын аяқтау',
          from: '2026-09-01',
          to: '2027-05-31',
          progress: 35,
          status: 'work',
          milestones: [milestone('2026-12-15', false), milestone('2027-03-20', false)],
        },
      ],
    },
    {
      name: 'Кадрлар және қамтамасыз ету',
      measures: [
        {
          name: 'Әлеуметтік педагогтердің штаттық бірліктерін енгізу',
          from: '2026-09-01',
          to: '2026-11-10',
          progress: 60,
          status: 'overdue',
          milestones: [milestone('2026-11-10', false)],
        },
        {
          name: 'Жазғы тілдік лагерьлер',
          // Added to the roadmap later than the others.
          from: '2026-11-02',
          to: '2027-06-30',
          progress: 0,
          status: 'planned',
          milestones: [],
        },
      ],
    },
  ],
  words: {
    done: 'Орындалды',
    work: 'Орындалуда',
    overdue: 'Мерзімі өтті',
    planned: 'Алда',
    milestone: 'Кезең',
    today: 'бүгін',
  },
  rest: 'Көрсетілмегені: #. Бөлім графигін ашыңыз.',
};

/** A roadmap of so many measures in four sections, a third of them overdue, all with long names; as the app draws one that was given out at once. */
export function longGantt(measures: number): GanttPicture {
  const status = (at: number) => (['overdue', 'work', 'planned', 'done', 'overdue', 'work'] as const)[at % 6] ?? 'work';
  const month = (at: number): number => (status(at) === 'overdue' ? 10 : status(at) === 'done' ? 9 : 12);
  return {
    ...gantt,
    sections: [0, 1, 2, 3].map((section) => ({
      name: `${section + 1}-бағыт: ${longNames[section + 1]}`,
      measures: Array.from({ length: measures }, (_, at) => at)
        .filter((at) => at % 4 === section)
        .map((at) => ({
          name: `${section + 1}.${Math.floor(at / 4) + 1} ${longNames[at % 7]} бойынша іс-шараларды ұйымдастыру`,
          from: gantt.from,
          to: `2026-${String(month(at)).padStart(2, '0')}-${10 + (at % 18)}`,
          progress: status(at) === 'done' ? 100 : status(at) === 'planned' ? 0 : (at * 7) % 90,
          status: status(at),
          milestones: at % 3 === 0 ? [milestone('2026-10-05', true), milestone('2026-11-20', false)] : [],
        })),
    })),
  };
}

/** Numbers of several digits in twelve units with long names. */
const manyUnits: UnitsPicture = {
  ...units,
  units: [...unitRows, ...unitRows].slice(0, 12).map((unit, at) => ({
    name: unit.name.replace(/\d+/, String(300 + at)),
    inTime: at * 211,
    late: at % 3,
    work: 1200 + at * 37,
    overdue: 4200 - at * 333,
  })),
};

export const samples: Record<string, Picture> = {
  units,
  trend,
  digest,
  gantt,
  schools350: schools(350, 8),
  schools60: schools(60, 3),
  schools350late: schools(350, 8, true),
  schools1200late: schools(1200, 20, true),
  manyUnits,
  digestFull: { ...digest, units: manyUnits.units.slice(2, 5) },
  gantt12: longGantt(12),
  gantt24: longGantt(24),
};
