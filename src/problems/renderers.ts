// Messages of the register that nobody asked for: a problem was closed or opened again.
import type { App } from '../app.ts';
import { clip, orgName } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { toldProblem } from './queries.ts';

/** Who writes which message about problems. */
export const problemsRenderers: Renderers = {
  'problems.closed': renderAs('closed', 'closed'),
  'problems.reopened': renderAs('reopened', 'open'),
};

/** Says nothing where the problem is in another state by now. */
function renderAs(what: string, state: string) {
  return async (app: App, { data }: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> => {
    const problem = await toldProblem(app, Number(data['problemId']));
    if (problem?.state !== state) return null;
    const { id, org, type, text } = problem;
    const about = { org: clip(orgName(org, locale), 60), type: clip(type, 80), text: clip(text, 300) };
    const reason = String(data['reason'] ?? '');
    return {
      text: app.t(locale, `problems-told-${what}`, { ...about, reason }),
      keyboard: [[button(app.t(locale, 'problems-button-open'), 'problems.show', id)]],
    };
  };
}
