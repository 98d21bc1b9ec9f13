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
reminders-unacknowledged = Please confirm that you have read the assignment:
reminders-unacknowledged-line = No { $number } — { $headline }
reminders-ladder = No report came in time on assignments that you issued or control:
reminders-ladder-line = No { $number } — due { $date }, overdue by { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }. Executor: { $names }
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
reminders-watched = 🟡 Half of the time has passed, and there is no report yet:
reminders-watched-line = No { $number } — due { $date }. Executor: { $names }
