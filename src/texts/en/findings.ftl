# Findings of inspections: acts, explanations, remedies.
findings-title = <b>Findings</b>: { $total }
  Overdue: { $overdue } · for review: { $review }
findings-filter = Shown: { $filter }
findings-filter-act = act { $act }
findings-filter-org = { $org }
findings-none = There are no such findings.
findings-line = { $n }. { $mark } { $of ->
    [many] <b>{ $org }</b>: { $category }
   *[one] <b>{ $category }</b>
  }
  { $text }
  { $stage }
findings-until = { $stage } by { $due }
findings-overdue = ⏰ overdue
findings-stage-new = no explanation asked for
findings-stage-asked = explanation awaited
findings-stage-explanation-review = explanation for review
findings-stage-explained = explanation accepted
findings-stage-remedying = remedy awaited
findings-stage-remedy-review = remedy for review
findings-stage-closed = ✅ put right
findings-stage-withdrawn = withdrawn
findings-category-sanitary = Sanitary rules
findings-category-fire = Fire safety
findings-category-teaching = Teaching
findings-category-upbringing = Upbringing
findings-category-finance = Finance
findings-category-rights = Rights of children
findings-category-other = Other
findings-severity-critical = critical
findings-severity-major = major
findings-severity-minor = minor
findings-severity-one-critical = critical
findings-severity-one-major = major
findings-severity-one-minor = minor
findings-state-open = open
findings-state-overdue = overdue
findings-state-review = for review
findings-state-closed = put right
findings-state-withdrawn = withdrawn
findings-state-all = all
findings-by-category = Category
findings-by-severity = Severity
findings-by-act = Act
findings-by-org = Organisation
findings-by-state = State
findings-choose-category = Findings of which category? Categories: { $n }
findings-choose-severity = Findings of which severity? Kinds: { $n }
findings-choose-act = Findings of which act? Acts: { $n }
findings-choose-org = Findings of which organisation? Organisations: { $n }
findings-choose-state = Which findings? Kinds: { $n }
findings-button-all = All that are open
findings-button-back = « To the list
findings-button-open = Open the findings
findings-button-file = Table (XLSX)
findings-button-import = ➕ Bring in an act
findings-button-template = Empty table (XLSX)
findings-button-explain = Ask for explanations: { $n }
findings-button-remedy-all = Have put right: { $n }
findings-button-remedy = Have it put right
findings-button-withdraw = Withdraw the finding
findings-button-task = No { $number }
findings-button-later = Later
findings-button-whole = Put the finding right
findings-card = { $mark } <b>Finding { $position }</b>, act No { $number } of { $day }
  { $body }

  <b>{ $org }</b>
  { $category }, { $severity }
  { $text }

  State: { $stage }
findings-step-explanation = Explanation: task No { $number }, due { $due }{ $late ->
    [yes] {" "}· ⏰ overdue
   *[no] {""}
  }
findings-step-remedy = Remedy: task No { $number }, due { $due }{ $late ->
    [yes] {" "}· ⏰ overdue
   *[no] {""}
  }
findings-reason = Reason: { $reason }
findings-ask-file = Send the table of findings as XLSX or CSV, or paste it. Columns in any order: “Organisation”, “Category”, “Severity”, “Finding”; if there are any, “Body”, “Act”, “Act date”.
findings-ask-body = Which body made the act? For example: Department of Emergencies
findings-ask-number = Number of the act?
findings-ask-day = Date of the act?
findings-ask-explain = By which day do the organisations explain?
findings-ask-remedy = By which day is it to be put right?
findings-ask-measure = What is to be done? Write the measure, or press the button. The organisation adds a document as evidence.
findings-ask-reason = Why is finding { $position } of act No { $number } withdrawn?
findings-import-no-header = The table lacks columns: { $columns }. Nothing was brought in.
findings-import-empty = The table has no finding. Nothing was brought in.
findings-import-faults = Faults: { $n }, rows: { $rows }. Nothing was brought in.
findings-import-more = … and more: { $n }
findings-fault-no-org = Row { $line }: no organisation (split merged cells)
findings-fault-no-text = Row { $line }: the finding is not described
findings-fault-beyond = Row { $line }: cells beyond the last column: { $words } (a comma in the text?)
findings-fault-formula = Row { $line }: a formula instead of a value
findings-fault-sensitive = Row { $line }: personal data (ИИН, telephone and the like) – take them out
findings-fault-unknown = Row { $line }: organisation “{ $words }” was not found
findings-fault-ambiguous = Row { $line }: “{ $words }” fits several organisations, give the code
findings-fault-no-head = Row { $line }: organisation “{ $words }” has no head in the roster
findings-fault-category = Row { $line }: category “{ $words }” is unclear
findings-known-categories = Categories: { $names }
findings-fault-severity = Row { $line }: severity “{ $words }” is unclear (critical, major, minor)
findings-fault-day = Row { $line }: “{ $words }” is no date
findings-fault-repeated = Row { $line }: the same finding of this organisation stands in row { $first }
findings-fault-long = Row { $line }: the description is longer than { $max } characters ({ $length })
findings-fault-long-head = Row { $line }: the name of the body or the number of the act is longer than { $max } characters ({ $length })
findings-fault-differs-body = Row { $line }: another body, “{ $words }”; a table holds one act
findings-fault-differs-actnumber = Row { $line }: another act number, “{ $words }”; a table holds one act
findings-fault-differs-actday = Row { $line }: another act date, “{ $words }”; a table holds one act
findings-act-known = Act No { $number } of { $day } ({ $body }) was brought in already.
findings-confirm = Act No { $number }, { $day }
  { $body }
  Findings: { $n }
findings-confirm-orgs = Organisations: { $n } – { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
  }
findings-confirm-explain = Explanations are due by: { $due }
  Bring in the act and issue the task?
findings-confirm-explain-now = Issue the task to explain by { $due }?
findings-confirm-later = Explanations can be asked for later.
  Bring in the act?
findings-confirm-leader = A leader will ask for explanations, and hears of the act at once.
  Bring in the act?
findings-confirm-remedy = { $given ->
    [yes] Measure: { $measure }
   *[no] Put the findings right
  }
  Due: { $due }
  Issue the task?
findings-confirm-withdraw = Withdraw finding { $position } of act No { $number }?
  Reason: { $reason }
findings-imported = The act was brought in. Findings: { $n }.
findings-asked = Explanations are asked for: task No { $number }.
findings-remedy-asked = The task to put it right is issued: No { $number }.
findings-withdrawn-now = The finding is withdrawn. The organisation is told.
findings-task-stays = Task No { $number } was not issued by you and stays on control: whoever issued it can withdraw it.
findings-nothing-to-explanation = Nobody is left to be asked.
findings-nothing-to-remedy = Nothing is left: the remedy was asked for already.
findings-closed-already = The finding was put right, it cannot be withdrawn.
findings-task-explanation = Explain the findings of act No { $number } of { $day } ({ $body }). Your findings: /findings in the private chat with the bot.
findings-task-remedy = { $one ->
    [0] Put right the findings
   *[other] Put right finding { $one }
  } of act No { $number } of { $day } ({ $body }). Your findings: /findings in the private chat with the bot.
findings-task-short = { $what ->
    [explanation] Explanation
   *[remedy] Remedy
  }
findings-task-basis = Basis: act No { $number } of { $day } ({ $body }). Your findings: /findings in the private chat with the bot.
findings-form-remedy = a document as evidence
findings-told-critical = 🔴 <b>Critical findings</b>: { $n }
  Act No { $number } of { $day }, { $body }
findings-told-act = <b>An act was brought in</b>: No { $number } of { $day }, { $body }
findings-told-counts = Findings: { $n }, organisations: { $orgs }
findings-told-line = • { $org }: { $category } – { $text }
findings-told-unasked = Explanations were not asked for yet.
findings-told-withdrawn = Finding { $position } of act No { $number } of { $day } was withdrawn.
  { $text }
  Reason: { $reason }
findings-column-act = Act
findings-column-body = Body
findings-column-org = Organisation
findings-column-category = Category
findings-column-severity = Severity
findings-column-text = Finding
findings-column-stage = State
findings-column-explanation = Explanation
findings-column-remedy = Remedy
findings-column-reason = Reason of the withdrawal
findings-sheet = Findings
findings-sample-org = School No 12
findings-sample-text = The emergency exit is locked
