-- A group or topic may serve several organisations: one open binding for each of them.
DROP INDEX "place_open_group";
DROP INDEX "place_open_topic";
CREATE UNIQUE INDEX "place_open_group" ON "place" ("chat_id", "org_id") WHERE "unbound_at" IS NULL AND "thread_id" IS NULL;
CREATE UNIQUE INDEX "place_open_topic" ON "place" ("chat_id", "thread_id", "org_id") WHERE "unbound_at" IS NULL AND "thread_id" IS NOT NULL;
