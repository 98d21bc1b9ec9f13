// What is remembered while a record or a chat is read: the section, the headings above, who was called.
import type { DraftKind } from '../drafts.ts';
import type { Found } from './assemble.ts';
import type { Heading } from './headings.ts';
import type { People } from './people.ts';

/** What a heading hands down to the points below it. */
export type Frame = Heading & { depth: number };

export type RecordState = {
  section: 'preamble' | 'decided' | 'heard' | 'agenda' | 'aside';
  /** The section that an aside or a signature interrupts. */
  kind: DraftKind;
  /** Those who attended were named in the line of the heading itself. */
  closed: boolean;
  frames: Frame[];
  numbered: boolean;
  found: Found[];
  talk: boolean;
  /** Who was called in a message without an order. */
  called: People | null;
  /** Who was called in the same paragraph, without an order. */
  passing: People | null;
  /** To whom a letter is written. */
  letter: People | null;
};

export function newState(talk: boolean): RecordState {
  return {
    section: talk ? 'decided' : 'preamble',
    kind: 'assignment',
    closed: false,
    frames: [],
    numbered: false,
    found: [],
    talk,
    called: null,
    passing: null,
    letter: null,
  };
}
