# Reports: handing in, review, what the executor is told.
reports-filed = The report on assignment No { $number } has been submitted for review.
reports-filed-interim = The interim report on assignment No { $number } has been registered. The final one is still expected.
reports-corrected = The report on assignment No { $number } has been corrected.
reports-which = Which assignment is this report about?
reports-unclear = Is this a report?
reports-question = This looks like a question. On assignment No { $number } please contact the controller: { $name }. If this is a report, press a button.
reports-question-many = This looks like a question. The card of an assignment says who controls it: /my. If this is a report, press a button.
reports-not-filed = All right, this is not taken as a report.
reports-voice = The bot cannot read voice messages and stickers. Please write a text, or send a photo or a document.
reports-not-taken = The bot takes no locations, contacts or polls. Please write in words, or send a photo, a video or a document.
reports-nothing-open = You have no open assignments, no report is required. Commands: /help
reports-nothing-open-issuer = You have no open assignments. To give one, name the executor and the date, for example: <code>/task School No 12: repair the ramp by 25 December</code>
reports-choose = Which assignment is the report about?
reports-ask-kind = Report on assignment No { $number }
  { $headline }

  Final or interim?
reports-ask-content = Report on assignment No { $number }. Write the text, send photos or documents, in several messages if you like.
reports-content = Report on assignment No { $number }. Received characters: { $length }, files: { $files }. Add more or press “Send”.
reports-button-final = Final report
reports-button-interim = Interim report
reports-button-not = Not a report
reports-button-send = Send
reports-button-blocked = Blocked

reports-empty = The report is empty: write what was done, or attach a file.
reports-text-long = The text of the report is too long: { $length } characters. The limit is { $max }; attach the rest as a document.
reports-too-many-files = Too many files in one report. Put them into one document or archive.
reports-not-yours = This assignment was not given to you, the report was not accepted.
reports-not-your-message = This button is for the person who wrote the message.
reports-accepted-already = The report on assignment No { $number } has already been accepted.
reports-reviewed-already = The report on assignment No { $number } has already been reviewed; editing the message does not change it.
reports-finished = Assignment No { $number } is finished, no report is needed.
reports-finished-any = This assignment is finished, no report is needed.

reports-queue = For review: { $n }
reports-queue-empty = Nothing is waiting for review.
reports-late = late
reports-review-head = For review: { $n }
reports-submitted = Submitted { $at }, on time (version { $version })
reports-submitted-late = Submitted { $at }, late (version { $version })
reports-without-words = No text.
reports-files = Files: { $n }, see above
reports-file-lost = Files that can no longer be opened: { $n }
reports-history = Earlier versions:
reports-history-line = { $at }, version { $version }, { $state ->
    [returned] returned
    [accepted] accepted
    [superseded] replaced
    [undone] withdrawn
   *[submitted] submitted
  }
reports-button-accept = Accept
reports-button-accept-close = Accept and remove from control
reports-button-return = Return
reports-button-next = Next
reports-button-in-turn = Review one by one
reports-button-own-reason = In my own words
reports-button-back = Back
reports-ask-reason = Report on assignment No { $number }, { $name }. Give the reason for return.
reports-ask-own-reason = { $name }. Write the reason for returning the report on assignment No { $number } in one message: the executor will see it.
reports-reason-files = No supporting documents
reports-reason-result = The result is not stated
reports-reason-numbers = No figures
reports-reason-part = Only partly executed
reports-reason-order = The order is not attached
reports-accept-done = ✅ { $name }. The report on assignment No { $number } is accepted, { $inTime ->
    [yes] executed on time
   *[no] executed late
  }.
reports-accept-closed = ✅ { $name }. The report on assignment No { $number } is accepted, { $inTime ->
    [yes] executed on time
   *[no] executed late
  }. The assignment is removed from control.
reports-return-done = ↩️ { $name }. The report on assignment No { $number } is returned for rework. Reason: { $reason }
reports-may-not-review = You do not have permission to review this report.
reports-own = You cannot review your own report.
reports-decided-already = This report has already been reviewed.
reports-newer-version = There is a newer version of the report on assignment No { $number }: /review

reports-accepted = The report on assignment No { $number } was accepted { $at }.
reports-accepted-in-time = The assignment was executed on time{ $closed ->
    [yes] {" "}and removed from control
   *[no] {""}
  }.
reports-accepted-late = The assignment was executed late{ $closed ->
    [yes] {" "}and removed from control
   *[no] {""}
  }.
reports-accepted-part-in-time = Your part of the assignment was accepted, in time{ $closed ->
    [yes] . The assignment is removed from control
   *[no] {""}
  }.
reports-accepted-part-late = Your part of the assignment was accepted, late{ $closed ->
    [yes] . The assignment is removed from control
   *[no] {""}
  }.
reports-returned = The report on assignment No { $number } was returned for rework.
reports-due-unchanged = The due date has not changed: { $day }
reports-report-again = Send the new report as a reply to this message.

reports-filed-files = Files: { $n }
reports-undo-until = You can take the report back until { $time }; the controller hears of it after that.
reports-button-undo = Take back
reports-undone = The report on task No. { $number } has been taken back. You can send a new one at any time.
reports-undone-already = This report has been taken back already.
reports-undo-late = The report on task No. { $number } has gone for review. You can correct it by editing your message.
reports-in-already = This file is part of the report on task No. { $number } already.
reports-file-added = The file was added to the report on task No. { $number }.
reports-button-elsewhere = It is for another task
reports-go-on = Add this to the report on task No. { $number }?
reports-button-append = Add to No. { $number }
reports-button-other = Another task
reports-corrected-final = The report on task No. { $number } has been corrected but stays final. If the work is not finished, take it back or write to the controller.
reports-file-program = Programs cannot be attached to a report. Please send photos or a PDF, Word or Excel document.
reports-file-large = The file is larger than 20 MB: the controller will see it in Telegram, but it cannot be kept in the archive. It is better to send it in parts.

reports-button-by-page = Review as a list
reports-button-accept-page = Accept all of this page: { $n }
reports-button-accept-sure = ✅ Yes, accept: { $n }
reports-page-sure = Accept the reports of this page ({ $n })? Press Yes or No.
reports-page-special = On special control, reviewed one by one: { $n }
reports-page-accepted = Reports accepted: { $n }
reports-page-missing = missing: { $what }
reports-page-left-out = Not accepted: { $n }
reports-special-control = On special control: reviewed by itself.
reports-not-told-yet = The report has not gone for review yet: its author can still take it back.

reports-button-ask = Ask
reports-button-question = Question
reports-button-answer = Answer
reports-button-review-open = Open the report
reports-button-unblock = Nothing hinders any more
reports-button-add-now = Add it now
reports-button-anyway = Send without it
reports-button-same = Equal reports: { $n }

reports-decided-by = This report was { $state ->
    [accepted] accepted
   *[returned] returned
  } already: { $name }, { $at }.
reports-same = Equal reports: { $n }
reports-same-none = There are no equal reports now.
reports-like-other = Like the report of another executor ({ $percent }%)
reports-like-own = Like an earlier report of this executor ({ $percent }%)
reports-like-task = Repeats the text of the assignment ({ $percent }%)
reports-like-short = like another

reports-evidence-photo = a photo
reports-evidence-file = a document
reports-evidence-list = a list
reports-evidence-number = a number
reports-evidence-missing = Demanded by the completion form and not attached: { $what }
reports-updates-missed = Updates that did not come when expected: { $n }
reports-evidence-ask = The completion form demands: { $what }. The report has not been sent yet.
reports-evidence-send = Send a photo or a document: it becomes part of the report.
reports-evidence-added = Files received: { $n }. Add more or press “Send”.
reports-evidence-file-expected = Please send a file or press a button.
reports-anyway-ask = Why without it? Choose or write: the controller will see the reason.
reports-anyway-later = It will follow
reports-anyway-paper = Handed over on paper
reports-anyway-impossible = Not applicable to this work
reports-anyway-line = Without evidence: { $reason }

reports-ask-blocked = Assignment No { $number }. What hinders it? Write one message: the controller will be told.
reports-blocked-noted = It is noted that something hinders the work. The next report takes the note off.
reports-blocked-head = Something hinders an assignment
reports-unblocked = Assignment No { $number }: noted that nothing hinders it.
reports-unblocked-already = Nothing is noted as hindering assignment No { $number }.

reports-ask-question = { $name }. Write your question about the report on assignment No { $number } in one message.
reports-question-sent = ❓ The question about assignment No { $number } has been sent: { $name }. The report stays under review.
reports-question-head = A question about an assignment
reports-question-passed = ❓ Your question about assignment No { $number } has gone to the controller. The answer will come here.
reports-question-empty = The question is empty: please put it into words.
reports-question-not-yours = This question was not put to you.
reports-nobody-to-ask = There is nobody to ask about assignment No { $number }.
reports-how-to-answer = Reply to this message or press the button.
reports-ask-answer = Write the answer to the question about assignment No { $number } in one message.
reports-answer-sent = Your answer about assignment No { $number } has been sent.
reports-answer-head = An answer to your question
reports-answered-already = This question has been answered.
reports-no-answer = no answer yet
