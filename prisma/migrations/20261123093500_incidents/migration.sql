-- What tells of an incident reaches the deputy akim like what is urgent; of what was issued before this migration they know by now.
ALTER TABLE "task" ADD COLUMN "incident" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX "task_to_raise";
CREATE INDEX "task_to_raise" ON "task" ("id") WHERE "raised_at" IS NULL AND ("special_control" OR "incident" OR "urgency" IS NOT NULL)
  AND "state" IN ('issued', 'in_progress');
