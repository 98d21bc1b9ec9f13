# The execution table of a resolution.
documents-button-execution-file = 📎 Файл
documents-execution-totals = { $block ->
    [advisory] Ұсынымдар, тармақ саны
   *[binding] Тармақ саны
  }: { $total }. Мерзімінде орындалды: { $inTime }, мерзімін бұза отырып: { $late }, орындалуда: { $open }, мерзімі өтті: { $overdue }, күші жойылды: { $cancelled }.
documents-execution-standing = { $standing ->
    [inTime] мерзімінде орындалды
    [late] мерзімін бұза отырып орындалды
    [overdue] мерзімі өтті
    [cancelled] күші жойылды
   *[open] орындалуда
  }
documents-execution-share = { $state ->
    [accepted] қабылданды
    [submitted] қаралуда
    [returned] пысықтауға қайтарылды
    [withdrawn] алынды
    [acknowledged] орындалуда, танысты
    [misaddressed] қате жолданған
   *[assigned] орындалуда
  }
documents-execution-progress = орындағандар: { $done } / { $of }
documents-execution-private = құпия
documents-execution-early = Қарар әлі қабылданған жоқ: орындалу кестесі әзірге жоқ.
documents-execution-left-out = Орындаушылар кестесіне енбеген жол саны: { $n }. Жоғарыдағы сандар барлығы бойынша. Толық кесте: XLSX форматында.
documents-execution-sheet-executors = Орындаушылар
documents-execution-body = Орган: { $name }
documents-execution-chair = Төрағалық етуші: { $name }
documents-execution-block = { $block ->
    [advisory] Ұсынымдар
   *[binding] Тапсырмалар
  }
documents-execution-total = { $block ->
    [advisory] Барлық ұсыным
   *[binding] Барлық тапсырма
  }
documents-execution-column = { $column ->
    [number] №
    [measure] Іс-шара
    [executors] Жауапты және бірлесіп орындаушылар
    [executor] Орындаушы
    [organisation] Ұйым
    [first] Бастапқы мерзім
    [current] Қазіргі мерзім
    [extensions] Ұзарту саны
    [state] Жай-күйі
    [done] Орындалған күні
    [intime] Мерзімінде
   *[note] Ескертпе
  }
documents-execution-co-executors = Бірлесіп орындаушылар: { $names }
documents-execution-yes-no = { $yes ->
    [yes] иә
   *[no] жоқ
  }
documents-execution-not-issued = берілген жоқ
documents-execution-standing-control = тұрақты бақылау
