# The guard: personal numbers, secrets and marks of restricted papers. The value itself is never shown.
# One line for each kind that was found.
guard-kinds = {""}{ $secret ->
    [yes] {"\u000A"}• a token, key or password
   *[no] {""}
  }{ $marking ->
    [yes] {"\u000A"}• a restriction mark (official use, secret)
   *[no] {""}
  }{ $iin ->
    [yes] {"\u000A"}• an individual identification number
   *[no] {""}
  }{ $card ->
    [yes] {"\u000A"}• a payment card number
   *[no] {""}
  }{ $account ->
    [yes] {"\u000A"}• a bank account number
   *[no] {""}
  }{ $phone ->
    [yes] {"\u000A"}• a mobile phone number
   *[no] {""}
  }
guard-found = The text holds:
guard-in-group = No draft was made in this group: the text holds what not everybody may see.{ guard-kinds }
  Please delete your message in the group and write the task without it, or send it to the bot in private.
guard-in-text = The text holds what not everybody may see.{ guard-kinds }
  Please write it without that.
guard-task-open = Change the text or press "Only in private chats".
guard-private = Only in private chats: no group shows the text.
guard-button-private = 🔒 Only in private chats
guard-resolution-open = Not sent to the chair yet. These items hold personal data, a secret or a restriction mark: { $numbers }. Open the item, change its text or press "Only in private chats".
guard-doubt = Holds personal data, a secret or a restriction mark: change the text or keep the item in private chats only.
guard-document = The document was not taken: it bears the mark of a restricted paper.{ guard-kinds }
  Such papers must not be sent through Telegram. Please delete the message from the chat.
guard-report-group = Your message holds what must not be shown in a group.{ guard-kinds }
  Please delete it from the group. If needed, send it again without that.
guard-report-private = Your report holds personal or secret data.{ guard-kinds }
  The controller sees dots in its place. If the report does not need it, please edit the message.
