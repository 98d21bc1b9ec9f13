# Reminders: in private, in groups, and the working calendar of administrators.
reminders-due-at = { $date }, до { $time }
reminders-left = До окончания срока исполнения поручения № { $number } { $n ->
    [one] остался { $n } рабочий день
    [few] осталось { $n } рабочих дня
   *[many] осталось { $n } рабочих дней
  }: { $due }
reminders-today = Срок исполнения поручения № { $number } истекает сегодня: { $due }
reminders-passed = Срок исполнения поручения № { $number } истёк: { $due }
reminders-overdue = ⚠️ Срок исполнения поручения № { $number } истёк ({ $due }), просрочка { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
  }
reminders-advisory = По рекомендации № { $number } ожидается ответ. Срок: { $due }
reminders-no-report = Отчёт ещё не представлен. Его можно отправить ответом на это сообщение.
reminders-returned = Отчёт возвращён на доработку: { $date }.
reminders-report-by-reply = Отчёт можно отправить ответом на это сообщение.
reminders-unacknowledged = Просим подтвердить ознакомление с поручением:
reminders-unacknowledged-line = № { $number } — { $headline }
reminders-ladder = По поручениям, которые вы дали или контролируете, отчёт в срок не представлен:
reminders-ladder-line = № { $number } — срок { $date }, просрочка { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
  }. Исполнитель: { $names }
reminders-more-private = В списке ещё { $n }: /my
reminders-more-names = ещё { $n }
reminders-button-report = Отправить отчёт
reminders-button-report-of = Отправить отчёт: № { $number }
reminders-button-acknowledge = Ознакомлен(а): № { $number }
reminders-group-overdue = ⚠️ Срок исполнения истёк. Поручений: { $tasks }, исполнителей: { $executors }
reminders-group-soon = Приближается срок исполнения. Поручений: { $tasks }, исполнителей: { $executors }
reminders-group-overdue-line = № { $number } — срок { $date }, просрочка { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
  }
reminders-group-soon-line = № { $number } — срок { $date }, { $n ->
    [one] остался { $n } рабочий день
    [few] осталось { $n } рабочих дня
   *[many] осталось { $n } рабочих дней
  }
reminders-group-today-line = № { $number } — срок сегодня, { $date }
reminders-group-notice-line = № { $number } — срок { $date }
reminders-group-waiting = Ожидается отчётов: { $n }
reminders-group-names = Ответственный: { $names }
reminders-group-please = Просим представить отчёт сегодня до 18:00.
reminders-group-unreachable = Не подключены к боту: { $names }
reminders-group-unreachable-count = Не подключено к боту исполнителей: { $n }
reminders-more-group = В списке ещё { $n }: /overdue
reminders-button-start = Открыть бот
reminders-calendar-title = Рабочий календарь на { $year } год. Отмеченные вручную дни действуют вместо общих правил.
reminders-calendar-rules = Выходные по общим правилам, пятидневная неделя: { $days }
reminders-calendar-moved = Из них перенесённые выходные: { $days }
reminders-calendar-none = Отмеченных дней нет.
reminders-calendar-line = { $day } — { $kind ->
    [off] выходной день
   *[work] рабочий день
  }, { $week ->
    [5] пятидневная неделя
    [6] шестидневная неделя
   *[0] любая неделя
  }. { $note }
reminders-calendar-warning = ⚠️ Выходные { $year } года ещё не подтверждены: сверьте постановление Правительства и первый день Курбан-айта, затем подтвердите.
reminders-calendar-confirmed = Выходные { $year } года подтверждены.
reminders-calendar-add = Добавить день
reminders-calendar-remove = Убрать: { $day }
reminders-calendar-confirm = Подтвердить { $year } год
reminders-calendar-ask-day = Какой день? Напишите дату, например 05.01.2027.
reminders-calendar-ask-kind = { $day }. Каким будет этот день?
reminders-calendar-kind-off = Выходной
reminders-calendar-kind-work = Рабочий
reminders-calendar-ask-week = Для какой рабочей недели?
reminders-calendar-week-0 = Для любой
reminders-calendar-week-5 = Пятидневной
reminders-calendar-week-6 = Шестидневной
reminders-calendar-ask-note = Напишите основание, например номер и дату постановления.
reminders-calendar-saved = Сохранено: { $day }.
reminders-calendar-removed = Убрано: { $day }. Теперь действует общее правило.
reminders-calendar-no-day = Такого дня нет. Напишите дату в виде 05.01.2027.
reminders-calendar-note-length = Нужно основание. Знаков не больше: { $max }.
reminders-update = Сведения о ходе исполнения поручения № { $number } ожидались { $day } и не поступили.
reminders-interim = Промежуточная контрольная дата поручения № { $number }: { $day }. Осталось рабочих дней: { $n }.
reminders-interim-today = Промежуточная контрольная дата поручения № { $number } сегодня: { $day }.
reminders-group-blocked = Остановили бот, личные сообщения не приходят: { $names }
reminders-group-please-day = Просим представить отчёт сегодня до конца рабочего дня.
reminders-half = 🟡 Прошла половина срока, отчётов по поручению № { $number } ещё нет. Срок: { $due }
reminders-watched = 🟡 Прошла половина срока, отчётов ещё нет:
reminders-watched-line = № { $number } — срок { $date }. Исполнитель: { $names }
