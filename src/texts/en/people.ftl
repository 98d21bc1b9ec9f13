# People: "this is me", conversations of the secretary about people and posts, hand-over, personal data.
people-button-me = This is me
people-button-back = ← To the list
people-button-confirm = ✅ Confirm
people-button-refuse = Refuse
people-missing = <b>Have not opened the bot yet: { $total }</b>
people-missing-how = If one of these posts is yours, press the button: the bot opens a private chat, and the secretary confirms.
people-missing-none = Everybody appointed has opened the bot.
people-claim-choose =
    <b>This is me</b>
    Posts not connected yet: { $total }
    Choose yours.
people-claim-none = All posts of this organisation are connected. If somebody else holds yours, turn to the secretary or administrator.
people-claim-post =
    <b>This is me</b>
    Post: { $post }
    Organisation: { $org }
people-claim-question = If the post is yours and you agree, press the button. The request goes to the secretary or administrator: you are connected once it is confirmed.
people-claim-made = { $asked ->
    [0] ✅ The request is recorded. Nobody can confirm it in the bot now, so please turn to the secretary or administrator of your organisation in person.
   *[other] ✅ The request is recorded and waits for confirmation. The answer will come here.
  }
people-claim-no-place = This link is no longer valid: the group is not bound to the organisation any more. Ask the secretary for a new one.
people-claim-gone = This post no longer exists. Open the list again.
people-claim-own = This post is yours already.
people-claim-held = This post is connected already. If you hold it, turn to the secretary or administrator.
people-claim-waiting = Your request for this post is under review already. The answer will come here.
people-claim-too-many = Three of your requests are under review already. Please wait for the answer.
people-claim-asked =
    <b>A request "This is me"</b>
    Name in Telegram: { $account }
    Post: { $post }
    Time: { $at }
people-claim-known = Connected already as: { $name }
people-claim-vacant = In the roster: the post is vacant
people-claim-roster = In the roster: { $name }
people-claim-check = Confirm only if you are sure that this is the right person: they will see the assignments of this post.
people-claim-settled = { $state ->
    [confirmed] ✅ Confirmed: { $name }, { $at }
   *[refused] Refused: { $name }, { $at }
  }
people-claim-decided = This request has been decided already.
people-claim-confirmed =
    ✅ Confirmed. You are connected.
    Post: { $post }
    List of commands: /help
people-claim-refused =
    The request was not confirmed.
    Post: { $post }
    If this is a mistake, turn to the secretary or administrator of your organisation, who can give you a personal link.
people-claim-confirmed-note = Confirmed
people-claim-refused-note = Refused
people-not-yours = People and posts of this organisation are looked after by its secretary and administrator.
people-not-yourself = You cannot decide about yourself: ask another secretary or administrator.
people-admin-only = Only the system administrator can do this.
people-posts-elsewhere = This person has a post in another organisation too, so please turn to the system administrator.
people-list = <b>Found: { $total }</b>
