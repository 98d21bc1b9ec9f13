// Items of a resolution: drafts of tasks in a numbered order.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { TaskKind, TaskTerm } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { createDraft, dropDraft, updateDraft } from '../tasks/actions.ts';
import { maxTaskText } from '../tasks/rules.ts';
import type { Locale } from '../texts.ts';
import type { Clock, Day } from '../time.ts';
import { checkDrafter, checkLength, ownOpen, ownResolution, recordResolution } from './access-actions.ts';
import { tellItemReady } from './message-actions.ts';
import { resolutionOfTask } from './queries.ts';
import {
  editableFields,
  isEditable,
  isWaiting,
  type ItemField,
  itemNumber,
  languageOf,
  maxForm,
  maxItems,
} from './rules.ts';

export type Item = {
  text: string;
  /** Default: by the letters of the text. */
  locale?: Locale;
  kind: TaskKind;
  executorPostIds: number[];
  fanOut: boolean;
  due: Day | null;
  dueTime?: Clock | null;
  /** `standing` needs no date; a dated item without a date stays a draft. */
  term: TaskTerm;
  completionForm: string | null;
};

/** Adds an item at the end. Throws UserError when the resolution is not open, full, or the chair may not give tasks to an executor. */
export async function addItem(
  app: App,
  actor: Actor,
  { resolutionId, ...item }: { resolutionId: number } & Item,
): Promise<{ taskId: number; number: string }> {
  return transaction(app, async (app) => {
    const view = await ownOpen(app, actor, resolutionId);
    if (view.items.length >= maxItems) throw new UserError('resolutions-full', { max: maxItems });
    const position = Math.max(0, ...view.items.map((known) => known.position)) + 1;
    checkItem(item);
    const { taskId } = await createDraft(app, actor, {
      ...item,
      locale: item.locale ?? languageOf(item.text, 'ru'),
      resolutionId,
      position,
      rootOrgId: view.rootOrgId,
      requestKey: undefined,
    });
    return { taskId, number: itemNumber(position) };
  });
}

const fieldOf: Record<keyof Omit<Item, 'locale'>, ItemField> = {
  text: 'text',
  kind: 'kind',
  executorPostIds: 'executors',
  fanOut: 'executors',
  due: 'due',
  dueTime: 'due',
  term: 'due',
  completionForm: 'form',
};

/** Changes what is given of an item. After the adoption only what it lacked; an item completed then goes to the chair. */
export async function changeItem(
  app: App,
  actor: Actor,
  { taskId, ...changes }: { taskId: number } & Partial<Item>,
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await itemForChange(app, actor, taskId);
    const allowed = editableFields(view, item);
    const wanted = (Object.keys(changes) as (keyof Item)[]).flatMap((key) => (key === 'locale' ? [] : [fieldOf[key]]));
    if (wanted.some((field) => !allowed.includes(field))) throw new UserError('resolutions-locked');
    checkItem(changes);
    const locale = changes.locale ?? (changes.text === undefined ? undefined : languageOf(changes.text, 'ru' as const));
    const { resolutionId } = view;
    await updateDraft(app, actor, { taskId, resolutionId, ...changes, ...(locale && { locale }) });
    if (!isEditable(view)) await tellItemReady(app, view.resolutionId, taskId);
    return { resolutionId: view.resolutionId };
  });
}

/** Takes an item out; those behind it move up by one number. */
export async function removeItem(
  app: App,
  actor: Actor,
  { taskId }: { taskId: number },
): Promise<{ resolutionId: number }> {
  return transaction(app, async (app) => {
    const { view, item } = await itemForChange(app, actor, taskId);
    if (!isEditable(view)) throw new UserError('resolutions-locked');
    await dropDraft(app, actor, { taskId, resolutionId: view.resolutionId });
    // One after another: the pair of resolution and position is unique at every moment.
    for (const { taskId: id, position } of view.items.filter((other) => other.position > item.position))
      await app.db.task.update({ where: { id }, data: { position: position - 1 } });
    await recordResolution(app, actor, 'resolutions.item-removed', view, { taskId, position: item.position });
    return { resolutionId: view.resolutionId };
  });
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
