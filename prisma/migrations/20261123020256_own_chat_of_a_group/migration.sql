-- AlterTable
ALTER TABLE "place" ADD COLUMN     "group_id" INTEGER;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;
