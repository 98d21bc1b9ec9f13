# Printed forms: screens, and the words on paper.
print-menu = <b>Printed forms</b>
  Which document do you need? A certificate of one task: /print 2.1
print-how = Write the number of a task, for example: /print 2.1
print-form = { $form ->
    [dues] Control of due dates
    [summary] Summary by executor
    [discipline] Executive discipline
    [protocol] Protocol with assignments
    [resolutionNote] Acquaintance list
    [execution] Execution table
    [taskNote] Acquaintance list
   *[certificate] Certificate of a task
  }
print-span = { $span ->
    [late] Overdue
    [w] Week
    [w1] Next week
    [m] Month
    [m1] Last month
    [q] Quarter
    [q1] Last quarter
    [y] Year
   *[all] All
  }
print-language = { $language ->
    [kk] In Kazakh
   *[ru] In Russian
  }
print-button-resolutions = Protocol, acquaintance list
print-button-unit = Organisation
print-button-author = Issuer
print-button-programme = Programme or topic
print-button-back = Back
print-button-up = ↑ Up
print-button-this-unit = ✅ This organisation
print-any-author = Any
print-any-programme = Any
print-line-unit = Organisation: { $name }
print-line-span = Period: { $span }
print-line-programme = Programme or topic: { $name }
print-which-file = Choose the kind of file.
print-which-unit = Choose an organisation. Now: { $name }
print-which-author = Who gave the tasks?
print-which-programme = Which programme or topic?
print-which-resolution = Which protocol?
print-no-resolutions = There is no protocol to print.
print-no-programmes = No task of this organisation bears a programme or topic of the dictionary (/programmes).
print-subject = <b>{ $form }</b>
  { $title }
print-ordered = The file is being made and will come to this chat.
print-ordered-privately = The file is being made and will come to your private chat with the bot.
print-wait = The files you ordered are still being made. Try again when they have come.
print-failed = The file “{ $what }” could not be made: the fault is ours, and the administrator will see it in the log. Your order is kept for a week. Please try again a little later.
print-button-again = 🔁 Try again
print-too-much = This document is too big. Choose a shorter period, one organisation or the XLSX format.
print-caption = { $title }
  { $under }
print-dates-none = You have no open tasks with a date.
print-dates-name = Orynda: due dates
print-dates-caption = Dates for the calendar: { $n }. Open the file on your phone or computer.
print-dates-advisory = Recommendation
print-button-paper = 🖨 Print

print-paper = { $form ->
    [dues] CONTROL OF DUE DATES
    [summary] SUMMARY OF EXECUTION BY RESPONSIBLE EXECUTOR
    [discipline] EXECUTIVE DISCIPLINE
    [execution] EXECUTION OF THE RESOLUTION
   *[acquaintance] ACQUAINTANCE LIST
  }
print-file = { $form ->
    [dues] Control of due dates
    [summary] Summary of execution
    [discipline] Executive discipline
    [protocol] Protocol
    [resolutionNote] Acquaintance list
    [execution] Execution of the resolution
    [taskNote] Acquaintance list
   *[certificate] Certificate
  }
print-made = Made { $at }, Orynda
print-as-of = As of { $day }
print-due-in = Due in: { $span }
print-only-late = Overdue tasks
print-all-control = All tasks on control
print-given-by = Issuer: { $name }
print-left-out = Rows left out of the table: { $n }. The numbers above are of all. Choose a shorter period, one organisation, or XLSX.
print-overdue = overdue
print-advisory = recommendation
print-total = Total
print-summary-note = Binding tasks of responsible executors are counted. Each stands in exactly one column: in time, late, for review, in progress, overdue. The percentage is the share done in time among those done.
print-items-behind = Tasks behind the index
print-task-number = Task No { $number }
print-protocol = Protocol No { $number }, { $day }
print-protocol-title = PROTOCOL No { $number }
print-protocol-bare = PROTOCOL
print-draft = DRAFT
print-heard = HEARD:
print-decided = ASSIGNED:
print-certificate-title = CERTIFICATE OF EXECUTION OF TASK No { $number }
print-executors = Executors
print-story = Course of execution
print-not-noted = not acknowledged
print-sign-note = (signature, surname and initials, date)
print-mark = { $mark ->
    [special] special control
   *[confidential] confidential
  }
print-task-state = { $state ->
    [issued] issued
    [in_progress] in progress
    [closed] removed from control
    [cancelled] cancelled
   *[draft] draft
  }
print-fact = { $fact ->
    [author] Issuer
    [control] On control
    [overdue] Overdue
    [review] For review
    [returned] Returned
    [extended] Extended
    [advisory] Recommendations
    [text] Text
    [issuer] Issuer
    [theme] Agenda
    [body] Body
    [executors] Executors
    [noted] Acknowledged
    [not-noted] Not acknowledged
    [chair] Chair
    [secretary] Secretary
    [present] Present
    [absent] Absent
    [controller] Controller
    [basis] Basis
    [issued] Issued on
    [first] First date
    [due] Due date
    [extensions] Extensions
    [form] Completion form
    [state] State
    [closed] Removed from control
    [reason] Reason
   *[marks] Marks
  }
print-column = { $column ->
    [place] No
    [number] Number
    [item] Item
    [text] Task
    [issuer] Issuer
    [executor] Executor
    [executors] Responsible and co-executors
    [first] First date
    [due] Due
    [extensions] Extensions
    [state] State
    [days] Working days overdue
    [total] Total
    [inTime] In time
    [late] Late
    [review] For review
    [work] In progress
    [overdue] Overdue
    [percent] In time, %
    [returned] Returned
    [extended] Extended
    [unit] Organisation
    [index] Index
    [sample] Counted
    [notDone] Not done
    [atFirst] Accepted at first
    [unacknowledged] Not acknowledged in time
    [points] Points
    [why] Why
    [name] Name
    [noted] Acknowledged
    [signature] Signature
    [form] Completion form
    [role] Role
    [reported] Reported
    [intime] In time
    [when] Date and time
    [who] Who
   *[what] What happened
  }
