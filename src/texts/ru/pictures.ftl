# Pictures: the words in them, their captions and buttons.
pictures-units = Исполнение поручений
pictures-eight-weeks = За 8 недель, на { $day }
pictures-part-inTime = В срок
pictures-part-late = С опозданием
pictures-part-review = На рассмотрении
pictures-part-work = На исполнении
pictures-part-overdue = Просрочено
pictures-rest = Другие организации: { $n }
pictures-beside = исполнено / всего
pictures-beside-schools = исполнили / всего школ
pictures-districts-rest = Другие районы: { $n }
pictures-worst = Больше всего просрочек: { $units }
pictures-trend = Ход за 8 недель
pictures-week-done = Исполнено за неделю
pictures-week-overdue = Просрочено, 8 недель
pictures-trend-done = Исполнено: { $n }, из них за последнюю неделю: { $last }
pictures-trend-overdue = Просрочено: { $first } → { $last }
pictures-schools = Исполнение в школах
pictures-missing = Просрочено ({ $n }): { $schools }
pictures-task = № { $number }
pictures-task-due = № { $number } · срок: { $due }
pictures-district = { $name }: { $done } из { $of }
pictures-district-late = { $name }: { $done } из { $of } · просрочено: { $overdue }
pictures-week = Еженедельная сводка
pictures-week-control = На контроле
pictures-week-in-time =
    Исполнено,
    из них в срок
    { $percent } %
pictures-week-done-none = Исполнено
pictures-week-change =
    Просрочено,
    за неделю
    { $change }
pictures-button-units = Организации
pictures-button-trend = 8 недель
pictures-button-schools = Школы
pictures-button-dark = 🌙 Тёмная
pictures-button-light = ☀️ Светлая
pictures-button-show = 🖼 Показать картинкой
pictures-button-private = 📊 Открыть в личном чате
pictures-nothing = За последние 8 недель показать нечего: нет ни исполненных поручений, ни поручений на контроле.
pictures-no-schools = Среди поручений, которые вам видны, нет данных школам.
pictures-task-how = Напишите номер поручения: <code>/stats 2.1</code> или <code>/stats Т-148</code>. Показываются только видимые вам поручения, данные школам.
pictures-button-numbers = 📋 Цифры списками
pictures-numbers-units = Организации: { $n }. Нажмите, чтобы открыть списки.
pictures-numbers-weeks = По неделям: ✅ исполнено за неделю, ⚠️ просрочено на её конец. Нажмите число, чтобы открыть список.
pictures-numbers-schools = Школ: { $n }. Нажмите число, чтобы открыть список.
pictures-numbers-done = Исполнили: { $n }
pictures-numbers-late = Просрочено: { $n }
pictures-schools-a = Школ: { $n }
pictures-schools-d = Исполнили: { $n }
pictures-schools-o = С просрочкой: { $n }
pictures-gantt-rest = Не показано: { $n }
pictures-gantt-late = Просрочены: № { $numbers }
pictures-gantt-next = Ближайшие сроки: № { $numbers }
