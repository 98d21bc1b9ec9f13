# Programmes and topics: a dictionary of names, and what is done about each.
programmes-title = <b>Programmes and topics</b>
  Counted are the binding shares of tasks that you may see.
programmes-none = There are no programmes or topics yet.
programmes-line = { $n }. { $kind ->
    [topic] 🏷 { $name }
   *[programme] “{ $name }”
  }
  On control: { $open } · done: { $done } · overdue: { $overdue }
programmes-entry = { $kind ->
    [topic] <b>Topic</b>: { $name }
   *[programme] <b>Programme</b>: “{ $name }”
  }
  On control: { $open } · done: { $done } · overdue: { $overdue }
programmes-spellings = Also written: { $names }
programmes-button-add = { $kind ->
    [topic] ➕ Topic
   *[programme] ➕ Programme
  }
programmes-button-tasks = List of tasks
programmes-button-rename = Rename
programmes-button-spelling = Another spelling
programmes-button-close = Close
programmes-button-all = All programmes and topics
programmes-button-open = Open
programmes-button-choose = Programme and topic
programmes-ask-name = { $kind ->
    [topic] What is the topic called?
   *[programme] What is the programme called? Write the official name in the language it was approved in.
  }
programmes-ask-rename = What is “{ $name }” called now?
programmes-ask-spelling = How else is “{ $name }” written? Documents are understood by it.
programmes-confirm-rename = Rename “{ $before }” to “{ $after }”? It changes on all tasks.
programmes-confirm-close = Close “{ $name }”? Tasks keep the name.
programmes-added = The name is added: new documents are understood by it.
programmes-renamed = The name is changed.
programmes-spelling-added = The spelling is added.
programmes-closed-now = The name is closed.
programmes-known = This name is there already: “{ $name }”.
programmes-name-unfit = The name is empty or longer than { $max } characters.
programmes-choose = What does the task belong to? There may be several programmes and one topic (🏷).
programmes-choose-none = There are no programmes or topics yet. They are added in /programmes.
