# Extensions: asking for more time, opinions, the decision of the issuing level.
extensions-button-ask = Попросить продлить
extensions-button-all = Продлить всем
extensions-button-requests = Запросы о продлении
extensions-button-withdraw = Отозвать запрос
extensions-button-list = Все запросы
extensions-button-agree = Поддерживаю
extensions-button-disagree = Не поддерживаю
extensions-button-approve = Продлить до { $day }
extensions-button-other = Другая дата
extensions-button-decline = Отказать
extensions-button-own-reason = Своими словами
extensions-button-back = Назад
extensions-button-same = Продлить всем до { $day }: { $n }
extensions-button-none = Не нужно
extensions-button-as-said = Причина указана в сообщении
extensions-button-without = Без пояснения
extensions-button-all-yes = Продлить: { $n }

extensions-change = { $span } ({ $n }-е продление, +{ $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
  })
extensions-which = По какому поручению продлить срок?
extensions-ask-day = Поручение № { $number }, срок: { $day }. До какой даты нужно продлить?
extensions-impossible = Такой даты в календаре нет. Выберите другую.
extensions-proposal = Продлить срок по поручению № { $number }: { $span }, { $day }.
extensions-moved = { $day } — выходной день, дата перенесена по правилу организации.
extensions-late = Запрос поздний: менее двух рабочих дней до срока.
extensions-late-short = поздно
extensions-ask-why = По какой причине? Выберите или напишите.
extensions-reason-materials = Нет материалов
extensions-reason-money = Нет финансирования
extensions-reason-contractor = Ждём подрядчика
extensions-reason-papers = Документы на согласовании
extensions-reason-people = Не хватает людей
extensions-sent = Запрос о продлении по поручению № { $number } передан: { $span }. До решения действует прежний срок.
extensions-sent-late = Запрос отмечен как поздний.
extensions-dropped = Хорошо, срок остаётся прежним.
extensions-withdrawn = Запрос о продлении по поручению № { $number } отозван.

extensions-request = Запрос о продлении срока
extensions-requests = Запросы о продлении по поручению № { $number }: { $n }
extensions-opinion = { $name }: { $agrees ->
    [yes] поддерживает
   *[no] не поддерживает
  }
extensions-ask-other = До какой даты продлить срок по поручению № { $number }?
extensions-kept = Хорошо, решение пока не принято. Запрос остаётся открытым.
extensions-ask-refusal-of = Поручение № { $number }. Укажите причину отказа в продлении.
extensions-ask-refusal = Напишите причину отказа одним сообщением: её увидит исполнитель.
extensions-refusal-grounds = Недостаточно оснований
extensions-refusal-strict = Срок установлен вышестоящим органом
extensions-refusal-enough = Времени достаточно
extensions-refusal-again = Срок уже продлевался
extensions-ask-opinion = Почему не поддерживаете? Напишите или нажмите кнопку.
extensions-opinion-done = Мнение о продлении по поручению № { $number } записано.
extensions-approve-done = ✅ Срок по поручению № { $number } продлён: { $span }, { $day }.
extensions-same-done = ✅ По поручению № { $number } продлено до { $day }: { $n }
extensions-decline-done = В продлении по поручению № { $number } отказано. Причина: { $reason }
extensions-approved = Срок по поручению № { $number } продлён.
extensions-other-day = Дата установлена не та, о которой вы просили.
extensions-declined = В продлении срока по поручению № { $number } отказано.

extensions-ask-all = Поручение № { $number }, срок: { $day }. До какой даты продлить всем, кто ещё не исполнил?
extensions-ask-all-reason = Укажите причину одним сообщением: её увидят исполнители.
extensions-all-confirm = Продлить срок по поручению № { $number } всем, кто ещё не исполнил: { $n }. { $span }, { $day }
extensions-all-internal = Соисполнителям ({ $n }) устанавливается внутренний срок: за три рабочих дня до этой даты.
extensions-all-done = ✅ Срок по поручению № { $number } продлён всем до: { $day }. Исполнителей: { $n }

extensions-under-review = Отчёт по поручению № { $number } уже на рассмотрении, продлевать срок не нужно.
extensions-finished = Поручение № { $number } завершено, срок не продлевается.
extensions-misaddressed = Поручение № { $number } возвращено как направленное не по адресу: дождитесь решения.
extensions-no-date = У поручения № { $number } нет срока, продлевать нечего.
extensions-past = Эта дата уже прошла. Выберите другую.
extensions-not-later = Срок и так { $day }. Выберите более позднюю дату.
extensions-beyond-parent = Срок вышестоящего поручения: { $day }. Дальше него продлить нельзя.
extensions-beyond-responsible = Срок ответственного исполнителя: { $day }. Срок соисполнителя не может быть позже.
extensions-far = Дата слишком далёкая: не больше двух лет.
extensions-open-already = По поручению № { $number } уже есть запрос о продлении до { $day }. Сначала отзовите его или дождитесь решения.
extensions-not-yours = Это поручение дано не вам.
extensions-decided-already = По этому запросу уже есть решение ({ $state ->
    [approved] продлено
    [declined] отказано
    [withdrawn] отозван исполнителем
   *[expired] больше не актуален
  }): { $name }, { $at }.
extensions-no-opinion = Решение здесь за вами, мнение не требуется.
extensions-may-not = У вас нет права решать о продлении по этому поручению.
extensions-may-not-decide = Срок переносит только тот, кто дал поручение.
extensions-none-left = Запросов о продлении нет.
extensions-none-to-extend = По поручению № { $number } некому продлевать срок: у всех он не раньше.
