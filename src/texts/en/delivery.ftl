# Delivery of messages: who was told what and when.
delivery-title =
    <b>Delivery of messages</b>
    { $days ->
        [one] The last day
       *[other] The last { $days } days
    }
delivery-count-sent = Sent: { $n }
delivery-count-waiting = Waiting: { $n }
delivery-count-unknown = Not known to have arrived: { $n }
delivery-count-unreachable = Could not be written to: { $n }
delivery-count-failed = Faults: { $n }
delivery-count-cancelled = No longer needed: { $n }
delivery-hint = About one task: /delivery 148
delivery-outcome-sent = sent
delivery-outcome-waiting = waiting
delivery-outcome-unknown = not known to have arrived
delivery-outcome-unreachable = could not be written to
delivery-outcome-failed = fault
delivery-outcome-cancelled = no longer needed
delivery-reason-vacant = the post is vacant
delivery-reason-never-started = never started the bot
delivery-reason-blocked = blocked the bot
delivery-reason-chat-gone = the chat is gone or the bot was removed
delivery-reason-topic-closed = the topic is closed
delivery-reason-no-rights = the bot may not write there
delivery-reason-expired = too late
delivery-reason-settled = settled before
delivery-reason-replaced = replaced by a newer one
delivery-reason-covered = said in another reminder
delivery-step = { $step ->
    [before] { $n ->
        [one] { $n } working day before the date
       *[other] { $n } working days before the date
    }
    [on-day] on the day
    [overdue] working day { $n } after the date
    [overdue-week] after the date, weekly ({ $n })
    [ladder-responsible] overdue, to who collates
    [ladder-controller] overdue, to the controller
    [ladder-issuer] overdue, to the issuer
    [unack] not acknowledged
    [interim] interim control date
    [update] news is awaited
    [half] half of the time without a report
   *[other] reminder
  }
delivery-step-named = { $step }; named in the group
delivery-reason-lost-answer = no answer from Telegram
delivery-reason-broken = refused by Telegram
delivery-kind-tasks = task
delivery-kind-shares = executor's share
delivery-kind-reports = report
delivery-kind-extensions = extension
delivery-kind-periods = periodic task
delivery-kind-resolutions = resolution
delivery-kind-meetings = sitting
delivery-kind-intake = document
delivery-kind-reminders = reminder
delivery-kind-digests = weekly digest
delivery-kind-people = staff
delivery-kind-chats = groups
delivery-kind-org = structure
delivery-kind-discipline = discipline
delivery-kind-history = history
delivery-kind-documents = document
delivery-kind-collections = collection
delivery-kind-roadmaps = roadmap
delivery-kind-findings = findings
delivery-kind-delivery = delivery
delivery-kind-telegram = answer
delivery-list-title =
    <b>Outcome: { $outcome }</b>
    Total: { $total }
delivery-none = No such messages.
delivery-line =
    { $at } · { $to }
    { $what }: { $outcome }{ $reason }
delivery-task-title = <b>What was said about { $number }</b>
delivery-task-none = Nothing was found about { $number }. Please check the number.
delivery-more = More entries, see the file: { $n }
delivery-number-unclear = Please give the number of a task, for example: /delivery 148 or /delivery 2.1
delivery-button-back = ← Summary
delivery-button-file = XLSX file
delivery-working = Preparing the file…
delivery-file-caption = Delivery of messages. Days: { $days }, rows: { $rows }
delivery-column-at = Time
delivery-column-post = Organisation, post or group
delivery-column-name = Name
delivery-column-kind = Message
delivery-column-task = Task
delivery-column-outcome = Outcome
delivery-column-reason = Reason
delivery-column-step = Step of the reminder
delivery-column-message = No in Telegram
delivery-file-cut = Only the latest rows fitted into the file.
