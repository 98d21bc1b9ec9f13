-- AlterTable
ALTER TABLE "incoming_update" ADD COLUMN     "given_up_at" TIMESTAMPTZ(3);
