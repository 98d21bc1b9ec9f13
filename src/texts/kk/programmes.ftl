# Programmes and topics: a dictionary of names, and what is done about each.
programmes-title = <b>Бағдарламалар мен тақырыптар</b>
  Сізге көрінетін тапсырмалардың міндетті үлестері саналады.
programmes-none = Бағдарлама да, тақырып та әзірге жоқ.
programmes-line = { $n }. { $kind ->
    [topic] 🏷 { $name }
   *[programme] «{ $name }»
  }
  Бақылауда: { $open } · орындалғаны: { $done } · мерзімі өткені: { $overdue }
programmes-entry = { $kind ->
    [topic] <b>Тақырып</b>: { $name }
   *[programme] <b>Бағдарлама</b>: «{ $name }»
  }
  Бақылауда: { $open } · орындалғаны: { $done } · мерзімі өткені: { $overdue }
programmes-spellings = Басқаша жазылуы: { $names }
programmes-button-add = { $kind ->
    [topic] ➕ Тақырып
   *[programme] ➕ Бағдарлама
  }
programmes-button-tasks = Тапсырмалар тізімі
programmes-button-rename = Атауын өзгерту
programmes-button-spelling = Басқаша жазылуы
programmes-button-close = Жабу
programmes-button-all = Барлық бағдарлама мен тақырып
programmes-button-open = Ашу
programmes-button-choose = Бағдарлама және тақырып
programmes-ask-name = { $kind ->
    [topic] Тақырып қалай аталады?
   *[programme] Бағдарлама қалай аталады? Ресми атауын бекітілген тілінде жазыңыз.
  }
programmes-ask-rename = «{ $name }» енді қалай аталады?
programmes-ask-spelling = «{ $name }» тағы қалай жазылады? Құжаттардан атау осы жазылуы бойынша табылады.
programmes-confirm-rename = Атауы өзгертілсін бе: «{ $before }» → «{ $after }»? Барлық тапсырмада атау өзгереді.
programmes-confirm-close = «{ $name }» жабылсын ба? Тапсырмаларда атау қалады.
programmes-added = Атау қосылды: жаңа құжаттардан өзі табылады.
programmes-renamed = Атау өзгертілді.
programmes-spelling-added = Жазылуы қосылды.
programmes-closed-now = Атау жабылды.
programmes-known = Мұндай атау бар: «{ $name }».
programmes-name-unfit = Атау бос немесе тым ұзын, ең көбі { $max } таңба.
programmes-choose = Тапсырма неге қатысты? Бағдарлама бірнешеу болуы мүмкін, тақырып (🏷) біреу.
programmes-choose-none = Бағдарлама да, тақырып та әзірге жоқ. Олар /programmes арқылы қосылады.
