# What the plumbing itself says: refusals, faults, dialogs.
telegram-stranger = I do not know you yet. To work with this bot, open the invitation link that the administrator or secretary of your organisation gives out.
telegram-our-fault = That did not work: the fault is ours and has been recorded. Nothing is lost, please try again in a minute.
telegram-stale-button = This button no longer works. Open the list again with a command from the menu.
telegram-cancelled = Cancelled. Nothing was changed.
telegram-nothing-to-cancel = There is nothing to cancel: no dialog is open.
telegram-press-a-button = Please choose one of the buttons above or send /cancel.
telegram-text-expected = A text is needed here. Write it as a message or send /cancel.
telegram-text-too-long = The text is too long: { $length } characters. The limit here: { $max }.
telegram-unknown-command = There is no such command. List of commands: /help
telegram-private-only = This command works in a private chat with the bot.
telegram-group-only = This command works in a group.
telegram-not-allowed = You have no right to do this.
telegram-someone-first = Somebody was first: the state has changed already. Open the list again.
