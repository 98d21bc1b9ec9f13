-- CreateIndex
CREATE INDEX "report_chat_id_message_id_idx" ON "report"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "report_by_person_id_submitted_at_idx" ON "report"("by_person_id", "submitted_at");

-- What is not told yet is looked for every minute.
CREATE INDEX "report_undo_until" ON "report"("undo_until") WHERE "undo_until" IS NOT NULL;
