// One message becomes a draft.
import { describe, expect, it, test } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { readTaskText } from '../../src/reading/task-text.ts';
import { posts, roster } from '../support/roster.ts';

const context = { today: '2026-11-23', calendar: createCalendar(), week: 5 as const, roster };
const ids = (...names: (keyof typeof posts)[]) => names.map((name) => posts[name].postId);

function read(text: string) {
  const { executors, due, ...rest } = readTaskText(text, context);
  return { ...rest, posts: executors.map(({ postId }) => postId), day: due && !due.impossible ? due.day : null, due };
}

test.each<[string, string, number[], string | null]>([
  [
    'Школе №12 и №45 — отремонтировать пандус до 25 декабря',
    'Отремонтировать пандус',
    ids('school12', 'school45'),
    '2026-12-25',
  ],
  ['школам №12, 45 до пятницы сдать отчёт', 'Сдать отчёт', ids('school12', 'school45'), '2026-11-27'],
  [
    'До 25 декабря управлению образования подготовить план',
    'Управлению образования подготовить план',
    ids('education'),
    '2026-12-25',
  ],
  ['УО: подготовить сводку (до 25.12.2026).', 'Подготовить сводку.', ids('education'), '2026-12-25'],
  [
    '№12 және №45 мектептер 25 желтоқсанға дейін пандусты жөндесін',
    'Пандусты жөндесін',
    ids('school12', 'school45'),
    '2026-12-25',
  ],
  ['№ 12 мектепке: ертең сағат 18:00-ге дейін есеп тапсыру', 'Есеп тапсыру', ids('school12'), '2026-11-24'],
  ['School 12: repair the ramp by 25 December', 'Repair the ramp', ids('school12'), '2026-12-25'],
  ['Отремонтировать пандус', 'Отремонтировать пандус', [], null],
  [
    'Отремонтировать пандус до 25 декабря. Ответственный: школа №12',
    'Отремонтировать пандус',
    ids('school12'),
    '2026-12-25',
  ],
  ['Директору СШ №12 Образцовой С.П. провести собрание', 'Провести собрание', ids('school12'), null],
  [
    'Управлению образования совместно с прокуратурой города подготовить план',
    'Подготовить план',
    ids('education', 'prosecutor'),
    null,
  ],
  ['Саяхат-Тест мектебіне тізім ұсыну', 'Тізім ұсыну', ids('mirage'), null],
  ['School 12, by Friday: send photos', 'Send photos', ids('school12'), '2026-11-27'],
  [
    'Отделам образования районов до 1 декабря дать сведения',
    'Отделам образования районов дать сведения',
    [],
    '2026-12-01',
  ],
  ['до пятницы', '', [], '2026-11-27'],
  ['Школе № 12 провести 25 декабря собрание', 'Провести 25 декабря собрание', ids('school12'), '2026-12-25'],
  [
    'УО до 20 декабря сдать план, до 25 декабря отчёт',
    'До 20 декабря сдать план, до 25 декабря отчёт',
    ids('education'),
    '2026-12-25',
  ],
])('«%s»', (text, action, executors, day) => {
  expect(read(text)).toMatchObject({ text: action, original: text, posts: executors, day });
});

describe('a draft', () => {
  it('keeps an impossible date in the text and says so', () => {
    expect(read('Школе № 12 сдать отчёт до 31 февраля')).toMatchObject({
      text: 'Сдать отчёт до 31 февраля',
      due: { impossible: true },
      doubts: [{ key: 'reading-doubt-impossible-date', words: 'до 31 февраля' }],
    });
  });

  it('shows the doubts about people and dates together', () => {
    const { doubts } = read('Школам № 12 и № 999 — сдать отчёт 25 декабря, понедельник');
    expect(doubts.map(({ key }) => key)).toEqual(['reading-doubt-unknown-executor', 'reading-doubt-weekday']);
  });

  it('of a task for all schools has no single executors', () => {
    expect(read('Всем школам — провести линейку до конца недели')).toMatchObject({
      text: 'Провести линейку',
      fanOut: { scope: 'all_schools' },
      posts: [],
      day: '2026-11-27',
    });
  });

  it('of 5,000 characters is read whole', () => {
    const text = `Школе № 12 — ${'провести проверку и отчитаться; '.repeat(160)}до 25 декабря`;
    expect(read(text)).toMatchObject({ posts: ids('school12'), day: '2026-12-25' });
  });

  test.each(['', '   ', '🏫', '<b>до</b> & «»', '— — —', '№ № №', '0', '9'.repeat(500), '('.repeat(500)])(
    'of «%s» breaks nothing',
    (text) => {
      expect(read(text)).toMatchObject({ posts: [], day: null });
    },
  );
});
