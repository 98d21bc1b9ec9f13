# The execution table of a resolution.
documents-button-execution-file = 📎 Файл
documents-execution-totals = { $block ->
    [advisory] Рекомендации, пунктов
   *[binding] Пунктов
  }: { $total }. Исполнено в срок: { $inTime }, с нарушением срока: { $late }, на исполнении: { $open }, просрочено: { $overdue }, отменено: { $cancelled }.
documents-execution-standing = { $standing ->
    [inTime] исполнено в срок
    [late] исполнено с нарушением срока
    [overdue] просрочено
    [cancelled] отменено
   *[open] на исполнении
  }
documents-execution-share = { $state ->
    [accepted] принято
    [submitted] на рассмотрении
    [returned] возвращено на доработку
    [withdrawn] снято
    [acknowledged] на исполнении, ознакомлен
    [misaddressed] направлено не по адресу
   *[assigned] на исполнении
  }
documents-execution-progress = исполнили: { $done } из { $of }
documents-execution-private = конфиденциально
documents-execution-early = Резолюция ещё не принята: таблицы исполнения пока нет.
documents-execution-left-out = В таблицу исполнителей не вошло строк: { $n }. Числа выше — по всем. Полная таблица: в формате XLSX.
documents-execution-sheet-executors = Исполнители
documents-execution-body = Орган: { $name }
documents-execution-chair = Председательствующий: { $name }
documents-execution-block = { $block ->
    [advisory] Рекомендации
   *[binding] Поручения
  }
documents-execution-total = { $block ->
    [advisory] Всего рекомендаций
   *[binding] Всего поручений
  }
documents-execution-column = { $column ->
    [number] №
    [measure] Мероприятие
    [executors] Ответственный и соисполнители
    [executor] Исполнитель
    [organisation] Организация
    [first] Первый срок
    [current] Текущий срок
    [extensions] Продлений
    [state] Состояние
    [done] Дата исполнения
    [intime] В срок
   *[note] Примечание
  }
documents-execution-co-executors = Соисполнители: { $names }
documents-execution-yes-no = { $yes ->
    [yes] да
   *[no] нет
  }
documents-execution-not-issued = не выдан
documents-execution-standing-control = постоянный контроль
