# Collections: a question to many with fields, answers, totals.
collections-asked = Ответ: { $what }
collections-asked-many = В ответе нужно:
collections-optional = необязательно
collections-what-whole = целое число
collections-what-number = число
collections-what-choice = один из вариантов: { $choices }
collections-what-text = текст
collections-what-photo = фото
collections-what-file = файл
collections-what-range = { $range ->
    [from] не меньше { $from }
    [to] не больше { $to }
   *[both] от { $from } до { $to }
  }
collections-how-to-number = Чтобы ответить, пришлите число ответом на это сообщение.
collections-how-to-choice = Чтобы ответить, напишите один из вариантов ответом на это сообщение или нажмите «Ответить».
collections-how-to-text = Чтобы ответить, напишите текст ответом на это сообщение.
collections-how-to-file = Чтобы ответить, пришлите файл ответом на это сообщение.
collections-how-to-many = Чтобы ответить, нажмите «Ответить» или пришлите ответ на это сообщение: каждое значение с новой строки, по порядку.
collections-button-answer = ✏️ Ответить
collections-button-correct = ✏️ Исправить ответ
collections-button-begin = 🔢 Собрать ответы по полям
collections-button-fields = 🔢 Поля ответа
collections-button-show = 🔢 Собранные ответы
collections-ask-question = Что собираем? Напишите одним сообщением, что спросить, у кого и к какому сроку. Например: Всем школам сообщить количество специалистов опеки до 20 декабря
collections-ask-whom = Кому задать вопрос? Напишите «всем школам», номера школ или названия организаций; разделяйте точкой с запятой.
collections-ask-kind = Что должно быть в ответе?
collections-ask-kind-more = Что должно быть в этом поле?
collections-kind-number = Число
collections-kind-choice = Выбор
collections-kind-text = Текст
collections-kind-photo = Фото
collections-kind-file = Файл
collections-ask-spec = Единица и границы, если они есть. Например: <code>чел., 0–500</code>. Если возможны дробные числа: <code>%, 0–100, дробное</code>.
collections-any-whole = Любое целое число
collections-spec-unclear = Границы не поняты: первое число должно быть меньше второго, единица не длиннее 40 знаков. Например: чел., 0–500
collections-ask-choices = Напишите варианты ответа, каждый с новой строки.
collections-choices-unfit = Нужно от 2 до 12 разных вариантов, каждый не длиннее 60 знаков.
collections-ask-label = Как назвать это поле? Например: Количество ставок
collections-label-unfit = Название поля: от 1 до 120 знаков.
collections-label-taken = Такое поле уже есть.
collections-too-many-fields = Полей не больше { $max }.
collections-single-only = Ответы по полям собираются разовым поручением, не периодическим и не частью другого.
collections-ask-required = Это поле обязательно?
collections-required = Обязательно
collections-not-required = Можно пропустить
collections-fields = Поля ответа
collections-no-fields = Полей нет: это обычное поручение, на него отвечают отчётом.
collections-acceptance = { $at ->
    [once] Полный ответ принимается сразу, без проверки.
   *[review] Ответ принимает контролёр.
  }
collections-indicator = Числа записываются в показатель: { $name }
collections-button-add-field = ➕ Поле
collections-button-drop-field = ➖ Убрать последнее
collections-button-acceptance = { $at ->
    [once] Принимать сразу
   *[review] Принимать после проверки
  }
collections-button-bind = 📊 Записывать в показатель
collections-button-draft = ← К черновику
collections-ask-bound-field = Какое число записывать? Выберите или напишите часть названия.
collections-ask-indicator = В какой показатель? Выберите или напишите часть названия.
collections-ask-period = За какой период эти числа?
collections-no-number-field = Среди полей нет числа.
collections-no-indicator = Показателей, которые вы ведёте, нет. Завести: /indicators
collections-not-yours = Этот вопрос задан не вам.
collections-fields-instead = По № { $number } ждут ответа по полям, отчёт словами его не заменяет. Пришлите ответ на сообщение о поручении или нажмите «Ответить».
collections-over = Сбор ответов № { $number } завершён, ответ уже не изменить.
collections-which = На какой вопрос этот ответ?
collections-accepted = ✅ № { $number }: ответ принят
collections-filed = ✅ № { $number }: ответ отправлен на рассмотрение
collections-noted = ☑️ № { $number }: записано, ответ ещё не полный
collections-corrected = ✏️ № { $number }: ответ исправлен
collections-same = № { $number }: этот ответ уже записан
collections-nothing = № { $number }: { $kept ->
    [yes] новых значений в ответе нет, записанное осталось
   *[no] значений в ответе нет, ничего не записано
  }
collections-still-missing = Ещё нужно: { $fields }
collections-late-note = Ответ дан после срока
collections-can-correct = Исправить можно, пока сбор не закрыт: пришлите новый ответ на это сообщение.
collections-can-correct-many = Исправить можно, пока сбор не закрыт: нажмите кнопку или пришлите на это сообщение название поля, двоеточие и новое значение.
collections-count = Ответили: { $done } из { $total }
collections-was = было: { $value }
collections-no-number = без числа
collections-value-photo = 📷 фото
collections-value-file = 📎 файл
collections-fault = { $why ->
    [words] В ответе { $said } нет числа. Если это ноль, напишите 0.
    [vague] В ответе { $said } число приблизительное, нужно точное.
    [confirm] В ответе { $said } кроме числа { $value } есть другие слова.
    [negative] Число { $value } меньше нуля.
    [fraction] Число { $value } не целое.
    [range] Число { $value } вне границ.
    [choice] Ответа { $said } нет среди вариантов.
    [long] Ответ слишком длинный.
    [empty] Этот раздел обязателен и не может быть пустым.
    [lines] Непонятно, к какому полю относится { $said }. Напишите название поля, двоеточие и значение.
   *[unclear] В ответе { $said } нельзя понять, какое число верное.
  }
collections-expected = Ожидается: { $what }
collections-button-sure = Записать { $value }
collections-button-words = Записать словами, без числа
collections-button-again = Ответить иначе
collections-file-kept = Файл сохранён рядом с ответом.
collections-file-not-asked = Файл здесь не нужен. Сначала пришлите ответ, тогда файл можно добавить к нему.
collections-file-expected-photo = Пришлите, пожалуйста, фотографию.
collections-file-expected-file = Пришлите, пожалуйста, файл (не программу).
collections-answer-one = Ответ по № { $number }
collections-answer-of = Ответ по № { $number }, { $at } из { $of }
collections-may-skip = Можно пропустить.
collections-now = Сейчас записано: { $value }
collections-button-keep = Оставить как есть
collections-button-skip = Пропустить
collections-list = <b>Сбор данных</b>: { $total }
collections-none = Вопросов к вам пока нет.
collections-none-ask = Вопросов пока нет.
collections-button-new = ➕ Новый вопрос
collections-button-sections = 📋 Отчёт по разделам
collections-sections-task = Представить отчёт о работе школы по пяти разделам
collections-section-safety = Безопасность детей
collections-section-staff = Кадровый потенциал
collections-section-meals = Питание
collections-section-education = Воспитательная работа
collections-section-rights = Защита прав детей
collections-title = <b>Сбор данных № { $number }</b>
collections-progress = Ответили: <b>{ $done } из { $total }</b>, не ответили: { $missing }
collections-count-late = После срока: { $n }
collections-count-words = Без числа: { $n }
collections-answered = ответов: { $n }
collections-sum = Итого: <b>{ $value }</b>
collections-spread = В среднем: { $average } · наименьшее: { $min } · наибольшее: { $max }
collections-compared = 📊 { $name }, { $period }: план { $plan }, факт { $fact }, выполнение { $percent }
collections-button-table = Ответы
collections-button-missing = Не ответили: { $n }
collections-button-nudge = Напомнить тем, кто не ответил: { $n }
collections-button-file = Таблица (XLSX)
collections-button-indicator = 📊 План и факт
collections-button-task = Поручение
collections-button-list = Все вопросы
collections-table = <b>Ответы по № { $number }</b>: { $answered } из { $total }
collections-marks = ⏰ после срока · ✏️ исправлен · ✍️ без числа
collections-nobody-answered = Ответов пока нет.
collections-button-back = ← К итогам
collections-button-back-table = ← К ответам
collections-missing = <b>Не ответили по № { $number }</b>: { $n }
collections-nobody-missing = По № { $number } ответили все.
collections-in-part = ответ неполный
collections-returned = возвращён
collections-one = <b>{ $name }</b>, ответ по № { $number }
collections-no-answer-yet = Ответа ещё нет
collections-answered-by = Записано { $at }: { $name }
collections-earlier = Раньше было записано:
collections-button-files = 📎 Файлы
collections-column-district = Район
collections-column-org = Организация
collections-column-at = Записано
collections-column-note = Примечание
collections-sheet = Ответы { $number }
collections-mark-late = после срока
collections-mark-corrected = исправлен
collections-total-answered = Ответили
collections-total-sum = Итого
collections-total-average = В среднем
collections-total-min = Наименьшее
collections-total-max = Наибольшее
collections-unclear = Не все ответы на вопрос № { $number } приняты: непонятые или неполные отмечены знаком 🤔. Ответьте на карточку ещё раз; причину бот объясняет в личном чате.
collections-button-start = Открыть личный чат
