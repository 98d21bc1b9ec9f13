# A message or press of which the bot died again and again: it is not tried any more.
given-up-message = Your message could not be handled because of a fault in the bot: "{ $words }". Please send it again. If this happens again, tell the administrator.
given-up-message-unnamed = Your message with a file could not be handled because of a fault in the bot. Please send it again. If this happens again, tell the administrator.
given-up-press = Your press of the button "{ $words }" could not be handled because of a fault in the bot. Check what has changed (/my) and press again if needed. If this happens again, tell the administrator.
given-up-press-unnamed = Your press of a button could not be handled because of a fault in the bot. Check what has changed (/my) and press again if needed. If this happens again, tell the administrator.
given-up-admin =
    <b>A request was not handled</b>
    The program ended abnormally while the bot was handling it. Times: { $deaths }. The bot does not try it any more; other requests are handled.
    From: { $who }
    Kind: { $what }
    When: { $at }
    Number in the program's log: { $update }
    The bot asks the sender to repeat it, where it can write to them. If this is not the first case, pass the number to the developer.
given-up-nobody = unknown
given-up-what-message = message
given-up-what-press = press of a button
given-up-what-other = service event of Telegram
given-up-count = Requests not handled because of a fault: { $n }
