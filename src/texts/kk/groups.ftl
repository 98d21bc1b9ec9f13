# Working groups: seats, vacancies, tasks, sittings.
groups-list = <b>Жұмыс топтары</b>: { $n }
groups-none = Жұмыс тобы әзірге жоқ.
groups-vacant = бос орын: { $n }
groups-title = <b>{ $name }</b>
  { $org }
groups-aim = Мақсаты: { $aim }
groups-head = Жетекшісі: { $post } — { $person }
groups-post-vacant = бос
groups-until = Мерзімі: { $day }
groups-until-passed = Мерзімі: { $day } (өтіп кетті)
groups-chat = Топтың чаты: { $chat }
groups-members = <b>Құрамы</b>: { $n }
groups-members-vacant = <b>Құрамы</b>: { $n }, бос орын: { $vacant }
groups-own-seat = <b>Сіздің топтағы орныңыз</b>
groups-seat = { $n }. { $title } — { $person }{ $external ->
    [yes] {" "}(сырттан кірген мүше)
   *[no] {""}
  }
groups-seat-vacant = { $n }. ⚪ { $title } — бос
groups-sitting = 🔁 { $theme }, келесі отырыс: { $day }
groups-tasks = <b>Топтың тапсырмалары</b>
groups-task = № { $number } { $headline } · { $state ->
    [closed] бақылаудан алынды
    [cancelled] күші жойылды
   *[open] мерзімі: { $due }
  }
groups-button-new = ➕ Жаңа топ
groups-button-list = Барлық топ
groups-button-open = Топты ашу
groups-button-task = Топқа тапсыру
groups-button-seat = ➕ Орын
groups-button-districts = ➕ Барлық ауданнан
groups-button-chat = Топтың чаты
groups-button-sittings = Топтың отырыстары
groups-button-close = Топтың жұмысын аяқтау
groups-button-fill = Орынды толтыру
groups-button-free = Орынды босату
groups-button-drop = Орынды алып тастау
groups-button-back = « Топқа
groups-button-skip = Өткізіп жіберу
groups-button-vacant = Орынды бос қалдыру
groups-button-no-term = Мерзімсіз
groups-button-no-chat = Чатсыз
groups-ask-name-ru = Жұмыс тобы орысша қалай аталады?
groups-ask-name-kk = Ол қазақша қалай аталады?
groups-ask-aim = Топ не үшін құрылады?
groups-ask-head = Топты кім басқарады? Таңдаңыз немесе лауазымын, ұйымын не тегін жазыңыз.
groups-ask-until = Топ қай күнге дейін жұмыс істейді?
groups-ask-seat = Топқа кім кіреді? Лауазымын, ұйымын немесе тегін жазыңыз.
groups-ask-which = «{ $words }»: нақты кім? Таңдаңыз немесе басқаша жазыңыз.
groups-ask-vacant = «{ $words }» сөзі бойынша ешкім табылмады. Басқаша жазыңыз немесе осындай атаумен орынды бос қалдырыңыз.
groups-ask-fill = «{ $name }» орнын кім алады? Таңдаңыз немесе лауазымын, ұйымын не тегін жазыңыз.
groups-ask-district-post = Әр ауданнан топқа қай лауазым кіреді?
groups-ask-chat = Топтың чаты қайсысы? Ұйыммен байланыстырылған чаттар көрсетілген. Басқа чат керек болса, оған ботты қосып, сонда /groups деп жазыңыз.
groups-chat-which = Бұл қай топтың чаты? Жұмыс тобының тапсырмалары бойынша карточкалар мен ескертулер осында келеді, ұйымның басқа тапсырмалары мұнда айтылмайды.
groups-chat-own = Бұл — «{ $name }» жұмыс тобының чаты: тапсырмаларының карточкалары мен ескертулері осында шығады.
groups-chat-taken = Бұл чат байланыстырылған. Ұйымның чаты жеке чатта таңдалады: /groups, топ, «Топтың чаты». Байланысты үзу үшін осында /unlink орындаңыз.
groups-none-to-bind = Сіз жүргізетін жұмыс тобы жоқ.
groups-ask-task = { $name }
  Орындаушы саны: { $n }{ $left ->
    [0] {""}
   *[other] , алмайтыны: { $left }
  }
  Не тапсырасыз және мерзімі қандай?
groups-confirm-new = «{ $name }» жұмыс тобы құрылсын ба?
groups-confirm-districts = Аудандар бойынша «{ $post }» орындары қосылсын ба? Аудан саны: { $n }. Мұндай лауазым жоқ жерде орын бос болады.
groups-confirm-close = «{ $name }» тобының жұмысы аяқталсын ба? Тапсырмалары мен отырыстары сақталады.
groups-created = Топ құрылды. Енді құрамын қосыңыз.
groups-seat-added = Орын қосылды.
groups-seat-filled = Орын толтырылды.
groups-districts-added = Қосылған орын: { $added }. Бос орын: { $vacant }.
groups-sits-already = Бұл лауазым топ құрамында бар.
groups-chat-set = Топтың чаты таңдалды: тапсырмаларының карточкалары сонда шығады.
groups-chat-none = Топтың өз чаты енді жоқ.
groups-no-posts = Сәйкес лауазым жоқ.
groups-no-districts = Тізілімде лауазымы бар аудан жоқ.
groups-nobody-to-task = Бұл топтың ешбір мүшесіне тапсырма бере алмайсыз.
groups-too-many = Топтағы орын саны мынадан аспайды: { $max }.
groups-closed = Топ жұмысын аяқтаған.
groups-closed-now = Топтың жұмысы аяқталды.
