# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = По этому правилу повторения не получается ни одной даты. Выберите другую периодичность.
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
periods-of = Период: { $period }
periods-updates = Обновления: { $rate ->
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
