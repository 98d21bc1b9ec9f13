// Reading whom a text addresses: numbers, aliases, names, all schools, and what is only spoken about.
import { describe, expect, it, test } from 'vitest';
import { readExecutors } from '../../../src/reading/executors/executors.ts';
import { isFormOf, schoolHeads } from '../../../src/reading/executors/roster.ts';
import { searchRoster } from '../../../src/reading/executors/roster-search.ts';
import { deputy12, posts, roster } from '../../support/roster.ts';

type Name = keyof typeof posts;
const nameOf = new Map(Object.entries(posts).map(([name, { postId }]) => [postId, name]));

function found(text: string): (string | undefined)[] {
  return readExecutors(text, roster).found.map(({ postId }) => nameOf.get(postId));
}

describe('school numbers', () => {
  const both: Name[] = ['school12', 'school45'];
  test.each<[string, Name[]]>([
    ['Школе №12 и №45 — отремонтировать пандус', both],
    ['школе № 12 и школе № 45 подготовить отчёт', both],
    ['школам №12, 45 и 47 сдать отчёт', ['school12', 'school45', 'school47']],
    ['Директорам школ № 12, № 45: провести собрание', both],
    ['Поручаю директору школы № 12 провести собрание', ['school12']],
    ['Школам 12, 45 сдать отчёт', both],
    ['сш 12 — убрать снег', ['school12']],
    ['КГУ СОШ №12 обеспечить охрану', ['school12']],
    ['Гимназии № 8 представить список', ['school8']],
    ['школе-гимназии № 8 представить список', ['school8']],
    ['Школе-интернату № 3 представить список', ['boarding3']],
    ['№12 және №45 мектептер пандусты жөндесін', both],
    ['№ 12 мектепке тапсырылсын', ['school12']],
    ['№ 12 жалпы білім беретін мектеп директорына есеп тапсыру', ['school12']],
    ['12-мектепке есеп тапсыру', ['school12']],
    ['№ 8 гимназияға есеп тапсыру', ['school8']],
    ['School 12 and School 45: repair the ramp', both],
    ['to schools No. 12 and 45: repair the ramp', both],
    ['№12, №45 — сдать отчёт', both],
    ['школам № 45–47 сдать отчёт', ['school45', 'school47']],
    ['школа 12', ['school12']],
  ])('«%s»', (text, names) => expect(found(text)).toEqual(names));

  test.each([
    'Проверить школу № 12',
    'Организовать в школе № 12 дежурство',
    'Завершить ремонт школы № 12',
    '№ 12 мектепте кезекшілік ұйымдастыру',
    'Передать школе 12 компьютеров',
    'Исполнить протокол № 12',
    'Подготовить школы 12 марта',
    'Собрание провести 12 декабря',
  ])('«%s» addresses no school', (text) => expect(found(text)).toEqual([]));

  it('that the roster does not know are doubted', () => {
    const { found: known, doubts } = readExecutors('Школам № 12 и № 999 — сдать отчёт', roster);
    expect(known.map(({ postId }) => postId)).toEqual([posts.school12.postId]);
    expect(doubts).toEqual([
      expect.objectContaining({ key: 'reading-doubt-unknown-executor', words: '№ 999', candidates: [] }),
    ]);
  });

  it('that two schools carry are doubted with both', () => {
    const { found: known, doubts } = readExecutors('Школе № 3 сдать отчёт', roster);
    expect(known).toEqual([]);
    expect(doubts).toMatchObject([
      { key: 'reading-doubt-several-executors', candidates: [posts.boarding3.postId, posts.school3.postId] },
    ]);
  });

  it('of supplementary education are not numbers of schools', () => expect(found('Школе № 2 сдать отчёт')).toEqual([]));

  it('do not take the date for a school', () =>
    expect(found('Школе №12, 25 декабря сдать отчёт')).toEqual(['school12']));
});

describe('aliases and names', () => {
  test.each<[string, Name[]]>([
    ['УО — подготовить сводку', ['education']],
    ['Подготовить сводку, отв. УО', ['education']],
    ['УО-ға: есеп дайындау', ['education']],
    ['Управлению образования подготовить план', ['education']],
    ['Управлению образования города (Тестов Е.П.) подготовить план', ['education']],
    ['Білім басқармасына жоспар дайындау тапсырылсын', ['education']],
    ['Билим баскармасы жоспар дайындасын', ['education']],
    ['Управлению спорта и управлению образования: провести турнир', ['sport', 'education']],
    ['Отделу образования Северного района принять меры', ['north']],
    ['Оңтүстік ауданының білім бөліміне шара қолдану', ['south']],
    ['Акиму Северного района совместно с прокуратурой провести рейд', ['northAkim', 'prosecutor']],
    ['Поручить прокуратуре города дать оценку', ['prosecutor']],
    ['Тестову Е.П. — доложить', ['education']],
    ['Образцовой С.П. доложить', ['school12']],
    ['Школе «Саяхат-Тест» представить лицензию', ['mirage']],
    ['Школе №12 и УО — согласовать смету', ['school12', 'education']],
  ])('«%s»', (text, names) => expect(found(text)).toEqual(names));

  test.each([
    'Использовать данные управления образования',
    'Запросить сведения в прокуратуре',
    'Развивать общеобразовательные школы города',
    'Улучшить образование и спорт',
    'Директор школы должен быть на месте',
    'Провести аудит — срочно',
  ])('«%s» addresses nobody', (text) => {
    const reading = readExecutors(text, roster);
    expect([reading.found, reading.fanOut, reading.doubts]).toEqual([[], undefined, []]);
  });

  it('that fit several bodies are doubted with all of them', () => {
    const { found: known, doubts } = readExecutors('Отделу образования принять меры', roster);
    expect(known).toEqual([]);
    expect(doubts).toMatchObject([
      { key: 'reading-doubt-several-executors', candidates: [posts.north.postId, posts.south.postId] },
    ]);
  });

  it('of a deputy whom the roster lacks do not become the chief', () => {
    const { found: known, doubts } = readExecutors('Заместителю акима Северного района провести рейд', roster);
    expect(known).toEqual([]);
    expect(doubts).toMatchObject([{ key: 'reading-doubt-several-executors', candidates: [posts.northAkim.postId] }]);
  });

  it('behind a school choose among its posts', () => {
    const { found: known } = readExecutors('Школе № 12 (Заместова А.Т.) сдать отчёт', roster);
    expect(known).toMatchObject([{ postId: deputy12.postId, words: 'Школе № 12 (Заместова А.Т.)' }]);
  });

  it('before the dash that nobody answers to are doubted', () => {
    const { doubts } = readExecutors('Школе №12, Бухгалтерии — сверить счета', roster);
    expect(doubts).toMatchObject([{ key: 'reading-doubt-unknown-executor', words: 'Бухгалтерии' }]);
  });
});

it('tells who controls from the control', () => {
  expect(isFormOf('бакылаушы', 'бакылаушыга')).toBe(true);
  expect(isFormOf('бакылаушы', 'бакылауга')).toBe(false);
  expect(isFormOf('бакылау', 'бакылауга')).toBe(true);
});

describe('all schools', () => {
  test.each([
    'Всем школам — провести линейку',
    'Поручить всем школам города провести линейку',
    'Все школы города: провести линейку',
    'Каждой школе назначить ответственного',
    'Директорам школ обеспечить порядок',
    'Барлық мектептерге есеп тапсыру',
    'Қаланың барлық мектебіне есеп тапсыру',
    'Барлық мектеп басшыларына тапсырылсын',
    'Барлык мектептер есеп тапсырсын',
    'All schools: hold a meeting',
    'to all schools, hold a meeting',
  ])('«%s»', (text) => {
    const reading = readExecutors(text, roster);
    expect(reading).toMatchObject({ found: [], fanOut: { scope: 'all_schools' }, doubts: [] });
  });

  it('with a body beside them keep both', () => {
    const reading = readExecutors('УО и всем школам — провести линейку', roster);
    expect([reading.fanOut?.scope, reading.found.map(({ postId }) => postId)]).toEqual([
      'all_schools',
      [posts.education.postId],
    ]);
  });

  it('as the place of the work are meant only when nobody else is named, with a doubt', () => {
    expect(readExecutors('Внедрить во всех школах города проект', roster)).toMatchObject({
      fanOut: { scope: 'all_schools' },
      doubts: [{ key: 'reading-doubt-schools-implied', words: 'во всех школах города' }],
    });
    expect(readExecutors('Управлению образования внедрить во всех школах проект', roster)).toMatchObject({
      fanOut: undefined,
      doubts: [],
    });
  });

  test.each([
    'Всем школам Северного района — провести линейку',
    'Всем частным школам представить лицензии',
    'Солтүстік ауданының барлық мектебіне тапсырылсын',
  ])('«%s» is only a part of them and doubted', (text) => {
    const { fanOut, doubts } = readExecutors(text, roster);
    expect(fanOut).toBeUndefined();
    expect(doubts.map(({ key }) => key)).toContain('reading-doubt-part-of-schools');
  });

  test.each(['Проверить все школы города', 'Обеспечить школы города учебниками'])(
    '«%s» addresses no school',
    (text) => {
      expect(readExecutors(text, roster).fanOut).toBeUndefined();
    },
  );

  it('are the heads of general and boarding schools, not of supplementary education', () => {
    const heads = schoolHeads(roster).map(({ postId }) => postId);
    expect(heads).toContain(posts.boarding3.postId);
    expect(heads).toContain(posts.mirage.postId);
    expect(heads).not.toContain(posts.artHouse.postId);
    expect(heads).not.toContain(deputy12.postId);
    expect(heads).toHaveLength(8);
  });
});

describe('the search', () => {
  const names = (query: string) => searchRoster(query, roster).map(({ postId }) => nameOf.get(postId) ?? 'deputy12');

  test.each([
    ['12', ['school12', 'deputy12', 'school120']],
    ['школа 45', ['school45']],
    ['УО', ['education']],
    ['уо', ['education']],
    ['образов северн', ['north']],
    ['білім бөлім', ['north', 'south']],
    ['Образцова', ['school12']],
    ['прокуратуре', ['prosecutor']],
    ['гимназия', ['school8']],
    ['ничего такого', []],
    ['', []],
  ])('«%s»', (query, expected) => expect(names(query)).toEqual(expected));

  it('offers eight at most', () => expect(searchRoster('школа', roster)).toHaveLength(8));
});
