// Items of a resolution: drafts of tasks in a numbered order.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { TaskKind, TaskTerm } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { createDrafts, dropDraft, updateDraft } from '../tasks/actions.ts';
import type { NewDraft } from '../tasks/draft-rows.ts';
import { sensitiveKinds } from '../tasks/guard-rules.ts';
import { type Doubt, type DraftFields, maxTaskText } from '../tasks/rules.ts';
import type { Locale } from '../texts.ts';
import type { Clock, Day } from '../time.ts';
import { checkDrafter, checkLength, ownOpen, ownResolution, recordResolution } from './access-actions.ts';
import { askAgain } from './agreement-actions.ts';
import { type Learned, learnFrom } from './learn-actions.ts';
import { tellItemReady } from './message-actions.ts';
import { numbersOf, splitNumber } from './number-rules.ts';
import { type ItemView, resolutionOfTask, type ResolutionView, textOf } from './queries.ts';
import { doubtsAfter } from './review-rules.ts';
import { editableFields, isEditable, isWaiting, type ItemField, languageOf, maxForm, maxItems } from './rules.ts';

export type Item = {
  text: string;
  /** Default: by the letters of the text. */
  locale?: Locale;
  kind: TaskKind;
  executorPostIds: number[];
  fanOut: boolean;
  /** The working groups whose members the executors are: they are taken anew at issue. */
  groupIds?: number[];
  due: Day | null;
  dueTime?: Clock | null;
  /** `standing` needs no date; a dated item without a date stays a draft. */
  term: TaskTerm;
  completionForm: string | null;
} & Pick<DraftFields, 'recurrence' | 'interimDues'>;

/** An item as it was read from a document: what else the document says of it, and what is doubtful. */
export type ReadItem = Item & { number: string | null; doubts: Doubt[] } & Pick<
    DraftFields,
    'dueText' | 'indicators' | 'programmes' | 'sourceText'
  >;

/** Adds an item at the end. Throws UserError when the resolution is not open, full, or the chair may not give tasks to an executor. */
export async function addItem(
  app: App,
  actor: Actor,
  { resolutionId, ...item }: { resolutionId: number } & Item,
): Promise<{ taskId: number; number: string }> {
  // Sections are numbered by whoever writes them: '2.1. …'.
  const numbered = splitNumber(item.text);
  const items = [numbered ? { ...item, ...numbered, doubts: [] } : item];
  const [added] = await addItems(app, actor, { resolutionId, items });
  if (!added) throw new UserError('telegram-stale-button');
  return added;
}

/** Adds several at the end, all or none of them. */
export async function addItems(
  app: App,
  actor: Actor,
  { resolutionId, items }: { resolutionId: number; items: (Item | ReadItem)[] },
): Promise<{ taskId: number; number: string }[]> {
  return transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    checkRoom(view, items.length);
    const last = Math.max(0, ...view.items.map(({ position }) => position));
    const placed = items.map((item, index) => draftOf(view, { ...item, position: last + index + 1 }));
    const taskIds = await createDrafts(app, actor, placed);
    const added = placed.map(({ position, number = null }) => ({ position, number }));
    const numbers = numbersOf([...view.items, ...added]).slice(view.items.length);
    await askAgain(app, actor, view);
    return taskIds.map((taskId, index) => ({ taskId, number: numbers[index] ?? '' }));
  });
}

/** Throws UserError when so many more items do not fit. */
export function checkRoom(view: ResolutionView, more: number): void {
  if (view.items.length + more > maxItems) throw new UserError('resolutions-full', { max: maxItems });
}

/** An item as the draft of a task at a free place. */
export function draftOf(
  view: ResolutionView,
  item: (Item | ReadItem) & { position: number },
): NewDraft & { position: number } {
  checkItem(item);
  const locale = item.locale ?? languageOf(item.text, 'ru' as const);
  const known = 'doubts' in item ? item.doubts : [];
  const doubts = [...known.filter(({ key }) => key !== guardDoubt), ...guardDoubts(item)];
  return { ...item, doubts, locale, resolutionId: view.resolutionId, rootOrgId: view.rootOrgId };
}

/** What the guard found stays doubtful until the words are changed or the item is kept private. The value is not repeated. */
const guardDoubt = 'guard-doubt';
function guardDoubts({ text, completionForm }: Partial<Item>): Doubt[] {
  return sensitiveKinds(text, completionForm).length > 0 ? [{ key: guardDoubt, words: '', candidates: [] }] : [];
}

/** Keeps what the guard found for the executors alone: the item is shown in private only, in groups as number and date. */
export async function keepItemPrivate(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const { view, item } = await itemForChange(app, actor, taskId);
    const doubts = item.doubts.filter(({ key }) => key !== guardDoubt);
    await updateDraft(app, actor, { taskId, resolutionId: view.resolutionId, confidential: true, doubts });
    await recordResolution(app, actor, 'resolutions.item-private', view, { taskId });
    if (!isEditable(view)) await tellItemReady(app, view.resolutionId, taskId);
  });
}

const fieldOf: Record<keyof Omit<Item, 'locale'>, ItemField> = {
  text: 'text',
  kind: 'kind',
  executorPostIds: 'executors',
  fanOut: 'executors',
  groupIds: 'executors',
  due: 'due',
  dueTime: 'due',
  term: 'due',
  recurrence: 'due',
  interimDues: 'due',
  completionForm: 'form',
};

/**
 * Changes what is given of an item, which settles its doubts about that. After the adoption only what it lacked; an item completed then goes to the chair.
 * Words that named nobody are remembered as a name of the one executor that was put in their place.
 */
export async function changeItem(
  app: App,
  actor: Actor,
  { taskId, ...changes }: { taskId: number } & Partial<Item>,
): Promise<{ resolutionId: number; learned: Learned | null }> {
  return transaction(app, async (app) => {
    const { view, item } = await itemForChange(app, actor, taskId);
    const allowed = editableFields(view, item);
    const wanted = (Object.keys(changes) as (keyof Item)[]).flatMap((key) => (key === 'locale' ? [] : [fieldOf[key]]));
    if (wanted.some((field) => !allowed.includes(field))) throw new UserError('resolutions-locked');
    checkItem(changes);
    const locale = changes.locale ?? (changes.text === undefined ? undefined : languageOf(changes.text, 'ru' as const));
    const { resolutionId } = view;
    const written = changes.text !== undefined || changes.completionForm !== undefined;
    const found = written && !item.confidential ? guardDoubts({ text: textOf(item), ...item, ...changes }) : [];
    const left = doubtsAfter(item.doubts, wanted).filter(({ key }) => !written || key !== guardDoubt);
    const doubts = [...left, ...found];
    // Executors named anew are no longer those of a group, unless it was named.
    const group = changes.executorPostIds ? { groupIds: changes.groupIds ?? [] } : {};
    await updateDraft(app, actor, { taskId, resolutionId, ...changes, ...group, doubts, ...(locale && { locale }) });
    if (!isEditable(view)) await tellItemReady(app, view.resolutionId, taskId);
    const teaches = changes.executorPostIds && !changes.fanOut;
    const learned = teaches ? await learnFrom(app, actor, view, item, changes) : null;
    await askAgain(app, actor, view);
    return { resolutionId, learned };
  });
}

/** Takes an item out; those behind it move up by one place. */
export async function removeItem(
  app: App,
  actor: Actor,
  { taskId }: { taskId: number },
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await openItem(app, actor, taskId);
    await dropItem(app, actor, view, item);
    await recordResolution(app, actor, 'resolutions.item-removed', view, { taskId, position: item.position });
    await askAgain(app, actor, view);
    return { resolutionId: view.resolutionId };
  });
}

/** The same inside the caller's transaction, without an event of its own. */
export async function dropItem(app: App, actor: Actor, view: ResolutionView, item: ItemView): Promise<void> {
  await dropDraft(app, actor, { taskId: item.taskId, resolutionId: view.resolutionId });
  await moveItems(app, view.resolutionId, { behind: item.position, by: -1 });
}

/** Moves all items behind a place. By way of negative places: the pair of resolution and place is unique at every moment. */
export async function moveItems(
  app: App,
  resolutionId: number,
  { behind, by }: { behind: number; by: number },
): Promise<void> {
  await app.db
    .$executeRaw`UPDATE task SET position = -(position + ${by}) WHERE resolution_id = ${resolutionId} AND position > ${behind}`;
  await app.db.$executeRaw`UPDATE task SET position = -position WHERE resolution_id = ${resolutionId} AND position < 0`;
}

/** The actor's item while the whole resolution may still be changed. */
export async function openItem(app: App, actor: Actor, taskId: number) {
  const { view, item } = await itemForChange(app, actor, taskId);
  if (!isEditable(view)) throw new UserError('resolutions-locked');
  return { view, item };
}

async function itemForChange(app: App, actor: Actor, taskId: number) {
  const resolutionId = await resolutionOfTask(app, taskId);
  if (resolutionId === null) throw new UserError('telegram-stale-button');
  const view = await ownResolution(app, actor, resolutionId);
  checkDrafter(actor, view);
  const item = view.items.find((known) => known.taskId === taskId);
  if (!item) throw new UserError('telegram-stale-button');
  if (isWaiting(view)) throw new UserError('resolutions-with-chair');
  if (item.state !== 'draft') throw new UserError('resolutions-locked');
  return { view, item };
}

function checkItem({ text, completionForm }: Partial<Item>): void {
  checkLength(text ?? '', maxTaskText);
  checkLength(completionForm ?? '', maxForm);
}
