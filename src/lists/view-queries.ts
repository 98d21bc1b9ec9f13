// What a reader gets to see of a filter: a page of the list, the panel, the choices for one part of it.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { nameIn, type Named } from '../org/messages.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { findTasks, type TaskPage, taskPage } from '../tasks/find-queries.ts';
import type { Find } from '../tasks/find-rules.ts';
import { pageSize } from '../tasks/list-messages.ts';
import { sharePage } from '../tasks/list-queries.ts';
import { escapeHtml, type Locale } from '../texts.ts';
import {
  dueCounts,
  nameCounts,
  namesIn,
  resolutionCounts,
  stateCounts,
  totalOf,
  unitCounts,
} from './choice-queries.ts';
import { filterSql, sharesSql } from './filter-queries.ts';
import { type Filter, filterOf, withState } from './filter-rules.ts';
import {
  filterWords,
  listMessage,
  partWords,
  panelMessage,
  pickMessage,
  type PickOption,
  type PickPart,
  resolutionWords,
  type Said,
  type Screen,
} from './messages.ts';

/** Only these are put into words by who reads; the names of the bodies whose subtrees they are. */
function namesRead(actor: Actor): Named[] {
  const own = actor.posts.map(({ orgNameKk, orgNameRu }) => ({ nameKk: orgNameKk, nameRu: orgNameRu }));
  return [...new Map(own.map((name) => [name.nameRu, name])).values()];
}

async function said(app: App, actor: Actor, filter: Filter): Promise<Said> {
  return { filter, names: await namesIn(app, actor, filter), read: namesRead(actor) };
}

/** A page (from 0) of the list; behind the last page the last one. Three statements at most. */
export async function listView(
  app: App,
  actor: Actor,
  locale: Locale,
  { filter, page: wanted }: { filter: Filter; page: number },
): Promise<Screen> {
  let page = wanted;
  let found = await readPage(app, actor, filter, page);
  if (found.rows.length === 0 && found.total > 0) {
    page = Math.ceil(found.total / pageSize) - 1;
    found = await readPage(app, actor, filter, page);
  }
  return listMessage(app, locale, { ...(await said(app, actor, filter)), page, found });
}

async function readPage(app: App, actor: Actor, filter: Filter, page: number) {
  const slice = { skip: page * pageSize, take: pageSize };
  if (filter.view === 'shares') return sharePage(app, filterSql(app, actor, filter), slice);
  return taskPage(app, actor, tasksSql(app, actor, filter), slice);
}

/** The panel by which the filter is changed. Two statements. */
export async function panelView(app: App, actor: Actor, locale: Locale, filter: Filter): Promise<Screen> {
  const total = await totalOf(app, actor, filter);
  return panelMessage(app, locale, { ...(await said(app, actor, filter)), total });
}

/** The choices for one part of the filter. Three statements at most. */
export async function pickView(
  app: App,
  actor: Actor,
  locale: Locale,
  { filter, part, page }: { filter: Filter; part: PickPart; page: number },
): Promise<Screen> {
  const options = await optionsOf(app, actor, locale, filter, part);
  return pickMessage(app, locale, await said(app, actor, filter), { part, options, page });
}

async function optionsOf(
  app: App,
  actor: Actor,
  locale: Locale,
  filter: Filter,
  part: PickPart,
): Promise<PickOption[]> {
  const label = (name: string, n: number): string => `${name}: ${n}`;
  // Of tasks that several units share no sum can be told.
  const unit = (name: string, n: number): string => (filter.view === 'tasks' ? name : label(name, n));
  const to = (change: Partial<Filter>): Filter => ({ ...filter, ...change });
  switch (part) {
    case 'u':
      return (await unitCounts(app, actor, filter)).map(({ value: place, name, n }) => ({
        label: unit(nameIn(name, locale), n),
        filter: to({ place }),
      }));
    case 's':
      return (await stateCounts(app, actor, filter)).map(({ value, n }) => ({
        label: label(app.t(locale, `lists-state-${value}`), n),
        filter: withState(filter, value),
      }));
    case 'd':
      return (await dueCounts(app, actor, filter)).map(({ value: due, n }) => ({
        label: label(app.t(locale, `lists-due-${due}`), n),
        filter: to({ due }),
      }));
    case 'r':
      return (await resolutionCounts(app, actor, filter)).map(({ value: resolutionId, name, n }) => ({
        label: label(resolutionWords(name), n),
        filter: to({ resolutionId, taskId: null }),
      }));
    case 't':
    case 'p': {
      const what = part === 't' ? 'topic' : 'programme';
      const found = await nameCounts(app, actor, filter, what);
      return found.map(({ value, name, n }) => ({
        label: label(name, n),
        filter: to({ [what]: value, taskId: null }),
      }));
    }
  }
}

/** What is found for the asker of an inline query: tasks that say it; without anything to look for their own open ones, else the late. */
export async function inlineFound(
  app: App,
  actor: Actor,
  find: Find | null,
  page: { skip: number; take: number },
): Promise<TaskPage> {
  if (find) return findTasks(app, actor, find, page);
  const late = readableScopes(actor).length > 0;
  const filter = filterOf(late ? { state: 'overdue' } : { who: 'mine', state: 'open' });
  return taskPage(app, actor, tasksSql(app, actor, filter), page);
}

/** SQL: the task has a share that the filter holds. */
function tasksSql(app: App, actor: Actor, filter: Filter): Prisma.Sql {
  return Prisma.sql`t.id IN (SELECT p.task_id ${sharesSql} WHERE ${filterSql(app, actor, filter)})`;
}

/** The filter in words, HTML. One statement. */
export async function filterView(app: App, actor: Actor, locale: Locale, filter: Filter): Promise<string> {
  const whole = await said(app, actor, filter);
  const words = partWords(app, locale, whole, 'words');
  return escapeHtml([filterWords(app, locale, whole), ...(words === null ? [] : [words])].join(' · '));
}

/** The filter that a person begins with: the tasks on control in what they read, else their own open shares. */
export function startingFilter(actor: Actor): Partial<Filter> {
  return readableScopes(actor).length > 0 ? { view: 'tasks', state: 'control' } : { who: 'mine', state: 'open' };
}
