// A verb said once for two: 'отделу финансов подготовить расчёты, отделу кадров — предложения'.
import { dashes, isSign, type Token } from '../words.ts';
import { beginsAddressee } from './addressee-start.ts';
import type { Head } from './heads.ts';

/** The heads, with one for each addressee behind a comma whom a dash sets apart, and who has no verb of his own. */
export function withLeftOutVerbs(tokens: Token[], heads: Head[]): Head[] {
  const [first] = heads;
  if (!first || (first.form !== 'infinitive' && first.form !== 'governor')) return heads;
  const added: Head[] = [];
  // The first head behind the comma: both run from left to right.
  let behind = 0;
  for (let at = first.at + 1; at < tokens.length - 3; at += 1) {
    if (!isSign(tokens[at], ',;')) continue;
    const start = /^(?:а|и)$/.test(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1;
    if (tokens[start]?.kind !== 'word') continue;
    const dash = beginsAddressee(tokens, start);
    if (dash === null || !isSign(tokens[dash], dashes) || tokens[dash + 1]?.kind !== 'word') continue;
    const end = nextSeparator(tokens, dash + 1);
    while ((heads[behind]?.at ?? tokens.length) <= at) behind += 1;
    if ((heads[behind]?.at ?? tokens.length) < end) continue;
    added.push({ at: dash + 1, form: 'infinitive' });
  }
  return added.length === 0 ? heads : [...heads, ...added].sort((a, b) => a.at - b.at);
}

const longestObject = 60;

function nextSeparator(tokens: Token[], from: number): number {
  let at = from;
  while (at < Math.min(tokens.length, from + longestObject) && !isSign(tokens[at], ',;')) at += 1;
  return at;
}
