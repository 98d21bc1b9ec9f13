# The register of problems: what is wrong where, which measures work on it, when it is solved.
problems-title = <b>Register of problems</b>: { $total }
problems-filter = Shown: { $filter }
problems-none = There are no such problems.
problems-line = { $n }. { $mark } <b>{ $org }</b>: { $type }
  { $text }
  { $state } · measures: { $measures } · { $targets ->
    [0] no indicators
   *[other] indicators at plan: { $met } of { $targets }
  }
problems-state-open = open
problems-state-closed = ✅ closed
problems-state-withdrawn = withdrawn
problems-states-open = open
problems-states-closed = closed
problems-states-withdrawn = withdrawn
problems-states-all = all
problems-severity-critical = critical
problems-severity-major = major
problems-severity-minor = minor
problems-severities-critical = critical
problems-severities-major = major
problems-severities-minor = minor
problems-by-org = Organisation
problems-by-severity = Severity
problems-by-state = State
problems-choose-org = Problems of which organisation?
problems-choose-severity = Problems of which severity?
problems-choose-state = Which problems?
problems-card = { $mark } <b>{ $type }</b>
  { $org }
  Severity: { $severity } · state: { $state }
  In the register since { $since }

  { $text }
problems-reason = Reason: { $reason }
problems-measures = <b>Measures</b>: { $n }
problems-measures-hidden = Not shown, others see them: { $n }
problems-targets = <b>Indicators</b> at plan: { $met } of { $n }
problems-target = { $mark } { $name }, { $unit } · { $period } · plan: { $plan } · fact: { $fact }
problems-targets-hidden = Indicators not shown, others see them: { $n }
problems-words = answers without a number: { $n }
problems-targets-none = No indicators: link a measure that has one.
problems-closed-but = ⚠️ The fact was put right since: the plan is not met.
problems-more = … and { $n } more
problems-button-all = All open ones
problems-button-add = ➕ Problem
problems-button-back = « To the list
problems-button-open = Open the problem
problems-button-file = Table (XLSX)
problems-button-link = ➕ Measure
problems-button-close = ✅ Close
problems-button-withdraw = ✖️ Withdraw
problems-button-reopen = ↩️ Open again
problems-ask-org = Which organisation has the problem? Choose, or write a few letters.
problems-ask-type = What kind of problem? Choose or write, for example: three shifts at school.
problems-ask-severity = How grave is it?
problems-ask-text = What is the problem? In one message, without personal data.
problems-ask-measure = Which measure works on the problem? Choose, or write a few letters.
problems-ask-withdraw = Why is the problem withdrawn?
problems-ask-reopen = Why is the problem opened again?
problems-confirm = <b>{ $type }</b>
  { $org } · severity: { $severity }
  { $text }

  Enter it in the register?
problems-confirm-withdraw = Reason: { $reason }

  Withdraw the problem? It will not count as solved.
problems-confirm-reopen = Reason: { $reason }

  Open the problem again?
problems-added = The problem is in the register. Link measures of roadmaps with it.
problems-linked = The measure is linked with the problem.
problems-unlinked = Link taken off.
problems-closed-now = The problem is closed.
problems-withdrawn-now = The problem is withdrawn.
problems-reopened-now = The problem is open again.
problems-told-closed = ✅ <b>A problem is closed</b>: its indicators are at plan.
  { $org }: { $type }
  { $text }
problems-told-reopened = <b>A problem is open again</b>
  { $org }: { $type }
  { $text }
  Reason: { $reason }
problems-no-measures = No measure fits: an approved roadmap that you see is needed.
problems-wordless = Say in words what the problem is.
problems-there-already = This organisation has the same problem open.
problems-full = A problem has at most so many measures: { $max }.
problems-no-target = It cannot be closed: no linked measure has an indicator, so nothing shows that it is solved.
problems-target-missed = It cannot be closed, the plan is not met: { $names }{ $hidden ->
    [0] {""}
   *[other] . Not shown, others see them: { $hidden }
  }
problems-target-missed-hidden = It cannot be closed, the plan is not met. Indicators not shown, others see them: { $n }
problems-column-number = No
problems-column-org = Organisation
problems-column-type = Type
problems-column-severity = Severity
problems-column-text = Problem
problems-column-state = State
problems-column-since = In the register since
problems-column-ended = Ended on
problems-column-reason = Reason
problems-column-measures = Measures
problems-column-targets = Indicators
problems-column-met = At plan
problems-column-compared = Plan and fact
problems-sheet = Problems
