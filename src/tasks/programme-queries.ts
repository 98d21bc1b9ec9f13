// The dictionary of programmes and topics as drafts use it: names are put as the dictionary writes them, also where they stand in the text.
import type { App } from '../app.ts';
import { fold } from '../reading/words.ts';
import type { NewDraft } from './draft-rows.ts';

/** Shorter names are found in quotes only: they could be any word. */
const shortestInText = 6;

/** A name for comparison: letters and digits, Kazakh letters as typed on a Russian keyboard. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** These drafts with programmes and topic named as the dictionary of the root organisation does. One statement. */
export async function withDictionary<D extends NewDraft>(
  app: App,
  rootOrgId: number | undefined,
  drafts: D[],
): Promise<D[]> {
  const entries =
    rootOrgId === undefined
      ? []
      : await app.db.programme.findMany({ where: { rootOrgId, closedAt: null }, orderBy: { id: 'asc' } });
  if (entries.length === 0) return drafts;
  const spelled = entries.map(({ kind, name, folded, aliases }) => ({
    kind,
    name,
    all: [folded, ...aliases.map(foldName)],
  }));
  return drafts.map((draft) => {
    const text = ` ${foldName(draft.text)} `;
    const inText = spelled.filter(({ all }) =>
      all.some((words) => words.length >= shortestInText && text.includes(` ${words} `)),
    );
    const known = (name: string): string =>
      spelled.find(({ kind, all }) => kind === 'programme' && all.includes(foldName(name)))?.name ?? name;
    const found = inText.filter(({ kind }) => kind === 'programme').map(({ name }) => name);
    const topic = draft.topic ?? inText.find(({ kind }) => kind === 'topic')?.name ?? null;
    return { ...draft, topic, programmes: [...new Set([...(draft.programmes ?? []).map(known), ...found])] };
  });
}
