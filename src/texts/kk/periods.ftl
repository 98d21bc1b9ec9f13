# Periodic tasks, expected updates, school terms, working weeks.
periods-rule-impossible = Бұл қайталану ережесі бойынша бірде-бір күн шықпайды. Басқа кезеңділікті таңдаңыз.
