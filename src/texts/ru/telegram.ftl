# What the plumbing itself says: refusals, faults, dialogs.
telegram-stranger = Я вас пока не знаю. Чтобы работать с ботом, откройте ссылку-приглашение, которую выдаёт администратор или секретарь вашей организации.
telegram-our-fault = Не получилось: ошибка на нашей стороне, она записана. Ничего не потеряно, попробуйте ещё раз через минуту.
telegram-stale-button = Эта кнопка уже не действует. Откройте список заново командой из меню.
telegram-cancelled = Отменено. Ничего не изменено.
telegram-nothing-to-cancel = Отменять нечего: открытого диалога нет.
telegram-press-a-button = Пожалуйста, выберите одну из кнопок выше или отправьте /cancel.
telegram-text-expected = Здесь нужен текст. Напишите его сообщением или отправьте /cancel.
telegram-text-too-long = Слишком длинный текст: { $length } знаков. Здесь помещается не больше { $max }.
telegram-unknown-command = Такой команды нет. Список команд: /help
telegram-private-only = Эта команда работает в личном чате с ботом.
telegram-group-only = Эта команда работает в группе.
telegram-not-allowed = У вас нет права на это действие.
telegram-someone-first = Кто-то успел раньше: состояние уже изменилось. Откройте список заново.
