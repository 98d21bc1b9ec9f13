# Findings of inspections: acts, explanations, remedies.
findings-title = <b>Бұзушылықтар</b>: { $total }
  Мерзімі өткені: { $overdue } · қаралуда: { $review }
findings-filter = Көрсетілгені: { $filter }
findings-filter-act = акт: { $act }
findings-filter-org = { $org }
findings-none = Мұндай бұзушылық жоқ.
findings-line = { $n }. { $mark } { $of ->
    [many] <b>{ $org }</b>: { $category }
   *[one] <b>{ $category }</b>
  }
  { $text }
  { $stage }
findings-until = { $stage }, мерзімі: { $due }
findings-overdue = ⏰ мерзімі өтті
findings-stage-new = түсініктеме сұралмаған
findings-stage-asked = түсініктеме күтілуде
findings-stage-explanation-review = түсініктеме қаралуда
findings-stage-explained = түсініктеме қабылданды
findings-stage-remedying = жою күтілуде
findings-stage-remedy-review = жою туралы есеп қаралуда
findings-stage-closed = ✅ жойылды
findings-stage-withdrawn = алынып тасталды
findings-category-sanitary = Санитариялық нормалар
findings-category-fire = Өрт қауіпсіздігі
findings-category-teaching = Оқу процесі
findings-category-upbringing = Тәрбие жұмысы
findings-category-finance = Қаржы
findings-category-rights = Бала құқықтары
findings-category-other = Басқа
findings-severity-critical = өте ауыр
findings-severity-major = елеулі
findings-severity-minor = болмашы
findings-severity-one-critical = өте ауыр
findings-severity-one-major = елеулі
findings-severity-one-minor = болмашы
findings-state-open = жойылмағаны
findings-state-overdue = мерзімі өткені
findings-state-review = қаралудағысы
findings-state-closed = жойылғаны
findings-state-withdrawn = алынып тасталғаны
findings-state-all = барлығы
findings-by-category = Санаты
findings-by-severity = Ауырлығы
findings-by-act = Акт
findings-by-org = Ұйым
findings-by-state = Жай-күйі
findings-choose-category = Қай санаттағы бұзушылықтар көрсетілсін? Санат саны: { $n }
findings-choose-severity = Қай ауырлықтағы бұзушылықтар көрсетілсін? Түр саны: { $n }
findings-choose-act = Қай актідегі бұзушылықтар көрсетілсін? Акт саны: { $n }
findings-choose-org = Қай ұйымның бұзушылықтары көрсетілсін? Ұйым саны: { $n }
findings-choose-state = Қай бұзушылықтар көрсетілсін? Түр саны: { $n }
findings-button-all = Барлық жойылмағаны
findings-button-back = « Тізімге
findings-button-open = Бұзушылықтарды ашу
findings-button-file = Кесте (XLSX)
findings-button-import = ➕ Актіні жүктеу
findings-button-template = Кесте үлгісі (XLSX)
findings-button-explain = Түсініктеме сұрау: { $n }
findings-button-remedy-all = Жоюды тапсыру: { $n }
findings-button-remedy = Жоюды тапсыру
findings-button-withdraw = Бұзушылықты алып тастау
findings-button-task = № { $number }
findings-button-later = Кейінірек
findings-button-whole = Бұзушылықты жою
findings-card = { $mark } <b>Бұзушылық { $position }</b>, акт № { $number }, { $day }
  { $body }

  <b>{ $org }</b>
  { $category }, { $severity }
  { $text }

  Жай-күйі: { $stage }
findings-step-explanation = Түсініктеме: № { $number } тапсырма, мерзімі { $due }{ $late ->
    [yes] {" "}· ⏰ мерзімі өтті
   *[no] {""}
  }
findings-step-remedy = Жою: № { $number } тапсырма, мерзімі { $due }{ $late ->
    [yes] {" "}· ⏰ мерзімі өтті
   *[no] {""}
  }
findings-reason = Себебі: { $reason }
findings-ask-file = Бұзушылықтар кестесін XLSX немесе CSV файлымен жіберіңіз не мәтін түрінде қойыңыз. Бағандар кез келген ретпен: «Ұйым», «Санаты», «Ауырлығы», «Бұзушылық»; бар болса — «Тексеруші орган», «Акт», «Акт күні».
findings-ask-body = Актіні қай орган жасады? Мысалы: Төтенше жағдайлар департаменті
findings-ask-number = Акт нөмірі?
findings-ask-day = Акт күні?
findings-ask-explain = Ұйымдар қай күнге дейін түсініктеме береді?
findings-ask-remedy = Қай күнге дейін жою керек?
findings-ask-measure = Не істеу керек? Шараны өз сөзіңізбен жазыңыз немесе батырманы басыңыз. Ұйым растайтын құжатты қоса тіркейді.
findings-ask-reason = № { $number } актідегі { $position } бұзушылық неге алынып тасталады?
findings-import-no-header = Кестеде мына бағандар жоқ: { $columns }. Ештеңе жүктелген жоқ.
findings-import-empty = Кестеде бірде-бір бұзушылық жоқ. Ештеңе жүктелген жоқ.
findings-import-faults = Қате саны: { $n }, жол саны: { $rows }. Ештеңе жүктелген жоқ.
findings-import-more = … тағы: { $n }
findings-fault-no-org = Жол { $line }: ұйым көрсетілмеген (біріктірілген ұяшықтарды бөлу керек)
findings-fault-no-text = Жол { $line }: бұзушылық сипатталмаған
findings-fault-beyond = Жол № { $line }: соңғы бағанның оң жағында артық ұяшықтар бар: { $words } (мәтінде үтір тұр ма?)
findings-fault-formula = Жол { $line }: мәннің орнында формула тұр
findings-fault-sensitive = Жол { $line }: жеке деректер (ЖСН, телефон және т.б.) — алып тастаңыз
findings-fault-unknown = Жол { $line }: «{ $words }» ұйымы табылмады
findings-fault-ambiguous = Жол { $line }: «{ $words }» — бірнеше ұйым сәйкес келеді, кодын жазыңыз
findings-fault-no-head = Жол { $line }: «{ $words }» ұйымының басшысы тізілімде жоқ
findings-fault-category = Жол { $line }: «{ $words }» санаты түсініксіз
findings-known-categories = Санаттар: { $names }
findings-fault-severity = Жол { $line }: «{ $words }» ауырлығы түсініксіз (өте ауыр, елеулі, болмашы)
findings-fault-day = Жол { $line }: «{ $words }» — күн емес
findings-fault-repeated = Жол { $line }: осы ұйымның дәл сондай бұзушылығы бар жол: { $first }
findings-fault-long = Жол { $line }: сипаттама тым ұзын, ең көбі { $max } таңба ({ $length })
findings-fault-long-head = Жол { $line }: органның атауы немесе актінің нөмірі ұзақ: { $length } таңба, ең көбі { $max }
findings-fault-differs-body = Жол { $line }: басқа орган — «{ $words }»; кестеде бір акт болуы керек
findings-fault-differs-actnumber = Жол { $line }: акт нөмірі басқа — «{ $words }»; кестеде бір акт болуы керек
findings-fault-differs-actday = Жол { $line }: акт күні басқа — «{ $words }»; кестеде бір акт болуы керек
findings-act-known = № { $number } акт ({ $day }, { $body }) бұрын жүктелген.
findings-confirm = Акт № { $number }, { $day }
  { $body }
  Бұзушылық саны: { $n }
findings-confirm-orgs = Ұйым саны: { $n } — { $names }{ $more ->
    [0] {""}
   *[other] {" "}және тағы { $more }
  }
findings-confirm-explain = Түсініктеме мерзімі: { $due }
  Акт жүктеліп, тапсырма берілсін бе?
findings-confirm-explain-now = Түсініктеме беру тапсырылсын ба? Мерзімі: { $due }
findings-confirm-later = Түсініктемені кейін сұрауға болады.
  Акт жүктелсін бе?
findings-confirm-leader = Түсініктемені басшы сұрайды: акт туралы хабар оған бірден барады.
  Акт жүктелсін бе?
findings-confirm-remedy = { $given ->
    [yes] Шара: { $measure }
   *[no] Бұзушылықтарды жою
  }
  Мерзімі: { $due }
  Тапсырма берілсін бе?
findings-confirm-withdraw = № { $number } актідегі { $position } бұзушылық алынып тасталсын ба?
  Себебі: { $reason }
findings-imported = Акт жүктелді. Бұзушылық саны: { $n }.
findings-asked = Түсініктеме сұралды: № { $number } тапсырма.
findings-remedy-asked = Жою тапсырылды: № { $number }.
findings-withdrawn-now = Бұзушылық алынып тасталды. Ұйымға хабар барады.
findings-task-stays = № { $number } тапсырманы басқа лауазымды адам берген, ол бақылауда қалады: оны берген адам ғана кері қайтара алады.
findings-nothing-to-explanation = Түсініктеме сұрайтын ешкім қалмады.
findings-nothing-to-remedy = Тапсыратын ештеңе қалмады: жою бұрын тапсырылған.
findings-closed-already = Бұзушылық жойылған, оны алып тастауға болмайды.
findings-task-explanation = № { $number } актіде ({ $day }, { $body }) көрсетілген бұзушылықтар бойынша түсініктеме беру. Өз бұзушылықтарыңыздың тізімі: боттың жеке чатында /findings.
findings-task-remedy = { $one ->
    [0] Мына актіде көрсетілген бұзушылықтарды жою:
   *[other] Мына актіде { $one } нөмірімен көрсетілген бұзушылықты жою:
  } № { $number }, { $day } ({ $body }). Өз бұзушылықтарыңыздың тізімі: боттың жеке чатында /findings.
findings-task-short = { $what ->
    [explanation] Түсініктеме
   *[remedy] Жою
  }
findings-task-basis = Негізі: № { $number } акт, { $day } ({ $body }). Өз бұзушылықтарыңыздың тізімі: боттың жеке чатында /findings.
findings-form-remedy = растайтын құжат
findings-told-critical = 🔴 <b>Өте ауыр бұзушылықтар</b>: { $n }
  Акт № { $number }, { $day }, { $body }
findings-told-act = <b>Акт жүктелді</b>: № { $number }, { $day }, { $body }
findings-told-counts = Бұзушылық саны: { $n }, ұйым саны: { $orgs }
findings-told-line = • { $org }: { $category } — { $text }
findings-told-unasked = Түсініктеме әлі сұралған жоқ.
findings-told-withdrawn = № { $number } актідегі ({ $day }) { $position } бұзушылық алынып тасталды.
  { $text }
  Себебі: { $reason }
findings-column-act = Акт
findings-column-body = Тексеруші орган
findings-column-org = Ұйым
findings-column-category = Санаты
findings-column-severity = Ауырлығы
findings-column-text = Бұзушылық
findings-column-stage = Жай-күйі
findings-column-explanation = Түсініктеме
findings-column-remedy = Жою
findings-column-reason = Алып тастау себебі
findings-sheet = Бұзушылықтар
findings-sample-org = № 12 мектеп
findings-sample-text = Қосалқы шығу есігі құлыптаулы
