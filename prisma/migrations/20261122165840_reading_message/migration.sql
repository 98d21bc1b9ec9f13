-- AlterTable
ALTER TABLE "unread_document" ADD COLUMN     "progress_id" BIGINT;
