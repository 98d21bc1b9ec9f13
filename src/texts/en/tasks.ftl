# Tasks: drafts, cards, lists, refusals.
tasks-title = { $kind ->
    [recommendation] Recommendation
    [proposal] Proposal
    [appeal] Appeal
    [commitment] Commitment
    [note] For information
   *[assignment] Assignment
  } No { $number }
tasks-number = No { $number }
tasks-protocol = minutes of { $day } No { $number }
tasks-protocol-bare = minutes of { $day }
tasks-responsible = Responsible: { $name }
tasks-co-executors = Co-executors: { $names }
tasks-executor = Executor: { $name }
tasks-executors = Executors: { $n }
tasks-executors-none = Executor: none
tasks-advisory = of them recommendations: { $n }
tasks-control = Control: { $name }
tasks-due = Due: { $day }
tasks-due-time = Due: { $day }, by { $time }
tasks-due-internal = Internal date: { $day }
tasks-due-whole = Assignment due: { $day }{ $timed ->
    [yes] , by { $time }
   *[no] {""}
  }
tasks-due-standing = Due: standing control
tasks-due-none = Due: no date
tasks-day-off = day off
tasks-form = Completion form: { $form }
tasks-home = Group of the card: { $name }
tasks-home-none = Group of the card: none, executors get the assignment in private
tasks-more = { $n } more
tasks-no-date = no date
tasks-reason = Reason: { $reason }

tasks-status-work = In progress
tasks-status-review = Under review
tasks-status-returned = Returned for rework
tasks-status-accepted = ✅ Accepted, executed on time
tasks-status-accepted-late = ✅ Accepted, executed late
tasks-status-withdrawn = Withdrawn from the executor
tasks-status-closed = ✅ Removed from control
tasks-status-closed-in-time = ✅ Executed on time, removed from control
tasks-status-closed-late = ✅ Executed late, removed from control
tasks-status-cancelled = Cancelled
tasks-status-overdue = Overdue by { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }
tasks-progress = { $n }% done
tasks-held = the final report waits for parts
tasks-due-today = due today
tasks-days-left = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
  }
tasks-count = Reported: { $done } of { $total }
tasks-count-accepted = accepted: { $n }
tasks-count-submitted = under review: { $n }
tasks-count-returned = returned: { $n }
tasks-count-overdue = overdue: { $n }
tasks-part-other = Outside districts

tasks-draft = { $kind ->
    [recommendation] Draft of a recommendation
    [proposal] Draft of a proposal
    [appeal] Draft of an appeal
    [commitment] Draft of a commitment
    [note] Draft for information
   *[assignment] Draft of an assignment
  }
tasks-draft-reread = The message was edited, the draft has been read again.
tasks-role-responsible = responsible
tasks-force = { $force ->
    [recommendation] recommendation
    [proposal] proposal
    [appeal] appeal
    [commitment] commitment
    [note] for information
   *[assignment] assignment
  }
tasks-doubt-outside = Outside your authority, left out: { $words }
tasks-members-now = Working group “{ $name }”: its members are taken on the day of issue, executors now: { $n }
tasks-members-joining = Join at issue: { $names }
tasks-members-leaving = Have left the group and are not included: { $names }
tasks-doubt-vacant-seats = Vacant seats, nobody there: { $words }
tasks-doubt-which-group = Several working groups fit, name one more exactly: { $words }
tasks-missing-text = There is no text: write what is to be done.
tasks-missing-executors = There is no executor: press “Edit” and say who should do it.
tasks-missing-due = There is no due date: give one with “Edit”, or choose by a button.
tasks-due-past = The due date has passed: give another one.
tasks-button-issue = Issue
tasks-button-edit = Edit
tasks-button-drop = Cancel
tasks-button-undo = Undo
tasks-button-undated = No date
tasks-button-standing = Standing control
tasks-button-acknowledge = Acknowledge
tasks-button-report = Report
tasks-button-details = Details
tasks-button-my = My assignments
tasks-button-close = Remove from control
tasks-button-cancel = Cancel assignment
tasks-button-review = For review: { $n }
tasks-button-overdue = Overdue: { $n }
tasks-button-control = On control: { $n }
tasks-button-tasks = Assignments: { $n }
tasks-button-returned = Returned: { $n }
tasks-button-accepted = Accepted: { $n }
tasks-button-advisory = Recommendations: { $n }
tasks-button-filter = ⚙️ Filter
tasks-button-as-task = Issue an assignment
tasks-button-as-report = This is a report

tasks-issued = ✅ Assignment No { $number } is issued. Executors: { $n }.
tasks-issued-undo = ✅ Assignment No { $number } is issued. Executors: { $n }. Messages will be sent at { $time }, until then it can be undone.
tasks-issued-unreached = Cannot receive private messages: { $n }. List: /unreached
tasks-undone = Undone: the assignment is a draft again. Nothing was sent.
tasks-dropped = The draft is cancelled. Nothing was sent.
tasks-assigned = { $kind ->
    [recommendation] A recommendation has been addressed to you
    [proposal] A proposal has been addressed to you
    [appeal] An appeal has been addressed to you
    [commitment] A commitment of yours has been recorded
    [note] This is for your information
   *[assignment] You have been given an assignment
  }. From: { $name }
tasks-how-to-report = To report, reply to this message with text, photos or a document.
tasks-told-closed = Assignment No { $number } is removed from control, a report is no longer expected.
  { $headline }
tasks-told-cancelled = Assignment No { $number } is cancelled, it need not be executed.
  { $headline }
tasks-acknowledged = Acknowledged: No { $number }
tasks-acknowledged-already = Already acknowledged: No { $number }
tasks-sent-privately = Sent to you in private.
tasks-start-first = The bot cannot write to you in private yet. Open the chat with the bot and press “Start”.
tasks-closed = Assignment No { $number } is removed from control.
tasks-cancelled = Assignment No { $number } is cancelled. The executors have been notified.
tasks-ask-close-reason = Not every report is accepted. To remove assignment No { $number } from control, write the reason in one message.
tasks-ask-cancel-reason = Write the reason for cancelling assignment No { $number } in one message: the executors will see it.

tasks-how-to-issue = Write the assignment in the same message, for example: <code>/task School No 12: repair the ramp by 25 December</code>. You can also reply /task to a message: its text becomes the assignment.
tasks-group-own = This is the chat of a working group: its members see its tasks in private, by /groups.
tasks-group-unbound = This group is not linked to an organisation yet. To link it: /link
tasks-may-not-issue = Your post does not carry the right to issue assignments.
tasks-may-not-issue-to-these = Your post cannot give assignments to some of these executors. Press “Edit” and remove them.
tasks-text-empty = The assignment has no text. Write in one message what is to be done, by whom and until when.
tasks-text-long = The text of the assignment is too long: { $length } characters. The limit is { $max }.
tasks-executor-gone = One of the executors is no longer in the roster. Name the executors again.
tasks-not-your-draft = Somebody else wrote this draft: only the author decides.
tasks-issued-already = The assignment has already been issued. The draft cannot be changed.
tasks-issued-not-changed = Assignment No { $number } has already been issued; editing your message does not change it. If something else is needed, cancel it and issue a new one.
tasks-draft-changed = The draft has changed since then. Its current version is below, please check it again.
tasks-undone-already = The assignment has already been returned to draft.
tasks-undo-late = Too late to undo: the messages have been sent. The assignment can be cancelled with a reason.
tasks-item-not-ready = Item { $number } is not ready: it needs a text, an executor and a due date.
tasks-not-yours = This assignment was not given to you.
tasks-withdrawn = Assignment No { $number } was withdrawn from you.
tasks-closed-already = Assignment No { $number } is already removed from control.
tasks-cancelled-already = Assignment No { $number } is cancelled.
tasks-may-not-close = You do not have permission to remove this assignment from control.
tasks-may-not-cancel = Only the one who issued the assignment can cancel it.
tasks-may-not-waive = Only the issuer can remove it from control without accepted reports.
tasks-not-closable = It cannot be removed from control yet. Reports not accepted: { $n }, under review among them: { $review }.
tasks-reason-needed = A reason is needed: please write it as text.
tasks-reason-wordless = This does not explain the reason: please write it in at least a word.
tasks-not-visible = You do not have access to this assignment.

tasks-edit-what = What should be changed?
tasks-edit-text = Text
tasks-edit-executors = Executors
tasks-edit-due = Due date
tasks-edit-controller = Control
tasks-edit-home = Group
tasks-edit-form = Completion form
tasks-edit-done = Done
tasks-ask-text = Write the new text of the assignment.
tasks-ask-executors = Who should do it? Write the number of a school, the name of an organisation or a surname; separate several executors with semicolons. The first one named will be the responsible executor.
tasks-ask-due = By what date?
tasks-ask-controller = Who controls the execution?
tasks-ask-home = In which group should the card be shown?
tasks-ask-form = What should the execution end with? For example: an order, a collated report, photos.
tasks-home-nowhere = No group
tasks-controller-default = By default
tasks-nobody-found = Nobody was found. Write it differently, for example a school number.

tasks-task-or-report = Is this a new assignment or a report?
tasks-lost-text = The original message is gone. Please send it again.

tasks-my = Open assignments: { $n }
tasks-my-none = No open assignments
tasks-needs-me = Needs your decision. For review: { $review }. Overdue: { $overdue }.
tasks-overdue = Overdue: { $n }
tasks-overdue-of = Overdue: { $n } in { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
  }
tasks-button-late = No { $number }: who is late ({ $n })
tasks-overdue-none = Nothing is overdue.
tasks-state = { $state ->
    [submitted] under review
    [returned] returned for rework
    [acknowledged] in progress
    [misaddressed] misaddressed
    [accepted] accepted
    [withdrawn] withdrawn
   *[assigned] new
  }
tasks-state-overdue = overdue
tasks-status = Execution: { $name }
tasks-status-open = On control: { $n } (assignments: { $tasks })
tasks-status-overdue-count = Overdue: { $n }
tasks-status-submitted = For review: { $n }
tasks-status-returned-count = Returned: { $n }
tasks-status-accepted-count = Accepted in open assignments: { $n }
tasks-status-advisory = Recommendations without an answer: { $n }
tasks-late-line = No { $number } — due { $day }
tasks-late-many = executors: { $n }

tasks-repeats = Repeats: { $every ->
    [daily-1] daily
    [weekly-1] weekly
    [weekly-2] every two weeks
    [monthly-1] monthly
    [monthly-3] quarterly
    [monthly-6] every half-year
    [yearly-1] yearly
   *[other] from time to time
  }
tasks-repeats-weekdays = weekdays: { $days }
tasks-repeats-days = days: { $days }
tasks-repeats-last-day = the last
tasks-repeats-months = months: { $months }
tasks-repeats-until = until { $day }
tasks-repeats-nth = { $nth ->
    [last] last { $day }
   *[other] { $day } no. { $nth }
  }

tasks-button-nudge = Remind the silent: { $n }
tasks-nudged-now = The reminder about assignment No { $number } was sent. Recipients: { $told }.
tasks-nudged-later = The reminder about assignment No { $number } will be sent { $at }. Recipients: { $told }.
tasks-nudged-unreachable = Cannot be written to in private: { $n }.
tasks-nudged-already = A reminder about assignment No { $number } was sent or planned for today already. The next one is possible on another working day.
tasks-nobody-silent = Everybody has answered about assignment No { $number }, there is nobody to remind.
tasks-may-not-nudge = Only the issuer and the controller can remind.
tasks-nudge = Please say how far the work is: no report has come in yet. From: { $name }
tasks-newcomers = Organisations joined the roster after assignment No { $number } was issued. Add them to the executors?
tasks-newcomers-due = The date is the same for them.
tasks-newcomers-series = They will take part in later periods too.
tasks-button-join = Add to the assignment: { $n }
tasks-button-no-join = Not needed
tasks-joined = ✅ Executors added to assignment No { $number }: { $n }.
tasks-not-joined = All right, the new organisations were not added to assignment No { $number }.
tasks-newcomers-none = There is nobody to add to assignment No { $number }: the organisations are in it already or left the roster.
tasks-may-not-add = Only the issuer and the controller can add executors.

tasks-ask-when = It is outside of working hours. When shall the executors be told? Working hours begin: { $at }
tasks-button-silent = 🔕 Now, without a sound
tasks-button-morning = 🕘 { $at }
tasks-issued-morning = ✅ Task No. { $number } has been issued. Executors: { $n }. Messages leave on { $day }, { $time }; until then the task can be taken back into a draft.
tasks-button-back = Back
tasks-measure-ask = How will the result be measured? Give an indicator, a number or a document. For example: 12 meetings with parents.
tasks-measure-type = How will the result be measured? For example: 12 meetings with parents.
tasks-button-measure = Add an indicator
tasks-button-as-it-is = Issue as it is
tasks-promise-nobody-above = Nobody can control this commitment: there is no post above yours.
tasks-promised = { $name } has taken on a commitment. You control its execution.

tasks-button-correct = ✏️ Correct
tasks-ask-correct = Task No. { $number } has been issued. What is to be corrected?
tasks-ask-correct-reason = Why is it corrected? The executors will see the reason.
tasks-correct-confirm = Correct task No. { $number }? The cards will be updated and the executors told.
tasks-correct-due = Due date: { $value }
tasks-button-correct-yes = Correct
tasks-button-correct-no = Leave as it is
tasks-correct-dropped = Nothing has been changed.
tasks-correct-nothing = The new value is the same as before: there is nothing to correct.
tasks-may-not-correct = Only who issued the task can correct it.
tasks-corrected-now = Task No. { $number } has been corrected and the executors told.
tasks-corrected = Corrected { $at }: { $what }
tasks-corrected-text = text
tasks-corrected-due = the former date was { $day }
tasks-corrected-internal = the former internal date was { $day }
tasks-not-left = The task has not left yet. It can be taken back into a draft with the button below it.
tasks-morning-late = By the morning the task would be over. Send it now without a sound, or change its date.

tasks-part-of = Part of assignment No { $number }
tasks-part-of-until = Part of assignment No { $number }, due no later than { $day }
tasks-internal-due = co-executor, internal date { $day }
tasks-due-beyond-parent = A part cannot be due after the assignment it belongs to. Set an earlier date, or take the latest one by the button.
tasks-button-latest = Due { $day }
tasks-parts-open = It cannot be taken off control yet: parts of it are still on control, { $n } in all. It can be done with a reason.
tasks-rollup = Parts: { $done } of { $total } done
tasks-rollup-late = overdue: { $n }
tasks-status-misaddressed = The executor says it is not theirs, the issuer decides
tasks-status-waived = This part is not required
tasks-blocked = Hindered by: { $reason }
tasks-dates-both = Original date: { $first } · current date: { $due }
tasks-role-co-executor = co-executor
tasks-button-not-ours = Not ours
tasks-button-hand-down = Hand down
tasks-button-parts = Parts
tasks-button-shares = Executors
tasks-ended-withdrawn = Assignment No { $number } was taken from you.
tasks-ended-cancelled = Assignment No { $number } was cancelled.
tasks-ended-closed = Assignment No { $number } was taken off control.
tasks-report-held = The final report on task No. { $number } is kept but not handed in yet: parts of it are still missing. A separate message names who is awaited.
tasks-parent-ended = Your share of task No { $number } is finished: a part of it can no longer be issued.
tasks-button-convert = Give as an assignment
tasks-convert-kind = An assignment is made of a proposal, an appeal or a commitment.
tasks-convert-chair = This was said at a sitting: its chair, a substitute or a superior of the chair gives the assignment.
tasks-converted-already = The assignment is given already: No { $number }.
tasks-converted-from = Made of { $kind ->
    [proposal] proposal
    [appeal] appeal
    [commitment] commitment
   *[other] item
  } No { $number }
tasks-converted-to = Assignment given: No { $number }
tasks-of-act = A task from the inspection act No { $number } of { $day }. What is required was told to the executors in person.
