// The quality gate: what is weak about a draft, and what is not.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { type GateFacts, isVague, warningsOf } from '../../src/tasks/gate-rules.ts';
import type { ParticipationView, TaskView } from '../../src/tasks/queries.ts';

const facts: GateFacts = { today: '2026-11-23', calendar: createCalendar(), loads: [], open: [] };
const share = (postId: number, over = {}): ParticipationView =>
  ({
    role: postId === 1 ? 'responsible' : 'co_executor',
    post: { postId, org: { week: 5 } },
    ...over,
  }) as ParticipationView;

function draft(over: Partial<TaskView> = {}): TaskView {
  const base = {
    kind: 'assignment',
    textRu: 'Отремонтировать пандус',
    textKk: null,
    indicators: [],
    completionForm: null,
  };
  const rest = {
    due: '2026-12-18',
    recurrence: null,
    fanOut: false,
    participations: [share(1)],
    doubts: [],
    interimDues: [],
  };
  return { ...base, ...rest, ...over } as unknown as TaskView;
}
const codes = (over: Partial<TaskView>, known: Partial<GateFacts> = {}) =>
  warningsOf(draft(over), { ...facts, ...known }).map(({ code }) => code);

describe('a vague result', () => {
  it.each([
    'Усилить контроль за питанием',
    'Активизировать работу с родителями',
    'Принять необходимые меры по профилактике',
    'Обратить особое внимание на дисциплину',
    'Тәрбие жұмысын күшейту',
    'Профилактикалық жұмысты жандандырсын',
    'Improve the work with parents',
  ])('%s', (text) => expect(isVague(draft({ textRu: text }))).toBe(true));

  it.each([
    'Отремонтировать пандус',
    'Усилить охрану: установить 12 камер',
    'Активизировать работу и представить отчёт',
    'Жұмысты күшейтіп, есеп беру',
    'Насилие в школах обсудить на собрании',
  ])('is not seen in: %s', (text) => expect(isVague(draft({ textRu: text }))).toBe(false));

  it('is made concrete by an indicator or a completion form, not by the number of a school or a date', () => {
    const text = { textRu: 'Усилить охрану школы № 12 до 25.12.2026' };
    expect(isVague(draft(text))).toBe(true);
    expect(isVague(draft({ ...text, completionForm: 'приказ' }))).toBe(false);
    expect(isVague(draft({ ...text, indicators: [{ value: 2, unit: 'поста' }] }))).toBe(false);
  });
});

describe('too little time', () => {
  it('is fewer than two working days of the week of the executor', () => {
    expect(codes({ due: '2026-11-24' })).toEqual(['short']);
    expect(codes({ due: '2026-11-25' })).toEqual([]);
    // From Friday to Sunday: nothing of five days, one of six.
    const six = share(1, { post: { postId: 1, org: { week: 6 } } });
    expect(warningsOf(draft({ due: '2026-11-30', participations: [six] }), { ...facts, today: '2026-11-27' })).toEqual(
      [],
    );
    expect(codes({ due: '2026-11-30' }, { today: '2026-11-27' })).toEqual(['short']);
    expect(codes({ due: null })).toEqual([]);
  });
});

describe('a duplicate', () => {
  const open = [{ number: 'Т-7', text: 'Провести ремонт пандуса у главного входа школы' }];

  it('is a text with nearly the same words, whatever their endings', () => {
    const found = warningsOf(draft({ textRu: 'Провести ремонт пандусов у главного входа школы' }), { ...facts, open });
    expect(found).toEqual([{ code: 'duplicate', number: 'Т-7' }]);
  });

  it('is not a text with some words in common, nor one of a single word', () => {
    expect(codes({ textRu: 'Провести ремонт кровли школы' }, { open })).toEqual([]);
    expect(codes({ textRu: 'Отчёт' }, { open: [{ number: 'Т-8', text: 'Отчёт' }] })).toEqual([]);
  });
});

it('a task of several bodies for more than half a year asks for a roadmap; a shorter one, one body and copies for a class do not', () => {
  const of = (postId: number, orgId: number) => share(postId, { post: { postId, org: { orgId, week: 5 } } });
  const two = { participations: [of(1, 10), of(2, 20)] };
  expect(codes({ ...two, due: '2027-05-24' })).toEqual(['roadmap']);
  expect(codes({ ...two, due: '2027-05-23' })).toEqual([]);
  expect(codes({ participations: [of(1, 10), of(2, 10)], due: '2027-06-30' })).toEqual([]);
  expect(codes({ ...two, due: '2027-06-30', fanOut: true })).toEqual([]);
});

describe('a responsible executor', () => {
  it('is missed where the first one named was not found, or several have none', () => {
    const doubts = [{ key: 'reading-doubt-unknown-executor', words: 'ГКП', candidates: [], at: 0 }];
    expect(codes({ participations: [share(2)], doubts })).toEqual(['responsible']);
    expect(codes({ participations: [share(2), share(3)] })).toEqual(['responsible']);
    expect(codes({ participations: [share(1), share(3)] })).toEqual([]);
    expect(codes({ participations: [share(2), share(3)], fanOut: true })).toEqual([]);
  });
});

describe('a full day', () => {
  const load = (day: string, most: number) => ({ day, most, overloaded: most >= 5 ? 1 : 0, postId: 1 });

  it('proposes the least loaded working day nearby, the earlier of two', () => {
    const loads = [load('2026-12-18', 9), load('2026-12-17', 6), load('2026-12-15', 1)];
    const [found] = warningsOf(draft(), { ...facts, loads });
    expect(found).toEqual({ code: 'load', n: 9, postId: 1, day: '2026-12-21' });
  });

  it('proposes none where all are full, never one in less than two working days', () => {
    const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'];
    const loads = days.map((day) => load(day, 6));
    const [found] = warningsOf(draft({ due: '2026-11-26' }), { ...facts, loads });
    expect(found).toMatchObject({ code: 'load', day: null });
  });

  it('is no reason to move a periodic task, and four tasks are no full day', () => {
    expect(codes({ recurrence: 'FREQ=MONTHLY' }, { loads: [load('2026-12-18', 9)] })).toEqual([]);
    expect(codes({}, { loads: [load('2026-12-18', 4)] })).toEqual([]);
  });
});

it('what is only told is not measured', () => {
  expect(codes({ kind: 'note', textRu: 'Усилить контроль', due: '2026-11-24' })).toEqual([]);
});
