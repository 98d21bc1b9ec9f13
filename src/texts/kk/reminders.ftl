# Reminders: in private, in groups, and the working calendar of administrators.
reminders-due-at = { $date }, сағат { $time }
reminders-left = № { $number } тапсырманы орындау мерзімінің аяқталуына { $n } жұмыс күні қалды: { $due }.
reminders-today = № { $number } тапсырманы орындау мерзімі бүгін аяқталады: { $due }.
reminders-passed = № { $number } тапсырманы орындау мерзімі аяқталды: { $due }.
reminders-overdue = ⚠️ № { $number } тапсырманы орындау мерзімі өтті: { $due }. { $n } жұмыс күніне кешікті.
reminders-advisory = № { $number } ұсыным бойынша жауап күтіледі. Мерзімі: { $due }.
reminders-no-report = Есеп әлі ұсынылған жоқ. Есепті осы хабарламаға жауап ретінде жіберуге болады.
reminders-returned = Есеп пысықтауға қайтарылды: { $date }.
reminders-report-by-reply = Есепті осы хабарламаға жауап ретінде жіберуге болады.
reminders-held = Қорытынды есеп сақталды, бірақ әлі тапсырылған жоқ: басқа орындаушылардың бөліктері күтілуде.
reminders-only-interim = Аралық есеп түсті, қорытынды есеп әлі ұсынылған жоқ.
reminders-button-held = № { $number } қорытынды есебі: не күтілуде
reminders-unacknowledged = Тапсырмамен танысқаныңызды растауыңызды сұраймыз:
reminders-unacknowledged-line = № { $number } — { $headline }
reminders-ladder = Сіз берген немесе бақылап отырған тапсырмалар бойынша есеп мерзімінде ұсынылған жоқ:
reminders-ladder-line = № { $number } — мерзімі { $date }, { $n } жұмыс күніне кешікті. { $executors ->
    [1] Орындаушы
   *[other] Орындаушылар
  }: { $names }
reminders-more-private = Тізімде тағы { $n }: /my
reminders-more-names = тағы { $n }
reminders-button-report = Есеп жіберу
reminders-button-report-of = Есеп жіберу: № { $number }
reminders-button-acknowledge = Таныстым: № { $number }
reminders-group-overdue = ⚠️ Орындау мерзімі өтті. Тапсырма: { $tasks }, орындаушы: { $executors }
reminders-group-soon = Орындау мерзімі жақындады. Тапсырма: { $tasks }, орындаушы: { $executors }
reminders-group-overdue-line = № { $number } — мерзімі { $date }, { $n } жұмыс күніне кешікті
reminders-group-soon-line = № { $number } — мерзімі { $date }, { $n } жұмыс күні қалды
reminders-group-today-line = № { $number } — мерзімі бүгін, { $date }
reminders-group-notice-line = № { $number } — мерзімі { $date }
reminders-group-waiting = Есебі күтілетін орындаушы: { $n }
reminders-group-names = Жауапты: { $names }
reminders-group-please = Есепті бүгін сағат 18:00-ге дейін ұсынуыңызды сұраймыз.
reminders-group-unreachable = Ботқа қосылмаған: { $names }
reminders-group-unreachable-count = Ботқа қосылмаған орындаушы: { $n }
reminders-more-group = Тізімде тағы { $n }: /overdue
reminders-button-start = Ботты ашу
reminders-calendar-title = Жұмыс күнтізбесі, { $year } жыл. Қолмен белгіленген күндер жалпы ережелердің орнына қолданылады.
reminders-calendar-rules = Жалпы ереже бойынша демалыс күндері, 5 күндік апта: { $days }
reminders-calendar-moved = Оның ішінде ауыстырылған демалыс күндері: { $days }
reminders-calendar-none = Белгіленген күн жоқ.
reminders-calendar-line = { $day } — { $kind ->
    [off] демалыс күні
   *[work] жұмыс күні
  }, { $week ->
    [5] 5 күндік апта
    [6] 6 күндік апта
   *[0] кез келген апта
  }. { $note }
reminders-calendar-warning = ⚠️ { $year } жылғы демалыс күндері әлі расталмаған: Үкімет қаулысын және Құрбан айттың бірінші күнін тексеріп, растаңыз.
reminders-calendar-confirmed = { $year } жылғы демалыс күндері расталды.
reminders-calendar-add = Күн қосу
reminders-calendar-remove = Алып тастау: { $day }
reminders-calendar-confirm = { $year } жылды растау
reminders-calendar-ask-day = Қай күн? Күнді жазыңыз, мысалы: 05.01.2027.
reminders-calendar-ask-kind = { $day }. Бұл күн қандай болады?
reminders-calendar-kind-off = Демалыс күні
reminders-calendar-kind-work = Жұмыс күні
reminders-calendar-ask-week = Қай жұмыс аптасы үшін?
reminders-calendar-week-0 = Кез келгені
reminders-calendar-week-5 = 5 күндік
reminders-calendar-week-6 = 6 күндік
reminders-calendar-ask-note = Негіздемесін жазыңыз, мысалы: қаулының нөмірі мен күні.
reminders-calendar-saved = Сақталды: { $day }.
reminders-calendar-removed = Алып тасталды: { $day }. Енді жалпы ереже қолданылады.
reminders-calendar-no-day = Мұндай күн жоқ. Күнді 05.01.2027 түрінде жазыңыз.
reminders-calendar-note-length = Негіздемесі қажет. Таңба санының шегі: { $max }.
reminders-update = № { $number } тапсырманың орындалу барысы туралы мәлімет күтілген күн: { $day }. Мәлімет түскен жоқ.
reminders-interim = № { $number } тапсырма бойынша аралық бақылау күні: { $day }. Қалған жұмыс күні: { $n }.
reminders-interim-today = № { $number } тапсырма бойынша аралық бақылау күні бүгін: { $day }.
reminders-group-blocked = Ботты тоқтатқан, жеке хабарлама бармайды: { $names }
reminders-group-please-day = Есепті бүгін жұмыс күні аяқталғанға дейін ұсынуыңызды сұраймыз.
reminders-half = 🟡 Мерзімнің жартысы өтті, № { $number } тапсырма бойынша есеп әлі жоқ. Мерзімі: { $due }
reminders-half-over = 🟡 Мерзімнің жартысы өтті, есеп әлі жоқ.
reminders-watched = 🟡 Мерзімнің жартысы өтті, есеп әлі жоқ:
reminders-watched-line = № { $number } — мерзімі { $date }. { $executors ->
    [1] Орындаушы
   *[other] Орындаушылар
  }: { $names }
reminders-button-task = 🔔 Еске салу
reminders-policy-title = <b>Еске салу: { $org }</b>
reminders-line-days = Мерзімге дейін, жұмыс күні: { $days }
reminders-line-repeats = Мерзім өткен соң: { $repeats }
reminders-line-hours = Сағаты: { $hours }
reminders-line-quiet = Тыныш күндер: { $days }
reminders-line-naming = Топтарда кешіктіргендер: { $naming }
reminders-inherited = { $value } ({ $from })
reminders-from-usual = әдеттегі тәртіп
reminders-field-days = Мерзімге дейін
reminders-field-repeats = Мерзім өткен соң
reminders-field-hours = Сағаты
reminders-field-quiet = Тыныш күндер
reminders-field-naming = Кешіктіргендерді атау
reminders-on-day = мерзім күні
reminders-repeats = { $repeats ->
    [daily] әр жұмыс күні
    [weekly] аптасына бір рет
    [none] еске салынбайды
   *[usual] 1, 2, 3 күн, одан кейін аптасына бір рет
  }
reminders-until = мына күнге дейін: { $day }
reminders-quiet-none = жоқ
reminders-button-quiet-days = Өз демалыс күндері…
reminders-button-above = Жоғары тұрған ұйымдағыдай
reminders-button-back = Артқа
reminders-button-pause = Тоқтату, жалғасатын күні: { $day }
reminders-button-pause-other = Басқа күнге дейін тоқтату…
reminders-button-resume = Еске салуды жалғастыру
reminders-button-no = Болдырмау
reminders-task-title = <b>Еске салу: № { $number }</b>
reminders-as-organisation = орындаушының ұйымындағыдай
reminders-not-paused = Еске салу тоқтатылмаған
reminders-which = Қай ұйымның еске салу тәртібін баптайсыз?
reminders-set = Сақталды
reminders-ask-quiet-days = Қай күндері еске салынбасын? Күнін жазыңыз, мысалы 25.12.2026, немесе бірінші және соңғы күнін: 25.12.2026 - 05.01.2027
reminders-quiet-saved = Сақталды. Еске салынбайтын күн: { $n }
reminders-ask-pause = Қай күннен бастап еске салынсын? Күнін жазыңыз, мысалы 25.12.2026
reminders-pause-question = Еске салу тоқтатылсын ба? Жалғасатын күні: { $day }
reminders-may-not-set = Еске салу тәртібін ұйымның басшысы немесе хатшысы өзгертеді.
reminders-only-issuer = Тапсырма бойынша еске салуды тек тапсырма берген адам өзгертеді және тоқтатады.
reminders-series = Еске салу әр кезең бойынша бөлек бапталады: қажетті кезеңнің тапсырмасын ашыңыз.
reminders-quiet-too-long = Бүгіннен кейінгі күнді көрсетіңіз. Ең ұзақ мерзім, күнтізбелік күн: { $max }
reminders-too-many-days = Күн тым көп. Ең көбі: { $max }
reminders-raised = 🚨 Шұғыл, төтенше оқиға туралы немесе ерекше бақылауда:
reminders-raised-line = № { $number } — { $headline }{ $special ->
    [yes] { " (ерекше бақылау)" }
   *[no] { "" }
  }{ $incident ->
    [yes] { " (төтенше оқиға)" }
   *[no] { "" }
  }. Мерзімі: { $due }. Тапсырма беруші: { $issuer }
