-- AlterTable
ALTER TABLE "print_order" ADD COLUMN     "failed_at" TIMESTAMPTZ(3);
