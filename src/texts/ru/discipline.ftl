# The discipline index: units, items behind the number, the formula, appeals, absences.
discipline-title = <b>Исполнительская дисциплина</b>
  { $unit }
  { $span }
discipline-own = Ваши поручения
discipline-index = Индекс: <b>{ $index }</b> из 100. Учтено поручений: { $sample }
discipline-few = Индекс не рассчитывается: учтено поручений { $sample }, нужно не менее { $least }
discipline-nothing = За этот период нет поручений со сроком, которые уже можно оценить.
discipline-timeliness = В срок: { $inTime } · с нарушением срока: { $late } · не исполнено: { $notDone }
discipline-quality = Принято с первого раза: { $acceptedAtFirst } · возвращалось: { $returned }
discipline-rest = Продлевалось: { $extended } · не ознакомились вовремя: { $unacknowledged }
discipline-span-m = Месяц
discipline-span-m1 = Прошлый месяц
discipline-span-q = Квартал
discipline-span-q1 = Прошлый квартал
discipline-span-y = Год
discipline-button-items = Поручения, из которых сложился индекс
discipline-button-formula = Как считается
discipline-button-appeals = Возражения: { $n }
discipline-button-appeal = № { $number }: возразить
discipline-button-back = Назад
discipline-button-up = ↑ Выше
discipline-button-grant = Удовлетворить
discipline-button-refuse = Отклонить
discipline-button-absence = Отсутствие
discipline-button-note = Записать отсутствие
discipline-button-undo = Отменить { $from }–{ $to }
discipline-formula = <b>Как считается индекс</b>

  Каждое обязательное поручение (и обязательство), срок которого пришёлся на период, получает до 100 баллов, если оно принято или его срок истёк. Индекс — среднее этих баллов.

  • Срок: исполнено в срок — { $inTime }, с нарушением срока — { $late }, не исполнено — 0. В срок — по дате отчёта, который в итоге принят. Отчёт на рассмотрении после срока засчитывается по дате сдачи так, как будет засчитан при принятии; если он возвращён, поручение снова считается неисполненным.
  • Качество: принято с первого раза — { $first }, после одного возврата — { $once }, после двух — { $twice }, более — 0.
  • Срок не продлевался — { $kept }, продлевался один раз — { $moved }, чаще — 0.
  • Ознакомление до конца следующего рабочего дня — { $acknowledged }.

  За качество и неизменный срок неисполненное поручение баллов не получает. Если учтено меньше { $least } поручений, индекса нет.
  Не учитываются: рекомендации и предложения, отчёты на рассмотрении до наступления срока, снятые и отменённые поручения, поручения, срок которых пришёлся на подтверждённое отсутствие.
  С любым пунктом исполнитель может не согласиться: кнопка под списком поручений.
discipline-items-title = <b>{ $unit }</b>
  Поручений: { $total }
discipline-item = № { $number } · { $due } · баллов: <b>{ $points }</b>
  { $org } { $headline }
  { $why }
discipline-outcome-in_time = исполнено в срок
discipline-outcome-late = исполнено с нарушением срока
discipline-outcome-not_done = не исполнено
discipline-review-in_time = сдано в срок, отчёт на рассмотрении
discipline-review-late = сдано с нарушением срока, отчёт на рассмотрении
discipline-returns = возвращено на доработку: { $n }
discipline-extensions = срок продлён: { $n }
discipline-unacknowledged = не ознакомились вовремя
discipline-granted-mark = возражение удовлетворено
discipline-disputed = возражение рассматривается
discipline-left-absent = не учитывается: подтверждённое отсутствие
discipline-left-excused = не учитывается: возражение удовлетворено
discipline-fault-overdue = нарушение срока
discipline-fault-returned = возврат на доработку
discipline-fault-extended = продление срока
discipline-fault-unacknowledged = ознакомление не вовремя
discipline-ask-fault = Поручение № { $number }. С чем вы не согласны?
discipline-ask-text = Поручение № { $number }, { $fault }. Напишите, почему это не должно учитываться.
discipline-sent = Возражение по поручению № { $number } передано. Решает тот, кто дал поручение.
discipline-dropped = Хорошо, ничего не отправлено.
discipline-appeal = <b>Возражение по индексу дисциплины</b>
  № { $number } · { $headline }
  Исполнитель: { $org }
  Срок: { $due }
  Спорный пункт: { $fault }

  { $text }
discipline-no-appeals = Возражений на рассмотрении нет.
discipline-ask-refusal = Поручение № { $number }. Напишите, почему возражение отклоняется.
discipline-granted-done = Возражение по поручению № { $number } удовлетворено, индекс пересчитан.
discipline-refused-done = Возражение по поручению № { $number } отклонено, исполнителю сообщено.
discipline-told-granted = Возражение по поручению № { $number } удовлетворено: { $fault }. Этот пункт больше не учитывается.
discipline-told-refused = Возражение по поручению № { $number } отклонено: { $fault }.
  Причина: { $answer }
discipline-no-fault = По этому поручению такой пункт в индексе не учитывается.
discipline-appealed-already = Возражение по этому пункту уже на рассмотрении.
discipline-decided-already = По этому пункту решение уже принято.
discipline-not-yours = Это поручение дано не вам.
discipline-own-appeal = Собственное возражение рассматривает другой.
discipline-own-absence = Своё отсутствие записывает другой.
discipline-days-turned = Последний день раньше первого.
discipline-absence-known = На эти дни отсутствие уже записано.
discipline-nobody = Индекс виден тем, у кого есть поручения или подчинённые организации.
discipline-absences = <b>Отсутствия</b>
  { $post }
  Поручения, срок которых приходится на эти дни, в индексе дисциплины не учитываются.
discipline-absence-line = { $from }–{ $to }: { $reason }
discipline-absence-none = Записей нет.
discipline-absence-leave = отпуск
discipline-absence-illness = болезнь
discipline-absence-trip = командировка
discipline-absence-other = другое
discipline-ask-from = { $post }. Первый день отсутствия?
discipline-ask-to = Последний день отсутствия (включительно)?
discipline-ask-reason = По какой причине?
discipline-confirm-absence = { $post }
  Отсутствие: { $from } – { $to }, { $reason }. Записать?
discipline-absence-noted = Отсутствие записано.
discipline-absence-cancelled = Запись отменена.
discipline-kind-sample = Учтено: { $n }
discipline-kind-inTime = В срок: { $n }
discipline-kind-late = С нарушением срока: { $n }
discipline-kind-notDone = Не исполнено: { $n }
discipline-kind-acceptedAtFirst = Принято с первого раза: { $n }
discipline-kind-returned = Возвращалось: { $n }
discipline-kind-extended = Продлевалось: { $n }
discipline-kind-unacknowledged = Не ознакомились: { $n }
