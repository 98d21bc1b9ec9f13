# Weekly digests: the ten lines, the lists behind them, subscriptions.
digests-title = 📊 Еженедельная сводка: { $range }
digests-scope = Охват: { $name }
digests-control = На контроле: { $n } (поручений: { $tasks })
digests-special = На особом контроле: { $n }, из них просрочено: { $overdue } ({ $change })
digests-done = Исполнено: { $n }, из них в срок: { $inTime } ({ $percent } %)
digests-none-done = Исполнено: 0
digests-overdue = Просрочено: { $n } ({ $change })
digests-change = { $change } за неделю
digests-unchanged = без изменений за неделю
digests-returned-review = На доработке: { $returned } · На рассмотрении: { $review }
digests-next = Срок на следующей неделе: { $n }
digests-worst = Больше всего просрочек: { $units }
digests-best = Больше всего сократили просрочки: { $units }
digests-advisory = Кроме того, рекомендации и другое: { $n }
digests-scope-gone = Эта организация или резолюция больше не доступна.
digests-list-control = На контроле: { $n }
digests-list-special = 🔺 На особом контроле: { $n }
digests-list-overdue = Просрочено: { $n }
digests-list-review = На рассмотрении: { $n }
digests-list-returned = На доработке: { $n }
digests-list-next = На следующей неделе: { $n }
digests-list-done = Исполнено: { $n }
digests-list-tasks = Поручений на контроле: { $n }
digests-list-in-time = Исполнено в срок: { $n }
digests-list-advisory = Рекомендации и другое: { $n }
digests-list-fresh = Стало просрочено: { $n }
digests-list-gone = Больше не просрочено: { $n }
digests-numbers = Числа картинки сводки: { $range }
digests-button-numbers = 🔢 Числа картинки
digests-mine = Ваши еженедельные сводки:
digests-mine-line = { $place }. { $name } — { $day }, { $time }, { $language }
digests-button-now = { $place }: показать сейчас
digests-button-end = { $place }: отписаться
digests-button-new = Новая подписка
digests-button-subscribe = Подписаться
digests-button-language = Язык
digests-button-day = День
digests-button-hour = Час
digests-language-kk = на казахском
digests-language-ru = на русском
digests-language-en = на английском
digests-ask-scope = Что охватит еженедельная сводка?
digests-other-scope = Другая организация
digests-resolution-scope = Резолюция
digests-ask-other = Напишите номер организации или часть её названия.
digests-found = Выберите организацию или напишите иначе.
digests-not-found = Среди организаций, которые вам доступны, такой нет. Попробуйте написать иначе.
digests-ask-resolution = Какая резолюция?
digests-no-resolution = Доступных вам резолюций на контроле нет.
digests-ask-language = На каком языке присылать сводку?
digests-ask-day = В какой день недели присылать?
digests-ask-hour = В котором часу присылать?
digests-summary =
    Еженедельная сводка
    Охват: { $name }
    День: { $day }, { $time }
    Язык: { $language }
digests-subscribed =
    Вы подписаны на еженедельную сводку.
    Охват: { $name }
    День: { $day }, { $time }
    Язык: { $language }
    Если это выходной, она придёт в следующий рабочий день. Отказаться: /unsubscribe
digests-ended = Подписка прекращена. Сводки больше не придут.
digests-ended-already = Эта подписка прекращена. Подписаться снова: /subscribe
digests-no-subscription = Подписок у вас нет. Подписаться: /subscribe
digests-no-scope = Сводка приходит тем, кто вправе видеть поручения организации. Сейчас у вас такого права нет.
digests-not-yours = У вас нет права видеть поручения этой организации.
digests-topic-scope = Тема
digests-ask-topic = Напишите слова, которые должны быть в поручении: например, «пандус» или «горячее питание».
digests-topic-unclear = По этим знакам поручения не найти. Напишите одно или несколько слов.
digests-ask-topic-where = По какой части дерева считать эту тему?
digests-stopped-rights =
    Еженедельная сводка прекращена. Охват: { $name }
    У вас больше нет должности, которая даёт право видеть эти поручения. Если право появится снова: /subscribe
digests-stopped-over =
    Еженедельная сводка прекращена. Охват: { $name }
    Организация закрыта или работа по резолюции завершена. Другая подписка: /subscribe
