// The quality gate of issuing: what makes a draft weak. It warns, it never forbids (product rules, moonshots 4 and 9). Pure.
import type { Calendar, Week } from '../calendar.ts';
import { fold } from '../reading/words.ts';
import { addMonths, type Day } from '../time.ts';
import type { TaskView } from './queries.ts';
import { executorsWeek } from './week-rules.ts';

/** A task due in fewer working days than this is short. */
export const shortDays = 2;
/** Tasks of one executor due on one day, from which another one is too many. */
export const fullDay = 5;
/** A less loaded day is looked for so many working days before and after. */
export const loadWindow = 5;
/** Share of words that two texts have in common, from which they are the same order. */
export const sameText = 0.8;
/** A task of several bodies that goes on for longer, in months, asks for a roadmap (product rules, roadmaps). */
export const roadmapMonths = 6;

export type WarningCode = 'vague' | 'short' | 'duplicate' | 'responsible' | 'load' | 'roadmap';
/** `day` is the one proposed instead; `n`, `number` and `postId` are what the words need. */
export type Warning = { code: WarningCode; n?: number; number?: string; postId?: number; day?: Day | null };

/** How full a day is for the executors of a draft: how many of them have `fullDay` and more, the most one has, and who that is. */
export type DayLoad = { day: Day; overloaded: number; most: number; postId: number };
/** An open task of one of the first executors. */
export type OpenText = { number: string; text: string };
export type GateFacts = { today: Day; calendar: Calendar; loads: DayLoad[]; open: OpenText[] };

/** Verbs that name no result by themselves, by their beginnings. */
const vagueVerbs =
  /(?:^|[^а-яёәғқңөұүһі])(?:усил|активизир|повыс|повыш|улучш|совершенствов|оптимизир|прорабо|содейств|способств|(?:продолж\S*\s+(?:работу|проведение|реализацию))|(?:принять|принимать|приня\S+)\s+(?:\S+\s+)?мер|(?:уделить|обратить|усилить)\s+(?:\S+\s+)?внимание|взять\s+на\s+контроль|күшейт|жандандыр|белсенді|арттыр|жақсарт|жетілдір|оңтайландыр|назар\s+аудар|шара(?:лар)?\s+қабылда|жұмысты\s+жалғастыр|strengthen|intensif|improve|enhance)/u;
/** What makes even those concrete: something that can be put on the table. */
const results =
  /(?:отчет|отчёт|приказ|план\S*\s+(?:мероприят|график)|акт(?:ы|а)?(?![а-яё])|справк|протокол|фото|список|списк|таблиц|договор|смет|реестр|есеп|бұйрық|жоспар|анықтама|хаттама|фотосурет|тізім|кесте|шарт|report|order|list|photo)/u;

/** Everything weak about a draft, at most one warning of each kind. */
export function warningsOf(draft: TaskView, facts: GateFacts): Warning[] {
  // What is only told, or asked as a favour, need not be measurable.
  const orders = !['note', 'appeal'].includes(draft.kind);
  return [
    ...(orders && isVague(draft) ? [{ code: 'vague' as const }] : []),
    ...(orders ? shortOf(draft, facts) : []),
    ...duplicateOf(draft, facts),
    ...(orders && lacksResponsible(draft) ? [{ code: 'responsible' as const }] : []),
    ...(orders ? loadOf(draft, facts) : []),
    ...(orders && isLongAndShared(draft, facts) ? [{ code: 'roadmap' as const }] : []),
  ];
}

/** 'Усилить работу': a verb without a result, and neither an indicator, a number nor a completion form. */
export function isVague(
  draft: Pick<TaskView, 'textKk' | 'textRu' | 'indicators' | 'completionForm' | 'interimDues'>,
): boolean {
  const text = ` ${(draft.textKk ?? draft.textRu ?? '').toLowerCase()}`;
  if (draft.indicators.length > 0 || draft.completionForm || !vagueVerbs.test(text)) return false;
  const bare = text.replace(/(?:№|n)\s*\d+(?:\s*,\s*\d+)*/g, '').replace(/\d{1,2}\.\d{1,2}\.\d{4}/g, '');
  return !/\d/.test(bare) && !results.test(text);
}

/** More than half a year for two bodies or more; copies of one task for a class are each their own. */
export function isLongAndShared(
  { due, fanOut, participations }: Pick<TaskView, 'due' | 'fanOut' | 'participations'>,
  { today }: Pick<GateFacts, 'today'>,
): boolean {
  const there = participations.filter(({ state }) => state !== 'withdrawn');
  const bodies = new Set(there.map(({ post }) => post.org.orgId));
  return due !== null && !fanOut && bodies.size > 1 && due > addMonths(today, roadmapMonths);
}

function shortOf(draft: TaskView, { today, calendar }: GateFacts): Warning[] {
  const { due } = draft;
  if (due === null || due < today) return [];
  const left = draft.participations.map(({ post }) => calendar.workingDaysBetween(today, due, post.org.week));
  const least = left.length > 0 ? Math.min(...left) : calendar.workingDaysBetween(today, due, 5);
  return least < shortDays ? [{ code: 'short', n: Math.max(0, least) }] : [];
}

function duplicateOf(draft: TaskView, { open }: GateFacts): Warning[] {
  const words = wordsOf(draft.textKk ?? draft.textRu ?? '');
  const twin = open.find(({ text }) => likeness(words, wordsOf(text)) >= sameText);
  return twin ? [{ code: 'duplicate', number: twin.number }] : [];
}

/** Words by their beginnings, so that endings do not matter. */
function wordsOf(text: string): Set<string> {
  return new Set((fold(text).match(/[\p{L}\d]{3,}/gu) ?? []).map((word) => word.slice(0, 6)));
}

/** Words in common of all words, 0 to 1; two texts of hardly any words are not compared. */
function likeness(one: Set<string>, other: Set<string>): number {
  if (Math.min(one.size, other.size) < 2) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}

/** Several executors, and nobody is the first of them: none is responsible, or whoever was named first was not found. */
function lacksResponsible({ fanOut, participations, doubts }: TaskView): boolean {
  if (fanOut || participations.length === 0) return false;
  const first = doubts.some(({ at, key }) => at === 0 && /executor|schools/.test(key));
  return first || (participations.length > 1 && !participations.some(({ role }) => role === 'responsible'));
}

function loadOf(draft: TaskView, { today, calendar, loads }: GateFacts): Warning[] {
  const { due } = draft;
  const full = loads.find(({ day, most }) => day === due && most >= fullDay);
  if (due === null || !full || draft.recurrence) return [];
  const day = lighterDay(due, full.most, { today, calendar, loads, week: executorsWeek(draft) });
  return [{ code: 'load', n: draft.fanOut ? full.overloaded : full.most, postId: full.postId, day }];
}

/** The least loaded working day near the date, with at most half of its load; of equal ones the nearest, the earlier first. */
function lighterDay(due: Day, most: number, facts: Omit<GateFacts, 'open'> & { week: Week }): Day | null {
  const { today, calendar, loads, week } = facts;
  const load = (day: Day): number => loads.find((known) => known.day === day)?.most ?? 0;
  const earliest = calendar.addWorkingDays(today, shortDays, week);
  const near = Array.from({ length: loadWindow }, (_, n) => n + 1).flatMap((n) => [
    calendar.addWorkingDays(due, -n, week),
    calendar.addWorkingDays(due, n, week),
  ]);
  const possible = near.filter((day) => day >= earliest && load(day) * 2 <= most);
  const [best] = possible.toSorted((a, b) => load(a) - load(b) || near.indexOf(a) - near.indexOf(b));
  return best ?? null;
}

/** The days whose load has to be known for a draft that is due then, in a week of whatever length: five days reach farther than six. */
export function loadDays(due: Day, calendar: Calendar): { from: Day; to: Day } {
  return {
    from: calendar.addWorkingDays(due, -loadWindow, 5),
    to: calendar.addWorkingDays(due, loadWindow, 5),
  };
}
