// Kazakh verb forms told by their endings. Words come folded: lower case, typed without Kazakh letters ('етсін' is 'етсин').
import { fold, vocabulary, type Token } from '../words.ts';

/** Nouns in the possessive accusative whose '-сын' is no command: 'жобасын' is 'its draft'. */
const possessedNouns = new RegExp(
  `(?:${fold(
    'мәселе|жоба|карта|кесте|тізбе|нәтиже|шара|баға|сана|қала|топ|нормасы|схема|смета|анкета|база|бағдарлама|жүйе|сапа|жұмысшы|келісімшарт|' +
      'мекеме|әдістеме|нұсқаулық|үлгі|көшірме|мағлұмат|справка|заявка|база|комиссия|форма|папка|таблица|сводка|программа|аптека|школа|мектепше|оқушы|' +
      'тәрбиеші|қызметкері|бала|ана|аула|асхана|кітапхана|жатақхана|ғимараты|тәртіпшi|терезе|қазба|алаңша|шкала|карточка|памятка|дәптер|орынша|шеше|әке|аға|іні|көше|ереже|мұғалімі|' +
      'жиынтықсы|құжаты|бума|үй-жайы|телефоны|ақы|жалақы|еңбекақы|шаруа|шаруашылығы|басшы|жетекші|төраға|хатшы|шекара|саясат|азаматша|тіркеме|шеру|көрме|мереке|апта|айлығы',
  )})син?$`,
);
const nounsInMa = vocabulary(
  'хаттамасын баяндамасын анықтамасын тапсырмасын көрмесын ескертпесін нұсқамасын жарнамасын бағдарламасын келіссөзін жарлығын мекемесін шығармасын әдістемесін үстемесін дәрісханасын басқармасын көшірмесін кеңесін құрылмасын бөлмесін қоймасын ' +
    'жұмысын байланысын ұсынысын табысын шығысын тапсырысын келісін мәжілісін отырысын дауысын курсын ресурсын процесін конкурсын бизнесін қорғанысын жеңісін барысын тынысын жүрісін',
);

/** '-сын, -сін': a command in the third person. After a vowel the form may be a noun; `closing` says that the clause ends here. */
export function isThirdCommand({ folded: word, text }: Pick<Token, 'folded' | 'text'>, closing: boolean): boolean {
  // 'отырсың' is 'you sit'; typed without Kazakh letters it cannot be told apart.
  if (/[ңҢ]$/.test(text)) return false;
  if (!/с[ыи]н(?:шы|ши)?$/.test(word) || word.length < 5) return false;
  const stem = word.replace(/с[ыи]н(?:шы|ши)?$/, '');
  if (/^(?:апель|бас|оши)$/.test(stem)) return false;
  if (/[^аеиоуыэюя]$/.test(stem)) return true;
  if (nounsInMa.has(word)) return false;
  if (possessedNouns.test(word.replace(/сын$/, 'син'))) return false;
  return closing || /(?:[лдт][ае])$/.test(stem);
}

/** '-ңыз, -ңіздер, -ыңдар': a polite command. A possessive ('есебіңіз') looks the same, so only where a clause ends. */
export function isPoliteCommand(word: string): boolean {
  return (
    word.length > 5 &&
    !/[аеиыулрнй]д[ыи]н[ыи]з(?:д[ае]р)?$/.test(word) &&
    /(?:[аеыиоуй]|л|р)(?:ныз|низ|ныздар|низдер|ндар|ндер)(?:шы|ши)?$/.test(word)
  );
}

/** Stems of what people are told to do; with them a bare stem at the end of a clause is a command. */
const commonStems = vocabulary(
  `дайында жібер тексер әкел апар бер жаса өткіз жина ұйымдастыр хабарла айт қара аяқта бітір жөнде шақыр қос жаз ұсын енгіз тазала түзет
   жинақта бекіт таныстыр анықта сұра байланыс келіс қамтамасыз бақыла орнат жеткіз хабардар түгенде талда реттe шеш құр аш жап таста жаңарт әзірле толтыр қойыңыз есепте салыстыр жолда жөнелт қайтар қой тоқтат күшейт көбейт азайт арттыр баста жалғастыр көрсет түсіндір тапсыр қабылда тарат тазарт өшір сал еске кел бар сөйлес көмектес құтқар орында хабарлас рәсімде құрастыр`,
);

export function isBareCommand(word: string): boolean {
  return commonStems.has(word) && word !== 'ал';
}

/** '-у' with any case: 'өткізу', 'ашуы', 'толықтыруды', 'аяқтауға'. */
export function isVerbalNoun(word: string): boolean {
  return (
    word.length > 2 &&
    /(?:[бвгджзйклмнпрстчшщаеыуи]у|ю)(?:ы|и|ын|ин|ды|ди|га|ге|ына|ине|дан|ден|ымыз|имиз|лары|лери)?$/.test(word)
  );
}

/** '-ады, -еді, -йды': what will be done, or what is to be done. */
export function isPresentFuture(word: string): boolean {
  return word.length > 4 && /(?:ады|еди|йды|йди)$/.test(word) && !/^де(?:йди|ди)$/.test(word);
}

/** '-дық, -ймыз, -еміз': what we did or shall do. */
export function isFirstPerson(word: string): boolean {
  return word.length > 4 && /(?:мыз|миз|мын|мин|дык|дик|тык|тик|айын|ейин|дым|дим|тым|тим)$/.test(word);
}
