# Resolutions: head, items, panels of the drafter, the chair's decisions, refusals.
resolutions-body = Орган: { $name }
resolutions-protocol = Протокол: № { $number }, { $day }
resolutions-protocol-bare = Протокол без номера, { $day }
resolutions-chair = Председательствующий: { $name }
resolutions-home = Группа для карточек: { $name }
resolutions-home-none = Группа для карточек: нет, исполнители получат поручения в личных чатах
resolutions-item = Пункт { $number }. { $kind ->
    [recommendation] Рекомендация
    [proposal] Предложение
    [appeal] Обращение
    [commitment] Обязательство
    [note] К сведению
   *[assignment] Поручение
  }
resolutions-kind = { $kind ->
    [recommendation] Рекомендация
    [proposal] Предложение
    [appeal] Обращение
    [commitment] Обязательство
    [note] К сведению
   *[assignment] Поручение
  }
resolutions-executors = Исполнители: { $names }
resolutions-all-schools = все школы ({ $n })
resolutions-more = ещё { $n }
resolutions-form = Форма завершения: { $form }
resolutions-lacks = { $what ->
    [text] нет текста
    [executors] нет исполнителя
    [due] нет срока
    [past] срок уже прошёл
    [guard] есть личные данные, пароль или ограничительная пометка
   *[right] председательствующий не может поручать этому исполнителю
  }
resolutions-no-items = Пунктов пока нет.
resolutions-state = { $state ->
    [waiting] Состояние: у председательствующего с { $time }
    [agreed] Состояние: проект согласован
    [adopted] Состояние: принята { $time }
    [on_control] Состояние: на контроле, принята { $time }
    [closed] Состояние: снята с контроля { $time }
    [cancelled] Состояние: отменена
   *[draft] Состояние: проект
  }

resolutions-open = { $waiting ->
    [0] Резолюции
   *[other] Ждут вашего решения: { $waiting }
  }. Проекты: { $drafts }. С невыданными пунктами: { $unfinished }. На контроле: { $force }.
resolutions-button-new = Новая резолюция
resolutions-button-open = Открыть
resolutions-button-add = ➕ Добавить пункт
resolutions-button-send = Отправить председательствующему
resolutions-button-take-back = Отозвать
resolutions-button-head = Реквизиты
resolutions-button-drop = Отменить проект
resolutions-button-source = 📎 Исходный документ
resolutions-button-yes-drop = Да, удалить
resolutions-button-back = Назад
resolutions-button-remove = Удалить пункт
resolutions-button-home = Группа для карточек
resolutions-button-field = { $field ->
    [text] Текст
    [kind] Вид
    [executors] Исполнители
    [due] Срок
   *[form] Форма завершения
  }
resolutions-button-head-field = { $field ->
    [theme] Тема
    [day] Дата
    [number] Номер
   *[chair] Председательствующий
  }
resolutions-choose-home = В какой группе показывать карточки этой резолюции?
resolutions-remove-question = Удалить пункт { $number }? Следующие пункты получат новые номера.
    { $headline }
resolutions-drop-question = Отменить проект «{ $theme }»? Будет удалено пунктов: { $n }.
resolutions-dropped = Проект отменён. Ничего не отправлено.
resolutions-sent = Отправлено председательствующему.
resolutions-sent-unreached = Проект сохранён, но отправить его председательствующему пока нельзя: бот ещё не запущен. Проект будет отправлен сразу после запуска.

resolutions-ask-body = Какой орган провёл заседание? Нажмите кнопку или напишите часть названия.
resolutions-ask-theme = Напишите тему заседания или совещания.
resolutions-ask-day = Укажите дату заседания.
resolutions-ask-number = Напишите номер протокола.
resolutions-button-no-number = Номера пока нет
resolutions-ask-chair = Кто председательствовал? Нажмите кнопку или напишите фамилию либо должность.
resolutions-no-chairs = В этом органе нет должностей, которые могут председательствовать. Их добавляет администратор в реестр организаций.
resolutions-ask-text = Напишите текст пункта: что нужно сделать.
resolutions-ask-kind = Выберите вид пункта.
resolutions-ask-executors = Исполнители. Напишите номер школы, сокращение, часть названия или фамилию; нескольких через запятую. Первый названный будет ответственным исполнителем и подготовит сводный отчёт.
resolutions-executors-chosen = { $all ->
    [yes] Исполнители, каждый отвечает за себя: { $n }
   *[no] Исполнители: { $n }
  }
resolutions-executors-more = Добавьте ещё или нажмите «Готово».
resolutions-executors-unclear = Уточните, кто имеется в виду: { $words }
resolutions-executors-unknown = Не найдены: { $words }
resolutions-executors-refused = Председательствующий не может давать им поручения, поэтому они не включены: { $names }
resolutions-button-all-schools = Все школы
resolutions-button-no-executors = Исполнителя пока нет
resolutions-button-done = Готово
resolutions-button-clear = Начать заново
resolutions-button-none = Никто из них
resolutions-ask-due = Укажите срок исполнения.
resolutions-button-no-date = Срока пока нет
resolutions-button-standing = Постоянный контроль
resolutions-echo-due = Срок: { $day }{ $off ->
    [yes] {" "}· выходной день
   *[no] {""}
  }
resolutions-echo-term = { $term ->
    [standing] Срок: постоянный контроль
   *[dated] Срок не указан: пункт останется проектом, пока срок не указан.
  }
resolutions-ask-form = Форма завершения: чем должно закончиться исполнение, например «сводный отчёт с приказами школ».
resolutions-button-skip = Пропустить
resolutions-ask-reason = Что нужно исправить? Напишите одним сообщением: его получит автор проекта.
resolutions-returned = Проект возвращён автору.

resolutions-ask-adopt = ⚖️ Проект резолюции на ваше решение. Пунктов: { $n }. После принятия пункты будут выданы исполнителям сразу.
resolutions-ask-incomplete = ❗️ Не будут выданы, пока не дополнены: № { $numbers }
resolutions-ask-remarks = 🔎 Замечаний к качеству пунктов: { $n }. Принять можно и с ними.
resolutions-page = Страница { $page } из { $pages }
resolutions-button-adopt = ✅ Принять
resolutions-button-return = Вернуть
resolutions-button-issue = Выдать пункт { $number }
resolutions-back-with-drafter = Этот вариант больше не действует: проект у автора.
resolutions-outcome = { $state ->
    [closed] Резолюция снята с контроля { $time }
   *[adopted] Резолюция принята { $time }
  }
resolutions-issued = Выданы пункты: { $numbers }
resolutions-not-issued = Не выданы:
resolutions-ready = готов к выдаче
resolutions-adopted-now = { $left ->
    [0] Резолюция принята. Выдано пунктов: { $issued }.
   *[other] Резолюция принята. Выдано пунктов: { $issued }, не выдано: { $left }.
  }{ $unreached ->
    [0] {""}
   *[other] {" "}Не могут получать личные сообщения: { $unreached }.
  }
resolutions-item-issued-now = Пункт { $number } выдан.{ $unreached ->
    [0] {""}
   *[other] {" "}Не могут получать личные сообщения: { $unreached }.
  }
resolutions-item-ready = Пункт принятой резолюции дополнен, теперь его можно выдать.
resolutions-item-settled = Выдавать этот пункт больше не нужно.
resolutions-unreached = Исполнители, которые не могут получать личные сообщения: { $n }. Список: /unreached
resolutions-sent-back = Проект резолюции возвращён. Причина: { $reason }

resolutions-may-not-draft = Проекты резолюций готовят секретарь, заместители акима и аким.
resolutions-may-not-chair = Эта должность не может председательствовать в этом органе.
resolutions-only-chair = Решение принимает только председательствующий.
resolutions-not-yours = Этот проект ведёт другой человек.
resolutions-locked = Резолюция уже принята, её текст не меняется.
resolutions-with-chair = Проект у председательствующего. Чтобы изменить его, сначала отзовите.
resolutions-taken-back = Проект отозван автором. Дождитесь нового варианта.
resolutions-changed-since = Проект с тех пор изменён. Прочитайте новый вариант в следующем сообщении.
resolutions-adopted-already = Резолюция уже принята.
resolutions-empty = В резолюции нет пунктов.
resolutions-full = Пунктов в одной резолюции может быть не больше: { $max }.
resolutions-theme-empty = Нужно указать тему.
resolutions-item-issued = Пункт { $number } уже выдан.
resolutions-item-incomplete = В пункте { $number } не указан исполнитель или срок.

resolutions-guessed = Взято из документа, проверьте: { $fields }
resolutions-doubtful = Пунктов с сомнениями: { $n }
resolutions-button-doubtful = ⚠️ К следующему сомнению ({ $n })
resolutions-button-looked = ✅ Проверено, дальше
resolutions-button-split = Разделить
resolutions-button-merge = Объединить с { $number }
resolutions-button-head-right = ✅ Реквизиты верны
resolutions-button-send-anyway = Отправить так
resolutions-button-to-doubts = К сомнениям
resolutions-button-split-so = Разделить так ({ $n })
resolutions-button-forget = Забыть это название
resolutions-in-document = В документе:
resolutions-interim = Промежуточные сроки: { $days }
resolutions-indicators = Показатели: { $figures }
resolutions-programmes = Программы: { $names }
resolutions-fix-hint = Ответьте на это сообщение, чтобы исправить: «срок 15 января», «ответственный школа 12», «текст …», «форма …».
resolutions-item-below = Пункт исправлен. Карточка ниже.
resolutions-fix-unclear = Не удалось понять, что исправить. Напишите, например: «срок 15 января», «ответственный школа 12», «текст …», «вид рекомендация», «удалить».
resolutions-fix-several = Подходит несколько исполнителей ({ $words }): { $names }. Напишите точнее или нажмите «Исполнители».
resolutions-press-to-remove = Чтобы удалить пункт, нажмите кнопку.
resolutions-ask-split = Напишите части, каждую с новой строки. Исполнители, срок и форма завершения останутся у всех частей.
resolutions-split-needs-two = Нужны хотя бы две части, каждая с новой строки.
resolutions-split-too-many = За один раз можно получить не больше частей: { $max }.
resolutions-nothing-to-merge = Следующего пункта, с которым можно объединить, нет.
resolutions-doubt-merged-dates = У объединённых пунктов разные сроки, взят поздний: { $words }
resolutions-no-doubts = Сомнений больше нет.
resolutions-send-doubtful = Пунктов с непроверенными сомнениями: { $n }. Председательствующий сомнений не увидит. Отправить проект?
resolutions-learned = Запомнено: «{ $words }» = { $name }
resolutions-learned-also = Исполнитель указан и в пунктах: { $numbers }
resolutions-in-hand = Этот документ сейчас разбирает другой человек. Взять его себе можно, если час не будет изменений.
resolutions-taken-over = Разбор этого документа взял на себя другой человек: больше часа в нём не было изменений.
resolutions-how-to-draft = Пришлите протокол файлом (Word, PDF, Excel, CSV, TXT) или вставьте его текст: бот разберёт его на пункты. Или составьте по пунктам.

resolutions-button-delegates = Кому доверена регистрация
resolutions-delegate-head = Кому доверено регистрировать документы, подписанные на бумаге. Вам сообщат о каждой регистрации, её можно отозвать.
resolutions-delegates = Нажмите, чтобы доверить или отозвать право.
resolutions-delegates-none = Секретарей в этой части нет.
resolutions-button-paper = 🖋 Зарегистрировать подписанный документ
resolutions-ask-paper-number = Номер подписанного документа?
resolutions-ask-paper-day = Дата подписания?
resolutions-ask-paper-file = Пришлите скан или файл подписанного документа: PDF, Word или фото, до 20 МБ.
resolutions-paper-confirm = Зарегистрировать как принятую? Пункты будут выданы сразу: { $ready }{ $left ->
    [0] {"."}
   *[other] {"; останутся проектами: "}{ $left }.
  } Председательствующему сообщат, он может отозвать.
resolutions-paper-line = Документ на бумаге: № { $number }, { $day }
resolutions-button-register = Зарегистрировать
resolutions-button-not-now = Не сейчас
resolutions-paper-not-registered = Не зарегистрировано, проект остался как был.
resolutions-paper-told = От вашего имени зарегистрирован документ, подписанный на бумаге. Если это ошибка, отзовите его.
resolutions-button-revoke = Отозвать
resolutions-ask-revoke-reason = Укажите причину отзыва одним сообщением: её увидят исполнители.
resolutions-revoked-now = Резолюция отозвана, отменено поручений: { $n }.
resolutions-paper-revoked = Отозвана.
resolutions-paper-revoked-because = Председательствующий отозвал резолюцию, зарегистрированную с бумаги. Причина: { $reason }
resolutions-paper-number = Номер документа нужен и не длиннее { $max } знаков.
resolutions-paper-future = Дата подписания ещё не наступила. Укажите дату, которая стоит на документе.
resolutions-paper-not-delegated = Регистрировать подписанные документы может секретарь, которому это доверил председательствующий: /resolution, «Кому доверена регистрация».
resolutions-paper-nothing-ready = Ни один пункт не готов к выдаче: дополните исполнителей и сроки.
resolutions-paper-not-revocable = Отозвать эту резолюцию уже нельзя.

# Agreeing to a draft.
resolutions-button-ask-agree = 🤝 Согласовать с участниками
resolutions-button-agreements = 🤝 Кто согласовал
resolutions-button-agree = ✅ Согласовать
resolutions-button-object = ❌ Возразить
resolutions-button-everybody = { $all ->
    [none] Снять все
   *[all] Отметить всех
  }
resolutions-ask-agree-whom = С кем согласовать проект? Отмечено: { $n } из { $all }.
resolutions-ask-agree-term = Сколько рабочих дней дать на ответ? Нажмите кнопку или напишите число.
resolutions-agree-term = Срок согласования: от 1 до { $max } рабочих дней.
resolutions-agree-nobody = Согласовать не с кем: в пунктах нет исполнителей.
resolutions-agree-all-agreed = Все отмеченные уже согласовали этот проект.
resolutions-agree-asked = Отправлено на согласование: { $n }. Ответ до: { $day }.{ $unreached ->
    [0] {""}
   *[other] {" "}Не могут получать личные сообщения: { $unreached }.
  }
resolutions-agree-question = 🤝 Просим согласовать проект резолюции. Пунктов, которые касаются вас: { $n }.
resolutions-agree-over = Согласование этого проекта завершено.
resolutions-agree-by = Ответ до: { $day }. После этого срока проект считается согласованным.
resolutions-agree-given-now = Вы согласовали этот проект.
resolutions-objected-now = Ваше возражение: { $remark }
resolutions-ask-remark = Напишите возражение одним сообщением: его увидят секретарь и председательствующий.
resolutions-objected-told = Возражение передано секретарю и председательствующему.
resolutions-agreement = Согласовали: { $agreed } из { $total }, возражений: { $objected }, ответ до: { $day }
resolutions-objected = ❌ Возражение к проекту. { $name }: { $remark }
resolutions-agreed = 🤝 Проект резолюции согласован.
resolutions-agree-changed = Пункты с тех пор изменены. Прочитайте новый вариант в следующем сообщении.
resolutions-agree-given = Вы уже согласовали этот проект.
resolutions-agree-not-asked = Этот проект направлен на согласование другой должности.
resolutions-agree-dropped = Проект отменён, согласовывать его не нужно.
resolutions-agree-none = Этот проект не находится на согласовании.
resolutions-agree-reminder = ⏰ Напоминание: вашего ответа ещё нет.
resolutions-agree-withdrawn = Проект отозван с согласования, отвечать не нужно.
resolutions-button-unask = Отозвать с согласования
resolutions-unask-question = Отозвать проект с согласования? Полученные ответы не сохранятся. Получено ответов: { $n }
resolutions-unasked = Проект отозван с согласования.

# Amendments.
resolutions-button-amend = ✏️ Внести изменение
resolutions-button-versions = 🕘 Редакции
resolutions-button-execution = 📊 Исполнение
resolutions-button-amend-field = { $field ->
    [text] Текст
    [due] Срок
    [executors] Исполнители
   *[cancel] Отменить пункт
  }
resolutions-button-amend-yes = Внести изменение
resolutions-button-at-end = В конце
resolutions-ask-amend = Действует редакция { $version }. Что изменить? Исполнители узнают об изменениях, прежние редакции сохраняются.
resolutions-ask-amend-reason = Причина изменения? Напишите одним сообщением: её увидят исполнители.
resolutions-ask-amend-place = После какого пункта добавить новый? Нажмите кнопку или напишите номер.
resolutions-ask-amend-head = Что исправить?
resolutions-amend-cancels = Пункт будет отменён.
resolutions-amend-sure = Внести изменение?
resolutions-amend-dropped = Изменение не внесено.
resolutions-amended-now = Изменение внесено, действует редакция { $version }.
resolutions-version = Редакция { $version } · { $at } · { $act ->
    [added] добавлен пункт { $number }
    [cancelled] отменён пункт { $number }
    [head] реквизиты{ $number }
   *[changed] пункт { $number }
  }
resolutions-version-change = { $what ->
    [text] Текст
    [due] Срок
    [executors] Исполнители
    [theme] Тема
   *[day] Дата
  }: { $was } → { $is }
resolutions-version-reason = Причина: { $reason }
resolutions-version-by = Кто: { $name }
resolutions-versions-none = Изменений не было.
resolutions-share-withdrawn = Вы больше не исполнитель пункта { $number }: { $headline }
    Причина: { $reason }
resolutions-amend-only = Пункт принятой резолюции меняет председательствующий: «Внести изменение».
resolutions-roadmap-after = Составить её можно после принятия: кнопка стоит в карточке поручения.
resolutions-amend-nothing = Ничего не изменилось: новое значение такое же, как прежнее.
resolutions-amend-nobody = Нужен хотя бы один исполнитель.
resolutions-amend-series = Исполнителей периодического пункта меняют в его карточке.
resolutions-amend-draft = Пункт { $number } ещё не выдан: его можно дополнить или отменить.
resolutions-amend-closed = Резолюция снята с контроля или отменена, изменить её нельзя.
resolutions-amend-early = Резолюция ещё не принята: её меняет автор проекта.
resolutions-amended-meanwhile = Резолюцию тем временем изменили. Откройте её заново и проверьте, нужно ли ещё ваше изменение.
resolutions-not-seen = Эта резолюция вас не касается.

# From a sitting.
resolutions-heard = Заслушали
resolutions-continued = Взято на контроль: пункт { $number }, протокол № { $protocol }
