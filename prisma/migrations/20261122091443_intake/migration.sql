-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "guessed" TEXT[],
ADD COLUMN     "touched_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "due_text" TEXT,
ADD COLUMN     "indicators" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "interim_dues" DATE[],
ADD COLUMN     "recurrence" TEXT,
ADD COLUMN     "source_text" TEXT;

-- CreateTable
CREATE TABLE "alias" (
    "id" SERIAL NOT NULL,
    "post_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "learned_by_id" INTEGER NOT NULL,
    "learned_at" TIMESTAMPTZ(3) NOT NULL,
    "forgotten_by_id" INTEGER,
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "resolution_id" INTEGER,
    "attachment_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sent_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alias_post_id_folded_key" ON "alias"("post_id", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "source_attachment_id_key" ON "source"("attachment_id");

-- CreateIndex
CREATE INDEX "source_resolution_id_idx" ON "source"("resolution_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_root_org_id_sha256_key" ON "source"("root_org_id", "sha256");

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
