# The execution table of a resolution.
documents-button-execution-file = 📎 File
documents-execution-totals = { $block ->
    [advisory] Recommendations
   *[binding] Items
  }: { $total }. Done in time: { $inTime }, late: { $late }, open: { $open }, overdue: { $overdue }, cancelled: { $cancelled }.
documents-execution-standing = { $standing ->
    [inTime] done in time
    [late] done late
    [overdue] overdue
    [cancelled] cancelled
   *[open] in progress
  }
documents-execution-share = { $state ->
    [accepted] accepted
    [submitted] under review
    [returned] returned for rework
    [withdrawn] withdrawn
    [acknowledged] in progress, acknowledged
    [misaddressed] misaddressed
   *[assigned] in progress
  }
documents-execution-progress = done: { $done } of { $of }
documents-execution-private = confidential
documents-execution-early = The resolution is not adopted yet: there is no execution table.
documents-execution-left-out = Rows of executors that the table leaves out: { $n }. The numbers above are of all. The whole table: as XLSX.
documents-execution-sheet-executors = Executors
documents-execution-body = Body: { $name }
documents-execution-chair = Chair: { $name }
documents-execution-block = { $block ->
    [advisory] Recommendations
   *[binding] Assignments
  }
documents-execution-total = { $block ->
    [advisory] Recommendations in all
   *[binding] Assignments in all
  }
documents-execution-column = { $column ->
    [number] No
    [measure] Measure
    [executors] Responsible and co-executors
    [executor] Executor
    [organisation] Organisation
    [first] First date
    [current] Current date
    [extensions] Extensions
    [state] State
    [done] Date of execution
    [intime] In time
   *[note] Note
  }
documents-execution-co-executors = Co-executors: { $names }
documents-execution-yes-no = { $yes ->
    [yes] yes
   *[no] no
  }
documents-execution-not-issued = not issued
documents-execution-standing-control = standing control
