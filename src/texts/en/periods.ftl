# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = This rule of repetition gives no date. Please choose another one.
