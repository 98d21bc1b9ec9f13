-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "person_id" INTEGER;
