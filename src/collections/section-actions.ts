// The ready question "report by sections": the five that a report on schools must have (source documents, S16).
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import { createDraft } from '../tasks/draft-actions.ts';
import type { Locale } from '../texts.ts';
import { addField, setAutoAccept } from './actions.ts';

/** Ends of the text keys of the sections, in their order. */
export const sectionKeys = ['safety', 'staff', 'meals', 'education', 'rights'] as const;

/** Drafts the question with a text for every section, none of which may be missing; whoever controls accepts it. Throws UserError for who may not issue. */
export async function draftSections(
  app: App,
  actor: Actor,
  { text, locale, labels }: { text: string; locale: Locale; labels: string[] },
): Promise<{ taskId: number }> {
  if (!abilitiesOf(actor).has('issue')) throw new UserError('tasks-may-not-issue');
  return transaction(app, async (app) => {
    const { taskId } = await createDraft(app, actor, { text, locale, executorPostIds: [], fanOut: true });
    const written = { kind: 'text' as const, unit: null, min: null, max: null, whole: false, choices: [] };
    for (const label of labels) await addField(app, actor, { taskId, field: { ...written, label, required: true } });
    await setAutoAccept(app, actor, { taskId, autoAccept: false });
    return { taskId };
  });
}
