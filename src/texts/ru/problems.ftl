# The register of problems: what is wrong where, which measures work on it, when it is solved.
problems-title = <b>Реестр проблем</b>: { $total }
problems-filter = Показано: { $filter }
problems-none = Таких проблем нет.
problems-line = { $n }. { $mark } <b>{ $org }</b>: { $type }
  { $text }
  { $state } · мероприятия: { $measures } · { $targets ->
    [0] показателей нет
   *[other] показатели по плану: { $met } из { $targets }
  }
problems-state-open = открыта
problems-state-closed = ✅ закрыта
problems-state-withdrawn = исключена
problems-states-open = открытые
problems-states-closed = закрытые
problems-states-withdrawn = исключённые
problems-states-all = все
problems-severity-critical = критическая
problems-severity-major = существенная
problems-severity-minor = незначительная
problems-severities-critical = критические
problems-severities-major = существенные
problems-severities-minor = незначительные
problems-by-org = Организация
problems-by-severity = Тяжесть
problems-by-state = Состояние
problems-choose-org = Проблемы какой организации показать?
problems-choose-severity = Проблемы какой тяжести показать?
problems-choose-state = Какие проблемы показать?
problems-card = { $mark } <b>{ $type }</b>
  { $org }
  Тяжесть: { $severity } · состояние: { $state }
  В реестре с { $since }

  { $text }
problems-reason = Причина: { $reason }
problems-measures = <b>Мероприятия</b>: { $n }
problems-measures-hidden = Не показаны, их видят другие: { $n }
problems-targets = <b>Показатели</b>, план достигнут: { $met } из { $n }
problems-target = { $mark } { $name }, { $unit } · { $period } · план: { $plan } · факт: { $fact }
problems-targets-hidden = Показатели, которые видят другие: { $n }
problems-words = ответы без числа: { $n }
problems-targets-none = Показателей нет: свяжите мероприятие, у которого есть индикатор.
problems-closed-but = ⚠️ Факт с тех пор исправлен: план не достигнут.
problems-more = … и ещё { $n }
problems-button-all = Все открытые
problems-button-add = ➕ Проблема
problems-button-back = « К списку
problems-button-open = Открыть проблему
problems-button-file = Таблица (XLSX)
problems-button-link = ➕ Мероприятие
problems-button-close = ✅ Закрыть
problems-button-withdraw = ✖️ Исключить
problems-button-reopen = ↩️ Открыть снова
problems-ask-org = В какой организации проблема? Выберите или напишите несколько букв.
problems-ask-type = Какого рода проблема? Выберите или напишите, например: трёхсменное обучение.
problems-ask-severity = Какова тяжесть проблемы?
problems-ask-text = В чём проблема? Одним сообщением, без личных данных.
problems-ask-measure = Какое мероприятие решает проблему? Выберите или напишите несколько букв.
problems-ask-withdraw = Почему проблема исключается из реестра?
problems-ask-reopen = Почему проблема открывается снова?
problems-confirm = <b>{ $type }</b>
  { $org } · тяжесть: { $severity }
  { $text }

  Внести в реестр?
problems-confirm-withdraw = Причина: { $reason }

  Исключить проблему из реестра? Решённой она считаться не будет.
problems-confirm-reopen = Причина: { $reason }

  Открыть проблему снова?
problems-added = Проблема внесена в реестр. Свяжите с ней мероприятия дорожных карт.
problems-linked = Мероприятие связано с проблемой.
problems-unlinked = Связь снята.
problems-closed-now = Проблема закрыта.
problems-withdrawn-now = Проблема исключена из реестра.
problems-reopened-now = Проблема открыта снова.
problems-told-closed = ✅ <b>Проблема закрыта</b>: показатели достигли плана.
  { $org }: { $type }
  { $text }
problems-told-reopened = <b>Проблема открыта снова</b>
  { $org }: { $type }
  { $text }
  Причина: { $reason }
problems-no-measures = Подходящих мероприятий нет: нужна утверждённая дорожная карта, которую вы видите.
problems-wordless = Напишите словами, в чём проблема.
problems-there-already = Такая проблема этой организации уже открыта.
problems-full = С одной проблемой связывают не больше мероприятий, чем { $max }.
problems-no-target = Закрыть нельзя: ни у одного связанного мероприятия нет индикатора, решение нечем подтвердить.
problems-target-missed = Закрыть нельзя, план не достигнут: { $names }{ $hidden ->
    [0] {""}
   *[other] . Не показаны, их видят другие: { $hidden }
  }
problems-target-missed-hidden = Закрыть нельзя, план не достигнут. Показатели, которые видят другие: { $n }
problems-column-number = №
problems-column-org = Организация
problems-column-type = Вид
problems-column-severity = Тяжесть
problems-column-text = Проблема
problems-column-state = Состояние
problems-column-since = В реестре с
problems-column-ended = Дата завершения
problems-column-reason = Причина
problems-column-measures = Мероприятий
problems-column-targets = Показателей
problems-column-met = План достигнут
problems-column-compared = План и факт
problems-sheet = Проблемы
