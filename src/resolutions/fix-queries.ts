// What an answer to an item's card changes: dates and executors are read in the light of the meeting. Throws UserError when it cannot be understood.
import type { App } from '../app.ts';
import { loadCalendar, type Week } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { readDeadline } from '../reading/dates/terms.ts';
import { executorName } from '../tasks/messages.ts';
import { fieldsOfDeadline } from '../tasks/deadline-rules.ts';
import { postViews } from '../tasks/post-queries.ts';
import { executorsWeek } from '../tasks/week-rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn } from '../time.ts';
import { typedExecutors } from './executor-queries.ts';
import { type Fix, isStanding, isUndated } from './fix-rules.ts';
import type { Item } from './item-actions.ts';
import { type ItemView, postHeld, type ResolutionView } from './queries.ts';
import { mayIssueTo } from './rules.ts';

/** A date without its name is short: a longer text only mentions one. */
const longestDate = 60;

/** The changes an answer asks for. Words without a name are tried as a date, then as executors. */
export async function understandFix(
  app: App,
  { locale }: Pick<Actor, 'locale'>,
  { view, item }: { view: ResolutionView; item: ItemView },
  fix: Exclude<Fix, { field: 'drop' }>,
): Promise<Partial<Item>> {
  if (fix.field === 'kind') return { kind: fix.kind };
  if (fix.field === 'text') return { text: fix.words };
  if (fix.field === 'form') return { completionForm: fix.words };
  if (fix.field === 'due') return dueOf(app, fix.words, executorsWeek(item));
  if (fix.field === 'executors') return executorsOf(app, locale, view, fix.words);
  const unclear = (error: unknown): null => {
    if (!(error instanceof UserError)) throw error;
    return null;
  };
  const due = fix.words.length <= longestDate ? await dueOf(app, fix.words, executorsWeek(item)).catch(unclear) : null;
  const changes = due ?? (await executorsOf(app, locale, view, fix.words).catch(unclear));
  if (!changes) throw new UserError('resolutions-fix-unclear');
  return changes;
}

async function dueOf(app: App, words: string, week: Week): Promise<Partial<Item>> {
  if (isStanding(words)) return { due: null, dueTime: null, term: 'standing' };
  if (isUndated(words)) return { due: null, dueTime: null, term: 'undated' };
  const today = dayIn(app.zone, app.now());
  const term = readDeadline(words, { today, calendar: await loadCalendar(app), week });
  if (term?.doubt === 'reading-doubt-impossible-date') throw new UserError('telegram-day-impossible');
  if (!term || term.deadline.kind === 'none') throw new UserError('telegram-day-unclear');
  return fieldsOfDeadline(term.deadline, today);
}

async function executorsOf(app: App, locale: Locale, view: ResolutionView, words: string): Promise<Partial<Item>> {
  const { postIds, fanOut, unclear, unknown, groupIds = [] } = await typedExecutors(app, locale, view, words);
  const [several] = unclear;
  if (several) {
    const posts = await postViews(app, several.candidates.slice(0, 6));
    const names = posts.map((post) => executorName(post, locale)).join('; ');
    throw new UserError('resolutions-fix-several', { words: several.words, names });
  }
  if (unknown.length > 0) throw new UserError('resolutions-executors-unknown', { words: unknown.join('; ') });
  const chair = postHeld(view.chair, view.rootOrgId);
  const posts = await postViews(app, postIds);
  const allowed = posts.filter(({ role, org }) => mayIssueTo(chair, [{ role, orgPath: org.path, orgType: org.type }]));
  const refused = posts.filter((post) => !allowed.includes(post));
  if (refused.length > 0 && !fanOut)
    throw new UserError('resolutions-executors-refused', {
      names: refused.map((post) => executorName(post, locale)).join('; '),
    });
  return { executorPostIds: postIds.filter((id) => allowed.some(({ postId }) => postId === id)), fanOut, groupIds };
}
