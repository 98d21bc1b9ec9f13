# Indicators: plan, fact and baseline by organisation and period.
indicators-list = <b>Indicators</b>: { $total }
indicators-none = There are no indicators yet.
indicators-title = <b>{ $name }</b>
  { $period } · unit: { $unit }
indicators-empty = There are no numbers for this period.
indicators-part-plan = plan: { $value }
indicators-part-fact = fact: { $value }
indicators-part-baseline = baseline: { $value }
indicators-part-deviation = deviation: { $value }
indicators-part-percent = achieved: { $value }
indicators-met = { $met ->
    [yes] plan met
   *[no] plan not met
  }
indicators-since-baseline = against the baseline: { $by }{ $way ->
    [better] {", better"}
    [worse] {", worse"}
   *[same] {""}
  }
indicators-since-before = against the period before: { $by }{ $way ->
    [better] {", better"}
    [worse] {", worse"}
   *[same] {""}
  }
indicators-met-yes = yes
indicators-met-no = no
indicators-total = <b>{ $mean ->
    [yes] Mean
   *[no] Total
  }</b>
indicators-answered = Answered: { $answered }, of them without a number: { $withoutNumber }
indicators-no-number = no number
indicators-source = Source: { $sources }
indicators-source-of = { $kind ->
    [plan] plan
    [baseline] baseline
   *[fact] fact
  } — { $source }
indicators-source-collection = answer to a data collection
indicators-button-new = ➕ New indicator
indicators-button-list = All indicators
indicators-button-enter = Enter a number
indicators-button-source = Where is it from?
indicators-button-import = Load a table
indicators-button-file = Table (XLSX)
indicators-button-propose = 📝 Draft a task for who lags: { $n }
indicators-button-close = Close the indicator
indicators-column-org = Organisation
indicators-column-baseline = Baseline
indicators-column-plan = Plan
indicators-column-fact = Fact
indicators-column-deviation = Deviation
indicators-column-percent = Of the plan, %
indicators-column-met = Plan met
indicators-column-since-baseline = Against the baseline
indicators-column-before = Period before, fact
indicators-column-since-before = Against the period before
indicators-column-note = Note
indicators-column-source = Source
indicators-column-total = Total
indicators-sheet = Indicator
indicators-ask-name-kk = What is the indicator called in Kazakh?
indicators-ask-name-ru = What is the indicator called in Russian?
indicators-ask-unit-kk = Its unit in Kazakh? For example: мектеп, орын, %
indicators-ask-unit-ru = Its unit in Russian? For example: школа, место, %
indicators-ask-kind = What kind of number is it?
indicators-kind-count = Count (whole)
indicators-kind-sum = Sum
indicators-kind-percent = Share, %
indicators-kind-score = Score
indicators-kind-ratio = Norm: one for every so many
indicators-kind-rank = Rank
indicators-ask-period = For what period?
indicators-period-year = Year
indicators-period-quarter = Quarter
indicators-period-month = Month
indicators-period-school-year = School year
indicators-ask-norm-of = Of which indicator is the norm? Choose, or write a part of its name.
indicators-ask-norm-per = One for how many? For example: 5000
indicators-norm-missing = First make the indicator that the norm is of, with the same periods.
indicators-norm-unfit = A norm is of an indicator with the same periods.
indicators-name-taken = There is an indicator “{ $name }” already.
indicators-confirm-new = Make the indicator “{ $name }”?
indicators-created = The indicator is made. Enter numbers or load a table: /indicators
indicators-ask-org = { $name }, { $period }. Which organisation? Choose, or write a part of its name.
indicators-ask-which = Which number is it?
indicators-value-plan = Plan
indicators-value-fact = Fact
indicators-value-baseline = Baseline
indicators-ask-number = Write the number. Unit: { $unit }.
indicators-number-meant = Enter { $value }?
indicators-without-number = There is no number in “{ $words }”. Enter it so? The table marks it.
indicators-number-unclear = { $why ->
    [negative] The number cannot be below zero.
    [fraction] A whole number is needed here.
    [over] The number is too large.
    [none] There is no number. Write it in digits.
   *[unclear] The number is unclear. Write it in digits, for example 1006 or 12.5.
  }
indicators-entered = The number is entered.
indicators-same = This number is entered already.
indicators-ask-source = { $name }, { $org }: { $value }. Where is the number from? Write one line of up to 200 characters. For example: commissioning act No 12 of 01.09.2026.
indicators-source-kept = Source noted: { $source }
indicators-nobody-to-fill = There is no organisation you can enter a number for.
indicators-ask-file = Send a table as XLSX or CSV. It needs a column “Organisation” and at least one of “Plan”, “Fact”, “Baseline”, in any order.
indicators-import-no-header = The table has no row of headings with “Organisation” and “Plan”, “Fact” or “Baseline”. Nothing was loaded.
indicators-import-plan = Rows: { $rows }. Numbers: { $values }.{ $bare ->
    [0] {""}
   *[other] {" "}Answers without a number: { $bare }.
  } No faults. Load them?
indicators-import-columns = Columns taken: { $names }
indicators-import-columns-left = Columns left out: { $names }
indicators-import-faults = Faults: { $n }. Nothing was loaded.
indicators-import-more = … and more: { $n }
indicators-fault-unknown = Row { $line }: organisation “{ $words }” not found
indicators-fault-ambiguous = Row { $line }: “{ $words }” fits several organisations, give the code
indicators-fault-repeated = Row { $line }: the organisation stands in row { $first } already
indicators-fault-nothing = Row { $line }: no number at all
indicators-fault-formula = Row { $line }: a formula or an error in place of a value
indicators-fault-beyond = Row { $line }: cells beyond the last column: { $words } (a comma in a number?)
indicators-fault-twice = Row { $line }: two columns for the same: { $words } and { $other }. Leave one
indicators-fault-number = Row { $line }: “{ $words }” — { $why ->
    [words] words beside the number, leave only the number
    [negative] below zero
    [fraction] a whole number is needed
    [over] too large
    [none] no number
   *[unclear] unclear number
  }
indicators-imported = Numbers loaded: { $changed }.
indicators-confirm-close = Close the indicator “{ $name }”? Its numbers stay, no new ones can be entered.
indicators-closed-now = The indicator is closed.
indicators-closed = This indicator is closed.
indicators-outside = This organisation does not belong to the indicator.
indicators-period-unclear = The indicator has no such period.
indicators-task = The plan for “{ $name }” ({ $period }) is not met. Take measures and bring the indicator up to the plan.
indicators-nobody-lags = Nobody to whom you may give a task lags.
