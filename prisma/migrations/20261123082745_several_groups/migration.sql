-- A task may be given to several working groups; who has left a group is known to the moment, not to the day.

-- AlterTable
ALTER TABLE "group_seat" ADD COLUMN     "ended_at" TIMESTAMPTZ(3);
-- The last moment of the day: until now it was the day that counted.
UPDATE "group_seat" SET "ended_at" = ("ended_on" + 1)::timestamp AT TIME ZONE 'Asia/Almaty' - interval '1 millisecond' WHERE "ended_on" IS NOT NULL;
ALTER TABLE "group_seat" DROP COLUMN "ended_on";

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "group_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "groups_named_at" TIMESTAMPTZ(3);
UPDATE "task" SET "group_ids" = ARRAY["group_id"], "groups_named_at" = "created_at" WHERE "group_id" IS NOT NULL;

-- DropIndex
DROP INDEX "task_group_id_idx";
ALTER TABLE "task" DROP COLUMN "group_id";

-- CreateIndex
CREATE INDEX "task_group_ids_idx" ON "task" USING GIN ("group_ids");
