# Reminders: in private, in groups, and the working calendar of administrators.
reminders-due-at = { $date }, by { $time }
reminders-left = Assignment No { $number } is due in { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }: { $due }.
reminders-today = Assignment No { $number } is due today: { $due }.
reminders-passed = Assignment No { $number } was due: { $due }.
reminders-overdue = ⚠️ Assignment No { $number } is overdue by { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }: { $due }.
reminders-advisory = An answer to recommendation No { $number } is awaited. Due: { $due }.
reminders-no-report = No report has been received yet. You can send it as a reply to this message.
reminders-returned = The report was returned for revision: { $date }.
reminders-report-by-reply = You can send the report as a reply to this message.
reminders-held = The final report is kept but not handed in yet: it waits for the parts of other executors.
reminders-only-interim = An interim report has come, the final one has not been received yet.
reminders-button-held = Final report No { $number }: what is awaited
reminders-unacknowledged = Please confirm that you have read the assignment:
reminders-unacknowledged-line = No { $number } — { $headline }
reminders-ladder = No report came in time on assignments that you issued or control:
reminders-ladder-line = No { $number } — due { $date }, overdue by { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }. { $executors ->
    [1] Executor
   *[other] Executors
  }: { $names }
reminders-more-private = { $n } more in the list: /my
reminders-more-names = { $n } more
reminders-button-report = Send report
reminders-button-report-of = Send report: No { $number }
reminders-button-acknowledge = Acknowledge: No { $number }
reminders-group-overdue = ⚠️ Overdue. Assignments: { $tasks }, executors: { $executors }
reminders-group-soon = Due soon. Assignments: { $tasks }, executors: { $executors }
reminders-group-overdue-line = No { $number } — due { $date }, overdue by { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }
reminders-group-soon-line = No { $number } — due { $date }, { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
  }
reminders-group-today-line = No { $number } — due today, { $date }
reminders-group-notice-line = No { $number } — due { $date }
reminders-group-waiting = Reports awaited: { $n }
reminders-group-names = Responsible: { $names }
reminders-group-please = Please send the report today by 18:00.
reminders-group-unreachable = Not connected to the bot: { $names }
reminders-group-unreachable-count = Executors not connected to the bot: { $n }
reminders-more-group = { $n } more in the list: /overdue
reminders-button-start = Open the bot
reminders-calendar-title = Working calendar of { $year }. Days marked by hand replace the general rules.
reminders-calendar-rules = Days off by the general rules, five-day week: { $days }
reminders-calendar-moved = Of these, transferred days off: { $days }
reminders-calendar-none = No days are marked.
reminders-calendar-line = { $day } — { $kind ->
    [off] day off
   *[work] working day
  }, { $week ->
    [5] five-day week
    [6] six-day week
   *[0] any week
  }. { $note }
reminders-calendar-warning = ⚠️ The days off of { $year } are not confirmed yet: check the Government decree and the first day of Kurban Ait, then confirm.
reminders-calendar-confirmed = The days off of { $year } are confirmed.
reminders-calendar-add = Add a day
reminders-calendar-remove = Remove: { $day }
reminders-calendar-confirm = Confirm { $year }
reminders-calendar-ask-day = Which day? Write the date, for example 05.01.2027.
reminders-calendar-ask-kind = { $day }. What will this day be?
reminders-calendar-kind-off = Day off
reminders-calendar-kind-work = Working day
reminders-calendar-ask-week = For which working week?
reminders-calendar-week-0 = Any
reminders-calendar-week-5 = Five-day
reminders-calendar-week-6 = Six-day
reminders-calendar-ask-note = Write the grounds, for example the number and date of the decree.
reminders-calendar-saved = Saved: { $day }.
reminders-calendar-removed = Removed: { $day }. The general rule applies again.
reminders-calendar-no-day = There is no such day. Write the date as 05.01.2027.
reminders-calendar-note-length = Grounds are needed, at most { $max } characters.
reminders-update = News of task № { $number } was expected on { $day } and has not come.
reminders-interim = Interim control date of task № { $number }: { $day }. Working days left: { $n }.
reminders-interim-today = Interim control date of task № { $number } is today: { $day }.
reminders-group-blocked = Stopped the bot, private messages do not arrive: { $names }
reminders-group-please-day = Please send the report today, before the end of the working day.
reminders-half = 🟡 Half of the time has passed, and there is no report yet on assignment No { $number }. Due: { $due }
reminders-half-over = 🟡 Half of the time has passed, and there is no report yet.
reminders-watched = 🟡 Half of the time has passed, and there is no report yet:
reminders-watched-line = No { $number } — due { $date }. { $executors ->
    [1] Executor
   *[other] Executors
  }: { $names }
reminders-button-task = 🔔 Reminders
reminders-policy-title = <b>Reminders: { $org }</b>
reminders-line-days = Before the date, working days: { $days }
reminders-line-repeats = After the date: { $repeats }
reminders-line-hours = Hours: { $hours }
reminders-line-quiet = Quiet days: { $days }
reminders-line-naming = The late in groups: { $naming }
reminders-inherited = { $value } ({ $from })
reminders-from-usual = as usual
reminders-field-days = Before the date
reminders-field-repeats = After the date
reminders-field-hours = Hours
reminders-field-quiet = Quiet days
reminders-field-naming = Naming the late
reminders-on-day = on the day
reminders-repeats = { $repeats ->
    [daily] every working day
    [weekly] once a week
    [none] no reminders
   *[usual] after 1, 2 and 3 days, then once a week
  }
reminders-until = until { $day }
reminders-quiet-none = none
reminders-button-quiet-days = Own days off…
reminders-button-above = As the organisation above
reminders-button-back = Back
reminders-button-pause = Pause until { $day }
reminders-button-pause-other = Pause until another day…
reminders-button-resume = Resume the reminders
reminders-button-no = Cancel
reminders-task-title = <b>Reminders: No { $number }</b>
reminders-as-organisation = as in the executor's organisation
reminders-not-paused = Reminders are not paused
reminders-which = Which organisation's reminders do you want to set?
reminders-set = Saved
reminders-ask-quiet-days = On which days should nobody be reminded? Write a date, for example 25.12.2026, or the first and the last day: 25.12.2026 - 05.01.2027
reminders-quiet-saved = Saved. Days without reminders: { $n }
reminders-ask-pause = Until which day should nobody be reminded? Write a date, for example 25.12.2026
reminders-pause-question = No reminders until { $day }?
reminders-may-not-set = How an organisation is reminded is set by its head or secretary.
reminders-only-issuer = Only whoever issued the assignment changes or pauses its reminders.
reminders-series = Reminders are set for each period by itself: please open the assignment of that period.
reminders-quiet-too-long = Name a day after today, at most { $max } calendar days ahead.
reminders-too-many-days = Too many days. At most: { $max }
reminders-raised = 🚨 Urgent, about an incident, or under special control:
reminders-raised-line = No { $number } — { $headline }{ $special ->
    [yes] { " (special control)" }
   *[no] { "" }
  }{ $incident ->
    [yes] { " (incident)" }
   *[no] { "" }
  }. Due: { $due }. Issued by: { $issuer }
