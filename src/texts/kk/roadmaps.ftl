# Roadmaps: sections, measures, milestones, versions, tables.
roadmaps-list = <b>Жол карталары</b>: { $total }
roadmaps-none = Сізге қатысты жол карталары әзірге жоқ.
roadmaps-none-yet = Жол карталары әзірге жоқ. Кестені жүктеңіз: реттік нөмір, іс-шара, аяқталу нысаны, мерзімі, жауапты орындаушы, ескертпе.
roadmaps-state-draft = жоба
roadmaps-state-approved = орындалуда
roadmaps-state-closed = аяқталды
roadmaps-state-cancelled = жойылды
roadmaps-in-force = Жай-күйі: { $state } · нұсқа: { $version }
roadmaps-draft-state = Жоба. Бекітетін лауазым: { $post }
roadmaps-term = { $draft ->
    [yes] Соңғы мерзімі: { $term }
   *[no] Мерзімі: { $term }
  }
roadmaps-of-task = Тапсырма: { $number }
roadmaps-own-part = Тек сіз немесе сіздің ұйымдарыңыз қатысатын іс-шаралар көрсетілген.
roadmaps-measures = Іс-шара: { $n }
roadmaps-done = { $n ->
    [0] орындалды: { $n }
   *[other] орындалды: { $n }, оның ішінде мерзімінде: { $inTime }
  }
roadmaps-overdue = мерзімі өтті: { $n }
roadmaps-doubtful = тексеру керек: { $n }
roadmaps-number-a = Іс-шара: { $n }
roadmaps-number-d = Орындалды: { $n }
roadmaps-number-i = Мерзімінде: { $n }
roadmaps-number-o = Мерзімі өтті: { $n }
roadmaps-number-q = Тексеру керек: { $n }
roadmaps-number-none = Мұндай іс-шара жоқ.
roadmaps-section-tally = { $done ->
    [0] орындалды: { $done }/{ $total }
   *[other] орындалды: { $done }/{ $total }, мерзімінде: { $inTime }
  }
roadmaps-section-unnamed = Іс-шаралар
roadmaps-section-empty = Бұл бөлімде іс-шара жоқ.
roadmaps-status-done = мерзімінде орындалды
roadmaps-status-late = кешіктіріліп орындалды
roadmaps-status-overdue = мерзімі өтті
roadmaps-status-work = жұмыс жүріп жатыр
roadmaps-status-planned = басталған жоқ
roadmaps-status-draft = жоба
roadmaps-status-cancelled = жойылды
roadmaps-term-standing = тұрақты
roadmaps-term-none = мерзімсіз
roadmaps-label-section = Бөлім: { $value }
roadmaps-label-due = Мерзімі: { $value }
roadmaps-label-form = Аяқталу нысаны: { $value }
roadmaps-indicators = <b>Индикаторлар</b>: { $n }
roadmaps-measure-no-indicators = Іс-шарада индикатор көрсетілмеген.
roadmaps-label-note = Ескертпе: { $value }
roadmaps-label-responsible = Жауапты орындаушы: { $value }
roadmaps-executors = <b>Орындаушылар</b>
roadmaps-co-executor = бірлесіп орындаушы
roadmaps-milestones = <b>Бақылау нүктелері</b>
roadmaps-more = … тағы { $n }
roadmaps-share-assigned = расталмаған
roadmaps-share-acknowledged = жұмыс жүріп жатыр
roadmaps-share-submitted = есеп қаралуда
roadmaps-share-returned = пысықтауға қайтарылды
roadmaps-share-accepted = мерзімінде қабылданды
roadmaps-share-late = кешігіп қабылданды
roadmaps-share-misaddressed = қате жолданған
roadmaps-share-withdrawn = кері алынды
roadmaps-share-waived = орындаушыдан алынды
roadmaps-share-overdue = мерзімі өтті
roadmaps-button-import = ➕ Кестені жүктеу
roadmaps-button-list = Барлық жол картасы
roadmaps-button-open = Жол картасын ашу
roadmaps-button-back = ‹ Артқа
roadmaps-button-approve = ✅ Бекіту
roadmaps-button-send = 📨 Бекітуге жіберу
roadmaps-button-return = ↩️ Қайтару
roadmaps-button-rename = ✏️ Атауы
roadmaps-button-drop = 🗑 Жою
roadmaps-button-gantt = 📊 График
roadmaps-button-gantt-section = 📊 Бөлім графигі
roadmaps-button-file = 📄 Кесте
roadmaps-button-figures = Жоспар және нақты
roadmaps-button-asof = Күнге қарай
roadmaps-button-versions = Нұсқалар: { $n }
roadmaps-button-version = 📄 Кесте, нұсқа: { $version }
roadmaps-button-add = ➕ Іс-шара
roadmaps-button-text = ✏️ Мәтіні
roadmaps-button-due = 📅 Мерзімі
roadmaps-button-executor = 👤 Орындаушы
roadmaps-button-add-executor = ➕ Орындаушы
roadmaps-button-drop-executor = ➖ Орындаушы
roadmaps-button-form = ✏️ Аяқталу нысаны
roadmaps-button-note = ✏️ Ескертпе
roadmaps-button-no-note = Ескертпесіз
roadmaps-button-rename-section = ✏️ Бөлім атауы
roadmaps-button-milestone = ➕ Бақылау нүктесі
roadmaps-button-edit-milestone = ✏️ Бақылау нүктесі
roadmaps-button-milestone-name = ✏️ Атауы
roadmaps-button-indicator = ➕ Индикатор
roadmaps-button-indicators = 📈 Индикаторлар: { $n }
roadmaps-button-measure = 📈 Іс-шара индикаторлары
roadmaps-button-remove = ✖️ Алып тастау
roadmaps-button-task = Карточканы ашу
roadmaps-button-amend = ✏️ Жол картасында өзгерту
roadmaps-button-skip = Аяқталу нысанынсыз
roadmaps-ask = Сізге жол картасы бекітуге ұсынылды. Бекітілген соң барлық іс-шара орындаушыларға бірден жіберіледі.
roadmaps-ask-body = Бұл кімнің жол картасы? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-issuer = Кім бекітеді? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-file = Кестені жіберіңіз (XLSX немесе CSV) немесе мәтінін қойыңыз.
  Бағандар атауынан танылады, реті кез келген: р/с №, іс-шара, аяқталу нысаны, мерзімі, жауапты орындаушы, ескертпе; бақылау нүктелері мен индикатор да болуы мүмкін (бірнешеуі нүктелі үтірмен бөлінеді). Бөлімдер: бүкіл енді алатын жолдар.
roadmaps-ask-name = Жол картасының жаңа атауы:
roadmaps-ask-return = Неге қайтарасыз? Себебін дайындаған адам көреді.
roadmaps-ask-asof = Қай күнге қарай көрсету керек? Жол картасының басталған күні: { $day }.
roadmaps-ask-text = Іс-шараның мәтіні:
roadmaps-ask-due = Мерзімі:
roadmaps-ask-form = Аяқталу нысаны:
roadmaps-ask-note = Ескертпе:
roadmaps-ask-section = Бөлімнің жаңа атауы:
roadmaps-ask-executor = Жауапты орындаушы: таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-one-more = Кімді орындаушы етіп қосу керек? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-instead-of = Кімді ауыстыру керек? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-without = Орындаушылардан кімді шығару керек? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-milestone = Бақылау нүктесінің атауы:
roadmaps-ask-which-milestone = Қай бақылау нүктесін өзгерту керек?
roadmaps-ask-milestone-what = Нені өзгерту керек?
roadmaps-ask-indicator = Іс-шара қай көрсеткіш бойынша бағаланады? Таңдаңыз немесе бірнеше әріп жазыңыз.
roadmaps-ask-reason = Өзгерту себебі:
roadmaps-nobody-issues = Бекітетін адам табылмады.
roadmaps-no-indicators = Басқа көрсеткіш жоқ. Олар /indicators командасымен енгізіледі.
roadmaps-unnamed = Жол картасы
roadmaps-echo-remove = Іс-шара алып тасталады, оның тапсырмасы жойылады.
roadmaps-echo-milestone-removed = Бақылау нүктесі алып тасталады: { $value }
roadmaps-echo-executor-added = Жаңа орындаушы: { $value }
roadmaps-echo-executor-removed = Енді орындаушы емес: { $value }
roadmaps-change-sure = Жобаны өзгерту керек пе?
roadmaps-amend-sure = Өзгеріс енгізілсін бе? Жаңа нұсқа пайда болады, орындаушылар хабардар болады.
roadmaps-amend-sure-quiet = Өзгеріс енгізілсін бе? Жаңа нұсқа пайда болады.
roadmaps-drop-sure = Жобаны барлық іс-шарасымен жою керек пе?
roadmaps-dropped = Жоба жойылды.
roadmaps-changed = Жоба өзгертілді.
roadmaps-amended = Өзгеріс енгізілді, нұсқа: { $version }.
roadmaps-returned = Пысықтауға қайтарылды.
roadmaps-indicator-linked = Индикатор көрсетілді.
roadmaps-indicator-unlinked = Индикатор алынып тасталды.
roadmaps-indicators-full = Бір іс-шараға көрсетілетін индикатордың ең көп саны: { $max }.
roadmaps-sent = Бекітуге жіберілді.
roadmaps-sent-nobody = Бекітетін адам ботты пайдаланбайды. Оны шақырыңыз немесе жеке хабарлаңыз.
roadmaps-approved = ✅ Жол картасы бекітілді, орындаушыларға берілген іс-шара: { $n }
roadmaps-unreached = Ботпен байланысы жоқ орындаушы: { $n }
roadmaps-told-approved = ✅ Жол картасы бекітілді: { $name }{ $unreached ->
    [0] { "" }
   *[other] . Ботпен байланысы жоқ орындаушы: { $unreached }
  }
roadmaps-told-returned = ↩️ Жол картасы қайтарылды: { $name }
  Себебі: { $reason }
roadmaps-told-closed = ✅ Барлық іс-шара аяқталды, жол картасы жабылды: { $name }
roadmaps-milestone-reached = Бақылау нүктесі өтті.
roadmaps-milestone-reopened = Белгі алынды.
roadmaps-milestone-others = Іс-шара орындалып жатқанда орындаушы немесе бақылаушы белгілейді.
roadmaps-nothing-to-draw = Салатын ештеңе жоқ: іс-шара жоқ.
roadmaps-same-file = Бұл кесте жүктелген: { $name }. Екінші рет жүктеу қажет емес.
roadmaps-task-has-one = Бұл тапсырма бойынша жол картасы бар.
roadmaps-left-unchanged = Ештеңе өзгертілген жоқ. Жол картасының қазіргі нұсқасын қараңыз.
roadmaps-changed-shown = Жол картасы содан бері өзгерді. Төменде қазіргі нұсқасы көрсетілді.
roadmaps-changed-since = Жол картасы содан бері өзгерді. Оны қайта ашыңыз.
roadmaps-approved-already = Жол картасы бекітіліп қойған.
roadmaps-closed-already = Жол картасы аяқталды, өзгеріс енгізілмейді.
roadmaps-only-issuer = Мұны жол картасын бекітетін адам шешеді.
roadmaps-amend-only = Жол картасының іс-шарасы сол картада өзгертіледі: себебі көрсетілген жаңа нұсқа шығады.
roadmaps-measure-done = Іс-шара орындалған немесе есебі қаралуда: орындаушы ауыспайды.
roadmaps-executor-already = Бұл ұйым іс-шараны орындап жүр.
roadmaps-last-executor = Іс-шараны орындаушысыз қалдыруға болмайды. Орындаушыны ауыстырыңыз немесе іс-шараны алып тастаңыз.
roadmaps-measure-lacks = Іс-шара { $number }: { $why ->
    [tasks-missing-text] мәтіні жоқ
    [tasks-missing-executors] орындаушысы жоқ
    [tasks-missing-due] мерзімі жоқ
    [tasks-due-past] мерзімі өтіп кеткен
    [guard-task-open] мәтінінде жеке деректер бар
    [outside] орындаушы бекітетін лауазымға бағынбайды
   *[other] толық толтырылмаған
  }. Түзетіп, қайта бекітіңіз.
roadmaps-empty = Жол картасында іс-шара жоқ.
roadmaps-full = Бір жол картасындағы іс-шараның ең көп саны: { $max }.
roadmaps-name-empty = Атауы бос болмауы керек.
roadmaps-not-yet = Ол күні жол картасы әлі күшіне енбеген.
roadmaps-asof-head = Күннің соңына қарай: { $day } · нұсқа: { $version }
roadmaps-version = <b>Нұсқа: { $version }</b>, { $day } · іс-шара: { $n }
roadmaps-version-first = Бекітілді
roadmaps-version-reason = Себебі: { $reason }
roadmaps-figures = <b>{ $name }</b>
  Жоспар және нақты
roadmaps-no-figures = Іс-шараларда көрсеткіш көрсетілмеген.
roadmaps-figure-short = жоспар: { $plan } · нақты: { $fact } · { $percent }
roadmaps-figure-words = Сансыз жауап: { $n }
roadmaps-figure = <b>{ $name }</b>, { $unit } · { $period }
  Жоспар: { $plan } · нақты: { $fact } · ауытқу: { $deviation } · орындалуы: { $percent }
  Іс-шаралар: { $measures }
roadmaps-import-plan = Іс-шара: { $measures } · бөлім: { $sections }
  Бекітетін лауазым: { $issuer }
roadmaps-import-doubts = Тексеріңіз: { $n }
roadmaps-import-row = Жол № { $line }.
roadmaps-import-sure = Жоба жасалсын ба? Бекітілгенше орындаушыларға ештеңе жіберілмейді.
roadmaps-imported = Жоба дайын. Іс-шараларды тексеріп, бекітуге жіберіңіз.
roadmaps-import-faults = Кесте қабылданбады. Қате: { $n }
roadmaps-import-nothing = Ештеңе жазылған жоқ. Түзетіп, қайта жіберіңіз.
roadmaps-import-too-many = Кестеде іс-шара тым көп: { $n }. Бір жол картасында 300 іс-шарадан аспайды.
roadmaps-import-no-header = Баған атаулары бар жол табылмады: «Іс-шара» және «Мерзімі» немесе «Жауапты» қажет.
roadmaps-import-no-measures = Кестеде іс-шара жоқ.
roadmaps-fault-formula = Жол № { $line }: мәннің орнында формула немесе қате тұр: { $words }
roadmaps-fault-no-text = Жол № { $line }: іс-шараның мәтіні жоқ
roadmaps-fault-long-text = Жол № { $line }: іс-шараның мәтіні тым ұзын
roadmaps-fault-number-for-text = Жол № { $line }: іс-шараның орнында сан тұр: { $words }
roadmaps-fault-no-due = Жол № { $line }: мерзімі жоқ
roadmaps-fault-due = Жол № { $line }: мерзімі түсініксіз: { $words }
roadmaps-fault-no-executor = Жол № { $line }: жауапты орындаушы жоқ
roadmaps-fault-executor = Жол № { $line }: жауапты орындаушы табылмады: { $words }
roadmaps-fault-several = Жол № { $line }: бірнеше орындаушы сәйкес келеді, нақтылаңыз: { $words }
roadmaps-fault-outside = Жол № { $line }: бекітетін лауазым тапсырма бере алмайды: { $words }
roadmaps-fault-milestone = Жол № { $line }: бақылау нүктесінің күні түсініксіз: { $words }
roadmaps-fault-sensitive = Жол № { $line }: мәтінде жеке деректер бар, оларды алып тастаңыз
roadmaps-doubt-text-above = Ұяшық бос, іс-шара жоғарғы жолдан алынды: { $words }
roadmaps-doubt-due-above = Ұяшық бос, мерзімі жоғарғы жолдан алынды: { $words }
roadmaps-doubt-people-above = Ұяшық бос, жауапты орындаушы жоғарғы жолдан алынды
roadmaps-doubt-standing = Тұрақты, күні жоқ: тек шешіммен аяқталады: { $words }
roadmaps-doubt-often = Қайталанады: мерзімі соңғы күн бойынша алынды, аралық мәлімет күтіледі: { $words }
roadmaps-doubt-twice = Дәл осындай іс-шара бар, жол: { $words }
roadmaps-doubt-indicator = Көрсеткіш табылмады, сөздері ескертпеге жазылды: { $words }
roadmaps-file-under = { $org } · нұсқа: { $version } · { $day }
roadmaps-file-draft = { $org } · жоба · { $day }
roadmaps-sheet = Жол картасы
roadmaps-column-number = Р/с №
roadmaps-column-text = Іс-шара
roadmaps-column-form = Аяқталу нысаны
roadmaps-column-due = Орындау мерзімі
roadmaps-column-responsible = Жауапты орындаушылар
roadmaps-column-milestones = Бақылау нүктелері
roadmaps-column-indicator = Индикатор
roadmaps-column-note = Ескертпе
roadmaps-gantt-done = орындалды
roadmaps-gantt-work = жұмыста
roadmaps-gantt-overdue = мерзімі өтті
roadmaps-gantt-planned = басталмаған
roadmaps-gantt-milestone = бақылау нүктесі
roadmaps-gantt-today = бүгін
roadmaps-gantt-rest = Көрсетілмегені: { $n }. Бөлім графигін ашыңыз.
