# Resolutions: head, items, panels of the drafter, the chair's decisions, refusals.
resolutions-body = Орган: { $name }
resolutions-protocol = Хаттама: № { $number }, { $day }
resolutions-protocol-bare = Нөмірсіз хаттама, { $day }
resolutions-chair = Төрағалық етуші: { $name }
resolutions-home = Карточкалар шығатын топ: { $name }
resolutions-home-none = Карточкалар шығатын топ: жоқ, орындаушылар тапсырманы жеке чатта алады
resolutions-item = { $number }-тармақ. { $kind ->
    [recommendation] Ұсыным
    [proposal] Ұсыныс
    [appeal] Үндеу
    [commitment] Міндеттеме
    [note] Мәлімет үшін
   *[assignment] Тапсырма
  }
resolutions-kind = { $kind ->
    [recommendation] Ұсыным
    [proposal] Ұсыныс
    [appeal] Үндеу
    [commitment] Міндеттеме
    [note] Мәлімет үшін
   *[assignment] Тапсырма
  }
resolutions-executors = Орындаушылар: { $names }
resolutions-all-schools = барлық мектеп ({ $n })
resolutions-more = тағы { $n }
resolutions-form = Аяқтау нысаны: { $form }
resolutions-lacks = { $what ->
    [text] мәтіні жоқ
    [executors] орындаушысы жоқ
    [due] мерзімі жоқ
    [past] мерзімі өтіп кеткен
    [guard] жеке деректер, құпиясөз немесе шектеу белгісі бар
   *[right] төрағалық етуші бұл орындаушыға тапсырма бере алмайды
  }
resolutions-no-items = Әзірге тармақ жоқ.
resolutions-state = { $state ->
    [waiting] Жай-күйі: төрағалық етушіде, { $time }
    [agreed] Жай-күйі: жоба келісілді
    [adopted] Жай-күйі: қабылданды, { $time }
    [on_control] Жай-күйі: бақылауда, қабылданды: { $time }
    [closed] Жай-күйі: бақылаудан алынды, { $time }
    [cancelled] Жай-күйі: күші жойылды
   *[draft] Жай-күйі: жоба
  }

resolutions-open = { $waiting ->
    [0] Қарарлар
   *[other] Шешіміңізді күтуде: { $waiting }
  }. Жобалар: { $drafts }. Берілмеген тармақтары бар: { $unfinished }. Бақылауда: { $force }.
resolutions-button-new = Жаңа қарар
resolutions-button-open = Ашу
resolutions-button-add = ➕ Тармақ қосу
resolutions-button-send = Төрағалық етушіге жіберу
resolutions-button-take-back = Қайтарып алу
resolutions-button-head = Деректемелер
resolutions-button-drop = Жобаны жою
resolutions-button-source = 📎 Бастапқы құжат
resolutions-button-yes-drop = Иә, жою
resolutions-button-back = Артқа
resolutions-button-remove = Тармақты жою
resolutions-button-home = Карточкалар шығатын топ
resolutions-button-field = { $field ->
    [text] Мәтіні
    [kind] Түрі
    [executors] Орындаушылар
    [due] Мерзімі
   *[form] Аяқтау нысаны
  }
resolutions-button-head-field = { $field ->
    [theme] Тақырыбы
    [day] Күні
    [number] Нөмірі
   *[chair] Төрағалық етуші
  }
resolutions-choose-home = Осы қарардың карточкалары қай топта көрсетілсін?
resolutions-remove-question = { $number }-тармақты жою керек пе? Келесі тармақтардың нөмірі өзгереді.
    { $headline }
resolutions-drop-question = «{ $theme }» жобасын жою керек пе? Жойылатын тармақтар саны: { $n }.
resolutions-dropped = Жоба жойылды. Ештеңе жіберілген жоқ.
resolutions-sent = Төрағалық етушіге жіберілді.
resolutions-sent-unreached = Жоба сақталды, бірақ төрағалық етушіге әзірге жіберу мүмкін емес: бот әлі іске қосылмаған. Бот іске қосылған бойда жоба жіберіледі.

resolutions-ask-body = Отырысты қай орган өткізді? Батырманы басыңыз немесе атауының бөлігін жазыңыз.
resolutions-ask-theme = Отырыстың немесе кеңестің тақырыбын жазыңыз.
resolutions-ask-day = Отырыс күнін көрсетіңіз.
resolutions-ask-number = Хаттаманың нөмірін жазыңыз.
resolutions-button-no-number = Нөмірі әзірге жоқ
resolutions-ask-chair = Кім төрағалық етті? Батырманы басыңыз немесе тегін не лауазымын жазыңыз.
resolutions-no-chairs = Бұл органда төрағалық ете алатын лауазым жоқ. Оны әкімші ұйымдар тізіліміне қосады.
resolutions-ask-text = Тармақтың мәтінін жазыңыз: не істеу керек.
resolutions-ask-kind = Тармақтың түрін таңдаңыз.
resolutions-ask-executors = Орындаушылар. Мектептің нөмірін, қысқартылған атауын, атауының бөлігін немесе тегін жазыңыз; бірнешеуін үтір арқылы. Бірінші аталғаны жауапты орындаушы болады және жиынтық есепті дайындайды.
resolutions-executors-chosen = { $all ->
    [yes] Орындаушылар, әрқайсысы өзі үшін жауап береді: { $n }
   *[no] Орындаушылар: { $n }
  }
resolutions-executors-more = Тағы қосыңыз немесе «Дайын» батырмасын басыңыз.
resolutions-executors-unclear = Кім екенін нақтылаңыз: { $words }
resolutions-executors-unknown = Табылмады: { $words }
resolutions-executors-refused = Төрағалық етуші оларға тапсырма бере алмайды, сондықтан қосылмады: { $names }
resolutions-button-all-schools = Барлық мектеп
resolutions-button-no-executors = Орындаушысы әзірге жоқ
resolutions-button-done = Дайын
resolutions-button-clear = Басынан бастау
resolutions-button-none = Ешқайсысы емес
resolutions-ask-due = Орындау мерзімін көрсетіңіз.
resolutions-button-no-date = Мерзімі әзірге жоқ
resolutions-button-standing = Тұрақты бақылау
resolutions-echo-due = Мерзімі: { $day }{ $off ->
    [yes] {" "}· демалыс күні
   *[no] {""}
  }
resolutions-echo-term = { $term ->
    [standing] Мерзімі: тұрақты бақылау
   *[dated] Мерзімі көрсетілмеген: көрсетілгенше тармақ жоба болып қалады.
  }
resolutions-ask-form = Аяқтау нысаны: орындау немен аяқталуы тиіс, мысалы: «мектеп бұйрықтары қоса берілген жиынтық есеп».
resolutions-button-skip = Өткізіп жіберу
resolutions-ask-reason = Нені түзету керек? Бір хабарламамен жазыңыз: оны жоба авторы алады.
resolutions-returned = Жоба авторына қайтарылды.

resolutions-ask-adopt = ⚖️ Қарар жобасы Сіздің шешіміңізге ұсынылды. Тармақтар саны: { $n }. Қабылданғаннан кейін тармақтар орындаушыларға бірден беріледі.
resolutions-ask-incomplete = ❗️ Толықтырылғанша берілмейді: № { $numbers }
resolutions-ask-remarks = 🔎 Тармақтардың сапасына ескертпелер саны: { $n }. Олармен де қабылдауға болады.
resolutions-page = Бет: { $page } / { $pages }
resolutions-button-adopt = ✅ Қабылдау
resolutions-button-return = Қайтару
resolutions-button-issue = { $number }-тармақты беру
resolutions-back-with-drafter = Бұл нұсқа енді жарамсыз: жоба авторында.
resolutions-outcome = { $state ->
    [closed] Қарар бақылаудан алынды: { $time }
   *[adopted] Қарар қабылданды: { $time }
  }
resolutions-issued = Берілген тармақтар: { $numbers }
resolutions-not-issued = Берілмегендері:
resolutions-ready = беруге дайын
resolutions-adopted-now = { $left ->
    [0] Қарар қабылданды. Берілген тармақтар: { $issued }.
   *[other] Қарар қабылданды. Берілген тармақтар: { $issued }, берілмегендері: { $left }.
  }{ $unreached ->
    [0] {""}
   *[other] {" "}Жеке хабарлама ала алмайтындар: { $unreached }.
  }
resolutions-item-issued-now = { $number }-тармақ берілді.{ $unreached ->
    [0] {""}
   *[other] {" "}Жеке хабарлама ала алмайтындар: { $unreached }.
  }
resolutions-item-ready = Қабылданған қарардың тармағы толықтырылды, енді оны беруге болады.
resolutions-item-settled = Бұл тармақты енді беру қажет емес.
resolutions-unreached = Жеке хабарлама ала алмайтын орындаушылар: { $n }. Тізім: /unreached
resolutions-sent-back = Қарар жобасы қайтарылды. Себебі: { $reason }

resolutions-may-not-draft = Қарар жобасын хатшы, әкімнің орынбасарлары және әкім дайындайды.
resolutions-may-not-chair = Бұл лауазым осы органда төрағалық ете алмайды.
resolutions-only-chair = Шешімді төрағалық етуші ғана қабылдайды.
resolutions-not-yours = Бұл жобаны басқа адам жүргізеді.
resolutions-locked = Қарар қабылданған, оның мәтіні өзгермейді.
resolutions-with-chair = Жоба төрағалық етушіде. Өзгерту үшін алдымен қайтарып алыңыз.
resolutions-taken-back = Автор жобаны қайтарып алды. Жаңа нұсқасын күтіңіз.
resolutions-changed-since = Жоба содан бері өзгерді. Жаңа нұсқасын келесі хабарламадан оқыңыз.
resolutions-adopted-already = Қарар қабылданып қойған.
resolutions-empty = Қарарда тармақ жоқ.
resolutions-full = Бір қарардағы тармақтардың ең көп саны: { $max }.
resolutions-theme-empty = Тақырыбын көрсету қажет.
resolutions-item-issued = { $number }-тармақ бұрын берілген.
resolutions-item-incomplete = { $number }-тармақта орындаушы немесе мерзім көрсетілмеген.

resolutions-guessed = Құжаттан алынды, тексеріңіз: { $fields }
resolutions-doubtful = Күмәні бар тармақтар: { $n }
resolutions-button-doubtful = ⚠️ Келесі күмәнге ({ $n })
resolutions-button-looked = ✅ Тексерілді, әрі қарай
resolutions-button-split = Бөлу
resolutions-button-merge = { $number }-тармақпен біріктіру
resolutions-button-head-right = ✅ Деректемелер дұрыс
resolutions-button-send-anyway = Осылай жіберу
resolutions-button-to-doubts = Күмәндерге өту
resolutions-button-split-so = Осылай бөлу ({ $n })
resolutions-button-forget = Бұл атауды ұмыту
resolutions-in-document = Құжатта:
resolutions-interim = Аралық мерзімдер: { $days }
resolutions-indicators = Көрсеткіштер: { $figures }
resolutions-programmes = Бағдарламалар: { $names }
resolutions-fix-hint = Түзету үшін осы хабарламаға жауап жазыңыз: «мерзімі 15 қаңтар», «жауапты 12 мектеп», «мәтіні …», «нысаны …».
resolutions-item-below = Тармақ түзетілді. Карточка төменде.
resolutions-fix-unclear = Нені түзету керегі түсініксіз. Мысалы, былай жазыңыз: «мерзімі 15 қаңтар», «жауапты 12 мектеп», «мәтіні …», «түрі ұсыным», «жою».
resolutions-fix-several = Бірнеше орындаушы сәйкес келеді ({ $words }): { $names }. Нақтырақ жазыңыз немесе «Орындаушылар» батырмасын басыңыз.
resolutions-press-to-remove = Тармақты жою үшін батырманы басыңыз.
resolutions-ask-split = Бөліктерін жазыңыз, әрқайсысын жаңа жолдан. Орындаушылары, мерзімі және аяқтау нысаны барлық бөлікте сақталады.
resolutions-split-needs-two = Кемінде екі бөлік қажет, әрқайсысы жаңа жолдан.
resolutions-split-too-many = Бір жолы бөлуге болатын ең көп бөлік: { $max }.
resolutions-nothing-to-merge = Біріктіруге болатын келесі тармақ жоқ.
resolutions-doubt-merged-dates = Біріктірілген тармақтардың мерзімдері әртүрлі, кейінгісі алынды: { $words }
resolutions-no-doubts = Күмән қалған жоқ.
resolutions-send-doubtful = Тексерілмеген күмәні бар тармақтар: { $n }. Төрағалық етуші күмәндерді көрмейді. Жобаны жіберу керек пе?
resolutions-learned = Есте сақталды: «{ $words }» = { $name }
resolutions-learned-also = Орындаушы мына тармақтарда да көрсетілді: { $numbers }
resolutions-in-hand = Бұл құжатты қазір басқа адам қарап жатыр. Бір сағат бойы өзгеріс болмаса, оны өзіңізге ала аласыз.
resolutions-taken-over = Бұл құжатты қарауды басқа адам өзіне алды: онда бір сағаттан астам өзгеріс болған жоқ.
resolutions-how-to-draft = Хаттаманы файлмен жіберіңіз (Word, PDF, Excel, CSV, TXT) немесе мәтінін қойыңыз: бот оны тармақтарға бөледі. Немесе тармақтап өзіңіз құрастырыңыз.

resolutions-button-delegates = Тіркеу кімге сеніп тапсырылған
resolutions-delegate-head = Қағазда қол қойылған құжаттарды тіркеу кімге сеніп тапсырылған. Әр тіркеу туралы Сізге хабарланады, оны кері қайтарып алуға болады.
resolutions-delegates = Құқық беру немесе қайтарып алу үшін басыңыз.
resolutions-delegates-none = Бұл бөлікте хатшы жоқ.
resolutions-button-paper = 🖋 Қол қойылған құжатты тіркеу
resolutions-ask-paper-number = Қол қойылған құжаттың нөмірі?
resolutions-ask-paper-day = Қол қойылған күні?
resolutions-ask-paper-file = Қол қойылған құжаттың сканын немесе файлын жіберіңіз: PDF, Word немесе фото, 20 МБ-қа дейін.
resolutions-paper-confirm = Қабылданған деп тіркеу керек пе? Бірден берілетін тармақ саны: { $ready }{ $left ->
    [0] {"."}
   *[other] {"; жоба болып қалатыны: "}{ $left }.
  } Төрағалық етушіге хабарланады, ол кері қайтарып ала алады.
resolutions-paper-line = Қағаздағы құжат: № { $number }, { $day }
resolutions-button-register = Тіркеу
resolutions-button-not-now = Қазір емес
resolutions-paper-not-registered = Тіркелген жоқ, жоба сол күйінде қалды.
resolutions-paper-told = Сіздің атыңыздан қағазда қол қойылған құжат тіркелді. Қате болса, кері қайтарып алыңыз.
resolutions-button-revoke = Кері қайтарып алу
resolutions-ask-revoke-reason = Кері қайтарып алу себебін бір хабарламамен жазыңыз: оны орындаушылар көреді.
resolutions-revoked-now = Қарар кері қайтарып алынды, күші жойылған тапсырма саны: { $n }.
resolutions-paper-revoked = Кері қайтарып алынды.
resolutions-paper-revoked-because = Төрағалық етуші қағаздан тіркелген қарарды кері қайтарып алды. Себебі: { $reason }
resolutions-paper-number = Құжат нөмірі қажет, ұзындығы ең көбі { $max } таңба.
resolutions-paper-future = Қол қойылған күн әлі келген жоқ. Құжатта тұрған күнді көрсетіңіз.
resolutions-paper-not-delegated = Қол қойылған құжаттарды төрағалық етуші сеніп тапсырған хатшы ғана тіркей алады: /resolution, «Тіркеу кімге сеніп тапсырылған».
resolutions-paper-nothing-ready = Беруге дайын тармақ жоқ: орындаушылар мен мерзімдерді толықтырыңыз.
resolutions-paper-not-revocable = Бұл қарарды енді кері қайтарып алуға болмайды.

# Agreeing to a draft.
resolutions-button-ask-agree = 🤝 Қатысушылармен келісу
resolutions-button-agreements = 🤝 Кім келісті
resolutions-button-agree = ✅ Келісу
resolutions-button-object = ❌ Қарсылық білдіру
resolutions-button-everybody = { $all ->
    [none] Белгілерді алып тастау
   *[all] Барлығын белгілеу
  }
resolutions-ask-agree-whom = Жобаны кіммен келісу керек? Белгіленгені: { $n } / { $all }.
resolutions-ask-agree-term = Жауап беруге неше жұмыс күні берілсін? Батырманы басыңыз немесе санын жазыңыз.
resolutions-agree-term = Келісу мерзімі: ең азы 1, ең көбі { $max } жұмыс күні.
resolutions-agree-nobody = Келісетін ешкім жоқ: тармақтарда орындаушы көрсетілмеген.
resolutions-agree-all-agreed = Белгіленгендердің барлығы бұл жобамен келіскен.
resolutions-agree-asked = Келісуге жіберілді: { $n }. Жауап беру мерзімі: { $day }.{ $unreached ->
    [0] {""}
   *[other] {" "}Жеке хабарлама ала алмайтындар: { $unreached }.
  }
resolutions-agree-question = 🤝 Қарар жобасын келісуіңізді сұраймыз. Сізге қатысты тармақ саны: { $n }.
resolutions-agree-over = Бұл жобаны келісу аяқталды.
resolutions-agree-by = Жауап беру мерзімі: { $day }. Осы мерзімнен кейін жоба келісілген болып саналады.
resolutions-agree-given-now = Сіз бұл жобамен келістіңіз.
resolutions-objected-now = Сіздің қарсылығыңыз: { $remark }
resolutions-ask-remark = Қарсылығыңызды бір хабарламамен жазыңыз: оны хатшы мен төрағалық етуші көреді.
resolutions-objected-told = Қарсылық хатшы мен төрағалық етушіге жеткізілді.
resolutions-agreement = Келіскендер: { $agreed } / { $total }, қарсылық саны: { $objected }, жауап беру мерзімі: { $day }
resolutions-objected = ❌ Жобаға қарсылық бар. { $name }: { $remark }
resolutions-agreed = 🤝 Қарар жобасы келісілді.
resolutions-agree-changed = Тармақтар содан бері өзгерді. Жаңа нұсқасын келесі хабарламадан оқыңыз.
resolutions-agree-given = Сіз бұл жобамен келісіп қойдыңыз.
resolutions-agree-not-asked = Бұл жоба басқа лауазымға келісуге жіберілген.
resolutions-agree-dropped = Жобаның күші жойылды, оны келісу қажет емес.
resolutions-agree-none = Бұл жоба келісуге жіберілмеген.
resolutions-agree-reminder = ⏰ Еске салу: Сізден әлі жауап түскен жоқ.
resolutions-agree-withdrawn = Жоба келісуден кері қайтарып алынды, жауап беру қажет емес.
resolutions-button-unask = Келісуден кері қайтарып алу
resolutions-unask-question = Жоба келісуден кері қайтарып алынсын ба? Алынған жауаптар сақталмайды. Алынған жауап саны: { $n }
resolutions-unasked = Жоба келісуден кері қайтарып алынды.

# Amendments.
resolutions-button-amend = ✏️ Өзгеріс енгізу
resolutions-button-versions = 🕘 Редакциялар
resolutions-button-execution = 📊 Орындалуы
resolutions-button-amend-field = { $field ->
    [text] Мәтіні
    [due] Мерзімі
    [executors] Орындаушылар
   *[cancel] Тармақтың күшін жою
  }
resolutions-button-amend-yes = Өзгеріс енгізу
resolutions-button-at-end = Соңына
resolutions-ask-amend = Қолданыстағы редакция: { $version }. Нені өзгерту керек? Өзгерістер орындаушыларға хабарланады, бұрынғы редакциялар сақталады.
resolutions-ask-amend-reason = Өзгерістің себебі қандай? Бір хабарламамен жазыңыз: оны орындаушылар көреді.
resolutions-ask-amend-place = Жаңа тармақ қай тармақтан кейін қосылсын? Батырманы басыңыз немесе нөмірін жазыңыз.
resolutions-ask-amend-head = Нені түзету керек?
resolutions-amend-cancels = Тармақтың күші жойылады.
resolutions-amend-sure = Өзгеріс енгізу керек пе?
resolutions-amend-dropped = Өзгеріс енгізілген жоқ.
resolutions-amended-now = Өзгеріс енгізілді, қолданыстағы редакция: { $version }.
resolutions-version = Редакция: { $version } · { $at } · { $act ->
    [added] қосылған тармақ: { $number }
    [cancelled] күші жойылған тармақ: { $number }
    [head] деректемелер{ $number }
   *[changed] тармақ: { $number }
  }
resolutions-version-change = { $what ->
    [text] Мәтіні
    [due] Мерзімі
    [executors] Орындаушылар
    [theme] Тақырыбы
   *[day] Күні
  }: { $was } → { $is }
resolutions-version-reason = Себебі: { $reason }
resolutions-version-by = Кім: { $name }
resolutions-versions-none = Өзгеріс болған жоқ.
resolutions-share-withdrawn = Сіз енді бұл тармақтың орындаушысы емессіз: { $number }. { $headline }
    Себебі: { $reason }
resolutions-amend-only = Қабылданған қарардың тармағын төрағалық етуші өзгертеді: «Өзгеріс енгізу».
resolutions-roadmap-after = Оны қарар қабылданғаннан кейін жасауға болады: батырма тапсырма карточкасында тұрады.
resolutions-amend-nothing = Ештеңе өзгерген жоқ: жаңа мән бұрынғысымен бірдей.
resolutions-amend-nobody = Кемінде бір орындаушы қажет.
resolutions-amend-series = Мерзімді тармақтың орындаушылары оның карточкасында өзгертіледі.
resolutions-amend-draft = { $number }-тармақ әлі берілген жоқ: оны толықтыруға немесе күшін жоюға болады.
resolutions-amend-closed = Қарар бақылаудан алынған немесе күші жойылған, оны өзгертуге болмайды.
resolutions-amend-early = Қарар әлі қабылданған жоқ: оны жобаның авторы өзгертеді.
resolutions-amended-meanwhile = Қарар осы уақытта өзгертілді. Оны қайта ашып, өзгерісіңіз әлі қажет пе, тексеріңіз.
resolutions-not-seen = Бұл қарар Сізге қатысты емес.

# From a sitting.
resolutions-heard = Тыңдалды
resolutions-continued = Бақылауға алынды: тармақ { $number }, хаттама № { $protocol }
