-- A message changes its state three times, and each time every index takes it anew: those of few, or of whole ranges, weigh less.
DROP INDEX "outgoing_message_created_at_idx";
DROP INDEX "outgoing_message_kind_subject_id_idx";
CREATE INDEX "outgoing_message_created_at_idx" ON "outgoing_message" USING BRIN ("created_at");
CREATE INDEX "outgoing_message_of_subject" ON "outgoing_message" ("kind", "subject_id") WHERE "subject_id" IS NOT NULL;
-- Those without a subject that are looked for by their kind.
CREATE INDEX "outgoing_message_of_kind" ON "outgoing_message" ("kind", "created_at") WHERE "kind" IN ('reminders.raised', 'telegram.answer');
