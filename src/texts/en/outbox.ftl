# What the sender itself adds to messages.
outbox-repeat = Repeated: it is not known whether it arrived the first time.
