// The numbers of a roadmap as buttons: each opens the measures that it counts.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { Day } from '../time.ts';
import type { RoadmapView } from './queries.ts';
import { measureKinds, type MeasureKind, type Tally } from './rules.ts';

type T = (key: string, args?: Record<string, string | number>) => string;
/** Which measures: of a roadmap, of one of its sections (0: of all), on a past day. */
type Where = { roadmapId: number; sectionId: number; day?: Day };

/** The numbers that stand on the screens of a roadmap. */
export function numbersOf({ state }: Pick<RoadmapView, 'state'>): MeasureKind[] {
  return state === 'draft' ? ['a', 'q'] : ['a', 'd', 'i', 'o'];
}

/** A button for every number above nothing, two in a row. */
export function numberButtons(
  t: T,
  tally: Tally,
  kinds: MeasureKind[],
  { roadmapId, sectionId, day }: Where,
): Keyboard {
  const buttons = kinds
    .filter((kind) => tally[measureKinds[kind]] > 0)
    .map((kind) => {
      const label = t(`roadmaps-number-${kind}`, { n: tally[measureKinds[kind]] });
      return button(label, 'roadmaps.measures', roadmapId, sectionId, kind, 0, ...(day ? [day] : []));
    });
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}
