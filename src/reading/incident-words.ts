// tellsOfIncident: whether a text tells of something grave that has happened: 'вопиющий факт', 'по факту травмы', 'орын алған оқиға'.
import { beginsWith, isSign, isWord, tokenise, type Token, vocabulary } from './words.ts';

const shocking = vocabulary('вопиющ сорақы shocking');
const facts = vocabulary('факт случа происшеств ситуаци жағдай оқиға fact case');
const events = vocabulary(`
  происшеств инцидент авари пожар травм отравлен гибел смерт избиен драк насили суицид самоубийств обрушен взрыв нападен
  оқиға апат өрт жарақат улану уланған уланып зорлық соққы жарылыс
  incident accident fire injur poisoning death assault`);
const spelled = vocabulary('чп чс тж қаза қазасы');
/** What may have happened only beside these. */
const unfortunate = vocabulary('несчастн чрезвычайн жазатайым төтенше');
const happened = vocabulary(`
  произош случивш случил имевш факту фактам фактісі фактілері болған болды алған алды happened occurred`);
/** Who speaks so wants to prevent it, or says what to do if it should come. */
const prevented = vocabulary(`
  профилакт предупрежд предотвр недопущ допуск допуст исключ тренировк кажд любо случае возникновен возможн риск
  алдын болдырма бермеу жаттығу әрбір тәуекел prevent avoid drill every`);
/** So far before or behind its event a word says that it happened. */
const near = 4;

/** Tells of what happened (source documents, S22) from what is to be prevented. Sentence by sentence; pure. */
export function tellsOfIncident(text: string): boolean {
  return sentencesOf(tokenise(text)).some(
    (sentence) =>
      !sentence.some((token) => beginsWith(token, prevented)) && sentence.some((_, at) => isIncident(sentence, at)),
  );
}

function isIncident(sentence: Token[], at: number): boolean {
  const token = sentence[at];
  if (beginsWith(token, shocking)) return sentence.slice(at + 1, at + 3).some((next) => beginsWith(next, facts));
  const grave =
    beginsWith(token, events) ||
    isWord(token, spelled) ||
    (beginsWith(token, unfortunate) && beginsWith(sentence[at + 1], facts));
  const around = sentence.slice(Math.max(0, at - near), at + near + 1);
  return grave && (around.some((word) => beginsWith(word, happened)) || isCause(sentence, at));
}

/** 'В связи с пожаром', 'өртке байланысты'. */
function isCause(sentence: Token[], at: number): boolean {
  const [before, behind] = [sentence.slice(Math.max(0, at - near), at), sentence.slice(at + 1, at + 3)];
  return before.some((word) => word.folded === 'связи') || behind.some((word) => word.folded.startsWith('байланыст'));
}

function sentencesOf(tokens: Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, '.!?;')) sentences.push([]);
    else sentences.at(-1)?.push(token);
  }
  return sentences;
}
