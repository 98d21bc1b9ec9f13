# Pictures: the words in them, their captions and buttons.
pictures-units = Execution of tasks
pictures-eight-weeks = Last 8 weeks, as of { $day }
pictures-part-inTime = On time
pictures-part-late = Late
pictures-part-review = Under review
pictures-part-work = In progress
pictures-part-overdue = Overdue
pictures-rest = Other organisations: { $n }
pictures-beside = done / all
pictures-beside-schools = done / all schools
pictures-districts-rest = Other districts: { $n }
pictures-worst = Most overdue: { $units }
pictures-trend = Eight weeks
pictures-week-done = Done in the week
pictures-week-overdue = Overdue, 8 weeks
pictures-trend-done = Done: { $n }, in the last week: { $last }
pictures-trend-overdue = Overdue: { $first } → { $last }
pictures-schools = Execution by schools
pictures-missing = Overdue ({ $n }): { $schools }
pictures-task = No { $number }
pictures-task-due = No { $number } · due: { $due }
pictures-district = { $name }: { $done } of { $of }
pictures-district-late = { $name }: { $done } of { $of } · overdue: { $overdue }
pictures-week = Weekly digest
pictures-week-control = On control
pictures-week-in-time =
    Done,
    on time
    { $percent }%
pictures-week-done-none = Done
pictures-week-change =
    Overdue,
    in a week
    { $change }
pictures-button-units = Organisations
pictures-button-trend = 8 weeks
pictures-button-schools = Schools
pictures-button-dark = 🌙 Dark
pictures-button-light = ☀️ Light
pictures-button-show = 🖼 Show as a picture
pictures-button-private = 📊 Open in private
pictures-nothing = There is nothing to show for the last 8 weeks: no task was done and none is on control.
pictures-no-schools = None of the tasks you can see was given to schools.
pictures-task-how = Write the number of a task: <code>/stats 2.1</code> or <code>/stats Т-148</code>. Only tasks given to schools that you can see are shown.
pictures-button-numbers = 📋 Numbers as lists
pictures-numbers-units = Organisations: { $n }. Press to open the lists.
pictures-numbers-weeks = By weeks: ✅ done in the week, ⚠️ overdue at its end. Press a number to open the list.
pictures-numbers-schools = Schools: { $n }. Press a number to open the list.
pictures-numbers-done = Done: { $n }
pictures-numbers-late = Overdue: { $n }
pictures-schools-a = Schools: { $n }
pictures-schools-d = Done: { $n }
pictures-schools-o = With something overdue: { $n }
pictures-gantt-rest = Not shown: { $n }
pictures-gantt-late = Overdue: No { $numbers }
pictures-gantt-next = Due next: No { $numbers }
