# People: "this is me", conversations of the secretary about people and posts, hand-over, personal data.
people-button-me = Бұл мен
people-button-back = ← Тізімге
people-button-confirm = ✅ Растау
people-button-refuse = Бас тарту
people-missing = <b>Ботты әлі ашпағандар: { $total }</b>
people-missing-how = Лауазымдардың бірі Сіздікі болса, батырманы басыңыз: бот жеке чатты ашады, хатшы растайды.
people-missing-none = Тағайындалғандардың бәрі ботты ашқан.
people-claim-choose =
    <b>Бұл мен</b>
    Әлі қосылмаған лауазым: { $total }
    Өзіңіздікін таңдаңыз.
people-claim-none = Бұл ұйымның барлық лауазымы қосылған. Лауазымыңызды басқа адам иеленсе, хатшыға немесе әкімшіге хабарласыңыз.
people-claim-post =
    <b>Бұл мен</b>
    Лауазымы: { $post }
    Ұйымы: { $org }
people-claim-question = Лауазым Сіздікі болса және келіссеңіз, батырманы басыңыз. Өтініш хатшыға немесе әкімшіге жіберіледі: расталғаннан кейін қосыласыз.
people-claim-made = { $asked ->
    [0] ✅ Өтініш тіркелді. Қазір оны ботта растайтын ешкім жоқ, сондықтан ұйымыңыздың хатшысына немесе әкімшісіне өзіңіз хабарласыңыз.
   *[other] ✅ Өтініш тіркеліп, растауға жіберілді. Жауап осында келеді.
  }
people-claim-no-place = Бұл сілтеме енді жарамсыз: топ ұйымнан ажыратылған. Хатшыдан жаңасын сұраңыз.
people-claim-gone = Бұл лауазым енді жоқ. Тізімді қайта ашыңыз.
people-claim-own = Бұл лауазым Сізге бекітіліп қойған.
people-claim-held = Бұл лауазым қосылып қойған. Оны Сіз атқарсаңыз, хатшыға немесе әкімшіге хабарласыңыз.
people-claim-waiting = Осы лауазым туралы өтінішіңіз қаралып жатыр. Жауап осында келеді.
people-claim-too-many = Қазірдің өзінде үш өтінішіңіз қаралып жатыр. Жауабын күтіңіз.
people-claim-asked =
    <b>«Бұл мен» өтініші</b>
    Telegram-дағы аты: { $account }
    Лауазымы: { $post }
    Уақыты: { $at }
people-claim-known = Қосылған аты: { $name }
people-claim-vacant = Тізілімде: лауазым бос
people-claim-roster = Тізілімде: { $name }
people-claim-check = Дәл сол адам екеніне сенімді болсаңыз ғана растаңыз: ол осы лауазымның тапсырмаларын көреді.
people-claim-settled = { $state ->
    [confirmed] ✅ Расталды: { $name }, { $at }
   *[refused] Бас тартылды: { $name }, { $at }
  }
people-claim-decided = Бұл өтініш бойынша шешім қабылданған.
people-claim-confirmed =
    ✅ Расталды. Сіз қосылдыңыз.
    Лауазымы: { $post }
    Пәрмендер тізімі: /help
people-claim-refused =
    Өтініш расталмады.
    Лауазымы: { $post }
    Бұл қате болса, ұйымыңыздың хатшысына немесе әкімшісіне хабарласыңыз: ол жеке сілтеме бере алады.
people-claim-confirmed-note = Расталды
people-claim-refused-note = Бас тартылды
people-not-yours = Бұл ұйымның адамдары мен лауазымдарын оның хатшысы және әкімшісі жүргізеді.
people-not-yourself = Өзіңіз туралы шеше алмайсыз: басқа хатшыдан немесе әкімшіден сұраңыз.
people-admin-only = Мұны жүйе әкімшісі ғана жасай алады.
people-posts-elsewhere = Бұл адамның басқа ұйымда да лауазымы бар, сондықтан жүйе әкімшісіне хабарласыңыз.
people-list = <b>Табылғаны: { $total }</b>
