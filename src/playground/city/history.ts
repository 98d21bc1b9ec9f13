// The three weeks before the visitor comes, chapter by chapter; days are working days from the city's today.
import { cancelTask } from '../../tasks/actions.ts';
import type { Clock as Time } from '../../time.ts';
import { setBlocked } from '../emulator/people.ts';
import {
  control,
  decides,
  department,
  deputy,
  head,
  reports,
  reportsInGroup,
  reads,
  reviews,
  shareOf,
  type Who,
} from './acts.ts';
import { adopted, adoptedItems, unfinished, unfinishedItems, waiting, waitingItems } from './agenda.ts';
import { daysOfTasks } from './errands.ts';
import { FanOut } from './fan-out.ts';
import { daysOfFigures } from './figures.ts';
import { blocker, type City, importRoster, personasJoin, othersJoin, strangerKnocks, subscribe } from './founding.ts';
import { bindGroups, openGroups } from './meeting-places.ts';
import { daysOfPlans } from './plans.ts';
import { daysOfProgrammes } from './programmes.ts';
import { adopts, beginsSeries, holds, opensNext, sendsToChair, writesResolution } from './sittings.ts';

/** The city so far: tasks by name, and the schools at work. */
export type Story = { city: City; tasks: Map<string, number>; schools: FanOut[] };
export type Chapter = {
  at: [day: number, time: Time];
  tell: (story: Story) => Promise<unknown>;
  /** How long it takes beside the others, for the bar that shows how far the city is; default 1. */
  weight?: number;
};

const police: Who = ['police', 'dept_head'];
const sport: Who = ['sport', 'dept_head'];
const health: Who = ['health', 'dept_head'];
const unit = (number: number): Who => [`u${number}`, 'unit_head'];
/** The heads whom a visitor can be act by hand; these others report in the group. */
const byHand = [7, 12, 45];
const inGroup = [14, 28, 60];

/** Id of a task that was named before. */
export function task({ tasks }: Story, name: string): number {
  const found = tasks.get(name);
  if (found === undefined) throw new Error(`there is no task ${name} yet`);
  return found;
}

const founding: Chapter[] = [
  { at: [-16, '09:30'], tell: ({ city }) => importRoster(city) },
  { at: [-16, '10:00'], tell: ({ city }) => personasJoin(city) },
  { at: [-16, '11:00'], tell: ({ city }) => othersJoin(city), weight: 6 },
  { at: [-16, '14:00'], tell: ({ city }) => openGroups(city) },
  { at: [-16, '14:10'], tell: ({ city }) => bindGroups(city) },
  { at: [-16, '15:00'], tell: ({ city }) => strangerKnocks(city) },
  { at: [-16, '16:00'], tell: ({ city }) => subscribe(city) },
];

const sittings: Chapter[] = [
  { at: [-16, '16:30'], tell: ({ city, tasks }) => beginsSeries(city, tasks, -15) },
  { at: [-15, '16:30'], tell: (story) => firstSitting(story) },
  { at: [-3, '16:00'], tell: (story) => opensNext(story.city, task(story, 'series'), 0) },
  { at: [-14, '09:20'], tell: (story) => adoption(story), weight: 12 },
  { at: [-14, '10:00'], tell: (story) => readers(story) },
  { at: [-2, '17:00'], tell: ({ city }) => writesResolution(city, unfinished, -2, unfinishedItems) },
  { at: [0, '09:15'], tell: (story) => secondSitting(story) },
];

async function firstSitting({ city, tasks }: Story): Promise<void> {
  const sitting = tasks.get('sitting') ?? 0;
  await holds(city, sitting);
  const id = await writesResolution(city, adopted, -15, adoptedItems, sitting);
  tasks.set('resolution', id);
  await sendsToChair(city, id);
}

async function adoption({ city, tasks, schools }: Story): Promise<void> {
  for (const [name, id] of await adopts(city, tasks.get('resolution') ?? 0, adoptedItems)) tasks.set(name, id);
  for (const name of ['safety', 'clean', 'boarding', 'private']) {
    const except = name === 'safety' ? [...byHand, ...inGroup] : byHand;
    schools.push(await FanOut.of(city, name, tasks.get(name) ?? 0, except));
  }
}

async function readers(story: Story): Promise<void> {
  const { city } = story;
  for (const number of byHand) {
    await reads(city, task(story, 'safety'), head(number));
    await reads(city, task(story, 'clean'), head(number));
  }
  await reads(city, task(story, 'inclusive'), department);
  await reads(city, task(story, 'standing'), health);
  await reads(city, task(story, 'sport'), sport);
}

async function secondSitting({ city }: Story): Promise<void> {
  await sendsToChair(city, await writesResolution(city, waiting, -1, waitingItems));
}

/** What the schools do on each day, and the reminders of those who have read nothing yet. */
const schoolDays: Chapter[] = Array.from({ length: 14 }, (_, index) => index - 14).map((day) => ({
  at: [day, '11:00'],
  weight: 3,
  tell: async ({ city, schools }) => {
    if (day === -13) await city.site.timeline.tick();
    for (const fanOut of schools) await fanOut.pass(day);
  },
}));

/** What is done by hand on the items of the resolution. */
const byHandDays: Chapter[] = [
  {
    at: [-12, '09:40'],
    tell: (story) =>
      reports(story.city, task(story, 'safety'), head(7), {
        text: 'Орындалды, акт пен фото қоса берілді.',
        photos: ['camera', 'ramp'],
      }),
  },
  { at: [-12, '10:20'], tell: ({ city }) => chat(city, 28, 'Коллеги, у кого есть образец акта проверки?') },
  { at: [-12, '10:24'], tell: ({ city }) => chat(city, 17, 'Менде бар, жеке жіберемін.') },
  { at: [-11, '09:30'], tell: (story) => judge(story, 'safety', 7) },
  {
    at: [-11, '10:05'],
    tell: (story) =>
      inTheGroup(story, 'safety', 14, {
        text: 'Выполнено: камеры и кнопка проверены, акт у завхоза.',
        photos: ['camera'],
      }),
  },
  { at: [-11, '10:15'], tell: (story) => inTheGroup(story, 'safety', 28, { text: 'Какая форма отчёта нужна?' }) },
  {
    at: [-10, '09:50'],
    tell: (story) =>
      reports(story.city, task(story, 'safety'), head(12), {
        text: 'Выполнено. Проверены камеры, кнопка и пост охраны.',
        photos: ['camera', 'yard'],
      }),
  },
  { at: [-10, '10:30'], tell: (story) => inTheGroup(story, 'safety', 60, { text: 'Орындалды, кемшілік жоқ.' }) },
  { at: [-9, '09:45'], tell: (story) => judge(story, 'safety', 12) },
  {
    at: [-8, '10:00'],
    tell: (story) =>
      reports(story.city, task(story, 'sport'), sport, {
        text: 'Исполнено, график утверждён и размещён на сайтах школ.',
      }),
  },
  {
    at: [-7, '09:30'],
    tell: (story) => reviews(story.city, task(story, 'sport'), { by: deputy, of: sport, press: 'acceptclose' }),
  },
  { at: [-6, '09:30'], tell: ({ city }) => block(city) },
  {
    at: [-6, '10:00'],
    tell: (story) => reports(story.city, task(story, 'safety'), head(45), { text: 'Тапсырма орындалды.' }),
  },
  {
    at: [-6, '10:20'],
    tell: (story) =>
      reports(story.city, task(story, 'clean'), head(7), {
        text: 'Айлық өткізілді, тапсырма орындалды.',
        photos: ['yard', 'ramp'],
      }),
  },
  {
    at: [-5, '09:30'],
    tell: (story) => judge(story, 'safety', 45, 'Тексеру актісі мен фотосуреттер қоса берілмеген.'),
  },
  { at: [-5, '10:00'], tell: (story) => cancelled(story) },
  { at: [-4, '09:30'], tell: (story) => judge(story, 'clean', 7) },
  {
    at: [-4, '10:00'],
    tell: (story) =>
      reports(story.city, task(story, 'police'), police, { text: 'Выполнено: встречи проведены в 24 школах.' }),
  },
  {
    at: [-3, '09:40'],
    tell: (story) => reviews(story.city, task(story, 'police'), { by: deputy, of: police, press: 'accept' }),
  },
  { at: [-3, '10:00'], tell: (story) => units(story, [1, 2, 5]) },
  {
    at: [-2, '09:40'],
    tell: (story) => reviews(story.city, task(story, 'inclusive'), { by: department, of: unit(1), press: 'accept' }),
  },
  {
    at: [-2, '10:00'],
    tell: (story) =>
      reports(story.city, task(story, 'inclusive'), department, { text: 'Есептеу жүргізілуде, 60% дайын.' }),
  },
  {
    at: [-1, '10:00'],
    tell: (story) => reports(story.city, task(story, 'clean'), head(45), { text: 'Айлық өтіп жатыр, 50% дайын.' }),
  },
];

function chat(city: City, number: number, words: string): Promise<unknown> {
  return city.site.people.says(city.user(...head(number)), city.heads, words);
}

function inTheGroup(
  story: Story,
  name: string,
  number: number,
  words: Parameters<typeof reportsInGroup>[4],
): Promise<void> {
  return reportsInGroup(story.city, task(story, name), head(number), story.city.heads, words);
}

/** The control section looks at the report of a school. */
async function judge(story: Story, name: string, number: number, reason?: string): Promise<void> {
  await decides(story.city, await shareOf(story.city, task(story, name), head(number)), control, reason);
}

async function cancelled(story: Story): Promise<void> {
  const { app } = story.city.site;
  const reason = 'Форум включён в план следующего года.';
  await cancelTask(app, await story.city.actor(...deputy), { taskId: task(story, 'forum'), reason });
}

async function units(story: Story, numbers: number[]): Promise<void> {
  for (const number of numbers) {
    await reports(story.city, task(story, 'inclusive'), unit(number), { text: 'Орындалды, аудан бойынша есеп дайын.' });
  }
}

async function block(city: City): Promise<void> {
  setBlocked(city.site.emulator.world, city.user(...head(blocker)), true);
  await city.site.people.settle();
}

/** Everything in its order. */
export const chapters: Chapter[] = [
  ...founding,
  ...sittings,
  ...schoolDays,
  ...byHandDays,
  ...daysOfTasks,
  ...daysOfFigures,
  ...daysOfPlans,
  ...daysOfProgrammes,
].toSorted((a, b) => {
  return a.at[0] - b.at[0] || a.at[1].localeCompare(b.at[1]);
});
