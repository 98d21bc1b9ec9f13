// What a draft shows about time: warnings of the quality gate, and days proposed instead of its own. A constant number of statements.
import type { App } from '../app.ts';
import { type Calendar, loadSchoolYears, type Week } from '../calendar.ts';
import type { DayOffPolicy } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { type Day, dayIn } from '../time.ts';
import { warningsFor } from './gate-queries.ts';
import type { Warning } from './gate-rules.ts';
import { issuerFor } from './promise-rules.ts';
import type { TaskView } from './queries.ts';
import { movedDay } from './recurrence-rules.ts';
import { timesOfOrg } from './series-queries.ts';

export type DraftTime = {
  warnings: Warning[];
  /** Where the day-off policy of the issuing organisation would put the date; null: nowhere else. */
  moved: Day | null;
  /** Days that can be taken by a button, each once. */
  proposed: Day[];
};

/** Everything about the time of this draft that is shown with it. */
export async function draftTime(app: App, actor: Actor, draft: TaskView, calendar: Calendar): Promise<DraftTime> {
  const warnings = (await warningsFor(app, [draft])).get(draft.taskId) ?? [];
  const executors = draft.participations.map(({ post }) => post);
  const issuer = issuerFor(actor, draft.kind, executors, draft.issuer?.postId);
  const times = issuer ? await timesOfOrg(app, issuer.orgPath) : { week: 5 as const, policy: 'keep' as const };
  const moved = movedOf(draft, times, calendar);
  const load = warnings.find(({ code }) => code === 'load')?.day ?? null;
  const days = draft.recurrence ? [] : [moved, load].filter((day) => day !== null);
  const today = dayIn(app.zone, app.now());
  return { warnings, moved, proposed: [...new Set(days)].filter((day) => day >= today && day !== draft.due) };
}

function movedOf(
  draft: TaskView,
  { policy, week }: { week: Week; policy: DayOffPolicy },
  calendar: Calendar,
): Day | null {
  if (draft.due === null) return null;
  // What is a day off for the executors: of several, for all of them.
  const weeks = [...new Set(draft.participations.map(({ post }) => post.org.week))];
  const off = (weeks.length > 0 ? weeks : [week]).every((each) => draft.due && !calendar.isWorkingDay(draft.due, each));
  const moved = off
    ? movedDay(draft.due, policy, { calendar, week: weeks.length === 1 ? (weeks[0] ?? week) : week })
    : draft.due;
  return moved === draft.due ? null : moved;
}

/** The end of the school term that these words mean: the one numbered, else the running one. */
export async function termEnd(app: App, words: string): Promise<Day | null> {
  const today = dayIn(app.zone, app.now());
  const school = await loadSchoolYears(app);
  const year = Number(today.slice(0, 4));
  const terms = [
    ...school(year - 1).map((term, at) => ({ ...term, n: at + 1 })),
    ...school(year).map((term, at) => ({ ...term, n: at + 1 })),
  ];
  const wanted = ordinalIn(words);
  return terms.find(({ end, n }) => end >= today && (wanted === null || n === wanted))?.end ?? null;
}

const ordinals = [
  /(?<!\d)1(?!\d)|перв|бірінші|first/i,
  /(?<!\d)2(?!\d)|втор|екінші|second/i,
  /(?<!\d)3(?!\d)|трет|үшінші|third/i,
  /(?<!\d)4(?!\d)|четв[её]рт(?:ой|ая|ую)\s+четв|төртінші|fourth/i,
];

function ordinalIn(words: string): number | null {
  const at = ordinals.findIndex((pattern) => pattern.test(words));
  return at < 0 ? null : at + 1;
}
