# Marks of a task: special control, confidential, public; and the export of what is public.
marks-button = Marks
marks-title = Marks of assignment No { $number }. A press sets or removes one.
marks-title-draft = Marks of the draft. A press sets a mark or takes it away.
marks-special = Under special control
marks-flag-special = special control
marks-confidential = Confidential: do not pass it on
marks-changed = The mark was changed.
marks-already = The mark is so already.
marks-over = The assignment is over: its marks do not change.
marks-may-not = The post that issued the assignment changes the mark.
marks-only-akim = Only the akim sets special control.
marks-not-both = A confidential assignment cannot be public. Remove the confidential mark first.
marks-toggle = { $on ->
    [yes] ☑
   *[no] ☐
  } { $mark ->
    [specialControl] Special control
    [confidential] Confidential
   *[public] Public
  }
marks-ask-why = { $on ->
    [yes] Why is it put under special control? The reason stays in the journal.
   *[no] Why is special control removed? The reason stays in the journal.
  }
marks-public-none = There are no public assignments.
marks-public-caption = Public assignments: { $n }. Without personal data.
marks-public-left-out = Left out because of closed data in the text: { $n }
marks-public-sheet = Public assignments
marks-public-number = Number
marks-public-text = Assignment
marks-public-issuer = Given by (organisation)
marks-public-executors = Executors (organisations)
marks-public-due = Date
marks-public-state = State
marks-public-many = organisations: { $n }
marks-public-status = { $state ->
    [closed] done
    [cancelled] cancelled
   *[in_progress] on control
  }
