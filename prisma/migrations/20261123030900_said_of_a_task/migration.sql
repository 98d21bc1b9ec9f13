-- All that was ever said of one task (/delivery 148) is found among a million messages.
CREATE INDEX "outgoing_message_of_task" ON "outgoing_message" (("data" ->> 'taskId')) WHERE "data" ->> 'taskId' IS NOT NULL;
CREATE INDEX "undelivered_of_task" ON "undelivered" (("data" ->> 'taskId')) WHERE "data" ->> 'taskId' IS NOT NULL;
