# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = По этому правилу повторения не получается ни одной даты. Выберите другую периодичность.
periods-date-by-rule = Даты периодического поручения задаёт его периодичность. Исправьте срок открытого периода или завершите это поручение и выдайте новое.
periods-repeats-school = Периодичность: { $unit ->
    [year] в конце учебного года
   *[term] в конце учебной четверти
  }
periods-year = { $year } год
periods-month = { $month } { $year } г.
periods-part = { $kind ->
    [week] { $n }-я неделя { $year } г.
    [quarter] { $n }-й квартал { $year } г.
    [half] { $n }-е полугодие { $year } г.
    [term] { $n }-я четверть { $year }–{ $next } учебного года
   *[school] { $year }–{ $next } учебный год
  }
periods-urgency = ❗️ { $urgency ->
    [at-once] Незамедлительно
   *[urgent] Срочно
  }
periods-incident = 🚨 Происшествие
periods-of = Период: { $period }
periods-updates = Сведения о ходе: { $rate ->
    [weekly] еженедельно
    [fortnightly] раз в две недели
    [monthly] ежемесячно
   *[quarterly] ежеквартально
  }
periods-update-next = следующее: { $day }
periods-update-missing = ожидалось { $day }, не поступило
periods-updates-missed = пропущено: { $n }
periods-interim = Промежуточные контрольные даты: { $dates }
periods-first = Первый срок: { $day }
periods-series-state = { $state ->
    [closed] Периодическое поручение завершено, новые периоды не открываются
    [cancelled] Периодическое поручение отменено
   *[other] Периодическое поручение, на каждый период открывается отдельное поручение
  }
periods-none = Периодических поручений, которые вас касаются, нет.
periods-title = Периодические поручения: { $n }
periods-gaps = нет отчётов: { $n }
periods-panel = Периодическое поручение № { $number }
periods-running = Открыт период: { $period } · № { $number } · срок: { $day }
periods-none-yet = Открытых периодов пока нет.
periods-legend = ✓ отчёт есть · ✓⏰ с опозданием · ↩ на доработке · … срок не наступил · — отчёта нет
periods-not-opened = не открывался
periods-missed = нет отчёта: { $n }
periods-missing = Не отчитались ({ $period }):
periods-button-open = Открыть № { $number }
periods-button-end = Завершить
periods-button-list = Все периодические
periods-button-series = Периоды
periods-may-not-end = Завершить периодическое поручение может только тот, кто его выдал.
periods-end-needs-reason = Периодическое поручение завершается с указанием причины: /series
periods-ask-end = Почему завершается периодическое поручение № { $number }? Напишите причину одним сообщением, её увидят исполнители. Новые периоды открываться не будут, открытые останутся на контроле.
periods-ended-now = Периодическое поручение № { $number } завершено. Уведомлено: { $told }.
periods-told-ended = Периодическое поручение № { $number } завершено, новых периодов не будет. Отчёт за открытый период ожидается.
  { $headline }
periods-ask-terms = Напишите четверти { $year }–{ $next } учебного года, каждую отдельной строкой, например:
  <code>01.09.{ $year }-25.10.{ $year }</code>
periods-terms-saved = Четверти { $year }–{ $next } учебного года сохранены.
periods-terms-unclear = Не получилось прочитать четверти: в каждой строке нужны первый и последний день по порядку, в виде 01.09.2026-25.10.2026.
periods-terms-title = { $year }–{ $next } учебный год
periods-terms-line = Четверть { $n }: { $from } – { $to }
periods-terms-hint = До ввода дат из приказа они приблизительные. По ним считаются сроки, связанные с учебным годом.
periods-button-terms = Ввести четверти { $year }–{ $next }
periods-button-school = Учебные четверти
periods-week = Рабочая неделя, дней: { $n }
periods-policy = Срок в выходной день: { $policy ->
    [next] переносится на следующий рабочий
    [previous] переносится на предыдущий рабочий
   *[keep] сохраняется
  }
periods-week-hint = Неделя действует для напоминаний, правило о сроке для поручений, которые выдаёт организация.
periods-button-week = { $n } дней
periods-button-policy = { $policy ->
    [next] Следующий рабочий день
    [previous] Предыдущий рабочий день
   *[keep] Сохранять
  }
periods-button-org-week = Рабочая неделя и выходные
periods-issued = Открыт первый период: № { $number }. Все периоды: /series
periods-gate-vague = Результат не конкретен: нет показателя, числа или формы завершения.
periods-gate-short = Рабочих дней на исполнение: { $n }. Это мало.
periods-gate-duplicate = На контроле уже есть похожее поручение: № { $number }
periods-gate-responsible = Нет ответственного исполнителя, названного первым.
periods-gate-load = Загрузка. { $name }: поручений со сроком { $day } уже { $n }.
periods-gate-load-many = Загрузка. Исполнителей, у которых на { $day } уже много поручений: { $n }.
periods-gate-load-day = Предлагается: { $day }
periods-gate-roadmap = Дольше шести месяцев и несколько организаций: нужна дорожная карта.
periods-button-roadmap = 🗺 Составить дорожную карту
periods-button-day = Срок: { $day }
periods-proposal-policy = Срок приходится на выходной. По правилу организации: { $day }
periods-series-policy = Сроки в выходные переносятся по правилу организации: { $day }
periods-doubt-urgent = Срок не назван, предложен по срочности: { $words }
periods-doubt-term = Срок поставлен по учебному календарю: { $words }
periods-edit-repeat = Периодичность
periods-edit-updates = Сведения о ходе
periods-edit-interim = Контрольные даты
periods-ask-repeat = Как часто повторяется поручение?
periods-ask-first = Какой первый срок?
periods-repeat = { $repeat ->
    [weekly] Еженедельно
    [fortnightly] Раз в две недели
    [monthly] Ежемесячно
    [quarterly] Ежеквартально
    [half-yearly] Раз в полугодие
    [yearly] Ежегодно
    [school-term] Каждую учебную четверть
    [school-year] Каждый учебный год
   *[none] Не повторяется
  }
periods-ask-updates = Как часто ожидаются сведения о ходе исполнения?
periods-rate = { $rate ->
    [weekly] Еженедельно
    [fortnightly] Раз в две недели
    [monthly] Ежемесячно
    [quarterly] Ежеквартально
   *[none] Не ожидаются
  }
periods-ask-interim = Напишите промежуточные контрольные даты через запятую, например: 01.12.2026, 15.12.2026. Чтобы убрать их, напишите «-».
periods-interim-unclear = Даты не подходят: они должны быть не раньше сегодняшней и раньше срока поручения.
periods-button-updates = Сведения о ходе
periods-updates-title = Поручение № { $number }. Сведения о ходе: { $rate ->
    [weekly] еженедельно
    [fortnightly] раз в две недели
    [monthly] ежемесячно
    [quarterly] ежеквартально
   *[none] не ожидаются
  }
periods-may-not-set-updates = Частоту сведений о ходе исполнения меняет только тот, кто выдал поручение.
periods-flag-news = нет сведений о ходе
