# Indicators: plan, fact and baseline by organisation and period.
indicators-list = <b>Көрсеткіштер</b>: { $total }
indicators-none = Көрсеткіш әзірге жоқ.
indicators-title = <b>{ $name }</b>
  { $period } · өлшем бірлігі: { $unit }
indicators-empty = Бұл кезеңде сан жоқ.
indicators-part-plan = жоспар: { $value }
indicators-part-fact = нақты: { $value }
indicators-part-baseline = базалық мән: { $value }
indicators-part-deviation = ауытқу: { $value }
indicators-part-percent = орындалуы: { $value }
indicators-met = { $met ->
    [yes] жоспар орындалды
   *[no] жоспар орындалмады
  }
indicators-since-baseline = базалық мәнмен салыстырғанда: { $by }{ $way ->
    [better] {", жақсарды"}
    [worse] {", нашарлады"}
   *[same] {""}
  }
indicators-since-before = алдыңғы кезеңмен салыстырғанда: { $by }{ $way ->
    [better] {", жақсарды"}
    [worse] {", нашарлады"}
   *[same] {""}
  }
indicators-met-yes = иә
indicators-met-no = жоқ
indicators-total = <b>{ $mean ->
    [yes] Орташа
   *[no] Барлығы
  }</b>
indicators-answered = Жауап бергені: { $answered }, оның ішінде сансыз: { $withoutNumber }
indicators-no-number = сан жоқ
indicators-source = Дереккөзі: { $sources }
indicators-source-of = { $kind ->
    [plan] жоспар
    [baseline] базалық мән
   *[fact] нақты сан
  } — { $source }
indicators-source-collection = деректер жинауға берілген жауап
indicators-button-new = ➕ Жаңа көрсеткіш
indicators-button-list = Барлық көрсеткіш
indicators-button-enter = Сан енгізу
indicators-button-source = Сан қайдан алынды?
indicators-button-import = Кестені жүктеу
indicators-button-file = Кесте (XLSX)
indicators-button-propose = 📝 Артта қалғандарға тапсырма жобасы: { $n }
indicators-button-close = Көрсеткішті жабу
indicators-column-org = Ұйым
indicators-column-baseline = Базалық мән
indicators-column-plan = Жоспар
indicators-column-fact = Нақты
indicators-column-deviation = Ауытқу
indicators-column-percent = Орындалуы, %
indicators-column-met = Жоспар орындалды
indicators-column-since-baseline = Базалық мәнмен салыстырғанда
indicators-column-before = Алдыңғы кезең, нақты
indicators-column-since-before = Алдыңғы кезеңмен салыстырғанда
indicators-column-note = Ескертпе
indicators-column-source = Дереккөз
indicators-column-total = Барлығы
indicators-sheet = Көрсеткіш
indicators-ask-name-kk = Көрсеткіш қазақша қалай аталады?
indicators-ask-name-ru = Көрсеткіш орысша қалай аталады?
indicators-ask-unit-kk = Өлшем бірлігі қазақша? Мысалы: мектеп, орын, %
indicators-ask-unit-ru = Өлшем бірлігі орысша? Мысалы: школа, место, %
indicators-ask-kind = Бұл қандай сан?
indicators-kind-count = Саны (бүтін)
indicators-kind-sum = Сомасы
indicators-kind-percent = Үлесі, %
indicators-kind-score = Балл
indicators-kind-ratio = Норматив: белгілі бір санға біреу
indicators-kind-rank = Рейтингтегі орны
indicators-ask-period = Қай кезең үшін?
indicators-period-year = Жыл
indicators-period-quarter = Тоқсан (жыл тоқсаны)
indicators-period-month = Ай
indicators-period-school-year = Оқу жылы
indicators-ask-norm-of = Норматив қай көрсеткішке есептеледі? Таңдаңыз немесе атауының бір бөлігін жазыңыз.
indicators-ask-norm-per = Бір бірлік қаншаға келеді? Мысалы: 5000
indicators-norm-missing = Алдымен норматив есептелетін көрсеткішті осындай кезеңдермен енгізіңіз.
indicators-norm-unfit = Норматив кезеңдері бірдей көрсеткішке есептеледі.
indicators-name-taken = «{ $name }» көрсеткіші бар.
indicators-confirm-new = «{ $name }» көрсеткіші енгізілсін бе?
indicators-created = Көрсеткіш енгізілді. Сандарды жазыңыз немесе кестені жүктеңіз: /indicators
indicators-ask-org = { $name }, { $period }. Қай ұйым? Таңдаңыз немесе атауының бір бөлігін жазыңыз.
indicators-ask-which = Бұл қай сан?
indicators-value-plan = Жоспар
indicators-value-fact = Нақты
indicators-value-baseline = Базалық мән
indicators-ask-number = Санды жазыңыз. Бірлігі: { $unit }.
indicators-number-meant = { $value } деп жазылсын ба?
indicators-without-number = Жауапта сан жоқ: «{ $words }». Осылай жазылсын ба? Кестеде жауап белгіленеді.
indicators-number-unclear = { $why ->
    [negative] Сан нөлден кем болмайды.
    [fraction] Бұл жерде бүтін сан керек.
    [over] Сан тым үлкен.
    [none] Сан көрінбейді. Цифрмен жазыңыз.
   *[unclear] Сан түсініксіз. Цифрмен жазыңыз, мысалы: 1006 немесе 12,5.
  }
indicators-entered = Сан жазылды.
indicators-same = Бұл сан жазылып қойған.
indicators-ask-source = { $name }, { $org }: { $value }. Сан қайдан алынды? Бір жолмен жазыңыз, ең көбі 200 таңба. Мысалы: 01.09.2026 күнгі № 12 пайдалануға беру актісі.
indicators-source-kept = Дереккөз жазылды: { $source }
indicators-nobody-to-fill = Сіз сан енгізе алатын ұйым жоқ.
indicators-ask-file = XLSX немесе CSV кестесін жіберіңіз. «Ұйым» бағаны және «Жоспар», «Нақты», «Базалық мән» бағандарының кемінде біреуі керек. Бағандардың реті еркін.
indicators-import-no-header = Кестеде «Ұйым» және «Жоспар», «Нақты» немесе «Базалық мән» бағандары бар тақырып жолы жоқ. Ештеңе жүктелген жоқ.
indicators-import-plan = Жол: { $rows }. Сан: { $values }.{ $bare ->
    [0] {""}
   *[other] {" "}Саны жоқ жауап: { $bare }.
  } Қате жоқ. Жүктелсін бе?
indicators-import-columns = Алынған бағандар: { $names }
indicators-import-columns-left = Алынбаған бағандар: { $names }
indicators-import-faults = Қате: { $n }. Ештеңе жүктелген жоқ.
indicators-import-more = … тағы: { $n }
indicators-fault-unknown = Жол № { $line }: «{ $words }» ұйымы табылмады
indicators-fault-ambiguous = Жол № { $line }: «{ $words }» — бірнеше ұйымға сәйкес келеді, кодын жазыңыз
indicators-fault-repeated = Жол № { $line }: бұл ұйым көрсетілген, жол № { $first }
indicators-fault-nothing = Жол № { $line }: бірде-бір сан жоқ
indicators-fault-formula = Жол № { $line }: мәннің орнында формула немесе қате тұр
indicators-fault-beyond = Жол № { $line }: соңғы бағанның оң жағында артық ұяшықтар бар: { $words } (санда үтір тұр ма?)
indicators-fault-twice = Жол № { $line }: бір мәнге екі баған бар: { $words } және { $other }. Біреуін қалдырыңыз
indicators-fault-number = Жол № { $line }: «{ $words }» — { $why ->
    [words] санның жанында сөз бар, тек санды қалдырыңыз
    [negative] сан нөлден кем
    [fraction] бүтін сан керек
    [over] сан тым үлкен
    [none] сан жоқ
   *[unclear] сан түсініксіз
  }
indicators-imported = Жүктелген сан: { $changed }.
indicators-confirm-close = «{ $name }» көрсеткіші жабылсын ба? Сандар сақталады, жаңасын енгізуге болмайды.
indicators-closed-now = Көрсеткіш жабылды.
indicators-closed = Бұл көрсеткіш жабылған.
indicators-outside = Бұл ұйым көрсеткішке жатпайды.
indicators-period-unclear = Көрсеткіште мұндай кезең жоқ.
indicators-task = «{ $name }» көрсеткіші бойынша ({ $period }) жоспар орындалмады. Шара қолданып, көрсеткішті жоспарға жеткізу.
indicators-nobody-lags = Сіз тапсырма бере алатын артта қалғандар жоқ.
