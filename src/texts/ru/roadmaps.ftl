# Roadmaps: sections, measures, milestones, versions, tables.
roadmaps-list = <b>Дорожные карты</b>: { $total }
roadmaps-none = Дорожных карт, которые касаются вас, пока нет.
roadmaps-none-yet = Дорожных карт пока нет. Загрузите таблицу: номер, мероприятие, форма завершения, срок, ответственный, примечание.
roadmaps-state-draft = черновик
roadmaps-state-approved = на исполнении
roadmaps-state-closed = завершена
roadmaps-state-cancelled = отменена
roadmaps-in-force = Состояние: { $state } · версия { $version }
roadmaps-draft-state = Черновик. Утверждает: { $post }
roadmaps-term = { $draft ->
    [yes] Срок: до { $term }
   *[no] Срок: { $term }
  }
roadmaps-of-task = По поручению: { $number }
roadmaps-own-part = Показаны только мероприятия, в которых участвуете вы или ваши организации.
roadmaps-measures = Мероприятия: { $n }
roadmaps-done = { $n ->
    [0] выполнено: { $n }
   *[other] выполнено: { $n }, из них в срок: { $inTime }
  }
roadmaps-overdue = просрочено: { $n }
roadmaps-doubtful = проверить: { $n }
roadmaps-number-a = Мероприятия: { $n }
roadmaps-number-d = Выполнено: { $n }
roadmaps-number-i = В срок: { $n }
roadmaps-number-o = Просрочено: { $n }
roadmaps-number-q = Проверить: { $n }
roadmaps-number-none = Таких мероприятий нет.
roadmaps-section-tally = { $done ->
    [0] выполнено { $done } из { $total }
   *[other] выполнено { $done } из { $total }, в срок { $inTime }
  }
roadmaps-section-unnamed = Мероприятия
roadmaps-section-empty = В этом разделе мероприятий нет.
roadmaps-status-done = выполнено в срок
roadmaps-status-late = выполнено с опозданием
roadmaps-status-overdue = просрочено
roadmaps-status-work = в работе
roadmaps-status-planned = не начато
roadmaps-status-draft = черновик
roadmaps-status-cancelled = отменено
roadmaps-term-standing = постоянно
roadmaps-term-none = без срока
roadmaps-label-section = Раздел: { $value }
roadmaps-label-due = Срок: { $value }
roadmaps-label-form = Форма завершения: { $value }
roadmaps-indicators = <b>Индикаторы</b>: { $n }
roadmaps-measure-no-indicators = Индикаторов у мероприятия нет.
roadmaps-label-note = Примечание: { $value }
roadmaps-label-responsible = Ответственный: { $value }
roadmaps-executors = <b>Исполнители</b>
roadmaps-co-executor = соисполнитель
roadmaps-milestones = <b>Контрольные точки</b>
roadmaps-more = … и ещё { $n }
roadmaps-share-assigned = не подтверждено
roadmaps-share-acknowledged = в работе
roadmaps-share-submitted = отчёт на рассмотрении
roadmaps-share-returned = возвращено на доработку
roadmaps-share-accepted = принято в срок
roadmaps-share-late = принято с опозданием
roadmaps-share-misaddressed = адресовано ошибочно
roadmaps-share-withdrawn = отозвано
roadmaps-share-waived = снято с исполнителя
roadmaps-share-overdue = просрочено
roadmaps-button-import = ➕ Загрузить таблицу
roadmaps-button-list = Все дорожные карты
roadmaps-button-open = Открыть дорожную карту
roadmaps-button-back = ‹ Назад
roadmaps-button-approve = ✅ Утвердить
roadmaps-button-send = 📨 Отправить на утверждение
roadmaps-button-return = ↩️ Вернуть
roadmaps-button-rename = ✏️ Название
roadmaps-button-drop = 🗑 Удалить
roadmaps-button-gantt = 📊 График
roadmaps-button-gantt-section = 📊 График раздела
roadmaps-button-file = 📄 Таблица
roadmaps-button-figures = План и факт
roadmaps-button-asof = На дату
roadmaps-button-versions = Версии: { $n }
roadmaps-button-version = 📄 Таблица версии { $version }
roadmaps-button-add = ➕ Мероприятие
roadmaps-button-text = ✏️ Текст
roadmaps-button-due = 📅 Срок
roadmaps-button-executor = 👤 Исполнитель
roadmaps-button-add-executor = ➕ Исполнитель
roadmaps-button-drop-executor = ➖ Исполнитель
roadmaps-button-form = ✏️ Форма завершения
roadmaps-button-note = ✏️ Примечание
roadmaps-button-no-note = Без примечания
roadmaps-button-rename-section = ✏️ Название раздела
roadmaps-button-milestone = ➕ Контрольная точка
roadmaps-button-edit-milestone = ✏️ Контрольная точка
roadmaps-button-milestone-name = ✏️ Название
roadmaps-button-indicator = ➕ Индикатор
roadmaps-button-indicators = 📈 Индикаторы: { $n }
roadmaps-button-measure = 📈 Индикаторы мероприятия
roadmaps-button-remove = ✖️ Исключить
roadmaps-button-task = Открыть карточку
roadmaps-button-amend = ✏️ Изменить в дорожной карте
roadmaps-button-skip = Без формы завершения
roadmaps-ask = Вам на утверждение дорожная карта. После утверждения все мероприятия сразу уйдут исполнителям.
roadmaps-ask-body = Чья это дорожная карта? Выберите или напишите несколько букв.
roadmaps-ask-issuer = Кто утверждает? Выберите или напишите несколько букв.
roadmaps-ask-file = Пришлите таблицу (XLSX или CSV) или вставьте её текстом.
  Столбцы узнаются по названиям, порядок любой: №, мероприятие, форма завершения, срок, ответственный, примечание; ещё могут быть контрольные точки и индикатор (несколько: через точку с запятой). Разделы: строки на всю ширину.
roadmaps-ask-name = Новое название дорожной карты:
roadmaps-ask-return = Почему возвращаете? Причину увидит тот, кто готовил.
roadmaps-ask-asof = На какой день показать? Дорожная карта действует с { $day }.
roadmaps-ask-text = Текст мероприятия:
roadmaps-ask-due = Срок:
roadmaps-ask-form = Форма завершения:
roadmaps-ask-note = Примечание:
roadmaps-ask-section = Новое название раздела:
roadmaps-ask-executor = Ответственный исполнитель: выберите или напишите несколько букв.
roadmaps-ask-one-more = Кого добавить исполнителем? Выберите или напишите несколько букв.
roadmaps-ask-instead-of = Кого заменить? Выберите или напишите несколько букв.
roadmaps-ask-without = Кого исключить из исполнителей? Выберите или напишите несколько букв.
roadmaps-ask-milestone = Название контрольной точки:
roadmaps-ask-which-milestone = Какую контрольную точку изменить?
roadmaps-ask-milestone-what = Что изменить?
roadmaps-ask-indicator = По какому показателю оценивается мероприятие? Выберите или напишите несколько букв.
roadmaps-ask-reason = Причина изменения:
roadmaps-nobody-issues = Утверждающий не найден.
roadmaps-no-indicators = Других показателей нет. Их заводят командой /indicators.
roadmaps-unnamed = Дорожная карта
roadmaps-echo-remove = Мероприятие будет исключено, его поручение отменено.
roadmaps-echo-milestone-removed = Контрольная точка будет исключена: { $value }
roadmaps-echo-executor-added = Новый исполнитель: { $value }
roadmaps-echo-executor-removed = Больше не исполнитель: { $value }
roadmaps-change-sure = Изменить черновик?
roadmaps-amend-sure = Внести изменение? Появится новая версия, исполнители узнают.
roadmaps-amend-sure-quiet = Внести изменение? Появится новая версия.
roadmaps-drop-sure = Удалить черновик со всеми мероприятиями?
roadmaps-dropped = Черновик удалён.
roadmaps-changed = Черновик изменён.
roadmaps-amended = Изменение внесено, версия { $version }.
roadmaps-returned = Возвращено на доработку.
roadmaps-indicator-linked = Индикатор указан.
roadmaps-indicator-unlinked = Индикатор снят.
roadmaps-indicators-full = У одного мероприятия не больше индикаторов, чем { $max }.
roadmaps-sent = Отправлено на утверждение.
roadmaps-sent-nobody = Утверждающий не пользуется ботом. Пригласите его или передайте лично.
roadmaps-approved = { $n ->
    [one] ✅ Дорожная карта утверждена: { $n } мероприятие передано исполнителям.
    [few] ✅ Дорожная карта утверждена: { $n } мероприятия переданы исполнителям.
   *[other] ✅ Дорожная карта утверждена: { $n } мероприятий переданы исполнителям.
  }
roadmaps-unreached = Без связи с ботом исполнителей: { $n }
roadmaps-told-approved = ✅ Дорожная карта утверждена: { $name }{ $unreached ->
    [0] { "" }
   *[other] . Без связи с ботом исполнителей: { $unreached }
  }
roadmaps-told-returned = ↩️ Дорожная карта возвращена: { $name }
  Причина: { $reason }
roadmaps-told-closed = ✅ Все мероприятия завершены, дорожная карта закрыта: { $name }
roadmaps-milestone-reached = Контрольная точка пройдена.
roadmaps-milestone-reopened = Отметка снята.
roadmaps-milestone-others = Отмечает исполнитель или контролёр, пока мероприятие на исполнении.
roadmaps-nothing-to-draw = Рисовать нечего: мероприятий нет.
roadmaps-same-file = Эта таблица уже загружена: { $name }. Второй раз она не нужна.
roadmaps-task-has-one = По этому поручению дорожная карта уже есть.
roadmaps-left-unchanged = Ничего не изменено. Посмотрите дорожную карту, какая она сейчас.
roadmaps-changed-shown = Дорожная карта с тех пор изменилась. Ниже она показана такой, какая есть сейчас.
roadmaps-changed-since = Дорожная карта с тех пор изменилась. Откройте её заново.
roadmaps-approved-already = Дорожная карта уже утверждена.
roadmaps-closed-already = Дорожная карта завершена, изменения не вносятся.
roadmaps-only-issuer = Это решает тот, кто утверждает дорожную карту.
roadmaps-amend-only = Мероприятие дорожной карты меняют в ней: появится новая версия с причиной.
roadmaps-measure-done = Мероприятие уже исполнено или отчёт на рассмотрении: исполнитель не меняется.
roadmaps-executor-already = Эта организация уже исполняет мероприятие.
roadmaps-last-executor = Без исполнителя мероприятие оставить нельзя. Замените исполнителя или исключите мероприятие.
roadmaps-measure-lacks = Мероприятие { $number }: { $why ->
    [tasks-missing-text] нет текста
    [tasks-missing-executors] нет исполнителя
    [tasks-missing-due] нет срока
    [tasks-due-past] срок уже прошёл
    [guard-task-open] в тексте личные данные
    [outside] исполнитель не подчинён утверждающему
   *[other] заполнено не всё
  }. Исправьте и утвердите снова.
roadmaps-empty = В дорожной карте нет мероприятий.
roadmaps-full = В одной дорожной карте не больше мероприятий, чем { $max }.
roadmaps-name-empty = Название не может быть пустым.
roadmaps-not-yet = В тот день дорожная карта ещё не действовала.
roadmaps-asof-head = На конец дня { $day } · версия { $version }
roadmaps-version = <b>Версия { $version }</b> от { $day } · мероприятия: { $n }
roadmaps-version-first = Утверждена
roadmaps-version-reason = Причина: { $reason }
roadmaps-figures = <b>{ $name }</b>
  План и факт
roadmaps-no-figures = Показатели у мероприятий не указаны.
roadmaps-figure-short = план: { $plan } · факт: { $fact } · { $percent }
roadmaps-figure-words = Ответы без числа: { $n }
roadmaps-figure = <b>{ $name }</b>, { $unit } · { $period }
  План: { $plan } · факт: { $fact } · отклонение: { $deviation } · выполнение: { $percent }
  Мероприятия: { $measures }
roadmaps-import-plan = Мероприятия: { $measures } · разделы: { $sections }
  Утверждает: { $issuer }
roadmaps-import-doubts = Проверьте: { $n }
roadmaps-import-row = строка { $line }.
roadmaps-import-sure = Создать черновик? Исполнителям ничего не уйдёт до утверждения.
roadmaps-imported = Черновик готов. Проверьте мероприятия и отправьте на утверждение.
roadmaps-import-faults = Таблица не принята. Ошибки: { $n }
roadmaps-import-nothing = Ничего не записано. Исправьте и пришлите снова.
roadmaps-import-too-many = В таблице слишком много мероприятий: { $n }. В одной дорожной карте их не больше 300.
roadmaps-import-no-header = Не нашлась строка с названиями столбцов: нужны «Мероприятие» и «Срок» или «Ответственный».
roadmaps-import-no-measures = В таблице нет мероприятий.
roadmaps-fault-formula = Строка { $line }: вместо значения формула или ошибка: { $words }
roadmaps-fault-no-text = Строка { $line }: нет текста мероприятия
roadmaps-fault-long-text = Строка { $line }: слишком длинный текст мероприятия
roadmaps-fault-number-for-text = Строка { $line }: вместо мероприятия число: { $words }
roadmaps-fault-no-due = Строка { $line }: нет срока
roadmaps-fault-due = Строка { $line }: срок не понят: { $words }
roadmaps-fault-no-executor = Строка { $line }: нет ответственного
roadmaps-fault-executor = Строка { $line }: ответственный не найден: { $words }
roadmaps-fault-several = Строка { $line }: подходит несколько исполнителей, уточните: { $words }
roadmaps-fault-outside = Строка { $line }: утверждающий не может давать поручения: { $words }
roadmaps-fault-milestone = Строка { $line }: у контрольной точки нет понятной даты: { $words }
roadmaps-fault-sensitive = Строка { $line }: в тексте личные данные, уберите их
roadmaps-doubt-text-above = Ячейка пуста, мероприятие взято из строки выше: { $words }
roadmaps-doubt-due-above = Ячейка пуста, срок взят из строки выше: { $words }
roadmaps-doubt-people-above = Ячейка пуста, ответственный взят из строки выше
roadmaps-doubt-standing = Постоянно, без даты: завершается только решением: { $words }
roadmaps-doubt-often = Повторяется: срок взят по последней дате, промежуточные сведения ожидаются: { $words }
roadmaps-doubt-twice = Такое же мероприятие уже есть в строке: { $words }
roadmaps-doubt-indicator = Показатель не найден, его слова записаны в примечание: { $words }
roadmaps-file-under = { $org } · версия { $version } · { $day }
roadmaps-file-draft = { $org } · черновик · { $day }
roadmaps-sheet = Дорожная карта
roadmaps-column-number = №
roadmaps-column-text = Мероприятие
roadmaps-column-form = Форма завершения
roadmaps-column-due = Срок исполнения
roadmaps-column-responsible = Ответственные исполнители
roadmaps-column-milestones = Контрольные точки
roadmaps-column-indicator = Индикатор
roadmaps-column-note = Примечание
roadmaps-gantt-done = выполнено
roadmaps-gantt-work = в работе
roadmaps-gantt-overdue = просрочено
roadmaps-gantt-planned = не начато
roadmaps-gantt-milestone = контрольная точка
roadmaps-gantt-today = сегодня
roadmaps-gantt-rest = Не показано: { $n }. Откройте график раздела.
