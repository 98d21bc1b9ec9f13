// Repetition in Russian and Kazakh becomes a rule.
import { expect, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { readDeadline } from '../../../src/reading/dates/terms.ts';
import { phrasesOf, written } from './written-term.ts';

/** A Wednesday. */
const context = { today: '2027-03-10', calendar: createCalendar(), week: 5 as const };

// What is read, a question mark and the doubt, and behind the sign the phrases that say it.
const table = `
  FREQ=DAILY = ежедневно | каждое утро | күн сайын | күнделікті
  FREQ=DAILY;INTERVAL=2 = через день | екі күн сайын | күнара
  FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR = ежедневно, кроме выходных | по рабочим дням | жұмыс күндері сайын
  FREQ=WEEKLY = еженедельно | раз в неделю | апта сайын | аптасына бір рет
  FREQ=WEEKLY;BYDAY=FR = еженедельно по пятницам | каждую пятницу | жұма сайын | апта сайын, жұма күні | әр жұма
  FREQ=WEEKLY;BYDAY=TU,TH = каждый вторник и четверг | сейсенбі және бейсенбі сайын
  FREQ=WEEKLY;BYDAY=MO,WE,TH,FR = дс, ср, бс, жм сайын
  FREQ=WEEKLY;INTERVAL=2 = раз в две недели
  FREQ=WEEKLY;INTERVAL=2;BYDAY=WE = раз в две недели по средам
  FREQ=WEEKLY;INTERVAL=2 = екі аптада бір рет
  FREQ=MONTHLY = ежемесячно | раз в месяц | по итогам каждого месяца | ай сайын | айына бір рет
  FREQ=MONTHLY;BYMONTHDAY=5 = ежемесячно до 5 числа | ай сайын 5-күніне дейін | әр айдың 5-іне
  FREQ=MONTHLY;BYMONTHDAY=1 = в начале каждого месяца | әр айдың басында
  FREQ=MONTHLY;BYMONTHDAY=15,-1 = дважды в месяц | айына екі рет
  FREQ=MONTHLY;BYDAY=-1TH = каждый последний четверг месяца
  FREQ=MONTHLY;BYDAY=-1WE = по последним средам
  FREQ=MONTHLY;BYDAY=-1TH = айдың соңғы бейсенбісінде
  FREQ=MONTHLY;BYDAY=1WE = в первую среду месяца | айдың алғашқы сәрсенбісінде
  FREQ=MONTHLY;INTERVAL=3 = ежеквартально | каждый квартал | тоқсан сайын
  FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 = ежеквартально, к 10 числу месяца, следующего за отчётным
  FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 = тоқсан сайын, есепті тоқсаннан кейінгі айдың 10-күніне дейін
  FREQ=MONTHLY;INTERVAL=6 = по полугодиям | раз в полугодие | жарты жылда бір рет | жартыжылдық сайын
  FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=5 = раз в полугодие, к 5 января и 5 июля
  FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=5 = жарты жылда бір рет, 5 қаңтарға және 5 шілдеге
  FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15 = ежегодно к 15 августа | жыл сайын 15 тамызға дейін
  FREQ=YEARLY;BYMONTH=1,9 = ежегодно, в сентябре и январе | жыл сайын, қыркүйекте және қаңтарда
  FREQ=DAILY UNTIL 2027-04-30 = ежедневно до 30 апреля
  FREQ=WEEKLY;BYDAY=MO UNTIL 2027-04-30 = каждый понедельник апреля
  FREQ=DAILY UNTIL 2027-04-30 = 30 сәуірге дейін күн сайын
  FREQ=MONTHLY;BYMONTHDAY=5 = ежемесячно, не позднее 5-го числа
  FREQ=MONTHLY;BYMONTHDAY=5,20 = ежемесячно 5 и 20 числа
  FREQ=MONTHLY;BYMONTHDAY=5 = ежемесячно до пятого числа | до 5 числа каждого месяца | каждое 5-е число
  FREQ=MONTHLY;BYMONTHDAY=5 = 5 числа ежемесячно | ежемесячно с 1 по 5 число
  FREQ=MONTHLY;BYMONTHDAY=5 = ежемесячно до 5 числа месяца, следующего за отчетным
  FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 = до 10 числа месяца, следующего за отчетным кварталом
  FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25 = ежеквартально до 25 числа последнего месяца квартала
  FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5 = ежеквартально, до 5 числа
  FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 = ежемесячно в последний рабочий день
  FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 = в последний рабочий день каждого месяца
  FREQ=WEEKLY;BYDAY=FR = еженедельно, каждую пятницу | еженедельно до пятницы
  FREQ=WEEKLY;BYDAY=TU,TH = еженедельно по вторникам и четвергам
  FREQ=WEEKLY;BYDAY=MO,WE,FR = по понедельникам, средам и пятницам
  FREQ=WEEKLY;BYDAY=MO 10:00 = каждый понедельник до 10:00
  FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR = каждый рабочий день
  FREQ=MONTHLY;BYDAY=2FR = каждую вторую пятницу месяца
  FREQ=MONTHLY;BYDAY=-1FR = в последнюю пятницу каждого месяца | ежемесячно в последнюю пятницу
  FREQ=WEEKLY = 1 раз в неделю
  FREQ=MONTHLY = не реже одного раза в месяц
  FREQ=MONTHLY;INTERVAL=3 = не реже 1 раза в квартал
  FREQ=MONTHLY;INTERVAL=6 = один раз в полгода | 2 раза в год
  FREQ=MONTHLY;INTERVAL=3 = 4 раза в год
  FREQ=YEARLY = раз в год
  FREQ=MONTHLY;INTERVAL=3 = раз в три месяца
  FREQ=WEEKLY;INTERVAL=2 = каждые две недели
  FREQ=DAILY;INTERVAL=10 = каждые 10 дней
  FREQ=MONTHLY;INTERVAL=6 = каждые полгода
  FREQ=WEEKLY ?times = два раза в неделю
  FREQ=MONTHLY;BYMONTHDAY=10,20,-1 = раз в декаду
  FREQ=DAILY 18:00 = ежедневно до 18:00
  FREQ=DAILY UNTIL 2027-12-31 = ежедневно до конца года
  FREQ=MONTHLY UNTIL 2028-12-31 = ежемесячно до конца 2028 года
  FREQ=MONTHLY UNTIL 2027-05-17 = ежемесячно до 17 мая
  FREQ=YEARLY;BYMONTH=2,8;BYMONTHDAY=1 = ежегодно до 1 февраля и 1 августа
  FREQ=YEARLY;BYMONTH=5 = ежегодно в мае
  FREQ=YEARLY = ежегодно
  FREQ=MONTHLY;INTERVAL=3 = к концу каждого квартала
  FREQ=MONTHLY = в конце каждого месяца
  FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR = по будням
  FREQ=WEEKLY;BYDAY=TU = по вторникам
  FREQ=MONTHLY;INTERVAL=3 = по итогам каждого квартала
  FREQ=MONTHLY;BYMONTHDAY=5 = ай сайын 5-іне дейін | ай сайын, 5-күнінен кешіктірмей
  FREQ=MONTHLY;BYMONTHDAY=5 = ай сайын есепті айдан кейінгі айдың 5-іне дейін | әр айдың 5-күніне дейін
  FREQ=MONTHLY;BYMONTHDAY=5 = әр айдың бесінші күніне дейін
  FREQ=MONTHLY = әр айдың соңында
  FREQ=MONTHLY;BYDAY=-1FR = әр айдың соңғы жұмасында
  FREQ=WEEKLY;BYDAY=FR = әр аптаның жұмасында
  FREQ=WEEKLY;BYDAY=MO = әр дүйсенбі сайын
  FREQ=WEEKLY = әр апта сайын
  FREQ=MONTHLY;INTERVAL=3 = әр тоқсан сайын | тоқсанына бір рет
  FREQ=YEARLY = жылына бір рет
  FREQ=MONTHLY;INTERVAL=6 = жылына екі рет
  FREQ=MONTHLY;INTERVAL=2 = екі айда бір рет
  FREQ=YEARLY = жыл сайын
  FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1 = жыл сайын 1 қыркүйекке дейін
  FREQ=YEARLY;BYMONTH=5 = жыл сайын мамыр айында
  FREQ=WEEKLY;BYDAY=MO = апта сайын дүйсенбіде
  FREQ=WEEKLY;BYDAY=TU,TH = апта сайын сейсенбі, бейсенбі күндері
  FREQ=WEEKLY;BYDAY=MO,WE = дүйсенбі, сәрсенбі күндері
  FREQ=DAILY 18:00 = күн сайын кешкі 18:00-ге дейін
  FREQ=DAILY UNTIL 2027-12-31 = күн сайын жыл соңына дейін
  FREQ=MONTHLY UNTIL 2027-05-17 = ай сайын 2027 жылғы 17 мамырға дейін
  FREQ=DAILY = кун сайын
  FREQ=MONTHLY;BYMONTHDAY=5 = ай сайын 5-кунине дейин
  FREQ=MONTHLY;INTERVAL=6 = жарты жылда 1 рет
`;

test.each(phrasesOf(table))('«%s» is %s', (phrase, meaning) => {
  expect(written(readDeadline(phrase, context))).toBe(meaning);
});
