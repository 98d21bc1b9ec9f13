-- DropForeignKey
ALTER TABLE "collection" DROP CONSTRAINT "collection_task_id_fkey";

-- DropForeignKey
ALTER TABLE "collection_field" DROP CONSTRAINT "collection_field_task_id_fkey";

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_field" ADD CONSTRAINT "collection_field_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "collection"("task_id") ON DELETE CASCADE ON UPDATE CASCADE;
