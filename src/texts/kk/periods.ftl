# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = Бұл қайталану ережесі бойынша бірде-бір күн шықпайды. Басқа кезеңділікті таңдаңыз.
periods-repeats-school = Кезеңділігі: { $unit ->
    [year] оқу жылының соңында
   *[term] оқу тоқсанының соңында
  }
periods-year = { $year } жыл
periods-month = { $year } жылғы { $month }
periods-part = { $kind ->
    [week] { $year } жыл, апта: { $n }
    [quarter] { $year } жыл, тоқсан: { $n }
    [half] { $year } жыл, жартыжылдық: { $n }
    [term] { $year }–{ $next } оқу жылы, тоқсан: { $n }
   *[school] { $year }–{ $next } оқу жылы
  }
periods-urgency = ❗️ { $urgency ->
    [at-once] Дереу орындалсын
   *[urgent] Шұғыл
  }
periods-of = Кезең: { $period }
periods-updates = Жаңартулар: { $rate ->
    [weekly] апта сайын
    [fortnightly] екі аптада бір рет
    [monthly] ай сайын
   *[quarterly] тоқсан сайын
  }
periods-update-next = келесісі: { $day }
periods-update-missing = күтілген күні: { $day }, түспеді
periods-updates-missed = өткізіп алынғаны: { $n }
periods-interim = Аралық бақылау күндері: { $dates }
periods-first = Бірінші мерзімі: { $day }
periods-series-state = { $state ->
    [closed] Мерзімді тапсырма аяқталды, жаңа кезең ашылмайды
    [cancelled] Мерзімді тапсырманың күші жойылды
   *[other] Мерзімді тапсырма, әр кезең бойынша жеке тапсырма ашылады
  }
