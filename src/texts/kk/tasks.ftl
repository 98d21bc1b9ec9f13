# Tasks: drafts, cards, lists, refusals.
tasks-title = { $kind ->
    [recommendation] № { $number } ұсыным
    [proposal] № { $number } ұсыныс
    [appeal] № { $number } үндеу
    [commitment] № { $number } міндеттеме
    [note] Мәлімет үшін, № { $number }
   *[assignment] № { $number } тапсырма
  }
tasks-number = № { $number }
tasks-protocol = хаттама: { $day }, № { $number }
tasks-protocol-bare = хаттама: { $day }
tasks-responsible = Жауапты орындаушы: { $name }
tasks-co-executors = Бірлесіп орындаушылар: { $names }
tasks-executor = Орындаушы: { $name }
tasks-executors = Орындаушылар: { $n }
tasks-executors-none = Орындаушы: тағайындалмаған
tasks-advisory = оның ішінде ұсыным: { $n }
tasks-control = Бақылау: { $name }
tasks-due = Мерзімі: { $day }
tasks-due-time = Мерзімі: { $day }, сағат { $time }
tasks-due-internal = Ішкі мерзімі: { $day }
tasks-due-whole = Тапсырманың мерзімі: { $day }{ $timed ->
    [yes] , сағат { $time }
   *[no] {""}
  }
tasks-due-standing = Мерзімі: тұрақты бақылау
tasks-due-none = Мерзімі: белгіленбеген
tasks-day-off = демалыс күні
tasks-form = Аяқтау нысаны: { $form }
tasks-home = Карточка шығатын топ: { $name }
tasks-home-none = Карточка шығатын топ: жоқ, орындаушылар тапсырманы жеке чатта алады
tasks-more = тағы { $n }
tasks-no-date = мерзімсіз
tasks-reason = Себебі: { $reason }

tasks-status-work = Орындалуда
tasks-status-review = Қаралуда
tasks-status-returned = Пысықтауға қайтарылды
tasks-status-accepted = ✅ Қабылданды, мерзімінде орындалды
tasks-status-accepted-late = ✅ Қабылданды, мерзімін бұза отырып орындалды
tasks-status-withdrawn = Орындаушыдан алынды
tasks-status-closed = ✅ Бақылаудан алынды
tasks-status-closed-in-time = ✅ Мерзімінде орындалды, бақылаудан алынды
tasks-status-closed-late = ✅ Мерзімін бұза отырып орындалды, бақылаудан алынды
tasks-status-cancelled = Күші жойылды
tasks-status-overdue = Мерзімі өтті, { $n } жұмыс күніне кешікті
tasks-progress = дайындығы { $n }%
tasks-held = қорытынды есеп бөліктерді күтуде
tasks-due-today = мерзімі бүгін
tasks-days-left = { $n } жұмыс күні қалды
tasks-count = Есеп бергендер: { $done } / { $total }
tasks-count-accepted = қабылданды: { $n }
tasks-count-submitted = қаралуда: { $n }
tasks-count-returned = пысықтауда: { $n }
tasks-count-overdue = мерзімі өтті: { $n }
tasks-part-other = Аудандардан тыс

tasks-draft = { $kind ->
    [recommendation] Ұсыным жобасы
    [proposal] Ұсыныс жобасы
    [appeal] Үндеу жобасы
    [commitment] Міндеттеме жобасы
    [note] Мәлімет үшін хабарлама жобасы
   *[assignment] Тапсырма жобасы
  }
tasks-draft-reread = Хабарлама өзгертілді, жоба қайта оқылды.
tasks-role-responsible = жауапты
tasks-force = { $force ->
    [recommendation] ұсыным
    [proposal] ұсыныс
    [appeal] үндеу
    [commitment] міндеттеме
    [note] мәлімет үшін
   *[assignment] тапсырма
  }
tasks-doubt-outside = Өкілеттігіңізден тыс, қосылмады: { $words }
tasks-members-now = «{ $name }» жұмыс тобы: құрамы тапсырма берілген күні алынады, қазір орындаушы саны: { $n }
tasks-members-joining = Тапсырма берілгенде қосылады: { $names }
tasks-members-leaving = Топтан шыққан, кірмейді: { $names }
tasks-doubt-vacant-seats = Бос орын, ешкім жоқ: { $words }
tasks-doubt-which-group = Бірнеше жұмыс тобы сәйкес келеді, нақтырақ жазыңыз: { $words }
tasks-missing-text = Мәтін жоқ: не істеу керегін жазыңыз.
tasks-missing-executors = Орындаушы жоқ: «Өзгерту» батырмасын басып, кімге тапсырылатынын көрсетіңіз.
tasks-missing-due = Мерзімі жоқ: күнін «Өзгерту» арқылы көрсетіңіз немесе батырмамен таңдаңыз.
tasks-due-past = Мерзімі өтіп кеткен: басқа күнді көрсетіңіз.
tasks-button-issue = Беру
tasks-button-edit = Өзгерту
tasks-button-drop = Болдырмау
tasks-button-undo = Жобаға қайтару
tasks-button-undated = Мерзімсіз
tasks-button-standing = Тұрақты бақылау
tasks-button-acknowledge = Таныстым
tasks-button-report = Есеп жіберу
tasks-button-details = Толығырақ
tasks-button-my = Менің тапсырмаларым
tasks-button-close = Бақылаудан алу
tasks-button-cancel = Тапсырманың күшін жою
tasks-button-review = Қаралуда: { $n }
tasks-button-overdue = Мерзімі өтті: { $n }
tasks-button-control = Бақылауда: { $n }
tasks-button-tasks = Тапсырма саны: { $n }
tasks-button-returned = Пысықтауда: { $n }
tasks-button-accepted = Қабылданды: { $n }
tasks-button-advisory = Ұсынымдар: { $n }
tasks-button-filter = ⚙️ Сүзгі
tasks-button-as-task = Тапсырма беру
tasks-button-as-report = Бұл есеп

tasks-issued = ✅ № { $number } тапсырма берілді. Орындаушы саны: { $n }.
tasks-issued-undo = ✅ № { $number } тапсырма берілді. Орындаушы саны: { $n }. Хабарламалар жіберілетін уақыт: { $time }. Осы уақытқа дейін тапсырманы жобаға қайтаруға болады.
tasks-issued-unreached = Жеке хабарлама ала алмайтындар: { $n }.
tasks-undone = Тапсырма жобаға қайтарылды. Ештеңе жіберілген жоқ.
tasks-dropped = Жобадан бас тартылды. Ештеңе жіберілген жоқ.
tasks-assigned = { $kind ->
    [recommendation] Сізге ұсыным жолданды
    [proposal] Сізге ұсыныс жолданды
    [appeal] Сізге үндеу жолданды
    [commitment] Сізге міндеттеме бекітілді
    [note] Сізге мәлімет үшін жолданды
   *[assignment] Сізге тапсырма берілді
  }. Кімнен: { $name }
tasks-how-to-report = Есеп беру үшін осы хабарламаға мәтінмен, фотосуретпен немесе құжатпен жауап беріңіз.
tasks-told-closed = № { $number } тапсырма бақылаудан алынды, есеп енді күтілмейді.
  { $headline }
tasks-told-cancelled = № { $number } тапсырманың күші жойылды, оны орындау қажет емес.
  { $headline }
tasks-acknowledged = Танысқаныңыз белгіленді: № { $number }
tasks-acknowledged-already = Танысқаныңыз бұрын белгіленген: № { $number }
tasks-sent-privately = Жеке чатқа жіберілді.
tasks-start-first = Бот Сізге жеке чатта әзірге жаза алмайды. Ботпен чатты ашып, «Бастау» батырмасын басыңыз.
tasks-closed = № { $number } тапсырма бақылаудан алынды.
tasks-cancelled = № { $number } тапсырманың күші жойылды. Орындаушыларға хабарланды.
tasks-ask-close-reason = Есептердің бәрі қабылданған жоқ. № { $number } тапсырманы бақылаудан алу үшін себебін бір хабарламамен жазыңыз.
tasks-ask-cancel-reason = № { $number } тапсырманың күшін жою себебін бір хабарламамен жазыңыз: оны орындаушылар көреді.

tasks-how-to-issue = Тапсырманы сол хабарламаның өзінде жазыңыз, мысалы: <code>/task № 12 мектепке пандусты 25 желтоқсанға дейін жөндеу</code>. Басқа хабарламаға /task деп жауап беруге де болады: оның мәтіні тапсырма болады.
tasks-group-own = Бұл — жұмыс тобының чаты: оның тапсырмаларын мүшелері ботпен жеке чатта /groups пәрмені арқылы көреді.
tasks-group-unbound = Бұл топ әлі ұйыммен байланыстырылмаған. Байланыстыру: /link
tasks-may-not-issue = Лауазымыңыз тапсырма беруге құқық бермейді.
tasks-may-not-issue-to-these = Орындаушылардың арасында лауазымыңыз бойынша тапсырма бере алмайтындарыңыз бар. «Өзгерту» батырмасын басып, оларды алып тастаңыз.
tasks-text-empty = Тапсырма мәтіні жоқ. Не істеу керегін, кімге және қай мерзімге дейін екенін бір хабарламада жазыңыз.
tasks-text-long = Тапсырма мәтіні тым ұзын, таңба саны: { $length }. Рұқсат етілетін шегі: { $max }.
tasks-executor-gone = Орындаушылардың бірі тізілімде енді жоқ. Орындаушыларды қайта көрсетіңіз.
tasks-not-your-draft = Бұл жобаны басқа адам жазған: шешімді тек авторы қабылдайды.
tasks-issued-already = Тапсырма берілген. Жобаны өзгертуге болмайды.
tasks-issued-not-changed = № { $number } тапсырма берілген, хабарламаңыздың өзгеруі оны өзгертпейді. Басқасы керек болса, оның күшін жойып, жаңасын беріңіз.
tasks-draft-changed = Содан бері жоба өзгерді. Төменде оның қазіргі түрі, қайта тексеріңіз.
tasks-undone-already = Тапсырма бұрын жобаға қайтарылған.
tasks-undo-late = Қайтару мүмкін емес: хабарламалар жіберілді. Себебін көрсетіп, тапсырманың күшін жоюға болады.
tasks-item-not-ready = { $number }-тармақ әлі дайын емес: мәтін, орындаушы және мерзім қажет.
tasks-not-yours = Бұл тапсырма Сізге берілмеген.
tasks-withdrawn = № { $number } тапсырма Сізден алынды.
tasks-closed-already = № { $number } тапсырма бақылаудан алынған.
tasks-cancelled-already = № { $number } тапсырманың күші жойылған.
tasks-may-not-close = Бұл тапсырманы бақылаудан алуға құқығыңыз жоқ.
tasks-may-not-cancel = Тапсырманың күшін оны берген адам ғана жоя алады.
tasks-may-not-waive = Есептер қабылданбай тұрып бақылаудан тек тапсырма беруші ала алады.
tasks-not-closable = Бақылаудан әзірге алуға болмайды. Қабылданбаған есептер: { $n }, оның ішінде қаралуда: { $review }.
tasks-reason-needed = Себебі қажет: оны мәтінмен жазыңыз.
tasks-reason-wordless = Мұндай жазбадан себебі түсініксіз: оны кемінде бір сөзбен жазыңыз.
tasks-not-visible = Бұл тапсырма Сізге қолжетімсіз.

tasks-edit-what = Нені өзгерту керек?
tasks-edit-text = Мәтін
tasks-edit-executors = Орындаушылар
tasks-edit-due = Мерзімі
tasks-edit-controller = Бақылау
tasks-edit-home = Топ
tasks-edit-form = Аяқтау нысаны
tasks-edit-done = Дайын
tasks-ask-text = Тапсырманың жаңа мәтінін жазыңыз.
tasks-ask-executors = Кімге тапсырылады? Мектептің нөмірін, ұйымның атауын немесе тегін жазыңыз; бірнеше орындаушыны нүктелі үтірмен бөліңіз. Бірінші аталғаны жауапты орындаушы болады.
tasks-ask-due = Қай күнге дейін?
tasks-ask-controller = Орындалуын кім бақылайды?
tasks-ask-home = Карточка қай топта көрсетіледі?
tasks-ask-form = Орындау немен аяқталуы тиіс? Мысалы: бұйрық, жиынтық есеп, фотоматериалдар.
tasks-home-nowhere = Топсыз
tasks-controller-default = Әдепкі бойынша
tasks-nobody-found = Ешкім табылмады. Басқаша жазыңыз, мысалы: мектептің нөмірін.

tasks-task-or-report = Бұл жаңа тапсырма ма, әлде есеп пе?
tasks-lost-text = Бастапқы хабарлама енді жоқ. Оны қайта жіберіңіз.

tasks-my = Ашық тапсырмалар: { $n }
tasks-my-none = Ашық тапсырма жоқ
tasks-needs-me = Шешіміңізді күтеді. Қаралуда: { $review }. Мерзімі өтті: { $overdue }.
tasks-overdue = Мерзімі өтті: { $n }
tasks-overdue-of = Мерзімі өтті: { $n }, тапсырма саны: { $tasks }
tasks-button-late = № { $number }: мерзімін өткізгендер ({ $n })
tasks-overdue-none = Мерзімі өткен тапсырма жоқ.
tasks-state = { $state ->
    [submitted] қаралуда
    [returned] пысықтауда
    [acknowledged] орындалуда
    [misaddressed] қате жолданған
    [accepted] қабылданды
    [withdrawn] алынды
   *[assigned] жаңа
  }
tasks-state-overdue = мерзімі өтті
tasks-status = Орындалуы: { $name }
tasks-status-open = Бақылауда: { $n } (тапсырма: { $tasks })
tasks-status-overdue-count = Мерзімі өтті: { $n }
tasks-status-submitted = Қаралуда: { $n }
tasks-status-returned-count = Пысықтауда: { $n }
tasks-status-accepted-count = Ашық тапсырмалар бойынша қабылданды: { $n }
tasks-status-advisory = Жауап берілмеген ұсыным: { $n }
tasks-late-line = № { $number } — мерзімі { $day }
tasks-late-many = орындаушы саны: { $n }

tasks-repeats = Кезеңділігі: { $every ->
    [daily-1] күн сайын
    [weekly-1] апта сайын
    [weekly-2] екі аптада бір рет
    [monthly-1] ай сайын
    [monthly-3] тоқсан сайын
    [monthly-6] жартыжылдықта бір рет
    [yearly-1] жыл сайын
   *[other] мерзімді түрде
  }
tasks-repeats-weekdays = апта күндері: { $days }
tasks-repeats-days = күндері: { $days }
tasks-repeats-last-day = соңғысы
tasks-repeats-months = айлары: { $months }
tasks-repeats-until = аяқталуы: { $day }
tasks-repeats-nth = { $nth ->
    [last] соңғы { $day }
   *[other] { $nth }-{ $day }
  }

tasks-button-nudge = Есеп бермегендерге еске салу: { $n }
tasks-nudged-now = № { $number } тапсырма бойынша еске салу жіберілді. Алатындар: { $told }.
tasks-nudged-later = № { $number } тапсырма бойынша еске салу жіберілетін уақыт: { $at }. Алатындар: { $told }.
tasks-nudged-unreachable = Жеке хабарлама ала алмайтындар: { $n }. Тізім: /unreached
tasks-nudged-already = № { $number } тапсырма бойынша еске салу бүгін жіберілген немесе жоспарланған. Келесісі басқа жұмыс күні мүмкін.
tasks-nobody-silent = № { $number } тапсырма бойынша барлығынан мәлімет түсті, еске салатын ешкім жоқ.
tasks-may-not-nudge = Еске салуды тапсырма авторы мен бақылаушы ғана жібере алады.
tasks-nudge = Орындалу барысын хабарлауыңызды сұраймыз: есеп әлі түскен жоқ. Кімнен: { $name }
tasks-newcomers = № { $number } тапсырма берілгеннен кейін тізілімге жаңа ұйымдар қосылды. Оларды орындаушыларға қосу керек пе?
tasks-newcomers-due = Олар үшін мерзім өзгермейді.
tasks-newcomers-series = Олар келесі кезеңдерге де қатысады.
tasks-button-join = Тапсырмаға қосу: { $n }
tasks-button-no-join = Қажет емес
tasks-joined = ✅ № { $number } тапсырмаға қосылған орындаушылар: { $n }.
tasks-not-joined = Жарайды, № { $number } тапсырмаға жаңа ұйымдар қосылмады.
tasks-newcomers-none = № { $number } тапсырмаға қосатын ешкім жоқ: ұйымдар онда бар немесе тізілімнен шыққан.
tasks-may-not-add = Орындаушыларды тапсырма авторы мен бақылаушы ғана қоса алады.

tasks-ask-when = Қазір жұмыс уақыты емес. Орындаушыларға қашан жіберу керек? Жұмыс уақыты басталады: { $at }
tasks-button-silent = 🔕 Қазір, дыбыссыз
tasks-button-morning = 🕘 { $at }
tasks-issued-morning = ✅ № { $number } тапсырма берілді. Орындаушы саны: { $n }. Хабарламалар жіберіледі: { $day }, { $time }. Осы уақытқа дейін тапсырманы жобаға қайтаруға болады.
tasks-button-back = Артқа
tasks-measure-ask = Нәтиже немен өлшенеді? Көрсеткішті, санды немесе құжатты көрсетіңіз. Мысалы: ата-аналармен 12 кездесу.
tasks-measure-type = Нәтиже немен өлшенеді? Мысалы: ата-аналармен 12 кездесу.
tasks-button-measure = Көрсеткішті жазу
tasks-button-as-it-is = Осы күйінде беру
tasks-promise-nobody-above = Міндеттемені бақылайтын ешкім жоқ: лауазымыңыздан жоғары тұрған лауазым табылмады.
tasks-promised = { $name }: міндеттеме қабылданды. Оның орындалуын Сіз бақылайсыз.

tasks-button-correct = ✏️ Түзету
tasks-ask-correct = № { $number } тапсырма берілген. Нені түзету керек?
tasks-ask-correct-reason = Түзетудің себебі? Оны орындаушылар көреді.
tasks-correct-confirm = № { $number } тапсырманы түзету керек пе? Карточкалар жаңартылады, орындаушыларға хабарланады.
tasks-correct-due = Мерзімі: { $value }
tasks-button-correct-yes = Түзету
tasks-button-correct-no = Сол күйінде қалдыру
tasks-correct-dropped = Ештеңе өзгертілген жоқ.
tasks-correct-nothing = Жаңасы бұрынғысымен бірдей: түзететін ештеңе жоқ.
tasks-may-not-correct = Тапсырманы оны берген адам ғана түзете алады.
tasks-corrected-now = № { $number } тапсырма түзетілді, орындаушыларға хабарланды.
tasks-corrected = Түзетілді { $at }: { $what }
tasks-corrected-text = мәтіні
tasks-corrected-due = бұрынғы мерзімі: { $day }
tasks-corrected-internal = бұрынғы ішкі мерзімі: { $day }
tasks-not-left = Тапсырма орындаушыларға әлі жіберілген жоқ. Оны астындағы батырмамен жобаға қайтаруға болады.
tasks-morning-late = Таңға дейін тапсырманың мерзімі өтіп кетеді. Оны қазір дыбыссыз жіберіңіз немесе мерзімін өзгертіңіз.

tasks-part-of = № { $number } тапсырманың бөлігі
tasks-part-of-until = № { $number } тапсырманың бөлігі, ең кеш мерзімі: { $day }
tasks-internal-due = бірлесіп орындаушы, ішкі мерзімі { $day }
tasks-due-beyond-parent = Бөліктің мерзімі негізгі тапсырманың мерзімінен кеш бола алмайды. Ертерек күнді көрсетіңіз немесе ең кеш күнді батырмамен таңдаңыз.
tasks-button-latest = Мерзімі: { $day }
tasks-parts-open = Әзірге бақылаудан алуға болмайды: тапсырманың бөліктері бақылауда, саны: { $n }. Себебін көрсетіп алуға болады.
tasks-rollup = Бөліктер: орындалғаны { $done } / { $total }
tasks-rollup-late = мерзімі өтті: { $n }
tasks-status-misaddressed = Орындаушы тапсырма өзіне қатысты емес деп хабарлады, тапсырма беруші шешеді
tasks-status-waived = Бұл бөлік талап етілмейді
tasks-blocked = Кедергі: { $reason }
tasks-dates-both = Бастапқы мерзім: { $first } · қолданыстағы мерзім: { $due }
tasks-role-co-executor = бірлесіп орындаушы
tasks-button-not-ours = Бізге қатысты емес
tasks-button-hand-down = Төменге тапсыру
tasks-button-parts = Бөліктер
tasks-button-shares = Орындаушылар
tasks-ended-withdrawn = № { $number } тапсырма Сізден алынды.
tasks-ended-cancelled = № { $number } тапсырманың күші жойылды.
tasks-ended-closed = № { $number } тапсырма бақылаудан алынды.
tasks-report-held = № { $number } тапсырма бойынша қорытынды есеп сақталды, бірақ әлі тапсырылған жоқ: барлық бөлік түспеген. Кімнің бөлігі күтілетіні бөлек хабарламада көрсетілген.
tasks-parent-ended = № { $number } тапсырма бойынша Сіздің үлесіңіз аяқталған: бөлігін беруге болмайды.
tasks-button-convert = Тапсырма ретінде беру
tasks-convert-kind = Тапсырма тек ұсыныстан, үндеуден немесе міндеттемеден жасалады.
tasks-convert-chair = Бұл отырыста айтылған: тапсырманы төраға, оның орнындағы адам немесе жоғары тұрған басшы береді.
tasks-converted-already = Тапсырма бұрын берілген: № { $number }.
tasks-converted-from = Негізі: { $kind ->
    [proposal] ұсыныс
    [appeal] үндеу
    [commitment] міндеттеме
   *[other] тармақ
  } № { $number }
tasks-converted-to = Берілген тапсырма: № { $number }
tasks-of-act = { $day } күнгі № { $number } тексеру актісі бойынша тапсырма. Не талап етілетіні орындаушыларға жеке хабарланды.
