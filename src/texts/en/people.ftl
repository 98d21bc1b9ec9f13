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
people-claim-link-old = This link is no longer valid. Open the list from the group again, or ask the secretary for a new link.
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
people-list-more = Shown: { $shown }. Write more precisely to narrow it down.

people-home =
    <b>People and posts</b>
    Requests "This is me": { $claims }
    Have not opened the bot yet: { $missing }
    To find a person, post or organisation press the button, or write /people and a word.
people-button-find = 🔎 Find
people-button-claims = Requests "This is me"
people-button-links = Links for everybody who has not opened the bot
people-button-new-post = + Post
people-button-new-org = + Organisation
people-button-rename-org = Rename
people-button-close-org = Close the organisation
people-button-hand-over = Hand over
people-button-leave = Vacate
people-button-appoint = Appoint
people-button-substitute = Substitute for a time
people-button-end-acting = End the substitution: { $name }
people-button-rename-post = Rename
people-button-close-post = Close the post
people-button-rename-person = Correct the name
people-button-unbind = Not this person
people-button-link = New link: { $post }
people-button-same = The same name
people-button-new-person = A new person: { $name }
people-button-move = Vacate the former post
people-button-both = Keep both
people-button-make-links = ✅ Make the file
people-vacant = vacant
people-org =
    <b>{ $org }</b>
    Kind: { $type }
    Code in the roster: { $code }
    Posts: { $posts }, subordinate organisations: { $children }{ $closed ->
        [yes] {" "}· closed
       *[no] {""}
    }
people-type-akimat = akimat
people-type-office = office, section
people-type-department = department
people-type-district = district
people-type-unit = district education unit
people-type-school = school
people-type-boarding = boarding school
people-type-supplementary = supplementary education
people-type-republican = republican body
people-type-other = other
people-post = <b>{ $post }</b>{ $closed ->
    [yes] {" "}· closed
   *[no] {""}
  }
people-post-vacant = The post is vacant.
people-post-tasks = Assignments on control: { $tasks }
people-seat = { $state ->
    [joined] • { $name }, connected, since { $from }
    [blocked] • { $name }, has blocked the bot, since { $from }
   *[new] • { $name }, has not opened the bot yet, since { $from }
  }
people-seat-acting = { $state ->
    [joined] • acting: { $name }, { $from } – { $to }
    [blocked] • acting: { $name }, { $from } – { $to }, bot blocked
   *[new] • acting: { $name }, { $from } – { $to }, bot not opened yet
  }
people-person = { $state ->
    [joined] <b>{ $name }</b> · connected
    [blocked] <b>{ $name }</b> · bot blocked
   *[new] <b>{ $name }</b> · bot not opened yet
  }
people-ask-find = Whom or what to find? Write a surname, a post, the name or number of an organisation.
people-ask-who =
    Post: { $post }
    Who will hold it? Write surname and given name of somebody new, or a part of the surname of somebody known.
people-ask-which = Choose, or write otherwise. Written: { $words }
people-ask-who-again = Nobody found: { $words }. For somebody new write surname and given name.
people-ask-leaves =
    { $name } holds already: { $posts }
    What about the former post?
people-ask-from = From which day?
people-ask-to = Until which day, that day included?
people-ask-role =
    Organisation: { $org }
    What is the role of the new post?
people-ask-type =
    Organisation above: { $org }
    What kind is the new organisation?
people-ask-ownership = State or private?
people-ownership-state = State
people-ownership-private = Private
people-ask-post-name = { $language ->
    [kk] Name of the post in Kazakh:
   *[ru] Name of the post in Russian:
  }
people-ask-org-name = { $language ->
    [kk] Name of the organisation in Kazakh:
   *[ru] Name of the organisation in Russian:
  }
people-ask-name = Write it correctly: surname, given name, patronymic.
people-name-unclear = At least surname and given name are needed, in letters only.
people-title-unclear = A name needs letters or digits, at most 300 characters.
people-confirm-appoint =
    Post: { $post }
    Now: { $before }
    Will be: { $name }
    Assignments on control that go over: { $tasks }
    Whoever held it loses access at once. Appoint?
people-confirm-leave =
    Post: { $post }
    { $name } loses access at once, the post becomes vacant. Assignments on control that stay with the post: { $tasks }
    Vacate?
people-confirm-substitute =
    Post: { $post }
    Acting: { $name }
    From { $from } to { $to }, that day included. Both may report; it ends by itself.
    Record it?
people-confirm-new-post =
    Organisation: { $org }
    New post: { $post }
    Add it?
people-confirm-new-org =
    Above: { $parent }
    New organisation: { $org }
    Add it?
people-confirm-close =
    { $name }
    Appointments end at once, unused links are revoked. Records stay. Close?
people-confirm-unbind =
    { $name }
    The Telegram account is unbound, access ends at once. Posts and records stay; a new link can be given out later. Unbind?
people-seated = ✅ Appointed. The person is connected already and has got the list of open assignments.
people-link =
    ✅ A personal link, for one use. Valid for days: { $days }. Earlier unused links are revoked.
    { $link }
    Give it to this person only.
people-closed = ✅ Closed: { $name }
people-close-tasks = It cannot be closed yet. Assignments on control: { $tasks }. First hand the post over to a successor, or take the assignments off control.
people-close-children = It cannot be closed yet. Subordinate organisations: { $children }. First close or move them.
people-closed-already = Closed already.
people-holds-already = This person holds the post already.
people-substitutes-already = This person substitutes on the post on these days already.
people-days-past = A substitution cannot begin in the past.
people-days-turned = The last day is before the first.
people-days-long = A substitution of more than a year: appoint the person instead.
people-post-there = This organisation has such a post already.
people-org-there = There is such an organisation here already.
people-joined-already = This person is connected already: no link is needed. If the wrong one joined, press "Not this person".
people-unbound-already = No account is bound to this person.
people-unbound = Your account has been unbound: the secretary or administrator said that somebody else holds the post. If this is a mistake, turn to them.
people-ended = You no longer hold the post: { $post }. Its assignments stay with the post.
people-vacant-told =
    A post has become vacant: { $post }
    Assignments on control: { $tasks }
people-links-none = Everybody appointed has opened the bot: no links are needed.
people-links-ask = New personal links in one file: { $links }. Earlier unused links of these people will no longer work.
people-links-made = ✅ Links in the file: { $links }. Earlier unused ones are revoked.
people-links-caption = Links: { $links }. Each is personal and for one use. Valid for days: { $days }.
people-working = Preparing, this takes a moment…
people-column-org = Organisation
people-column-post = Post
people-column-name = Name
people-column-link = Link
people-substitutes =
    You act on the post: { $post }
    From { $from } to { $to }, that day included. Its assignments: /my

people-button-export = Export my data (JSON)
people-button-erase-me = Ask to erase my data
people-button-erase-yes = Yes, please erase
people-button-withdraw-erasure = Withdraw the request for erasure
people-button-erase = Erase…
people-button-erase-now = Yes, erase
people-privacy =
    <b>Personal data</b>
    { $name }
    Appointments to posts: { $posts }
    Reports: { $reports }, files in them: { $files }
    Actions in the event log: { $actions }
people-privacy-consent = Consent given: { $at }, version of the text: { $version }
people-privacy-no-consent = No consent is recorded.
people-privacy-what = Stored are surname, given name, patronymic, gender, language, Telegram id, posts, reports with files and the log of your actions. There is one purpose: control of the execution of assignments.
people-privacy-export = Everything stored about you. Only you see this file.
people-erasure-question =
    <b>Erasure of personal data</b>
    Your name, gender and Telegram account are erased; access ends at once, your posts become vacant. Reports and the event log stay with the post without your name.
    An administrator decides. It cannot be undone afterwards. Send the request?
people-erasure-sent = { $asked ->
    [0] ✅ The request is recorded. No administrator is in the bot now: please turn to them in person.
   *[other] ✅ The request was sent to the administrator. It can be withdrawn by /privacy until it is decided.
  }
people-erasure-withdrawn = The request for erasure is withdrawn.
people-erasure-waits = The request for erasure waits for an administrator.
people-erasure-decided = This request has been decided already, or it was withdrawn.
people-erasure-last-admin = You are the only administrator. First make another one, who will decide.
people-erasure-asked =
    <b>A request to erase personal data</b>
    { $name }
people-erasure-since = Received: { $at }
people-erasure-sure = Name, gender and Telegram account are erased, posts become vacant. It cannot be undone. Erase?
people-erasure-done = ✅ Erased: { $at }
people-erasure-dropped = Nothing was erased: refused, or the request was withdrawn.
people-erasure-erased-note = Erased
people-erasure-erased = Your request is granted: your personal data are being erased, access has ended. Reports stay with the post without your name.
people-erasure-refused = The erasure of personal data has been refused for now. Ask the administrator about the reason.

people-button-move-org = Move under another
people-ask-parent =
    Organisation: { $org }
    Under which organisation? Press a button or write a name.
people-confirm-move-org =
    Organisation: { $org }
    New organisation above: { $parent }
    People, posts and assignments stay with it. Move it?
people-move-other-tree = It cannot be moved between different trees.
people-move-circle = An organisation cannot be below itself or below what is below it.
people-move-there = It is below this organisation already.
