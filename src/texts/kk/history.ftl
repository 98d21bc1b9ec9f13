# History: the story of a task, the state of a resolution on a past day.
history-button = Тарихы
history-title = № { $number } тапсырманың тарихы
history-none = Журналда бұл тапсырма туралы жазба жоқ.
history-how = Тапсырма нөмірін жазыңыз, мысалы: /history 148
history-privately = Тарих жеке чатта ғана көрсетіледі. Ботқа жеке жазыңыз.
history-by-bot = Жүйе
history-by-somebody = Жоба авторы
history-executors = Орындаушылар
history-left = Орындаушылардан шығарылды
history-more = тағы { $n }
history-no-date = мерзімсіз
history-date = мерзімі
history-task-date = Тапсырманың мерзімі
history-request = Сұралған мерзім
history-changed-text = Мәтіні өзгертілді
history-changed-controller = Бақылаушы ауыстырылды
history-asof-title = { $day } күнгі жағдай
history-asof-of = Хаттама № { $number }: { $theme }
history-asof-of-bare = Нөмірсіз хаттама: { $theme }
history-asof-totals = Орындаушы үлестері: { $all }. Қабылданды: { $accepted }. Мерзімі өткен: { $overdue }.
history-asof-advisory = Ұсынымдар: { $n }
history-asof-discreet = Құпия тармақ: мазмұны көрсетілмейді.
history-asof-overdue = мерзімі өткен
history-asof-later = Бұл күнге дейін берілмеген тармақтар: { $n }
history-asof-which = Қай қарардың өткен күнгі жағдайын көрсету керек?
history-asof-none = Қабылданған қарарлар жоқ.
history-asof-ask = Қай күнгі жағдайды көрсету керек? Қарар қабылданған күннен бастап: { $day }.
history-button-asof = Өткен күнге
history-button-other-day = Басқа күн
history-not-adopted = Қарар қабылданбаған: өткен күнгі жағдайы жоқ.
history-day-future = Бұл күн әлі келген жоқ. Өткен күнді таңдаңыз.
history-day-before = Ол күні қарар әлі қабылданбаған. Қабылданған күні: { $day }.

history-mark = { $mark ->
    [specialControl] Ерекше бақылау
    [confidential] Құпия
   *[public] Жария
  }: { $on ->
    [yes] қойылды
   *[no] алынды
  }
history-state = { $state ->
    [assigned] жаңа
    [acknowledged] орындалуда
    [submitted] қаралуда
    [returned] пысықтауда
    [accepted] қабылданды
    [misaddressed] қате жолданған
   *[withdrawn] алынды
  }
history-blocked = { $on ->
    [yes] кедергі бар
   *[no] кедергі жоқ
  }
history-role = { $role ->
    [responsible] жауапты орындаушы
   *[co_executor] бірлесіп орындаушы
  }
history-asof-item = № { $number } · { $state ->
    [closed] бақылаудан алынды
    [cancelled] күші жойылды
   *[in_progress] бақылауда
  }
history-asof-state = Қарар: { $state ->
    [draft] жоба
    [agreed] келісілді
    [adopted] қабылданды
    [closed] бақылаудан алынды
    [cancelled] күші жойылды
   *[on_control] бақылауда
  }
history-event = { $verb ->
    [tasks-drafted] Тапсырма жобасы жасалды
    [tasks-issued] Тапсырма берілді
    [tasks-undone] Тапсырма жіберілмей қайтарылды
    [tasks-started] Орындау басталды
    [tasks-corrected] Тапсырма түзетілді
    [tasks-joined] Орындаушылар қосылды
    [tasks-nudged] Жауап бермегендерге еске салынды
    [tasks-updates-set] Барысы туралы ақпарат беру тәртібі өзгертілді
    [reminders-policy-set] Еске салу тәртібі өзгертілді
    [reminders-raised] Әкімнің орынбасарына баяндалды
    [reminders-paused] Еске салу тоқтатылды
    [reminders-resumed] Еске салу жалғастырылды
    [tasks-closed] Бақылаудан алынды
    [tasks-cancelled] Тапсырманың күші жойылды
    [tasks-marked] Белгі өзгертілді
    [tasks-converted] Тапсырма ретінде берілді
    [tasks-handed-down] Бөлігі төменге тапсырылды
    [periods-ended] Мерзімді тапсырма аяқталды
    [periods-finished] Мерзімді тапсырма аяқталды
    [periods-not-opened] Кезең ашылмады
    [participations-acknowledged] Танысты
    [participations-misaddressed] Орындаушы: қате жолданған
    [participations-sent-back] Орындаушыға қайтарылды: орындау қажет
    [participations-withdrawn] Орындаушыдан алынды
    [participations-replaced] Орындаушы ауыстырылды
    [participations-waived] Орындау талап етілмейді
    [participations-reminded] Еске салынды
    [reports-submitted] Есеп берілді
    [reports-handed-in] Қорытынды есеп тапсырылды
    [reports-undone] Есеп кері алынды
    [reports-accepted] Есеп қабылданды
    [reports-returned] Есеп пысықтауға қайтарылды
    [reports-asked] Сұрақ қойылды
    [reports-answered] Сұраққа жауап берілді
    [reports-unblocked] Кедергі жойылды
    [reports-file-added] Есепке файл қосылды
    [collections-answered] Өрістер бойынша жауап берілді
    [collections-corrected] Өрістер бойынша жауап түзетілді
    [collections-field-added] Жауап өрісі қосылды
    [collections-field-dropped] Жауап өрісі алынды
    [collections-acceptance-set] Жауапты қабылдау тәртібі өзгерді
    [collections-indicator-bound] Жауаптар көрсеткішке жазылады
    [extensions-requested] Мерзімді ұзарту сұралды
    [extensions-opinion-given] Ұзарту туралы пікір берілді
    [extensions-approved] Мерзім ұзартылды
    [extensions-extended-all] Мерзім барлығына ұзартылды
    [extensions-declined] Ұзартудан бас тартылды
    [extensions-withdrawn] Ұзарту туралы сұрау қайтарып алынды
    [extensions-expired] Ұзарту туралы сұрау күшін жойды
    [resolutions-executors-changed] Орындаушылар өзгертілді
    [resolutions-amended] Қарарға өзгерістер енгізілді
    [resolutions-item-continued] Жаңа қарарда жалғастырылды
    [roadmaps-approved] Жол картасы бекітілді
    [roadmaps-milestone-reached] Бақылау нүктесі өтті
    [roadmaps-milestone-reopened] Бақылау нүктесінің белгісі алынды
    [shares-misaddressed] Орындаушы: қате жолданған
    [shares-taken-over] Тапсырма басқа орындаушыға өтті
   *[other] Өзгеріс
  }
