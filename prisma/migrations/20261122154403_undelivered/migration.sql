-- CreateTable
CREATE TABLE "undelivered" (
    "id" BIGSERIAL NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "post_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "subject_id" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "undelivered_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "undelivered_dedupe_key_key" ON "undelivered"("dedupe_key");

-- CreateIndex
CREATE INDEX "undelivered_created_at_idx" ON "undelivered"("created_at");

-- CreateIndex
CREATE INDEX "undelivered_post_id_idx" ON "undelivered"("post_id");

-- CreateIndex
CREATE INDEX "outgoing_message_created_at_idx" ON "outgoing_message"("created_at");
