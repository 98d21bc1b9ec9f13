# Reports: handing in, review, what the executor is told.
reports-filed = № { $number } тапсырма бойынша есеп қарауға қабылданды.
reports-filed-interim = № { $number } тапсырма бойынша аралық есеп тіркелді. Қорытынды есеп әлі күтіледі.
reports-corrected = № { $number } тапсырма бойынша есеп түзетілді.
reports-which = Бұл есеп қай тапсырма бойынша?
reports-unclear = Бұл есеп пе?
reports-question = Бұл сұрақ сияқты. № { $number } тапсырма бойынша бақылаушыға хабарласыңыз: { $name }. Егер бұл есеп болса, батырманы басыңыз.
reports-question-many = Бұл сұрақ сияқты. Тапсырманы кім бақылайтыны оның карточкасында көрсетілген: /my. Егер бұл есеп болса, батырманы басыңыз.
reports-not-filed = Жақсы, мұны есеп деп санамаймын.
reports-voice = Бот дауыстық хабарламалар мен стикерлерді танымайды. Мәтінмен жазыңыз немесе фотосурет не құжат жіберіңіз.
reports-not-taken = Геолокацияны, контактіні және сауалнаманы бот қабылдамайды. Мәтінмен жазыңыз немесе фотосурет, бейнежазба не құжат жіберіңіз.
reports-nothing-open = Сізде ашық тапсырма жоқ, есеп ұсыну талап етілмейді. Пәрмендер тізімі: /help
reports-nothing-open-issuer = Сізде ашық тапсырма жоқ. Тапсырма беру үшін орындаушы мен мерзімді көрсетіңіз, мысалы: <code>/task № 12 мектепке пандусты 25 желтоқсанға дейін жөндеу</code>
reports-choose = Есеп қай тапсырма бойынша?
reports-ask-kind = № { $number } тапсырма бойынша есеп
  { $headline }

  Қорытынды ма, әлде аралық па?
reports-ask-content = № { $number } тапсырма бойынша есеп. Мәтінді жазыңыз, фотосурет немесе құжат жіберіңіз, бірнеше хабарламамен де болады.
reports-content = № { $number } тапсырма бойынша есеп. Алынған таңба саны: { $length }, файл саны: { $files }. Тағы қосыңыз немесе «Жіберу» батырмасын басыңыз.
reports-button-final = Қорытынды есеп
reports-button-interim = Аралық есеп
reports-button-not = Есеп емес
reports-button-send = Жіберу
reports-button-blocked = Кедергі бар

reports-empty = Есепте ештеңе жоқ: не істелгенін жазыңыз немесе файл қосыңыз.
reports-text-long = Есеп мәтіні тым ұзын, таңба саны: { $length }. Рұқсат етілетін шегі: { $max }, қалғанын құжатпен қосыңыз.
reports-too-many-files = Бір есепте файл тым көп. Оларды бір құжатқа немесе мұрағатқа біріктіріңіз.
reports-not-yours = Бұл тапсырма Сізге берілмеген, ол бойынша есеп қабылданбады.
reports-not-your-message = Бұл батырма хабарламаны жазған адамға арналған.
reports-accepted-already = № { $number } тапсырма бойынша есеп қабылданған.
reports-reviewed-already = № { $number } тапсырма бойынша есеп қаралған, хабарламаның өзгеруі оны өзгертпейді.
reports-finished = № { $number } тапсырма аяқталған, есеп қажет емес.
reports-finished-any = Бұл тапсырма аяқталған, есеп қажет емес.

reports-queue = Қаралуда: { $n }
reports-queue-empty = Қаралатын есеп жоқ.
reports-late = мерзімінен кеш
reports-review-head = Қаралуда: { $n }
reports-submitted = Ұсынылды: { $at }, мерзімінде (нұсқа: { $version })
reports-submitted-late = Ұсынылды: { $at }, мерзімінен кеш (нұсқа: { $version })
reports-without-words = Мәтінсіз.
reports-files = Файл саны: { $n }, олар жоғарыда
reports-file-lost = Ашылмайтын файл саны: { $n }
reports-history = Бұрынғы нұсқалары:
reports-history-line = { $at }, нұсқа: { $version }, { $state ->
    [returned] қайтарылды
    [accepted] қабылданды
    [superseded] ауыстырылды
    [undone] қайтарып алынды
   *[submitted] ұсынылды
  }
reports-button-accept = Қабылдау
reports-button-accept-close = Қабылдап, бақылаудан алу
reports-button-return = Қайтару
reports-button-next = Келесі
reports-button-in-turn = Ретімен қарау
reports-button-own-reason = Өз сөзіммен
reports-button-back = Артқа
reports-ask-reason = № { $number } тапсырма бойынша есеп, { $name }. Қайтару себебін көрсетіңіз.
reports-ask-own-reason = { $name }. № { $number } тапсырма бойынша есепті қайтару себебін бір хабарламамен жазыңыз: оны орындаушы көреді.
reports-reason-files = Растайтын құжаттар жоқ
reports-reason-result = Нәтижесі көрсетілмеген
reports-reason-numbers = Сандық деректер жоқ
reports-reason-part = Ішінара орындалған
reports-reason-order = Бұйрық қоса берілмеген
reports-accept-done = ✅ { $name }. № { $number } тапсырма бойынша есеп қабылданды, { $inTime ->
    [yes] мерзімінде орындалды
   *[no] мерзімін бұза отырып орындалды
  }.
reports-accept-closed = ✅ { $name }. № { $number } тапсырма бойынша есеп қабылданды, { $inTime ->
    [yes] мерзімінде орындалды
   *[no] мерзімін бұза отырып орындалды
  }. Тапсырма бақылаудан алынды.
reports-return-done = ↩️ { $name }. № { $number } тапсырма бойынша есеп пысықтауға қайтарылды. Себебі: { $reason }
reports-may-not-review = Бұл есепті қарауға құқығыңыз жоқ.
reports-own = Өз есебіңізді қарауға болмайды.
reports-decided-already = Бұл есеп қаралған.
reports-newer-version = № { $number } тапсырма бойынша есептің жаңарақ нұсқасы бар: /review

reports-accepted = № { $number } тапсырма бойынша есеп қабылданды: { $at }.
reports-accepted-in-time = Тапсырма мерзімінде орындалды{ $closed ->
    [yes] {" "}және бақылаудан алынды
   *[no] {""}
  }.
reports-accepted-late = Тапсырма мерзімін бұза отырып орындалды{ $closed ->
    [yes] {" "}және бақылаудан алынды
   *[no] {""}
  }.
reports-accepted-part-in-time = Тапсырманың Сізге тиесілі бөлігі қабылданды, мерзімі сақталды{ $closed ->
    [yes] . Тапсырма бақылаудан алынды
   *[no] {""}
  }.
reports-accepted-part-late = Тапсырманың Сізге тиесілі бөлігі қабылданды, мерзімі бұзылды{ $closed ->
    [yes] . Тапсырма бақылаудан алынды
   *[no] {""}
  }.
reports-returned = № { $number } тапсырма бойынша есеп пысықтауға қайтарылды.
reports-due-unchanged = Орындау мерзімі өзгерген жоқ: { $day }
reports-report-again = Жаңа есепті осы хабарламаға жауап ретінде жіберіңіз.

reports-filed-files = Файл саны: { $n }
reports-undo-until = Есепті қайтарып алудың соңғы уақыты: { $time }. Бақылаушы есеп туралы одан кейін біледі.
reports-button-undo = Қайтарып алу
reports-undone = № { $number } тапсырма бойынша есеп қайтарып алынды. Жаңасын кез келген уақытта жіберуге болады.
reports-undone-already = Бұл есеп қайтарып алынған.
reports-undo-late = № { $number } тапсырма бойынша есеп қарауға берілді. Оны өз хабарыңызды өзгерту арқылы түзете аласыз.
reports-in-already = Бұл файл № { $number } тапсырма бойынша есепке қоса берілген.
reports-file-added = Файл № { $number } тапсырма бойынша есепке қосылды.
reports-button-elsewhere = Басқа тапсырмаға қатысты
reports-go-on = Мұны № { $number } тапсырма бойынша есепке қосу керек пе?
reports-button-append = Есепке қосу: № { $number }
reports-button-other = Басқа тапсырма
reports-corrected-final = № { $number } тапсырма бойынша есеп түзетілді, бірақ қорытынды есеп болып қалады. Жұмыс аяқталмаса, оны қайтарып алыңыз немесе бақылаушыға жазыңыз.
reports-file-program = Бағдарламалар мен орындалатын файлдар есепке қоса берілмейді. Фото, PDF, Word немесе Excel құжатын жіберіңіз.
reports-file-large = Файл 20 МБ-тан үлкен: бақылаушы оны Telegram-да көреді, бірақ мұрағатта сақталмайды. Бөліп жіберген дұрыс.

reports-button-by-page = Тізіммен қарау
reports-button-accept-page = Осы беттегінің бәрін қабылдау: { $n }
reports-button-accept-sure = ✅ Иә, қабылдау: { $n }
reports-page-sure = Осы беттегі есептер ({ $n }) қабылдансын ба? «Иә» немесе «Жоқ» түймесін басыңыз.
reports-page-special = Ерекше бақылауда, бір-бірлеп қаралады: { $n }
reports-page-accepted = Қабылданған есептер: { $n }
reports-page-missing = жоқ: { $what }
reports-page-left-out = Қабылданбағандары: { $n }
reports-special-control = Ерекше бақылауда: жеке қаралады.
reports-not-told-yet = Есеп әлі қарауға берілген жоқ: авторы оны қайтарып ала алады.

reports-button-ask = Сұрақ қою
reports-button-question = Сұрақ
reports-button-answer = Жауап беру
reports-button-review-open = Есепті ашу
reports-button-unblock = Кедергі жойылды
reports-button-add-now = Қазір қосу
reports-button-anyway = Онсыз жіберу
reports-button-same = Бірдей есептер: { $n }

reports-decided-by = Бұл есеп { $state ->
    [accepted] қабылданған
   *[returned] қайтарылған
  }: { $name }, { $at }.
reports-same = Бірдей есептер: { $n }
reports-same-none = Қазір бірдей есептер жоқ.
reports-like-other = Басқа орындаушының есебіне ұқсас ({ $percent }%)
reports-like-own = Осы орындаушының бұрынғы есебіне ұқсас ({ $percent }%)
reports-like-task = Тапсырма мәтінін қайталайды ({ $percent }%)
reports-like-short = басқасына ұқсас

reports-evidence-photo = фотосурет
reports-evidence-file = құжат
reports-evidence-list = тізім
reports-evidence-number = сан
reports-evidence-missing = Аяқтау нысаны бойынша қоса берілмеген: { $what }
reports-updates-missed = Күтілген күні түспеген мәлімет: { $n }
reports-evidence-ask = Аяқтау нысаны бойынша есепке қажет: { $what }. Есеп әлі жіберілген жоқ.
reports-evidence-send = Фотосурет немесе құжат жіберіңіз: олар есепке кіреді.
reports-evidence-added = Алынған файл саны: { $n }. Тағы қосыңыз немесе «Жіберу» батырмасын басыңыз.
reports-evidence-file-expected = Файл жіберіңіз немесе батырманы басыңыз.
reports-anyway-ask = Неліктен онсыз? Таңдаңыз немесе жазыңыз: себебін бақылаушы көреді.
reports-anyway-later = Кейінірек ұсынамыз
reports-anyway-paper = Қағаз түрінде тапсырылды
reports-anyway-impossible = Бұл жұмыста көзделмеген
reports-anyway-line = Растаусыз: { $reason }

reports-ask-blocked = № { $number } тапсырма. Орындауға не кедергі? Бір хабарламамен жазыңыз: бақылаушыға хабарланады.
reports-blocked-noted = Кедергі бар деп белгіленді. Келесі есеп белгіні алып тастайды.
reports-blocked-head = Орындауға кедергі бар
reports-unblocked = № { $number } тапсырма бойынша кедергі жоқ деп белгіленді.
reports-unblocked-already = № { $number } тапсырма бойынша кедергі белгіленбеген.

reports-ask-question = { $name }. № { $number } тапсырма бойынша есепке қатысты сұрақты бір хабарламамен жазыңыз.
reports-question-sent = ❓ № { $number } тапсырма бойынша сұрақ жіберілді: { $name }. Есеп қаралуда қалады.
reports-question-head = Тапсырма бойынша сұрақ
reports-question-passed = ❓ № { $number } тапсырма бойынша сұрақ бақылаушыға жіберілді. Жауап осында келеді.
reports-question-empty = Сұрақта ештеңе жоқ: оны сөзбен жазыңыз.
reports-question-not-yours = Бұл сұрақ Сізге қойылмаған.
reports-nobody-to-ask = № { $number } тапсырма бойынша сұрақ қоятын адам жоқ.
reports-how-to-answer = Осы хабарламаға жауап беріңіз немесе батырманы басыңыз.
reports-ask-answer = № { $number } тапсырма бойынша сұраққа жауапты бір хабарламамен жазыңыз.
reports-answer-sent = № { $number } тапсырма бойынша жауап жіберілді.
reports-answer-head = Сұраққа жауап
reports-answered-already = Бұл сұраққа жауап берілген.
reports-no-answer = жауап әлі жоқ
