# Marks of a task: special control, confidential, public; and the export of what is public.
marks-button = Белгілер
marks-title = № { $number } тапсырманың белгілері. Басқан кезде белгі қойылады немесе алынады.
marks-title-draft = Жобаның белгілері. Басқан кезде белгі қойылады немесе алынады.
marks-special = Ерекше бақылауда
marks-flag-special = ерекше бақылау
marks-confidential = Құпия: басқаларға бермеңіз
marks-changed = Белгі өзгертілді.
marks-already = Белгі бұрыннан осындай.
marks-over = Тапсырма аяқталған: белгілері өзгермейді.
marks-may-not = Белгіні тапсырма берген лауазым өзгертеді.
marks-only-akim = Ерекше бақылауды әкім ғана белгілейді.
marks-not-both = Құпия тапсырма жария бола алмайды. Алдымен құпиялықты алыңыз.
marks-toggle = { $on ->
    [yes] ☑
   *[no] ☐
  } { $mark ->
    [specialControl] Ерекше бақылау
    [confidential] Құпия
   *[public] Жария
  }
marks-ask-why = { $on ->
    [yes] Ерекше бақылауға не үшін қойылады? Себебі тарихта қалады.
   *[no] Ерекше бақылаудан не үшін алынады? Себебі тарихта қалады.
  }
marks-public-none = Жария тапсырмалар жоқ.
marks-public-caption = Жария тапсырмалар: { $n }. Дербес деректер жоқ.
marks-public-left-out = Мәтінінде жабық дерек бар, сондықтан енгізілмеді: { $n }
marks-public-sheet = Жария тапсырмалар
marks-public-number = Нөмірі
marks-public-text = Тапсырма
marks-public-issuer = Тапсырма берген ұйым
marks-public-executors = Орындаушы ұйымдар
marks-public-due = Мерзімі
marks-public-state = Жағдайы
marks-public-many = ұйым саны: { $n }
marks-public-status = { $state ->
    [closed] орындалды
    [cancelled] күші жойылды
   *[in_progress] бақылауда
  }
