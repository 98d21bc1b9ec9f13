-- Whether a final report is kept until parts have come is asked of every share on a screen (tasks/hold-queries.ts).
CREATE INDEX "outgoing_message_missing" ON "outgoing_message" ("subject_id") WHERE "kind" = 'shares.missing';
CREATE INDEX "undelivered_missing" ON "undelivered" ("subject_id") WHERE "kind" = 'shares.missing';
-- What was overdue weeks ago and has been taken away since (lists/past-queries.ts), without years of what was taken away before.
CREATE INDEX "participation_withdrawn" ON "participation" ("withdrawn_at") WHERE "state" = 'withdrawn';
CREATE INDEX "participation_misaddressed" ON "participation" ("misaddressed_at") WHERE "state" = 'misaddressed';
