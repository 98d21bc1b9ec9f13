// Russian verb forms told by their endings: infinitives and imperatives. Words come folded (lower case, 'ё' as 'е').
import { remember } from '../remember.ts';
import { vocabulary } from '../words.ts';

/** Nouns, numbers and particles that end as infinitives do. */
const notInfinitives = vocabulary(`
  мать кровать печать подать рать стать нить сеть соцсеть электросеть теплосеть медь путь суть муть ртуть жуть грудь треть четверть смерть
  память пять девять десять двадцать тридцать опять вспять хоть чуть плеть плоть копоть нефть знать пядь прыть
  есть честь часть весть власть область волость пасть кость гость месть шерсть сласть напасть повесть совесть трость горсть
  дети сети пути части области власти вести кости гости волости пасти новости четверти печати смерти памяти почти пости чести нефти
  речь печь запчасть запчасти
`);
for (const word of ['стать', 'вести', 'пасти']) notInfinitives.delete(word);

const vowelInfinitive = /[аеоуыия]ть(?:ся)?$/;
const consonantInfinitive =
  /(?:[йи]ти|[внбмл]ести|грести|брести|цвести|везти|расти|спасти|пасти|блюсти|ползти|[нмв]естись|[йи]тись|[лсржм]ечь|мочь|жечь|стичь|стричь|рячь)(?:ся|сь)?$/;
const stInfinitive =
  /^(?:по|пере|про|у|за|с|со|от|при|вы|об|рас|раз|в|из|ис)?(?:честь|сесть|есть|лезть|красть|класть|пасть)(?:ся)?$/;

/** 'провести', 'обеспечить', 'сберечь'. */
export const isInfinitive = remember((word: string): boolean => {
  if (word.length < 4 || notInfinitives.has(word) || /(?:ост[ьи]|дцать)$/.test(word)) return false;
  return vowelInfinitive.test(word) || consonantInfinitive.test(word) || stInfinitive.test(word);
});

/** Prepositions and nouns after which '…ите' and '…ете' are nouns: 'на сайте', 'в комитете'. */
const prepositions = vocabulary('в во на о об при по с со к ко у из от до за для без под над через');
const notPluralImperatives = vocabulary(`
  здравствуйте сайте комитете акимате маслихате аппарате формате транзите лимите дефиците аудите кредите визите совете бюджете кабинете пакете
  приоритете авторитете университете факультете паритете интернете планшете билете учете отчете расчете зачете почете просвете предмете
  привете ответе свете цвете элите защите граните депозите скажите смотрите видите знаете понимаете помните хотите можете извините простите
  вместе месте тесте тексте проекте объекте субъекте факте акте пункте штате чате мандате результате возрасте росте мосте хвосте
`);

/** 'сведите', 'обеспечьте', 'сделайте', 'собирайтесь'. The word in front tells 'на сайте' apart. */
export function isPluralImperative(word: string, before: string | undefined): boolean {
  if (word.length < 5 || notPluralImperatives.has(word)) return false;
  if (before !== undefined && prepositions.has(before)) return false;
  return /(?:[аеоуыияю]йте|ьте|[бвгджзклмнпрстфхцчшщ]ите)(?:сь)?$/.test(word);
}

/** 'отчитываетесь', 'сделаете', 'подготовите': said to the one who is to do it. */
export function isSecondPerson(word: string): boolean {
  return /[аеиоуыяю](?:ешь|ете|етесь|ешься)$|(?:ишь|ишься|ёте|итесь)$|(?:ете|етесь|ешь)$/.test(word) && word.length > 4;
}

const bareImperative = new RegExp(
  `^(?:по|на|за|вы|с|со|при|пере|под|подо|про|от|ото|о|об|у|до|раз|рас|разо|из|ис|в|во|пре|недо|не)?(?:` +
    `делай|дай|давай|бери|бери|шли|кинь|скинь|пиши|веди|неси|вези|ложи|проси|становись|станови|готовь|правь|верь|пусти|ставь|смотри|` +
    `звони|зови|держи|гони|езжай|едь|зайди|йди|иди|берись|считай|полни|вести|ключи|кажи|скажи|говори|брось|мени|плати|купи|твори|слушай|` +
    `знай|читай|числи|организуй|контролируй|информируй|согласуй|планируй|координируй|уй|ируй|мой|крой|крой|строй|уди|беди|суди|стриги|жми|чини|чисти|ряди|` +
    `нуй|крути|тащи|дави|черкни|ведай|слай|сылай|нови|возьми|бей|йми|ведоми|числи|работай|бирай|бирай|лагай|обеспечь|беспечь|обзвони|прими|ними|йми|рой|грузи|оформи|форми)(?:ся|сь)?$`,
);

/** 'сделай', 'проверь', 'собери': to one person one is on first-name terms with. A closed class of stems with any prefix. */
export const isBareImperative = remember((word: string): boolean => {
  return (
    word.length > 3 &&
    bareImperative.test(word) &&
    !/^(?:ключи|вести|случай|чай|край|давай|строй|рой|покрой|уй)$/.test(word)
  );
});

/** Past and first persons: what was done, or what the speaker does himself. */
export function isFirstPerson(word: string): boolean {
  return /(?:[аеиоуыяю]ю|[жчшщ]у|лю|сь?ю|им|ем|имся|емся|ду|юсь|усь)$/.test(word) && word.length > 3;
}

/** 'провёл', 'завершена', 'сдали'. */
export function isPast(word: string): boolean {
  return /(?:[аеиоуыя]л(?:а|о|и)?(?:сь|ся)?)$/.test(word) && word.length > 4;
}

const notThirdPersons =
  /(?:ент|ант|ист|орт|бюджет|комитет|кабинет|совет|ответ|отч[её]т|интернет|формат|аппарат|акимат|маслихат|привет|билет|пакет|предмет|приоритет|паритет|дефицит|аудит|визит|лимит|монолит|расч[её]т|уч[её]т|зач[её]т|результат|кандидат|мандат|депутат|плакат|сертификат|штат|институт|маршрут|^будет|^нет|может|хочет|лет)$/;

/** 'докладывает', 'готовят', 'проверит'. */
export function isThirdPerson(word: string): boolean {
  return word.length > 4 && /(?:[аяеиую]т)(?:ся)?$/.test(word) && !notThirdPersons.test(word);
}
