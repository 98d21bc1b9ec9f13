# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = Бұл қайталану ережесі бойынша бірде-бір күн шықпайды. Басқа кезеңділікті таңдаңыз.
periods-date-by-rule = Мерзімді тапсырманың күндерін оның кезеңділігі белгілейді. Ашық кезеңнің мерзімін түзетіңіз немесе осы тапсырманы аяқтап, жаңасын беріңіз.
periods-repeats-school = Кезеңділігі: { $unit ->
    [year] оқу жылының соңында
   *[term] оқу тоқсанының соңында
  }
periods-year = { $year } жыл
periods-month = { $year } жылғы { $month }
periods-part = { $kind ->
    [week] { $year } жыл, апта: { $n }
    [quarter] { $year } жыл, тоқсан: { $n }
    [half] { $year } жыл, жартыжылдық: { $n }
    [term] { $year }–{ $next } оқу жылы, тоқсан: { $n }
   *[school] { $year }–{ $next } оқу жылы
  }
periods-urgency = ❗️ { $urgency ->
    [at-once] Дереу орындалсын
   *[urgent] Шұғыл
  }
periods-incident = 🚨 Төтенше оқиға
periods-of = Кезең: { $period }
periods-updates = Орындалу барысы: { $rate ->
    [weekly] апта сайын
    [fortnightly] екі аптада бір рет
    [monthly] ай сайын
   *[quarterly] тоқсан сайын
  }
periods-update-next = келесісі: { $day }
periods-update-missing = күтілген күні: { $day }, түспеді
periods-updates-missed = өткізіп алынғаны: { $n }
periods-interim = Аралық бақылау күндері: { $dates }
periods-first = Бірінші мерзімі: { $day }
periods-series-state = { $state ->
    [closed] Мерзімді тапсырма аяқталды, жаңа кезең ашылмайды
    [cancelled] Мерзімді тапсырманың күші жойылды
   *[other] Мерзімді тапсырма, әр кезең бойынша жеке тапсырма ашылады
  }
periods-none = Сізге қатысты мерзімді тапсырмалар жоқ.
periods-title = Мерзімді тапсырмалар: { $n }
periods-gaps = есеп түспеген: { $n }
periods-panel = Мерзімді тапсырма № { $number }
periods-running = Ашық кезең: { $period } · № { $number } · мерзімі: { $day }
periods-none-yet = Ашылған кезең әлі жоқ.
periods-legend = ✓ есеп бар · ✓⏰ кешікті · ↩ пысықтауда · … мерзімі келмеді · — есеп жоқ
periods-not-opened = ашылмаған
periods-missed = есеп жоқ: { $n }
periods-missing = Есеп түспеді ({ $period }):
periods-button-open = № { $number } ашу
periods-button-end = Аяқтау
periods-button-list = Барлық мерзімді тапсырмалар
periods-button-series = Кезеңдер
periods-may-not-end = Мерзімді тапсырманы оны берген адам ғана аяқтай алады.
periods-end-needs-reason = Мерзімді тапсырма себебі көрсетіліп аяқталады: /series
periods-ask-end = № { $number } мерзімді тапсырма неліктен аяқталады? Себебін бір хабарламамен жазыңыз, оны орындаушылар көреді. Жаңа кезең ашылмайды, ашық кезең бақылауда қалады.
periods-ended-now = № { $number } мерзімді тапсырма аяқталды. Хабарланғандар: { $told }.
periods-told-ended = № { $number } мерзімді тапсырма аяқталды, жаңа кезең ашылмайды. Ашық кезең бойынша есеп күтіледі.
  { $headline }
periods-ask-terms = { $year }–{ $next } оқу жылының тоқсандарын жазыңыз, әр тоқсан жеке жолда, мысалы:
  <code>01.09.{ $year }-25.10.{ $year }</code>
periods-terms-saved = { $year }–{ $next } оқу жылының тоқсандары сақталды.
periods-terms-unclear = Тоқсандар анықталмады: әр жолда басталатын және аяқталатын күнді ретімен, 01.09.2026-25.10.2026 түрінде жазыңыз.
periods-terms-title = { $year }–{ $next } оқу жылы
periods-terms-line = Тоқсан { $n }: { $from } – { $to }
periods-terms-hint = Бұйрық енгізілгенге дейін күндер болжамды. Оқу жылына байланысты мерзімдер осы күндер бойынша есептеледі.
periods-button-terms = { $year }–{ $next } тоқсандарын енгізу
periods-button-school = Оқу тоқсандары
periods-week = Жұмыс аптасы: { $n } күн
periods-policy = Демалыс күніне келген мерзім: { $policy ->
    [next] келесі жұмыс күніне ауысады
    [previous] алдыңғы жұмыс күніне ауысады
   *[keep] сақталады
  }
periods-week-hint = Апта еске салуларға, мерзім ережесі осы ұйым беретін тапсырмаларға қолданылады.
periods-button-week = { $n } күн
periods-button-policy = { $policy ->
    [next] Келесі жұмыс күні
    [previous] Алдыңғы жұмыс күні
   *[keep] Сақтау
  }
periods-button-org-week = Жұмыс аптасы және демалыс күндері
periods-issued = Бірінші кезең ашылды: № { $number }. Кезеңдер: /series
periods-gate-vague = Нәтижесі нақты емес: көрсеткіш, саны немесе аяқтау нысаны жоқ.
periods-gate-short = Орындауға берілген жұмыс күндері: { $n }. Бұл аз.
periods-gate-duplicate = Мәтіні ұқсас тапсырма бақылауда тұр: № { $number }
periods-gate-responsible = Бірінші аталған жауапты орындаушы жоқ.
periods-gate-load = Жүктеме. { $name }: { $day } күніне мерзімі келетін тапсырмалар саны: { $n }.
periods-gate-load-many = Жүктеме. { $day } күніне тапсырмасы көп орындаушылар саны: { $n }.
periods-gate-load-day = Ұсынылатын күн: { $day }
periods-gate-roadmap = Алты айдан ұзақ және бірнеше ұйымға қатысты: жол картасы қажет.
periods-button-roadmap = 🗺 Жол картасын жасау
periods-button-day = Мерзімі: { $day }
periods-proposal-policy = Мерзімі демалыс күніне келеді. Ұйымның ережесі бойынша: { $day }
periods-series-policy = Демалыс күніне келген мерзімдер ұйымның ережесі бойынша ауысады: { $day }
periods-doubt-urgent = Мерзімі аталмаған, шұғылдығына қарай ұсынылды: { $words }
periods-doubt-term = Мерзімі оқу күнтізбесі бойынша қойылды: { $words }
periods-edit-repeat = Кезеңділігі
periods-edit-updates = Орындалу барысы
periods-edit-interim = Аралық күндер
periods-ask-repeat = Тапсырма қаншалықты жиі қайталанады?
periods-ask-first = Бірінші мерзімі қандай?
periods-repeat = { $repeat ->
    [weekly] Апта сайын
    [fortnightly] Екі аптада бір рет
    [monthly] Ай сайын
    [quarterly] Тоқсан сайын
    [half-yearly] Жарты жылда бір рет
    [yearly] Жыл сайын
    [school-term] Оқу тоқсаны сайын
    [school-year] Оқу жылы сайын
   *[none] Қайталанбайды
  }
periods-ask-updates = Орындалу барысы туралы хабар қаншалықты жиі күтіледі?
periods-rate = { $rate ->
    [weekly] Апта сайын
    [fortnightly] Екі аптада бір рет
    [monthly] Ай сайын
    [quarterly] Тоқсан сайын
   *[none] Күтілмейді
  }
periods-ask-interim = Аралық бақылау күндерін үтір арқылы жазыңыз, мысалы: 01.12.2026, 15.12.2026. Алып тастау үшін «-» жазыңыз.
periods-interim-unclear = Күндер анықталмады. Олар бүгіннен кейін және тапсырма мерзімінен бұрын болуы керек.
periods-button-updates = Орындалу барысы
periods-updates-title = № { $number } тапсырма. Орындалу барысы: { $rate ->
    [weekly] апта сайын
    [fortnightly] екі аптада бір рет
    [monthly] ай сайын
    [quarterly] тоқсан сайын
   *[none] күтілмейді
  }
periods-may-not-set-updates = Орындалу барысы туралы мәлімет жиілігін тапсырманы берген адам ғана өзгерте алады.
periods-flag-news = мәлімет түспеді
