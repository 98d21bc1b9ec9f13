// Headings of a record that say what follows: an agenda, what was heard, what was decided, background, signatures.
import { fold, hasSmall } from '../words.ts';
import type { DraftKind } from '../drafts.ts';

export type SectionKind = 'decided' | 'heard' | 'agenda' | 'aside' | 'signature';

export type SectionStart = {
  kind: SectionKind;
  /** The force said in the heading: 'РЕКОМЕНДОВАТЬ:'. */
  force: DraftKind | null;
  /** Signs of the line that belong to the heading; what stands behind is read as its first line. */
  length: number;
  /** The heading closes its line: what follows it is a list. */
  whole: boolean;
};

const number = '^(?:(?:\\d+|[IVX]+)[.)]?(?:\\d+\\.?)*\\s*)?';
const line = (words: string): RegExp => new RegExp(`${number}(?:${fold(words)})`, 'u');

const heard = line(
  'слушали|заслушали|докладывал[аи]?|информировал[аи]?|сообщил[аи]?|инф\\.|докл\\.|заслушано|заслушав|выступил[аи]?|выступления|выступающие|обсуждение|докладчик[и]?|отметили|отмечено|тыңдалды|тыңдады|тыңдағандар|сөз сөйлегендер|сөз сөйледі|сөйлегендер|сөйледі|жарыссөз|баяндамашы(?:лар)?|талқылау|айтылды|аталып өтті|вопросы к докладчику|доложили|баяндама жасады',
);
const agenda = line(
  '(?:на )?повестк[аеи](?: дня| заседания| совещания)?|вопросы|күн тәртібі(?:нде)?|рассматриваемые вопросы|вопросы повестки|қаралатын мәселелер|қаралған мәселелер|присутствовали|присутствуют|участвовали|участники|приглашенные|приглашены|отсутствовали|қатысқандар|қатысушылар|шақырылғандар|қатыспағандар|список приглашенных',
);
const aside = line(
  'справочно|для справки|примечани[ея]|ескертпе|анықтама үшін|анықтама ретінде|мәлімет үшін|напомним|напоминаем|для сведения|приложени[ея]|қосымша|реклама|жарнама|еске салсақ|еске салайық',
);
const signature = line(
  'председател[ья]|секретарь|председательствующий|председательствовал[а]?|вел[аи]?|модератор|протокол вел[а]?|вел[а]? протокол|протокол составил[а]?|составил[а]?|исполнитель документа|төраға(?:сы)?|төрағалық еткен|төрағалық етті|жүргізген|хатшы(?:сы)?|хаттаманы жүргізген|қол қойылды|подпис[ьи]|копия верна|согласовано|келісілді|автор|тел|телефон|фото|сурет|источник|дереккөз',
);
const decided =
  /(?:^|[\s,])(?:решил[аио]?|решено|решени[ея]|постановил[аио]?|постановляет|поручить|поручено|поручения|поручает(?:ся)?|рекомендовать|рекомендовано|рекомендует|рекомендуют|предложить|обязать|шешти|шешилди|шешим кабылдады|шешимдер|каулы етти|каулы етеди|каулы кылды|тапсырылсын|тапсырылды|тапсырмалар|тапсырма берилди|жуктелсин|усынылсын|усынылды|усынады|усынымдар|рекомендации|поручил[аио]?|тапсырды)(?:\s+(?:следующее|следующие поручения|келесини|мыналар\S*|томендег\S*))?$/;
const results =
  /^(?:по итогам|по результатам|итоги|в целях|обсудив|заслушав|рассмотрев|учитывая|кенес корытындысы|корытынды|отырыс корытындысы|жиналыс корытындысы|талкылау корытындысы|тындап|тындай|талкылап)/;
const spaced = /^(?:\p{Lu} ){3,}\p{Lu}(?=\s*:?\s*$)/u;

/** 'Заместитель акима области      Н. Тлеубердин', 'Исп. Омарова Г., тел. 50-14-22' */
const signed =
  /^(?:[^\d.:;]{3,80} {3,}(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{L}+|исп(?:\.|олнитель:?|:)\s[^\d]{3,40}\sтел[^\p{L}]{3,30})$/iu;
const longestTitle = 40;

/** Of lines that are neither short nor have a colon only these open a section. */
function mayOpen(even: string): boolean {
  return /^(?:по |справочно|для справки|ескертпе|примечание|напомним|еске сал)/i.test(even) || / бойынша /i.test(even);
}

/** The section that a line opens; null when it is an ordinary line. */
export function sectionAt(text: string): SectionStart | null {
  if (signed.test(text)) return { kind: 'signature', force: null, length: text.length, whole: true };
  // A long line without a colon, in small letters, is no heading.
  const firstColon = text.indexOf(':');
  if (
    text.length > 160 &&
    firstColon < 0 &&
    hasSmall(text) &&
    !/^по |^справ|^для справ|^напом|^еске|^ескерт|^анық|^примеч/iu.test(text)
  )
    return null;
  const joined = text[1] === ' ' && spaced.test(text) ? text.replace(/(\p{Lu}) (?=\p{Lu})/gu, '$1') : text;
  // Most lines are long and have neither a colon nor capitals only.
  if (firstColon < 0 && joined.length > 2 * longestTitle && !mayOpen(joined) && !isCapitals(joined)) return null;
  const even = fold(joined);
  const colon = joined.indexOf(':');
  const title = colon >= 0 ? even.slice(0, colon) : even;
  const whole = colon < 0 || colon === joined.trimEnd().length - 1;
  const length = whole ? text.length : colon + 1;
  const capitals = isCapitals(colon >= 0 ? joined.slice(0, colon) : joined);
  if (colon < 0 && !capitals && even.length >= longestTitle && !mayOpen(even)) return null;
  const start = (kind: SectionKind, force: DraftKind | null = null): SectionStart => ({ kind, force, length, whole });
  if (/^по .{3,80}? вопросу .{0,80}?(?:слушали|заслуша)/.test(even))
    return { kind: 'heard', force: null, length: 0, whole: false };
  // 'Вдовин С.Ю.: заготовлено …': what somebody said at the meeting; 'констатировали:' opens what was found.
  if (
    colon >= 0 &&
    ((joined.slice(0, 80).includes('.') && /^\p{Lu}[\p{L}-]+ \p{Lu}\.\s?(?:\p{Lu}\.)?\s*:\s/u.test(joined)) ||
      /(?:констатировал|установил|отметил)[аи]?:/.test(even))
  )
    return start('aside');
  if (colon >= 0 || capitals) {
    if (heard.test(title) && (capitals || title.length < 60) && !(decided.test(title.trim()) && whole))
      return start('heard');
    if (agenda.test(title) && title.length < 80) return start('agenda');
    if (aside.test(title) && title.length < 60) return start('aside');
    if (isDeciding(title.trim(), colon >= 0, capitals)) return start('decided', forceOf(title));
    if (signature.test(title) && title.length < 60) return start('signature');
    return null;
  }
  if (
    /^по .{3,80}? вопросу .{0,80}?(?:слушали|заслуша|доклад|выступ|сообщ)|^.{3,80}? бойынша .{0,60}?(?:тындалды|тындады)/.test(
      even,
    )
  )
    return { kind: 'heard', force: null, length: 0, whole: false };
  if (aside.test(even) && /^(?:справочно|для справки|ескертпе|примечание|напомним|еске сал)/.test(even))
    return start('aside');
  if (title.length < longestTitle && colon < 0 && decided.test(title.trim())) return start('decided', forceOf(title));
  return null;
}

const finite =
  /(?:решил[аио]?|решено|постановил[аио]?|постановляет|рекомендует|рекомендуют|поручил[аио]?|считают целесообразным|считает целесообразным|считают необходимым|шешти|шешилди|шешимге келди|шешим кабылда(?:н?ды|ды)|каулы ет(?:ти|еди)|каулы кылды|белгиледи|(?:мынаны |мыналарды )?усынады)$/;

/** 'Комиссия, рассмотрев …, решила:' decides; 'Управлению образования поручить:' is a heading with an addressee and is read as such. */
function isDeciding(title: string, colon: boolean, capitals: boolean): boolean {
  const words = title.split(/[\s/]+/).length;
  if (results.test(title) && colon && words < 90) return true;
  const isFitting = capitals || words <= 3 || (colon && (gathering.test(title) || finite.test(title)));
  return isFitting && title.split(/\s*\/\s*/).some((half) => decided.test(half) || finite.test(half));
}

const gathering =
  /^(?:участник|комисси|совет|колле|штаб|собрани|совещани|заседани|педсовет|педагогическ|правлени|кенес|алка|отырыс|жиналыс|форум|конференци|рабоч|заместител|аким)/;

function forceOf(title: string): DraftKind | null {
  if (/рекоменд|усын|целесообразн/.test(title)) return 'recommendation';
  if (/предлож|предлаг/.test(title)) return 'proposal';
  if (/призва|призыв|шакыр/.test(title)) return 'appeal';
  return 'assignment';
}

function isCapitals(text: string): boolean {
  return !hasSmall(text) && (text.match(/\p{L}/gu)?.length ?? 0) > 3;
}
