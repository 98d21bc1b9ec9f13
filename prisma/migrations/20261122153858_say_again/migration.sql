-- AlterTable
ALTER TABLE "outgoing_message" ADD COLUMN     "resend" BOOLEAN NOT NULL DEFAULT false;
