# Extensions: asking for more time, opinions, the decision of the issuing level.
extensions-button-ask = Мерзімді ұзартуды сұрау
extensions-button-all = Барлығына ұзарту
extensions-button-requests = Ұзарту туралы сұраулар
extensions-button-withdraw = Сұрауды қайтарып алу
extensions-button-list = Барлық сұраулар
extensions-button-agree = Қолдаймын
extensions-button-disagree = Қолдамаймын
extensions-button-approve = Ұзарту: { $day }
extensions-button-other = Басқа күн
extensions-button-decline = Бас тарту
extensions-button-own-reason = Өз сөзіммен
extensions-button-back = Артқа
extensions-button-same = Барлығына ұзарту, { $day }: { $n }
extensions-button-none = Қажет емес
extensions-button-as-said = Себебі хабарламада көрсетілген
extensions-button-without = Түсіндірмесіз
extensions-button-all-yes = Ұзарту: { $n }

extensions-change = { $span } (ұзарту саны: { $n }, +{ $days } күн)
extensions-which = Қай тапсырманың мерзімін ұзарту керек?
extensions-ask-day = № { $number } тапсырма, мерзімі: { $day }. Қай күнге дейін ұзарту керек?
extensions-impossible = Күнтізбеде мұндай күн жоқ. Басқасын таңдаңыз.
extensions-proposal = № { $number } тапсырманың мерзімін ұзарту: { $span }, { $day }.
extensions-moved = Демалыс күні: { $day }. Мерзім ұйымның ережесі бойынша ауыстырылды.
extensions-late = Сұрау кеш жіберілді: мерзімге екі жұмыс күнінен аз қалды.
extensions-late-short = кеш
extensions-ask-why = Себебі қандай? Таңдаңыз немесе жазыңыз.
extensions-reason-materials = Материал жоқ
extensions-reason-money = Қаржы бөлінбеген
extensions-reason-contractor = Мердігерді күтудеміз
extensions-reason-papers = Құжаттар келісілуде
extensions-reason-people = Адам жетіспейді
extensions-sent = № { $number } тапсырма бойынша ұзарту туралы сұрау жіберілді: { $span }. Шешім шыққанша бұрынғы мерзім күшінде.
extensions-sent-late = Сұрау кеш деп белгіленді.
extensions-dropped = Жақсы, мерзім өзгермейді.
extensions-withdrawn = № { $number } тапсырма бойынша ұзарту туралы сұрау қайтарып алынды.

extensions-request = Мерзімді ұзарту туралы сұрау
extensions-requests = № { $number } тапсырма бойынша ұзарту туралы сұраулар: { $n }
extensions-opinion = { $name }: { $agrees ->
    [yes] қолдайды
   *[no] қолдамайды
  }
extensions-ask-other = № { $number } тапсырманың мерзімін қай күнге дейін ұзарту керек?
extensions-kept = Жақсы, әзірге шешім қабылданған жоқ. Сұрау ашық қалады.
extensions-ask-refusal-of = № { $number } тапсырма. Ұзартудан бас тарту себебін көрсетіңіз.
extensions-ask-refusal = Бас тарту себебін бір хабарламамен жазыңыз: оны орындаушы көреді.
extensions-refusal-grounds = Негіздер жеткіліксіз
extensions-refusal-strict = Мерзімді жоғары тұрған орган белгілеген
extensions-refusal-enough = Уақыт жеткілікті
extensions-refusal-again = Мерзім бұрын ұзартылған
extensions-ask-opinion = Неге қолдамайсыз? Жазыңыз немесе батырманы басыңыз.
extensions-opinion-done = № { $number } тапсырма бойынша ұзарту туралы пікір жазылды.
extensions-approve-done = ✅ № { $number } тапсырманың мерзімі ұзартылды: { $span }, { $day }.
extensions-same-done = ✅ № { $number } тапсырма бойынша ұзартылды, { $day }: { $n }
extensions-decline-done = № { $number } тапсырма бойынша ұзартудан бас тартылды. Себебі: { $reason }
extensions-approved = № { $number } тапсырманың мерзімі ұзартылды.
extensions-other-day = Сіз сұраған күннен басқа күн белгіленді.
extensions-declined = № { $number } тапсырманың мерзімін ұзартудан бас тартылды.

extensions-ask-all = № { $number } тапсырма, мерзімі: { $day }. Әлі орындамағандардың барлығына қай күнге дейін ұзарту керек?
extensions-ask-all-reason = Себебін бір хабарламамен көрсетіңіз: оны орындаушылар көреді.
extensions-all-confirm = № { $number } тапсырманың мерзімін әлі орындамағандардың барлығына ұзарту: { $n }. { $span }, { $day }
extensions-all-internal = Бірлесіп орындаушыларға ({ $n }) ішкі мерзім белгіленеді: осы күннен үш жұмыс күні бұрын.
extensions-all-done = ✅ № { $number } тапсырманың мерзімі барлығына ұзартылды: { $day }. Орындаушы саны: { $n }

extensions-under-review = № { $number } тапсырма бойынша есеп қаралуда, мерзімді ұзарту қажет емес.
extensions-finished = № { $number } тапсырма аяқталған, мерзімі ұзартылмайды.
extensions-misaddressed = № { $number } тапсырма басқаға тиесілі деп қайтарылған: шешімді күтіңіз.
extensions-no-date = № { $number } тапсырманың мерзімі жоқ, ұзартатын ештеңе жоқ.
extensions-past = Бұл күн өтіп кеткен. Басқасын таңдаңыз.
extensions-not-later = Қазіргі мерзім: { $day }. Одан кейінгі күнді таңдаңыз.
extensions-beyond-parent = Жоғары тұрған тапсырманың мерзімі: { $day }. Одан әрі ұзартуға болмайды.
extensions-beyond-responsible = Жауапты орындаушының мерзімі: { $day }. Бірлесіп орындаушының мерзімі одан кеш бола алмайды.
extensions-far = Бұл күн тым алыс: екі жылдан аспауы керек.
extensions-open-already = № { $number } тапсырма бойынша ұзарту туралы сұрау бар: { $day }. Алдымен оны қайтарып алыңыз немесе шешімді күтіңіз.
extensions-not-yours = Бұл тапсырма Сізге берілмеген.
extensions-decided-already = Бұл сұрау бойынша шешім қабылданған ({ $state ->
    [approved] ұзартылды
    [declined] бас тартылды
    [withdrawn] орындаушы қайтарып алды
   *[expired] өзекті емес
  }): { $name }, { $at }.
extensions-no-opinion = Мұнда шешімді Сіз қабылдайсыз, пікір қажет емес.
extensions-may-not = Бұл тапсырма бойынша ұзарту туралы шешуге құқығыңыз жоқ.
extensions-may-not-decide = Мерзімді тапсырманы берген адам ғана ауыстырады.
extensions-none-left = Ұзарту туралы сұрау жоқ.
extensions-none-to-extend = № { $number } тапсырма бойынша мерзімі ұзартылатын орындаушы жоқ.
