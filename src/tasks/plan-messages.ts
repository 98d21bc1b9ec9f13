// The way from a task to the roadmap that it is a measure of.
import { button } from '../telegram/buttons.ts';
import type { Ctx, Keyboard } from '../telegram/context.ts';
import type { TaskView } from './queries.ts';

type T = (key: string) => string;

/** A button for who may change the task: it leads to the measure in its roadmap. None for what is no measure in force. */
export function amendButtons(t: T, { measure }: Pick<TaskView, 'measure'>): Keyboard[number] {
  return measure ? [button(t('roadmaps-button-amend'), 'roadmaps.amend', measure.measureId)] : [];
}

/** Answers a press that would change a measure of a roadmap in force past it, from an older card: it is changed there. */
export async function sayAmend(ctx: Pick<Ctx, 't' | 'say'>, task: Pick<TaskView, 'measure'>): Promise<void> {
  await ctx.say('roadmaps-amend-only', {}, { keyboard: [amendButtons(ctx.t, task)] });
}
