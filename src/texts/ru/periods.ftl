# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = По этому правилу повторения не получается ни одной даты. Выберите другую периодичность.
