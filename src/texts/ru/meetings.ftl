# Meetings: series, sittings, agenda, attendance.
meetings-list = Заседания: { $sittings }. Серии заседаний: { $series }.
meetings-none = Заседаний, которые вы ведёте или на которые приглашены, нет.
meetings-button-create = ➕ Новая серия заседаний
meetings-button-next = ➕ Следующее заседание
meetings-button-last = 🗓 Последнее заседание
meetings-button-members = 👥 Участники
meetings-button-end = Завершить серию
meetings-button-list = Все заседания
meetings-button-agenda = 📋 Повестка
meetings-button-attendance = 👥 Явка
meetings-button-send = ✉️ Разослать повестку
meetings-button-move = Перенести
meetings-button-held = ✅ Заседание состоялось
meetings-button-close = ✅ Да, состоялось
meetings-button-draft = 📝 Проект резолюции
meetings-button-resolution = 📝 Резолюция заседания
meetings-button-question = ➕ Вопрос
meetings-button-note = 🖊 Заметка
meetings-button-remove = 🗑 Убрать из повестки
meetings-button-all-present = ✅ Все присутствуют
meetings-button-before-chair = ⚖️ Предложить председательствующему
meetings-button-accept = ✅ Принять отчёт { $n }
meetings-button-return = ↩️ Вернуть отчёт { $n }
meetings-button-set = { $state ->
    [heard] ✅ Заслушан
    [not_heard] ✖️ Не заслушан
   *[deferred] ⏭ Отложить
  }
meetings-by-hand = Дни заседаний назначаются вручную
meetings-time = Время: { $time }
meetings-place = Место: { $place }
meetings-day = Дата: { $day }
meetings-members = Участников: { $n }
meetings-standing = Постоянные вопросы:
meetings-series-ended = Серия заседаний завершена.
meetings-end-question = Завершить серию «{ $theme }»? Новые заседания открываться не будут, принятые резолюции остаются на контроле.
meetings-was-held = ✅ Заседание состоялось, повестка и явка больше не меняются.
meetings-held-question = Заседание состоялось? После этого повестка и явка не меняются.
meetings-held-agenda = Повестка: вопросов { $total }, не отмечены { $open } (будут считаться не заслушанными)
meetings-attendance = Явка: присутствуют { $present } из { $total }, заменены { $substitute }, отсутствуют { $absent }, по уважительной причине { $excused }, не отмечены { $invited }
meetings-expected = Приглашены: { $n }
meetings-attendance-how = Нажмите на имя, чтобы изменить: ✅ присутствует, ✖️ отсутствует, 📄 уважительная причина, 🔄 замена.
meetings-all-present = Отмечены присутствующими: { $n }
meetings-counts = Вопросов: { $questions }. Невыполненных пунктов: { $carried }, из них просрочено: { $overdue }.
meetings-overdue = Просрочено: { $numbers }
meetings-reporters = Кому докладывать: { $names }
meetings-reporters-many = № { $number }, исполнителей: { $n }
meetings-since = Изменилось с прошлого заседания:
meetings-changed = { $kind ->
    [accepted] Приняты отчёты
    [returned] Возвращены на доработку
    [extended] Изменён срок
   *[new] Новые пункты
  }: { $numbers }
meetings-agenda-empty = Повестка пуста.
meetings-question-state = Состояние: { $state ->
    [heard] заслушан
    [not_heard] не заслушан
    [deferred] отложен
   *[planned] в повестке
  }
meetings-note = Заметка: { $note }
meetings-report = Отчёт { $n }.
meetings-at = На заседании { $day }
meetings-invited = Вы приглашены на заседание. Повестка:
meetings-brief = К предстоящему заседанию
meetings-before-you = ⚖️ Секретарь предлагает принять решение по этому пункту.
meetings-put-before-chair = Передано председательствующему.
meetings-chair-unreached = Председательствующему пока нельзя написать: бот у него не запущен.
meetings-accepted = Отчёт по пункту { $number } принят на заседании.
meetings-returned = Отчёт по пункту { $number } возвращён.
meetings-agenda-sent = Повестка отправлена: { $told }.{ $unreached ->
    [0] {""}
   *[other] {" "}Не могут получать личные сообщения: { $unreached }.
  }
meetings-open-already = Следующее заседание уже открыто.
meetings-draft-open = 📝 Проект резолюции открыт. Заслушанные вопросы войдут в него.
meetings-take-over = Невыполненные пункты, которые можно взять на контроль с новым сроком; прежний пункт будет снят, когда проект примут, первый срок сохранится:
meetings-from-item = Пункт { $number }, протокол № { $protocol } от { $day }
meetings-taken = Пункт { $number } добавлен в проект «{ $theme }».

meetings-ask-body = Какой орган проводит заседания? Нажмите кнопку или напишите часть названия.
meetings-ask-theme = Как называются заседания? Например: «Аппаратное совещание».
meetings-ask-chair = Кто председательствует? Нажмите кнопку или напишите фамилию либо должность.
meetings-ask-first = День первого заседания?
meetings-ask-day = На какой день назначить заседание?
meetings-ask-repeat = Как часто проходят заседания?
meetings-repeat = { $repeat ->
    [weekly] Каждую неделю
    [fortnightly] Раз в две недели
    [monthly] Каждый месяц, в это число
    [nth] Каждый месяц, в этот день недели
   *[none] Назначаются вручную
  }
meetings-ask-time = Время начала? Например: 15:00.
meetings-ask-place = Где пройдут заседания?
meetings-ask-members = Кто участвует? Напишите через запятую, затем «Готово». Отмечено: { $n }. { $names }
meetings-ask-standing = Постоянные вопросы повестки, каждый с новой строки.
meetings-ask-question = Напишите вопрос повестки.
meetings-ask-speaker = Кто докладывает?
meetings-ask-note = Что отметить? Напишите одним сообщением.
meetings-ask-return = Что доработать? Причину увидит исполнитель.
meetings-members-set = Участников: { $n }
meetings-question-added = Вопрос добавлен в повестку.
meetings-noted = Заметка сохранена.

meetings-not-yours = Этим заседанием вы не занимаетесь.
meetings-held = Заседание уже состоялось, изменить его нельзя.
meetings-not-yet = Заседание ещё не началось.
meetings-day-past = Этот день уже прошёл.
meetings-day-taken = На этот день заседание уже назначено.
meetings-no-rule = Для этой серии день назначается вручную.
meetings-rule-unclear = Такая периодичность невозможна.
meetings-time-unclear = Напишите время так: 15:00.
meetings-too-many = Слишком много вопросов или участников.
meetings-nobody = У заседания нет участников.
meetings-question-empty = Напишите вопрос текстом.
meetings-so-already = Так уже отмечено.
meetings-item-stays = Невыполненный пункт остаётся в повестке, пока его не снимут с контроля.
meetings-finished-meanwhile = Этот пункт тем временем исполнен или отменён.
meetings-no-series-over = Периодический пункт продолжается сам, новый срок ему не нужен.
meetings-other-chair = Этот пункт поручал другой руководитель: снять его может только он.
meetings-taken-already = Этот пункт уже взят в проект.
meetings-button-chair = Председатель
meetings-button-secretary = Секретарь
meetings-button-series = К серии заседаний
meetings-secretary = Секретарь: { $name }
meetings-no-secretary = Без секретаря
meetings-ask-secretary = Кто ведёт протокол заседаний? Показаны секретари организации и вышестоящих.
meetings-confirm-officer = { $officer ->
    [chair] Новый председатель
   *[other] Новый секретарь
  }: { $name }
  Заседания: { $theme }
  Изменить?
meetings-officer-set = Изменено. Ближайшее заседание изменено тоже.
meetings-officer-set-next = Изменено со следующего заседания: решение ближайшего уже готовится, его ведёт прежний председатель.
meetings-officer-set-series = Изменено. Назначенного заседания сейчас нет: действует со следующего.
meetings-may-not-keep = Эта должность не может вести протокол: нужен секретарь этой организации или вышестоящей.
