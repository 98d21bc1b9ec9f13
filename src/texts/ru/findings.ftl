# Findings of inspections: acts, explanations, remedies.
findings-title = <b>Нарушения</b>: { $total }
  Просрочено: { $overdue } · на рассмотрении: { $review }
findings-filter = Показано: { $filter }
findings-filter-act = акт { $act }
findings-filter-org = { $org }
findings-none = Таких нарушений нет.
findings-line = { $n }. { $mark } { $of ->
    [many] <b>{ $org }</b>: { $category }
   *[one] <b>{ $category }</b>
  }
  { $text }
  { $stage }
findings-until = { $stage } до { $due }
findings-overdue = ⏰ просрочено
findings-stage-new = пояснение не запрошено
findings-stage-asked = ждём пояснение
findings-stage-explanation-review = пояснение на рассмотрении
findings-stage-explained = пояснение принято
findings-stage-remedying = ждём устранения
findings-stage-remedy-review = устранение на рассмотрении
findings-stage-closed = ✅ устранено
findings-stage-withdrawn = снято
findings-category-sanitary = Санитарные нормы
findings-category-fire = Пожарная безопасность
findings-category-teaching = Учебный процесс
findings-category-upbringing = Воспитательная работа
findings-category-finance = Финансы
findings-category-rights = Права детей
findings-category-other = Прочее
findings-severity-critical = критические
findings-severity-major = существенные
findings-severity-minor = незначительные
findings-severity-one-critical = критическое
findings-severity-one-major = существенное
findings-severity-one-minor = незначительное
findings-state-open = неустранённые
findings-state-overdue = просроченные
findings-state-review = на рассмотрении
findings-state-closed = устранённые
findings-state-withdrawn = снятые
findings-state-all = все
findings-by-category = Категория
findings-by-severity = Тяжесть
findings-by-act = Акт
findings-by-org = Организация
findings-by-state = Состояние
findings-choose-category = Нарушения какой категории показать? Категорий: { $n }
findings-choose-severity = Нарушения какой тяжести показать? Видов: { $n }
findings-choose-act = Нарушения какого акта показать? Актов: { $n }
findings-choose-org = Нарушения какой организации показать? Организаций: { $n }
findings-choose-state = Какие нарушения показать? Видов: { $n }
findings-button-all = Все неустранённые
findings-button-back = « К списку
findings-button-open = Открыть нарушения
findings-button-file = Таблица (XLSX)
findings-button-import = ➕ Загрузить акт
findings-button-template = Бланк таблицы (XLSX)
findings-button-explain = Запросить пояснения: { $n }
findings-button-remedy-all = Поручить устранение: { $n }
findings-button-remedy = Поручить устранение
findings-button-withdraw = Снять нарушение
findings-button-task = № { $number }
findings-button-later = Позже
findings-button-whole = Устранить нарушение
findings-card = { $mark } <b>Нарушение { $position }</b>, акт № { $number } от { $day }
  { $body }

  <b>{ $org }</b>
  { $category }, { $severity }
  { $text }

  Состояние: { $stage }
findings-step-explanation = Пояснение: поручение № { $number }, срок { $due }{ $late ->
    [yes] {" "}· ⏰ просрочено
   *[no] {""}
  }
findings-step-remedy = Устранение: поручение № { $number }, срок { $due }{ $late ->
    [yes] {" "}· ⏰ просрочено
   *[no] {""}
  }
findings-reason = Причина: { $reason }
findings-ask-file = Пришлите таблицу нарушений файлом XLSX или CSV или вставьте её текстом. Столбцы в любом порядке: «Организация», «Категория», «Тяжесть», «Нарушение»; если есть — «Орган», «Акт», «Дата акта».
findings-ask-body = Какой орган составил акт? Например: Департамент по чрезвычайным ситуациям
findings-ask-number = Номер акта?
findings-ask-day = Дата акта?
findings-ask-explain = К какому дню организации дают пояснения?
findings-ask-remedy = К какому дню устранить?
findings-ask-measure = Что сделать? Напишите меру своими словами или нажмите кнопку. Организация приложит подтверждающий документ.
findings-ask-reason = Почему снимается нарушение { $position } из акта № { $number }?
findings-import-no-header = В таблице нет столбцов: { $columns }. Ничего не загружено.
findings-import-empty = В таблице нет ни одного нарушения. Ничего не загружено.
findings-import-faults = Ошибок: { $n }, строк: { $rows }. Ничего не загружено.
findings-import-more = … и ещё: { $n }
findings-fault-no-org = Строка { $line }: не указана организация (объединённые ячейки нужно разделить)
findings-fault-no-text = Строка { $line }: нет описания нарушения
findings-fault-beyond = Строка { $line }: правее последнего столбца лишние ячейки: { $words } (запятая в тексте?)
findings-fault-formula = Строка { $line }: формула вместо значения
findings-fault-sensitive = Строка { $line }: личные данные (ИИН, телефон и подобное) — уберите их
findings-fault-unknown = Строка { $line }: организация «{ $words }» не найдена
findings-fault-ambiguous = Строка { $line }: «{ $words }» — подходит несколько организаций, укажите код
findings-fault-no-head = Строка { $line }: у организации «{ $words }» нет руководителя в реестре
findings-fault-category = Строка { $line }: категория «{ $words }» не понятна
findings-known-categories = Категории: { $names }
findings-fault-severity = Строка { $line }: тяжесть «{ $words }» не понятна (критическая, существенная, незначительная)
findings-fault-day = Строка { $line }: «{ $words }» — не дата
findings-fault-repeated = Строка { $line }: то же нарушение этой организации указано в строке { $first }
findings-fault-long = Строка { $line }: описание длиннее { $max } знаков ({ $length })
findings-fault-long-head = Строка { $line }: название органа или номер акта длиннее { $max } знаков ({ $length })
findings-fault-differs-body = Строка { $line }: другой орган — «{ $words }»; в таблице должен быть один акт
findings-fault-differs-actnumber = Строка { $line }: другой номер акта — «{ $words }»; в таблице должен быть один акт
findings-fault-differs-actday = Строка { $line }: другая дата акта — «{ $words }»; в таблице должен быть один акт
findings-act-known = Акт № { $number } от { $day } ({ $body }) уже загружен.
findings-confirm = Акт № { $number }, { $day }
  { $body }
  Нарушений: { $n }
findings-confirm-orgs = Организаций: { $n } — { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
  }
findings-confirm-explain = Пояснения запрашиваются до: { $due }
  Загрузить акт и выдать поручение?
findings-confirm-explain-now = Выдать поручение дать пояснения до: { $due }?
findings-confirm-later = Пояснения можно запросить позже.
  Загрузить акт?
findings-confirm-leader = Пояснения запросит руководитель: он узнает об акте сразу.
  Загрузить акт?
findings-confirm-remedy = { $given ->
    [yes] Мера: { $measure }
   *[no] Устранить нарушения
  }
  Срок: { $due }
  Выдать поручение?
findings-confirm-withdraw = Снять нарушение { $position } из акта № { $number }?
  Причина: { $reason }
findings-imported = Акт загружен. Нарушений: { $n }.
findings-asked = Пояснения запрошены: поручение № { $number }.
findings-remedy-asked = Устранение поручено: № { $number }.
findings-withdrawn-now = Нарушение снято. Организация узнает об этом.
findings-task-stays = Поручение № { $number } выдано не вами и остаётся на контроле: отозвать его может тот, кто его выдал.
findings-nothing-to-explanation = Запрашивать пояснения не у кого.
findings-nothing-to-remedy = Поручать больше нечего: устранение уже поручено.
findings-closed-already = Нарушение уже устранено, снять его нельзя.
findings-task-explanation = Дать пояснения по нарушениям, указанным в акте № { $number } от { $day } ({ $body }). Список своих нарушений: /findings в личном чате с ботом.
findings-task-remedy = { $one ->
    [0] Устранить нарушения, указанные
   *[other] Устранить нарушение { $one }, указанное
  } в акте № { $number } от { $day } ({ $body }). Список своих нарушений: /findings в личном чате с ботом.
findings-task-short = { $what ->
    [explanation] Пояснение
   *[remedy] Устранение
  }
findings-task-basis = Основание: акт № { $number } от { $day } ({ $body }). Список своих нарушений: /findings в личном чате с ботом.
findings-form-remedy = подтверждающий документ
findings-told-critical = 🔴 <b>Критические нарушения</b>: { $n }
  Акт № { $number } от { $day }, { $body }
findings-told-act = <b>Загружен акт</b> № { $number } от { $day }, { $body }
findings-told-counts = Нарушений: { $n }, организаций: { $orgs }
findings-told-line = • { $org }: { $category } — { $text }
findings-told-unasked = Пояснения ещё не запрошены.
findings-told-withdrawn = Нарушение { $position } из акта № { $number } от { $day } снято.
  { $text }
  Причина: { $reason }
findings-column-act = Акт
findings-column-body = Орган
findings-column-org = Организация
findings-column-category = Категория
findings-column-severity = Тяжесть
findings-column-text = Нарушение
findings-column-stage = Состояние
findings-column-explanation = Пояснение
findings-column-remedy = Устранение
findings-column-reason = Причина снятия
findings-sheet = Нарушения
findings-sample-org = Школа № 12
findings-sample-text = Запасный выход закрыт на замок
