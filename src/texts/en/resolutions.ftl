# Resolutions: head, items, panels of the drafter, the chair's decisions, refusals.
resolutions-body = Body: { $name }
resolutions-protocol = Minutes: No { $number }, { $day }
resolutions-protocol-bare = Minutes without a number, { $day }
resolutions-chair = Chair: { $name }
resolutions-home = Group for the cards: { $name }
resolutions-home-none = Group for the cards: none, executors get their assignments in private
resolutions-item = Item { $number }. { $kind ->
    [recommendation] Recommendation
    [proposal] Proposal
    [appeal] Appeal
    [commitment] Commitment
    [note] For information
   *[assignment] Assignment
  }
resolutions-kind = { $kind ->
    [recommendation] Recommendation
    [proposal] Proposal
    [appeal] Appeal
    [commitment] Commitment
    [note] For information
   *[assignment] Assignment
  }
resolutions-executors = Executors: { $names }
resolutions-all-schools = all schools ({ $n })
resolutions-more = { $n } more
resolutions-form = Completion form: { $form }
resolutions-lacks = { $what ->
    [text] no text
    [executors] no executor
    [due] no due date
    [past] the due date has passed
    [guard] holds personal data, a secret or a restriction mark
   *[right] the chair may not give assignments to this executor
  }
resolutions-no-items = There are no items yet.
resolutions-state = { $state ->
    [waiting] State: with the chair since { $time }
    [agreed] State: draft, agreed
    [adopted] State: adopted { $time }
    [on_control] State: on control, adopted { $time }
    [closed] State: removed from control { $time }
    [cancelled] State: cancelled
   *[draft] State: draft
  }

resolutions-open = { $waiting ->
    [0] Resolutions
   *[other] Waiting for your decision: { $waiting }
  }. Drafts: { $drafts }. With items not issued: { $unfinished }. On control: { $force }.
resolutions-button-new = New resolution
resolutions-button-open = Open
resolutions-button-add = ➕ Add item
resolutions-button-send = Send to the chair
resolutions-button-take-back = Take back
resolutions-button-head = Details
resolutions-button-drop = Cancel the draft
resolutions-button-source = 📎 Source document
resolutions-button-yes-drop = Yes, remove
resolutions-button-back = Back
resolutions-button-remove = Remove item
resolutions-button-home = Group for the cards
resolutions-button-field = { $field ->
    [text] Text
    [kind] Kind
    [executors] Executors
    [due] Due date
   *[form] Completion form
  }
resolutions-button-head-field = { $field ->
    [theme] Subject
    [day] Date
    [number] Number
   *[chair] Chair
  }
resolutions-choose-home = In which group should the cards of this resolution be shown?
resolutions-remove-question = Remove item { $number }? The items after it will get new numbers.
    { $headline }
resolutions-drop-question = Cancel the draft “{ $theme }”? Items to be removed: { $n }.
resolutions-dropped = The draft was cancelled. Nothing was sent.
resolutions-sent = Sent to the chair.
resolutions-sent-unreached = The draft is saved but cannot be sent to the chair yet: the bot has not been started there. It will be sent as soon as it is.

resolutions-ask-body = Which body held the meeting? Press a button or write a part of its name.
resolutions-ask-theme = Write the subject of the meeting.
resolutions-ask-day = Give the date of the meeting.
resolutions-ask-number = Write the number of the minutes.
resolutions-button-no-number = No number yet
resolutions-ask-chair = Who was in the chair? Press a button or write a surname or post.
resolutions-no-chairs = No post of this body may chair a meeting. The administrator adds such posts to the roster.
resolutions-ask-text = Write the text of the item: what has to be done.
resolutions-ask-kind = Choose the kind of the item.
resolutions-ask-executors = Executors. Write the number of a school, an alias, a part of a name or a surname; several with commas. The first one named is responsible and prepares the collated report.
resolutions-executors-chosen = { $all ->
    [yes] Executors, each responsible for their own part: { $n }
   *[no] Executors: { $n }
  }
resolutions-executors-more = Add more or press “Done”.
resolutions-executors-unclear = Please specify who is meant: { $words }
resolutions-executors-unknown = Not found: { $words }
resolutions-executors-refused = The chair may not give them assignments, so they were left out: { $names }
resolutions-button-all-schools = All schools
resolutions-button-no-executors = No executor yet
resolutions-button-done = Done
resolutions-button-clear = Start over
resolutions-button-none = None of them
resolutions-ask-due = Give the due date.
resolutions-button-no-date = No date yet
resolutions-button-standing = Standing control
resolutions-echo-due = Due: { $day }{ $off ->
    [yes] {" "}· day off
   *[no] {""}
  }
resolutions-echo-term = { $term ->
    [standing] Due: standing control
   *[dated] No due date: the item stays a draft until it has one.
  }
resolutions-ask-form = Completion form: what the execution ends with, for example “a collated report with the orders of the schools”.
resolutions-button-skip = Skip
resolutions-ask-reason = What has to be corrected? Write it in one message: the author of the draft will get it.
resolutions-returned = The draft was sent back to its author.

resolutions-ask-adopt = ⚖️ A draft resolution for your decision. Items: { $n }. Once adopted, the items are issued to the executors at once.
resolutions-ask-incomplete = ❗️ Will not be issued until completed: No { $numbers }
resolutions-ask-remarks = 🔎 Remarks on the quality of items: { $n }. They do not stand in the way of adoption.
resolutions-page = Page { $page } of { $pages }
resolutions-button-adopt = ✅ Adopt
resolutions-button-return = Send back
resolutions-button-issue = Issue item { $number }
resolutions-back-with-drafter = This version is no longer valid: the draft is with its author.
resolutions-outcome = { $state ->
    [closed] The resolution was removed from control { $time }
   *[adopted] The resolution was adopted { $time }
  }
resolutions-issued = Issued items: { $numbers }
resolutions-not-issued = Not issued:
resolutions-ready = ready to be issued
resolutions-adopted-now = { $left ->
    [0] The resolution is adopted. Items issued: { $issued }.
   *[other] The resolution is adopted. Items issued: { $issued }, not issued: { $left }.
  }{ $unreached ->
    [0] {""}
   *[other] {" "}Cannot receive private messages: { $unreached }.
  }
resolutions-item-issued-now = Item { $number } is issued.{ $unreached ->
    [0] {""}
   *[other] {" "}Cannot receive private messages: { $unreached }.
  }
resolutions-item-ready = An item of an adopted resolution was completed and can now be issued.
resolutions-item-settled = This item no longer needs to be issued.
resolutions-unreached = Executors who cannot receive private messages: { $n }. List: /unreached
resolutions-sent-back = The draft resolution was sent back. Reason: { $reason }

resolutions-may-not-draft = Draft resolutions are prepared by the secretary, the deputy akims and the akim.
resolutions-may-not-chair = This post may not chair a meeting of this body.
resolutions-only-chair = Only the chair decides.
resolutions-not-yours = This draft belongs to somebody else.
resolutions-locked = The resolution is adopted, its text does not change any more.
resolutions-with-chair = The draft is with the chair. Take it back first to change it.
resolutions-taken-back = The author has taken the draft back. Please wait for the new version.
resolutions-changed-since = The draft has been changed since. Please read the new version in the next message.
resolutions-adopted-already = The resolution is adopted already.
resolutions-empty = The resolution has no items.
resolutions-full = Items in one resolution, at most: { $max }.
resolutions-theme-empty = A subject is needed.
resolutions-item-issued = Item { $number } is issued already.
resolutions-item-incomplete = Item { $number } lacks an executor or a due date.

resolutions-guessed = Taken from the document, please check: { $fields }
resolutions-doubtful = Items with doubts: { $n }
resolutions-button-doubtful = ⚠️ Next doubt ({ $n })
resolutions-button-looked = ✅ Checked, go on
resolutions-button-split = Split
resolutions-button-merge = Merge with { $number }
resolutions-button-head-right = ✅ The details are right
resolutions-button-send-anyway = Send as it is
resolutions-button-to-doubts = To the doubts
resolutions-button-split-so = Split like this ({ $n })
resolutions-button-forget = Forget this name
resolutions-in-document = In the document:
resolutions-interim = Interim dates: { $days }
resolutions-indicators = Indicators: { $figures }
resolutions-programmes = Programmes: { $names }
resolutions-fix-hint = Reply to this message to correct it: "due 15 January", "executors school 12", "text …", "form …".
resolutions-item-below = The item has been put right. Its card is below.
resolutions-fix-unclear = It is not clear what to correct. Write for example: "due 15 January", "executors school 12", "text …", "kind recommendation", "delete".
resolutions-fix-several = Several executors fit ({ $words }): { $names }. Write more precisely or press "Executors".
resolutions-press-to-remove = Press the button to delete the item.
resolutions-ask-split = Write the parts, each on a line of its own. All parts keep executors, due date and completion form.
resolutions-split-needs-two = At least two parts are needed, each on a line of its own.
resolutions-split-too-many = Most parts at once: { $max }.
resolutions-nothing-to-merge = There is no next item to merge with.
resolutions-doubt-merged-dates = The merged items have different dates, the later one was taken: { $words }
resolutions-no-doubts = No doubts are left.
resolutions-send-doubtful = Items with unchecked doubts: { $n }. The chair does not see doubts. Send the draft?
resolutions-learned = Remembered: "{ $words }" = { $name }
resolutions-learned-also = The executor was put into these items too: { $numbers }
resolutions-in-hand = Somebody else is working on this document. You can take it over after an hour without changes.
resolutions-taken-over = Somebody else has taken over the review of this document: it was not changed for more than an hour.
resolutions-how-to-draft = Send the protocol as a file (Word, PDF, Excel, CSV, TXT) or paste its text: the bot reads it item by item. Or write the items yourself.

resolutions-button-delegates = Who may register papers
resolutions-delegate-head = Who may register documents signed on paper. You are told of every registration and can revoke it.
resolutions-delegates = Press to give or take back the right.
resolutions-delegates-none = There is no secretary in this part.
resolutions-button-paper = 🖋 Register the signed document
resolutions-ask-paper-number = Number of the signed document?
resolutions-ask-paper-day = Date of signing?
resolutions-ask-paper-file = Please send a scan or file of the signed document: PDF, Word or a photo, up to 20 MB.
resolutions-paper-confirm = Register as adopted? Items issued at once: { $ready }{ $left ->
    [0] {"."}
   *[other] {"; staying drafts: "}{ $left }.
  } The chair is told and can revoke it.
resolutions-paper-line = Document on paper: No. { $number }, { $day }
resolutions-button-register = Register
resolutions-button-not-now = Not now
resolutions-paper-not-registered = Not registered; the draft stays as it was.
resolutions-paper-told = A document signed on paper was registered in your name. If this is a mistake, revoke it.
resolutions-button-revoke = Revoke
resolutions-ask-revoke-reason = Please give the reason in one message: the executors will see it.
resolutions-revoked-now = The resolution has been revoked; tasks cancelled: { $n }.
resolutions-paper-revoked = Revoked.
resolutions-paper-revoked-because = The chair has revoked the resolution registered from paper. Reason: { $reason }
resolutions-paper-number = The number of the document is needed, at most { $max } characters.
resolutions-paper-future = The date of signing has not come yet. Give the date that stands on the document.
resolutions-paper-not-delegated = Signed documents are registered by a secretary whom the chair has let do so: /resolution, “Who may register papers”.
resolutions-paper-nothing-ready = No item is ready to be issued: add executors and dates.
resolutions-paper-not-revocable = This resolution can no longer be revoked.

# Agreeing to a draft.
resolutions-button-ask-agree = 🤝 Ask participants to agree
resolutions-button-agreements = 🤝 Who agreed
resolutions-button-agree = ✅ Agree
resolutions-button-object = ❌ Object
resolutions-button-everybody = { $all ->
    [none] Unmark all
   *[all] Mark all
  }
resolutions-ask-agree-whom = Who is to agree to the draft? Marked: { $n } of { $all }.
resolutions-ask-agree-term = How many working days for an answer? Press a button or type a number.
resolutions-agree-term = The term for answers is 1 to { $max } working days.
resolutions-agree-nobody = There is nobody to ask: the items have no executors.
resolutions-agree-all-agreed = Everybody marked has agreed to this draft already.
resolutions-agree-asked = Asked to agree: { $n }. Answers by: { $day }.{ $unreached ->
    [0] {""}
   *[other] {" "}Cannot get private messages: { $unreached }.
  }
resolutions-agree-question = 🤝 Please agree to the draft resolution. Items that concern you: { $n }.
resolutions-agree-over = Agreeing to this draft is over.
resolutions-agree-by = Answer by: { $day }. After that the draft counts as agreed.
resolutions-agree-given-now = You agreed to this draft.
resolutions-objected-now = Your objection: { $remark }
resolutions-ask-remark = Write your objection in one message: the secretary and the chair will read it.
resolutions-objected-told = The secretary and the chair were told of the objection.
resolutions-agreement = Agreed: { $agreed } of { $total }, objections: { $objected }, answers by: { $day }
resolutions-objected = ❌ An objection to the draft. { $name }: { $remark }
resolutions-agreed = 🤝 The draft resolution is agreed.
resolutions-agree-changed = The items were changed since. Read the new version in the next message.
resolutions-agree-given = You agreed to this draft already.
resolutions-agree-not-asked = Another post was asked to agree to this draft.
resolutions-agree-dropped = The draft was cancelled, there is nothing to agree to.
resolutions-agree-none = Nobody has been asked to agree to this draft.
resolutions-agree-reminder = ⏰ Reminder: there is no answer from you yet.
resolutions-agree-withdrawn = The draft is no longer up for agreement; no answer is needed.
resolutions-button-unask = Stop asking
resolutions-unask-question = Stop asking for agreement? The answers received will not be kept. Answers received: { $n }
resolutions-unasked = The draft is no longer up for agreement.

# Amendments.
resolutions-button-amend = ✏️ Amend
resolutions-button-versions = 🕘 Versions
resolutions-button-execution = 📊 Execution
resolutions-button-amend-field = { $field ->
    [text] Text
    [due] Due date
    [executors] Executors
   *[cancel] Cancel the item
  }
resolutions-button-amend-yes = Amend
resolutions-button-at-end = At the end
resolutions-ask-amend = Version { $version } is in force. What is to be changed? Executors are told of changes, earlier versions are kept.
resolutions-ask-amend-reason = Why? Write the reason in one message: executors will read it.
resolutions-ask-amend-place = Behind which item is the new one to stand? Press a button or type its number.
resolutions-ask-amend-head = What is to be corrected?
resolutions-amend-cancels = The item will be cancelled.
resolutions-amend-sure = Make this amendment?
resolutions-amend-dropped = Nothing was amended.
resolutions-amended-now = Amended, version { $version } is in force.
resolutions-version = Version { $version } · { $at } · { $act ->
    [added] item { $number } added
    [cancelled] item { $number } cancelled
    [head] details{ $number }
   *[changed] item { $number }
  }
resolutions-version-change = { $what ->
    [text] Text
    [due] Due
    [executors] Executors
    [theme] Theme
   *[day] Day
  }: { $was } → { $is }
resolutions-version-reason = Reason: { $reason }
resolutions-version-by = By: { $name }
resolutions-versions-none = There were no changes.
resolutions-share-withdrawn = You are no longer an executor of item { $number }: { $headline }
    Reason: { $reason }
resolutions-amend-only = An item of an adopted resolution is changed by its chair: “Amend”.
resolutions-roadmap-after = It can be made after the adoption: the button stands on the card of the task.
resolutions-amend-nothing = Nothing changed: the new value is the same as before.
resolutions-amend-nobody = At least one executor is needed.
resolutions-amend-series = Executors of a periodic item are changed on its card.
resolutions-amend-draft = Item { $number } is not issued yet: it can be completed or cancelled.
resolutions-amend-closed = The resolution is removed from control or cancelled and cannot be amended.
resolutions-amend-early = The resolution is not adopted yet: its author changes it.
resolutions-amended-meanwhile = The resolution was amended meanwhile. Open it again and see whether your change is still needed.
resolutions-not-seen = This resolution does not concern you.

# From a sitting.
resolutions-heard = Heard
resolutions-continued = Taken over by item { $number }, minutes No { $protocol }
