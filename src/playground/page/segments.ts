// Formatted text as a tree: entities nested in each other, cut where they overlap, blocks without the line breaks around them.
import type { Entity } from '../emulator/api-types.ts';

export type Segment = { text: string } | { entity: Entity; text: string; children: Segment[] };

const blocks = new Set(['pre', 'blockquote', 'expandable_blockquote']);

/** The tree for a text and its entities (UTF-16 offsets); entities outside the text are cut or dropped. */
export function segmentsOf(text: string, entities: readonly Entity[]): Segment[] {
  const inside = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset);
    const end = Math.min(text.length, entity.offset + entity.length);
    return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
  });
  return withoutBreaksAtBlocks(build(text, 0, text.length, inside));
}

function build(text: string, from: number, to: number, entities: Entity[]): Segment[] {
  const queue = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const result: Segment[] = [];
  let at = from;
  for (let first = queue.shift(); first; first = queue.shift()) {
    if (first.offset > at) result.push({ text: text.slice(at, first.offset) });
    const end = first.offset + first.length;
    const within: Entity[] = [];
    while (queue[0] && queue[0].offset < end) {
      const [inner, rest] = cut(queue.shift() as Entity, end);
      within.push(inner);
      if (rest) queue.splice(placeFor(queue, rest), 0, rest);
    }
    const children = build(text, first.offset, end, within);
    result.push({ entity: first, text: text.slice(first.offset, end), children });
    at = end;
  }
  if (at < to) result.push({ text: text.slice(at, to) });
  return result;
}

function cut(entity: Entity, end: number): [Entity, Entity | null] {
  const over = entity.offset + entity.length - end;
  if (over <= 0) return [entity, null];
  return [
    { ...entity, length: entity.length - over },
    { ...entity, offset: end, length: over },
  ];
}

function placeFor(queue: Entity[], entity: Entity): number {
  const index = queue.findIndex((other) => other.offset >= entity.offset);
  return index < 0 ? queue.length : index;
}

// A block stands on lines of its own, so the line breaks that touch it in the text would show as empty lines.
function withoutBreaksAtBlocks(segments: Segment[]): Segment[] {
  return segments.flatMap((segment, index) => {
    if ('entity' in segment) return [segment];
    let { text } = segment;
    if (isBlock(segments[index - 1])) text = text.replace(/^\n/, '');
    if (isBlock(segments[index + 1])) text = text.replace(/\n$/, '');
    return text === '' ? [] : [{ text }];
  });
}

function isBlock(segment: Segment | undefined): boolean {
  return segment !== undefined && 'entity' in segment && blocks.has(segment.entity.type);
}
