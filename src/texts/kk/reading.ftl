# Doubts of the reader: shown on a draft, each on a line of its own.
reading-doubt-next-year = Бұл күн биыл өтіп кеткен, келесі жыл алынды: { $words }
reading-doubt-week = Жұмыс аптасы аяқталды, келесі аптаның жұмасы алынды: { $words }
reading-doubt-weekday = Аптаның күні көрсетілген күнге сәйкес келмейді: { $words }
reading-doubt-several-dates = Мәтінде бірнеше мерзім бар, соңғысы алынды: { $words }
reading-doubt-recurring = Мәтінде қайталану туралы айтылған, бірінші мерзім алынды: { $words }
reading-doubt-impossible-date = Күнтізбеде мұндай күн жоқ: { $words }
reading-doubt-several-executors = Бірнеше орындаушы сәйкес келеді, қажеттісін таңдаңыз: { $words }
reading-doubt-unknown-executor = Орындаушы табылмады: { $words }
reading-doubt-part-of-schools = Мектептердің бір бөлігі ғана аталған, орындаушыларды таңдаңыз: { $words }
reading-doubt-schools-implied = Орындаушы аталмаған, барлық мектеп алынды: { $words }
