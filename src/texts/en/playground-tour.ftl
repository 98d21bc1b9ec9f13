# The guided tour: title and text of each step, in their order.
playground-tour-issue-title = One message, one task
playground-tour-issue-text = You are the deputy akim. Write a task in the group of school heads: the bot finds the executor and the date and shows a draft. Check it and press Issue.
playground-tour-report-title = The head reports by a reply
playground-tour-report-text = The task came to the head in private. Reply to it with words, a photo or a document. The bot understands that this is the final report.
playground-tour-return-title = The report is reviewed
playground-tour-return-text = The deputy akim sees the report in the list “For review”. Open it and return it: there are no supporting documents.
playground-tour-correct-title = The report is corrected
playground-tour-correct-text = The head sees the reason. The due date has not moved. Send the report again, this time with a photo.
playground-tour-accept-title = Accept and remove from control
playground-tour-accept-text = Open the new report; the earlier one stays in its history. Accept it: the card in the group is brought up to date by itself.
playground-tour-adopt-title = A resolution is adopted by one press
playground-tour-adopt-text = The secretary has prepared the resolution of a meeting. Read it and adopt it: every item goes to its executors at once, one of them to all 353 schools.
playground-tour-morning-title = Reminders come by themselves
playground-tour-morning-text = Move the clock to tomorrow morning. The group gets one common reminder, and each head a private one about what is not done yet.
playground-tour-monday-title = The digest on Monday
playground-tour-monday-text = Move the clock to Monday. The subscriber gets the digest of the week: what was done in time, what is overdue and where. Behind every number is a list.
