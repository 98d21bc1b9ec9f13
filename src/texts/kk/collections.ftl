# Collections: a question to many with fields, answers, totals.
collections-asked = Жауап түрі: { $what }
collections-asked-many = Жауапта болуға тиіс:
collections-optional = міндетті емес
collections-what-whole = бүтін сан
collections-what-number = сан
collections-what-choice = нұсқалардың бірі: { $choices }
collections-what-text = мәтін
collections-what-photo = фотосурет
collections-what-file = файл
collections-what-range = { $range ->
    [from] ең азы { $from }
    [to] ең көбі { $to }
   *[both] { $from } – { $to } аралығында
  }
collections-how-to-number = Жауап беру үшін осы хабарламаға жауап ретінде санды жіберіңіз.
collections-how-to-choice = Жауап беру үшін осы хабарламаға жауап ретінде нұсқалардың бірін жазыңыз немесе «Жауап беру» батырмасын басыңыз.
collections-how-to-text = Жауап беру үшін осы хабарламаға жауап ретінде мәтін жазыңыз.
collections-how-to-file = Жауап беру үшін осы хабарламаға жауап ретінде файлды жіберіңіз.
collections-how-to-many = Жауап беру үшін «Жауап беру» батырмасын басыңыз немесе осы хабарламаға жауап жазыңыз: әр мәнді реті бойынша жаңа жолдан.
collections-button-answer = ✏️ Жауап беру
collections-button-correct = ✏️ Жауапты түзету
collections-button-begin = 🔢 Жауаптарды өріс бойынша жинау
collections-button-fields = 🔢 Жауап өрістері
collections-button-show = 🔢 Жиналған жауаптар
collections-ask-question = Қандай дерек жиналады? Не сұралатынын, кімнен және қай мерзімге дейін екенін бір хабарламамен жазыңыз. Мысалы: Барлық мектепке қорғаншылық мамандарының санын 20 желтоқсанға дейін хабарлау
collections-ask-whom = Сұрақ кімге қойылады? «Барлық мектепке» деп, мектептердің нөмірін немесе ұйымдардың атауын жазыңыз; арасын нүктелі үтірмен бөліңіз.
collections-ask-kind = Жауапта не болуы керек?
collections-ask-kind-more = Бұл өрісте не болуы керек?
collections-kind-number = Сан
collections-kind-choice = Таңдау
collections-kind-text = Мәтін
collections-kind-photo = Фотосурет
collections-kind-file = Файл
collections-ask-spec = Өлшем бірлігі мен шегі, егер болса. Мысалы: <code>адам, 0–500</code>. Бөлшек сан болса: <code>%, 0–100, бөлшек</code>.
collections-any-whole = Кез келген бүтін сан
collections-spec-unclear = Шегі түсініксіз: бірінші сан екіншісінен кіші болуы, өлшем бірлігі 40 таңбадан аспауы керек. Мысалы: адам, 0–500
collections-ask-choices = Жауап нұсқаларын жазыңыз, әрқайсысын жаңа жолдан.
collections-choices-unfit = 2-ден 12-ге дейін әртүрлі нұсқа керек, әрқайсысы 60 таңбадан аспасын.
collections-ask-label = Бұл өріс қалай аталады? Мысалы: Штат бірлігінің саны
collections-label-unfit = Өріс атауы: 1-ден 120 таңбаға дейін.
collections-label-taken = Мұндай өріс бар.
collections-too-many-fields = Өріс саны ең көбі { $max }.
collections-single-only = Өріс бойынша жауап тек бір реттік тапсырмамен жиналады, кезеңдік тапсырмамен немесе басқа тапсырманың бөлігімен емес.
collections-ask-required = Бұл өріс міндетті ме?
collections-required = Міндетті
collections-not-required = Өткізуге болады
collections-fields = Жауап өрістері
collections-no-fields = Өріс жоқ: бұл жай тапсырма, оған есеппен жауап беріледі.
collections-acceptance = { $at ->
    [once] Толық жауап тексерусіз бірден қабылданады.
   *[review] Жауапты бақылаушы қабылдайды.
  }
collections-indicator = Сандар көрсеткішке жазылады: { $name }
collections-button-add-field = ➕ Өріс
collections-button-drop-field = ➖ Соңғысын алып тастау
collections-button-acceptance = { $at ->
    [once] Бірден қабылдау
   *[review] Тексергеннен кейін қабылдау
  }
collections-button-bind = 📊 Көрсеткішке жазу
collections-button-draft = ← Жобаға
collections-ask-bound-field = Қай сан жазылады? Таңдаңыз немесе атауының бөлігін жазыңыз.
collections-ask-indicator = Қай көрсеткішке? Таңдаңыз немесе атауының бөлігін жазыңыз.
collections-ask-period = Бұл сандар қай кезеңге?
collections-no-number-field = Өрістер арасында сан жоқ.
collections-no-indicator = Сіз жүргізетін көрсеткіш жоқ. Құру: /indicators
collections-not-yours = Бұл сұрақ Сізге қойылмаған.
collections-fields-instead = № { $number } бойынша өрістерге жауап күтіледі, сөзбен берілген есеп оның орнына жүрмейді. Тапсырма туралы хабарламаға жауап жазыңыз немесе «Жауап беру» батырмасын басыңыз.
collections-over = № { $number } бойынша жауап жинау аяқталды, жауап енді өзгермейді.
collections-which = Бұл жауап қай сұраққа?
collections-accepted = ✅ № { $number }: жауап қабылданды
collections-filed = ✅ № { $number }: жауап қарауға жіберілді
collections-noted = ☑️ № { $number }: жазылды, жауап әлі толық емес
collections-corrected = ✏️ № { $number }: жауап түзетілді
collections-same = № { $number }: бұл жауап жазылған
collections-nothing = № { $number }: { $kept ->
    [yes] жауапта жаңа мән жоқ, жазылғаны өзгерген жоқ
   *[no] жауапта мән жоқ, ештеңе жазылған жоқ
  }
collections-still-missing = Тағы керегі: { $fields }
collections-late-note = Жауап мерзімнен кейін берілді
collections-can-correct = Жинау жабылғанша түзетуге болады: осы хабарламаға жаңа жауап жіберіңіз.
collections-can-correct-many = Жинау жабылғанша түзетуге болады: батырманы басыңыз немесе осы хабарламаға өрістің атауын, қос нүкте және жаңа мәнін жазыңыз.
collections-count = Жауап бергені: { $done } / { $total }
collections-was = бұрынғысы: { $value }
collections-no-number = сан жоқ
collections-value-photo = 📷 фотосурет
collections-value-file = 📎 файл
collections-fault = { $why ->
    [words] { $said } – жауапта сан жоқ. Егер нөл болса, 0 деп жазыңыз.
    [vague] { $said } – жауаптағы сан шамамен берілген, нақтысы керек.
    [confirm] { $said } – жауапта { $value } санынан басқа сөздер бар.
    [negative] { $value } саны нөлден кіші.
    [fraction] { $value } саны бүтін емес.
    [range] { $value } саны белгіленген шектен тыс.
    [choice] { $said } – нұсқалар арасында мұндай жауап жоқ.
    [long] Жауап тым ұзын.
    [empty] Бұл бөлім міндетті, бос қалмауы керек.
    [lines] { $said } – қай өріске жататыны түсініксіз. Өрістің атауын, қос нүкте және мәнін жазыңыз.
   *[unclear] { $said } – жауаптан қай сан дұрыс екенін түсіну мүмкін емес.
  }
collections-expected = Күтілетіні: { $what }
collections-button-sure = { $value } деп жазу
collections-button-words = Сансыз, сөзбен жазу
collections-button-again = Басқаша жауап беру
collections-file-kept = Файл жауаппен бірге сақталды.
collections-file-not-asked = Мұнда файл керек емес. Алдымен жауапты жіберіңіз, содан кейін оған файл қосуға болады.
collections-file-expected-photo = Фотосурет жіберіңіз.
collections-file-expected-file = Файл жіберіңіз (бағдарлама болмасын).
collections-answer-one = № { $number } бойынша жауап
collections-answer-of = № { $number } бойынша жауап, { $at } / { $of }
collections-may-skip = Өткізуге болады.
collections-now = Қазір жазылғаны: { $value }
collections-button-keep = Сол қалпында қалдыру
collections-button-skip = Өткізу
collections-list = <b>Деректер жинау</b>: { $total }
collections-none = Сізге қойылған сұрақ әзірге жоқ.
collections-none-ask = Сұрақ әзірге жоқ.
collections-button-new = ➕ Жаңа сұрақ
collections-button-sections = 📋 Бөлімдер бойынша есеп
collections-sections-task = Мектеп жұмысы туралы бес бөлім бойынша есеп беру
collections-section-safety = Балалардың қауіпсіздігі
collections-section-staff = Кадрлық әлеует
collections-section-meals = Тамақтану
collections-section-education = Тәрбие жұмысы
collections-section-rights = Балалардың құқықтарын қорғау
collections-title = <b>Деректер жинау: № { $number }</b>
collections-progress = Жауап бергені: <b>{ $done } / { $total }</b>, жауап бермегені: { $missing }
collections-count-late = Мерзімнен кейін: { $n }
collections-count-words = Сансыз: { $n }
collections-answered = жауап саны: { $n }
collections-sum = Жиыны: <b>{ $value }</b>
collections-spread = Орташа: { $average } · ең азы: { $min } · ең көбі: { $max }
collections-compared = 📊 { $name }, { $period }: жоспар: { $plan }, нақты: { $fact }, орындалуы: { $percent }
collections-button-table = Жауаптар
collections-button-missing = Жауап бермегені: { $n }
collections-button-nudge = Жауап бермегендерге еске салу: { $n }
collections-button-file = Кесте (XLSX)
collections-button-indicator = 📊 Жоспар және нақты
collections-button-task = Тапсырма
collections-button-list = Барлық сұрақ
collections-table = <b>№ { $number } бойынша жауаптар</b>: { $answered } / { $total }
collections-marks = ⏰ мерзімнен кейін · ✏️ түзетілген · ✍️ сансыз
collections-nobody-answered = Жауап әзірге жоқ.
collections-button-back = ← Қорытындыға
collections-button-back-table = ← Жауаптарға
collections-missing = <b>№ { $number } бойынша жауап бермегені</b>: { $n }
collections-nobody-missing = № { $number } бойынша барлығы жауап берді.
collections-in-part = жауап толық емес
collections-returned = қайтарылды
collections-one = <b>{ $name }</b>, № { $number } бойынша жауап
collections-no-answer-yet = Жауап әлі жоқ
collections-answered-by = Жазылған уақыты { $at }: { $name }
collections-earlier = Бұрын жазылғаны:
collections-button-files = 📎 Файлдар
collections-column-district = Аудан
collections-column-org = Ұйым
collections-column-at = Жазылған уақыты
collections-column-note = Ескертпе
collections-sheet = Жауаптар { $number }
collections-mark-late = мерзімнен кейін
collections-mark-corrected = түзетілген
collections-total-answered = Жауап бергені
collections-total-sum = Жиыны
collections-total-average = Орташа
collections-total-min = Ең азы
collections-total-max = Ең көбі
collections-unclear = № { $number } сұраққа берілген жауаптардың бәрі қабылданған жоқ: түсініксіз немесе толық еместері 🤔 белгісімен көрсетілген. Карточкаға қайта жауап беріңіз; себебін бот жеке чатта түсіндіреді.
collections-button-start = Жеке чатты ашу
