// Tasks that people give by one message, and what came of them.
import {
  department,
  deputy,
  head,
  issues,
  reads,
  reports,
  reportsInGroup,
  reviews,
  roomOf,
  type Who,
  written,
} from './acts.ts';
import type { Chapter, Story } from './history.ts';

const health: Who = ['health', 'dept_head'];
const firstUnit: Who = ['u1', 'unit_head'];

/** One message is one task; it is remembered under its name. */
async function give(story: Story, name: string, who: Who, words: string, where: 'heads' | 'topic' | 'room' = 'heads') {
  const { city, tasks } = story;
  const spots = { heads: city.heads, topic: city.topics[0] ?? city.heads, room: roomOf(city, who) };
  tasks.set(name, await issues(city, who, spots[where], words));
}

const id = ({ tasks }: Story, name: string): number => tasks.get(name) ?? 0;

/** Tasks that the deputy and the department gave by message, day by day. */
export const daysOfTasks: Chapter[] = [
  {
    at: [-12, '10:40'],
    tell: (story) =>
      give(
        story,
        'ramp',
        deputy,
        `/task Школе № 12 — отремонтировать пандус у главного входа до ${written(story.city, -2)}`,
      ),
  },
  { at: [-12, '10:50'], tell: (story) => reads(story.city, id(story, 'ramp'), head(12)) },
  {
    at: [-11, '10:40'],
    tell: (story) =>
      give(
        story,
        'menu',
        department,
        `/task № 45 мектепке — асхана мәзірін мектеп сайтына орналастыру, ${written(story.city, 3)} дейін`,
      ),
  },
  {
    at: [-11, '10:50'],
    tell: (story) =>
      give(
        story,
        'library',
        department,
        `/task № 7 мектепке — кітапхана қорының тізімін жаңарту, ${written(story.city, -5)} дейін`,
      ),
  },
  {
    at: [-9, '10:40'],
    tell: (story) =>
      give(
        story,
        'meals',
        deputy,
        `/task Управлению образования — представить сведения о горячем питании школьников до ${written(story.city, 4)}`,
      ),
  },
  { at: [-9, '10:50'], tell: (story) => reads(story.city, id(story, 'meals'), department) },
  {
    at: [-8, '10:30'],
    tell: (story) =>
      reportsInGroup(story.city, id(story, 'library'), head(7), story.city.heads, {
        text: 'Тізім жаңартылды, тапсырма орындалды.',
        photos: ['menu'],
      }),
  },
  {
    at: [-7, '10:00'],
    tell: (story) => reviews(story.city, id(story, 'library'), { by: department, of: head(7), press: 'acceptclose' }),
  },
  {
    at: [-7, '10:20'],
    tell: (story) =>
      give(
        story,
        'checkups',
        deputy,
        `Управлению здравоохранения — составить график осмотров школьников до ${written(story.city, 6)}`,
        'room',
      ),
  },
  { at: [-7, '10:40'], tell: (story) => reads(story.city, id(story, 'checkups'), health) },
  {
    at: [-6, '10:40'],
    tell: (story) =>
      give(
        story,
        'lights',
        firstUnit,
        `/task Школам № 9 и № 17 — проверить уличное освещение у школы до ${written(story.city, -1)}`,
        'topic',
      ),
  },
  {
    at: [-3, '10:20'],
    tell: (story) =>
      give(
        story,
        'rink',
        deputy,
        `/task Школам № 3 и № 21 — подготовить каток на школьном дворе до ${written(story.city, 2)}`,
      ),
  },
  { at: [-3, '10:30'], tell: (story) => reads(story.city, id(story, 'rink'), head(3)) },
  {
    at: [-3, '10:40'],
    tell: (story) =>
      reports(story.city, id(story, 'menu'), head(45), { text: 'Мәзір сайтқа орналастырылды, орындалды.' }),
  },
  {
    at: [-2, '10:20'],
    tell: (story) => reviews(story.city, id(story, 'menu'), { by: department, of: head(45), press: 'return' }),
  },
  {
    at: [-2, '10:40'],
    tell: (story) => {
      const [topic] = story.city.topics;
      if (!topic) throw new Error('the forum has no topics');
      return reportsInGroup(story.city, id(story, 'lights'), head(9), topic, {
        text: 'Выполнено, лампы заменены.',
        photos: ['yard'],
      });
    },
  },
  {
    at: [-1, '10:40'],
    tell: (story) =>
      reports(story.city, id(story, 'rink'), head(21), { text: 'Сделано, каток залит.', photos: ['yard'] }),
  },
  {
    at: [0, '09:30'],
    tell: (story) =>
      reports(story.city, id(story, 'meals'), department, {
        text: 'Мәлімет дайын, тапсырма орындалды.',
        photos: ['menu'],
      }),
  },
];
