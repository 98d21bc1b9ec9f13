# Tasks: drafts, cards, lists, refusals.
tasks-title = { $kind ->
    [recommendation] Рекомендация
    [proposal] Предложение
    [appeal] Обращение
    [commitment] Обязательство
    [note] К сведению
   *[assignment] Поручение
  } № { $number }
tasks-number = № { $number }
tasks-protocol = протокол от { $day } № { $number }
tasks-protocol-bare = протокол от { $day }
tasks-responsible = Ответственный: { $name }
tasks-co-executors = Соисполнители: { $names }
tasks-executor = Исполнитель: { $name }
tasks-executors = Исполнителей: { $n }
tasks-executors-none = Исполнитель: не назначен
tasks-advisory = из них рекомендации: { $n }
tasks-control = Контроль: { $name }
tasks-due = Срок: { $day }
tasks-due-time = Срок: { $day }, до { $time }
tasks-due-internal = Внутренний срок: { $day }
tasks-due-whole = Срок поручения: { $day }{ $timed ->
    [yes] , до { $time }
   *[no] {""}
  }
tasks-due-standing = Срок: постоянный контроль
tasks-due-none = Срок: не установлен
tasks-day-off = выходной день
tasks-form = Форма завершения: { $form }
tasks-home = Группа для карточки: { $name }
tasks-home-none = Группа для карточки: нет, исполнители получат поручение в личных чатах
tasks-more = ещё { $n }
tasks-no-date = без срока
tasks-reason = Причина: { $reason }

tasks-status-work = На исполнении
tasks-status-review = На рассмотрении
tasks-status-returned = Возвращено на доработку
tasks-status-accepted = ✅ Принято, исполнено в срок
tasks-status-accepted-late = ✅ Принято, исполнено с нарушением срока
tasks-status-withdrawn = Снято с исполнителя
tasks-status-closed = ✅ Снято с контроля
tasks-status-closed-in-time = ✅ Исполнено в срок, снято с контроля
tasks-status-closed-late = ✅ Исполнено с нарушением срока, снято с контроля
tasks-status-cancelled = Отменено
tasks-status-overdue = Срок истёк, просрочка { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
  }
tasks-progress = готовность { $n } %
tasks-held = итоговый отчёт ждёт частей
tasks-due-today = срок сегодня
tasks-days-left = { $n ->
    [one] остался { $n } рабочий день
    [few] осталось { $n } рабочих дня
   *[many] осталось { $n } рабочих дней
  }
tasks-count = Отчитались: { $done } из { $total }
tasks-count-accepted = принято: { $n }
tasks-count-submitted = на рассмотрении: { $n }
tasks-count-returned = на доработке: { $n }
tasks-count-overdue = просрочено: { $n }
tasks-part-other = Вне районов

tasks-draft = { $kind ->
    [recommendation] Проект рекомендации
    [proposal] Проект предложения
    [appeal] Проект обращения
    [commitment] Проект обязательства
    [note] Проект сообщения к сведению
   *[assignment] Проект поручения
  }
tasks-draft-reread = Сообщение изменено, проект прочитан заново.
tasks-role-responsible = ответственный
tasks-force = { $force ->
    [recommendation] рекомендация
    [proposal] предложение
    [appeal] обращение
    [commitment] обязательство
    [note] к сведению
   *[assignment] поручение
  }
tasks-doubt-outside = Вне ваших полномочий, не включены: { $words }
tasks-members-now = Рабочая группа «{ $name }»: состав берётся на день выдачи, исполнителей сейчас: { $n }
tasks-members-joining = Добавятся при выдаче: { $names }
tasks-members-leaving = Вышли из группы и не войдут: { $names }
tasks-doubt-vacant-seats = Место свободно, никого нет: { $words }
tasks-doubt-which-group = Подходит несколько рабочих групп, назовите точнее: { $words }
tasks-missing-text = Нет текста: напишите, что нужно сделать.
tasks-missing-executors = Нет исполнителя: нажмите «Изменить» и укажите, кому поручить.
tasks-missing-due = Нет срока: укажите дату через «Изменить» или выберите кнопкой.
tasks-due-past = Срок уже прошёл: укажите другую дату.
tasks-button-issue = Выдать
tasks-button-edit = Изменить
tasks-button-drop = Отмена
tasks-button-undo = Вернуть в проект
tasks-button-undated = Без срока
tasks-button-standing = Постоянный контроль
tasks-button-acknowledge = Ознакомлен(а)
tasks-button-report = Отправить отчёт
tasks-button-details = Подробнее
tasks-button-my = Мои поручения
tasks-button-close = Снять с контроля
tasks-button-cancel = Отменить поручение
tasks-button-review = На рассмотрении: { $n }
tasks-button-overdue = Просрочено: { $n }
tasks-button-control = На контроле: { $n }
tasks-button-tasks = Поручений: { $n }
tasks-button-returned = На доработке: { $n }
tasks-button-accepted = Принято: { $n }
tasks-button-advisory = Рекомендации: { $n }
tasks-button-filter = ⚙️ Фильтр
tasks-button-as-task = Дать поручение
tasks-button-as-report = Это отчёт

tasks-issued = ✅ Поручение № { $number } выдано. Исполнителей: { $n }.
tasks-issued-undo = ✅ Поручение № { $number } выдано. Исполнителей: { $n }. Сообщения будут отправлены в { $time }, до этого времени поручение можно вернуть в проект.
tasks-issued-unreached = Не могут получать личные сообщения: { $n }. Список: /unreached
tasks-undone = Поручение возвращено в проект. Ничего не отправлено.
tasks-dropped = Проект отменён. Ничего не отправлено.
tasks-assigned = { $kind ->
    [recommendation] Вам направлена рекомендация
    [proposal] Вам направлено предложение
    [appeal] Вам направлено обращение
    [commitment] За вами закреплено обязательство
    [note] Вам направлено к сведению
   *[assignment] Вам дано поручение
  }. От: { $name }
tasks-how-to-report = Чтобы отчитаться, ответьте на это сообщение: текстом, фотографиями или документом.
tasks-told-closed = Поручение № { $number } снято с контроля, отчёт больше не ожидается.
  { $headline }
tasks-told-cancelled = Поручение № { $number } отменено, исполнять его не нужно.
  { $headline }
tasks-acknowledged = Ознакомление отмечено: № { $number }
tasks-acknowledged-already = Ознакомление уже отмечено: № { $number }
tasks-sent-privately = Отправлено вам в личный чат.
tasks-start-first = Бот пока не может написать вам в личный чат. Откройте чат с ботом и нажмите «Старт».
tasks-closed = Поручение № { $number } снято с контроля.
tasks-cancelled = Поручение № { $number } отменено. Исполнители уведомлены.
tasks-ask-close-reason = Приняты не все отчёты. Чтобы снять поручение № { $number } с контроля, напишите причину одним сообщением.
tasks-ask-cancel-reason = Напишите причину отмены поручения № { $number } одним сообщением: её увидят исполнители.

tasks-how-to-issue = Напишите поручение в том же сообщении, например: <code>/task Школе № 12 отремонтировать пандус до 25 декабря</code>. Можно и ответить командой /task на чужое сообщение: его текст станет поручением.
tasks-group-own = Это чат рабочей группы: её поручения видны её членам в личном чате с ботом, команда /groups.
tasks-group-unbound = Эта группа ещё не привязана к организации. Привязать: /link
tasks-may-not-issue = У вашей должности нет права выдавать поручения.
tasks-may-not-issue-to-these = Среди исполнителей есть те, кому ваша должность не может давать поручения. Нажмите «Изменить» и уберите их.
tasks-text-empty = Нет текста поручения. Напишите одним сообщением, что нужно сделать, кому и до какого срока.
tasks-text-long = Текст поручения слишком длинный, знаков: { $length }. Помещается не больше { $max }.
tasks-executor-gone = Одного из исполнителей больше нет в реестре. Укажите исполнителей заново.
tasks-not-your-draft = Этот проект написал другой человек: решает только автор.
tasks-issued-already = Поручение уже выдано. Проект изменить нельзя.
tasks-issued-not-changed = Поручение № { $number } уже выдано, изменение вашего сообщения его не меняет. Если нужно другое, отмените его и выдайте новое.
tasks-draft-changed = Проект изменился с тех пор. Ниже он в нынешнем виде, проверьте его ещё раз.
tasks-undone-already = Поручение уже возвращено в проект.
tasks-undo-late = Вернуть уже нельзя: сообщения отправлены. Поручение можно отменить с указанием причины.
tasks-item-not-ready = Пункт { $number } ещё не готов: нужны текст, исполнитель и срок.
tasks-not-yours = Это поручение дано не вам.
tasks-withdrawn = Поручение № { $number } с вас снято.
tasks-closed-already = Поручение № { $number } уже снято с контроля.
tasks-cancelled-already = Поручение № { $number } отменено.
tasks-may-not-close = У вас нет права снять это поручение с контроля.
tasks-may-not-cancel = Отменить поручение может только тот, кто его выдал.
tasks-may-not-waive = Снять с контроля без принятых отчётов может только автор поручения.
tasks-not-closable = Снять с контроля пока нельзя. Не приняты отчёты: { $n }, из них на рассмотрении: { $review }.
tasks-reason-needed = Нужна причина: напишите её текстом.
tasks-reason-wordless = По такой записи причина непонятна: напишите её хотя бы одним словом.
tasks-not-visible = Это поручение вам недоступно.

tasks-edit-what = Что изменить?
tasks-edit-text = Текст
tasks-edit-executors = Исполнители
tasks-edit-due = Срок
tasks-edit-controller = Контроль
tasks-edit-home = Группа
tasks-edit-form = Форма завершения
tasks-edit-done = Готово
tasks-ask-text = Напишите новый текст поручения.
tasks-ask-executors = Кому поручить? Напишите номер школы, название организации или фамилию; нескольких исполнителей разделяйте точкой с запятой. Первый названный будет ответственным исполнителем.
tasks-ask-due = До какого числа?
tasks-ask-controller = Кто контролирует исполнение?
tasks-ask-home = В какой группе показать карточку?
tasks-ask-form = Чем должно завершиться исполнение? Например: приказ, сводный отчёт, фотоматериалы.
tasks-home-nowhere = Без группы
tasks-controller-default = По умолчанию
tasks-nobody-found = Никого не нашлось. Напишите иначе, например номер школы.

tasks-task-or-report = Это новое поручение или отчёт?
tasks-lost-text = Исходного сообщения больше нет. Отправьте его ещё раз.

tasks-my = Открыто поручений: { $n }
tasks-my-none = Открытых поручений нет
tasks-needs-me = Требует вашего решения. На рассмотрении: { $review }. Просрочено: { $overdue }.
tasks-overdue = Просрочено: { $n }
tasks-overdue-of = Просрочено: { $n }, поручений: { $tasks }
tasks-button-late = № { $number }: кто просрочил ({ $n })
tasks-overdue-none = Просроченных поручений нет.
tasks-state = { $state ->
    [submitted] на рассмотрении
    [returned] на доработке
    [acknowledged] на исполнении
    [misaddressed] направлено ошибочно
    [accepted] принято
    [withdrawn] снято
   *[assigned] новое
  }
tasks-state-overdue = просрочено
tasks-status = Исполнение: { $name }
tasks-status-open = На контроле: { $n } (поручений: { $tasks })
tasks-status-overdue-count = Просрочено: { $n }
tasks-status-submitted = На рассмотрении: { $n }
tasks-status-returned-count = На доработке: { $n }
tasks-status-accepted-count = Принято по открытым поручениям: { $n }
tasks-status-advisory = Рекомендации без ответа: { $n }
tasks-late-line = № { $number } — срок { $day }
tasks-late-many = исполнителей: { $n }

tasks-repeats = Периодичность: { $every ->
    [daily-1] ежедневно
    [weekly-1] еженедельно
    [weekly-2] раз в две недели
    [monthly-1] ежемесячно
    [monthly-3] ежеквартально
    [monthly-6] раз в полугодие
    [yearly-1] ежегодно
   *[other] периодически
  }
tasks-repeats-weekdays = дни недели: { $days }
tasks-repeats-days = числа: { $days }
tasks-repeats-last-day = последнее
tasks-repeats-months = месяцы: { $months }
tasks-repeats-until = до { $day }
tasks-repeats-nth = { $nth ->
    [last] последний { $day }
   *[other] { $nth }-й { $day }
  }

tasks-button-nudge = Напомнить тем, кто не отчитался: { $n }
tasks-nudged-now = Напоминание по поручению № { $number } отправлено. Получат: { $told }.
tasks-nudged-later = Напоминание по поручению № { $number } будет отправлено { $at }. Получат: { $told }.
tasks-nudged-unreachable = Не могут получать личные сообщения: { $n }. Список: /unreached
tasks-nudged-already = Напоминание по поручению № { $number } сегодня уже отправлено или назначено. Следующее возможно на другой рабочий день.
tasks-nobody-silent = По поручению № { $number } сведения поступили от всех, напоминать некому.
tasks-may-not-nudge = Напомнить могут автор поручения и контролёр.
tasks-nudge = Просьба сообщить о ходе исполнения: отчёт ещё не поступил. От: { $name }
tasks-newcomers = После выдачи поручения № { $number } в реестр добавлены организации. Добавить их в исполнители?
tasks-newcomers-due = Срок для них тот же.
tasks-newcomers-series = Они будут участвовать и в следующих периодах.
tasks-button-join = Добавить в поручение: { $n }
tasks-button-no-join = Не нужно
tasks-joined = ✅ К поручению № { $number } добавлены исполнители: { $n }.
tasks-not-joined = Хорошо, новые организации к поручению № { $number } не добавлены.
tasks-newcomers-none = По поручению № { $number } добавлять некого: организации уже в нём или больше не в реестре.
tasks-may-not-add = Добавить исполнителей могут автор поручения и контролёр.

tasks-ask-when = Сейчас нерабочее время. Когда отправить исполнителям? Рабочее время начнётся: { $at }
tasks-button-silent = 🔕 Сейчас, без звука
tasks-button-morning = 🕘 { $at }
tasks-issued-morning = ✅ Поручение № { $number } выдано. Исполнителей: { $n }. Сообщения будут отправлены { $day }, { $time }, до этого времени поручение можно вернуть в проект.
tasks-button-back = Назад
tasks-measure-ask = Чем измерим результат? Укажите показатель, число или документ. Например: 12 встреч с родителями.
tasks-measure-type = Чем измерим результат? Например: 12 встреч с родителями.
tasks-button-measure = Указать показатель
tasks-button-as-it-is = Выдать как есть
tasks-promise-nobody-above = Обязательство некому контролировать: над вашей должностью нет вышестоящей.
tasks-promised = { $name }: принято обязательство. Его исполнение контролируете вы.

tasks-button-correct = ✏️ Исправить
tasks-ask-correct = Поручение № { $number } уже выдано. Что исправить?
tasks-ask-correct-reason = Почему исправляется? Причину увидят исполнители.
tasks-correct-confirm = Исправить поручение № { $number }? Карточки будут обновлены, исполнителям сообщат.
tasks-correct-due = Срок: { $value }
tasks-button-correct-yes = Исправить
tasks-button-correct-no = Оставить как есть
tasks-correct-dropped = Ничего не изменено.
tasks-correct-nothing = Новое совпадает с прежним: исправлять нечего.
tasks-may-not-correct = Исправить поручение может только тот, кто его выдал.
tasks-corrected-now = Поручение № { $number } исправлено, исполнителям сообщено.
tasks-corrected = Исправлено { $at }: { $what }
tasks-corrected-text = текст
tasks-corrected-due = прежний срок { $day }
tasks-corrected-internal = прежний внутренний срок { $day }
tasks-not-left = Поручение ещё не отправлено исполнителям. Его можно вернуть в проект кнопкой под ним.
tasks-morning-late = К утру срок поручения уже пройдёт. Отправьте его сейчас без звука или измените срок.

tasks-part-of = Часть поручения № { $number }
tasks-part-of-until = Часть поручения № { $number }, срок не позже: { $day }
tasks-internal-due = соисполнитель, внутренний срок { $day }
tasks-due-beyond-parent = Срок части не может быть позже срока основного поручения. Укажите более раннюю дату или выберите предельную кнопкой.
tasks-button-latest = Срок: { $day }
tasks-parts-open = Снять с контроля пока нельзя: на контроле остаются части поручения, их { $n }. Можно снять с указанием причины.
tasks-rollup = Части: исполнено { $done } из { $total }
tasks-rollup-late = просрочено: { $n }
tasks-status-misaddressed = Исполнитель сообщил, что поручение не ему, решает автор
tasks-status-waived = Часть не требуется
tasks-blocked = Препятствие: { $reason }
tasks-dates-both = Первоначальный срок: { $first } · действующий срок: { $due }
tasks-role-co-executor = соисполнитель
tasks-button-not-ours = Не нам
tasks-button-hand-down = Поручить дальше
tasks-button-parts = Части
tasks-button-shares = Исполнители
tasks-ended-withdrawn = Поручение № { $number } с вас снято.
tasks-ended-cancelled = Поручение № { $number } отменено.
tasks-ended-closed = Поручение № { $number } снято с контроля.
tasks-report-held = Итоговый отчёт по поручению № { $number } сохранён, но ещё не сдан: не все части получены. Кого ещё ждём, показано в отдельном сообщении.
tasks-parent-ended = Ваша часть поручения № { $number } уже завершена: выдать поручение как её часть нельзя.
tasks-button-convert = Дать как поручение
tasks-convert-kind = Поручением можно сделать предложение, обращение или обязательство.
tasks-convert-chair = Это прозвучало на заседании: поручение даёт председательствующий, тот, кто его замещает, или вышестоящий руководитель.
tasks-converted-already = Поручение уже дано: № { $number }.
tasks-converted-from = Дано на основе: { $kind ->
    [proposal] предложение
    [appeal] обращение
    [commitment] обязательство
   *[other] пункт
  } № { $number }
tasks-converted-to = Дано поручение: № { $number }
tasks-of-act = Поручение по акту проверки № { $number } от { $day }. Что требуется, сказано исполнителям лично.
