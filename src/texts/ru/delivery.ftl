# Доставка сообщений: кому, что и когда сказано.
delivery-title =
    <b>Доставка сообщений</b>
    { $days ->
        [one] За последний { $days } день
        [few] За последние { $days } дня
       *[many] За последние { $days } дней
    }
delivery-count-sent = Отправлено: { $n }
delivery-count-waiting = Ждёт отправки: { $n }
delivery-count-unknown = Неизвестно, дошло ли: { $n }
delivery-count-unreachable = Написать не удалось: { $n }
delivery-count-failed = Ошибка: { $n }
delivery-count-cancelled = Не понадобилось: { $n }
delivery-hint = По одному поручению: /delivery 148
delivery-outcome-sent = отправлено
delivery-outcome-waiting = ждёт отправки
delivery-outcome-unknown = неизвестно, дошло ли
delivery-outcome-unreachable = написать не удалось
delivery-outcome-failed = ошибка
delivery-outcome-cancelled = не понадобилось
delivery-reason-vacant = должность вакантна
delivery-reason-never-started = не открывал(а) бот
delivery-reason-blocked = бот заблокирован
delivery-reason-chat-gone = чата нет или бот удалён из него
delivery-reason-topic-closed = тема закрыта
delivery-reason-no-rights = у бота нет права писать
delivery-reason-expired = время вышло
delivery-reason-settled = решено раньше
delivery-reason-replaced = заменено новым
delivery-reason-covered = сказано в другом напоминании
delivery-step = { $step ->
    [before] { $n ->
        [one] за { $n } рабочий день до срока
        [few] за { $n } рабочих дня до срока
       *[many] за { $n } рабочих дней до срока
    }
    [on-day] в день срока
    [overdue] { $n }-й рабочий день после срока
    [overdue-week] после срока, еженедельно ({ $n })
    [ladder-responsible] срок истёк, ответственному исполнителю
    [ladder-controller] срок истёк, контролёру
    [ladder-issuer] срок истёк, автору поручения
    [unack] ознакомление не подтверждено
    [interim] промежуточная контрольная дата
    [update] ожидаются сведения о ходе исполнения
    [half] прошла половина срока без отчёта
   *[other] напоминание
  }
delivery-step-named = { $step }; назван(а) в группе
delivery-reason-lost-answer = Telegram не ответил
delivery-reason-broken = Telegram не принял
delivery-kind-tasks = поручение
delivery-kind-shares = часть исполнителя
delivery-kind-reports = отчёт
delivery-kind-extensions = продление срока
delivery-kind-periods = периодическое поручение
delivery-kind-resolutions = резолюция
delivery-kind-meetings = заседание
delivery-kind-intake = документ
delivery-kind-reminders = напоминание
delivery-kind-digests = еженедельная сводка
delivery-kind-people = сотрудники
delivery-kind-chats = группы
delivery-kind-org = структура
delivery-kind-discipline = дисциплина
delivery-kind-history = история
delivery-kind-documents = документ
delivery-kind-collections = сбор данных
delivery-kind-roadmaps = дорожная карта
delivery-kind-findings = итоги проверки
delivery-kind-delivery = доставка
delivery-kind-telegram = ответ
delivery-list-title =
    <b>Исход: { $outcome }</b>
    Всего: { $total }
delivery-none = Таких сообщений нет.
delivery-line =
    { $at } · { $to }
    { $what }: { $outcome }{ $reason }
delivery-task-title = <b>Что сказано о { $number }</b>
delivery-task-none = О { $number } ничего не найдено. Проверьте номер.
delivery-more = Ещё записей, они в файле: { $n }
delivery-number-unclear = Напишите номер поручения, например: /delivery 148 или /delivery 2.1
delivery-button-back = ← К итогам
delivery-button-file = Файл XLSX
delivery-working = Готовлю файл…
delivery-file-caption = Доставка сообщений. Дней: { $days }, строк: { $rows }
delivery-column-at = Время
delivery-column-post = Организация, должность или группа
delivery-column-name = Имя
delivery-column-kind = Сообщение
delivery-column-task = Поручение
delivery-column-outcome = Исход
delivery-column-reason = Причина
delivery-column-step = Этап напоминания
delivery-column-message = № в Telegram
delivery-file-cut = В файл вошли только последние строки.
