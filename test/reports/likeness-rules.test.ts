// The copy check on generated pairs: how many copies it finds, how many honest reports it accuses; and what it must not look at.
import { describe, expect, it, test } from 'vitest';
import {
  addTo,
  alike,
  emptyIndex,
  featuresOf,
  isComparable,
  likenessOf,
  mostAlike,
  repeatsTask,
  score,
  stemSet,
} from '../../src/reports/likeness-rules.ts';
import {
  anyReport,
  copies,
  type Pair,
  type PairKind,
  randomFrom,
  reportPairs,
  tuningTopics,
} from '../support/report-pairs.ts';

const likeIn = (task: string, first: string, second: string): boolean => {
  const words = stemSet(task);
  const [a, b] = [featuresOf(first, words), featuresOf(second, words)];
  return isComparable(a) && isComparable(b) && score(a, b) >= alike;
};

function judge(pairs: Pair[]) {
  const byKind = new Map<PairKind, { found: number; all: number }>();
  for (const { kind, task, first, second } of pairs) {
    const count = byKind.get(kind) ?? { found: 0, all: 0 };
    byKind.set(kind, { found: count.found + (likeIn(task, first, second) ? 1 : 0), all: count.all + 1 });
  }
  const sum = (wanted: (kind: PairKind) => boolean, what: 'found' | 'all'): number =>
    [...byKind].filter(([kind]) => wanted(kind)).reduce((total, [, count]) => total + count[what], 0);
  const isCopy = (kind: PairKind): boolean => copies.includes(kind);
  const found = sum(isCopy, 'found');
  const wrong = sum((kind) => !isCopy(kind), 'found');
  return { precision: found / (found + wrong), recall: found / sum(isCopy, 'all'), byKind };
}

describe('on pairs of topics it was not tuned on', () => {
  const pairs = reportPairs(20261122, 720, (topic) => !tuningTopics.includes(topic));
  const { precision, recall, byKind } = judge(pairs);
  const share = (kind: PairKind): number => (byKind.get(kind)?.found ?? 0) / (byKind.get(kind)?.all ?? 1);

  it('accuses few honest reports', () => expect(precision).toBeGreaterThanOrEqual(0.9));
  it('finds most copies', () => expect(recall).toBeGreaterThanOrEqual(0.8));
  it('finds every plain copy with other names, and never takes short answers for copies', () => {
    expect(share('copy')).toBe(1);
    expect(share('short')).toBe(0);
  });
  it('sees both languages', () => {
    for (const language of ['ru', 'kk'] as const) {
      const part = judge(pairs.filter((pair) => pair.language === language));
      expect(part.precision, language).toBeGreaterThanOrEqual(0.9);
      expect(part.recall, language).toBeGreaterThanOrEqual(0.75);
    }
  });
  it('holds pairs of all eight kinds', () => {
    expect(byKind.size).toBe(8);
  });
});

describe('what is not looked at', () => {
  const task = 'Провести учебную эвакуацию, представить отчёт';
  const report =
    'Школа № 12 провела тренировку 3 декабря. Дежурный учитель Мысалова Г. встретила пожарных у ворот, здание покинули за 4 минуты. Двери запасных выходов открываются свободно, памятки розданы родителям';

  test.each([
    [
      'other schools, people and numbers',
      report.replace('№ 12', '№ 45').replace('Мысалова Г.', 'Пробова А.').replace('4 минуты', '7 минут'),
    ],
    ['capitals', report.toUpperCase()],
    [
      'Latin letters that look the same',
      report.replaceAll('о', 'o').replaceAll('а', 'a').replaceAll('е', 'e').replaceAll('р', 'p'),
    ],
    ['signs and hidden characters', report.replaceAll('. ', ' — ').replaceAll('ор', 'о\u200bр')],
    ['the order of sentences', report.split('. ').reverse().join('. ')],
  ])('%s', (_what, copy) => expect(likeIn(task, report, copy)).toBe(true));

  it('Kazakh letters typed on a Russian keyboard', () => {
    const said =
      'Ауланы қоқыстан тазарттық, қақпа мен қоршау сырланды, гүлзарға раушан отырғызылды, ескі теректер кесілді, орындықтар жөнделді';
    const typed =
      'Ауланы кокыстан тазарттык, какпа мен коршау сырланды, гулзарга раушан отыргызылды, ески теректер кесилди, орындыктар жонделди';
    expect(likeIn('Сенбілік өткізу', said, typed)).toBe(true);
  });

  it('short answers, however equal', () => {
    for (const answer of [
      'Выполнено',
      'Орындалды',
      'Поручение исполнено в срок',
      'Выполнено, пандус установлен',
      'Готово, акт и фото приложены',
    ])
      expect(likeIn(task, answer, answer), answer).toBe(false);
  });
});

describe('the text of the task', () => {
  const task =
    'Отремонтировать пандус и входную группу, установить поручни и кнопку вызова, нанести контрастную разметку ступеней';

  it('is seen in a report that says nothing else', () =>
    expect(
      repeatsTask(
        'Пандус и входная группа отремонтированы, установлены поручни и кнопка вызова, контрастная разметка ступеней нанесена',
        task,
      ),
    ).toBeGreaterThan(0.7));

  test.each([
    'Пандус отремонтирован',
    'Пандус залит бетоном, уклон замерен рулеткой, поручни из нержавейки смонтировала бригада завода, кнопка звонит на вахту, ленту наклеили жёлтую',
  ])('is not in «%s»', (text) => expect(repeatsTask(text, task)).toBeNull());
});

describe('among a thousand reports of one task', () => {
  it('every copy finds its twin', () => {
    const random = randomFrom(7);
    const texts = Array.from({ length: 1000 }, () => anyReport(random));
    const index = emptyIndex();
    let found = 0;
    for (const [at, text] of [...texts, ...texts].entries()) {
      const features = featuresOf(text);
      if (at >= 1000 && mostAlike(features, index)) found += 1;
      addTo(index, { reportId: at, features });
    }
    expect(found).toBe(1000);
  });

  it('each with the same words finds one before it', () => {
    const random = randomFrom(8);
    const text = anyReport(random);
    const index = emptyIndex();
    for (let at = 0; at < 1000; at += 1) {
      const features = featuresOf(`${text} ${at}`);
      const twin = mostAlike(features, index);
      expect(twin === null).toBe(at === 0);
      addTo(index, { reportId: at, features });
    }
  });
});

describe('the stored value', () => {
  test.each([
    [
      { kind: 'other', reportId: 3, share: 0.8 },
      { kind: 'other', reportId: 3, share: 0.8 },
    ],
    [
      { kind: 'task', share: 0.9 },
      { kind: 'task', share: 0.9 },
    ],
    [null, null],
    ['x', null],
    [{ kind: 'other' }, null],
    [{ kind: 'mine', share: 1 }, null],
  ])('%j is read as %j', (value, likeness) => expect(likenessOf(value)).toEqual(likeness));
});
