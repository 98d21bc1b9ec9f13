-- CreateTable
CREATE TABLE "incoming_update" (
    "update_id" BIGINT NOT NULL,
    "lane" BIGINT NOT NULL,
    "body" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incoming_update_pkey" PRIMARY KEY ("update_id")
);

-- CreateIndex
CREATE INDEX "incoming_update_lane_update_id_idx" ON "incoming_update"("lane", "update_id");
