# Working groups: seats, vacancies, tasks, sittings.
groups-list = <b>Рабочие группы</b>: { $n }
groups-none = Рабочих групп пока нет.
groups-vacant = вакантно: { $n }
groups-title = <b>{ $name }</b>
  { $org }
groups-aim = Цель: { $aim }
groups-head = Руководитель: { $post } — { $person }
groups-post-vacant = вакантно
groups-until = Срок: до { $day }
groups-until-passed = Срок: до { $day } (истёк)
groups-chat = Чат группы: { $chat }
groups-members = <b>Состав</b>: { $n }
groups-members-vacant = <b>Состав</b>: { $n }, вакантно: { $vacant }
groups-own-seat = <b>Ваше место в группе</b>
groups-seat = { $n }. { $title } — { $person }{ $external ->
    [yes] {" "}(внешний член)
   *[no] {""}
  }
groups-seat-vacant = { $n }. ⚪ { $title } — вакантно
groups-sitting = 🔁 { $theme }, ближайшее заседание: { $day }
groups-tasks = <b>Поручения группы</b>
groups-task = № { $number } { $headline } · { $state ->
    [closed] снято с контроля
    [cancelled] отменено
   *[open] срок: { $due }
  }
groups-button-new = ➕ Новая группа
groups-button-list = Все группы
groups-button-open = Открыть группу
groups-button-task = Поручить группе
groups-button-seat = ➕ Место
groups-button-districts = ➕ Во всех районах
groups-button-chat = Чат группы
groups-button-sittings = Заседания группы
groups-button-close = Завершить работу группы
groups-button-fill = Заполнить место
groups-button-free = Освободить место
groups-button-drop = Убрать место
groups-button-back = « К группе
groups-button-skip = Пропустить
groups-button-vacant = Оставить место вакантным
groups-button-no-term = Без срока
groups-button-no-chat = Без чата
groups-ask-name-ru = Как называется рабочая группа на русском?
groups-ask-name-kk = Как она называется на казахском?
groups-ask-aim = Для чего создаётся группа?
groups-ask-head = Кто руководит группой? Выберите или напишите должность, организацию или фамилию.
groups-ask-until = До какого дня работает группа?
groups-ask-seat = Кто входит в группу? Напишите должность, организацию или фамилию.
groups-ask-which = «{ $words }»: кто именно? Выберите или напишите иначе.
groups-ask-vacant = По словам «{ $words }» никто не найден. Напишите иначе или оставьте место с таким названием вакантным.
groups-ask-fill = Кто займёт место «{ $name }»? Выберите или напишите должность, организацию или фамилию.
groups-ask-district-post = Какая должность входит в группу от каждого района?
groups-ask-chat = Какой чат принадлежит группе? Показаны чаты, привязанные к организации. Чтобы взять другой, добавьте в него бота и напишите там /groups.
groups-chat-which = Чей это чат? Карточки и напоминания по поручениям рабочей группы будут приходить сюда, о других поручениях организации здесь не говорится.
groups-chat-own = Это чат рабочей группы «{ $name }»: карточки и напоминания по её поручениям будут здесь.
groups-chat-taken = Этот чат уже привязан. Чат организации выбирают в личном чате: /groups, группа, «Чат группы». Чтобы отвязать его, выполните здесь /unlink.
groups-none-to-bind = Рабочих групп, которые вы ведёте, нет.
groups-ask-task = { $name }
  Исполнителей: { $n }{ $left ->
    [0] {""}
   *[other] , не получат: { $left }
  }
  Что поручить и к какому сроку?
groups-confirm-new = Создать рабочую группу «{ $name }»?
groups-confirm-districts = Добавить места «{ $post }» по районам? Районов: { $n }. Где такой должности нет, место будет вакантным.
groups-confirm-close = Завершить работу группы «{ $name }»? Её поручения и заседания сохранятся.
groups-created = Группа создана. Теперь добавьте её состав.
groups-seat-added = Место добавлено.
groups-seat-filled = Место заполнено.
groups-districts-added = Добавлено мест: { $added }. Вакантных: { $vacant }.
groups-sits-already = Эта должность уже входит в группу.
groups-chat-set = Чат группы выбран: в нём будут карточки её поручений.
groups-chat-none = У группы больше нет своего чата.
groups-no-posts = Подходящих должностей нет.
groups-no-districts = Районов с должностями в реестре нет.
groups-nobody-to-task = Никому из этой группы вы не можете дать поручение.
groups-too-many = В группе не больше мест, чем { $max }.
groups-closed = Группа завершила работу.
groups-closed-now = Работа группы завершена.
