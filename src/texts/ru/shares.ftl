# Shares of executors after issuing: not ours, withdrawn, replaced, given up, handed in, handed down.
shares-private-first = Это делается в личном чате с ботом.
shares-reason-ask-withdraw = Почему снимается исполнитель по поручению № { $number }? Причину он увидит.
shares-reason-ask-sendback = Почему поручение № { $number } всё же его? Напишите одним сообщением, исполнитель это увидит.
shares-reason-ask-waive = Почему эта часть поручения № { $number } не нужна? Причина останется в истории, соисполнитель её увидит.
shares-reason-ask-reopen = Какие новые обстоятельства по поручению № { $number }? Принятый отчёт вернётся на доработку.
shares-reason-ask-handin = На контроле остаются переданные дальше части поручения № { $number }. Почему итоговый отчёт сдаётся без них?
shares-reason-ask-close = На контроле остаются части поручения № { $number }. Напишите, почему оно снимается с контроля без них.
shares-reason-ask-cancelparts = Почему отменяются части поручения № { $number }? Причину увидят исполнители.

shares-notours-ask = Поручение № { $number }. Почему оно не вам? Выберите причину или напишите своими словами.
shares-notours-reason-competence = Не входит в нашу компетенцию
shares-notours-reason-address = Адресовано другой организации
shares-notours-reason-double = Уже исполняем по другому поручению
shares-notours-reason-absent = У нас нет такого объекта
shares-notours-whose = Если знаете, чьё это поручение, напишите номер школы, организацию или фамилию.
shares-notours-unknown = Не знаю
shares-notours-words = { $reason }. Возможный исполнитель: { $words }
shares-notours-done = Передано автору поручения № { $number }. Пока он не решил, срок за вами не считается пропущенным.
shares-notours-late = Сообщить «не нам» можно в течение одного рабочего дня. По поручению № { $number } он истёк: обратитесь к автору ({ $name }) или попросите продлить срок.
shares-notours-once = Автор поручения № { $number } уже рассматривал это и вернул поручение вам.
shares-notours-already = По поручению № { $number } это уже передано автору.
shares-notours-state = По поручению № { $number } отчёт уже поступал, «не нам» сказать нельзя. Обратитесь к автору.
shares-notours-own = Обязательство № { $number } вы взяли на себя сами. Изменить или снять его может тот, кто его контролирует: напишите ему или попросите продлить срок.

shares-misaddressed = Исполнитель сообщает, что поручение № { $number } не ему.
shares-misaddressed-again = Ждёт вашего решения с { $at }: исполнитель сообщил, что поручение № { $number } не ему.
shares-executor = Исполнитель: { $name }
shares-perhaps = Возможный исполнитель: { $name }
shares-decided-withdrawn = Решено: исполнитель снят.
shares-decided-replaced = Решено: поручение передано. Исполнитель: { $name }
shares-decided-back = Решено: поручение возвращено исполнителю.
shares-button-give-to = Передать: { $name }
shares-button-give = Передать другому
shares-button-withdraw = Снять исполнителя
shares-button-sendback = Вернуть исполнителю
shares-sent-back = Автор рассмотрел: поручение № { $number } остаётся за вами.
shares-sent-back-done = Поручение № { $number } возвращено исполнителю.
shares-decided-already = По поручению № { $number } это уже решено.
shares-may-not-decide = Решает автор поручения.

shares-withdrawn = Поручение № { $number } с вас снято, исполнять его не нужно.
shares-withdrawn-done = Исполнитель снят с поручения № { $number }.
shares-withdrawn-nobody = Исполнитель снят. Других исполнителей у поручения № { $number } нет: передайте его другому или отмените.
shares-may-not-withdraw = Снять или заменить исполнителя может только автор поручения.
shares-withdrawn-already = С этого исполнителя поручение № { $number } уже снято.
shares-accepted-already = Отчёт этого исполнителя по поручению № { $number } уже принят.
shares-replace-responsible = Это ответственный исполнитель, а соисполнители ещё работают. Замените его, снять без замены нельзя.

shares-replace-who = Кому передать поручение № { $number }? Напишите номер школы, организацию или фамилию, либо выберите.
shares-replace-why = Новый исполнитель: { $name }. Почему поручение № { $number } передаётся? Причину увидят оба.
shares-replace-late = ⚠️ Срок уже прошёл: { $day }. Новый исполнитель получит поручение просроченным.
shares-replaced-done = Поручение № { $number } передано. Новый исполнитель: { $name }. Первоначальный срок сохранён.
shares-replaced-parts = Части, которые раздал прежний исполнитель, остаются у него на контроле, они за новым не следуют. Таких частей: { $n }
shares-replaced-span =
    { $span ->
        [period] Только в этом периоде: следующие придут прежнему исполнителю.
       *[onwards] Следующие периоды тоже придут новому исполнителю.
    }
shares-span-ask = Это период периодического поручения. Новый исполнитель: { $name }. Насколько?
shares-span-button =
    { $span ->
        [period] Только этот период
       *[onwards] С этого периода и дальше
    }
shares-replace-nobody = Никого подходящего не нашлось.
shares-has-already = У этого исполнителя уже есть поручение № { $number }.
shares-may-not-give = Этому исполнителю ваша должность не может давать поручения.
shares-taken-over = Прежний исполнитель поручения № { $number } ({ $name }) сообщал о ходе исполнения:

shares-missing-head = Итоговый отчёт по поручению № { $number } сохранён и ждёт частей.
shares-awaited-head = По поручению № { $number } получены ещё не все части.
shares-missing-none = Всё получено: итоговый отчёт можно сдать.
shares-missing-state = { $state ->
    [submitted] отчёт ждёт вашего подтверждения
    [returned] возвращено на доработку
    [misaddressed] сообщает, что поручение не по адресу
    [acknowledged] в работе
   *[assigned] нет отметки об ознакомлении
  }
shares-missing-parts = Переданы дальше и ещё на контроле: { $n }
shares-button-confirm = Рассмотреть: { $name }
shares-button-waive = Не требуется: { $name }
shares-button-remind = Напомнить: { $n }
shares-button-awaited = Чьи части ещё не получены
shares-button-handin = Сдать итоговый отчёт
shares-button-handin-anyway = Сдать без частей, указав причину
shares-waived = Ваша часть поручения № { $number } больше не требуется.
shares-waived-done = Часть снята по поручению № { $number }, причина сохранена.
shares-may-not-waive = Снять часть может ответственный исполнитель или автор, но не свою собственную.
shares-nudge = Просьба передать вашу часть ответственному исполнителю. От: { $name }
shares-reminded = Напоминание по поручению № { $number } отправлено. Получат: { $n }.
shares-reminded-already = По поручению № { $number } сегодня уже напомнено, или напоминать некому.
shares-all-in = Все части по поручению № { $number } получены. Итоговый отчёт можно сдать.
shares-your-report = Ваш отчёт: { $text }
shares-handed-in = Итоговый отчёт по поручению № { $number } сдан и передан на рассмотрение.
shares-handin-waits = Сдать пока нельзя: по поручению № { $number } ещё ждём части.
shares-handin-nothing = По поручению № { $number } нет сохранённого отчёта. Отправьте его заново.

shares-list-head = Исполнители поручения № { $number }: { $n }
shares-list-empty = Исполнителей с такими словами нет: { $words }
shares-button-find = Найти по номеру или названию
shares-find-ask = Напишите номер школы или часть названия.
shares-panel-replaces = Вместо: { $name }
shares-panel-replaced = Передано: { $name }
shares-button-replace = Заменить исполнителя
shares-button-reopen = Вернуть из-за новых обстоятельств
shares-button-card = Карточка поручения
shares-may-not-reopen = Вернуть принятое может только автор поручения, пока оно на контроле.
shares-reopened = Отчёт по поручению № { $number } возвращён на доработку.
shares-no-report = Принятого отчёта нет.

shares-down-ask = Что и кому поручить по № { $number }? Напишите одним сообщением, например: <code>Школам № 5 и № 12: представить сведения до 20 декабря</code>. Текст основного поручения добавится сам.
shares-down-until = Срок частей: не позже { $day }.
shares-down-nobody = Поручить дальше может руководитель, которому дано поручение.
shares-down-state = Отчёт по поручению № { $number } уже сдан, передавать его части дальше поздно.
shares-latest-none = У основного поручения нет срока.

shares-tree-head = Поручение и его части
shares-tree-count = { $done } из { $total }
shares-tree-late = просрочено: { $n }
shares-tree-closed = снято с контроля
shares-tree-cancelled = отменено
shares-tree-none = У поручения № { $number } частей нет.
shares-tree-above = Основное поручение: № { $number }
shares-parts-how = Укажите номер: <code>/parts 148</code>, или ответьте этой командой на карточку поручения.
shares-task-not-found = Поручения с таким номером среди доступных вам нет: { $words }
shares-task-which = Таких поручений несколько. Какое открыть?

shares-parent-moved = Срок поручения № { $number } перенесён на более ранний: { $day }. Ваши части кончаются позже:
shares-parent-moved-line = № { $number } — срок { $day }
shares-parent-moved-how = Части сами не переносятся: исправьте их срок.
shares-parent-ended = { $end ->
    [cancelled] Поручение № { $number } отменено.
    [closed] Поручение № { $number } снято с контроля.
   *[withdrawn] Поручение № { $number } с вас снято.
  } Переданные вами дальше части остаются на контроле: { $n }.
shares-button-cancel-parts = Отменить части: { $n }
shares-button-keep-parts = Оставить на контроле
shares-parts-kept = Части остаются на контроле.
shares-parts-cancelled = Отменено частей: { $n }.
shares-parts-none = Открытых частей больше нет.
