# History: the story of a task, the state of a resolution on a past day.
history-button = History
history-title = History of assignment No { $number }
history-none = The journal holds nothing about this assignment.
history-how = Give the number of the assignment, for example: /history 148
history-privately = History is shown in private only. Write to the bot in private.
history-by-bot = The system
history-by-somebody = The author of the draft
history-executors = Executors
history-left = No longer executors
history-more = { $n } more
history-no-date = no date
history-date = date
history-task-date = Date of the assignment
history-request = Date asked for
history-changed-text = The text was changed
history-changed-controller = The controller was changed
history-asof-title = As of { $day }
history-asof-of = Minutes No { $number }: { $theme }
history-asof-of-bare = Minutes without a number: { $theme }
history-asof-totals = Shares: { $all }. Accepted: { $accepted }. Overdue: { $overdue }.
history-asof-advisory = Recommendations: { $n }
history-asof-discreet = Confidential item: its content is not shown.
history-asof-overdue = overdue
history-asof-later = Items not issued by that day: { $n }
history-asof-which = Which resolution should be shown as of a past day?
history-asof-none = There are no adopted resolutions.
history-asof-ask = As of which day? From the day of adoption on: { $day }.
history-button-asof = On a past day
history-button-other-day = Another day
history-not-adopted = The resolution was not adopted: there is no past state.
history-day-future = That day has not come yet. Choose a past one.
history-day-before = The resolution was not adopted by then. It was on { $day }.

history-mark = { $mark ->
    [specialControl] Special control
    [confidential] Confidential
   *[public] Public
  }: { $on ->
    [yes] set
   *[no] removed
  }
history-state = { $state ->
    [assigned] new
    [acknowledged] in work
    [submitted] under review
    [returned] returned
    [accepted] accepted
    [misaddressed] not theirs
   *[withdrawn] withdrawn
  }
history-blocked = { $on ->
    [yes] blocked
   *[no] no longer blocked
  }
history-role = { $role ->
    [responsible] responsible executor
   *[co_executor] co-executor
  }
history-asof-item = № { $number } · { $state ->
    [closed] off control
    [cancelled] cancelled
   *[in_progress] on control
  }
history-asof-state = Resolution: { $state ->
    [draft] draft
    [agreed] agreed
    [adopted] adopted
    [closed] closed
    [cancelled] cancelled
   *[on_control] on control
  }
history-event = { $verb ->
    [tasks-drafted] The draft was written
    [tasks-issued] The assignment was issued
    [tasks-undone] Taken back before it was sent
    [tasks-started] Work has begun
    [tasks-corrected] The assignment was corrected
    [tasks-joined] Executors were added
    [tasks-nudged] The silent were reminded
    [tasks-updates-set] How often news is expected was changed
    [reminders-policy-set] How it is reminded of was changed
    [reminders-raised] The deputy akim was told
    [reminders-paused] Reminders were paused
    [reminders-resumed] Reminders were resumed
    [tasks-closed] Taken off control
    [tasks-cancelled] The assignment was cancelled
    [tasks-marked] A mark was changed
    [tasks-converted] Given as an assignment
    [tasks-handed-down] A part was handed down
    [periods-ended] The periodic assignment ended
    [periods-finished] The periodic assignment ended
    [periods-not-opened] A period was not opened
    [participations-acknowledged] Acknowledged
    [participations-misaddressed] The executor: not ours
    [participations-sent-back] Sent back to the executor to be carried out
    [participations-withdrawn] Withdrawn from the executor
    [participations-replaced] The executor was replaced
    [participations-waived] Waived
    [participations-reminded] A reminder was sent
    [reports-submitted] A report was submitted
    [reports-handed-in] The final report was handed in
    [reports-undone] The report was taken back
    [reports-accepted] The report was accepted
    [reports-returned] The report was returned
    [reports-asked] A question was asked
    [reports-answered] The question was answered
    [reports-unblocked] The obstacle is gone
    [reports-file-added] A file was added to the report
    [collections-answered] Answered in fields
    [collections-corrected] The answer was corrected
    [collections-field-added] A field of the answer was added
    [collections-field-dropped] A field of the answer was removed
    [collections-acceptance-set] How answers are accepted was changed
    [collections-indicator-bound] Answers fill an indicator
    [extensions-requested] More time was asked for
    [extensions-opinion-given] An opinion on the request was given
    [extensions-approved] The date was extended
    [extensions-extended-all] The date was extended for all
    [extensions-declined] The request was declined
    [extensions-withdrawn] The request was withdrawn
    [extensions-expired] The request lapsed
    [resolutions-executors-changed] The executors were changed
    [resolutions-amended] The resolution was amended
    [resolutions-item-continued] Continued in a new resolution
    [roadmaps-approved] The roadmap was approved
    [roadmaps-milestone-reached] A milestone was reached
    [roadmaps-milestone-reopened] The mark of a milestone was taken back
    [shares-misaddressed] The executor: not ours
    [shares-taken-over] Another executor took over
   *[other] A change
  }
