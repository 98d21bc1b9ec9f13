# Weekly digests: the ten lines, the lists behind them, subscriptions.
digests-title = 📊 Апталық шолу: { $range }
digests-scope = Қамту аясы: { $name }
digests-control = Бақылауда: { $n } (тапсырма: { $tasks })
digests-special = Ерекше бақылауда: { $n }, оның ішінде мерзімі өткені: { $overdue } ({ $change })
digests-done = Орындалды: { $n }, оның ішінде мерзімінде: { $inTime } ({ $percent }%)
digests-none-done = Орындалды: 0
digests-overdue = Мерзімі өтті: { $n } ({ $change })
digests-change = апта ішінде { $change }
digests-unchanged = апта ішінде өзгермеді
digests-returned-review = Пысықтауда: { $returned } · Қаралуда: { $review }
digests-next = Келесі аптада мерзімі аяқталады: { $n }
digests-worst = Мерзімі өткені ең көп: { $units }
digests-best = Мерзімі өткені ең көп азайған: { $units }
digests-advisory = Бұдан басқа, ұсынымдар және өзгелері: { $n }
digests-scope-gone = Бұл ұйым немесе қарар енді қолжетімсіз.
digests-list-control = Бақылауда: { $n }
digests-list-special = 🔺 Ерекше бақылауда: { $n }
digests-list-overdue = Мерзімі өтті: { $n }
digests-list-review = Қаралуда: { $n }
digests-list-returned = Пысықтауда: { $n }
digests-list-next = Келесі аптада: { $n }
digests-list-done = Орындалды: { $n }
digests-list-tasks = Бақылаудағы тапсырма саны: { $n }
digests-list-in-time = Мерзімінде орындалды: { $n }
digests-list-advisory = Ұсынымдар және өзгелері: { $n }
digests-list-fresh = Жаңадан мерзімі өтті: { $n }
digests-list-gone = Мерзімі өткендер қатарынан шықты: { $n }
digests-numbers = Шолу суретіндегі сандар: { $range }
digests-button-numbers = 🔢 Суреттегі сандар
digests-mine = Сіздің апталық шолуларыңыз:
digests-mine-line = { $place }. { $name } — { $day }, { $time }, { $language }
digests-button-now = { $place }: қазір көрсету
digests-button-end = { $place }: бас тарту
digests-button-new = Жаңа жазылым
digests-button-subscribe = Жазылу
digests-button-language = Тілі
digests-button-day = Күні
digests-button-hour = Сағаты
digests-language-kk = қазақша
digests-language-ru = орысша
digests-language-en = ағылшынша
digests-ask-scope = Апталық шолу нені қамтиды?
digests-other-scope = Басқа ұйым
digests-resolution-scope = Қарар
digests-ask-other = Ұйымның нөмірін немесе атауының бөлігін жазыңыз.
digests-found = Ұйымды таңдаңыз немесе басқаша жазыңыз.
digests-not-found = Сізге қолжетімді ұйымдар арасында ондайы табылмады. Басқаша жазып көріңіз.
digests-ask-resolution = Қай қарар?
digests-no-resolution = Бақылауда Сізге қолжетімді қарар жоқ.
digests-ask-language = Шолу қай тілде болсын?
digests-ask-day = Аптаның қай күні жіберілсін?
digests-ask-hour = Сағат нешеде жіберілсін?
digests-summary =
    Апталық шолу
    Қамту аясы: { $name }
    Күні: { $day }, { $time }
    Тілі: { $language }
digests-subscribed =
    Апталық шолуға жазылдыңыз.
    Қамту аясы: { $name }
    Күні: { $day }, { $time }
    Тілі: { $language }
    Демалыс күніне тура келсе, келесі жұмыс күні жіберіледі. Бас тарту: /unsubscribe
digests-ended = Жазылым тоқтатылды. Енді шолу жіберілмейді.
digests-ended-already = Бұл жазылым тоқтатылған. Қайта жазылу: /subscribe
digests-no-subscription = Сізде жазылым жоқ. Жазылу: /subscribe
digests-no-scope = Апталық шолу ұйымның тапсырмаларын көруге құқығы бар адамдарға жіберіледі. Қазір Сізде ондай құқық жоқ.
digests-not-yours = Бұл ұйымның тапсырмаларын көруге құқығыңыз жоқ.
digests-topic-scope = Тақырып
digests-ask-topic = Тапсырмада болуы тиіс сөздерді жазыңыз, мысалы: «пандус» немесе «ыстық тамақ».
digests-topic-unclear = Бұл таңбалар бойынша тапсырма табылмайды. Бір немесе бірнеше сөз жазыңыз.
digests-ask-topic-where = Бұл тақырып қай бөлік бойынша есептелсін?
digests-stopped-rights =
    Апталық шолу тоқтатылды. Қамту аясы: { $name }
    Бұл тапсырмаларды көруге құқық беретін лауазымыңыз енді жоқ. Құқық қайта берілсе: /subscribe
digests-stopped-over =
    Апталық шолу тоқтатылды. Қамту аясы: { $name }
    Ұйым жабылған немесе қарар бойынша жұмыс аяқталған. Басқа жазылым: /subscribe
