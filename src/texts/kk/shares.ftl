# Shares of executors after issuing: not ours, withdrawn, replaced, given up, handed in, handed down.
shares-private-first = Бұл ботпен жеке чатта жасалады.
shares-reason-ask-withdraw = № { $number } тапсырма бойынша орындаушы неге алынады? Себебін ол көреді.
shares-reason-ask-sendback = № { $number } тапсырма неге дәл осы орындаушыға қатысты? Бір хабарламамен жазыңыз, орындаушы оны көреді.
shares-reason-ask-waive = № { $number } тапсырманың бұл бөлігі неге керек емес? Себебі тарихта сақталады, бірлесіп орындаушы оны көреді.
shares-reason-ask-reopen = № { $number } тапсырма бойынша қандай жаңа мән-жайлар бар? Қабылданған есеп пысықтауға қайтарылады.
shares-reason-ask-handin = № { $number } тапсырманың төменге берілген бөліктері әлі бақылауда. Қорытынды есеп неге оларсыз тапсырылады?
shares-reason-ask-close = № { $number } тапсырманың бөліктері әлі бақылауда. Ол неге бөліктерсіз бақылаудан алынады?
shares-reason-ask-cancelparts = № { $number } тапсырма бөліктерінің күші неге жойылады? Себебін орындаушылар көреді.

shares-notours-ask = № { $number } тапсырма. Ол неге Сізге қатысты емес? Себебін таңдаңыз немесе өз сөзіңізбен жазыңыз.
shares-notours-reason-competence = Біздің құзыретімізге кірмейді
shares-notours-reason-address = Басқа ұйымға арналған
shares-notours-reason-double = Басқа тапсырма бойынша орындап жатырмыз
shares-notours-reason-absent = Бізде мұндай нысан жоқ
shares-notours-whose = Кімге қатысты екенін білсеңіз, мектеп нөмірін, ұйымды немесе тегін жазыңыз.
shares-notours-unknown = Білмеймін
shares-notours-words = { $reason }. Ықтимал орындаушы: { $words }
shares-notours-done = Хабарламаңыз тапсырма берушіге жіберілді: № { $number }. Ол шешім қабылдағанша мерзім өтті деп саналмайды.
shares-notours-late = «Бізге қатысты емес» деп бір жұмыс күні ішінде хабарлауға болады. № { $number } тапсырма бойынша ол өтті: тапсырма берушіге ({ $name }) жүгініңіз немесе мерзімді ұзартуды сұраңыз.
shares-notours-once = № { $number } тапсырманың берушісі мұны қарап, тапсырманы Сізге қайтарған.
shares-notours-already = № { $number } тапсырма бойынша бұл тапсырма берушіге жіберілген.
shares-notours-state = № { $number } тапсырма бойынша есеп түскен, енді «бізге қатысты емес» деуге болмайды. Тапсырма берушіге жүгініңіз.
shares-notours-own = № { $number } міндеттемені өзіңіз алдыңыз. Оны бақылаушы ғана өзгерте не алып тастай алады: бақылаушыға жүгініңіз немесе мерзімді ұзартуды сұраңыз.

shares-misaddressed = Орындаушы № { $number } тапсырма өзіне қатысты емес деп хабарлады.
shares-misaddressed-again = Шешіміңіз күтілуде: орындаушы № { $number } тапсырма өзіне қатысты емес деп хабарлаған, хабарланған уақыты: { $at }.
shares-executor = Орындаушы: { $name }
shares-perhaps = Ықтимал орындаушы: { $name }
shares-decided-withdrawn = Шешілді: орындаушы алынды.
shares-decided-replaced = Шешілді: тапсырма берілді. Орындаушы: { $name }
shares-decided-back = Шешілді: тапсырма орындаушыға қайтарылды.
shares-button-give-to = Беру: { $name }
shares-button-give = Басқаға беру
shares-button-withdraw = Орындаушыны алу
shares-button-sendback = Орындаушыға қайтару
shares-sent-back = Тапсырма беруші қарады: № { $number } тапсырма Сізде қалады.
shares-sent-back-done = № { $number } тапсырма орындаушыға қайтарылды.
shares-decided-already = № { $number } тапсырма бойынша бұл шешіліп қойған.
shares-may-not-decide = Мұны тапсырма беруші шешеді.

shares-withdrawn = № { $number } тапсырма Сізден алынды, оны орындау қажет емес.
shares-withdrawn-done = № { $number } тапсырмадан орындаушы алынды.
shares-withdrawn-nobody = Орындаушы алынды. № { $number } тапсырманың басқа орындаушысы жоқ: оны басқаға беріңіз немесе күшін жойыңыз.
shares-may-not-withdraw = Орындаушыны тек тапсырма беруші алып, ауыстыра алады.
shares-withdrawn-already = Бұл орындаушыдан № { $number } тапсырма алынған.
shares-accepted-already = Бұл орындаушының № { $number } тапсырма бойынша есебі қабылданған.
shares-replace-responsible = Бұл жауапты орындаушы, бірлесіп орындаушылар әлі жұмыс істеп жатыр. Оны ауыстырыңыз, ауыстырмай алуға болмайды.

shares-replace-who = № { $number } тапсырманы кімге беру керек? Мектеп нөмірін, ұйымды немесе тегін жазыңыз, не таңдаңыз.
shares-replace-why = Жаңа орындаушы: { $name }. № { $number } тапсырма неге беріледі? Себебін екеуі де көреді.
shares-replace-late = ⚠️ Мерзім өтіп кетті: { $day }. Жаңа орындаушы мерзімі өткен тапсырманы алады.
shares-replaced-done = № { $number } тапсырма берілді. Жаңа орындаушы: { $name }. Бастапқы мерзім сақталды.
shares-replaced-parts = Бұрынғы орындаушы бөліп берген бөліктер өз бақылауында қалады, жаңа орындаушыға өтпейді. Мұндай бөліктер: { $n }
shares-replaced-span =
    { $span ->
        [period] Осы кезеңде ғана: келесі кезеңдер бұрынғы орындаушыға келеді.
       *[onwards] Келесі кезеңдер де жаңа орындаушыға келеді.
    }
shares-span-ask = Бұл – мерзімді тапсырманың бір кезеңі. Жаңа орындаушы: { $name }. Қай уақытқа?
shares-span-button =
    { $span ->
        [period] Осы кезең ғана
       *[onwards] Осы кезеңнен бастап
    }
shares-replace-nobody = Сәйкес келетін ешкім табылмады.
shares-has-already = Бұл орындаушыда № { $number } тапсырма бар.
shares-may-not-give = Бұл орындаушыға Сіздің лауазымыңыз тапсырма бере алмайды.
shares-taken-over = № { $number } тапсырманың бұрынғы орындаушысы ({ $name }) орындалу барысы туралы хабарлаған:

shares-missing-head = № { $number } тапсырма бойынша қорытынды есеп сақталды, бөліктерді күтуде.
shares-awaited-head = № { $number } тапсырма бойынша барлық бөлік түскен жоқ.
shares-missing-none = Бәрі түсті: қорытынды есепті тапсыруға болады.
shares-missing-state = { $state ->
    [submitted] есебі растауыңызды күтуде
    [returned] пысықтауға қайтарылды
    [misaddressed] тапсырма өзіне қатысты емес деп хабарлады
    [acknowledged] орындалуда
   *[assigned] әлі танысқан жоқ
  }
shares-missing-parts = Төменге берілген, әлі бақылауда: { $n }
shares-button-confirm = Қарау: { $name }
shares-button-waive = Қажет емес: { $name }
shares-button-remind = Еске салу: { $n }
shares-button-awaited = Кімнің бөлігі түспеді
shares-button-handin = Қорытынды есепті тапсыру
shares-button-handin-anyway = Себебін көрсетіп, бөліктерсіз тапсыру
shares-waived = № { $number } тапсырманың Сізге қатысты бөлігі енді талап етілмейді.
shares-waived-done = № { $number } тапсырма бойынша бөлік алынды, себебі сақталды.
shares-may-not-waive = Бөлікті жауапты орындаушы немесе тапсырма беруші ала алады, бірақ өз бөлігін емес.
shares-nudge = Өз бөлігіңізді жауапты орындаушыға беруіңізді сұраймыз. Кімнен: { $name }
shares-reminded = № { $number } тапсырма бойынша еске салынды. Алатындар: { $n }.
shares-reminded-already = № { $number } тапсырма бойынша бүгін еске салынған немесе еске салатын ешкім жоқ.
shares-all-in = № { $number } тапсырма бойынша барлық бөлік түсті. Қорытынды есепті тапсыруға болады.
shares-your-report = Есебіңіз: { $text }
shares-handed-in = № { $number } тапсырма бойынша қорытынды есеп тапсырылып, қарауға жіберілді.
shares-handin-waits = Әзірге тапсыруға болмайды: № { $number } тапсырма бойынша бөліктер күтілуде.
shares-handin-nothing = № { $number } тапсырма бойынша сақталған есеп жоқ. Оны қайта жіберіңіз.

shares-list-head = № { $number } тапсырманың орындаушылары: { $n }
shares-list-empty = Мұндай орындаушы жоқ: { $words }
shares-button-find = Нөмірі немесе атауы бойынша іздеу
shares-find-ask = Мектеп нөмірін немесе атауының бөлігін жазыңыз.
shares-panel-replaces = Кімнің орнына: { $name }
shares-panel-replaced = Кімге берілді: { $name }
shares-button-replace = Орындаушыны ауыстыру
shares-button-reopen = Жаңа мән-жайларға байланысты қайтару
shares-button-card = Тапсырма карточкасы
shares-may-not-reopen = Қабылданғанды тек тапсырма беруші, бақылаудан алынғанға дейін қайтара алады.
shares-reopened = № { $number } тапсырма бойынша есеп пысықтауға қайтарылды.
shares-no-report = Қабылданған есеп жоқ.

shares-down-ask = № { $number } тапсырма бойынша нені, кімге тапсырасыз? Бір хабарламамен жазыңыз, мысалы: <code>№ 5 және № 12 мектептерге: 20 желтоқсанға дейін мәлімет ұсыну</code>. Негізгі тапсырманың мәтіні өзі қосылады.
shares-down-until = Бөліктердің ең кеш мерзімі: { $day }.
shares-down-nobody = Тапсырма берілген басшы ғана төменге тапсыра алады.
shares-down-state = № { $number } тапсырма бойынша есеп тапсырылған, бөліктерін төменге беру кеш.
shares-latest-none = Негізгі тапсырманың мерзімі жоқ.

shares-tree-head = Тапсырма және оның бөліктері
shares-tree-count = { $done } / { $total }
shares-tree-late = мерзімі өтті: { $n }
shares-tree-closed = бақылаудан алынды
shares-tree-cancelled = күші жойылды
shares-tree-none = № { $number } тапсырманың бөліктері жоқ.
shares-tree-above = Негізгі тапсырма: № { $number }
shares-parts-how = Нөмірін көрсетіңіз: <code>/parts 148</code>, немесе тапсырма карточкасына осы пәрменмен жауап беріңіз.
shares-task-not-found = Сізге қолжетімді тапсырмалар арасында мұндай нөмір жоқ: { $words }
shares-task-which = Мұндай тапсырма бірнешеу. Қайсысын ашу керек?

shares-parent-moved = № { $number } тапсырманың мерзімі ертерек күнге ауыстырылды: { $day }. Сіз берген бөліктер кешірек аяқталады:
shares-parent-moved-line = № { $number } — мерзімі { $day }
shares-parent-moved-how = Бөліктердің мерзімі өздігінен ауыспайды: оларды түзетіңіз.
shares-parent-ended = { $end ->
    [cancelled] № { $number } тапсырманың күші жойылды.
    [closed] № { $number } тапсырма бақылаудан алынды.
   *[withdrawn] № { $number } тапсырма Сізден алынды.
  } Сіз төменге берген бөліктер бақылауда қалады: { $n }.
shares-button-cancel-parts = Бөліктердің күшін жою: { $n }
shares-button-keep-parts = Бақылауда қалдыру
shares-parts-kept = Бөліктер бақылауда қалады.
shares-parts-cancelled = Күші жойылған бөліктер: { $n }.
shares-parts-none = Ашық бөліктер қалмады.
