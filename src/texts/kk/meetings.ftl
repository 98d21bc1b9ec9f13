# Meetings: series, sittings, agenda, attendance.
meetings-list = Отырыстар: { $sittings }. Отырыстар топтамасы: { $series }.
meetings-none = Сіз жүргізетін немесе шақырылған отырыстар жоқ.
meetings-button-create = ➕ Жаңа отырыстар топтамасы
meetings-button-next = ➕ Келесі отырыс
meetings-button-last = 🗓 Соңғы отырыс
meetings-button-members = 👥 Қатысушылар
meetings-button-end = Топтаманы аяқтау
meetings-button-list = Барлық отырыс
meetings-button-agenda = 📋 Күн тәртібі
meetings-button-attendance = 👥 Қатысу
meetings-button-send = ✉️ Күн тәртібін жіберу
meetings-button-move = Ауыстыру
meetings-button-held = ✅ Отырыс өтті
meetings-button-close = ✅ Иә, өтті
meetings-button-draft = 📝 Қарар жобасы
meetings-button-resolution = 📝 Отырыс қарары
meetings-button-question = ➕ Мәселе
meetings-button-note = 🖊 Жазба
meetings-button-remove = 🗑 Күн тәртібінен алып тастау
meetings-button-all-present = ✅ Барлығы қатысты
meetings-button-before-chair = ⚖️ Төрағалық етушіге ұсыну
meetings-button-accept = ✅ Есепті қабылдау { $n }
meetings-button-return = ↩️ Есепті қайтару { $n }
meetings-button-set = { $state ->
    [heard] ✅ Тыңдалды
    [not_heard] ✖️ Тыңдалмады
   *[deferred] ⏭ Кейінге қалдыру
  }
meetings-by-hand = Отырыс күндері қолмен белгіленеді
meetings-time = Уақыты: { $time }
meetings-place = Орны: { $place }
meetings-day = Күні: { $day }
meetings-members = Қатысушы саны: { $n }
meetings-standing = Тұрақты мәселелер:
meetings-series-ended = Отырыстар топтамасы аяқталды.
meetings-end-question = «{ $theme }» топтамасын аяқтау керек пе? Жаңа отырыс ашылмайды, қабылданған қарарлар бақылауда қалады.
meetings-was-held = ✅ Отырыс өтті, күн тәртібі мен қатысу енді өзгермейді.
meetings-held-question = Отырыс өтті ме? Бұдан кейін күн тәртібі мен қатысу өзгермейді.
meetings-held-agenda = Күн тәртібі: мәселе саны { $total }, белгіленбегені { $open } (тыңдалмаған болып есептеледі)
meetings-attendance = Қатысу: қатысты { $present } / { $total }, алмастырды { $substitute }, қатыспады { $absent }, дәлелді себеппен { $excused }, белгіленбеді { $invited }
meetings-expected = Шақырылғаны: { $n }
meetings-attendance-how = Өзгерту үшін атауды басыңыз: ✅ қатысты, ✖️ қатыспады, 📄 дәлелді себеп, 🔄 алмастырды.
meetings-all-present = Қатысты деп белгіленді: { $n }
meetings-counts = Мәселе саны: { $questions }. Орындалмаған тармақ саны: { $carried }, оның ішінде мерзімі өткені: { $overdue }.
meetings-overdue = Мерзімі өтті: { $numbers }
meetings-reporters = Баяндайтындар: { $names }
meetings-reporters-many = № { $number }, орындаушы саны: { $n }
meetings-since = Өткен отырыстан бергі өзгерістер:
meetings-changed = { $kind ->
    [accepted] Қабылданған есептер
    [returned] Пысықтауға қайтарылды
    [extended] Мерзімі өзгерді
   *[new] Жаңа тармақтар
  }: { $numbers }
meetings-agenda-empty = Күн тәртібі бос.
meetings-question-state = Жай-күйі: { $state ->
    [heard] тыңдалды
    [not_heard] тыңдалмады
    [deferred] кейінге қалдырылды
   *[planned] күн тәртібінде
  }
meetings-note = Жазба: { $note }
meetings-report = Есеп { $n }.
meetings-at = Отырыста: { $day }
meetings-invited = Сіз отырысқа шақырылдыңыз. Күн тәртібі:
meetings-brief = Алдағы отырысқа
meetings-before-you = ⚖️ Хатшы осы тармақ бойынша шешім қабылдауды ұсынады.
meetings-put-before-chair = Төрағалық етушіге берілді.
meetings-chair-unreached = Төрағалық етушіге әзірге жазу мүмкін емес: ол ботты іске қоспаған.
meetings-accepted = Тармақ бойынша есеп отырыста қабылданды: { $number }.
meetings-returned = Тармақ бойынша есеп қайтарылды: { $number }.
meetings-agenda-sent = Күн тәртібі жіберілді: { $told }.{ $unreached ->
    [0] {""}
   *[other] {" "}Жеке хабарлама ала алмайтындар: { $unreached }.
  }
meetings-open-already = Келесі отырыс ашылып қойған.
meetings-draft-open = 📝 Қарар жобасы ашылды. Тыңдалған мәселелер оған енеді.
meetings-take-over = Жаңа мерзіммен бақылауға алуға болатын орындалмаған тармақтар; жоба қабылданғанда бұрынғы тармақтың күші жойылады, бастапқы мерзім сақталады:
meetings-from-item = Тармақ { $number }, хаттама № { $protocol }, { $day }
meetings-taken = Жобаға тармақ қосылды: { $number } («{ $theme }»).

meetings-ask-body = Отырыстарды қай орган өткізеді? Батырманы басыңыз немесе атауының бір бөлігін жазыңыз.
meetings-ask-theme = Отырыстар қалай аталады? Мысалы: «Аппарат кеңесі».
meetings-ask-chair = Кім төрағалық етеді? Батырманы басыңыз немесе тегін не лауазымын жазыңыз.
meetings-ask-first = Бірінші отырыс қай күні?
meetings-ask-day = Отырыс қай күнге белгіленсін?
meetings-ask-repeat = Отырыстар қаншалықты жиі өтеді?
meetings-repeat = { $repeat ->
    [weekly] Апта сайын
    [fortnightly] Екі аптада бір рет
    [monthly] Ай сайын, осы күні
    [nth] Ай сайын, аптаның осы күні
   *[none] Қолмен белгіленеді
  }
meetings-ask-time = Басталу уақыты қандай? Мысалы: 15:00.
meetings-ask-place = Отырыстар қайда өтеді?
meetings-ask-members = Кім қатысады? Үтір арқылы жазыңыз, содан кейін «Дайын». Белгіленгені: { $n }. { $names }
meetings-ask-standing = Күн тәртібінің тұрақты мәселелері, әрқайсысын жаңа жолдан жазыңыз.
meetings-ask-question = Күн тәртібінің мәселесін жазыңыз.
meetings-ask-speaker = Кім баяндайды?
meetings-ask-note = Нені жазып қою керек? Бір хабарламамен жазыңыз.
meetings-ask-return = Нені пысықтау керек? Себебін орындаушы көреді.
meetings-members-set = Қатысушы саны: { $n }
meetings-question-added = Мәселе күн тәртібіне қосылды.
meetings-noted = Жазба сақталды.

meetings-not-yours = Бұл отырыс Сіздің құзыретіңізде емес.
meetings-held = Отырыс өтіп кеткен, оны өзгертуге болмайды.
meetings-not-yet = Отырыс әлі басталған жоқ.
meetings-day-past = Бұл күн өтіп кетті.
meetings-day-taken = Бұл күнге отырыс белгіленіп қойған.
meetings-no-rule = Бұл топтаманың күні қолмен белгіленеді.
meetings-rule-unclear = Мұндай кезеңділік мүмкін емес.
meetings-time-unclear = Уақытты былай жазыңыз: 15:00.
meetings-too-many = Мәселе немесе қатысушы тым көп.
meetings-nobody = Отырыстың қатысушысы жоқ.
meetings-question-empty = Мәселені мәтінмен жазыңыз.
meetings-so-already = Солай белгіленіп қойған.
meetings-item-stays = Орындалмаған тармақ бақылаудан алынғанша күн тәртібінде қалады.
meetings-finished-meanwhile = Бұл тармақ осы уақытта орындалған немесе оның күші жойылған.
meetings-no-series-over = Мерзімді тармақ өзі жалғасады, оған жаңа мерзім қажет емес.
meetings-other-chair = Бұл тармақты басқа басшы тапсырған: оның күшін тек сол жоя алады.
meetings-taken-already = Бұл тармақ жобаға алынып қойған.
meetings-button-chair = Төраға
meetings-button-secretary = Хатшы
meetings-button-series = Отырыстар топтамасына
meetings-secretary = Хатшы: { $name }
meetings-no-secretary = Хатшысыз
meetings-ask-secretary = Отырыстардың хаттамасын кім жүргізеді? Ұйымның және жоғары тұрған ұйымдардың хатшылары көрсетілген.
meetings-confirm-officer = { $officer ->
    [chair] Жаңа төраға
   *[other] Жаңа хатшы
  }: { $name }
  Отырыстар: { $theme }
  Өзгерту керек пе?
meetings-officer-set = Өзгертілді. Жақын отырыс та өзгерді.
meetings-officer-set-next = Келесі отырыстан бастап өзгертілді: жақын отырыстың шешімі дайындалып жатыр, оны бұрынғы төраға жүргізеді.
meetings-officer-set-series = Өзгертілді. Қазір тағайындалған отырыс жоқ: келесі отырыстан бастап қолданылады.
meetings-may-not-keep = Бұл лауазым хаттама жүргізе алмайды: осы ұйымның не жоғары тұрған ұйымның хатшысы қажет.
