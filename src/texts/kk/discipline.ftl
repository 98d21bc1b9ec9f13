# The discipline index: units, items behind the number, the formula, appeals, absences.
discipline-title = <b>Орындаушылық тәртіп</b>
  { $unit }
  { $span }
discipline-own = Сіздің тапсырмаларыңыз
discipline-index = Индекс: 100-ден <b>{ $index }</b>. Есепке алынған тапсырма: { $sample }
discipline-few = Индекс есептелмейді. Есепке алынған тапсырма: { $sample }, ең азы: { $least }
discipline-nothing = Бұл кезеңде бағалауға болатын мерзімді тапсырма жоқ.
discipline-timeliness = Мерзімінде: { $inTime } · мерзімі бұзылып: { $late } · орындалмады: { $notDone }
discipline-quality = Бірден қабылданды: { $acceptedAtFirst } · қайтарылды: { $returned }
discipline-rest = Мерзімі ұзартылды: { $extended } · уақытында танысқан жоқ: { $unacknowledged }
discipline-span-m = Ай
discipline-span-m1 = Өткен ай
discipline-span-q = Тоқсан
discipline-span-q1 = Өткен тоқсан
discipline-span-y = Жыл
discipline-button-items = Индекс құралған тапсырмалар
discipline-button-formula = Қалай есептеледі
discipline-button-appeals = Қарсылық: { $n }
discipline-button-appeal = № { $number }: келіспеймін
discipline-button-back = Артқа
discipline-button-up = ↑ Жоғары
discipline-button-grant = Қанағаттандыру
discipline-button-refuse = Қабылдамау
discipline-button-absence = Болмауы
discipline-button-note = Болмаған күндерді жазу
discipline-button-undo = Болдырмау: { $from }–{ $to }
discipline-formula = <b>Индекс қалай есептеледі</b>

  Мерзімі осы кезеңге келген және қабылданған немесе мерзімі өткен әрбір міндетті тапсырма (және міндеттеме) 100 балға дейін алады. Индекс — осы балдардың орташасы.

  • Мерзім: мерзімінде орындалды — { $inTime }, мерзімін бұза отырып орындалды — { $late }, орындалмады — 0. Мерзім түпкілікті қабылданған есептің күнімен анықталады. Мерзімі өткен, есебі қаралып жатқан тапсырма есеп тапсырылған күн бойынша қабылданғандай есептеледі; есеп қайтарылса, тапсырма қайтадан орындалмаған болып саналады.
  • Сапа: бірден қабылданды — { $first }, бір рет қайтарылған соң — { $once }, екі рет — { $twice }, одан көп — 0.
  • Мерзімі ұзартылмады — { $kept }, бір рет ұзартылды — { $moved }, одан көп — 0.
  • Келесі жұмыс күнінің соңына дейін танысты — { $acknowledged }.

  Орындалмаған тапсырмаға сапа мен өзгермеген мерзім үшін балл берілмейді. Есепке алынған тапсырма мынадан аз болса, индекс шығарылмайды: { $least }.
  Есепке алынбайды: ұсыным мен ұсыныс, мерзімі өтпеген тапсырманың қаралып жатқан есебі, алып тасталған және күші жойылған тапсырма, мерзімі расталған болмау күніне келген тапсырма.
  Орындаушы кез келген тармақпен келіспеуі мүмкін: түйме тапсырмалар тізімінің астында.
discipline-items-title = <b>{ $unit }</b>
  Тапсырма: { $total }
discipline-item = № { $number } · { $due } · балл: <b>{ $points }</b>
  { $org } { $headline }
  { $why }
discipline-outcome-in_time = мерзімінде орындалды
discipline-outcome-late = мерзімін бұза отырып орындалды
discipline-outcome-not_done = орындалмады
discipline-review-in_time = мерзімінде тапсырылды, есеп қаралып жатыр
discipline-review-late = мерзімін бұза отырып тапсырылды, есеп қаралып жатыр
discipline-returns = пысықтауға қайтарылды: { $n }
discipline-extensions = мерзімі ұзартылды: { $n }
discipline-unacknowledged = уақытында танысқан жоқ
discipline-granted-mark = қарсылық қанағаттандырылды
discipline-disputed = қарсылық қаралуда
discipline-left-absent = есепке алынбайды: болмағаны расталған
discipline-left-excused = есепке алынбайды: қарсылық қанағаттандырылды
discipline-fault-overdue = мерзімнің бұзылуы
discipline-fault-returned = пысықтауға қайтару
discipline-fault-extended = мерзімді ұзарту
discipline-fault-unacknowledged = уақытында таныспау
discipline-ask-fault = № { $number } тапсырма. Немен келіспейсіз?
discipline-ask-text = № { $number } тапсырма, { $fault }. Бұл неге есепке алынбауға тиіс екенін жазыңыз.
discipline-sent = № { $number } тапсырма бойынша қарсылық жіберілді. Шешімді тапсырма беруші қабылдайды.
discipline-dropped = Жарайды, ештеңе жіберілген жоқ.
discipline-appeal = <b>Тәртіп индексі бойынша қарсылық</b>
  № { $number } · { $headline }
  Орындаушы: { $org }
  Мерзімі: { $due }
  Даулы тармақ: { $fault }

  { $text }
discipline-no-appeals = Қаралатын қарсылық жоқ.
discipline-ask-refusal = № { $number } тапсырма. Қарсылық неге қабылданбайтынын жазыңыз.
discipline-granted-done = № { $number } тапсырма бойынша қарсылық қанағаттандырылды, индекс қайта есептелді.
discipline-refused-done = № { $number } тапсырма бойынша қарсылық қабылданбады, орындаушыға хабарланды.
discipline-told-granted = № { $number } тапсырма бойынша қарсылық қанағаттандырылды: { $fault }. Бұл тармақ енді есепке алынбайды.
discipline-told-refused = № { $number } тапсырма бойынша қарсылық қабылданбады: { $fault }.
  Себебі: { $answer }
discipline-no-fault = Бұл тапсырма бойынша мұндай тармақ индексте есепке алынбайды.
discipline-appealed-already = Бұл тармақ бойынша қарсылық қаралып жатыр.
discipline-decided-already = Бұл тармақ бойынша шешім қабылданған.
discipline-not-yours = Бұл тапсырма сізге берілмеген.
discipline-own-appeal = Өз қарсылығыңызды басқа адам қарайды.
discipline-own-absence = Өзіңіздің болмаған күндеріңізді басқа адам жазады.
discipline-days-turned = Соңғы күн алғашқы күннен бұрын тұр.
discipline-absence-known = Бұл күндерге болмау жазылып қойған.
discipline-nobody = Индекс тапсырмасы немесе бағынысты ұйымы бар адамдарға көрінеді.
discipline-absences = <b>Болмаған күндер</b>
  { $post }
  Мерзімі осы күндерге келген тапсырмалар тәртіп индексінде есепке алынбайды.
discipline-absence-line = { $from }–{ $to }: { $reason }
discipline-absence-none = Жазба жоқ.
discipline-absence-leave = демалыс
discipline-absence-illness = ауру
discipline-absence-trip = іссапар
discipline-absence-other = басқа
discipline-ask-from = { $post }. Болмаған алғашқы күн?
discipline-ask-to = Болмаған соңғы күн (қоса алғанда)?
discipline-ask-reason = Себебі қандай?
discipline-confirm-absence = { $post }
  Болмаған күндер: { $from } – { $to }, { $reason }. Жазылсын ба?
discipline-absence-noted = Болмаған күндер жазылды.
discipline-absence-cancelled = Жазба жойылды.
discipline-kind-sample = Есепке алынды: { $n }
discipline-kind-inTime = Мерзімінде: { $n }
discipline-kind-late = Мерзімі бұзылып: { $n }
discipline-kind-notDone = Орындалмады: { $n }
discipline-kind-acceptedAtFirst = Бірден қабылданды: { $n }
discipline-kind-returned = Қайтарылды: { $n }
discipline-kind-extended = Ұзартылды: { $n }
discipline-kind-unacknowledged = Танысқан жоқ: { $n }
