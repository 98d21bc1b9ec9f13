# Хабарламалардың жеткізілуі: кімге, не, қашан айтылды.
delivery-title =
    <b>Хабарламалардың жеткізілуі</b>
    Соңғы күндер саны: { $days }
delivery-count-sent = Жіберілді: { $n }
delivery-count-waiting = Кезекте тұр: { $n }
delivery-count-unknown = Жеткені белгісіз: { $n }
delivery-count-unreachable = Жазу мүмкін болмады: { $n }
delivery-count-failed = Қате: { $n }
delivery-count-cancelled = Қажет болмай қалды: { $n }
delivery-hint = Бір тапсырма бойынша: /delivery 148
delivery-outcome-sent = жіберілді
delivery-outcome-waiting = кезекте
delivery-outcome-unknown = жеткені белгісіз
delivery-outcome-unreachable = жазу мүмкін болмады
delivery-outcome-failed = қате
delivery-outcome-cancelled = қажет болмай қалды
delivery-reason-vacant = лауазым бос
delivery-reason-never-started = ботты ашпаған
delivery-reason-blocked = ботты бұғаттаған
delivery-reason-chat-gone = чат жоқ немесе бот шығарылған
delivery-reason-topic-closed = тақырып жабық
delivery-reason-no-rights = боттың жазуға құқығы жоқ
delivery-reason-expired = уақыты өтіп кетті
delivery-reason-settled = оған дейін шешілді
delivery-reason-replaced = жаңасымен ауыстырылды
delivery-reason-covered = басқа еске салуда айтылды
delivery-step = { $step ->
    [before] мерзімге дейін (жұмыс күні: { $n })
    [on-day] мерзім күні
    [overdue] мерзімнен кейін (жұмыс күні: { $n })
    [overdue-week] мерзімнен кейін апта сайын ({ $n })
    [ladder-responsible] мерзім өтті, жауапты орындаушыға
    [ladder-controller] мерзім өтті, бақылаушыға
    [ladder-issuer] мерзім өтті, тапсырма берушіге
    [unack] танысқаны расталмаған
    [interim] аралық бақылау күні
    [update] орындалу барысы туралы мәлімет күтілуде
    [half] мерзімнің жартысы есепсіз өтті
   *[other] еске салу
  }
delivery-step-named = { $step }; топта аталды
delivery-reason-lost-answer = Telegram жауабы келмеді
delivery-reason-broken = Telegram қабылдамады
delivery-kind-tasks = тапсырма
delivery-kind-shares = орындаушының үлесі
delivery-kind-reports = есеп
delivery-kind-extensions = мерзімді ұзарту
delivery-kind-periods = мерзімді тапсырма
delivery-kind-resolutions = қарар
delivery-kind-meetings = отырыс
delivery-kind-intake = құжат
delivery-kind-reminders = еске салу
delivery-kind-digests = апталық шолу
delivery-kind-people = қызметкерлер
delivery-kind-chats = топтар
delivery-kind-org = құрылым
delivery-kind-discipline = тәртіп
delivery-kind-history = тарих
delivery-kind-documents = құжат
delivery-kind-collections = мәлімет жинау
delivery-kind-roadmaps = жол картасы
delivery-kind-findings = тексеру қорытындысы
delivery-kind-delivery = жеткізілім
delivery-kind-telegram = жауап
delivery-list-title =
    <b>Нәтижесі: { $outcome }</b>
    Барлығы: { $total }
delivery-none = Мұндай хабарлама жоқ.
delivery-line =
    { $at } · { $to }
    { $what }: { $outcome }{ $reason }
delivery-task-title = <b>{ $number } бойынша жіберілген хабарламалар</b>
delivery-task-none = { $number } бойынша хабарлама табылмады. Нөмірін тексеріңіз.
delivery-more = Тағы бар, файлдан қараңыз: { $n }
delivery-number-unclear = Тапсырма нөмірін жазыңыз, мысалы: /delivery 148 немесе /delivery 2.1
delivery-button-back = ← Қорытынды
delivery-button-file = XLSX файлы
delivery-working = Файл дайындалып жатыр…
delivery-file-caption = Хабарламалардың жеткізілуі. Соңғы күндер саны: { $days }, жолдар: { $rows }
delivery-column-at = Уақыты
delivery-column-post = Ұйым, лауазым немесе топ
delivery-column-name = Аты-жөні
delivery-column-kind = Хабарлама
delivery-column-task = Тапсырма
delivery-column-outcome = Нәтижесі
delivery-column-reason = Себебі
delivery-column-step = Еске салу кезеңі
delivery-column-message = Telegram-дағы нөмірі
delivery-file-cut = Файлға соңғы жолдар ғана сыйды.
