# People: "this is me", conversations of the secretary about people and posts, hand-over, personal data.
people-button-me = Это я
people-button-back = ← К списку
people-button-confirm = ✅ Подтвердить
people-button-refuse = Отказать
people-missing = <b>Ещё не открыли бот: { $total }</b>
people-missing-how = Если одна из должностей ваша, нажмите кнопку: бот откроет личный чат, а секретарь подтвердит.
people-missing-none = Все назначенные открыли бот.
people-claim-choose =
    <b>Это я</b>
    Должностей, которые ещё не подключены: { $total }
    Выберите свою.
people-claim-none = Все должности этой организации уже подключены. Если ваша должность занята другим человеком, обратитесь к секретарю или администратору.
people-claim-post =
    <b>Это я</b>
    Должность: { $post }
    Организация: { $org }
people-claim-question = Если должность ваша и вы согласны, нажмите кнопку. Просьба уйдёт секретарю или администратору: подключение начнётся после подтверждения.
people-claim-made = { $asked ->
    [0] ✅ Просьба записана. Сейчас некому её подтвердить в боте, поэтому обратитесь к секретарю или администратору вашей организации лично.
   *[other] ✅ Просьба записана и передана на подтверждение. Ответ придёт сюда.
  }
people-claim-no-place = Эта ссылка больше не действует: группа отвязана от организации. Попросите новую у секретаря.
people-claim-link-old = Эта ссылка больше не действует. Откройте список заново из группы или попросите новую ссылку у секретаря.
people-claim-gone = Этой должности больше нет. Откройте список заново.
people-claim-own = Эта должность уже закреплена за вами.
people-claim-held = Эта должность уже подключена. Если её занимаете вы, обратитесь к секретарю или администратору.
people-claim-waiting = Ваша просьба об этой должности уже на рассмотрении. Ответ придёт сюда.
people-claim-too-many = У вас уже три просьбы на рассмотрении. Дождитесь ответа.
people-claim-asked =
    <b>Просьба «Это я»</b>
    Имя в Telegram: { $account }
    Должность: { $post }
    Время: { $at }
people-claim-known = Уже подключён как: { $name }
people-claim-vacant = В реестре: должность вакантна
people-claim-roster = В реестре: { $name }
people-claim-check = Подтверждайте, только если уверены, что это тот самый человек: он увидит поручения этой должности.
people-claim-settled = { $state ->
    [confirmed] ✅ Подтверждено: { $name }, { $at }
   *[refused] Отказано: { $name }, { $at }
  }
people-claim-decided = По этой просьбе решение уже принято.
people-claim-confirmed =
    ✅ Подтверждено. Вы подключены.
    Должность: { $post }
    Список команд: /help
people-claim-refused =
    Просьба не подтверждена.
    Должность: { $post }
    Если это ошибка, обратитесь к секретарю или администратору вашей организации: он может выдать личную ссылку.
people-claim-confirmed-note = Подтверждено
people-claim-refused-note = Отказано
people-not-yours = Людьми и должностями этой организации занимаются её секретарь и администратор.
people-not-yourself = О себе самом решить нельзя: попросите другого секретаря или администратора.
people-admin-only = Это может сделать только администратор системы.
people-posts-elsewhere = У этого человека есть должность и в другой организации, поэтому обратитесь к администратору системы.
people-list = <b>Найдено: { $total }</b>
people-list-more = Показано: { $shown }. Чтобы сузить, напишите точнее.

people-home =
    <b>Люди и должности</b>
    Просьб «Это я»: { $claims }
    Ещё не открыли бот: { $missing }
    Найти человека, должность или организацию: нажмите кнопку или напишите /people и слово.
people-button-find = 🔎 Найти
people-button-claims = Просьбы «Это я»
people-button-links = Ссылки для всех, кто не открыл бот
people-button-new-post = + Должность
people-button-new-org = + Организация
people-button-rename-org = Переименовать
people-button-close-org = Закрыть организацию
people-button-hand-over = Передать другому
people-button-leave = Освободить
people-button-appoint = Назначить
people-button-substitute = Замещение на время
people-button-end-acting = Завершить замещение: { $name }
people-button-rename-post = Переименовать
people-button-close-post = Закрыть должность
people-button-rename-person = Исправить имя
people-button-unbind = Это не тот человек
people-button-link = Новая ссылка: { $post }
people-button-same = То же название
people-button-new-person = Новый человек: { $name }
people-button-move = Прежнюю должность освободить
people-button-both = Оставить обе
people-button-make-links = ✅ Сделать файл
people-vacant = вакантна
people-org =
    <b>{ $org }</b>
    Вид: { $type }
    Код в реестре: { $code }
    Должностей: { $posts }, подведомственных организаций: { $children }{ $closed ->
        [yes] {" "}· закрыта
       *[no] {""}
    }
people-type-akimat = акимат
people-type-office = аппарат, отдел
people-type-department = управление
people-type-district = район
people-type-unit = отдел образования района
people-type-school = школа
people-type-boarding = школа-интернат
people-type-supplementary = дополнительное образование
people-type-republican = республиканский орган
people-type-other = другое
people-post = <b>{ $post }</b>{ $closed ->
    [yes] {" "}· закрыта
   *[no] {""}
  }
people-post-vacant = Должность вакантна.
people-post-tasks = Поручений на контроле: { $tasks }
people-seat = { $state ->
    [joined] • { $name }, подключён(-а), с { $from }
    [blocked] • { $name }, заблокировал(а) бот, с { $from }
   *[new] • { $name }, ещё не открыл(а) бот, с { $from }
  }
people-seat-acting = { $state ->
    [joined] • и. о. { $name }, { $from } – { $to }
    [blocked] • и. о. { $name }, { $from } – { $to }, бот заблокирован
   *[new] • и. о. { $name }, { $from } – { $to }, бот ещё не открыт
  }
people-person = { $state ->
    [joined] <b>{ $name }</b> · подключён(-а)
    [blocked] <b>{ $name }</b> · бот заблокирован
   *[new] <b>{ $name }</b> · бот ещё не открыт
  }
people-ask-find = Кого или что найти? Напишите фамилию, должность, название или номер организации.
people-ask-who =
    Должность: { $post }
    Кто будет её исполнять? Напишите фамилию, имя и отчество нового человека или часть фамилии того, кто уже есть в системе.
people-ask-which = Выберите или напишите иначе. Написано: { $words }
people-ask-who-again = Никого не найдено: { $words }. Для нового человека напишите фамилию, имя и отчество.
people-ask-leaves =
    { $name } уже занимает: { $posts }
    Что делать с прежней должностью?
people-ask-from = С какого дня замещение?
people-ask-to = По какой день включительно?
people-ask-role =
    Организация: { $org }
    Какая роль у новой должности?
people-ask-type =
    Вышестоящая организация: { $org }
    Какого вида новая организация?
people-ask-ownership = Государственная или частная?
people-ownership-state = Государственная
people-ownership-private = Частная
people-ask-post-name = { $language ->
    [kk] Название должности на казахском языке:
   *[ru] Название должности на русском языке:
  }
people-ask-org-name = { $language ->
    [kk] Название организации на казахском языке:
   *[ru] Название организации на русском языке:
  }
people-ask-name = Напишите правильно: фамилия, имя, отчество.
people-name-unclear = Нужны хотя бы фамилия и имя, только буквами.
people-title-unclear = В названии должны быть буквы или цифры, не больше 300 знаков.
people-confirm-appoint =
    Должность: { $post }
    Сейчас: { $before }
    Будет: { $name }
    Поручений на контроле перейдёт: { $tasks }
    Прежний человек сразу потеряет доступ. Назначить?
people-confirm-leave =
    Должность: { $post }
    { $name } сразу потеряет доступ, должность станет вакантной. Поручений на контроле останется за должностью: { $tasks }
    Освободить?
people-confirm-substitute =
    Должность: { $post }
    И. о.: { $name }
    С { $from } по { $to } включительно. Отчитываться смогут оба; закончится само.
    Записать?
people-confirm-new-post =
    Организация: { $org }
    Новая должность: { $post }
    Добавить?
people-confirm-new-org =
    Вышестоящая: { $parent }
    Новая организация: { $org }
    Добавить?
people-confirm-close =
    { $name }
    Назначения закончатся сразу, неиспользованные ссылки будут отозваны. Записи сохранятся. Закрыть?
people-confirm-unbind =
    { $name }
    Аккаунт Telegram будет отвязан, доступ закончится сразу. Должности и записи останутся; потом можно выдать новую ссылку. Отвязать?
people-seated = ✅ Назначено. Человек уже подключён и получил список открытых поручений.
people-link =
    ✅ Личная ссылка, одноразовая. Срок действия, дней: { $days }. Прежние неиспользованные ссылки отозваны.
    { $link }
    Передайте её только этому человеку.
people-closed = ✅ Закрыто: { $name }
people-close-tasks = Закрыть пока нельзя. Поручений на контроле: { $tasks }. Сначала передайте должность преемнику или снимите поручения с контроля.
people-close-children = Закрыть пока нельзя. Подведомственных организаций: { $children }. Сначала закройте или перенесите их.
people-closed-already = Уже закрыто.
people-holds-already = Этот человек уже занимает эту должность.
people-substitutes-already = Этот человек уже замещает эту должность в эти дни.
people-days-past = Замещение не может начаться в прошлом.
people-days-turned = Последний день раньше первого.
people-days-long = Замещение длиннее года: назначьте человека на должность.
people-post-there = Такая должность в этой организации уже есть.
people-org-there = Такая организация здесь уже есть.
people-joined-already = Этот человек уже подключён: ссылка не нужна. Если подключился не тот, нажмите «Это не тот человек».
people-unbound-already = К этому человеку не привязан ни один аккаунт.
people-unbound = Ваш аккаунт отвязан: секретарь или администратор сообщил, что должность занимает другой человек. Если это ошибка, обратитесь к нему.
people-ended = Вы больше не занимаете должность: { $post }. Её поручения остались за должностью.
people-vacant-told =
    Должность стала вакантной: { $post }
    Поручений на контроле: { $tasks }
people-links-none = Все назначенные открыли бот: ссылки не нужны.
people-links-ask = Новые личные ссылки в одном файле: { $links }. Прежние неиспользованные ссылки этих людей перестанут действовать.
people-links-made = ✅ Ссылок в файле: { $links }. Прежние неиспользованные отозваны.
people-links-caption = Ссылок: { $links }. Каждая личная и одноразовая. Срок действия, дней: { $days }.
people-working = Готовлю, это займёт немного времени…
people-column-org = Организация
people-column-post = Должность
people-column-name = ФИО
people-column-link = Ссылка
people-substitutes =
    Вы замещаете должность: { $post }
    С { $from } по { $to } включительно. Поручения этой должности: /my

people-button-export = Выгрузить мои данные (JSON)
people-button-erase-me = Попросить удалить мои данные
people-button-erase-yes = Да, прошу удалить
people-button-withdraw-erasure = Отозвать просьбу об удалении
people-button-erase = Удалить…
people-button-erase-now = Да, удалить
people-privacy =
    <b>Персональные данные</b>
    { $name }
    Назначений на должности: { $posts }
    Отчётов: { $reports }, файлов в них: { $files }
    Действий в журнале: { $actions }
people-privacy-consent = Согласие дано: { $at }, версия текста: { $version }
people-privacy-no-consent = Согласие не записано.
people-privacy-what = Хранятся фамилия, имя, отчество, пол, язык, идентификатор Telegram, должности, отчёты с файлами и записи журнала о ваших действиях. Цель одна: контроль исполнения поручений.
people-privacy-export = Всё, что о вас хранится. Файл виден только вам.
people-erasure-question =
    <b>Удаление персональных данных</b>
    Будут удалены имя, пол и привязка Telegram; доступ закончится сразу, должности станут вакантными. Отчёты и записи журнала останутся за должностью без вашего имени.
    Решает администратор. Отменить удаление потом нельзя. Отправить просьбу?
people-erasure-sent = { $asked ->
    [0] ✅ Просьба записана. Администратора сейчас нет в боте: обратитесь к нему лично.
   *[other] ✅ Просьба отправлена администратору. Отозвать её можно через /privacy, пока решение не принято.
  }
people-erasure-withdrawn = Просьба об удалении отозвана.
people-erasure-waits = Просьба об удалении ждёт решения администратора.
people-erasure-decided = По этой просьбе решение уже принято, или она отозвана.
people-erasure-last-admin = Вы единственный администратор. Сначала назначьте другого: он примет решение.
people-erasure-asked =
    <b>Просьба удалить персональные данные</b>
    { $name }
people-erasure-since = Получена: { $at }
people-erasure-sure = Имя, пол и привязка Telegram будут удалены, должности станут вакантными. Отменить нельзя. Удалить?
people-erasure-done = ✅ Удалено: { $at }
people-erasure-dropped = Удаления не было: отказано, или просьба отозвана.
people-erasure-erased-note = Удалено
people-erasure-erased = Ваша просьба удовлетворена: персональные данные удаляются, доступ закончен. Отчёты остаются за должностью без вашего имени.
people-erasure-refused = В удалении персональных данных сейчас отказано. О причине спросите администратора.

people-button-move-org = Подчинить другой
people-ask-parent =
    Организация: { $org }
    Какой организации её подчинить? Нажмите кнопку или напишите название.
people-confirm-move-org =
    Организация: { $org }
    Новая вышестоящая: { $parent }
    Люди, должности и поручения останутся за ней. Перенести?
people-move-other-tree = Перенести между разными структурами нельзя.
people-move-circle = Организация не может подчиняться самой себе или тому, что ей подчинено.
people-move-there = Она уже подчинена этой организации.
