# Doubts of the reader: shown on a draft, each on a line of its own.
reading-doubt-next-year = Эта дата в этом году уже прошла, взят следующий год: { $words }
reading-doubt-week = Рабочая неделя закончилась, взята пятница следующей: { $words }
reading-doubt-weekday = День недели не совпадает с датой: { $words }
reading-doubt-several-dates = В тексте несколько сроков, взят последний: { $words }
reading-doubt-recurring = В тексте говорится о повторении, взят первый срок: { $words }
reading-doubt-impossible-date = Такой даты нет в календаре: { $words }
reading-doubt-several-executors = Подходит несколько исполнителей, выберите нужного: { $words }
reading-doubt-unknown-executor = Исполнитель не найден: { $words }
reading-doubt-part-of-schools = Названа часть школ, выберите исполнителей: { $words }
reading-doubt-schools-implied = Исполнитель не назван, взяты все школы: { $words }
