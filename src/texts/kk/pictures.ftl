# Pictures: the words in them, their captions and buttons.
pictures-units = Тапсырмалардың орындалуы
pictures-eight-weeks = Соңғы 8 апта, { $day }
pictures-part-inTime = Мерзімінде
pictures-part-late = Кешіктіріліп
pictures-part-review = Қаралуда
pictures-part-work = Орындалуда
pictures-part-overdue = Мерзімі өтті
pictures-rest = Басқа ұйымдар: { $n }
pictures-beside = орындалды / барлығы
pictures-beside-schools = орындаған / барлық мектеп
pictures-districts-rest = Басқа аудандар: { $n }
pictures-worst = Мерзімі өткені ең көп: { $units }
pictures-trend = 8 аптаның барысы
pictures-week-done = Апта ішінде орындалды
pictures-week-overdue = Мерзімі өткені, 8 апта
pictures-trend-done = Орындалды: { $n }, соңғы аптада: { $last }
pictures-trend-overdue = Мерзімі өткені: { $first } → { $last }
pictures-schools = Мектептердің орындауы
pictures-missing = Мерзімі өтті ({ $n }): { $schools }
pictures-task = № { $number }
pictures-task-due = № { $number } · мерзімі: { $due }
pictures-district = { $name }: { $done } / { $of }
pictures-district-late = { $name }: { $done } / { $of } · мерзімі өтті: { $overdue }
pictures-week = Апталық шолу
pictures-week-control = Бақылауда
pictures-week-in-time =
    Орындалды,
    мерзімінде
    { $percent }%
pictures-week-done-none = Орындалды
pictures-week-change =
    Мерзімі өтті,
    апта ішінде
    { $change }
pictures-button-units = Ұйымдар
pictures-button-trend = 8 апта
pictures-button-schools = Мектептер
pictures-button-dark = 🌙 Қараңғы түс
pictures-button-light = ☀️ Ашық түс
pictures-button-show = 🖼 Суретпен көрсету
pictures-button-private = 📊 Жеке чатта ашу
pictures-nothing = Соңғы 8 аптада көрсететін ештеңе жоқ: орындалған да, бақылаудағы да тапсырма жоқ.
pictures-no-schools = Сізге көрінетін тапсырмалардың арасында мектептерге берілгені жоқ.
pictures-task-how = Тапсырманың нөмірін жазыңыз: <code>/stats 2.1</code> немесе <code>/stats Т-148</code>. Тек сізге көрінетін, мектептерге берілген тапсырмалар көрсетіледі.
pictures-button-numbers = 📋 Сандар тізім түрінде
pictures-numbers-units = Ұйым саны: { $n }. Тізімдерді ашу үшін басыңыз.
pictures-numbers-weeks = Апта бойынша: ✅ аптада орындалды, ⚠️ апта соңында мерзімі өткен. Тізімді ашу үшін санды басыңыз.
pictures-numbers-schools = Мектеп саны: { $n }. Тізімді ашу үшін санды басыңыз.
pictures-numbers-done = Орындады: { $n }
pictures-numbers-late = Мерзімі өткен: { $n }
pictures-schools-a = Мектеп саны: { $n }
pictures-schools-d = Орындады: { $n }
pictures-schools-o = Мерзімі өткені бар: { $n }
pictures-gantt-rest = Көрсетілмегені: { $n }
pictures-gantt-late = Мерзімі өткен: № { $numbers }
pictures-gantt-next = Жақын мерзімдер: № { $numbers }
