# Printed forms: screens, and the words on paper.
print-menu = <b>Печатные формы</b>
  Какой документ нужен? Справка об одном поручении: /print 2.1
print-how = Напишите номер поручения, например: /print 2.1
print-form = { $form ->
    [dues] Контроль сроков
    [summary] Сводка по исполнителям
    [discipline] Исполнительская дисциплина
    [protocol] Протокол с поручениями
    [resolutionNote] Лист ознакомления
    [execution] Таблица исполнения
    [taskNote] Лист ознакомления
   *[certificate] Справка о поручении
  }
print-span = { $span ->
    [late] Просроченные
    [w] Неделя
    [w1] Следующая неделя
    [m] Месяц
    [m1] Прошлый месяц
    [q] Квартал
    [q1] Прошлый квартал
    [y] Год
   *[all] Все
  }
print-language = { $language ->
    [kk] На казахском
   *[ru] На русском
  }
print-button-resolutions = Протокол, лист ознакомления
print-button-unit = Организация
print-button-author = Автор поручений
print-button-programme = Программа или тема
print-button-back = Назад
print-button-up = ↑ Выше
print-button-this-unit = ✅ Эта организация
print-any-author = Любой
print-any-programme = Любая
print-line-unit = Организация: { $name }
print-line-span = Период: { $span }
print-line-programme = Программа или тема: { $name }
print-which-file = Выберите вид файла.
print-which-unit = Выберите организацию. Сейчас: { $name }
print-which-author = Кто дал поручения?
print-which-programme = Какая программа или тема?
print-which-resolution = Какой протокол напечатать?
print-no-resolutions = Протоколов для печати нет.
print-no-programmes = В поручениях этой организации программ и тем из справочника (/programmes) нет.
print-subject = <b>{ $form }</b>
  { $title }
print-ordered = Файл готовится и придёт в этот чат.
print-ordered-privately = Файл готовится и придёт в личный чат с ботом.
print-wait = Заказанные файлы ещё готовятся. Повторите, когда они придут.
print-failed = Файл «{ $what }» подготовить не удалось: ошибка на нашей стороне, администратор увидит её в журнале. Заказ сохранён на неделю. Попробуйте ещё раз чуть позже.
print-button-again = 🔁 Попробовать ещё раз
print-too-much = Документ слишком большой. Сократите период, выберите одну организацию или формат XLSX.
print-caption = { $title }
  { $under }
print-dates-none = Открытых поручений со сроком у вас нет.
print-dates-name = Орында: сроки
print-dates-caption = Сроков для календаря: { $n }. Откройте файл на телефоне или компьютере.
print-dates-advisory = Рекомендация
print-button-paper = 🖨 Печать

print-paper = { $form ->
    [dues] КОНТРОЛЬ СРОКОВ ИСПОЛНЕНИЯ ПОРУЧЕНИЙ
    [summary] СВОДКА ИСПОЛНЕНИЯ ПО ОТВЕТСТВЕННЫМ ИСПОЛНИТЕЛЯМ
    [discipline] ИСПОЛНИТЕЛЬСКАЯ ДИСЦИПЛИНА
    [execution] СВОДНАЯ ТАБЛИЦА ИСПОЛНЕНИЯ РЕЗОЛЮЦИИ
   *[acquaintance] ЛИСТ ОЗНАКОМЛЕНИЯ
  }
print-file = { $form ->
    [dues] Контроль сроков
    [summary] Сводка исполнения
    [discipline] Исполнительская дисциплина
    [protocol] Протокол
    [resolutionNote] Лист ознакомления
    [execution] Исполнение резолюции
    [taskNote] Лист ознакомления
   *[certificate] Справка
  }
print-made = Сформировано { $at }, «Орында»
print-as-of = По состоянию на { $day }
print-due-in = Срок в периоде: { $span }
print-only-late = Просроченные поручения
print-all-control = Все поручения на контроле
print-given-by = Автор поручений: { $name }
print-left-out = В таблицу не вошло строк: { $n }. Числа выше — по всем. Сократите период, выберите одну организацию или формат XLSX.
print-overdue = просрочено
print-advisory = рекомендация
print-total = Всего
print-summary-note = Учтены обязательные поручения ответственных исполнителей. Каждое стоит ровно в одной графе: «в срок», «с нарушением срока», «на рассмотрении», «на исполнении», «просрочено». Процент — доля исполненных в срок среди исполненных.
print-items-behind = Поручения, из которых сложился индекс
print-task-number = Поручение № { $number }
print-protocol = Протокол № { $number } от { $day }
print-protocol-title = ПРОТОКОЛ № { $number }
print-protocol-bare = ПРОТОКОЛ
print-draft = ПРОЕКТ
print-heard = СЛУШАЛИ:
print-decided = ПОРУЧЕНО:
print-certificate-title = СПРАВКА ОБ ИСПОЛНЕНИИ ПОРУЧЕНИЯ № { $number }
print-executors = Исполнители
print-story = Ход исполнения
print-not-noted = не ознакомлен(а)
print-sign-note = (подпись, фамилия и инициалы, дата)
print-mark = { $mark ->
    [special] особый контроль
   *[confidential] конфиденциально
  }
print-task-state = { $state ->
    [issued] выдано
    [in_progress] на исполнении
    [closed] снято с контроля
    [cancelled] отменено
   *[draft] проект
  }
print-fact = { $fact ->
    [author] Автор поручений
    [control] На контроле
    [overdue] Просрочено
    [review] На рассмотрении
    [returned] На доработке
    [extended] Срок продлён
    [advisory] Рекомендаций
    [text] Содержание
    [issuer] Автор поручения
    [theme] Повестка дня
    [body] Орган
    [executors] Исполнителей
    [noted] Ознакомлены
    [not-noted] Не ознакомлены
    [chair] Председательствующий
    [secretary] Секретарь
    [present] Присутствовали
    [absent] Отсутствовали
    [controller] Контролёр
    [basis] Основание
    [issued] Дата выдачи
    [first] Первоначальный срок
    [due] Срок исполнения
    [extensions] Продлений
    [form] Форма завершения
    [state] Состояние
    [closed] Снято с контроля
    [reason] Причина
   *[marks] Отметки
  }
print-column = { $column ->
    [place] №
    [number] Номер
    [item] Пункт
    [text] Содержание поручения
    [issuer] Автор поручения
    [executor] Исполнитель
    [executors] Ответственный и соисполнители
    [first] Первый срок
    [due] Срок
    [extensions] Продлений
    [state] Состояние
    [days] Рабочих дней просрочки
    [total] Всего
    [inTime] В срок
    [late] С нарушением срока
    [review] На рассмотрении
    [work] На исполнении
    [overdue] Просрочено
    [percent] В срок, %
    [returned] Возвращалось
    [extended] Продлевалось
    [unit] Организация
    [index] Индекс
    [sample] Учтено
    [notDone] Не исполнено
    [atFirst] Принято с первого раза
    [unacknowledged] Не ознакомились вовремя
    [points] Баллы
    [why] Почему
    [name] Фамилия, инициалы
    [noted] Ознакомление
    [signature] Подпись
    [form] Форма завершения
    [role] Роль
    [reported] Отчёт сдан
    [intime] В срок
    [when] Дата и время
    [who] Кто
   *[what] Что произошло
  }
