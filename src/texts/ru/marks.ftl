# Marks of a task: special control, confidential, public; and the export of what is public.
marks-button = Отметки
marks-title = Отметки поручения № { $number }. Нажатие ставит или снимает отметку.
marks-title-draft = Отметки проекта. Нажатие ставит или снимает отметку.
marks-special = На особом контроле
marks-flag-special = особый контроль
marks-confidential = Конфиденциально: не передавайте другим
marks-changed = Отметка изменена.
marks-already = Отметка уже такая.
marks-over = Поручение завершено: отметки не меняются.
marks-may-not = Отметку меняет тот, кто дал поручение.
marks-only-akim = Особый контроль устанавливает только аким.
marks-not-both = Конфиденциальное поручение не может быть публичным. Сначала снимите конфиденциальность.
marks-toggle = { $on ->
    [yes] ☑
   *[no] ☐
  } { $mark ->
    [specialControl] Особый контроль
    [confidential] Конфиденциально
   *[public] Публично
  }
marks-ask-why = { $on ->
    [yes] Почему поручение ставится на особый контроль? Причина останется в журнале.
   *[no] Почему особый контроль снимается? Причина останется в журнале.
  }
marks-public-none = Публичных поручений нет.
marks-public-caption = Публичных поручений: { $n }. Без персональных данных.
marks-public-left-out = Не вошло из-за закрытых данных в тексте: { $n }
marks-public-sheet = Публичные поручения
marks-public-number = Номер
marks-public-text = Поручение
marks-public-issuer = Кем дано (организация)
marks-public-executors = Исполнители (организации)
marks-public-due = Срок
marks-public-state = Состояние
marks-public-many = организаций: { $n }
marks-public-status = { $state ->
    [closed] исполнено
    [cancelled] отменено
   *[in_progress] на контроле
  }
