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
reminders-held = Итоговый отчёт сохранён, но ещё не сдан: он ждёт частей других исполнителей.
reminders-only-interim = Промежуточный отчёт получен, итоговый ещё не представлен.
reminders-button-held = Итоговый отчёт № { $number }: чего ждём
reminders-unacknowledged = Просим подтвердить ознакомление с поручением:
reminders-unacknowledged-line = № { $number } — { $headline }
reminders-ladder = По поручениям, которые вы дали или контролируете, отчёт в срок не представлен:
reminders-ladder-line = № { $number } — срок { $date }, просрочка { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
  }. { $executors ->
    [1] Исполнитель
   *[other] Исполнители
  }: { $names }
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
reminders-half-over = 🟡 Прошла половина срока, отчётов ещё нет.
reminders-watched = 🟡 Прошла половина срока, отчётов ещё нет:
reminders-watched-line = № { $number } — срок { $date }. { $executors ->
    [1] Исполнитель
   *[other] Исполнители
  }: { $names }
reminders-button-task = 🔔 Напоминания
reminders-policy-title = <b>Напоминания: { $org }</b>
reminders-line-days = До срока, рабочих дней: { $days }
reminders-line-repeats = После срока: { $repeats }
reminders-line-hours = Часы: { $hours }
reminders-line-quiet = Тихие дни: { $days }
reminders-line-naming = Просрочившие в группах: { $naming }
reminders-inherited = { $value } ({ $from })
reminders-from-usual = обычный порядок
reminders-field-days = До срока
reminders-field-repeats = После срока
reminders-field-hours = Часы
reminders-field-quiet = Тихие дни
reminders-field-naming = Называть просрочивших
reminders-on-day = в день срока
reminders-repeats = { $repeats ->
    [daily] каждый рабочий день
    [weekly] раз в неделю
    [none] не напоминать
   *[usual] 1, 2, 3 дня, затем раз в неделю
  }
reminders-until = до { $day }
reminders-quiet-none = нет
reminders-button-quiet-days = Свои выходные дни…
reminders-button-above = Как в вышестоящей организации
reminders-button-back = Назад
reminders-button-pause = Приостановить до: { $day }
reminders-button-pause-other = Приостановить до другой даты…
reminders-button-resume = Возобновить напоминания
reminders-button-no = Отмена
reminders-task-title = <b>Напоминания: № { $number }</b>
reminders-as-organisation = как в организации исполнителя
reminders-not-paused = Напоминания не приостановлены
reminders-which = Напоминания какой организации настроить?
reminders-set = Сохранено
reminders-ask-quiet-days = В какие дни не напоминать? Напишите дату, например 25.12.2026, или первый и последний день: 25.12.2026 - 05.01.2027
reminders-quiet-saved = Сохранено. Дней без напоминаний: { $n }
reminders-ask-pause = До какого дня не напоминать? Напишите дату, например 25.12.2026
reminders-pause-question = Не напоминать до: { $day }?
reminders-may-not-set = Порядок напоминаний меняет руководитель или секретарь организации.
reminders-only-issuer = Напоминания по поручению меняет и приостанавливает только тот, кто его дал.
reminders-series = Напоминания настраиваются у каждого периода отдельно: откройте поручение нужного периода.
reminders-quiet-too-long = Укажите день позже сегодняшнего, не дальше чем через { $max } календарных дней.
reminders-too-many-days = Слишком много дней. Наибольшее число: { $max }
reminders-raised = 🚨 Срочно, о происшествии или на особом контроле:
reminders-raised-line = № { $number } — { $headline }{ $special ->
    [yes] { " (особый контроль)" }
   *[no] { "" }
  }{ $incident ->
    [yes] { " (происшествие)" }
   *[no] { "" }
  }. Срок: { $due }. Автор поручения: { $issuer }
