// The nouns that name who acts: bodies, posts and classes, in Russian and Kazakh, with all their case forms.
import { formsOf, type Form, type Paradigm } from './russian-forms.ts';
import { kazakhForm, type KazakhForm } from './kazakh-forms.ts';
import { remember, rememberOf } from '../remember.ts';
import { fold, vocabulary, type Token } from '../words.ts';

/** `place`: a territory, an addressee only as a class ('регионам', 'әр аудан'). */
export type HeadKind = 'body' | 'post' | 'school' | 'place';
export type RussianHead = { kind: HeadKind; forms: Form[] };
export type KazakhHead = { kind: HeadKind; form: KazakhForm };

const russian: [HeadKind, Paradigm, string][] = [
  [
    'body',
    'отдел',
    'отдел департамент комитет акимат маслихат аппарат совет штаб суд секретариат орган филиал институт университет факультет фонд союз детсад интернат оргкомитет парламент кабинет сектор пункт диспансер деканат ректорат горздравотдел облздравотдел отряд участок госпиталь консорциум холдинг цех сенат мажилис клуб дворец военкомат комиссариат архив гороно театр завод телеканал комбинат автопарк',
  ],
  ['body', 'центр', 'центр минздрав минпрос'],
  ['body', 'банк', 'банк техникум'],
  [
    'body',
    'управление',
    'управлени учреждени предприяти отделени объединени собрани правлени подразделени автоуправлени общежити',
  ],
  [
    'body',
    'агентство',
    'агентств министерств руководств обществ хозяйств товариществ посольств лесничеств правительств начальств представительств',
  ],
  [
    'body',
    'комиссия',
    'комисси инспекци администраци организаци ассоциаци дирекци полици бухгалтери канцеляри редакци компани федераци милици корпораци академи подкомисси станци санэпидстанци фракци',
  ],
  ['body', 'служба', 'служб прокуратур групп больниц бригад кафедр палат прокуратур рабгрупп дружин спецпрокуратур'],
  ['body', 'аптека', 'поликлиник библиотек клиник аптек'],
  ['body', 'лагерь', 'лагер'],
  ['school', 'школа', 'школ'],
  ['school', 'комиссия', 'гимнази'],
  ['school', 'лицей', 'лице'],
  ['body', 'лицей', 'музе санатори'],
  ['body', 'колледж', 'колледж'],
  [
    'post',
    'аким',
    'аким завхоз министр бухгалтер инженер юрист омбудсмен администратор медиатор оператор менеджер декан префект координатор куратор прокурор тренер диспетчер программист методист экономист логопед специалист вахтёр депутат президент комендант консультант референт адвокат спонсор партнёр провайдер методист фельдшер архивист лаборант юрисконсульт агроном ветеринар волонтёр связист финансист архитектор',
  ],
  [
    'post',
    'педагог',
    'педагог психолог начальник аналитик медик механик помощник советник подрядчик дефектолог участник работник сотрудник дорожник коммунальщик газовик кадровик застройщик заказчик поставщик перевозчик охранник замначальник собственник предметник',
  ],
  ['post', 'директор', 'директор инспектор профессор доктор'],
  ['post', 'аким', 'ректор проректор'],
  ['post', 'врач', 'врач завуч главврач'],
  [
    'post',
    'руководитель',
    'руководител заместител председател представител исполнител преподавател воспитател попечител предпринимател библиотекар секретар распорядител балансодержател водител балансодержател строител',
  ],
  ['post', 'учитель', 'учител'],
  ['post', 'медсестра', 'глав медсестр'],
  ['post', 'дежурный', 'дежурн участков'],
  ['post', 'заведующий', 'заведующ управляющ'],
  ['post', 'заведующая', 'заведующ'],
  ['body', 'столовая', 'столов приёмн котельн прачечн'],
  ['post', 'владелец', 'владе'],
  ['post', 'судья', 'судь'],
  ['post', 'аким', 'инспектор'],
  ['post', 'медсестра', 'сестр'],
  ['post', 'директор', 'повар'],
  ['body', 'аптека', 'опек'],
  ['body', 'управление', 'движени'],
  ['place', 'отдел', 'район регион'],
  ['place', 'область', 'област'],
  ['place', 'округ', 'город округ'],
];
const shortened: [HeadKind, string][] = [
  [
    'post',
    'зам зав замдиректора замакима замруководителя замначальника завскладом завканцелярией завбиблиотекой завотделением завхозяйством',
  ],
  [
    'body',
    'уо уз гороно роо районо облоно жкх дчс очс мчс увд ровд цон црб роп уп дп ппк пдн кдн опдн тоо ао кгу кгкп гккп гкп гу мио нпо цро одо овд моп мвд минпрос минздрав тжд жшс ақ кмм кмқк ммқк мкқк тж іім ішкіістер',
  ],
];
const kazakh: [HeadKind, string][] = [
  [
    'body',
    'басқарма бөлім департамент комитет әкімдік әкімдіг мәслихат аппарат кеңес штаб сот хатшылық хатшылығ орган филиал институт университет факультет қор одақ одағ балабақша интернат оргкомитет министрлік министрліг агенттік агенттіг инспекция комиссия ұйым мекеме кәсіпорын кәсіпорн орталық орталығ колледж полиция прокуратура бригада кафедра палата аурухана емхана кітапхана бөлімше лагерь компания кооператив қонақүй кафе стадион шеберхана федерация администрация дирекция ассоциация асхана пошта поликлиника штаб алқа топ серіктестік серіктестіг бухгалтерия мұражай арна үй тоб қызмет сала қауымдастық қауымдастығ кеңсе клуб банк диспансер станция театр кешен бекет сарай парк зауыт редакция шаруашылық шаруашылығ',
  ],
  ['school', 'мектеп мектеб гимназия лицей'],
  [
    'post',
    'әкім директор басшы меңгеруші орынбасар хатшы төраға жетекші мұғалім инженер технолог механик энергетик аудармашы редактор ие педагог психолог завуч дәрігер бухгалтер маман инспектор депутат оператор тәрбиеші кітапханашы медбике күзетші ректор декан министр прокурор кеңесші көмекші ұстаз бастық бастығ мердігер әдіскер қызметкер заңгер жүргізуші өкіл куратор координатор омбудсмен уәкіл ұйымдастырушы үйлестіруші тәлімгер провайдер демеуші кәсіпкер жаттықтырушы логопед әкімшілік әкімшіліг жеткізуші',
  ],
  ['place', 'аудан қала облыс өңір округ'],
];

// Heads only with the possessive ending of a compound: 'мәдениет үйі', 'жұмыс тобы', 'құтқару қызметі'.
const compoundOnly = vocabulary('үй тоб қызмет сала ие арна');

const singularOnly = vocabulary('полици милици бухгалтери прокуратур');

const russianHeads = new Map<string, RussianHead>();
for (const [kind, paradigm, stems] of russian) {
  for (const stem of stems.split(' ')) {
    for (const [folded, form] of formsOf(stem, paradigm)) {
      if (form.plural && singularOnly.has(stem)) continue;
      const known = russianHeads.get(folded);
      if (known) known.forms.push(form);
      else russianHeads.set(folded, { kind, forms: [form] });
    }
  }
}
const everyCase: Form[] = (['nom', 'gen', 'dat', 'acc', 'ins', 'loc'] as const).map((found) => ({
  case: found,
  plural: false,
}));
const shortHeads = new Map(
  shortened.flatMap(([kind, words]) => words.split(' ').map((word) => [fold(word), kind] as const)),
);
const kazakhStems = new Map(
  kazakh.flatMap(([kind, stems]) =>
    stems
      .split(' ')

      .map((stem) => [fold(stem), kind] as const),
  ),
);
const longestStem = Math.max(...[...kazakhStems.keys()].map((stem) => stem.length));

/** The executor noun that a Russian word is a form of, with the forms it may be; null for other words. */
export const russianHead: (folded: string) => RussianHead | null = remember(findRussianHead);

function findRussianHead(folded: string): RussianHead | null {
  const short = shortHeads.get(folded);
  if (short) return { kind: short, forms: everyCase };
  return russianHeads.get(folded) ?? compoundHead(folded);
}

const shortestPrefix = 3;
const longestPrefix = 12;
const shortestHead = 5;

/** 'спортшколе', 'горотделу', 'облуправлению' */
function compoundHead(folded: string): RussianHead | null {
  const last = Math.min(longestPrefix, folded.length - shortestHead);
  for (let cut = shortestPrefix; cut <= last; cut += 1) {
    const head = russianHeads.get(folded.slice(cut));
    if (head && head.kind !== 'place') return head;
  }
  return null;
}

/** The executor noun that a Kazakh word is a form of; null for other words. */
export function kazakhHead(token: Token | undefined): KazakhHead | null {
  return token?.kind === 'word' ? kazakhHeadOf(token) : null;
}

const kazakhHeadOf = rememberOf<Token, KazakhHead | null>(findKazakhHead);

function findKazakhHead(folded: string): KazakhHead | null {
  for (let length = Math.min(folded.length, longestStem); length > 1; length -= 1) {
    const kind = kazakhStems.get(folded.slice(0, length));
    const form = kind && kazakhForm(folded.slice(length));
    if (kind && form && (form.possessive || !compoundOnly.has(folded.slice(0, length)))) return { kind, form };
  }
  return kazakhDoer(folded);
}

const doer = /^(\p{L}{3,}?ш[ыи])((?:(?:лар|лер)[ыи]?|с[ыи])?(?:н[ыи]н|н[ае]н|г[ае]|к[ае]|н[ае]|[мпб]ен|дан|ден)?)$/u;
const ordinal = /(?:[ыи]нш[ыи]|нш[ыи])/;

/** Doers by their suffix: 'есепші', 'жүргізушілер', 'тәлімгершіге'; not 'бірінші'. */
function kazakhDoer(folded: string): KazakhHead | null {
  const parts = doer.exec(folded);
  if (!parts || ordinal.test(parts[1] ?? '')) return null;
  const form = kazakhForm(parts[2] ?? '');
  return form && { kind: 'post', form };
}
