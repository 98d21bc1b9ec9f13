// Programmes and topics on screen: the dictionary with counts, one entry, the choice for a task.
import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { clip } from '../org/messages.ts';
import { button, turns } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Locale, TextArgs } from '../texts.ts';
import type { Screen } from './messages.ts';
import type { ProgrammeRow } from './programme-queries.ts';

const onPage = 8;
const longestLabel = 56;
/** Spellings named under an entry, the newest. */
const shownSpellings = 20;

/** The dictionary page by page: on control, done and overdue of each. */
export function dictionaryMessage(
  app: App,
  locale: Locale,
  all: ProgrammeRow[],
  wanted: number,
  keeps: boolean,
): Screen {
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const last = Math.max(0, Math.ceil(all.length / onPage) - 1);
  const page = Math.min(wanted, last);
  const shown = all.slice(page * onPage, (page + 1) * onPage);
  const lines = shown.map(({ kind, name, open, done, overdue }, index) =>
    t('programmes-line', { n: page * onPage + index + 1, kind, name: clip(name, 120), open, done, overdue }),
  );
  const numbers = shown.map(({ programmeId }, index) =>
    button(String(page * onPage + index + 1), 'programmes.show', programmeId),
  );
  const adds = keeps
    ? [
        [
          button(t('programmes-button-add', { kind: 'programme' }), 'programmes.add', 'programme'),
          button(t('programmes-button-add', { kind: 'topic' }), 'programmes.add', 'topic'),
        ],
      ]
    : [];
  const head = all.length === 0 ? t('programmes-none') : t('programmes-title');
  return {
    html: [head, ...lines].join('\n\n'),
    keyboard: [...(numbers.length > 0 ? [numbers] : []), ...turns('programmes.list', [], page, last), ...adds],
  };
}

/** One entry: its counts, its spellings, the way to the list of its tasks. */
export function entryMessage(app: App, locale: Locale, row: ProgrammeRow, keeps: boolean): Screen {
  const t = (key: string, args: TextArgs = {}): string => app.t(locale, key, args);
  const { programmeId, kind, name, aliases, open, done, overdue } = row;
  return {
    html: [
      t('programmes-entry', { kind, name, open, done, overdue }),
      ...(aliases.length > 0
        ? [
            t('programmes-spellings', {
              names: aliases
                .slice(-shownSpellings)
                .map((alias) => clip(alias, 80))
                .join('; '),
            }),
          ]
        : []),
    ].join('\n'),
    keyboard: [
      ...numberRows(t, row),
      [button(t('programmes-button-tasks'), 'lists.show', listCode(row), 0)],
      ...(keeps
        ? [
            [
              button(t('programmes-button-rename'), 'programmes.rename', programmeId),
              button(t('programmes-button-spelling'), 'programmes.spelling', programmeId),
            ],
            [button(t('programmes-button-close'), 'programmes.close', programmeId)],
          ]
        : []),
      [button(t('programmes-button-all'), 'programmes.list', 0)],
    ],
  };
}

/** The counts as buttons, each with the list behind it; none for what is nought. */
function numberRows(t: (key: string) => string, row: ProgrammeRow): Keyboard {
  const numbers = [
    { state: 'control', n: row.open, code: 'Sc' },
    { state: 'done', n: row.done, code: 'Sd' },
    { state: 'overdue', n: row.overdue, code: 'So' },
  ].filter(({ n }) => n > 0);
  if (numbers.length === 0) return [];
  const shares = listCode(row).slice(1);
  return [
    numbers.map(({ state, n, code }) => button(`${t(`lists-state-${state}`)}: ${n}`, 'lists.open', `${shares}${code}`)),
  ];
}

/** The list of the tasks that bear a name, as the room of lists writes it into its buttons: a digest, for there is no room for the name. */
export function listCode({ kind, name }: Pick<ProgrammeRow, 'kind' | 'name'>): string {
  return `K${kind === 'topic' ? 'T' : 'P'}${createHash('md5').update(name).digest('hex').slice(0, 6)}`;
}

/** The dictionary with what a task bears marked; a press turns it. */
export function choiceMessage(
  app: App,
  locale: Locale,
  { taskId, rows, borne, page: wanted }: { taskId: number; rows: ProgrammeRow[]; borne: string[]; page: number },
): Screen {
  const last = Math.max(0, Math.ceil(rows.length / onPage) - 1);
  const page = Math.min(wanted, last);
  const labels = rows.slice(page * onPage, (page + 1) * onPage).map(({ programmeId, kind, name }) => {
    const mark = borne.includes(`${kind} ${name}`) ? '✅ ' : kind === 'topic' ? '🏷 ' : '';
    return [button(`${mark}${clip(name, longestLabel)}`, 'programmes.turn', taskId, programmeId, page)];
  });
  return {
    html: app.t(locale, rows.length === 0 ? 'programmes-choose-none' : 'programmes-choose'),
    keyboard: [...labels, ...turns('programmes.choose', [taskId], page, last)],
  };
}
