# Meetings: series, sittings, agenda, attendance.
meetings-list = Sittings: { $sittings }. Series of sittings: { $series }.
meetings-none = There are no sittings that you keep or are expected at.
meetings-button-create = ➕ New series of sittings
meetings-button-next = ➕ Next sitting
meetings-button-last = 🗓 Last sitting
meetings-button-members = 👥 Members
meetings-button-end = End the series
meetings-button-list = All sittings
meetings-button-agenda = 📋 Agenda
meetings-button-attendance = 👥 Attendance
meetings-button-send = ✉️ Send the agenda
meetings-button-move = Move
meetings-button-held = ✅ The sitting took place
meetings-button-close = ✅ Yes, it took place
meetings-button-draft = 📝 Draft resolution
meetings-button-resolution = 📝 Resolution of the sitting
meetings-button-question = ➕ Question
meetings-button-note = 🖊 Note
meetings-button-remove = 🗑 Take off the agenda
meetings-button-all-present = ✅ All present
meetings-button-before-chair = ⚖️ Put before the chair
meetings-button-accept = ✅ Accept report { $n }
meetings-button-return = ↩️ Return report { $n }
meetings-button-set = { $state ->
    [heard] ✅ Heard
    [not_heard] ✖️ Not heard
   *[deferred] ⏭ Defer
  }
meetings-by-hand = The days are set by hand
meetings-time = Time: { $time }
meetings-place = Place: { $place }
meetings-day = Day: { $day }
meetings-members = Members: { $n }
meetings-standing = Standing questions:
meetings-series-ended = The series of sittings is ended.
meetings-end-question = End the series “{ $theme }”? No further sitting opens; resolutions stay on control.
meetings-was-held = ✅ The sitting took place; agenda and attendance are final.
meetings-held-question = Did the sitting take place? Agenda and attendance do not change after that.
meetings-held-agenda = Agenda: questions { $total }, not marked { $open } (they will count as not heard)
meetings-attendance = Attendance: present { $present } of { $total }, substitutes { $substitute }, absent { $absent }, excused { $excused }, not marked { $invited }
meetings-expected = Invited: { $n }
meetings-attendance-how = Press a name to change it: ✅ present, ✖️ absent, 📄 excused, 🔄 substitute.
meetings-all-present = Marked present: { $n }
meetings-counts = Questions: { $questions }. Unfinished items: { $carried }, overdue: { $overdue }.
meetings-overdue = Overdue: { $numbers }
meetings-reporters = Who should report: { $names }
meetings-reporters-many = No. { $number }, executors: { $n }
meetings-since = Changed since the last sitting:
meetings-changed = { $kind ->
    [accepted] Reports accepted
    [returned] Returned for rework
    [extended] Date changed
   *[new] New items
  }: { $numbers }
meetings-agenda-empty = The agenda is empty.
meetings-question-state = State: { $state ->
    [heard] heard
    [not_heard] not heard
    [deferred] deferred
   *[planned] planned
  }
meetings-note = Note: { $note }
meetings-report = Report { $n }.
meetings-at = At the sitting of { $day }
meetings-invited = You are invited to a sitting. Agenda:
meetings-brief = For the coming sitting
meetings-before-you = ⚖️ The secretary asks for your decision on this item.
meetings-put-before-chair = Put before the chair.
meetings-chair-unreached = The chair cannot be written to yet: the bot was not started.
meetings-accepted = The report on item { $number } was accepted at the sitting.
meetings-returned = The report on item { $number } was returned.
meetings-agenda-sent = The agenda was sent: { $told }.{ $unreached ->
    [0] {""}
   *[other] {" "}Cannot get private messages: { $unreached }.
  }
meetings-open-already = The next sitting is open already.
meetings-draft-open = 📝 The draft resolution is open. Questions that were heard are part of it.
meetings-take-over = Unfinished items that can be taken over with a new date; the earlier one ends when the draft is adopted, its first date stays known:
meetings-from-item = Item { $number }, minutes No { $protocol } of { $day }
meetings-taken = Item { $number } was added to the draft “{ $theme }”.

meetings-ask-body = Which body holds the sittings? Press a button or type a part of its name.
meetings-ask-theme = What are the sittings called?
meetings-ask-chair = Who chairs? Press a button or type a surname or a post.
meetings-ask-first = Day of the first sitting?
meetings-ask-day = On which day is the sitting?
meetings-ask-repeat = How often do they sit?
meetings-repeat = { $repeat ->
    [weekly] Every week
    [fortnightly] Every two weeks
    [monthly] Every month, on this date
    [nth] Every month, on this weekday
   *[none] Set by hand
  }
meetings-ask-time = When does it begin? For example: 15:00.
meetings-ask-place = Where?
meetings-ask-members = Who takes part? Type them with commas, then press “Done”. Marked: { $n }. { $names }
meetings-ask-standing = Standing questions of the agenda, each on a line of its own.
meetings-ask-question = Write the question.
meetings-ask-speaker = Who reports on it?
meetings-ask-note = What is to be noted? Write one message.
meetings-ask-return = What is to be reworked? The executor will read it.
meetings-members-set = Members: { $n }
meetings-question-added = The question stands on the agenda.
meetings-noted = The note was kept.

meetings-not-yours = This sitting is not yours to look after.
meetings-held = The sitting took place already and cannot be changed.
meetings-not-yet = The sitting has not begun yet.
meetings-day-past = This day has passed.
meetings-day-taken = There is a sitting on this day already.
meetings-no-rule = The days of this series are set by hand.
meetings-rule-unclear = Sittings cannot repeat like this.
meetings-time-unclear = Write the time like this: 15:00.
meetings-too-many = Too many questions or members.
meetings-nobody = The sitting has no members.
meetings-question-empty = Write the question.
meetings-so-already = It is marked so already.
meetings-item-stays = An unfinished item stays on the agenda until it is removed from control.
meetings-finished-meanwhile = This item was done or cancelled meanwhile.
meetings-no-series-over = A periodic item goes on by itself and needs no new date.
meetings-other-chair = Another leader issued this item: only they can end it.
meetings-taken-already = This item is in the draft already.
meetings-button-chair = Chair
meetings-button-secretary = Secretary
meetings-button-series = To the series
meetings-secretary = Secretary: { $name }
meetings-no-secretary = No secretary
meetings-ask-secretary = Who keeps the record of the sittings? Shown are the secretaries of the body and of those above it.
meetings-confirm-officer = { $officer ->
    [chair] New chair
   *[other] New secretary
  }: { $name }
  Sittings: { $theme }
  Change it?
meetings-officer-set = Changed, the sitting to come as well.
meetings-officer-set-next = Changed from the next sitting on: the resolution of the one to come is being written and stays with its chair.
meetings-officer-set-series = Changed. No sitting is set at present: it applies from the next one.
meetings-may-not-keep = This post cannot keep the record: it takes a secretary of this organisation or of one above it.
