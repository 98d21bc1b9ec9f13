# The discipline index: units, items behind the number, the formula, appeals, absences.
discipline-title = <b>Executive discipline</b>
  { $unit }
  { $span }
discipline-own = Your tasks
discipline-index = Index: <b>{ $index }</b> of 100. Tasks counted: { $sample }
discipline-few = No index: tasks counted { $sample }, at least { $least } are needed
discipline-nothing = No task with a date in this period can be judged yet.
discipline-timeliness = In time: { $inTime } · late: { $late } · not done: { $notDone }
discipline-quality = Accepted at first: { $acceptedAtFirst } · returned: { $returned }
discipline-rest = Extended: { $extended } · not noted in time: { $unacknowledged }
discipline-span-m = Month
discipline-span-m1 = Last month
discipline-span-q = Quarter
discipline-span-q1 = Last quarter
discipline-span-y = Year
discipline-button-items = Tasks behind the index
discipline-button-formula = How it is counted
discipline-button-appeals = Objections: { $n }
discipline-button-appeal = No { $number }: I disagree
discipline-button-back = Back
discipline-button-up = ↑ Up
discipline-button-grant = Grant
discipline-button-refuse = Refuse
discipline-button-absence = Absence
discipline-button-note = Note an absence
discipline-button-undo = Cancel { $from }–{ $to }
discipline-formula = <b>How the index is counted</b>

  Every binding task (and commitment) whose date lies in the period and that is accepted or whose date has passed earns up to 100 points. The index is their mean.

  • Date: done in time { $inTime }, done late { $late }, not done 0. In time by the report that was finally accepted. After the date, a report under review counts by the day it was handed in, as it will when accepted; if it is returned, the task counts as not done again.
  • Quality: accepted at first { $first }, after one return { $once }, after two { $twice }, more 0.
  • Date never extended { $kept }, extended once { $moved }, more often 0.
  • Noted by the end of the next working day: { $acknowledged }.

  A task that was not done earns nothing for quality and for keeping its date. With fewer than { $least } tasks there is no index.
  Not counted: recommendations and proposals, reports under review before the date, withdrawn and cancelled tasks, tasks whose date fell into a confirmed absence.
  Executors may disagree with any of it: a button under the list of tasks.
discipline-items-title = <b>{ $unit }</b>
  Tasks: { $total }
discipline-item = No { $number } · { $due } · points: <b>{ $points }</b>
  { $org } { $headline }
  { $why }
discipline-outcome-in_time = done in time
discipline-outcome-late = done late
discipline-outcome-not_done = not done
discipline-review-in_time = handed in in time, report under review
discipline-review-late = handed in late, report under review
discipline-returns = returned for rework: { $n }
discipline-extensions = date extended: { $n }
discipline-unacknowledged = not noted in time
discipline-granted-mark = objection granted
discipline-disputed = objection under review
discipline-left-absent = not counted: confirmed absence
discipline-left-excused = not counted: objection granted
discipline-fault-overdue = missed date
discipline-fault-returned = return for rework
discipline-fault-extended = extension
discipline-fault-unacknowledged = noted too late
discipline-ask-fault = Task No { $number }. What do you disagree with?
discipline-ask-text = Task No { $number }, { $fault }. Write why this should not count.
discipline-sent = The objection on task No { $number } was sent. Whoever gave the task decides.
discipline-dropped = Fine, nothing was sent.
discipline-appeal = <b>Objection to the discipline index</b>
  No { $number } · { $headline }
  Executor: { $org }
  Due: { $due }
  Disputed: { $fault }

  { $text }
discipline-no-appeals = No objections are waiting.
discipline-ask-refusal = Task No { $number }. Write why the objection is refused.
discipline-granted-done = The objection on task No { $number } is granted, the index is counted anew.
discipline-refused-done = The objection on task No { $number } is refused, the executor was told.
discipline-told-granted = The objection on task No { $number } is granted: { $fault }. It no longer counts.
discipline-told-refused = The objection on task No { $number } is refused: { $fault }.
  Reason: { $answer }
discipline-no-fault = The index does not count this about the task.
discipline-appealed-already = An objection to this is under review already.
discipline-decided-already = This was decided already.
discipline-not-yours = This task was not given to you.
discipline-own-appeal = Somebody else decides your own objection.
discipline-own-absence = Somebody else notes your own absence.
discipline-days-turned = The last day is before the first.
discipline-absence-known = An absence is noted for these days already.
discipline-nobody = The index is for those who have tasks or organisations below them.
discipline-absences = <b>Absences</b>
  { $post }
  Tasks whose date falls on these days do not count in the discipline index.
discipline-absence-line = { $from }–{ $to }: { $reason }
discipline-absence-none = Nothing is noted.
discipline-absence-leave = leave
discipline-absence-illness = illness
discipline-absence-trip = business trip
discipline-absence-other = other
discipline-ask-from = { $post }. First day of the absence?
discipline-ask-to = Last day of the absence (included)?
discipline-ask-reason = For what reason?
discipline-confirm-absence = { $post }
  Absence: { $from } – { $to }, { $reason }. Note it?
discipline-absence-noted = The absence is noted.
discipline-absence-cancelled = The entry is cancelled.
discipline-kind-sample = Counted: { $n }
discipline-kind-inTime = In time: { $n }
discipline-kind-late = Late: { $n }
discipline-kind-notDone = Not done: { $n }
discipline-kind-acceptedAtFirst = Accepted at first: { $n }
discipline-kind-returned = Returned: { $n }
discipline-kind-extended = Extended: { $n }
discipline-kind-unacknowledged = Not noted: { $n }
