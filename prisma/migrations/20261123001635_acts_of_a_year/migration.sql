-- DropIndex
DROP INDEX "inspection_root_org_id_body_folded_act_number_key";

-- CreateIndex
CREATE INDEX "inspection_root_org_id_body_folded_act_number_idx" ON "inspection"("root_org_id", "body_folded", "act_number");

-- Bodies number their acts anew each year.
CREATE UNIQUE INDEX "inspection_act_of_year" ON "inspection"("root_org_id", "body_folded", "act_number", (extract(year FROM "act_day")));
