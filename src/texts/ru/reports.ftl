# Reports: handing in, review, what the executor is told.
reports-filed = Отчёт по поручению № { $number } принят на рассмотрение.
reports-filed-interim = Промежуточный отчёт по поручению № { $number } зарегистрирован. Итоговый ещё ожидается.
reports-corrected = Отчёт по поручению № { $number } исправлен.
reports-which = По какому поручению этот отчёт?
reports-unclear = Это отчёт?
reports-question = Похоже, это вопрос. По поручению № { $number } обратитесь к контролёру: { $name }. Если это отчёт, нажмите кнопку.
reports-question-many = Похоже, это вопрос. Кто контролирует поручение, видно в его карточке: /my. Если это отчёт, нажмите кнопку.
reports-not-filed = Хорошо, отчётом это не считаю.
reports-voice = Голосовые сообщения и стикеры бот не распознаёт. Напишите, пожалуйста, текстом или пришлите фото либо документ.
reports-not-taken = Геопозицию, контакты и опросы бот не принимает. Напишите, пожалуйста, текстом или пришлите фото, видео либо документ.
reports-nothing-open = Открытых поручений у вас нет, отчёт не требуется. Список команд: /help
reports-nothing-open-issuer = Открытых поручений у вас нет. Чтобы дать поручение, укажите исполнителя и срок, например: <code>/task Школе № 12 отремонтировать пандус до 25 декабря</code>
reports-choose = По какому поручению отчёт?
reports-ask-kind = Отчёт по поручению № { $number }
  { $headline }

  Итоговый или промежуточный?
reports-ask-content = Отчёт по поручению № { $number }. Напишите текст, пришлите фото или документы, можно несколькими сообщениями.
reports-content = Отчёт по поручению № { $number }. Получено знаков: { $length }, файлов: { $files }. Добавьте ещё или нажмите «Отправить».
reports-button-final = Итоговый отчёт
reports-button-interim = Промежуточный
reports-button-not = Не отчёт
reports-button-send = Отправить
reports-button-blocked = Есть препятствие

reports-empty = В отчёте ничего нет: напишите, что сделано, или приложите файл.
reports-text-long = Текст отчёта слишком длинный, знаков: { $length }. Помещается не больше { $max }, остальное приложите документом.
reports-too-many-files = В одном отчёте слишком много файлов. Объедините их в один документ или архив.
reports-not-yours = Это поручение дано не вам, отчёт по нему не принят.
reports-not-your-message = Эта кнопка для того, кто написал сообщение.
reports-accepted-already = Отчёт по поручению № { $number } уже принят.
reports-reviewed-already = Отчёт по поручению № { $number } уже рассмотрен, изменение сообщения его не меняет.
reports-finished = Поручение № { $number } уже завершено, отчёт не требуется.
reports-finished-any = Это поручение уже завершено, отчёт не требуется.

reports-queue = На рассмотрении: { $n }
reports-queue-empty = На рассмотрении ничего нет.
reports-late = с опозданием
reports-review-head = На рассмотрении: { $n }
reports-submitted = Представлен { $at }, в срок (версия { $version })
reports-submitted-late = Представлен { $at }, с опозданием (версия { $version })
reports-without-words = Без текста.
reports-files = Файлов: { $n }, они выше
reports-file-lost = Файлов, которые больше не открываются: { $n }
reports-history = Предыдущие версии:
reports-history-line = { $at }, версия { $version }, { $state ->
    [returned] возвращена
    [accepted] принята
    [superseded] заменена
    [undone] отозвана
   *[submitted] представлена
  }
reports-button-accept = Принять
reports-button-accept-close = Принять и снять с контроля
reports-button-return = Вернуть
reports-button-next = Следующий
reports-button-in-turn = Рассмотреть по порядку
reports-button-own-reason = Своими словами
reports-button-back = Назад
reports-ask-reason = Отчёт по поручению № { $number }, { $name }. Укажите причину возврата.
reports-ask-own-reason = { $name }. Напишите причину возврата отчёта по поручению № { $number } одним сообщением: её увидит исполнитель.
reports-reason-files = Нет подтверждающих документов
reports-reason-result = Не указан результат
reports-reason-numbers = Нет числовых данных
reports-reason-part = Исполнено частично
reports-reason-order = Не приложен приказ
reports-accept-done = ✅ { $name }. Отчёт по поручению № { $number } принят, { $inTime ->
    [yes] исполнено в срок
   *[no] исполнено с нарушением срока
  }.
reports-accept-closed = ✅ { $name }. Отчёт по поручению № { $number } принят, { $inTime ->
    [yes] исполнено в срок
   *[no] исполнено с нарушением срока
  }. Поручение снято с контроля.
reports-return-done = ↩️ { $name }. Отчёт по поручению № { $number } возвращён на доработку. Причина: { $reason }
reports-may-not-review = У вас нет права рассматривать этот отчёт.
reports-own = Собственный отчёт рассмотреть нельзя.
reports-decided-already = Этот отчёт уже рассмотрен.
reports-newer-version = По поручению № { $number } есть более новая версия отчёта: /review

reports-accepted = Отчёт по поручению № { $number } принят { $at }.
reports-accepted-in-time = Поручение исполнено в срок{ $closed ->
    [yes] {" "}и снято с контроля
   *[no] {""}
  }.
reports-accepted-late = Поручение исполнено с нарушением срока{ $closed ->
    [yes] {" "}и снято с контроля
   *[no] {""}
  }.
reports-accepted-part-in-time = Ваша часть поручения принята, срок соблюдён{ $closed ->
    [yes] . Поручение снято с контроля
   *[no] {""}
  }.
reports-accepted-part-late = Ваша часть поручения принята, срок нарушен{ $closed ->
    [yes] . Поручение снято с контроля
   *[no] {""}
  }.
reports-returned = Отчёт по поручению № { $number } возвращён на доработку.
reports-due-unchanged = Срок исполнения не изменён: { $day }
reports-report-again = Новый отчёт отправьте ответом на это сообщение.

reports-filed-files = Файлов: { $n }
reports-undo-until = Отозвать отчёт можно до { $time }, контролёр узнает о нём после этого.
reports-button-undo = Отозвать
reports-undone = Отчёт по поручению № { $number } отозван. Новый можно отправить в любое время.
reports-undone-already = Этот отчёт уже отозван.
reports-undo-late = Отчёт по поручению № { $number } уже передан на рассмотрение. Исправить его можно, изменив своё сообщение.
reports-in-already = Этот файл уже приложен к отчёту по поручению № { $number }.
reports-file-added = Файл добавлен к отчёту по поручению № { $number }.
reports-button-elsewhere = Это к другому поручению
reports-go-on = Добавить это к отчёту по поручению № { $number }?
reports-button-append = Добавить к № { $number }
reports-button-other = Другое поручение
reports-corrected-final = Отчёт по поручению № { $number } исправлен, но остаётся итоговым. Если работа не закончена, отзовите его или напишите контролёру.
reports-file-program = Программы и исполняемые файлы к отчёту не прикладываются. Пришлите фото, документ PDF, Word или Excel.
reports-file-large = Файл больше 20 МБ: контролёр увидит его в Telegram, но в архиве он не сохранится. Лучше прислать его частями.

reports-button-by-page = Рассмотреть списком
reports-button-accept-page = Принять всё на этой странице: { $n }
reports-button-accept-sure = ✅ Да, принять: { $n }
reports-page-sure = Принять отчёты с этой страницы ({ $n })? Нажмите «Да» или «Нет».
reports-page-special = На особом контроле, рассматриваются по одному: { $n }
reports-page-accepted = Принято отчётов: { $n }
reports-page-missing = нет: { $what }
reports-page-left-out = Не приняты: { $n }
reports-special-control = На особом контроле: рассматривается отдельно.
reports-not-told-yet = Отчёт ещё не передан на рассмотрение: его автор может отозвать его.

reports-button-ask = Задать вопрос
reports-button-question = Вопрос
reports-button-answer = Ответить
reports-button-review-open = Открыть отчёт
reports-button-unblock = Препятствие устранено
reports-button-add-now = Добавить сейчас
reports-button-anyway = Отправить без этого
reports-button-same = Одинаковые отчёты: { $n }

reports-decided-by = Этот отчёт уже { $state ->
    [accepted] принят
   *[returned] возвращён
  }: { $name }, { $at }.
reports-same = Одинаковые отчёты: { $n }
reports-same-none = Одинаковых отчётов сейчас нет.
reports-like-other = Похож на отчёт другого исполнителя ({ $percent } %)
reports-like-own = Похож на прежний отчёт этого исполнителя ({ $percent } %)
reports-like-task = Повторяет текст поручения ({ $percent } %)
reports-like-short = похож на другой

reports-evidence-photo = фото
reports-evidence-file = документ
reports-evidence-list = список
reports-evidence-number = число
reports-evidence-missing = По форме завершения не приложено: { $what }
reports-updates-missed = Сведения о ходе, не поступившие к ожидаемому дню: { $n }
reports-evidence-ask = По форме завершения к отчёту нужно: { $what }. Отчёт ещё не отправлен.
reports-evidence-send = Пришлите фото или документ: они войдут в отчёт.
reports-evidence-added = Файлов получено: { $n }. Добавьте ещё или нажмите «Отправить».
reports-evidence-file-expected = Пришлите, пожалуйста, файл или нажмите кнопку.
reports-anyway-ask = Почему без этого? Выберите или напишите: причину увидит контролёр.
reports-anyway-later = Представим позже
reports-anyway-paper = Передано на бумаге
reports-anyway-impossible = Не предусмотрено по этой работе
reports-anyway-line = Без подтверждения: { $reason }

reports-ask-blocked = Поручение № { $number }. Что мешает исполнению? Напишите одним сообщением: контролёр узнает об этом.
reports-blocked-noted = Отмечено, что есть препятствие. Следующий отчёт снимет отметку.
reports-blocked-head = Исполнению мешает препятствие
reports-unblocked = По поручению № { $number } отмечено: препятствий нет.
reports-unblocked-already = По поручению № { $number } препятствий не отмечено.

reports-ask-question = { $name }. Напишите вопрос по отчёту о поручении № { $number } одним сообщением.
reports-question-sent = ❓ Вопрос по поручению № { $number } передан: { $name }. Отчёт остаётся на рассмотрении.
reports-question-head = Вопрос по поручению
reports-question-passed = ❓ Вопрос по поручению № { $number } передан контролёру. Ответ придёт сюда.
reports-question-empty = В вопросе ничего нет: напишите его словами.
reports-question-not-yours = Этот вопрос задан не вам.
reports-nobody-to-ask = По поручению № { $number } вопрос передать некому.
reports-how-to-answer = Ответьте на это сообщение или нажмите кнопку.
reports-ask-answer = Напишите ответ на вопрос по поручению № { $number } одним сообщением.
reports-answer-sent = Ответ по поручению № { $number } передан.
reports-answer-head = Ответ на вопрос
reports-answered-already = На этот вопрос уже ответили.
reports-no-answer = ответа ещё нет
