# What the sender itself adds to messages.
outbox-repeat = Повтор: неизвестно, дошло ли сообщение в первый раз.
