-- AlterTable
ALTER TABLE "participation" ADD COLUMN     "period_only" BOOLEAN NOT NULL DEFAULT false;
