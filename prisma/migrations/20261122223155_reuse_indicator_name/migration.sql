-- DropIndex
DROP INDEX "indicator_org_id_name_ru_key";

-- CreateIndex
CREATE INDEX "indicator_org_id_name_ru_idx" ON "indicator"("org_id", "name_ru");

-- The name of a closed indicator can be used again.
CREATE UNIQUE INDEX "indicator_open_name" ON "indicator"("org_id", "name_ru") WHERE "closed_at" IS NULL;
