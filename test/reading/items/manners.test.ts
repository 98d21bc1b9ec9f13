// Manners of writing met in documents of other hands: each test is one rule of the language.
import { describe, expect, it } from 'vitest';
import { drafts, lines } from '../../support/reader.ts';

describe('a sentence', () => {
  it('keeps an "и" inside the name of who is addressed', () => {
    expect(
      lines('Аким поручил директорам школ провести сверку, а отделу культуры и спорта — открыть 30 площадок.'),
    ).toEqual(['провести сверку | директорам школ | none', 'открыть 30 площадок | отделу культуры и спорта | none']);
  });

  it('parts what is to be done once from what is to be done again and again', () => {
    expect(lines('РЕШИЛИ:\n1. ЖКХ: починить мост до конца октября и каждую пятницу присылать фото.')).toEqual([
      'починить мост | ЖКХ | 2026-10-31',
      'присылать фото | ЖКХ | FREQ=WEEKLY;BYDAY=FR',
    ]);
  });

  it('cuts out a term that hangs on an event, and doubts it', () => {
    const [first] = drafts('РЕШИЛИ:\n1. Отделу ЖКХ утеплить школы до начала отопительного сезона.');
    expect([first?.text, first?.deadline]).toEqual(['утеплить школы', { kind: 'none' }]);
    expect(first?.doubts.map(({ key }) => key)).toContain('reading-doubt-event');
  });

  it('addresses nobody behind a preposition', () => {
    expect(lines('Коллеги, прошу.\nРазберитесь с котельной и завтра до 10 отпишитесь')).toEqual([
      'Разберитесь с котельной и отпишитесь |  | 2026-10-15',
    ]);
  });

  it('reads a bare day of the month before a verb, not before a noun', () => {
    expect(lines('Коллеги, прошу.\nОтдел ЖКХ, 24-го проверить площадку')).toEqual([
      'проверить площадку | Отдел ЖКХ | 2026-10-24',
    ]);
    expect(lines('РЕШИЛИ:\n1. Школам провести сбор для 5-го класса.')).toEqual([
      'провести сбор для 5-го класса | Школам | none',
    ]);
  });

  it('knows further words of command', () => {
    expect(lines('Спасательной службе предписано к 1 ноября выставить посты. Фото автора')).toEqual([
      'выставить посты | Спасательной службе | 2026-11-01',
    ]);
  });

  it('gives no item for a reproof', () => {
    expect(lines('РЕШИЛИ:\n1. Обратить внимание акима района на слабую работу с обращениями.')).toEqual([]);
  });
});

describe('a verb said once', () => {
  it('holds for the next addressee behind a dash, each with a deadline of its own', () => {
    const words =
      'Отделу финансов до 20 октября подготовить расчёты, отделу кадров — предложения по оплате до 25 октября.';
    expect(lines(`РЕШИЛИ:\n1. ${words}\n2. Отделу спорта провести турнир, о результатах — доложить.`)).toEqual([
      'подготовить расчёты | Отделу финансов | 2026-10-20',
      'предложения по оплате | отделу кадров | 2026-10-25',
      'провести турнир, о результатах — доложить | Отделу спорта | none',
    ]);
  });

  it('repeats as the point says, though its label says that it goes on', () => {
    expect(lines('ШЕШТІ:\n1. Ас мәзірін сайтқа апта сайын орналастыру.\nЖауапты: мектептер\nМерзімі: тұрақты')).toEqual(
      ['Ас мәзірін сайтқа орналастыру | мектептер | FREQ=WEEKLY'],
    );
  });
});

describe('a deadline', () => {
  const due = (words: string): string[] => lines(`РЕШИЛИ:\n1. Школам ${words}.`);

  it('is each first day of the month, without an end', () => {
    const [first] = drafts('РЕШИЛИ:\n1. Школам каждое первое число месяца сдавать сводку.');
    expect(first?.deadline).toEqual({ kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=1' });
  });

  it('takes the event along from which it is counted', () => {
    expect(due('через две недели после подписания протокола представить план')).toEqual([
      'представить план | Школам | 2026-10-28',
    ]);
  });

  it('may wait for frosts or holidays, which no calendar knows', () => {
    expect(due('утеплить окна до первых холодов')).toEqual(['утеплить окна | Школам | none']);
    expect(due('довести охват до нормы')).toEqual(['довести охват до нормы | Школам | none']);
  });

  it('is not the year for which a budget is meant', () => {
    expect(lines('ТАПСЫРЫЛСЫН:\n1. Қаржы бөліміне 2027 жылға арналған бюджетте қаржы көздеу.')).toEqual([
      '2027 жылға арналған бюджетте қаржы көздеу | Қаржы бөліміне | none',
    ]);
  });

  it('stands behind the label of who is responsible', () => {
    expect(lines('РЕШИЛИ:\n1. Утвердить график и довести его до школ. Отв. — методкабинет. До 20.11.')).toEqual([
      'Утвердить график и довести его до школ | методкабинет | 2026-11-20',
    ]);
    expect(lines('РЕШИЛИ:\n1. Взять на контроль питание детей (директора школ), ежедневно.')).toEqual([
      'Взять на контроль питание детей | директора школ | FREQ=DAILY',
    ]);
  });
});

describe('a chat without hours', () => {
  const chat = (words: string): string[] => lines(`Замаким: Салем\nЗамаким: ${words}\nАйнур: ок`);

  it('is told by those who speak again', () => {
    expect(chat('Школам до пятницы сдать списки')).toEqual(['сдать списки | Школам | 2026-10-16']);
  });

  it('takes no labels for speakers', () => {
    const text =
      'Провести осмотр.\nОтветственные: школы\nСрок: 1 ноября\nСдать акты.\nОтветственные: школы\nСрок: 5 ноября';
    expect(lines(`РЕШИЛИ:\n${text}`)).toHaveLength(2);
  });

  it('tells whoever was called what follows in the same message, but not the colleagues', () => {
    expect(chat('Отдел ЖКХ, контейнеры! Сколько можно? 40 штук поставить до конца месяца')).toEqual([
      '40 штук поставить | Отдел ЖКХ | 2026-10-31',
    ]);
    expect(chat('Асхат, молодец! Коллеги, завтра сдать отчёты')).toEqual(['сдать отчёты |  | 2026-10-15']);
  });

  it('finds who is to do it behind the verb', () => {
    expect(chat('Сводку к пятнице подготовит отдел ЖКХ')).toEqual(['Сводку подготовит | отдел ЖКХ | 2026-10-16']);
    expect(chat('Завтра приезжает министр образования')).toEqual([]);
  });

  it('finds who is called behind what it is about', () => {
    expect(chat('по дороге в село: Ерлан, надо закончить ремонт')).toEqual(['закончить ремонт | Ерлан | none']);
  });

  it('finds a given name between object and command', () => {
    expect(chat('Көлік мәселесін Болат шешсін')).toEqual(['Көлік мәселесін шешсін | Болат | none']);
    expect(chat('Кеше жақсы жұмыс істедіңіздер')).toEqual([]);
  });

  it('reads a class with "всех" in its name', () => {
    expect(chat('И последнее: психологи всех школ собираются у меня 15-го')).toEqual([
      'собираются у меня | психологи всех школ | 2026-10-15',
    ]);
  });
});

describe('a speech behind a dash', () => {
  it('is read to its end, over several sentences', () => {
    const text = `Новости
— Каждый ребёнок должен отдохнуть. Отделу занятости — выверить списки до 25 октября, — сказала замакима.
Как сообщает пресс-служба, работа продолжается.`;
    expect(lines(text)).toEqual(['выверить списки | Отделу занятости | 2026-10-25']);
  });
});

describe('a record of another hand', () => {
  it('reads the points behind who attended', () => {
    const text = `ХАТТАМА № 2
Қатысқандар: тізім бойынша.

1. Асхана жабдықтарын тексеру.
Жауапты: білім бөлімі
Мерзімі: 2026 жылғы 18 желтоқсан

2. Есеп беру.
Жауапты: мектеп директорлары
Мерзімі: тоқсан сайын`;
    expect(lines(text)).toEqual([
      'Асхана жабдықтарын тексеру | білім бөлімі | 2026-12-18',
      'Есеп беру | мектеп директорлары | FREQ=MONTHLY;INTERVAL=3',
    ]);
  });

  it('takes short labels with their values for no head of a table', () => {
    const text = `РЕШИЛИ:
п. 1. Вывешивать график.
Исполнители: председатели КСК
Срок исполнения: еженедельно

п. 2. Доложить акиму.
Исполнитель: отдел ЖКХ
Срок исполнения: 20 ноября`;
    expect(lines(text)).toEqual([
      'Вывешивать график | председатели КСК | FREQ=WEEKLY',
      'Доложить акиму | отдел ЖКХ | 2026-11-20',
    ]);
  });

  it('keeps a Kazakh object in front of who helps', () => {
    expect(
      lines('ТАПСЫРМАЛАР\n1. Мәдениет бөлімі концерт бағдарламасын спорт бөлімімен бірлесіп 20 қарашаға дайындасын.'),
    ).toEqual(['концерт бағдарламасын дайындасын | Мәдениет бөлімі; спорт бөлімімен | 2026-11-20']);
  });

  it('takes no noun for a command, and knows a name in the dative', () => {
    const text =
      'Кеңес өтті, деп хабарлайды баспасөз қызметі. Білім бөліміне іріктеу жұмысын мамыр айында бастау жүктелді. Ал ауыл әкімі Талғат Сүлейменге мектепке баратын жолды жөндеу тапсырылды.';
    expect(lines(text)).toEqual([
      'іріктеу жұмысын бастау | Білім бөліміне | 2027-05-31',
      'мектепке баратын жолды жөндеу | ауыл әкімі Талғат Сүлейменге | none',
    ]);
  });

  it('goes on in the news with a dative and a dash', () => {
    const text =
      'Как сообщили в пресс-службе, отделу транспорта поручено пересмотреть график. Отделу ЖКХ — до 1 ноября закончить ремонт.';
    expect(lines(text)).toEqual([
      'пересмотреть график | отделу транспорта | none',
      'закончить ремонт | Отделу ЖКХ | 2026-11-01',
    ]);
  });
});
