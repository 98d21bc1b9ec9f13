# Indicators: plan, fact and baseline by organisation and period.
indicators-list = <b>Показатели</b>: { $total }
indicators-none = Показателей пока нет.
indicators-title = <b>{ $name }</b>
  { $period } · единица: { $unit }
indicators-empty = За этот период чисел нет.
indicators-part-plan = план: { $value }
indicators-part-fact = факт: { $value }
indicators-part-baseline = базовое значение: { $value }
indicators-part-deviation = отклонение: { $value }
indicators-part-percent = выполнение: { $value }
indicators-met = { $met ->
    [yes] план выполнен
   *[no] план не выполнен
  }
indicators-since-baseline = к базовому значению: { $by }{ $way ->
    [better] {", лучше"}
    [worse] {", хуже"}
   *[same] {""}
  }
indicators-since-before = к прошлому периоду: { $by }{ $way ->
    [better] {", лучше"}
    [worse] {", хуже"}
   *[same] {""}
  }
indicators-met-yes = да
indicators-met-no = нет
indicators-total = <b>{ $mean ->
    [yes] В среднем
   *[no] Итого
  }</b>
indicators-answered = Ответили: { $answered }, из них без числа: { $withoutNumber }
indicators-no-number = без числа
indicators-source = Источник: { $sources }
indicators-source-of = { $kind ->
    [plan] план
    [baseline] базовое значение
   *[fact] факт
  } — { $source }
indicators-source-collection = ответ на сбор данных
indicators-button-new = ➕ Новый показатель
indicators-button-list = Все показатели
indicators-button-enter = Ввести число
indicators-button-source = Откуда число?
indicators-button-import = Загрузить таблицу
indicators-button-file = Таблица (XLSX)
indicators-button-propose = 📝 Черновик поручения отстающим: { $n }
indicators-button-close = Закрыть показатель
indicators-column-org = Организация
indicators-column-baseline = Базовое значение
indicators-column-plan = План
indicators-column-fact = Факт
indicators-column-deviation = Отклонение
indicators-column-percent = Выполнение, %
indicators-column-met = План выполнен
indicators-column-since-baseline = К базовому значению
indicators-column-before = Прошлый период, факт
indicators-column-since-before = К прошлому периоду
indicators-column-note = Примечание
indicators-column-source = Источник
indicators-column-total = Итого
indicators-sheet = Показатель
indicators-ask-name-kk = Как называется показатель на казахском?
indicators-ask-name-ru = Как называется показатель на русском?
indicators-ask-unit-kk = Единица измерения на казахском? Например: мектеп, орын, %
indicators-ask-unit-ru = Единица измерения на русском? Например: школа, место, %
indicators-ask-kind = Что это за число?
indicators-kind-count = Количество (целое)
indicators-kind-sum = Сумма
indicators-kind-percent = Доля, %
indicators-kind-score = Балл
indicators-kind-ratio = Норматив: один на столько-то
indicators-kind-rank = Место в рейтинге
indicators-ask-period = За какой период?
indicators-period-year = Год
indicators-period-quarter = Квартал
indicators-period-month = Месяц
indicators-period-school-year = Учебный год
indicators-ask-norm-of = На какой показатель рассчитывается норматив? Выберите или напишите часть названия.
indicators-ask-norm-per = Одна единица на сколько? Например: 5000
indicators-norm-missing = Сначала заведите показатель, на который рассчитывается норматив, за такие же периоды.
indicators-norm-unfit = Норматив рассчитывается на показатель с такими же периодами.
indicators-name-taken = Показатель «{ $name }» уже есть.
indicators-confirm-new = Завести показатель «{ $name }»?
indicators-created = Показатель заведён. Введите числа или загрузите таблицу: /indicators
indicators-ask-org = { $name }, { $period }. Какая организация? Выберите или напишите часть названия.
indicators-ask-which = Какое это число?
indicators-value-plan = План
indicators-value-fact = Факт
indicators-value-baseline = Базовое значение
indicators-ask-number = Напишите число. Единица: { $unit }.
indicators-number-meant = Записать { $value }?
indicators-without-number = Числа в ответе нет: «{ $words }». Записать так? В таблице ответ будет отмечен.
indicators-number-unclear = { $why ->
    [negative] Число не может быть меньше нуля.
    [fraction] Здесь нужно целое число.
    [over] Число слишком большое.
    [none] Числа не видно. Напишите его цифрами.
   *[unclear] Число не понятно. Напишите его цифрами, например 1006 или 12,5.
  }
indicators-entered = Число записано.
indicators-same = Это число уже записано.
indicators-ask-source = { $name }, { $org }: { $value }. Откуда число? Напишите одной строкой, до 200 знаков. Например: акт ввода № 12 от 01.09.2026.
indicators-source-kept = Источник записан: { $source }
indicators-nobody-to-fill = Организаций, за которые вы можете ввести число, нет.
indicators-ask-file = Пришлите таблицу XLSX или CSV. Нужны столбцы «Организация» и хотя бы один из «План», «Факт», «Базовое значение». Порядок столбцов любой.
indicators-import-no-header = В таблице нет строки заголовков со столбцами «Организация» и «План», «Факт» или «Базовое значение». Ничего не загружено.
indicators-import-plan = Строк: { $rows }. Чисел: { $values }.{ $bare ->
    [0] {""}
   *[other] {" "}Ответов без числа: { $bare }.
  } Ошибок нет. Загрузить?
indicators-import-columns = Взяты столбцы: { $names }
indicators-import-columns-left = Не взяты столбцы: { $names }
indicators-import-faults = Ошибок: { $n }. Ничего не загружено.
indicators-import-more = … и ещё: { $n }
indicators-fault-unknown = Строка { $line }: организация «{ $words }» не найдена
indicators-fault-ambiguous = Строка { $line }: «{ $words }» — подходит несколько организаций, укажите код
indicators-fault-repeated = Строка { $line }: организация уже указана в строке { $first }
indicators-fault-nothing = Строка { $line }: нет ни одного числа
indicators-fault-formula = Строка { $line }: вместо значения формула или ошибка
indicators-fault-beyond = Строка { $line }: правее последнего столбца лишние ячейки: { $words } (запятая в числе?)
indicators-fault-twice = Строка { $line }: два столбца с одним и тем же: { $words } и { $other }. Оставьте один
indicators-fault-number = Строка { $line }: «{ $words }» — { $why ->
    [words] рядом с числом слова, оставьте только число
    [negative] число меньше нуля
    [fraction] нужно целое число
    [over] число слишком большое
    [none] нет числа
   *[unclear] число не понятно
  }
indicators-imported = Загружено чисел: { $changed }.
indicators-confirm-close = Закрыть показатель «{ $name }»? Числа сохранятся, новые вводить будет нельзя.
indicators-closed-now = Показатель закрыт.
indicators-closed = Этот показатель закрыт.
indicators-outside = Эта организация не относится к показателю.
indicators-period-unclear = Такого периода у показателя нет.
indicators-task = По показателю «{ $name }» ({ $period }) план не выполнен. Принять меры и довести показатель до плана.
indicators-nobody-lags = Отстающих, которым вы можете дать поручение, нет.
