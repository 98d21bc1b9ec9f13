# History: the story of a task, the state of a resolution on a past day.
history-button = История
history-title = История поручения № { $number }
history-none = В журнале нет записей об этом поручении.
history-how = Напишите номер поручения, например: /history 148
history-privately = История показывается только в личном чате. Напишите боту лично.
history-by-bot = Система
history-by-somebody = Автор проекта
history-executors = Исполнители
history-left = Исключены из исполнителей
history-more = ещё { $n }
history-no-date = без срока
history-date = срок
history-task-date = Срок поручения
history-request = Запрошенный срок
history-changed-text = Изменён текст
history-changed-controller = Изменён контролёр
history-asof-title = Состояние на { $day }
history-asof-of = Протокол № { $number }: { $theme }
history-asof-of-bare = Протокол без номера: { $theme }
history-asof-totals = Исполнений: { $all }. Принято: { $accepted }. Просрочено: { $overdue }.
history-asof-advisory = Рекомендаций: { $n }
history-asof-discreet = Конфиденциальный пункт: содержание не показывается.
history-asof-overdue = просрочено
history-asof-later = Пунктов, ещё не выданных на этот день: { $n }
history-asof-which = Состояние какой резолюции показать на прошлую дату?
history-asof-none = Принятых резолюций нет.
history-asof-ask = На какой день показать состояние? Начиная с дня принятия: { $day }.
history-button-asof = На прошлую дату
history-button-other-day = Другой день
history-not-adopted = Резолюция не принята: состояния на прошлую дату нет.
history-day-future = Этот день ещё не наступил. Выберите прошедший.
history-day-before = В тот день резолюция ещё не была принята. День принятия: { $day }.

history-mark = { $mark ->
    [specialControl] Особый контроль
    [confidential] Конфиденциально
   *[public] Публично
  }: { $on ->
    [yes] установлено
   *[no] снято
  }
history-state = { $state ->
    [assigned] новое
    [acknowledged] на исполнении
    [submitted] на рассмотрении
    [returned] на доработке
    [accepted] принято
    [misaddressed] направлено ошибочно
   *[withdrawn] снято
  }
history-blocked = { $on ->
    [yes] есть препятствие
   *[no] препятствия нет
  }
history-role = { $role ->
    [responsible] ответственный исполнитель
   *[co_executor] соисполнитель
  }
history-asof-item = № { $number } · { $state ->
    [closed] снято с контроля
    [cancelled] отменено
   *[in_progress] на контроле
  }
history-asof-state = Резолюция: { $state ->
    [draft] проект
    [agreed] согласована
    [adopted] принята
    [closed] снята с контроля
    [cancelled] отменена
   *[on_control] на контроле
  }
history-event = { $verb ->
    [tasks-drafted] Составлен проект поручения
    [tasks-issued] Поручение дано
    [tasks-undone] Поручение отозвано до отправки
    [tasks-started] Исполнение начато
    [tasks-corrected] Поручение исправлено
    [tasks-joined] Добавлены исполнители
    [tasks-nudged] Напоминание тем, кто не отчитался
    [tasks-updates-set] Изменён порядок промежуточных сообщений
    [reminders-policy-set] Изменён порядок напоминаний
    [reminders-raised] Доложено заместителю акима
    [reminders-paused] Напоминания приостановлены
    [reminders-resumed] Напоминания возобновлены
    [tasks-closed] Снято с контроля
    [tasks-cancelled] Поручение отменено
    [tasks-marked] Изменена отметка
    [tasks-converted] Дано как поручение
    [tasks-handed-down] Часть поручена ниже
    [periods-ended] Периодическое поручение завершено
    [periods-finished] Периодическое поручение завершено
    [periods-not-opened] Период не открыт
    [participations-acknowledged] Ознакомление
    [participations-misaddressed] Исполнитель: направлено ошибочно
    [participations-sent-back] Возвращено исполнителю: исполнять
    [participations-withdrawn] Снято с исполнителя
    [participations-replaced] Исполнитель заменён
    [participations-waived] Исполнение не требуется
    [participations-reminded] Направлено напоминание
    [reports-submitted] Представлен отчёт
    [reports-handed-in] Сдан итоговый отчёт
    [reports-undone] Отчёт отозван
    [reports-accepted] Отчёт принят
    [reports-returned] Отчёт возвращён на доработку
    [reports-asked] Задан вопрос
    [reports-answered] Дан ответ на вопрос
    [reports-unblocked] Препятствие снято
    [reports-file-added] К отчёту добавлен файл
    [collections-answered] Дан ответ по полям
    [collections-corrected] Исправлен ответ по полям
    [collections-field-added] Добавлено поле ответа
    [collections-field-dropped] Убрано поле ответа
    [collections-acceptance-set] Изменён порядок приёма ответов
    [collections-indicator-bound] Ответы записываются в показатель
    [extensions-requested] Запрошено продление срока
    [extensions-opinion-given] Дано мнение о продлении
    [extensions-approved] Срок продлён
    [extensions-extended-all] Срок продлён для всех
    [extensions-declined] В продлении отказано
    [extensions-withdrawn] Запрос о продлении отозван
    [extensions-expired] Запрос о продлении утратил силу
    [resolutions-executors-changed] Изменены исполнители
    [resolutions-amended] Внесено изменение в резолюцию
    [resolutions-item-continued] Продолжено в новой резолюции
    [roadmaps-approved] Утверждена дорожная карта
    [roadmaps-milestone-reached] Пройдена контрольная точка
    [roadmaps-milestone-reopened] Снята отметка контрольной точки
    [shares-misaddressed] Исполнитель: направлено ошибочно
    [shares-taken-over] Поручение перешло другому исполнителю
   *[other] Изменение
  }
