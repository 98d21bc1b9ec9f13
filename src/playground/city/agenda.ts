// The resolutions of the city in words: what was decided, by whom it is to be done and until when.
import type { TaskKind } from '../../generated/prisma/client.ts';
import type { City } from './founding.ts';

export type AgendaItem = {
  key: string;
  text: string;
  /** Codes and roles, the responsible one first; or everybody of a class. */
  executors: [code: string, role: string][] | 'schools' | 'private' | 'boarding';
  /** Working days from today; null: standing control. */
  due: number | null;
  kind?: TaskKind;
  form?: string;
};

/** The sitting three weeks ago: item by item in the state that its key stands for in the history. */
export const adopted = { number: '14', theme: 'Мектептердегі қауіпсіздік пен тәртіп туралы' };
/** Items of the resolution that is on control. */
export const adoptedItems: AgendaItem[] = [
  {
    key: 'safety',
    text: 'Мектеп ғимаратының қауіпсіздігін тексеру: бейнебақылау, дабыл түймесі, кіру тәртібі. Анықталған кемшіліктерді жою.',
    executors: 'schools',
    due: -4,
    form: 'тексеру актісі және фотосуреттер',
  },
  {
    key: 'clean',
    text: 'Провести в школе месячник «Чистая школа»: раздельный сбор бумаги, уход за двором, классные часы о честности и уважении к правилам.',
    executors: 'schools',
    due: 8,
    form: 'краткий отчёт с фотографиями',
  },
  {
    key: 'inclusive',
    text: 'Рассчитать по районам потребность в педагогах-ассистентах для инклюзивного образования и внести предложения по штатам.',
    executors: [
      ['edu', 'dept_head'],
      ...Array.from({ length: 8 }, (_, n): [string, string] => [`u${n + 1}`, 'unit_head']),
    ],
    due: 12,
    form: 'сводная таблица по районам',
  },
  {
    key: 'private',
    text: 'Оқу сапасы мен балалардың қауіпсіздігі бойынша ішкі бақылау қорытындысын мектеп сайтында жариялау.',
    executors: 'private',
    kind: 'recommendation',
    due: 5,
  },
  {
    key: 'police',
    text: 'Провести в школах совместные профилактические встречи с подростками и родителями.',
    executors: [['police', 'dept_head']],
    kind: 'recommendation',
    due: -2,
  },
  {
    key: 'standing',
    text: 'Тәуекелді мінез-құлықтың алдын алу жөніндегі психологтар мен дәрігерлердің бірлескен жұмысын тұрақты қамтамасыз ету.',
    executors: [
      ['health', 'dept_head'],
      ['social', 'dept_head'],
    ],
    due: null,
  },
  {
    key: 'sport',
    text: 'Утвердить график школьных спортивных секций во второй половине дня и довести его до родителей.',
    executors: [['sport', 'dept_head']],
    due: -6,
    form: 'утверждённый график',
  },
  {
    key: 'forum',
    text: 'Оқушылардың бос уақытын ұйымдастыру туралы қалалық форум өткізу.',
    executors: [['social', 'dept_head']],
    due: 6,
  },
  {
    key: 'boarding',
    text: 'Проверить в школе-интернате исправность пожарной сигнализации и эвакуационных выходов.',
    executors: 'boarding',
    due: -2,
    form: 'акт проверки',
  },
];

/** The sitting of yesterday: its resolution waits for the chair. */
export const waiting = { number: '15', theme: 'Қысқы кезеңде мектептердің жұмысын ұйымдастыру туралы' };
/** Items of the resolution that waits for the chair. */
export const waitingItems: AgendaItem[] = [
  {
    key: 'winter',
    text: 'Мектептің қысқы кезеңге дайындығын тексеру: жылу, жарық, кіреберіс жолдар.',
    executors: 'schools',
    due: 12,
    form: 'фотосуреттері бар қысқаша есеп',
  },
  {
    key: 'buses',
    text: 'Представить уточнённую схему подвоза учащихся на зимний период.',
    executors: [['edu', 'dept_head']],
    due: 7,
  },
  {
    key: 'health',
    text: 'Мектептердегі медициналық кабинеттердің дәрі-дәрмек қорын толықтыру.',
    executors: [['health', 'dept_head']],
    due: 10,
  },
];

/** A sitting whose resolution the secretary still writes: the second item lacks executor and date. */
export const unfinished = { number: null, theme: 'Мектептен тыс білім беру туралы' };
/** Items of a resolution that the secretary has not finished. */
export const unfinishedItems: AgendaItem[] = [
  { key: 'circles', text: 'Үйірмелер тізілімін жаңарту.', executors: [['edu', 'dept_head']], due: 15 },
  { key: 'camps', text: 'Подготовить предложения по пришкольным площадкам.', executors: [], due: 0 },
];

/** Posts of the executors of an item. */
export function executorPosts(city: City, { executors }: AgendaItem): number[] {
  if (typeof executors !== 'string') return executors.map(([code, role]) => city.post(code, role));
  return city.schoolHeads
    .filter((head) => executors === 'schools' || head.kind === executors)
    .map((head) => city.post(head.code, head.role));
}
