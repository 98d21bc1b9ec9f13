# Shares of executors after issuing: not ours, withdrawn, replaced, given up, handed in, handed down.
shares-private-first = This is done in the private chat with the bot.
shares-reason-ask-withdraw = Why is the executor of assignment No { $number } withdrawn? They will see the reason.
shares-reason-ask-sendback = Why is assignment No { $number } theirs after all? Write it in one message, the executor will see it.
shares-reason-ask-waive = Why is this part of assignment No { $number } not needed? The reason stays in the history, the co-executor will see it.
shares-reason-ask-reopen = Which new facts are there about assignment No { $number }? The accepted report goes back for rework.
shares-reason-ask-handin = Parts of assignment No { $number } that you handed down are still on control. Why is the final report handed in without them?
shares-reason-ask-close = Parts of assignment No { $number } are still on control. Write why it is taken off control without them.
shares-reason-ask-cancelparts = Why are the parts of assignment No { $number } cancelled? The executors will see the reason.

shares-notours-ask = Assignment No { $number }. Why is it not yours? Choose a reason or write your own.
shares-notours-reason-competence = Not within our competence
shares-notours-reason-address = Meant for another organisation
shares-notours-reason-double = Done already under another assignment
shares-notours-reason-absent = We have nothing of the kind
shares-notours-whose = If you know whose it is, write the number of the school, the organisation or the surname.
shares-notours-unknown = I do not know
shares-notours-words = { $reason }. Perhaps for: { $words }
shares-notours-done = The issuer of assignment No { $number } was told. Until they decide, the date does not count as missed.
shares-notours-late = "Not ours" can be said within one working day. For assignment No { $number } it is over: turn to the issuer ({ $name }) or ask for an extension.
shares-notours-once = The issuer of assignment No { $number } has looked at this already and sent it back to you.
shares-notours-already = The issuer of assignment No { $number } was told already.
shares-notours-state = A report on assignment No { $number } was made, so it cannot be called "not ours". Turn to the issuer.
shares-notours-own = You took commitment No { $number } upon yourself. Whoever controls it may change or cancel it: turn to them or ask for an extension.

shares-misaddressed = The executor says that assignment No { $number } is not theirs.
shares-misaddressed-again = Waiting for your decision since { $at }: the executor says that assignment No { $number } is not theirs.
shares-executor = Executor: { $name }
shares-perhaps = Perhaps for: { $name }
shares-decided-withdrawn = Decided: the executor was withdrawn.
shares-decided-replaced = Decided: given to another. Executor: { $name }
shares-decided-back = Decided: sent back to the executor.
shares-button-give-to = Give to { $name }
shares-button-give = Give to another
shares-button-withdraw = Withdraw the executor
shares-button-sendback = Send back
shares-sent-back = The issuer has decided: assignment No { $number } stays yours.
shares-sent-back-done = Assignment No { $number } was sent back to the executor.
shares-decided-already = This was decided already for assignment No { $number }.
shares-may-not-decide = The issuer decides.

shares-withdrawn = Assignment No { $number } was taken from you, nothing is expected any more.
shares-withdrawn-done = The executor was withdrawn from assignment No { $number }.
shares-withdrawn-nobody = The executor was withdrawn. Assignment No { $number } has no other executors: give it to another one or cancel it.
shares-may-not-withdraw = Only the issuer can withdraw or replace an executor.
shares-withdrawn-already = Assignment No { $number } was already taken from this executor.
shares-accepted-already = The report of this executor on assignment No { $number } was accepted.
shares-replace-responsible = This is the responsible executor, and co-executors are still at work. Replace them; withdrawing is not possible.

shares-replace-who = Who gets assignment No { $number }? Write the number of the school, the organisation or the surname, or choose.
shares-replace-why = New executor: { $name }. Why is assignment No { $number } given to another? Both will see the reason.
shares-replace-late = ⚠️ The date has passed: { $day }. The new executor gets the assignment overdue.
shares-replaced-done = Assignment No { $number } was given to another. New executor: { $name }. The original date is kept.
shares-replaced-parts = Parts that the former executor handed down stay under their control and do not follow. Such parts: { $n }
shares-replaced-span =
    { $span ->
        [period] For this period only: the next ones go to the former executor.
       *[onwards] The next periods go to the new executor too.
    }
shares-span-ask = This is one period of a periodic assignment. New executor: { $name }. For how long?
shares-span-button =
    { $span ->
        [period] Only this period
       *[onwards] From this period on
    }
shares-replace-nobody = Nobody suitable was found.
shares-has-already = This executor already has assignment No { $number }.
shares-may-not-give = Your post cannot give assignments to this executor.
shares-taken-over = What the former executor of assignment No { $number } ({ $name }) had reported:

shares-missing-head = The final report on assignment No { $number } is kept and waits for parts.
shares-awaited-head = Parts of assignment No { $number } are still missing.
shares-missing-none = Everything has come: the final report can be handed in.
shares-missing-state = { $state ->
    [submitted] reported, waits for your confirmation
    [returned] returned for rework
    [misaddressed] says it is not theirs
    [acknowledged] in progress
   *[assigned] not acknowledged yet
  }
shares-missing-parts = Handed down and still on control: { $n }
shares-button-confirm = Look at: { $name }
shares-button-waive = Not needed: { $name }
shares-button-remind = Remind: { $n }
shares-button-awaited = Whose parts are missing
shares-button-handin = Hand in the final report
shares-button-handin-anyway = Hand in without the parts, with a reason
shares-waived = Your part of assignment No { $number } is not needed any more.
shares-waived-done = The part of assignment No { $number } was waived, the reason is kept.
shares-may-not-waive = The responsible executor or the issuer can waive a part, but never their own.
shares-nudge = Please give your part to the responsible executor. From: { $name }
shares-reminded = A reminder about assignment No { $number } was sent. It reaches { $n }.
shares-reminded-already = A reminder about assignment No { $number } was sent today already, or nobody needs one.
shares-all-in = All parts of assignment No { $number } have come. The final report can be handed in.
shares-your-report = Your report: { $text }
shares-handed-in = The final report on assignment No { $number } was handed in for review.
shares-handin-waits = It cannot be handed in yet: parts of assignment No { $number } are still missing.
shares-handin-nothing = No report on assignment No { $number } is kept. Please send it again.

shares-list-head = Executors of assignment No { $number }: { $n }
shares-list-empty = There is no such executor: { $words }
shares-button-find = Find by number or name
shares-find-ask = Write the number of the school or a part of the name.
shares-panel-replaces = In place of: { $name }
shares-panel-replaced = Given to: { $name }
shares-button-replace = Replace the executor
shares-button-reopen = Return because of new facts
shares-button-card = Card of the assignment
shares-may-not-reopen = Only the issuer can return what was accepted, while it is on control.
shares-reopened = The report on assignment No { $number } was returned for rework.
shares-no-report = There is no accepted report.

shares-down-ask = What is to be done for No { $number }, and by whom? Write it in one message, for example: <code>Schools 5 and 12: send the figures by 20 December</code>. The text of the assignment is added by itself.
shares-down-until = Parts are due no later than { $day }.
shares-down-nobody = A head to whom the assignment was given can hand it down.
shares-down-state = The report on assignment No { $number } was handed in, it is too late to hand down parts.
shares-latest-none = The assignment above has no date.

shares-tree-head = The assignment and its parts
shares-tree-count = { $done } of { $total }
shares-tree-late = overdue: { $n }
shares-tree-closed = off control
shares-tree-cancelled = cancelled
shares-tree-none = Assignment No { $number } has no parts.
shares-tree-above = Part of assignment No { $number }
shares-parts-how = Name the number: <code>/parts 148</code>, or answer the card of the assignment with this command.
shares-task-not-found = Among the assignments you may see there is none with this number: { $words }
shares-task-which = There are several. Which one?

shares-parent-moved = Assignment No { $number } is now due earlier: { $day }. Your parts end later:
shares-parent-moved-line = No { $number } — due { $day }
shares-parent-moved-how = Parts do not move by themselves: please correct their dates.
shares-parent-ended = { $end ->
    [cancelled] Assignment No { $number } was cancelled.
    [closed] Assignment No { $number } is off control.
   *[withdrawn] Assignment No { $number } was taken from you.
  } The parts that you handed down stay on control: { $n }.
shares-button-cancel-parts = Cancel the parts: { $n }
shares-button-keep-parts = Keep them on control
shares-parts-kept = The parts stay on control.
shares-parts-cancelled = Parts cancelled: { $n }.
shares-parts-none = No parts are open any more.
