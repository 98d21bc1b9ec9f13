# Organisation: addressing people, joining, roster, help.
org-address = { $gender ->
    [male] Уважаемый { $name }!
    [female] Уважаемая { $name }!
   *[unknown] Уважаемый(-ая) { $name }!
  }
org-address-unknown = Уважаемый(-ая) коллега!

org-command-start = Начать работу
org-command-task = Дать поручение
org-command-meetings = Заседания: повестка, явка, что не исполнено
org-command-resolution = Внести резолюцию совещания
org-command-aliases = Как называют исполнителей
org-command-my = Мои поручения
org-command-series = Периодические поручения
org-command-report = Представить отчёт
org-command-review = Отчёты на рассмотрении
org-command-find = Найти поручение по номеру, словам или школе
org-command-lists = Списки по фильтру и сохранённые списки
org-command-parts = Поручение и его части по номеру
org-command-collect = Сбор данных: вопросы многим, ответы, итоги
org-command-indicators = Показатели: план и факт
org-command-roadmap = Дорожные карты: ход, график, таблица
org-command-findings = Нарушения: акты проверок, пояснения, устранение
org-command-problems = Реестр проблем: мероприятия, показатели, закрытие
org-command-groups = Рабочие группы: состав, вакансии, поручения
org-command-programmes = Программы и темы
org-command-discipline = Исполнительская дисциплина
org-command-history = История поручения
org-command-asof = Решение на прошлую дату
org-command-print = Печатные формы: протокол, сроки, справка
org-command-dates = Мои сроки файлом для календаря
org-command-public = Публичные поручения для прессы
org-command-overdue = Просроченные поручения
org-command-status = Состояние поручений
org-command-stats = Картинки: организации, 8 недель, школы
org-command-subscribe = Подписаться на еженедельную сводку
org-command-unsubscribe = Отказаться от сводки
org-command-unreached = Кто ещё не открыл бот
org-command-delivery = Доставка сообщений
org-command-people = Люди и должности: назначить, передать, найти
org-command-import = Загрузить реестр организаций и работников
org-command-reminders = Порядок напоминаний
org-command-calendar = Рабочий календарь
org-command-link = Привязать группу к организации
org-command-unlink = Отвязать группу
org-command-settings = Настройки группы
org-command-whoami = Кто я: имя, должность, язык
org-command-language = Язык: қазақша, русский, English
org-command-privacy = Мои данные: что хранится, выгрузка, удаление
org-command-help = Справка
org-command-cancel = Прервать начатое

org-welcome = Здравствуйте, <b>{ $name }</b>.
org-help = <b>Что можно сделать</b>
org-help-report = Чтобы отчитаться, достаточно ответить на сообщение о поручении: словами, фотографией или документом.
org-help-executor = Продлить срок: откройте поручение в /my и нажмите «Попросить продлить». Отпуск или болезнь записывает секретарь.
org-button-help-all = Все команды
org-button-help-few = Коротко
org-help-subject = { $subject ->
    [tasks] Поручения
    [meetings] Заседания и документы
    [numbers] Числа и списки
    [people] Люди и организации
   *[settings] Настройки
  }
org-whoami = <b>{ $name }</b>
org-whoami-post = { $acting ->
    [yes] • { $post } (исполняющий обязанности)
   *[no] • { $post }
  }
org-whoami-admin = • Администратор системы
org-whoami-no-post = Сейчас за вами не закреплена ни одна должность. Если это ошибка, обратитесь к администратору или секретарю.
org-whoami-language = Язык: { $language }
org-language = На каком языке вам писать?
org-language-set = Язык: { $language }

org-unreached-title = <b>Не могут получать сообщения: { $total }</b>
org-unreached-none = Все назначенные открыли бот и могут получать сообщения.
org-unreached-line = { $why ->
    [blocked] { $post }: { $name } (бот заблокирован)
   *[new] { $post }: { $name } (бот ещё не открыт)
  }

org-start-stranger =
    Это «Орында!», бот для контроля исполнения поручений. Он работает по приглашениям.
    Ссылку-приглашение выдаёт администратор или секретарь вашей организации. Откройте её, и бот вас узнает.
org-join-post =
    <b>Приглашение</b>
    { $name }
    Должность: { $post }
    Организация: { $org }
org-join-admin =
    <b>Приглашение администратора</b>
    Открывший эту ссылку ведёт реестр организаций и работников, календарь и группы.
org-join-consent =
    <b>Персональные данные</b>
    • Хранится: фамилия, имя, отчество, должность, идентификатор Telegram, язык; ваши отчёты, файлы и действия с поручениями.
    • Цель: контроль исполнения поручений. В других целях данные не используются.
    • Где: на сервере вашего органа или организации. Сообщения проходят через серверы Telegram за пределами Казахстана, поэтому не отправляйте сюда документы с пометкой «Для служебного пользования» и персональные данные детей.
    • Отозвать согласие можно у администратора.
org-join-question = Если это вы и вы согласны, нажмите кнопку. Язык можно сменить здесь же.
org-join-agree = ✅ Это я, согласен (согласна)
org-join-decline = Не сейчас
org-join-declined = Хорошо, ничего не сохранено. Ссылка действует до истечения срока, её можно открыть ещё раз.
org-join-done = ✅ Согласие записано, вы подключены.
org-invite-unknown = Такой ссылки нет. Проверьте, скопирована ли она целиком, или попросите новую у администратора.
org-invite-revoked = Эта ссылка отозвана. Попросите новую у администратора или секретаря.
org-invite-used = Этой ссылкой уже воспользовались. Она действует один раз; попросите новую у администратора или секретаря.
org-invite-used-by-you = Вы уже подключены по этой ссылке. Список команд: /help
org-invite-expired = Срок действия ссылки истёк. Попросите новую у администратора или секретаря.
org-invite-foreign = Эта ссылка выдана человеку, который уже подключён с другого аккаунта Telegram. Если вы сменили аккаунт, обратитесь к администратору.
org-invite-other-person = Ссылка выдана на другое имя, а этот аккаунт Telegram уже подключён. Один аккаунт может принадлежать только одному человеку. Если ссылка ваша, попросите администратора исправить имя в реестре.
org-invite-own = Эту ссылку создали вы сами, поэтому открыть её не можете. О своём назначении попросите другого секретаря или администратора.

org-import-help =
    <b>Реестр организаций и работников</b>
    Отправьте сюда файл CSV или XLSX. Сначала бот покажет, что изменится, и укажет ошибки по строкам; загрузка начнётся только после нажатия кнопки.
    Одна строка — одна должность. Несколько должностей организации — несколько строк с одинаковым code. Не больше { $max } строк.

    <b>code</b>: код организации (обязательно)
    <b>org_kk, org_ru</b>: название; достаточно одного
    <b>parent</b>: код вышестоящей организации; пусто у верхней
    <b>type</b>: akimat, office, department, district, unit, school, boarding, supplementary, republican, other
    <b>ownership</b>: state или private (если пусто: state)
    <b>subordination</b>: local или republican (если пусто: local)
    <b>week</b>: рабочих дней в неделе, 5 или 6 (если пусто: 5)
    <b>post_kk, post_ru</b>: название должности
    <b>role</b>: akim, deputy, district_akim, district_deputy, dept_head, unit_head, school_head, staff, controller, secretary, observer, admin
    <b>surname, given, patronymic</b>: фамилия, имя, отчество; пусто, если должность вакантна
    <b>gender</b>: male или female
    <b>language</b>: kk, ru или en
    <b>aliases</b>: как ещё называют, через точку с запятой

    В ответ вы получите тот же файл со столбцом invite_link: каждому личная одноразовая ссылка. Срок действия, дней: { $days }.
org-import-template = Шаблон с примером. Замените строки своими и отправьте файл обратно.
org-roster-empty = В файле нет ни одной заполненной строки. Шаблон: /import
org-roster-wrong-file = Это не похоже на реестр. Нужен файл CSV или XLSX; шаблон: /import
org-roster-broken-xlsx = Файл XLSX не открывается: он повреждён или защищён паролем. Сохраните его заново и отправьте ещё раз.
org-roster-broken-csv = Файл CSV не читается: скорее всего, кавычка открыта и не закрыта. Исправьте её или сохраните файл как XLSX.
org-roster-no-header = В первой строке не найдены названия столбцов (code, org_kk, org_ru …). Шаблон: /import
org-roster-no-code = В первой строке нет столбца code. Шаблон: /import
org-roster-column-twice = Столбец { $column } встречается дважды. Оставьте один.
org-roster-too-long = В файле слишком много строк: { $rows }. За один раз загружается не больше { $max }; разделите файл.
org-roster-not-allowed = Реестр загружает администратор системы.
org-roster-faulty-now = За это время реестр изменился, и в файле появились ошибки. Ничего не загружено; отправьте файл ещё раз.
org-roster-stale = Эта кнопка относится к другому файлу. Отправьте нужный файл ещё раз.
org-roster-preview =
    <b>Проверка реестра</b>
    Файл: { $name }
    Строк: { $rows }
org-roster-counts =
    Организации: новых { $orgsAdded }, изменится { $orgsChanged }, без изменений { $orgsSame }
    Должности: новых { $postsAdded }, изменится { $postsChanged }, без изменений { $postsSame }
    Работники: новых { $peopleAdded } (из них смена лица на должности: { $peopleReplaced }), изменится { $peopleChanged }, без изменений { $peopleSame }
org-roster-ready = Ошибок нет. Загрузить?
org-roster-nothing = Менять нечего: всё это уже загружено. Кнопка пришлёт файл со ссылками для тех, кто ещё не подключился.
org-roster-import = ✅ Загрузить
org-roster-cancel = Отмена
org-roster-cancelled = Отменено. Ничего не загружено.
org-roster-imported = ✅ <b>Реестр загружен</b>
org-roster-links =
    Ссылки-приглашения: { $links }
    Каждая ссылка личная и одноразовая. Срок действия, дней: { $days }. Передавайте ссылку только тому, кому она выдана.
org-roster-errors = <b>Ошибок: { $count }.</b> Ничего не загружено. Исправьте и отправьте файл ещё раз.
org-roster-error = Строка { $row }: { $text }
org-roster-more-errors = … и ещё: { $count }
org-row-no-code = нет кода организации (code)
org-row-formula = вместо значения формула или ошибка: { $words }
org-row-too-long = { $column }: слишком длинно, больше { $max } знаков
org-row-lost-letters = { $column }: буквы потеряны при сохранении, «{ $value }». Сохраните файл как «CSV UTF-8» или XLSX
org-row-unknown-value = { $column }: значение «{ $value }» неизвестно. Можно: { $allowed }
org-row-conflict = { $column }: у организации { $code } в строке { $row } другое значение
org-row-no-name = укажите название новой организации (org_kk или org_ru)
org-row-no-type = укажите вид новой организации (type)
org-row-unknown-parent = вышестоящая организация { $parent } не найдена ни в файле, ни в системе
org-row-loop = организация { $code } оказалась выше самой себя (parent замкнут в круг)
org-row-other-root = организация { $code } уже есть в другой структуре; перенести её между структурами нельзя
org-row-no-role = у человека или должности не указана роль (role)
org-row-half-name = нужны и фамилия, и имя
org-row-twice = должность «{ $post }» уже названа в строке { $row }
org-row-two-holders = на должности «{ $post }» уже другой человек (строка { $row }). Назовите должности по-разному
org-row-name-closed = название «{ $post }» носит закрытая должность этой организации. Оставьте прежнее название или дайте другое

org-aliases = Названия, которые бот запомнил из ваших исправлений. Нажмите, чтобы забыть.
org-aliases-line = • { $words } = { $post }
org-aliases-none = Запомненных названий нет. Когда в тексте исполнитель не распознан и вы указываете его сами, бот запоминает, как его назвали.
org-alias-forgotten = Забыто: { $words }
org-alias-forgotten-already = Это название уже забыто.
org-alias-not-yours = Названия этого органа меняют те, кто готовит его резолюции.

org-roster-working = Читаю реестр, это займёт немного времени…
org-roster-changed-meanwhile = Пока вы смотрели, реестр изменился: его загрузил или поправил кто-то другой. Ничего не загружено; вот разница на эту минуту.
org-roster-more = … и ещё: { $count }
org-roster-missing-ask = Нет в файле, остаются как есть: { $missing }. Закрыть эти должности можно кнопкой; те, за которыми числятся поручения, останутся.
org-roster-button-close = Закрыть отсутствующие: { $missing }
org-roster-closed = ✅ Закрыто должностей: { $closed }. Осталось, потому что за ними числятся поручения: { $busy }.
org-diff-whole = Полный список изменений.
org-diff-body-added = <b>Новые организации: { $count }</b>
org-diff-body-changed = <b>Изменения в организациях: { $count }</b>
org-diff-post-added = <b>Новые должности: { $count }</b>
org-diff-post-changed = <b>Изменения в должностях: { $count }</b>
org-diff-handed-over = <b>Передача должности: { $count }</b>
org-diff-person-added = <b>Назначения: { $count }</b>
org-diff-person-changed = <b>Изменения в данных людей: { $count }</b>
org-diff-missing = <b>Нет в файле: { $count }</b>
org-diff-name-body-added = новая организация
org-diff-name-body-changed = организация
org-diff-name-post-added = новая должность
org-diff-name-post-changed = должность
org-diff-name-handed-over = передача должности
org-diff-name-person-added = назначение
org-diff-name-person-changed = данные человека
org-diff-name-missing = нет в файле
org-diff-column-kind = Вид
org-diff-column-where = Где
org-diff-column-what = Что
org-diff-column-before = Было
org-diff-column-after = Будет
org-field-namekk = название на казахском
org-field-nameru = название на русском
org-field-type = вид
org-field-ownership = собственность
org-field-subordination = подчинение
org-field-week = рабочая неделя
org-field-number = номер
org-field-aliases = другие названия
org-field-parent = вышестоящая
org-field-surname = фамилия
org-field-given = имя
org-field-patronymic = отчество
org-field-gender = пол
org-field-locale = язык
