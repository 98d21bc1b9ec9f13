# The register of problems: what is wrong where, which measures work on it, when it is solved.
problems-title = <b>Проблемалар тізілімі</b>: { $total }
problems-filter = Көрсетілгені: { $filter }
problems-none = Мұндай проблема жоқ.
problems-line = { $n }. { $mark } <b>{ $org }</b>: { $type }
  { $text }
  { $state } · іс-шара: { $measures } · { $targets ->
    [0] көрсеткіш жоқ
   *[other] жоспарға жеткен көрсеткіш: { $met } / { $targets }
  }
problems-state-open = ашық
problems-state-closed = ✅ жабылды
problems-state-withdrawn = тізілімнен шығарылды
problems-states-open = ашық
problems-states-closed = жабылған
problems-states-withdrawn = шығарылған
problems-states-all = барлығы
problems-severity-critical = өте ауыр
problems-severity-major = елеулі
problems-severity-minor = болмашы
problems-severities-critical = өте ауыр
problems-severities-major = елеулі
problems-severities-minor = болмашы
problems-by-org = Ұйым
problems-by-severity = Ауырлығы
problems-by-state = Жай-күйі
problems-choose-org = Қай ұйымның проблемалары көрсетілсін?
problems-choose-severity = Ауырлығы қандай проблемалар көрсетілсін?
problems-choose-state = Қандай проблемалар көрсетілсін?
problems-card = { $mark } <b>{ $type }</b>
  { $org }
  Ауырлығы: { $severity } · жай-күйі: { $state }
  Тізілімге енгізілген күні: { $since }

  { $text }
problems-reason = Себебі: { $reason }
problems-measures = <b>Іс-шаралар</b>: { $n }
problems-measures-hidden = Сізге көрінбейтіні: { $n }
problems-targets = <b>Көрсеткіштер</b>, жоспарға жеткені: { $met } / { $n }
problems-target = { $mark } { $name }, { $unit } · { $period } · жоспар: { $plan } · нақты: { $fact }
problems-targets-hidden = Сізге көрінбейтін көрсеткіш: { $n }
problems-words = сансыз жауап: { $n }
problems-targets-none = Көрсеткіш жоқ: индикаторы бар іс-шараны байланыстырыңыз.
problems-closed-but = ⚠️ Нақты көрсеткіш кейін түзетілді: жоспар орындалмаған.
problems-more = … тағы { $n }
problems-button-all = Барлық ашық проблема
problems-button-add = ➕ Проблема
problems-button-back = « Тізімге
problems-button-open = Проблеманы ашу
problems-button-file = Кесте (XLSX)
problems-button-link = ➕ Іс-шара
problems-button-close = ✅ Жабу
problems-button-withdraw = ✖️ Тізілімнен шығару
problems-button-reopen = ↩️ Қайта ашу
problems-ask-org = Проблема қай ұйымда? Таңдаңыз немесе бірнеше әріп жазыңыз.
problems-ask-type = Проблеманың түрі қандай? Таңдаңыз немесе жазыңыз, мысалы: үш ауысымды оқыту.
problems-ask-severity = Проблеманың ауырлығы қандай?
problems-ask-text = Проблема неде? Бір хабарламамен, жеке деректерсіз жазыңыз.
problems-ask-measure = Проблеманы қай іс-шара шешеді? Таңдаңыз немесе бірнеше әріп жазыңыз.
problems-ask-withdraw = Проблема тізілімнен неге шығарылады?
problems-ask-reopen = Проблема неге қайта ашылады?
problems-confirm = <b>{ $type }</b>
  { $org } · ауырлығы: { $severity }
  { $text }

  Тізілімге енгізілсін бе?
problems-confirm-withdraw = Себебі: { $reason }

  Проблема тізілімнен шығарылсын ба? Ол шешілген болып есептелмейді.
problems-confirm-reopen = Себебі: { $reason }

  Проблема қайта ашылсын ба?
problems-added = Проблема тізілімге енгізілді. Оған жол карталарының іс-шараларын байланыстырыңыз.
problems-linked = Іс-шара проблемаға байланыстырылды.
problems-unlinked = Байланыс алынды.
problems-closed-now = Проблема жабылды.
problems-withdrawn-now = Проблема тізілімнен шығарылды.
problems-reopened-now = Проблема қайта ашылды.
problems-told-closed = ✅ <b>Проблема жабылды</b>: көрсеткіштер жоспарға жетті.
  { $org }: { $type }
  { $text }
problems-told-reopened = <b>Проблема қайта ашылды</b>
  { $org }: { $type }
  { $text }
  Себебі: { $reason }
problems-no-measures = Сәйкес іс-шара жоқ: сізге көрінетін бекітілген жол картасы керек.
problems-wordless = Проблеманы сөзбен жазыңыз.
problems-there-already = Бұл ұйымның мұндай проблемасы ашық тұр.
problems-full = Бір проблемаға байланыстырылатын іс-шараның ең көп саны: { $max }.
problems-no-target = Жабуға болмайды: байланысқан іс-шаралардың ешқайсысында индикатор жоқ, шешілгенін растайтын дерек жоқ.
problems-target-missed = Жабуға болмайды, жоспар орындалмаған: { $names }{ $hidden ->
    [0] {""}
   *[other] . Сізге көрінбейтіні: { $hidden }
  }
problems-target-missed-hidden = Жабуға болмайды, жоспар орындалмаған. Сізге көрінбейтін көрсеткіш: { $n }
problems-column-number = №
problems-column-org = Ұйым
problems-column-type = Түрі
problems-column-severity = Ауырлығы
problems-column-text = Проблема
problems-column-state = Жай-күйі
problems-column-since = Енгізілген күні
problems-column-ended = Аяқталған күні
problems-column-reason = Себебі
problems-column-measures = Іс-шара саны
problems-column-targets = Көрсеткіш саны
problems-column-met = Жоспарға жеткені
problems-column-compared = Жоспар және нақты
problems-sheet = Проблемалар
