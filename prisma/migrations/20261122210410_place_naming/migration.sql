-- AlterTable
ALTER TABLE "place" ALTER COLUMN "naming" SET DEFAULT 'organisation';

-- The old default of the column came before what organisations set for themselves, though nobody had chosen it.
UPDATE "place" SET "naming" = 'organisation' WHERE "naming" = 'after_private';
