-- AlterTable
ALTER TABLE "task" ADD COLUMN     "group_id" INTEGER;

-- AlterTable
ALTER TABLE "meeting_series" ADD COLUMN     "group_id" INTEGER;

-- CreateIndex
CREATE INDEX "task_group_id_idx" ON "task"("group_id");
