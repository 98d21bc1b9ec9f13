// What a completion form demands of a final report, and what of it is missing. Pure.
import { fold, tokenise } from '../reading/words.ts';

/** Kinds of evidence; text keys are `reports-evidence-<kind>`. */
export const evidenceKinds = ['photo', 'file', 'list', 'number'] as const;
export type Evidence = (typeof evidenceKinds)[number];

/** A file as the rules see it. */
export type Proof = { kind: string; mime?: string | null };

const demands: [Evidence, RegExp][] = [
  ['photo', /фото|сурет|снимк|бейнефото|photo|picture/],
  ['list', /спис(?:ок|ки|ка|ком)|реестр|ведомост|перечен|перечн|тизим|тизбе|list|register/],
  [
    'number',
    /количеств|числ(?:о|а|енност)|процент|показател|сумм|сани(?:н|$| )|саны|пайыз|корсеткиш|number|amount|percent/,
  ],
  [
    'file',
    /(?:^|[\s,;/«"(])(?:акт|приказ|протокол|справк|график|план(?:$|[\sауеы,;])|таблиц|договор|копи[яию]|скан|документ|заключени|расчет|смет|программ|положени|буйрык|хаттама|аныктама|кесте|келисимшарт|шарт|коширме|жоспар|кужат|order|minutes|certificate|document|contract|copy)/,
  ],
];

/** What the words of a completion form demand: 'фотоотчёт' a photo, 'акт' a file, 'список' a list, 'количество' a number; a plain report demands nothing. */
export function demandedEvidence(form: string | null): Evidence[] {
  if (form === null) return [];
  const words = fold(form);
  return demands.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
}

/** What is demanded and stands neither in the files nor in the words: a photographed paper is a file, three lines are a list. */
export function missingEvidence(form: string | null, report: { text: string; files: Proof[] }): Evidence[] {
  return demandedEvidence(form).filter((kind) => !shows(kind, report));
}

function shows(kind: Evidence, { text, files }: { text: string; files: Proof[] }): boolean {
  switch (kind) {
    case 'photo':
      return files.some(isPicture);
    case 'file':
      return files.length > 0;
    case 'list':
      return files.length > 0 || text.split('\n').filter((line) => line.trim() !== '').length >= 3 || commas(text) >= 2;
    case 'number':
      return files.some((file) => !isPicture(file)) || tokenise(text).some((token) => token.kind === 'number');
  }
}

function isPicture({ kind, mime }: Proof): boolean {
  return kind === 'photo' || kind === 'video' || /^(?:image|video)\//.test(mime ?? '');
}

function commas(text: string): number {
  return text.match(/[,;]/g)?.length ?? 0;
}

/** Reasons offered for filing without it, keys of texts `reports-anyway-<key>`. */
export const anywayReasons = ['later', 'paper', 'impossible'] as const;
