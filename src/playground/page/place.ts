// Where the visitor is, as the address says it: #/persona/chat/thread. So reload and the back button work.
import type { PersonaKey } from '../protocol.ts';

export type Place = { persona: PersonaKey; chat: number | null; thread: number | null };

/** Reads an address; null when it names nobody known. */
export function readPlace(hash: string, known: readonly PersonaKey[]): Place | null {
  const [persona = '', chat = '', thread = ''] = hash.replace(/^#\/?/, '').split('/');
  const key = known.find((one) => one === persona);
  if (key === undefined) return null;
  const number = (word: string): number | null => (/^-?\d{1,16}$/.test(word) ? Number(word) : null);
  return { persona: key, chat: number(chat), thread: number(chat) === null ? null : number(thread) };
}

/** The address of a place. */
export function writePlace({ persona, chat, thread }: Place): string {
  return `#/${[persona, chat, chat === null ? null : thread].filter((part) => part !== null).join('/')}`;
}
