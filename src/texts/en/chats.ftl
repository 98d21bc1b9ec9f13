# Groups: greeting, binding to an organisation, settings of the binding.
chats-hello =
    Hello. I am the bot “Orynda”: I keep track of assignments given at meetings, remind people of due dates and show progress.

    To begin, link this group to an organisation. The head or secretary of the organisation or an administrator of the bot does this with the command /link@{ $bot }
chats-hello-topics = In a group with topics send the command in the topic where cards and reminders are to arrive.
chats-back =
    I am back in the group.
    Organisation: { $org }
chats-privacy = At present I cannot see ordinary messages in this group: privacy mode is on. To address me, reply to one of my messages or write /task@{ $bot } and the text of the assignment. To let me see every message, make me an administrator of the group.
chats-promoted = I have been made an administrator and see every message of the group.

chats-others-buttons = These buttons are for the person who sent the command. Send it yourself: /link
chats-may-not-bind = Only the head or secretary of this organisation or an administrator of the bot may link a group to it.
chats-may-not-change = The group is already linked to an organisation. The head or secretary of that organisation or an administrator of the bot may change this.
chats-nothing-to-choose = You cannot link this group: that takes the post of a head or secretary, or the rights of an administrator of the bot.
chats-not-found = No organisation was found: { $search }. Give its number, code or part of its name, for example: /link 12
chats-panel-own = This is the chat of a working group: only its settings change here. To link the chat to the organisation itself ({ $org }), unlink it first: /unlink@{ $bot }, then /link@{ $bot } again
chats-not-bound = Nothing is linked here. To link: /link@{ $bot }

chats-choose = Choose the organisation to which { $kind ->
        [topic] this topic
       *[group] this group
    } belongs. You can also give its number or name at once: /link 12
chats-choose-found =
    { $n ->
        [one] { $n } organisation was found.
       *[other] { $n } organisations were found.
    } { $more ->
        [yes] The first { $shown } are shown, please be more precise.
       *[no] Choose the one you need.
    }
chats-panel =
    { $kind ->
        [topic] Link this topic to the organisation
       *[group] Link this group to the organisation
    }: <b>{ $org }</b>

    Messages: { $policy }
    Languages: { $languages }
    Those who are late: { $naming }

    Press a line to change it, then confirm.
chats-bound =
    { $kind ->
        [topic] The topic is linked to the organisation
       *[group] The group is linked to the organisation
    }: <b>{ $org }</b>
    Messages: { $policy }
    Languages: { $languages }
    Those who are late: { $naming }
chats-unbind-question = Unlink the organisation <b>{ $org }</b>? Cards and reminders will no longer arrive here. The assignments stay as they are.
chats-unbound =
    The link has been removed.
    Organisation: { $org }
    To link again: /link@{ $bot }
chats-nothing-changed = Nothing was changed.

chats-policy = { $policy ->
        [notice] notice only
       *[full] full card
    }
chats-naming = { $naming ->
        [organisation] as the organisation's reminder rules say
        [never] never named
        [always] named at once
       *[after_private] named a working day after a private reminder
    }
chats-language-names = { $set ->
        [kk] Kazakh
        [ru] Russian
        [en] English
        [kk_ru] Kazakh and Russian
       *[kk_ru_en] Kazakh, Russian and English
    }

chats-button-policy = Messages: { $policy ->
        [notice] notice
       *[full] card
    }
chats-button-languages = Languages: { $codes }
chats-button-naming = Name the late: { $naming ->
        [organisation] as in the organisation
        [never] never
        [always] at once
       *[after_private] after a day
    }
chats-button-confirm = { $only ->
    [yes] ✅ In place of the other
   *[no] ✅ Confirm
  }
chats-button-add = ➕ Add to those bound
chats-button-other = Another organisation
chats-button-settings = Change
chats-button-unlink = Unlink
chats-button-close = Close

chats-place-closed = { $why ->
    [topic] The topic bound to the organisation is closed or deleted: messages now come to the general part of the group. Open the topic or send /link in another one.
   *[rights] I cannot write in this group: only administrators may send messages. Make me an administrator of the group or bind another one.
  }
  Group: { $title }
  Organisation: { $org }

chats-too-many = A group can be bound to at most { $max } organisations.
