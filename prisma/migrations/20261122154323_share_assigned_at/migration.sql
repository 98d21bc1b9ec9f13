-- AlterTable
ALTER TABLE "participation" ADD COLUMN     "assigned_at" TIMESTAMPTZ(3);
