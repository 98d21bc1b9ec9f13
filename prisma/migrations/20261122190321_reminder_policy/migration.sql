-- AlterEnum
ALTER TYPE "naming_policy" ADD VALUE 'organisation';

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "paused_until" DATE,
ADD COLUMN     "raised_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reminder_policy" (
    "id" SERIAL NOT NULL,
    "org_id" INTEGER,
    "task_id" INTEGER,
    "days_before" INTEGER[],
    "repeats" TEXT,
    "speak_from" TEXT,
    "speak_to" TEXT,
    "quiet_until" DATE,
    "quiet_days" DATE[],
    "naming" "naming_policy",
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" INTEGER NOT NULL,

    CONSTRAINT "reminder_policy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reminder_policy_org_id_key" ON "reminder_policy"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_policy_task_id_key" ON "reminder_policy"("task_id");

-- AddForeignKey
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Either of an organisation or of a task.
ALTER TABLE "reminder_policy" ADD CONSTRAINT "reminder_policy_of_one" CHECK ((org_id IS NULL) <> (task_id IS NULL)),
  ADD CONSTRAINT "reminder_policy_repeats" CHECK (repeats IN ('usual', 'daily', 'weekly', 'none'));

-- A tick of the reminders asks for what is near its date or past it, not acknowledged, or at half of its time: an index for each,
-- so that what it costs follows from what is due and not from the size of the city.
CREATE INDEX "participation_owed_due" ON "participation" ("due") WHERE "state" IN ('assigned', 'acknowledged', 'returned');
CREATE INDEX "participation_unread" ON "participation" ("assigned_at") WHERE "state" = 'assigned';
CREATE INDEX "participation_half_term" ON "participation" (("due" - ("due" - ("assigned_at" AT TIME ZONE 'UTC')::date) / 2))
  WHERE "state" IN ('assigned', 'acknowledged', 'returned');
CREATE INDEX "task_interim" ON "task" ("id") WHERE cardinality("interim_dues") > 0 AND "state" IN ('issued', 'in_progress');
-- What the deputy akim has to be told of; what was issued before this migration is known by now.
UPDATE "task" SET "raised_at" = "issued_at" WHERE "issued_at" IS NOT NULL;
CREATE INDEX "task_to_raise" ON "task" ("id") WHERE "raised_at" IS NULL AND ("special_control" OR "urgency" IS NOT NULL)
  AND "state" IN ('issued', 'in_progress');
