# Doubts of the reader: shown on a draft, each on a line of its own.
reading-doubt-next-year = This date has passed this year, next year was taken: { $words }
reading-doubt-week = The working week is over, Friday of the next one was taken: { $words }
reading-doubt-weekday = The weekday does not match the date: { $words }
reading-doubt-several-dates = The text names several due dates, the last was taken: { $words }
reading-doubt-recurring = The text speaks of repetition, the first due date was taken: { $words }
reading-doubt-impossible-date = The calendar has no such date: { $words }
reading-doubt-several-executors = Several executors fit, please choose: { $words }
reading-doubt-unknown-executor = Executor not found: { $words }
reading-doubt-part-of-schools = Only a part of the schools is named, please choose the executors: { $words }
reading-doubt-schools-implied = No executor is named, all schools were taken: { $words }
