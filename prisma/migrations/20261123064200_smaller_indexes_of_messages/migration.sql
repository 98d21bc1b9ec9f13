-- A row changes its state three times, and each time stands anew in every index that holds it: these two hold only what is asked for.
DROP INDEX "outgoing_message_chat_id_message_id_idx";
DROP INDEX "outgoing_message_living_key_idx";
CREATE INDEX "outgoing_message_of_message" ON "outgoing_message" ("chat_id", "message_id") WHERE "message_id" IS NOT NULL;
CREATE INDEX "outgoing_message_living" ON "outgoing_message" ("living_key") WHERE "living_key" IS NOT NULL;
