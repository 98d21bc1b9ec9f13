// A filter of a list: what it holds, as a short code for buttons and saved lists, and back. Pure.
import { addDays, type Day, daysBetween } from '../time.ts';

/** Where shares stand; `past`: overdue at an earlier moment; `fresh`: overdue now but not then; `gone`: then but not now. The letters stand in codes. */
export const states = {
  control: 'c',
  special: 's',
  overdue: 'o',
  work: 'w',
  review: 'r',
  returned: 't',
  accepted: 'a',
  open: 'e',
  advisory: 'v',
  done: 'd',
  inTime: 'i',
  late: 'l',
  risk: 'k',
  blocked: 'b',
  past: 'p',
  fresh: 'f',
  gone: 'g',
} as const;
export type StateName = keyof typeof states;
/** Those that ask of an earlier moment. */
const pastStates: (StateName | null)[] = ['past', 'fresh', 'gone'];
/** Those a person chooses from; the others come with a number only. */
export const stateChoices: StateName[] = [
  'control',
  'special',
  'overdue',
  'work',
  'review',
  'returned',
  'risk',
  'blocked',
  'advisory',
  'open',
  'inTime',
  'late',
];

/** Dates by words, reckoned on the day they are looked at. */
export const dues = { today: 't', week: 'w', next: 'n', month: 'm', none: 'z' } as const;
export type DueName = keyof typeof dues;
/** Days, both included. */
export type Days = { from: Day; to: Day };

/** A unit with everything below it, or without; 'read': all that the person reads. */
export type Place = { orgId: number; alone: boolean } | 'read';

export type Filter = {
  /** What is counted and shown: shares of executors, or tasks. */
  view: 'shares' | 'tasks';
  who: 'mine' | 'others' | null;
  place: Place | null;
  taskId: number | null;
  resolutionId: number | null;
  /** Beginnings of digests of the names, see `nameKey`. */
  topic: string | null;
  programme: string | null;
  state: StateName | null;
  /** Accepted in these days: with `done`, `inTime` and `late`. */
  within: Days | null;
  /** The earlier moment, in whole seconds, of `past`, `fresh` and `gone`. */
  at: Date | null;
  due: DueName | Days | null;
  words: string | null;
};

/** The parts that can be set and taken out one by one. */
export const parts = ['who', 'place', 'taskId', 'resolutionId', 'topic', 'programme', 'state', 'due', 'words'] as const;
export type Part = (typeof parts)[number];

export const whole: Filter = {
  view: 'shares',
  who: null,
  place: null,
  taskId: null,
  resolutionId: null,
  topic: null,
  programme: null,
  state: null,
  within: null,
  at: null,
  due: null,
  words: null,
};

/** A filter of which only these parts are set. */
export function filterOf(set: Partial<Filter>): Filter {
  return { ...whole, ...set };
}

/** The filter without one of its parts. */
export function without(filter: Filter, part: Part): Filter {
  return { ...filter, [part]: null, ...(part === 'state' && { within: null, at: null }) };
}

/** The filter with another state; days that only belong to what is done go with it. */
export function withState(filter: Filter, state: StateName): Filter {
  const keepsDays = state === 'done' || state === 'inTime' || state === 'late';
  return { ...filter, state, within: keepsDays ? filter.within : null, at: null };
}

const epoch: Day = '2020-01-01';
const epochSeconds = 1_577_836_800;
const digits = 3;

/**
 * The filter as code: at most 47 signs, so that it fits into a button beside the longest verb. Words are only marked ('Q'): they stand
 * in the message. A task leaves its resolution, topic and programmes out.
 */
export function codeOf(filter: Filter): string {
  const { view, who, place, taskId, resolutionId, topic, programme, state, within, at, due, words } = filter;
  return [
    view === 'tasks' ? 'K' : '',
    who === null ? '' : who === 'mine' ? 'M' : 'N',
    place === null ? '' : place === 'read' ? 'H' : `${place.alone ? 'O' : 'U'}${place.orgId.toString(36)}`,
    taskId === null ? '' : `J${taskId.toString(36)}`,
    resolutionId === null || taskId !== null ? '' : `R${resolutionId.toString(36)}`,
    topic === null || taskId !== null ? '' : `T${topic}`,
    programme === null || taskId !== null ? '' : `P${programme}`,
    state === null ? '' : `S${states[state]}`,
    within === null ? '' : `W${daysCode(within)}`,
    at === null ? '' : `B${Math.floor(at.getTime() / 1000 - epochSeconds).toString(36)}`,
    due === null ? '' : typeof due === 'string' ? `D${dues[due]}` : `X${daysCode(due)}`,
    words === null ? '' : 'Q',
  ].join('');
}

const shape =
  /^(K)?([MN])?(?:(H)|([UO])([1-9a-z][0-9a-z]{0,5}))?(?:J([1-9a-z][0-9a-z]{0,5}))?(?:R([1-9a-z][0-9a-z]{0,5}))?(?:T([0-9a-f]{6}))?(?:P([0-9a-f]{6}))?(?:S([a-z]))?(?:W([0-9a-z]{6}))?(?:B([0-9a-z]{1,6}))?(?:D([a-z])|X([0-9a-z]{6}))?(Q)?$/;

/** The filter of a code; null for what no filter gives: such data never came from us. `words` are those of the message. */
export function filterFrom(code: string, words: string | null): Filter | null {
  const found = shape.exec(code);
  if (!found) return null;
  const [, tasks, who, read, kind, org, task, resolution, topic, programme, letter, within, at, due, days, said] =
    found;
  const state = letter === undefined ? null : nameOf(states, letter);
  const dueName = due === undefined ? null : nameOf(dues, due);
  if (state === undefined || dueName === undefined || (said !== undefined && words === null)) return null;
  const filter: Filter = {
    view: tasks ? 'tasks' : 'shares',
    who: who === undefined ? null : who === 'M' ? 'mine' : 'others',
    place: read ? 'read' : org === undefined ? null : { orgId: parseInt(org, 36), alone: kind === 'O' },
    taskId: idOf(task),
    resolutionId: idOf(resolution),
    topic: topic ?? null,
    programme: programme ?? null,
    state,
    within: within === undefined ? null : daysOf(within),
    at: at === undefined ? null : new Date((parseInt(at, 36) + epochSeconds) * 1000),
    due: days === undefined ? dueName : daysOf(days),
    words: said === undefined ? null : words,
  };
  return isSound(filter) && codeOf(filter) === code ? filter : null;
}

/** Ids fit into the database, an earlier moment belongs to the states that ask of one. */
function isSound({ place, taskId, resolutionId, state, at }: Filter): boolean {
  const ids = [place === null || place === 'read' ? 1 : place.orgId, taskId ?? 1, resolutionId ?? 1];
  return ids.every((id) => id <= 2_147_483_647) && pastStates.includes(state) === (at !== null);
}

function idOf(text: string | undefined): number | null {
  return text === undefined ? null : parseInt(text, 36);
}

function nameOf<Name extends string>(letters: Record<Name, string>, letter: string): Name | undefined {
  return (Object.keys(letters) as Name[]).find((name) => letters[name] === letter);
}

function daysCode({ from, to }: Days): string {
  return [from, to].map((day) => daysBetween(epoch, day).toString(36).padStart(digits, '0')).join('');
}

function daysOf(code: string): Days {
  const [from = epoch, to = epoch] = [code.slice(0, digits), code.slice(digits)].map((text) =>
    addDays(epoch, parseInt(text, 36)),
  );
  return { from, to };
}
