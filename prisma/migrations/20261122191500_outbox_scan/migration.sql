-- The sender scans each lane by itself, and asks for the next row of a chat that has to wait.
CREATE INDEX "outgoing_message_scan" ON "outgoing_message" ("lane", "due_at", "id") WHERE "state" = 'planned';
CREATE INDEX "outgoing_message_planned_chat" ON "outgoing_message" ("chat_id", "due_at") WHERE "state" = 'planned';
DROP INDEX "outgoing_message_due";
