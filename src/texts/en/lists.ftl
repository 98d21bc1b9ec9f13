tasks-flag-blocked = blocked
tasks-flag-extended = extensions: { $n }
tasks-found = Assignments found: { $n }
tasks-found-none = Nothing was found for «{ $words }». I look for a number (2.1, T-148), for words of the assignment and for a school (school 12), among what you may see.
tasks-find-how = Say what to find: <code>/find T-148</code>, <code>/find 2.1</code>, <code>/find ramp</code> or <code>/find school 12</code>.
tasks-found-shares = done: { $accepted } of { $shares }
tasks-found-overdue = overdue: { $n }
tasks-found-blocked = blocked: { $n }
tasks-found-state = { $state ->
    [closed] off control
    [cancelled] cancelled
   *[issued] on control
  }
tasks-list-searched = { $head } · search: «{ $words }»
tasks-flag-risk = no report by half-term
tasks-risk = Half of the time has passed, no report yet
tasks-count-risk = Without a report by half-term: { $n }
tasks-found-risk = without a report by half-term: { $n }
tasks-paused = Reminders are paused until { $day }
