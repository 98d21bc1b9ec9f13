# Working groups: seats, vacancies, tasks, sittings.
groups-list = <b>Working groups</b>: { $n }
groups-none = There are no working groups yet.
groups-vacant = vacant: { $n }
groups-title = <b>{ $name }</b>
  { $org }
groups-aim = Aim: { $aim }
groups-head = Head: { $post } – { $person }
groups-post-vacant = vacant
groups-until = Term: until { $day }
groups-until-passed = Term: until { $day } (over)
groups-chat = Chat of the group: { $chat }
groups-members = <b>Members</b>: { $n }
groups-members-vacant = <b>Members</b>: { $n }, vacant: { $vacant }
groups-own-seat = <b>Your seat in the group</b>
groups-seat = { $n }. { $title } – { $person }{ $external ->
    [yes] {" "}(external)
   *[no] {""}
  }
groups-seat-vacant = { $n }. ⚪ { $title } – vacant
groups-sitting = 🔁 { $theme }, next sitting: { $day }
groups-tasks = <b>Tasks of the group</b>
groups-task = No { $number } { $headline } · { $state ->
    [closed] off control
    [cancelled] cancelled
   *[open] due: { $due }
  }
groups-button-new = ➕ New group
groups-button-list = All groups
groups-button-open = Open the group
groups-button-task = Task for the group
groups-button-seat = ➕ Seat
groups-button-districts = ➕ In every district
groups-button-chat = Chat of the group
groups-button-sittings = Sittings of the group
groups-button-close = End the group's work
groups-button-fill = Fill the seat
groups-button-free = Make the seat vacant
groups-button-drop = Take the seat away
groups-button-back = « To the group
groups-button-skip = Skip
groups-button-vacant = Leave the seat vacant
groups-button-no-term = No term
groups-button-no-chat = No chat
groups-ask-name-ru = What is the working group called in Russian?
groups-ask-name-kk = What is it called in Kazakh?
groups-ask-aim = What is the group for?
groups-ask-head = Who heads the group? Choose, or write a post, an organisation or a surname.
groups-ask-until = Until which day does the group work?
groups-ask-seat = Who is a member? Write a post, an organisation or a surname.
groups-ask-which = “{ $words }”: who exactly? Choose, or write it differently.
groups-ask-vacant = Nobody was found by “{ $words }”. Write it differently, or leave a seat of that name vacant.
groups-ask-fill = Who takes the seat “{ $name }”? Choose, or write a post, an organisation or a surname.
groups-ask-district-post = Which post of every district is a member?
groups-ask-chat = Which chat belongs to the group? Shown are the chats bound to the organisation. For another one, add the bot to it and write /groups there.
groups-chat-which = Whose chat is this? Cards and reminders of the working group's tasks will come here; other tasks of the organisation are not told here.
groups-chat-own = This is the chat of the working group “{ $name }”: cards and reminders of its tasks come here.
groups-chat-taken = This chat is bound already. The chat of an organisation is chosen in private: /groups, the group, “Chat”. To undo the binding use /unlink here.
groups-none-to-bind = There is no working group that you keep.
groups-ask-task = { $name }
  Executors: { $n }{ $left ->
    [0] {""}
   *[other] , left out: { $left }
  }
  What is to be done, and by when?
groups-confirm-new = Make the working group “{ $name }”?
groups-confirm-districts = Add seats “{ $post }” for every district? Districts: { $n }. Where there is no such post, the seat is vacant.
groups-confirm-close = End the work of the group “{ $name }”? Its tasks and sittings stay.
groups-created = The group is made. Now add its members.
groups-seat-added = The seat is added.
groups-seat-filled = The seat is filled.
groups-districts-added = Seats added: { $added }. Vacant: { $vacant }.
groups-sits-already = This post is in the group already.
groups-chat-set = The group's chat is chosen: cards of its tasks go there.
groups-chat-none = The group has no chat of its own any more.
groups-no-posts = No post fits.
groups-no-districts = The roster has no districts with posts.
groups-nobody-to-task = You may give a task to nobody in this group.
groups-too-many = A group has at most { $max } seats.
groups-closed = The group has ended its work.
groups-closed-now = The group's work has ended.
