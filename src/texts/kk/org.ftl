# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
   *[unknown] Құрметті { $name }!
  }
org-address-unknown = Құрметті әріптес!

org-command-start = Жұмысты бастау
org-command-task = Тапсырма беру
org-command-meetings = Отырыстар: күн тәртібі, қатысу, орындалмағандар
org-command-resolution = Кеңес қарарын енгізу
org-command-aliases = Орындаушылар қалай аталады
org-command-my = Менің тапсырмаларым
org-command-series = Мерзімді тапсырмалар
org-command-report = Есеп ұсыну
org-command-review = Қаралудағы есептер
org-command-find = Тапсырманы нөмірі, сөзі немесе мектебі бойынша табу
org-command-lists = Сүзгі бойынша тізімдер, сақталған тізімдер
org-command-parts = Нөмірі бойынша тапсырма және оның бөліктері
org-command-collect = Деректер жинау: сұраулар, жауаптар, қорытынды
org-command-indicators = Көрсеткіштер: жоспар және нақты
org-command-roadmap = Жол карталары: барысы, график, кесте
org-command-findings = Бұзушылықтар: актілер, түсініктеме, жою
org-command-problems = Проблемалар тізілімі: іс-шара, көрсеткіш, жабу
org-command-groups = Жұмыс топтары: құрамы, бос орындар, тапсырмалар
org-command-programmes = Бағдарламалар мен тақырыптар
org-command-discipline = Орындаушылық тәртіп
org-command-history = Тапсырманың тарихы
org-command-asof = Қарардың өткен күнгі жағдайы
org-command-print = Басып шығару: хаттама, мерзімдер, анықтама
org-command-dates = Мерзімдерді күнтізбеге жүктеу
org-command-public = Баспасөзге арналған жария тапсырмалар
org-command-overdue = Мерзімі өткен тапсырмалар
org-command-status = Тапсырмалардың жай-күйі
org-command-stats = Суреттер: ұйымдар, 8 апта, мектептер
org-command-subscribe = Апталық шолуға жазылу
org-command-unsubscribe = Апталық шолудан бас тарту
org-command-unreached = Ботты әлі ашпағандар
org-command-delivery = Хабарламалардың жеткізілуі
org-command-people = Адамдар мен лауазымдар: тағайындау, беру, іздеу
org-command-import = Ұйымдар мен қызметкерлер тізілімін жүктеу
org-command-reminders = Еске салу тәртібі
org-command-calendar = Жұмыс күнтізбесі
org-command-link = Топты ұйыммен байланыстыру
org-command-unlink = Топты ұйымнан ажырату
org-command-settings = Топ баптаулары
org-command-whoami = Мен кіммін: аты-жөні, лауазымы, тілі
org-command-language = Тіл: қазақша, русский, English
org-command-privacy = Менің деректерім: не сақталады, жүктеп алу, жою
org-command-help = Анықтама
org-command-cancel = Басталған әрекетті тоқтату

org-welcome = Сәлеметсіз бе, <b>{ $name }</b>.
org-help = <b>Не істеуге болады</b>
org-help-report = Есеп беру үшін тапсырма туралы хабарламаға сөзбен, фотосуретпен немесе құжатпен жауап берсеңіз жеткілікті.
org-help-executor = Мерзімді ұзарту үшін /my тізімінен тапсырманы ашып, «Мерзімді ұзартуды сұрау» батырмасын басыңыз. Демалысты немесе науқастануды хатшы жазады.
org-button-help-all = Барлық пәрмен
org-button-help-few = Қысқаша
org-help-subject = { $subject ->
    [tasks] Тапсырмалар
    [meetings] Отырыстар мен құжаттар
    [numbers] Сандар мен тізімдер
    [people] Адамдар мен ұйымдар
   *[settings] Баптаулар
  }
org-whoami = <b>{ $name }</b>
org-whoami-post = { $acting ->
    [yes] • { $post } (міндетін атқарушы)
   *[no] • { $post }
  }
org-whoami-admin = • Жүйе әкімшісі
org-whoami-no-post = Қазір Сізге бірде-бір лауазым бекітілмеген. Егер бұл қате болса, әкімшіге немесе хатшыға хабарласыңыз.
org-whoami-language = Тіл: { $language }
org-language = Сізге қай тілде жазайын?
org-language-set = Тіл: { $language }

org-unreached-title = <b>Хабарлама ала алмайтындар: { $total }</b>
org-unreached-none = Тағайындалғандардың бәрі ботты ашқан, хабарлама ала алады.
org-unreached-line = { $why ->
    [blocked] { $post }: { $name } (бот бұғатталған)
   *[new] { $post }: { $name } (бот әлі ашылмаған)
  }

org-start-stranger =
    Бұл – «Орында!», тапсырмалардың орындалуын бақылайтын бот. Ол шақыру бойынша жұмыс істейді.
    Шақыру сілтемесін ұйымыңыздың әкімшісі немесе хатшысы береді. Сілтемені ашсаңыз, бот Сізді таниды.
org-join-post =
    <b>Шақыру</b>
    { $name }
    Лауазымы: { $post }
    Ұйымы: { $org }
org-join-admin =
    <b>Әкімшіге арналған шақыру</b>
    Осы сілтемені ашқан адам ұйымдар мен қызметкерлер тізілімін, күнтізбені және топтарды жүргізеді.
org-join-consent =
    <b>Дербес деректер</b>
    • Сақталатыны: тегі, аты, әкесінің аты, лауазымы, Telegram идентификаторы, тілі; есептеріңіз, файлдарыңыз және тапсырмалар бойынша әрекеттеріңіз.
    • Мақсаты: тапсырмалардың орындалуын бақылау. Деректер басқа мақсатта пайдаланылмайды.
    • Сақталатын жері: органыңыздың немесе ұйымыңыздың сервері. Хабарламалар Қазақстаннан тыс жердегі Telegram серверлері арқылы өтеді, сондықтан мұнда «Қызмет бабында пайдалану үшін» белгісі бар құжаттарды және балалардың дербес деректерін жібермеңіз.
    • Келісімді әкімші арқылы кері қайтарып алуға болады.
org-join-question = Егер бұл Сіз болсаңыз және келіссеңіз, батырманы басыңыз. Тілді де осы жерде ауыстыруға болады.
org-join-agree = ✅ Бұл мен, келісемін
org-join-decline = Кейін
org-join-declined = Жақсы, ештеңе сақталған жоқ. Сілтеме мерзімі біткенше жарамды, оны қайта ашуға болады.
org-join-done = ✅ Келісім тіркелді, Сіз қосылдыңыз.
org-invite-unknown = Мұндай сілтеме жоқ. Оның толық көшірілгенін тексеріңіз немесе әкімшіден жаңасын сұраңыз.
org-invite-revoked = Бұл сілтеме кері қайтарылған. Әкімшіден немесе хатшыдан жаңасын сұраңыз.
org-invite-used = Бұл сілтеме пайдаланылып қойған. Ол бір рет қана жарамды; әкімшіден немесе хатшыдан жаңасын сұраңыз.
org-invite-used-by-you = Сіз осы сілтеме арқылы қосылып қойғансыз. Пәрмендер тізімі: /help
org-invite-expired = Сілтеменің мерзімі өтіп кетті. Әкімшіден немесе хатшыдан жаңасын сұраңыз.
org-invite-foreign = Бұл сілтеме Telegram-ның басқа аккаунтымен қосылған адамға берілген. Егер аккаунтыңызды ауыстырсаңыз, әкімшіге хабарласыңыз.
org-invite-other-person = Сілтеме басқа адамның атына берілген, ал бұл Telegram аккаунты қосылып қойған. Бір аккаунт бір адамға ғана тиесілі бола алады. Егер сілтеме Сіздікі болса, әкімшіден тізілімдегі аты-жөнді түзетуді сұраңыз.
org-invite-own = Бұл сілтемені өзіңіз жасағансыз, сондықтан оны аша алмайсыз. Өз тағайындалуыңызды басқа хатшыдан немесе әкімшіден сұраңыз.

org-import-help =
    <b>Ұйымдар мен қызметкерлер тізілімі</b>
    Осында CSV немесе XLSX файлын жіберіңіз. Алдымен бот не өзгеретінін көрсетіп, қателерді жол бойынша атайды; жүктеу батырма басылғаннан кейін ғана басталады.
    Бір жол – бір лауазым. Ұйымның бірнеше лауазымы – code мәні бірдей бірнеше жол. Жолдар саны ең көбі: { $max }.

    <b>code</b>: ұйымның коды (міндетті)
    <b>org_kk, org_ru</b>: атауы; біреуі жеткілікті
    <b>parent</b>: жоғары тұрған ұйымның коды; ең жоғарғысында бос
    <b>type</b>: akimat, office, department, district, unit, school, boarding, supplementary, republican, other
    <b>ownership</b>: state немесе private (бос болса: state)
    <b>subordination</b>: local немесе republican (бос болса: local)
    <b>week</b>: аптадағы жұмыс күндері, 5 немесе 6 (бос болса: 5)
    <b>post_kk, post_ru</b>: лауазым атауы
    <b>role</b>: akim, deputy, district_akim, district_deputy, dept_head, unit_head, school_head, staff, controller, secretary, observer, admin
    <b>surname, given, patronymic</b>: тегі, аты, әкесінің аты; лауазым бос болса, толтырылмайды
    <b>gender</b>: male немесе female
    <b>language</b>: kk, ru немесе en
    <b>aliases</b>: басқаша атаулары, нүктелі үтір арқылы

    Жауапқа сол файлды invite_link бағанымен аласыз: әркімге бір рет ашылатын жеке сілтеме. Жарамды күн саны: { $days }.
org-import-template = Мысалы бар үлгі. Жолдарды өзіңіздікімен ауыстырып, файлды қайта жіберіңіз.
org-roster-empty = Файлда бірде-бір толтырылған жол жоқ. Үлгі: /import
org-roster-wrong-file = Бұл тізілімге ұқсамайды. CSV немесе XLSX файлы қажет; үлгі: /import
org-roster-broken-xlsx = XLSX файлы ашылмайды: ол бүлінген немесе құпиясөзбен қорғалған. Файлды қайта сақтап, тағы бір рет жіберіңіз.
org-roster-broken-csv = CSV файлы оқылмайды: тырнақша ашылып, жабылмай қалған болуы мүмкін. Түзетіңіз немесе файлды XLSX түрінде сақтаңыз.
org-roster-no-header = Бірінші жолда баған атаулары жоқ (code, org_kk, org_ru …). Үлгі: /import
org-roster-no-code = Бірінші жолда code бағаны жоқ. Үлгі: /import
org-roster-column-twice = { $column } бағаны екі рет кездеседі. Біреуін қалдырыңыз.
org-roster-too-long = Файлдағы жол тым көп: { $rows }. Бір жолғы шегі: { $max }; файлды бөліңіз.
org-roster-not-allowed = Тізілімді жүйе әкімшісі жүктейді.
org-roster-faulty-now = Осы уақыт ішінде тізілім өзгерді, енді файлда қателер бар. Ештеңе жүктелген жоқ; файлды қайта жіберіңіз.
org-roster-stale = Бұл батырма басқа файлға қатысты. Қажет файлды қайта жіберіңіз.
org-roster-preview =
    <b>Тізілімді тексеру</b>
    Файл: { $name }
    Жол саны: { $rows }
org-roster-counts =
    Ұйымдар: жаңа { $orgsAdded }, өзгеретіні { $orgsChanged }, өзгеріссіз { $orgsSame }
    Лауазымдар: жаңа { $postsAdded }, өзгеретіні { $postsChanged }, өзгеріссіз { $postsSame }
    Қызметкерлер: жаңа { $peopleAdded } (оның ішінде лауазымдағы адамның ауысуы: { $peopleReplaced }), өзгеретіні { $peopleChanged }, өзгеріссіз { $peopleSame }
org-roster-ready = Қате жоқ. Жүктейін бе?
org-roster-nothing = Өзгертетін ештеңе жоқ: бәрі жүктелген. Батырма әлі қосылмағандарға арналған сілтемелер файлын жібереді.
org-roster-import = ✅ Жүктеу
org-roster-cancel = Болдырмау
org-roster-cancelled = Жүктеу тоқтатылды. Ештеңе жүктелген жоқ.
org-roster-imported = ✅ <b>Тізілім жүктелді</b>
org-roster-links =
    Шақыру сілтемелері: { $links }
    Әрқайсысы жеке, бір рет ашылады. Жарамды күн саны: { $days }. Әр сілтемені оның иесіне ғана беріңіз.
org-roster-errors = <b>Қате саны: { $count }.</b> Ештеңе жүктелген жоқ. Түзетіп, файлды қайта жіберіңіз.
org-roster-error = Жол { $row }: { $text }
org-roster-more-errors = … тағы: { $count }
org-row-no-code = ұйымның коды жоқ (code)
org-row-formula = мәннің орнында формула немесе қате тұр: { $words }
org-row-too-long = { $column }: тым ұзын, таңба санының шегі: { $max }
org-row-lost-letters = { $column }: сақтау кезінде әріптер жоғалған, «{ $value }». Файлды «CSV UTF-8» немесе XLSX түрінде сақтаңыз
org-row-unknown-value = { $column }: «{ $value }» мәні белгісіз. Мүмкін мәндер: { $allowed }
org-row-conflict = { $column }: { $code } ұйымының мәні басқаша, жолы: { $row }
org-row-no-name = жаңа ұйымның атауын көрсету қажет (org_kk немесе org_ru)
org-row-no-type = жаңа ұйымның түрін көрсету қажет (type)
org-row-unknown-parent = жоғары тұрған { $parent } ұйымы файлда да, жүйеде де жоқ
org-row-loop = { $code } ұйымы өзінен жоғары тұр (parent тұйықталған)
org-row-other-root = { $code } ұйымы басқа құрылымда бар; оны бір құрылымнан екіншісіне көшіруге болмайды
org-row-no-role = адамның немесе лауазымның рөлі көрсетілмеген (role)
org-row-half-name = тегін де, атын да көрсету қажет
org-row-twice = «{ $post }» лауазымы аталып қойған, жолы: { $row }
org-row-two-holders = «{ $post }» лауазымында басқа адам бар, жолы: { $row }. Лауазымдарды әртүрлі атаңыз
org-row-name-closed = «{ $post }» атауы осы ұйымның жабылған лауазымына тиесілі. Бұрынғы атауын қалдырыңыз немесе басқаша атаңыз

org-aliases = Бот түзетулеріңізден есте сақтаған атаулар. Ұмыту үшін басыңыз.
org-aliases-line = • { $words } = { $post }
org-aliases-none = Есте сақталған атау жоқ. Мәтіндегі орындаушы танылмай, оны өзіңіз көрсетсеңіз, бот оның қалай аталғанын есте сақтайды.
org-alias-forgotten = Ұмытылды: { $words }
org-alias-forgotten-already = Бұл атау бұрын ұмытылған.
org-alias-not-yours = Бұл органның атауларын оның қарарларын дайындайтындар өзгертеді.

org-roster-working = Тізілімді оқып жатырмын, біраз уақыт алады…
org-roster-changed-meanwhile = Қарап отырған кезіңізде тізілім өзгерді: оны басқа біреу жүктеді немесе түзетті. Ештеңе жүктелген жоқ; қазіргі айырма мынадай.
org-roster-more = … тағы: { $count }
org-roster-missing-ask = Файлда жоқ, сол күйінде қалады: { $missing }. Бұл лауазымдарды батырмамен жабуға болады; тапсырмасы барлары қалады.
org-roster-button-close = Файлда жоғын жабу: { $missing }
org-roster-closed = ✅ Жабылған лауазым: { $closed }. Тапсырмасы болғандықтан қалғаны: { $busy }.
org-diff-whole = Өзгерістердің толық тізімі.
org-diff-body-added = <b>Жаңа ұйым: { $count }</b>
org-diff-body-changed = <b>Ұйымдардағы өзгеріс: { $count }</b>
org-diff-post-added = <b>Жаңа лауазым: { $count }</b>
org-diff-post-changed = <b>Лауазымдардағы өзгеріс: { $count }</b>
org-diff-handed-over = <b>Лауазымды беру: { $count }</b>
org-diff-person-added = <b>Тағайындау: { $count }</b>
org-diff-person-changed = <b>Адамдардың деректеріндегі өзгеріс: { $count }</b>
org-diff-missing = <b>Файлда жоқ: { $count }</b>
org-diff-name-body-added = жаңа ұйым
org-diff-name-body-changed = ұйым
org-diff-name-post-added = жаңа лауазым
org-diff-name-post-changed = лауазым
org-diff-name-handed-over = лауазымды беру
org-diff-name-person-added = тағайындау
org-diff-name-person-changed = адамның деректері
org-diff-name-missing = файлда жоқ
org-diff-column-kind = Түрі
org-diff-column-where = Қайда
org-diff-column-what = Не
org-diff-column-before = Бұрын
org-diff-column-after = Енді
org-field-namekk = қазақша атауы
org-field-nameru = орысша атауы
org-field-type = түрі
org-field-ownership = меншігі
org-field-subordination = бағыныстылығы
org-field-week = жұмыс аптасы
org-field-number = нөмірі
org-field-aliases = басқа атаулары
org-field-parent = жоғары тұрған ұйым
org-field-surname = тегі
org-field-given = аты
org-field-patronymic = әкесінің аты
org-field-gender = жынысы
org-field-locale = тілі
