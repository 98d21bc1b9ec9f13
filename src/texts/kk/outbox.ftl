# What the sender itself adds to messages.
outbox-repeat = Қайталанған хабарлама: бұрынғысы жеткен-жетпегені белгісіз.
