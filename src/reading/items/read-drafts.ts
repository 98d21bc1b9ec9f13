// readDrafts: a whole document, in whatever form it was pasted, becomes drafts. Pure: the same text gives the same drafts.
import type { Draft } from '../drafts.ts';
import { assemble, type Found } from './assemble.ts';
import { blocksOf, type Block } from './blocks.ts';
import { chiefsOf, isQuotedLine, messagesOf, type Message } from './chats.ts';
import { isDictation, readDictation } from './dictation.ts';
import { isTalk, saysToPeople } from './manner.ts';
import { readProse } from './prose.ts';
import { newState } from './record-state.ts';
import { readBlocks } from './record.ts';
import type { ReadContext } from './sentence.ts';
import { evenOut, linesOf, type Line } from './source.ts';
import { readTable } from './table-rows.ts';
import { tablesOf } from './tables.ts';

/**
 * Reads a protocol, resolution, roadmap, chat, news release or dictation in Kazakh, Russian or both. Relative terms are
 * counted from `referenceDate`, the day of the meeting. Everything guessed is a doubt of its draft.
 */
export function readDrafts(text: string, context: ReadContext): Draft[] {
  const even = evenOut(text);
  const lines = linesOf(even);
  const tables = tablesOf(even, lines);
  const rest = lines.filter(
    ({ span }) => !tables.some((table) => span[0] >= table.span[0] && span[1] <= table.span[1]),
  );
  const found = [
    ...tables.flatMap((table) => readTable(even, table, context)),
    ...readRest(even, rest, tables.length > 0, context),
  ];
  return found
    .sort((a, b) => a.span[0] - b.span[0])
    .map((each) => assemble(even, each, context))
    .filter((draft) => draft.text !== '');
}

function readRest(text: string, lines: Line[], hasTable: boolean, context: ReadContext): Found[] {
  const messages = messagesOf(text, lines);
  if (messages) return readChat(text, messages, context);
  if (!hasTable && isDictation(text)) return readDictation(text, context);
  const blocks = blocksOf(text, lines);
  if (isRecord(text, blocks)) return readAll(text, blocks, false, context);
  if (hasTable) return [];
  return isTalk(text, blocks)
    ? readAll(text, blocksOf(text, lines, true), true, context)
    : readProse(text, blocks, context);
}

const recordTitle = /протокол|хаттама|решени[ея]|шешім|резолюци|қарар|қаулы|постановлен|распоряжен|выписка/iu;

/** Numbered points, headings of a record, or marked points under the title of one. */
function isRecord(text: string, blocks: Block[]): boolean {
  const numbered = blocks.filter(({ number }) => number !== null).length;
  const formal = blocks.filter(
    ({ section }) => section !== null && ['decided', 'heard', 'agenda'].includes(section.kind),
  ).length;
  const points = blocks.filter(({ depth }) => depth > 0).length;
  if (points === 0 && formal === 0) return false;
  const plain = !recordTitle.test(text.slice(0, 300)) && blocks.every(({ section }) => section === null);
  if (plain && saysToPeople(text)) return false;
  if (numbered >= 2) return true;
  const titled = recordTitle.test(text.slice(0, 300));
  return (titled && (points >= 2 || formal > 0)) || (formal > 0 && points > 0 && !saysToPeople(text)) || formal > 1;
}

function readAll(text: string, blocks: Block[], talk: boolean, context: ReadContext): Found[] {
  const state = newState(talk);
  readBlocks(text, blocks, context, state);
  return state.found;
}

/** The messages of those who give orders; an addressee called in one message is kept for the next of the same author. */
function readChat(text: string, messages: Message[], context: ReadContext): Found[] {
  const chiefs = chiefsOf(messages);
  const state = newState(true);
  for (const message of messages) {
    if (!chiefs.has(message.author)) continue;
    const lines: Line[] = message.lines
      .filter((span) => !isQuotedLine(text.slice(...span)))
      .map((span, index) => ({ span, indent: 0, afterBlank: index === 0 }));
    readBlocks(text, blocksOf(text, lines, true), context, state);
  }
  return state.found;
}
