// What a commitment is measured by: an indicator in its words, or the form it ends with.
import type { App } from '../app.ts';
import { findIndicators } from '../reading/figures/indicators.ts';
import type { Actor } from '../org/rules.ts';
import { ownDraft, updateDraft } from './draft-actions.ts';

/** Adds '12 встреч' to the words and indicators of the actor's draft; what names no figure becomes its completion form. Throws UserError for a draft that is not the actor's. */
export async function setMeasure(
  app: App,
  actor: Actor,
  { taskId, measure }: { taskId: number; measure: string },
): Promise<void> {
  const { textKk, textRu, indicators } = await ownDraft(app, actor, taskId);
  const found = findIndicators(measure);
  const words = `${textKk ?? textRu ?? ''} (${measure.trim()})`;
  const changes =
    found.length > 0
      ? {
          text: words,
          locale: textKk === null ? ('ru' as const) : ('kk' as const),
          indicators: [...indicators, ...found],
        }
      : { completionForm: measure.trim() };
  await updateDraft(app, actor, { taskId, ...changes });
}
