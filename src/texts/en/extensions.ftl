# Extensions: asking for more time, opinions, the decision of the issuing level.
extensions-button-ask = Ask for more time
extensions-button-all = Extend for all
extensions-button-requests = Requests for more time
extensions-button-withdraw = Withdraw the request
extensions-button-list = All requests
extensions-button-agree = I support it
extensions-button-disagree = I do not support it
extensions-button-approve = Extend to { $day }
extensions-button-other = Another date
extensions-button-decline = Decline
extensions-button-own-reason = In my own words
extensions-button-back = Back
extensions-button-same = Extend all to { $day }: { $n }
extensions-button-none = Not needed
extensions-button-as-said = The reason is in my message
extensions-button-without = Without comment
extensions-button-all-yes = Extend: { $n }

extensions-change = { $span } ({ $n ->
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $n }th
  } extension, +{ $days } { $days ->
    [one] day
   *[other] days
  })
extensions-which = Which assignment needs more time?
extensions-ask-day = Assignment No { $number }, due: { $day }. Until when should it be extended?
extensions-impossible = The calendar has no such day. Please choose another one.
extensions-proposal = Extend assignment No { $number }: { $span }, { $day }.
extensions-moved = { $day } is a day off; the date was moved by the setting of the organisation.
extensions-late = The request is late: fewer than two working days before the date.
extensions-late-short = late
extensions-ask-why = For what reason? Choose one or write it.
extensions-reason-materials = No materials
extensions-reason-money = No funding
extensions-reason-contractor = Waiting for the contractor
extensions-reason-papers = Papers are being approved
extensions-reason-people = Not enough people
extensions-sent = The request to extend assignment No { $number } has been sent: { $span }. Until it is decided the present date stands.
extensions-sent-late = The request is marked as late.
extensions-dropped = All right, the date stays as it is.
extensions-withdrawn = The request to extend assignment No { $number } has been withdrawn.

extensions-request = Request for more time
extensions-requests = Requests to extend assignment No { $number }: { $n }
extensions-opinion = { $name }: { $agrees ->
    [yes] supports it
   *[no] does not support it
  }
extensions-ask-other = Until when should assignment No { $number } be extended?
extensions-kept = All right, nothing is decided yet. The request stays open.
extensions-ask-refusal-of = Assignment No { $number }. Why is the extension declined?
extensions-ask-refusal = Write the reason in one message: the executor will see it.
extensions-refusal-grounds = Not enough grounds
extensions-refusal-strict = The date was set by a higher body
extensions-refusal-enough = There is time enough
extensions-refusal-again = It was extended before
extensions-ask-opinion = Why do you not support it? Write it or press the button.
extensions-opinion-done = Your opinion on extending assignment No { $number } has been noted.
extensions-approve-done = ✅ Assignment No { $number } has been extended: { $span }, { $day }.
extensions-same-done = ✅ Assignment No { $number }: extended to { $day }: { $n }
extensions-decline-done = The extension of assignment No { $number } was declined. Reason: { $reason }
extensions-approved = The date of assignment No { $number } was extended.
extensions-other-day = The date is another one than you asked for.
extensions-declined = The extension of assignment No { $number } was declined.

extensions-ask-all = Assignment No { $number }, due: { $day }. Until when should it be extended for all who are not done?
extensions-ask-all-reason = Give the reason in one message: the executors will see it.
extensions-all-confirm = Extend assignment No { $number } for all who are not done: { $n }. { $span }, { $day }
extensions-all-internal = Co-executors ({ $n }) get their internal date: three working days before this date.
extensions-all-done = ✅ Assignment No { $number } was extended for all: { $day }. Executors: { $n }

extensions-under-review = The report on assignment No { $number } is under review, no extension is needed.
extensions-finished = Assignment No { $number } is finished, its date is not extended.
extensions-misaddressed = Assignment No { $number } was returned as not meant for you: please wait for the decision.
extensions-no-date = Assignment No { $number } has no date that could be extended.
extensions-past = That date has passed. Please choose another one.
extensions-not-later = The date is { $day } as it is. Please choose a later one.
extensions-beyond-parent = The assignment above is due on { $day }. It cannot be extended beyond that.
extensions-beyond-responsible = The responsible executor's date is { $day }. A co-executor's date cannot be later.
extensions-far = That date is too far: two years at most.
extensions-open-already = There is a request to extend assignment No { $number } to { $day } already. Withdraw it first or wait for the decision.
extensions-not-yours = This assignment was not given to you.
extensions-decided-already = This request was decided ({ $state ->
    [approved] extended
    [declined] declined
    [withdrawn] withdrawn by the executor
   *[expired] no longer needed
  }): { $name }, { $at }.
extensions-no-opinion = You decide here, no opinion is needed.
extensions-may-not = You may not decide on extending this assignment.
extensions-may-not-decide = Only the level that issued the assignment moves its date.
extensions-none-left = There are no requests for more time.
extensions-none-to-extend = Nobody needs an extension of assignment No { $number }: all their dates are not earlier.
