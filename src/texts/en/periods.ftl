# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = This rule of repetition gives no date. Please choose another one.
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
