# Collections: a question to many with fields, answers, totals.
collections-asked = Answer: { $what }
collections-asked-many = The answer consists of:
collections-optional = optional
collections-what-whole = whole number
collections-what-number = number
collections-what-choice = one of: { $choices }
collections-what-text = text
collections-what-photo = photo
collections-what-file = file
collections-what-range = { $range ->
    [from] at least { $from }
    [to] at most { $to }
   *[both] from { $from } to { $to }
  }
collections-how-to-number = To answer, reply to this message with the number.
collections-how-to-choice = To answer, reply to this message with one of the options or press “Answer”.
collections-how-to-text = To answer, reply to this message with text.
collections-how-to-file = To answer, reply to this message with the file.
collections-how-to-many = To answer, press “Answer” or reply to this message: each value on a line of its own, in order.
collections-button-answer = ✏️ Answer
collections-button-correct = ✏️ Correct the answer
collections-button-begin = 🔢 Collect answers in fields
collections-button-fields = 🔢 Fields of the answer
collections-button-show = 🔢 Collected answers
collections-ask-question = What is to be collected? Write in one message what to ask, whom and by when. For example: All schools to report the number of guardianship specialists by 20 December
collections-ask-whom = Who is asked? Write “all schools”, numbers of schools or names of organisations, separated by semicolons.
collections-ask-kind = What should the answer be?
collections-ask-kind-more = What should be in this field?
collections-kind-number = Number
collections-kind-choice = Choice
collections-kind-text = Text
collections-kind-photo = Photo
collections-kind-file = File
collections-ask-spec = Unit and bounds, if there are any. For example: <code>people, 0–500</code>. With decimals: <code>%, 0–100, decimal</code>.
collections-any-whole = Any whole number
collections-spec-unclear = The bounds are unclear: the first number must be less than the second, the unit at most 40 characters. For example: people, 0–500
collections-ask-choices = Write the options, each on a line of its own.
collections-choices-unfit = From 2 to 12 different options are needed, each at most 60 characters.
collections-ask-label = What is this field called? For example: Number of posts
collections-label-unfit = The name of a field has 1 to 120 characters.
collections-label-taken = There is such a field already.
collections-too-many-fields = At most { $max } fields.
collections-single-only = Answers in fields are collected by a single assignment, neither periodic nor a part of another one.
collections-ask-required = Is this field required?
collections-required = Required
collections-not-required = May be skipped
collections-fields = Fields of the answer
collections-no-fields = There are no fields: this is an ordinary assignment, answered by a report.
collections-acceptance = { $at ->
    [once] A complete answer is accepted at once, without review.
   *[review] The controller accepts each answer.
  }
collections-indicator = The numbers fill the indicator: { $name }
collections-button-add-field = ➕ Field
collections-button-drop-field = ➖ Remove the last
collections-button-acceptance = { $at ->
    [once] Accept at once
   *[review] Accept after review
  }
collections-button-bind = 📊 Fill an indicator
collections-button-draft = ← To the draft
collections-ask-bound-field = Which number? Choose, or write a part of its name.
collections-ask-indicator = Which indicator? Choose, or write a part of its name.
collections-ask-period = Which period are the numbers for?
collections-no-number-field = None of the fields is a number.
collections-no-indicator = You keep no indicators. To make one: /indicators
collections-not-yours = This question is not put to you.
collections-fields-instead = No { $number } asks for fields, a report in words does not replace the answer. Reply to the message about it or press “Answer”.
collections-over = Collection No { $number } is over, the answer cannot be changed any more.
collections-which = Which question does this answer?
collections-accepted = ✅ No { $number }: the answer is accepted
collections-filed = ✅ No { $number }: the answer is sent for review
collections-noted = ☑️ No { $number }: noted, the answer is not complete yet
collections-corrected = ✏️ No { $number }: the answer is corrected
collections-same = No { $number }: this answer is noted already
collections-nothing = No { $number }: { $kept ->
    [yes] no new value in the answer; what was noted stays
   *[no] no value in the answer; nothing was noted
  }
collections-still-missing = Still needed: { $fields }
collections-late-note = The answer came after the date
collections-can-correct = It can be corrected until the collection is closed: reply to this message with the new answer.
collections-can-correct-many = It can be corrected until the collection is closed: press the button, or reply to this message with the name of the field, a colon and the new value.
collections-count = Answered: { $done } of { $total }
collections-was = was: { $value }
collections-no-number = no number
collections-value-photo = 📷 photo
collections-value-file = 📎 file
collections-fault = { $why ->
    [words] There is no number in { $said }. If it is zero, write 0.
    [vague] The number in { $said } is approximate, an exact one is needed.
    [confirm] Beside the number { $value } there are other words in { $said }.
    [negative] { $value } is less than zero.
    [fraction] { $value } is not whole.
    [range] { $value } is out of bounds.
    [choice] { $said } is not one of the options.
    [long] The answer is too long.
    [empty] This section is obligatory and may not be empty.
    [lines] It is unclear which field { $said } belongs to. Write the name of the field, a colon and the value.
   *[unclear] It is unclear which number in { $said } is right.
  }
collections-expected = Expected: { $what }
collections-button-sure = Note { $value }
collections-button-words = Note it in words, without a number
collections-button-again = Answer differently
collections-file-kept = The file is kept beside the answer.
collections-file-not-asked = No file is asked for. Send the answer first, then a file can be added to it.
collections-file-expected-photo = Please send a photo.
collections-file-expected-file = Please send a file (not a program).
collections-answer-one = Answer to No { $number }
collections-answer-of = Answer to No { $number }, { $at } of { $of }
collections-may-skip = May be skipped.
collections-now = Noted now: { $value }
collections-button-keep = Leave as it is
collections-button-skip = Skip
collections-list = <b>Collections</b>: { $total }
collections-none = No questions are put to you so far.
collections-none-ask = There are no questions yet.
collections-button-new = ➕ New question
collections-button-sections = 📋 Report by sections
collections-sections-task = Submit a report on the work of the school by five sections
collections-section-safety = Safety of children
collections-section-staff = Staff
collections-section-meals = Meals
collections-section-education = Education
collections-section-rights = Protection of children’s rights
collections-title = <b>Collection No { $number }</b>
collections-progress = Answered: <b>{ $done } of { $total }</b>, not answered: { $missing }
collections-count-late = After the date: { $n }
collections-count-words = Without a number: { $n }
collections-answered = answers: { $n }
collections-sum = Total: <b>{ $value }</b>
collections-spread = Average: { $average } · least: { $min } · most: { $max }
collections-compared = 📊 { $name }, { $period }: plan { $plan }, fact { $fact }, executed { $percent }
collections-button-table = Answers
collections-button-missing = Not answered: { $n }
collections-button-nudge = Remind those who have not answered: { $n }
collections-button-file = Table (XLSX)
collections-button-indicator = 📊 Plan and fact
collections-button-task = Assignment
collections-button-list = All questions
collections-table = <b>Answers to No { $number }</b>: { $answered } of { $total }
collections-marks = ⏰ after the date · ✏️ corrected · ✍️ without a number
collections-nobody-answered = There are no answers yet.
collections-button-back = ← To the totals
collections-button-back-table = ← To the answers
collections-missing = <b>Not answered, No { $number }</b>: { $n }
collections-nobody-missing = Everybody has answered No { $number }.
collections-in-part = answered in part
collections-returned = returned
collections-one = <b>{ $name }</b>, answer to No { $number }
collections-no-answer-yet = No answer yet
collections-answered-by = Noted { $at }: { $name }
collections-earlier = Noted before:
collections-button-files = 📎 Files
collections-column-district = District
collections-column-org = Organisation
collections-column-at = Noted
collections-column-note = Note
collections-sheet = Answers { $number }
collections-mark-late = after the date
collections-mark-corrected = corrected
collections-total-answered = Answered
collections-total-sum = Total
collections-total-average = Average
collections-total-min = Least
collections-total-max = Most
collections-unclear = Not every answer to No { $number } was taken: those that were unclear or not complete are marked 🤔. Answer the card again; the bot tells the reason in private.
collections-button-start = Open the private chat
