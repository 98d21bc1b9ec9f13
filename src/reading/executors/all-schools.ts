// 'All schools' in the words of officials: a task for every head of a general or boarding school.
import type { Token } from '../words.ts';

export type AllSchools = {
  from: number;
  to: number;
  /**
   * addressed: 'всем школам'; named: 'все школы', an address only where addresses stand;
   * implied: 'во всех школах', the place of the work; part: only some of the schools, which cannot be read yet.
   */
  strength: 'addressed' | 'named' | 'implied' | 'part';
};

// Folded words with one space between them; a number behind means that single schools are listed.
const city = '(?: города)?';
const patterns: [AllSchools['strength'], RegExp][] = [
  [
    'addressed',
    new RegExp(`^(?:всем|каждой) (?:городским |общеобразовательн\\p{L}+ )?(?:школам|школе)${city}(?= |$)`, 'u'),
  ],
  ['addressed', new RegExp(`^(?:директорам|руководителям) (?:всех )?(?:общеобразовательных )?школ${city}(?= |$)`, 'u')],
  ['addressed', /^(?:каланын )?(?:барлык|бардык|ар|арбир) мекте[пб](?:тер)?(?:ке|ге|ине|терине)(?= |$)/],
  ['addressed', /^(?:каланын )?(?:барлык )?мектеп(?:тер)?(?:дин)? (?:басшылары|директорлары)на(?= |$)/],
  ['addressed', /^to (?:all|every|each) (?:the )?schools?(?= |$)/],
  ['addressed', /^(?:to )?(?:the )?(?:all )?(?:school heads|heads of all schools)(?= |$)/],
  ['named', new RegExp(`^(?:все школы${city}|школам${city}|школы города)(?= |$)`, 'u')],
  ['named', new RegExp(`^(?:все )?(?:директора|руководители) (?:всех )?школ${city}(?= |$)`, 'u')],
  ['named', /^(?:каланын )?(?:барлык|бардык|ар|арбир) мекте(?:п|птер|би|птери)(?: (?:басшылары|директорлары))?(?= |$)/],
  ['named', /^мектептерге(?= |$)/],
  ['named', /^(?:all|every|each) (?:the )?schools?(?= |$)/],
  ['implied', new RegExp(`^(?:во )?всех школах${city}(?= |$)`, 'u')],
  ['implied', /^(?:каланын )?(?:барлык|бардык) мекте[пб](?:тер)?(?:те|де|инде|теринде)(?= |$)/],
  ['implied', /^in (?:all|every) (?:the )?schools?(?= |$)/],
];
const part =
  /^(?:всем|все|каждой|барлык|all|every|to all) (?:частн|государствен|сельск|коммунал|жекеменшик|мемлекеттик|ауылдык|private|state|public)\p{L}* (?:школ|мекте|school)\p{L}*/u;
const narrowing = /^ (?:\p{L}+ )?(?:район|аудан|кроме|district|except)/u;
const numbered = /^ (?:[№#\d]|no |номер )/;
const districtBefore = /(?:аудан|район)\p{L}*$/u;
const reach = 9;

/** The words for all schools that begin at this token, or null. */
export function allSchoolsAt(tokens: Token[], at: number): AllSchools | null {
  const phrase = foldedWords(tokens, at, at + reach);
  const limited = part.exec(phrase);
  if (limited) return { from: at, to: at + count(limited[0]), strength: 'part' };
  for (const [strength, pattern] of patterns) {
    const found = pattern.exec(phrase)?.[0];
    if (!found) continue;
    const behind = phrase.slice(found.length);
    if (numbered.test(behind)) return null;
    const isPart = narrowing.test(behind) || districtBefore.test(foldedWords(tokens, Math.max(0, at - 1), at));
    return { from: at, to: at + count(found), strength: isPart ? 'part' : strength };
  }
  return null;
}

function foldedWords(tokens: Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ folded }) => folded)
    .join(' ');
}

function count(phrase: string): number {
  return phrase.trim().split(' ').length;
}
