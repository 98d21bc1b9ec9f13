// Small words of the deadline grammar: prepositions, postpositions, pointers, adverbs of recurrence, times of day.
import type { Lex, Lexicon } from './lexicon.ts';

const russianRoles: Record<string, string> = {
  until: 'до',
  by: 'к ко',
  in: 'в во',
  on: 'на',
  from: 'с со',
  of: 'от',
  through: 'по',
  after: 'через спустя',
  past: 'после',
  ago: 'назад',
  behind: 'за',
  not: 'не',
  later: 'позднее поздней позже',
  earlier: 'ранее раньше',
  starting: 'начиная',
  course: 'течение течении теч протяжении',
  expiry: 'истечении истечению',
  period: 'период промежуток',
  label: 'срок срока сроки сроком сроку сроках дедлайн',
  labelled: 'исполнения выполнения представления предоставления реализации завершения сдачи проведения',
  give: 'даю дать дается',
  most: 'максимум более больше чем',
  nearest: 'ближайшие ближайших ближайшее ближайшие',
  and: 'и',
  but: 'но однако',
  correct: 'нет точнее вернее лучше ой исправляю поправка погоди',
  inclusive: 'включительно',
  working: 'рабочий рабочего рабочему рабочим рабочем рабочие рабочих рабочими раб будний будних',
  calendar: 'календарный календарного календарных календарные календарным кал',
  school: 'учебный учебного учебному учебном учебным учебные уч',
  lessons: 'занятий занятиям уроков',
  holidays: 'каникулы каникул каникулам каникулах',
  number: 'число числа числу числом числам чисел числах',
  times: 'раз раза',
  each: 'каждый каждая каждое каждого каждой каждому каждую каждым каждом каждые каждых',
  rarely: 'реже',
  often: 'чаще',
  except: 'кроме исключением',
  results: 'итогам результатам',
  half: 'половина половине половину половины',
  weekend: 'выходные выходных выходным выходными',
  following: 'следующего следующих следующем',
  report: 'отчетным отчетного отчетному отчетный',
  time: 'времени время',
  stage:
    'промежуточный промежуточную промежуточная промежуточное промежуточного итоговый итоговую итоговая итоговое итогового предварительный предварительную предварительно окончательный окончательную окончательно',
  daily: 'будням будни',
  mornings: 'утрам',
  evenings: 'вечерам',
  zero: 'ноль',
};
const kazakhRoles: Record<string, string> = {
  'until-after': 'дейін шейін дейн дейінгі',
  'no-later': 'кешіктірмей кешіктірмеи кешікпей кешіктірілмей қалдырмай асырмай кешіктірмеу',
  toward: 'қарай таман',
  'starting-after': 'бастап',
  inside: 'ішінде ішінің барысында',
  along: 'бойы бойына бойында',
  between: 'аралығында аралықта арасында аралығы',
  'each-after': 'сайын',
  each: 'әр әрбір',
  'after-word': 'кейін соң',
  sooner: 'бұрын',
  denied: 'емес',
  working: 'жұмыс',
  calendar: 'күнтізбелік',
  school: 'оқу',
  and: 'және мен пен бен',
  but: 'бірақ алайда',
  correct: 'жоқ дұрысы дәлірек',
  weekend: 'демалыс',
  holidays: 'каникул каникулда каникулға демалыста',
  begins: 'басталғанға басталғанша басталуына басталғанына басталар басталуы',
  ends: 'аяқталғанға аяқталғанша аяқталуына аяқталғанына біткенше біткенге бітуіне аяқталу',
  'half-word': 'жарты',
  times: 'рет',
  report: 'есепті есептік',
  clock: 'сағат',
  stage: 'аралық қорытынды',
};

/** Adds the small words to the lexicon. */
export function addParticles(lexicon: Lexicon): void {
  const { words, stems } = lexicon;
  for (const [role, text] of Object.entries(russianRoles)) words('ru', text, { role });
  for (const [role, text] of Object.entries(kazakhRoles)) words('kk', text, { role });
  stems('мерзім', { role: 'label' });
  stems('демалыс', { role: 'weekend' });
  stems('жарты', { role: 'half' });
  addPointers(lexicon);
  addRelatives(lexicon);
  addEdges(lexicon);
  addRecurrences(lexicon);
  addClocks(lexicon);
  addStates(lexicon);
  addEnglish(lexicon);
}

function addPointers({ words, stems }: Lexicon): void {
  const pointers: [Lex['language'], Lex['pointer'], string][] = [
    ['ru', 'this', 'этого этой эту этот эта это этому этом текущего текущей текущему текущем текущую текущий тек'],
    ['ru', 'this', 'нынешнего нынешней нынешнему нынешнем ближайшего ближайшей ближайшую ближайший ближайшему сего'],
    ['ru', 'next', 'следующий следующего следующей следующую следующему следующем следующее следующая след'],
    ['ru', 'next', 'будущий будущего будущей будущую будущему будущем предстоящего предстоящей предстоящую'],
    [
      'ru',
      'last',
      'последний последняя последнее последнего последней последнюю последнему последнем последним последние последних',
    ],
    ['ru', 'new', 'новый нового новому новом новым'],
    ['kk', 'this', 'осы ағымдағы биылғы бұл'],
    ['kk', 'next', 'келесі келер алдағы'],
    ['kk', 'last', 'соңғы'],
    ['kk', 'new', 'жаңа'],
    ['en', 'this', 'this'],
    ['en', 'next', 'next'],
    ['en', 'last', 'last'],
  ];
  for (const [language, pointer, text] of pointers) words(language, text, { pointer });
  words('ru', 'последним последних', { pointer: 'last', plural: true });
  // 'биыл', 'биылғы жылы': this year by itself.
  stems('биыл', { pointer: 'this', role: 'this-year' });
}

function addRelatives({ words, stems }: Lexicon): void {
  words('ru', 'сегодня', { relative: 0 });
  words('ru', 'завтра', { relative: 1 });
  words('ru', 'послезавтра', { relative: 2 });
  words('ru', 'сегодняшний сегодняшнего сегодняшнему сегодняшним', { relative: 0, role: 'relative-adjective' });
  words('ru', 'завтрашний завтрашнего завтрашнему завтрашним', { relative: 1, role: 'relative-adjective' });
  words('ru', 'незамедлительно немедленно срочно безотлагательно немедля тотчас', { relative: 0, role: 'at-once' });
  words('ru', 'сейчас промедления', { relative: 0, role: 'at-once', short: true });
  words('kk', 'дереу шұғыл кідіріссіз кешіктірместен тезарада', { relative: 0, role: 'at-once' });
  words('kk', 'қазір', { relative: 0, role: 'at-once', short: true });
  stems('бүгін', { relative: 0 });
  stems('ертең', { relative: 1 });
  words('kk', 'бүрсігүні бүрсүгіні бүрсігүн бүрсугуні', { relative: 2, case: 'none' });
  stems('бүрсігүн бүрсүгүн бүрсігүні бүрсүгіні', { relative: 2 });
  words('en', 'today', { relative: 0 });
  words('en', 'tomorrow', { relative: 1 });
  words('en', 'immediately', { relative: 0, role: 'at-once' });
}

function addEdges({ words, stems }: Lexicon): void {
  words('ru', 'конец конца концу конце концом окончания окончанию завершения завершению истечения', { edge: 'end' });
  words('ru', 'начало начала началу начале началом', { edge: 'start' });
  words('ru', 'середина середины середине середину', { edge: 'middle' });
  stems('соң аяғ аяқ', { edge: 'end' });
  stems('бас', { edge: 'start' });
  stems('орта', { edge: 'middle' });
  words('en', 'end', { edge: 'end' });
}

function addRecurrences({ words }: Lexicon): void {
  const table: [Lex['language'], NonNullable<Lex['every']>['freq'], number, string][] = [
    ['ru', 'DAILY', 1, 'ежедневно'],
    ['ru', 'WEEKLY', 1, 'еженедельно понедельно'],
    ['ru', 'MONTHLY', 1, 'ежемесячно помесячно'],
    ['ru', 'MONTHLY', 3, 'ежеквартально поквартально'],
    ['ru', 'YEARLY', 1, 'ежегодно'],
    ['kk', 'DAILY', 1, 'күнделікті'],
    ['kk', 'DAILY', 2, 'күнара'],
    ['en', 'DAILY', 1, 'daily'],
    ['en', 'WEEKLY', 1, 'weekly'],
    ['en', 'MONTHLY', 1, 'monthly'],
    ['en', 'MONTHLY', 3, 'quarterly'],
    ['en', 'YEARLY', 1, 'yearly annually'],
  ];
  for (const [language, freq, interval, text] of table) words(language, text, { every: { freq, interval } });
  words('ru', 'дважды', { role: 'twice', number: 2 });
  words('ru', 'трижды', { role: 'twice', number: 3 });
}

function addClocks({ words, stems }: Lexicon): void {
  const table: [string, string][] = [
    ['13:00', 'обед обеда обеду обедом'],
    ['12:00', 'полдень полудня полудню'],
    ['18:00', 'вечер вечера вечеру вечером'],
    ['09:00', 'утро утра утру утром'],
  ];
  for (const [clock, text] of table) words('ru', text, { clock });
  stems('түс', { clock: '13:00' });
  stems('кеш', { clock: '18:00' });
  stems('таң', { clock: '09:00' });
  words('kk', 'таңертең таңертеңгі', { clock: '09:00' });
  words('kk', 'кешкі кешқұрым', { clock: '18:00' });
  words('kk', 'кеше кешегі', { clock: '', role: 'yesterday' });
  words('kk', 'түстен', { clock: '13:00', role: 'noon-from' });
}

function addStates({ words }: Lexicon): void {
  words('ru', 'постоянно круглосуточно', { state: 'ongoing' });
  words('kk', 'тұрақты үнемі үздіксіз ұдайы', { state: 'ongoing' });
  words('ru', 'бессрочно', { state: 'ongoing' });
  words('kk', 'мерзімсіз көрсетілмеген уақтылы уақытылы', { state: 'none' });
  words('ru', 'своевременно', { state: 'none' });
}

function addEnglish({ words }: Lexicon): void {
  const roles: Record<string, string> = {
    until: 'until till before',
    by: 'by',
    on: 'on',
    in: 'in at',
    inside: 'within',
    from: 'from',
    past: 'after since',
    no: 'no not',
    'of-en': 'of',
    the: 'the',
    than: 'than',
    later: 'later',
    label: 'due deadline',
    each: 'every each',
    and: 'and',
    working: 'working business',
    calendar: 'calendar',
    'half-day': 'am pm',
  };
  for (const [role, text] of Object.entries(roles)) words('en', text, { role });
}
