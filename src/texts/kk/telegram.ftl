# What the plumbing itself says: refusals, faults, dialogs.
telegram-stranger = Мен Сізді әзірге танымаймын. Ботпен жұмыс істеу үшін ұйымыңыздың әкімшісі немесе хатшысы беретін шақыру сілтемесін ашыңыз.
telegram-our-fault = Орындалмады: қате біздің тараптан, ол тіркелді. Ештеңе жоғалған жоқ, бір минуттан кейін қайталап көріңіз.
telegram-stale-button = Бұл батырма енді жарамсыз. Тізімді мәзірдегі пәрмен арқылы қайта ашыңыз.
telegram-cancelled = Болдырылмады. Ештеңе өзгерген жоқ.
telegram-nothing-to-cancel = Болдырмайтын ештеңе жоқ: ашық диалог жоқ.
telegram-press-a-button = Жоғарыдағы батырмалардың бірін таңдаңыз немесе /cancel жіберіңіз.
telegram-text-expected = Мұнда мәтін қажет. Оны хабарламамен жазыңыз немесе /cancel жіберіңіз.
telegram-text-too-long = Мәтін тым ұзын, таңба саны: { $length }. Рұқсат етілетін шегі: { $max }.
telegram-unknown-command = Мұндай пәрмен жоқ. Пәрмендер тізімі: /help
telegram-private-only = Бұл пәрмен ботпен жеке чатта ғана жұмыс істейді.
telegram-group-only = Бұл пәрмен топта ғана жұмыс істейді.
telegram-not-allowed = Бұл әрекетке құқығыңыз жоқ.
telegram-someone-first = Басқа адам бұрын үлгерді: күйі өзгеріп кетті. Тізімді қайта ашыңыз.
