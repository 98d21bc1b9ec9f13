tasks-flag-blocked = есть препятствие
tasks-flag-extended = продления: { $n }
tasks-found = Найдено поручений: { $n }
tasks-found-none = По запросу «{ $words }» ничего не найдено. Ищу по номеру (2.1, Т-148), по словам поручения и по школе (школа 12), только среди того, что вам видно.
tasks-find-how = Напишите, что найти: <code>/find Т-148</code>, <code>/find 2.1</code>, <code>/find пандус</code> или <code>/find школа 12</code>.
tasks-found-shares = исполнено { $accepted } из { $shares }
tasks-found-overdue = просрочено: { $n }
tasks-found-blocked = с препятствием: { $n }
tasks-found-state = { $state ->
    [closed] снято с контроля
    [cancelled] отменено
   *[issued] на контроле
  }
tasks-list-searched = { $head } · поиск: «{ $words }»
tasks-flag-risk = нет отчёта к середине срока
tasks-risk = Прошла половина срока, отчётов ещё нет
tasks-count-risk = Нет отчёта к середине срока: { $n }
tasks-found-risk = без отчёта к середине срока: { $n }
tasks-paused = Напоминания приостановлены до { $day }
