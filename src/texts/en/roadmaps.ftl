# Roadmaps: sections, measures, milestones, versions, tables.
roadmaps-list = <b>Roadmaps</b>: { $total }
roadmaps-none = There are no roadmaps that concern you yet.
roadmaps-none-yet = There are no roadmaps yet. Load a table: number, measure, completion form, due date, responsible, note.
roadmaps-state-draft = draft
roadmaps-state-approved = in progress
roadmaps-state-closed = completed
roadmaps-state-cancelled = cancelled
roadmaps-in-force = State: { $state } · version { $version }
roadmaps-draft-state = Draft. Approved by: { $post }
roadmaps-term = { $draft ->
    [yes] Term: until { $term }
   *[no] Term: { $term }
  }
roadmaps-of-task = Of the task: { $number }
roadmaps-own-part = Only measures that you or your organisations take part in are shown.
roadmaps-measures = Measures: { $n }
roadmaps-done = { $n ->
    [0] done: { $n }
   *[other] done: { $n }, in time: { $inTime }
  }
roadmaps-overdue = overdue: { $n }
roadmaps-doubtful = to check: { $n }
roadmaps-number-a = Measures: { $n }
roadmaps-number-d = Done: { $n }
roadmaps-number-i = In time: { $n }
roadmaps-number-o = Overdue: { $n }
roadmaps-number-q = To check: { $n }
roadmaps-number-none = There are no such measures.
roadmaps-section-tally = { $done ->
    [0] done { $done } of { $total }
   *[other] done { $done } of { $total }, in time { $inTime }
  }
roadmaps-section-unnamed = Measures
roadmaps-section-empty = There are no measures in this section.
roadmaps-status-done = done in time
roadmaps-status-late = done late
roadmaps-status-overdue = overdue
roadmaps-status-work = in progress
roadmaps-status-planned = not begun
roadmaps-status-draft = draft
roadmaps-status-cancelled = cancelled
roadmaps-term-standing = standing
roadmaps-term-none = no date
roadmaps-label-section = Section: { $value }
roadmaps-label-due = Due: { $value }
roadmaps-label-form = Completion form: { $value }
roadmaps-indicators = <b>Indicators</b>: { $n }
roadmaps-measure-no-indicators = The measure has no indicators.
roadmaps-label-note = Note: { $value }
roadmaps-label-responsible = Responsible: { $value }
roadmaps-executors = <b>Executors</b>
roadmaps-co-executor = co-executor
roadmaps-milestones = <b>Milestones</b>
roadmaps-more = … and { $n } more
roadmaps-share-assigned = not acknowledged
roadmaps-share-acknowledged = in progress
roadmaps-share-submitted = report under review
roadmaps-share-returned = returned
roadmaps-share-accepted = accepted in time
roadmaps-share-late = accepted late
roadmaps-share-misaddressed = misaddressed
roadmaps-share-withdrawn = withdrawn
roadmaps-share-waived = waived
roadmaps-share-overdue = overdue
roadmaps-button-import = ➕ Load a table
roadmaps-button-list = All roadmaps
roadmaps-button-open = Open the roadmap
roadmaps-button-back = ‹ Back
roadmaps-button-approve = ✅ Approve
roadmaps-button-send = 📨 Send for approval
roadmaps-button-return = ↩️ Return
roadmaps-button-rename = ✏️ Name
roadmaps-button-drop = 🗑 Delete
roadmaps-button-gantt = 📊 Chart
roadmaps-button-gantt-section = 📊 Chart of the section
roadmaps-button-file = 📄 Table
roadmaps-button-figures = Plan and fact
roadmaps-button-asof = As of a day
roadmaps-button-versions = Versions: { $n }
roadmaps-button-version = 📄 Table of version { $version }
roadmaps-button-add = ➕ Measure
roadmaps-button-text = ✏️ Text
roadmaps-button-due = 📅 Due date
roadmaps-button-executor = 👤 Executor
roadmaps-button-add-executor = ➕ Executor
roadmaps-button-drop-executor = ➖ Executor
roadmaps-button-form = ✏️ Completion form
roadmaps-button-note = ✏️ Note
roadmaps-button-no-note = No note
roadmaps-button-rename-section = ✏️ Section name
roadmaps-button-milestone = ➕ Milestone
roadmaps-button-edit-milestone = ✏️ Milestone
roadmaps-button-milestone-name = ✏️ Name
roadmaps-button-indicator = ➕ Indicator
roadmaps-button-indicators = 📈 Indicators: { $n }
roadmaps-button-measure = 📈 Indicators of the measure
roadmaps-button-remove = ✖️ Take out
roadmaps-button-task = Open the card
roadmaps-button-amend = ✏️ Change in the roadmap
roadmaps-button-skip = No completion form
roadmaps-ask = A roadmap awaits your approval. Once approved, all measures go to their executors at once.
roadmaps-ask-body = Whose roadmap is it? Choose, or write a few letters.
roadmaps-ask-issuer = Who approves it? Choose, or write a few letters.
roadmaps-ask-file = Send the table (XLSX or CSV), or paste it as text.
  Columns are known by their names, in any order: No, measure, completion form, due date, responsible, note; also milestones and indicator (several parted by semicolons). Sections are rows across the table.
roadmaps-ask-name = New name of the roadmap:
roadmaps-ask-return = Why do you return it? The drafter will see the reason.
roadmaps-ask-asof = As of which day? The roadmap is in force since { $day }.
roadmaps-ask-text = Text of the measure:
roadmaps-ask-due = Due date:
roadmaps-ask-form = Completion form:
roadmaps-ask-note = Note:
roadmaps-ask-section = New name of the section:
roadmaps-ask-executor = Responsible executor: choose, or write a few letters.
roadmaps-ask-one-more = Who else shall execute it? Choose or type a few letters.
roadmaps-ask-instead-of = Who is replaced? Choose or type a few letters.
roadmaps-ask-without = Who is taken out of the executors? Choose or type a few letters.
roadmaps-ask-milestone = Name of the milestone:
roadmaps-ask-which-milestone = Which milestone is changed?
roadmaps-ask-milestone-what = What of it?
roadmaps-ask-indicator = By which indicator is the measure judged? Choose, or write a few letters.
roadmaps-ask-reason = Reason of the change:
roadmaps-nobody-issues = Nobody was found who could approve it.
roadmaps-no-indicators = There are no other indicators. They are made with /indicators.
roadmaps-unnamed = Roadmap
roadmaps-echo-remove = The measure will be taken out and its task cancelled.
roadmaps-echo-milestone-removed = The milestone will be taken out: { $value }
roadmaps-echo-executor-added = New executor: { $value }
roadmaps-echo-executor-removed = No longer an executor: { $value }
roadmaps-change-sure = Change the draft?
roadmaps-amend-sure = Make the change? There will be a new version, and executors will be told.
roadmaps-amend-sure-quiet = Make the change? There will be a new version.
roadmaps-drop-sure = Delete the draft with all its measures?
roadmaps-dropped = The draft was deleted.
roadmaps-changed = The draft was changed.
roadmaps-amended = The change was made, version { $version }.
roadmaps-returned = Returned to the drafter.
roadmaps-indicator-linked = The indicator was named.
roadmaps-indicator-unlinked = Indicator taken off.
roadmaps-indicators-full = A measure has at most so many indicators: { $max }.
roadmaps-sent = Sent for approval.
roadmaps-sent-nobody = Whoever approves does not use the bot. Invite them, or tell them yourself.
roadmaps-approved = ✅ The roadmap is approved, measures given to executors: { $n }
roadmaps-unreached = Executors not reached: { $n }
roadmaps-told-approved = ✅ The roadmap is approved: { $name }{ $unreached ->
    [0] { "" }
   *[other] . Executors not reached: { $unreached }
  }
roadmaps-told-returned = ↩️ The roadmap was returned: { $name }
  Reason: { $reason }
roadmaps-told-closed = ✅ All measures are finished, the roadmap is closed: { $name }
roadmaps-milestone-reached = The milestone is reached.
roadmaps-milestone-reopened = The mark was taken back.
roadmaps-milestone-others = The executor or controller marks it while the measure is in progress.
roadmaps-nothing-to-draw = Nothing to draw: there are no measures.
roadmaps-same-file = This table was loaded before: { $name }. It is not needed twice.
roadmaps-task-has-one = There is a roadmap of this task already.
roadmaps-left-unchanged = Nothing was changed. See the roadmap as it stands now.
roadmaps-changed-shown = The roadmap has changed since. It is shown below as it stands now.
roadmaps-changed-since = The roadmap has changed since. Open it again.
roadmaps-approved-already = The roadmap is approved already.
roadmaps-closed-already = The roadmap is completed and does not change any more.
roadmaps-only-issuer = This is decided by whoever approves the roadmap.
roadmaps-amend-only = A measure of a roadmap is changed in the roadmap: with a reason and as a new version.
roadmaps-measure-done = The measure is done or its report is under review: the executor stays.
roadmaps-executor-already = This organisation executes the measure already.
roadmaps-last-executor = A measure needs an executor. Replace the executor or take the measure out.
roadmaps-measure-lacks = Measure { $number }: { $why ->
    [tasks-missing-text] no text
    [tasks-missing-executors] no executor
    [tasks-missing-due] no due date
    [tasks-due-past] its date has passed
    [guard-task-open] personal data in its text
    [outside] the executor is not below whoever approves
   *[other] not complete
  }. Put it right and approve again.
roadmaps-empty = The roadmap has no measures.
roadmaps-full = A roadmap holds no more measures than { $max }.
roadmaps-name-empty = The name cannot be empty.
roadmaps-not-yet = The roadmap was not in force on that day.
roadmaps-asof-head = At the end of { $day } · version { $version }
roadmaps-version = <b>Version { $version }</b> of { $day } · measures: { $n }
roadmaps-version-first = Approved
roadmaps-version-reason = Reason: { $reason }
roadmaps-figures = <b>{ $name }</b>
  Plan and fact
roadmaps-no-figures = The measures name no indicators.
roadmaps-figure-short = plan: { $plan } · fact: { $fact } · { $percent }
roadmaps-figure-words = Answers without a number: { $n }
roadmaps-figure = <b>{ $name }</b>, { $unit } · { $period }
  Plan: { $plan } · fact: { $fact } · deviation: { $deviation } · met: { $percent }
  Measures: { $measures }
roadmaps-import-plan = Measures: { $measures } · sections: { $sections }
  Approved by: { $issuer }
roadmaps-import-doubts = To check: { $n }
roadmaps-import-row = row { $line }.
roadmaps-import-sure = Make the draft? Nothing goes to executors before it is approved.
roadmaps-imported = The draft is ready. Check the measures and send it for approval.
roadmaps-import-faults = The table was not taken over. Faults: { $n }
roadmaps-import-nothing = Nothing was written. Put it right and send it again.
roadmaps-import-too-many = The table has too many measures: { $n }. A roadmap holds 300 at most.
roadmaps-import-no-header = No row with the names of columns was found: "Measure" and "Due date" or "Responsible" are needed.
roadmaps-import-no-measures = The table has no measures.
roadmaps-fault-formula = Row { $line }: a formula or an error in place of a value: { $words }
roadmaps-fault-no-text = Row { $line }: no text of the measure
roadmaps-fault-long-text = Row { $line }: the text of the measure is too long
roadmaps-fault-number-for-text = Row { $line }: a number in place of the measure: { $words }
roadmaps-fault-no-due = Row { $line }: no due date
roadmaps-fault-due = Row { $line }: the due date is not clear: { $words }
roadmaps-fault-no-executor = Row { $line }: nobody is responsible
roadmaps-fault-executor = Row { $line }: the responsible was not found: { $words }
roadmaps-fault-several = Row { $line }: several executors fit, be more precise: { $words }
roadmaps-fault-outside = Row { $line }: whoever approves may not give tasks to: { $words }
roadmaps-fault-milestone = Row { $line }: a milestone without a clear date: { $words }
roadmaps-fault-sensitive = Row { $line }: personal data in the text, take it out
roadmaps-doubt-text-above = Empty cell, the measure is that of the row above: { $words }
roadmaps-doubt-due-above = Empty cell, the date is that of the row above: { $words }
roadmaps-doubt-people-above = Empty cell, the responsible is that of the row above
roadmaps-doubt-standing = Standing, without a date: it ends by decision only: { $words }
roadmaps-doubt-often = Comes again: due with the last date, news expected in between: { $words }
roadmaps-doubt-twice = The same measure stands already in row: { $words }
roadmaps-doubt-indicator = No such indicator is kept, its words went to the note: { $words }
roadmaps-file-under = { $org } · version { $version } · { $day }
roadmaps-file-draft = { $org } · draft · { $day }
roadmaps-sheet = Roadmap
roadmaps-column-number = No
roadmaps-column-text = Measure
roadmaps-column-form = Completion form
roadmaps-column-due = Due date
roadmaps-column-responsible = Responsible
roadmaps-column-milestones = Milestones
roadmaps-column-indicator = Indicator
roadmaps-column-note = Note
roadmaps-gantt-done = done
roadmaps-gantt-work = in progress
roadmaps-gantt-overdue = overdue
roadmaps-gantt-planned = not begun
roadmaps-gantt-milestone = milestone
roadmaps-gantt-today = today
roadmaps-gantt-rest = Not shown: { $n }. Open the chart of a section.
