# Printed forms: screens, and the words on paper.
print-menu = <b>Басып шығару</b>
  Қандай құжат керек? Бір тапсырма бойынша анықтама: /print 2.1
print-how = Тапсырманың нөмірін жазыңыз, мысалы: /print 2.1
print-form = { $form ->
    [dues] Мерзімдерді бақылау
    [summary] Орындаушылар бойынша жиынтық
    [discipline] Орындаушылық тәртіп
    [protocol] Тапсырмалары бар хаттама
    [resolutionNote] Танысу парағы
    [execution] Орындалу кестесі
    [taskNote] Танысу парағы
   *[certificate] Тапсырма туралы анықтама
  }
print-span = { $span ->
    [late] Мерзімі өткен
    [w] Апта
    [w1] Келесі апта
    [m] Ай
    [m1] Өткен ай
    [q] Тоқсан
    [q1] Өткен тоқсан
    [y] Жыл
   *[all] Барлығы
  }
print-language = { $language ->
    [kk] Қазақша
   *[ru] Орысша
  }
print-button-resolutions = Хаттама, танысу парағы
print-button-unit = Ұйым
print-button-author = Тапсырма берген
print-button-programme = Бағдарлама не тақырып
print-button-back = Артқа
print-button-up = ↑ Жоғары
print-button-this-unit = ✅ Осы ұйым
print-any-author = Кез келген
print-any-programme = Кез келген
print-line-unit = Ұйым: { $name }
print-line-span = Кезең: { $span }
print-line-programme = Бағдарлама не тақырып: { $name }
print-which-file = Файл түрін таңдаңыз.
print-which-unit = Ұйымды таңдаңыз. Қазір: { $name }
print-which-author = Тапсырманы кім берген?
print-which-programme = Қай бағдарлама не тақырып?
print-which-resolution = Қай хаттама керек?
print-no-resolutions = Басып шығаратын хаттама жоқ.
print-no-programmes = Бұл ұйымның тапсырмаларында анықтамалықтағы (/programmes) бағдарламалар мен тақырыптар жоқ.
print-subject = <b>{ $form }</b>
  { $title }
print-ordered = Файл дайындалып жатыр, осы чатқа келеді.
print-ordered-privately = Файл дайындалып жатыр, боттың жеке чатына келеді.
print-wait = Тапсырыс берілген файлдар әлі дайындалуда. Олар келген соң қайталап көріңіз.
print-failed = «{ $what }» файлын дайындау мүмкін болмады: қате біздің тарапта, әкімші оны журналдан көреді. Тапсырысыңыз бір апта сақталады. Сәл кейінірек қайталап көріңіз.
print-button-again = 🔁 Қайталап көру
print-too-much = Бұл құжат тым үлкен. Кезеңді қысқартыңыз, бір ұйымды немесе XLSX пішімін таңдаңыз.
print-caption = { $title }
  { $under }
print-dates-none = Мерзімі бар ашық тапсырмаңыз жоқ.
print-dates-name = Орында: мерзімдер
print-dates-caption = Күнтізбеге арналған мерзімдер: { $n }. Файлды телефонда немесе компьютерде ашыңыз.
print-dates-advisory = Ұсыным
print-button-paper = 🖨 Басып шығару

print-paper = { $form ->
    [dues] ТАПСЫРМАЛАРДЫ ОРЫНДАУ МЕРЗІМДЕРІН БАҚЫЛАУ
    [summary] ЖАУАПТЫ ОРЫНДАУШЫЛАР БОЙЫНША ОРЫНДАЛУ ЖИЫНТЫҒЫ
    [discipline] ОРЫНДАУШЫЛЫҚ ТӘРТІП
    [execution] ҚАРАРДЫҢ ОРЫНДАЛУЫ ТУРАЛЫ ЖИЫНТЫҚ КЕСТЕ
   *[acquaintance] ТАНЫСУ ПАРАҒЫ
  }
print-file = { $form ->
    [dues] Мерзімдерді бақылау
    [summary] Орындалу жиынтығы
    [discipline] Орындаушылық тәртіп
    [protocol] Хаттама
    [resolutionNote] Танысу парағы
    [execution] Қарардың орындалуы
    [taskNote] Танысу парағы
   *[certificate] Анықтама
  }
print-made = Құжат жасалған уақыт: { $at }, «Орында»
print-as-of = Жай-күйі мына күнге: { $day }
print-due-in = Мерзімі мына кезеңде: { $span }
print-only-late = Мерзімі өткен тапсырмалар
print-all-control = Бақылаудағы барлық тапсырма
print-given-by = Тапсырма берген: { $name }
print-left-out = Кестеге сыймаған жол саны: { $n }. Жоғарыдағы сандар бәрі бойынша. Кезеңді қысқартыңыз, бір ұйымды немесе XLSX пішімін таңдаңыз.
print-overdue = мерзімі өтті
print-advisory = ұсыным
print-total = Барлығы
print-summary-note = Жауапты орындаушылардың міндетті тапсырмалары есептелді. Әрбір тапсырма бір ғана бағанда тұр: «мерзімінде», «мерзімі бұзылып», «қаралуда», «орындалуда», «мерзімі өтті». Пайыз — мерзімінде орындалғанның орындалғандағы үлесі.
print-items-behind = Индекс құралған тапсырмалар
print-task-number = № { $number } тапсырма
print-protocol = № { $number } хаттама, { $day }
print-protocol-title = № { $number } ХАТТАМА
print-protocol-bare = ХАТТАМА
print-draft = ЖОБА
print-heard = ТЫҢДАЛДЫ:
print-decided = ТАПСЫРЫЛДЫ:
print-certificate-title = № { $number } ТАПСЫРМАНЫҢ ОРЫНДАЛУЫ ТУРАЛЫ АНЫҚТАМА
print-executors = Орындаушылар
print-story = Орындалу барысы
print-not-noted = танысқан жоқ
print-sign-note = (қолы, тегі және инициалдары, күні)
print-mark = { $mark ->
    [special] ерекше бақылау
   *[confidential] құпия
  }
print-task-state = { $state ->
    [issued] берілді
    [in_progress] орындалуда
    [closed] бақылаудан алынды
    [cancelled] күші жойылды
   *[draft] жоба
  }
print-fact = { $fact ->
    [author] Тапсырма берген
    [control] Бақылауда
    [overdue] Мерзімі өтті
    [review] Есебі қаралуда
    [returned] Пысықтауда
    [extended] Мерзімі ұзартылды
    [advisory] Ұсыным
    [text] Тапсырма мазмұны
    [issuer] Тапсырма берген
    [theme] Күн тәртібі
    [body] Орган
    [executors] Орындаушы саны
    [noted] Танысты
    [not-noted] Танысқан жоқ
    [chair] Төрағалық етуші
    [secretary] Хатшы
    [present] Қатысқандар
    [absent] Қатыспағандар
    [controller] Бақылаушы
    [basis] Негіздеме
    [issued] Берілген күні
    [first] Бастапқы мерзімі
    [due] Мерзімі
    [extensions] Ұзарту саны
    [form] Аяқтау нысаны
    [state] Жай-күйі
    [closed] Бақылаудан алынған күні
    [reason] Себебі
   *[marks] Белгілері
  }
print-column = { $column ->
    [place] р/с
    [number] Нөмірі
    [item] Тармақ
    [text] Тапсырма мазмұны
    [issuer] Тапсырма берген
    [executor] Орындаушы
    [executors] Жауапты және бірлесіп орындаушылар
    [first] Бастапқы мерзімі
    [due] Мерзімі
    [extensions] Ұзарту саны
    [state] Жай-күйі
    [days] Өткен жұмыс күні
    [total] Барлығы
    [inTime] Мерзімінде
    [late] Мерзімі бұзылып
    [review] Қаралуда
    [work] Орындалуда
    [overdue] Мерзімі өтті
    [percent] Мерзімінде, %
    [returned] Қайтарылды
    [extended] Ұзартылды
    [unit] Ұйым
    [index] Индекс
    [sample] Есепке алынды
    [notDone] Орындалмады
    [atFirst] Бірден қабылданды
    [unacknowledged] Уақытында танысқан жоқ
    [points] Балл
    [why] Неліктен
    [name] Аты-жөні
    [noted] Танысқан уақыты
    [signature] Қолы
    [form] Аяқтау нысаны
    [role] Рөлі
    [reported] Есеп берілді
    [intime] Мерзімінде
    [when] Күні мен уақыты
    [who] Кім
   *[what] Не болды
  }
