-- AlterTable
ALTER TABLE "subscription" ADD COLUMN     "next_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "subscription_next_at_idx" ON "subscription"("next_at");
