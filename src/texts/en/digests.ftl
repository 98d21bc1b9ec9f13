# Weekly digests: the ten lines, the lists behind them, subscriptions.
digests-title = 📊 Weekly digest: { $range }
digests-scope = Scope: { $name }
digests-control = On control: { $n } (assignments: { $tasks })
digests-special = Under special control: { $n }, of them overdue: { $overdue } ({ $change })
digests-done = Done: { $n }, of them in time: { $inTime } ({ $percent }%)
digests-none-done = Done: 0
digests-overdue = Overdue: { $n } ({ $change })
digests-change = { $change } in a week
digests-unchanged = unchanged in a week
digests-returned-review = Returned: { $returned } · For review: { $review }
digests-next = Due next week: { $n }
digests-worst = Most overdue: { $units }
digests-best = Most improved: { $units }
digests-advisory = Besides, recommendations and the like: { $n }
digests-scope-gone = This organisation or resolution is no longer available.
digests-list-control = On control: { $n }
digests-list-special = 🔺 Under special control: { $n }
digests-list-overdue = Overdue: { $n }
digests-list-review = For review: { $n }
digests-list-returned = Returned: { $n }
digests-list-next = Due next week: { $n }
digests-list-done = Done: { $n }
digests-list-tasks = Assignments on control: { $n }
digests-list-in-time = Done in time: { $n }
digests-list-advisory = Recommendations and other: { $n }
digests-list-fresh = Became overdue: { $n }
digests-list-gone = No longer overdue: { $n }
digests-numbers = Numbers of the picture: { $range }
digests-button-numbers = 🔢 Numbers of the picture
digests-mine = Your weekly digests:
digests-mine-line = { $place }. { $name } — { $day }, { $time }, { $language }
digests-button-now = { $place }: show now
digests-button-end = { $place }: unsubscribe
digests-button-new = New subscription
digests-button-subscribe = Subscribe
digests-button-language = Language
digests-button-day = Day
digests-button-hour = Hour
digests-language-kk = in Kazakh
digests-language-ru = in Russian
digests-language-en = in English
digests-ask-scope = What should the weekly digest cover?
digests-other-scope = Another organisation
digests-resolution-scope = A resolution
digests-ask-other = Write the number of the organisation or a part of its name.
digests-found = Choose the organisation, or write it in another way.
digests-not-found = There is no such organisation among those open to you. Please try another spelling.
digests-ask-resolution = Which resolution?
digests-no-resolution = There is no resolution on control that you may see.
digests-ask-language = Which language should the digest be in?
digests-ask-day = On which day of the week should it come?
digests-ask-hour = At what hour should it come?
digests-summary =
    Weekly digest
    Scope: { $name }
    Day: { $day }, { $time }
    Language: { $language }
digests-subscribed =
    You are subscribed to the weekly digest.
    Scope: { $name }
    Day: { $day }, { $time }
    Language: { $language }
    If that is a day off, it comes on the next working day. To stop it: /unsubscribe
digests-ended = The subscription has ended. No more digests will come.
digests-ended-already = This subscription has ended. To subscribe again: /subscribe
digests-no-subscription = You have no subscriptions. To subscribe: /subscribe
digests-no-scope = The digest goes to those who may see the assignments of an organisation. At present you do not have that permission.
digests-not-yours = You do not have permission to see the assignments of this organisation.
digests-topic-scope = A topic
digests-ask-topic = Write the words that an assignment must contain, for example "ramp" or "hot meals".
digests-topic-unclear = No assignment can be found by these signs. Please write one or several words.
digests-ask-topic-where = In which part of the tree should this topic be counted?
digests-stopped-rights =
    The weekly digest has ended. Scope: { $name }
    You no longer hold a post that may see these assignments. Should you get the right again: /subscribe
digests-stopped-over =
    The weekly digest has ended. Scope: { $name }
    The organisation is closed or the work on the resolution is done. Another subscription: /subscribe
