-- AlterTable
ALTER TABLE "report" ADD COLUMN     "blocked" BOOLEAN NOT NULL DEFAULT false;
