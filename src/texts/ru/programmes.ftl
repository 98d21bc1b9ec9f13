# Programmes and topics: a dictionary of names, and what is done about each.
programmes-title = <b>Программы и темы</b>
  Считаются обязательные доли поручений, которые вам видны.
programmes-none = Программ и тем пока нет.
programmes-line = { $n }. { $kind ->
    [topic] 🏷 { $name }
   *[programme] «{ $name }»
  }
  На контроле: { $open } · исполнено: { $done } · просрочено: { $overdue }
programmes-entry = { $kind ->
    [topic] <b>Тема</b>: { $name }
   *[programme] <b>Программа</b>: «{ $name }»
  }
  На контроле: { $open } · исполнено: { $done } · просрочено: { $overdue }
programmes-spellings = Пишут также: { $names }
programmes-button-add = { $kind ->
    [topic] ➕ Тема
   *[programme] ➕ Программа
  }
programmes-button-tasks = Список поручений
programmes-button-rename = Переименовать
programmes-button-spelling = Другое написание
programmes-button-close = Закрыть
programmes-button-all = Все программы и темы
programmes-button-open = Открыть
programmes-button-choose = Программа и тема
programmes-ask-name = { $kind ->
    [topic] Как называется тема?
   *[programme] Как называется программа? Напишите официальное название на том языке, на котором оно утверждено.
  }
programmes-ask-rename = Как теперь называется «{ $name }»?
programmes-ask-spelling = Как ещё пишут «{ $name }»? По этому написанию название найдётся в документах.
programmes-confirm-rename = Переименовать «{ $before }» в «{ $after }»? Название изменится во всех поручениях.
programmes-confirm-close = Закрыть «{ $name }»? В поручениях название останется.
programmes-added = Название добавлено: в новых документах оно найдётся само.
programmes-renamed = Название изменено.
programmes-spelling-added = Написание добавлено.
programmes-closed-now = Название закрыто.
programmes-known = Такое название уже есть: «{ $name }».
programmes-name-unfit = Название пустое или длиннее { $max } знаков.
programmes-choose = К чему относится поручение? Программ может быть несколько, тема (🏷) одна.
programmes-choose-none = Программ и тем пока нет. Их добавляют в /programmes.
