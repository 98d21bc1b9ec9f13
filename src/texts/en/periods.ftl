# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = This rule of repetition gives no date. Please choose another one.
periods-date-by-rule = The dates of a periodic task follow from its rule. Please correct the date of the open period, or end this task and issue a new one.
periods-repeats-school = Repeats: { $unit ->
    [year] at the end of the school year
   *[term] at the end of the school term
  }
periods-year = { $year }
periods-month = { $month } { $year }
periods-part = { $kind ->
    [week] week { $n } of { $year }
    [quarter] quarter { $n } of { $year }
    [half] half-year { $n } of { $year }
    [term] term { $n } of the school year { $year }–{ $next }
   *[school] school year { $year }–{ $next }
  }
periods-urgency = ❗️ { $urgency ->
    [at-once] Immediately
   *[urgent] Urgent
  }
periods-incident = 🚨 Incident
periods-of = Period: { $period }
periods-updates = Updates: { $rate ->
    [weekly] weekly
    [fortnightly] every two weeks
    [monthly] monthly
   *[quarterly] quarterly
  }
periods-update-next = next: { $day }
periods-update-missing = expected { $day }, not received
periods-updates-missed = missed: { $n }
periods-interim = Interim control dates: { $dates }
periods-first = First date: { $day }
periods-series-state = { $state ->
    [closed] The periodic task has ended, no new periods open
    [cancelled] The periodic task was cancelled
   *[other] A periodic task: each period opens a task of its own
  }
periods-none = There are no periodic tasks that concern you.
periods-title = Periodic tasks: { $n }
periods-gaps = reports missing: { $n }
periods-panel = Periodic task № { $number }
periods-running = Open period: { $period } · № { $number } · due: { $day }
periods-none-yet = No period has opened yet.
periods-legend = ✓ reported · ✓⏰ late · ↩ returned · … not due yet · — no report
periods-not-opened = was not opened
periods-missed = no report: { $n }
periods-missing = No report ({ $period }):
periods-button-open = Open № { $number }
periods-button-end = End it
periods-button-list = All periodic tasks
periods-button-series = Periods
periods-may-not-end = Only its issuer can end a periodic task.
periods-end-needs-reason = A periodic task is ended with a reason: /series
periods-ask-end = Why does the periodic task № { $number } end? Write the reason in one message, its executors will see it. No new period opens, those that are open stay on control.
periods-ended-now = The periodic task № { $number } has ended. Told: { $told }.
periods-told-ended = The periodic task № { $number } has ended, no new periods open. The report for an open period is still expected.
  { $headline }
periods-ask-terms = Write the terms of the school year { $year }–{ $next }, one a line, for example:
  <code>01.09.{ $year }-25.10.{ $year }</code>
periods-terms-saved = The terms of the school year { $year }–{ $next } are saved.
periods-terms-unclear = The terms could not be read: each line needs the first and the last day, in order, like 01.09.2026-25.10.2026.
periods-terms-title = School year { $year }–{ $next }
periods-terms-line = Term { $n }: { $from } – { $to }
periods-terms-hint = Until the order is entered the dates are an estimate. Dates that depend on the school year follow them.
periods-button-terms = Enter the terms { $year }–{ $next }
periods-button-school = School terms
periods-week = Working days in a week: { $n }
periods-policy = A date on a day off: { $policy ->
    [next] moves to the next working day
    [previous] moves to the previous working day
   *[keep] is kept
  }
periods-week-hint = The week counts for reminders, the rule about dates for the tasks the organisation gives.
periods-button-week = { $n } days
periods-button-policy = { $policy ->
    [next] Next working day
    [previous] Previous working day
   *[keep] Keep it
  }
periods-button-org-week = Working week and days off
periods-issued = The first period is open: № { $number }. All periods: /series
periods-gate-vague = The result is not concrete: no indicator, number or completion form.
periods-gate-short = Working days left for it: { $n }. That is little.
periods-gate-duplicate = A task with a similar text is on control already: № { $number }
periods-gate-responsible = No responsible executor is named first.
periods-gate-load = Load. { $name }: tasks due { $day } already: { $n }.
periods-gate-load-many = Load. Executors who already have many tasks due { $day }: { $n }.
periods-gate-load-day = Suggested: { $day }
periods-gate-roadmap = Longer than six months and several organisations: a roadmap is needed.
periods-button-roadmap = 🗺 Make a roadmap
periods-button-day = Due: { $day }
periods-proposal-policy = The date is a day off. By the rule of the organisation: { $day }
periods-series-policy = Dates on days off move by the rule of the organisation: { $day }
periods-doubt-urgent = No date was named, one is proposed by urgency: { $words }
periods-doubt-term = The date follows the school calendar: { $words }
periods-edit-repeat = Repeats
periods-edit-updates = Updates
periods-edit-interim = Control dates
periods-ask-repeat = How often does the task repeat?
periods-ask-first = What is the first date?
periods-repeat = { $repeat ->
    [weekly] Weekly
    [fortnightly] Every two weeks
    [monthly] Monthly
    [quarterly] Quarterly
    [half-yearly] Half-yearly
    [yearly] Yearly
    [school-term] Every school term
    [school-year] Every school year
   *[none] Does not repeat
  }
periods-ask-updates = How often is news of it expected?
periods-rate = { $rate ->
    [weekly] Weekly
    [fortnightly] Every two weeks
    [monthly] Monthly
    [quarterly] Quarterly
   *[none] Not expected
  }
periods-ask-interim = Write the control dates, separated by commas, for example: 01.12.2026, 15.12.2026. To take them away write "-".
periods-interim-unclear = These dates do not fit: not before today, and before the date of the task.
periods-button-updates = Updates
periods-updates-title = Task № { $number }. Updates: { $rate ->
    [weekly] weekly
    [fortnightly] every two weeks
    [monthly] monthly
    [quarterly] quarterly
   *[none] not expected
  }
periods-may-not-set-updates = Only its issuer sets how often news is expected.
periods-flag-news = no update
