tasks-flag-blocked = кедергі бар
tasks-flag-extended = мерзімі ұзартылды: { $n }
tasks-found = Табылған тапсырма: { $n }
tasks-found-none = «{ $words }» сұрауы бойынша ештеңе табылмады. Іздеу нөмір (2.1, Т-148), тапсырма сөздері және мектеп (12 мектеп) бойынша, тек Сізге көрінетіндердің арасында жүреді.
tasks-find-how = Не іздеу керегін жазыңыз: <code>/find Т-148</code>, <code>/find 2.1</code>, <code>/find пандус</code> немесе <code>/find 12 мектеп</code>.
tasks-found-shares = орындалды: { $accepted } / { $shares }
tasks-found-overdue = мерзімі өтті: { $n }
tasks-found-blocked = кедергісі бар: { $n }
tasks-found-state = { $state ->
    [closed] бақылаудан алынды
    [cancelled] күші жойылды
   *[issued] бақылауда
  }
tasks-list-searched = { $head } · іздеу: «{ $words }»
tasks-flag-risk = мерзімнің ортасына дейін есеп жоқ
tasks-risk = Мерзімнің жартысы өтті, есеп әлі жоқ
tasks-count-risk = Мерзімнің ортасына дейін есебі жоқ: { $n }
tasks-found-risk = мерзімнің ортасына дейін есепсіз: { $n }
tasks-paused = Еске салу тоқтатылды, жалғасатын күні: { $day }
