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
people-claim-link-old = Бұл сілтеме енді жарамсыз. Тізімді топтан қайта ашыңыз немесе хатшыдан жаңа сілтеме сұраңыз.
people-claim-gone = Бұл лауазым енді жоқ. Тізімді қайта ашыңыз.
people-claim-own = Бұл лауазым Сізге бекітіліп қойылған.
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
people-list-more = Көрсетілгені: { $shown }. Тарылту үшін нақтырақ жазыңыз.

people-home =
    <b>Адамдар мен лауазымдар</b>
    «Бұл мен» өтініші: { $claims }
    Ботты әлі ашпағандар: { $missing }
    Адамды, лауазымды немесе ұйымды табу үшін батырманы басыңыз не /people деп, бір сөз жазыңыз.
people-button-find = 🔎 Іздеу
people-button-claims = «Бұл мен» өтініштері
people-button-links = Ботты ашпағандардың сілтемелері
people-button-new-post = + Лауазым
people-button-new-org = + Ұйым
people-button-rename-org = Атауын өзгерту
people-button-close-org = Ұйымды жабу
people-button-hand-over = Басқаға беру
people-button-leave = Босату
people-button-appoint = Тағайындау
people-button-substitute = Уақытша алмастыру
people-button-end-acting = Алмастыруды аяқтау: { $name }
people-button-rename-post = Атауын өзгерту
people-button-close-post = Лауазымды жабу
people-button-rename-person = Аты-жөнін түзету
people-button-unbind = Бұл басқа адам
people-button-link = Жаңа сілтеме: { $post }
people-button-same = Атауы сол
people-button-new-person = Жаңа адам: { $name }
people-button-move = Бұрынғы лауазымын босату
people-button-both = Екеуін де қалдыру
people-button-make-links = ✅ Файл жасау
people-vacant = бос
people-org =
    <b>{ $org }</b>
    Түрі: { $type }
    Тізілімдегі коды: { $code }
    Лауазым: { $posts }, ведомстволық бағынысты ұйым: { $children }{ $closed ->
        [yes] {" "}· жабылған
       *[no] {""}
    }
people-type-akimat = әкімдік
people-type-office = аппарат, бөлім
people-type-department = басқарма
people-type-district = аудан
people-type-unit = аудандық білім бөлімі
people-type-school = мектеп
people-type-boarding = мектеп-интернат
people-type-supplementary = қосымша білім беру
people-type-republican = республикалық орган
people-type-other = басқа
people-post = <b>{ $post }</b>{ $closed ->
    [yes] {" "}· жабылған
   *[no] {""}
  }
people-post-vacant = Лауазым бос.
people-post-tasks = Бақылаудағы тапсырма: { $tasks }
people-seat = { $state ->
    [joined] • { $name }, қосылған. Басталуы: { $from }
    [blocked] • { $name }, ботты бұғаттаған. Басталуы: { $from }
   *[new] • { $name }, ботты әлі ашпаған. Басталуы: { $from }
  }
people-seat-acting = { $state ->
    [joined] • м.а. { $name }, { $from } – { $to }
    [blocked] • м.а. { $name }, { $from } – { $to }, бот бұғатталған
   *[new] • м.а. { $name }, { $from } – { $to }, бот әлі ашылмаған
  }
people-person = { $state ->
    [joined] <b>{ $name }</b> · қосылған
    [blocked] <b>{ $name }</b> · бот бұғатталған
   *[new] <b>{ $name }</b> · бот әлі ашылмаған
  }
people-ask-find = Кімді немесе нені табу керек? Тегін, лауазымын, ұйымның атауын немесе нөмірін жазыңыз.
people-ask-who =
    Лауазымы: { $post }
    Оны кім атқарады? Жаңа адамның тегін, атын, әкесінің атын немесе жүйеде бар адамның тегінің бір бөлігін жазыңыз.
people-ask-which = Таңдаңыз немесе басқаша жазыңыз. Жазылғаны: { $words }
people-ask-who-again = Ешкім табылмады: { $words }. Жаңа адам болса, тегін, атын және әкесінің атын жазыңыз.
people-ask-leaves =
    { $name } қазір атқаратыны: { $posts }
    Бұрынғы лауазымын не істейміз?
people-ask-from = Алмастыру қай күннен басталады?
people-ask-to = Қай күнге дейін (сол күнді қоса)?
people-ask-role =
    Ұйымы: { $org }
    Жаңа лауазымның рөлі қандай?
people-ask-type =
    Жоғары тұрған ұйым: { $org }
    Жаңа ұйымның түрі қандай?
people-ask-ownership = Мемлекеттік пе, жекеменшік пе?
people-ownership-state = Мемлекеттік
people-ownership-private = Жекеменшік
people-ask-post-name = { $language ->
    [kk] Лауазымның қазақ тіліндегі атауы:
   *[ru] Лауазымның орыс тіліндегі атауы:
  }
people-ask-org-name = { $language ->
    [kk] Ұйымның қазақ тіліндегі атауы:
   *[ru] Ұйымның орыс тіліндегі атауы:
  }
people-ask-name = Дұрыс жазыңыз: тегі, аты, әкесінің аты.
people-name-unclear = Кемінде тегі мен аты керек, тек әріппен.
people-title-unclear = Атауда әріп немесе цифр болуы керек, 300 таңбадан аспауы тиіс.
people-confirm-appoint =
    Лауазымы: { $post }
    Қазіргі: { $before }
    Жаңа: { $name }
    Жаңа адамға өтетін бақылаудағы тапсырма: { $tasks }
    Бұрынғы адам қолжетімділіктен бірден айырылады. Тағайындау керек пе?
people-confirm-leave =
    Лауазымы: { $post }
    { $name } қолжетімділіктен бірден айырылады, лауазым бос қалады. Лауазымда қалатын бақылаудағы тапсырма: { $tasks }
    Босату керек пе?
people-confirm-substitute =
    Лауазымы: { $post }
    М.а.: { $name }
    Басталуы: { $from }, соңғы күні: { $to }. Екеуі де есеп бере алады; өзі аяқталады.
    Жазу керек пе?
people-confirm-new-post =
    Ұйымы: { $org }
    Жаңа лауазым: { $post }
    Қосу керек пе?
people-confirm-new-org =
    Жоғары тұрған ұйым: { $parent }
    Жаңа ұйым: { $org }
    Қосу керек пе?
people-confirm-close =
    { $name }
    Тағайындаулар бірден аяқталады, пайдаланылмаған сілтемелер кері қайтарылады. Жазбалар сақталады. Жабу керек пе?
people-confirm-unbind =
    { $name }
    Telegram аккаунты ажыратылады, қолжетімділік бірден тоқтайды. Лауазымдары мен жазбалары қалады; кейін жаңа сілтеме беруге болады. Ажырату керек пе?
people-seated = ✅ Тағайындалды. Адам қосылған, ашық тапсырмалар тізімін алды.
people-link =
    ✅ Жеке сілтеме, бір рет қана жарамды. Жарамдылық мерзімі, күн: { $days }. Бұрынғы пайдаланылмаған сілтемелер кері қайтарылды.
    { $link }
    Оны тек осы адамға беріңіз.
people-closed = ✅ Жабылды: { $name }
people-close-tasks = Әзірге жабуға болмайды. Бақылаудағы тапсырма: { $tasks }. Алдымен лауазымды ізбасарына беріңіз немесе тапсырмаларды бақылаудан алыңыз.
people-close-children = Әзірге жабуға болмайды. Ведомстволық бағынысты ұйым: { $children }. Алдымен оларды жабыңыз немесе ауыстырыңыз.
people-closed-already = Жабылып қойған.
people-holds-already = Бұл адам осы лауазымды атқарып жүр.
people-substitutes-already = Бұл адам осы күндері осы лауазымды алмастырады.
people-days-past = Алмастыру өткен күннен басталмайды.
people-days-turned = Соңғы күн бірінші күннен ерте.
people-days-long = Алмастыру бір жылдан ұзақ: адамды лауазымға тағайындаңыз.
people-post-there = Бұл ұйымда мұндай лауазым бар.
people-org-there = Мұндай ұйым мұнда бар.
people-joined-already = Бұл адам қосылған: сілтеме керек емес. Басқа адам қосылса, «Бұл басқа адам» батырмасын басыңыз.
people-unbound-already = Бұл адамға бірде-бір аккаунт бекітілмеген.
people-unbound = Аккаунтыңыз ажыратылды: хатшы немесе әкімші лауазымды басқа адам атқаратынын хабарлады. Бұл қате болса, соған хабарласыңыз.
people-ended = Сіз енді бұл лауазымды атқармайсыз: { $post }. Тапсырмалары лауазымда қалды.
people-vacant-told =
    Лауазым босады: { $post }
    Бақылаудағы тапсырма: { $tasks }
people-links-none = Тағайындалғандардың бәрі ботты ашқан: сілтеме керек емес.
people-links-ask = Бір файлдағы жаңа жеке сілтеме: { $links }. Бұл адамдардың бұрынғы пайдаланылмаған сілтемелері жарамсыз болады.
people-links-made = ✅ Файлдағы сілтеме: { $links }. Бұрынғы пайдаланылмағандары кері қайтарылды.
people-links-caption = Сілтеме: { $links }. Әрқайсысы жеке, бір рет қана жарамды. Жарамдылық мерзімі, күн: { $days }.
people-working = Дайындап жатырмын, біраз уақыт алады…
people-column-org = Ұйым
people-column-post = Лауазым
people-column-name = Аты-жөні
people-column-link = Сілтеме
people-substitutes =
    Сіз алмастыратын лауазым: { $post }
    Басталуы: { $from }, соңғы күні: { $to }. Осы лауазымның тапсырмалары: /my

people-button-export = Деректерімді жүктеп алу (JSON)
people-button-erase-me = Деректерімді жоюды сұрау
people-button-erase-yes = Иә, жоюды сұраймын
people-button-withdraw-erasure = Жою туралы өтінішті кері алу
people-button-erase = Жою…
people-button-erase-now = Иә, жою
people-privacy =
    <b>Дербес деректер</b>
    { $name }
    Лауазымға тағайындау: { $posts }
    Есеп: { $reports }, олардағы файл: { $files }
    Журналдағы әрекет: { $actions }
people-privacy-consent = Келісім берілген уақыт: { $at }, мәтін нұсқасы: { $version }
people-privacy-no-consent = Келісім тіркелмеген.
people-privacy-what = Тегі, аты, әкесінің аты, жынысы, тілі, Telegram идентификаторы, лауазымдары, файлдары бар есептер және әрекеттеріңіз туралы журнал жазбалары сақталады. Мақсаты біреу: тапсырмалардың орындалуын бақылау.
people-privacy-export = Сіз туралы сақталғанның бәрі. Файл тек Сізге көрінеді.
people-erasure-question =
    <b>Дербес деректерді жою</b>
    Аты-жөні, жынысы және Telegram байланысы жойылады; қолжетімділік бірден тоқтайды, лауазымдар бос қалады. Есептер мен журнал жазбалары атыңызсыз лауазымда қалады.
    Шешімді әкімші қабылдайды. Жойғаннан кейін қайтару мүмкін емес. Өтініш жіберу керек пе?
people-erasure-sent = { $asked ->
    [0] ✅ Өтініш тіркелді. Қазір ботта әкімші жоқ: оған өзіңіз хабарласыңыз.
   *[other] ✅ Өтініш әкімшіге жіберілді. Шешім қабылданғанға дейін оны /privacy арқылы кері алуға болады.
  }
people-erasure-withdrawn = Жою туралы өтініш кері алынды.
people-erasure-waits = Жою туралы өтініш әкімшінің шешімін күтуде.
people-erasure-decided = Бұл өтініш бойынша шешім қабылданған немесе ол кері алынған.
people-erasure-last-admin = Сіз жалғыз әкімшісіз. Алдымен басқасын тағайындаңыз: шешімді сол қабылдайды.
people-erasure-asked =
    <b>Дербес деректерді жою туралы өтініш</b>
    { $name }
people-erasure-since = Келген уақыты: { $at }
people-erasure-sure = Аты-жөні, жынысы және Telegram байланысы жойылады, лауазымдар бос қалады. Қайтару мүмкін емес. Жою керек пе?
people-erasure-done = ✅ Жойылды: { $at }
people-erasure-dropped = Жойылған жоқ: бас тартылды немесе өтініш кері алынды.
people-erasure-erased-note = Жойылды
people-erasure-erased = Өтінішіңіз қанағаттандырылды: дербес деректеріңіз жойылады, қолжетімділік тоқтады. Есептер атыңызсыз лауазымда қалады.
people-erasure-refused = Қазір дербес деректерді жоюдан бас тартылды. Себебін әкімшіден сұраңыз.

people-button-move-org = Басқаға бағындыру
people-ask-parent =
    Ұйымы: { $org }
    Оны қай ұйымға бағындыру керек? Батырманы басыңыз немесе атауын жазыңыз.
people-confirm-move-org =
    Ұйымы: { $org }
    Жаңа жоғары тұрған ұйым: { $parent }
    Адамдар, лауазымдар мен тапсырмалар өзінде қалады. Ауыстыру керек пе?
people-move-other-tree = Әртүрлі құрылымдар арасында ауыстыруға болмайды.
people-move-circle = Ұйым өзіне немесе өзіне бағынысты ұйымға бағына алмайды.
people-move-there = Ол осы ұйымға бағынып тұр.
