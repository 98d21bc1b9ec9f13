-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "bot_id" BIGINT,
ADD COLUMN     "fault" TEXT,
ADD COLUMN     "fetch_at" TIMESTAMPTZ(3),
ADD COLUMN     "fetch_attempts" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "chat_id" INTEGER,
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'kk';

-- AlterTable
ALTER TABLE "outgoing_message" ADD COLUMN     "silent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "undo_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "paper_day" DATE,
ADD COLUMN     "paper_number" TEXT,
ADD COLUMN     "revoke_reason" TEXT,
ADD COLUMN     "revoked_at" TIMESTAMPTZ(3),
ADD COLUMN     "revoked_by_id" INTEGER;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "executor_class" JSONB;

-- CreateTable
CREATE TABLE "delegation" (
    "id" SERIAL NOT NULL,
    "from_post_id" INTEGER NOT NULL,
    "to_post_id" INTEGER NOT NULL,
    "right" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_correction" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "task_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_to_post_id_idx" ON "delegation"("to_post_id");

-- CreateIndex
CREATE INDEX "delegation_from_post_id_idx" ON "delegation"("from_post_id");

-- CreateIndex
CREATE INDEX "task_correction_task_id_idx" ON "task_correction"("task_id");

-- CreateIndex
CREATE INDEX "attachment_fetch_at_idx" ON "attachment"("fetch_at");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_from_post_id_fkey" FOREIGN KEY ("from_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_to_post_id_fkey" FOREIGN KEY ("to_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_correction" ADD CONSTRAINT "task_correction_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open delegation of a right.
CREATE UNIQUE INDEX "delegation_open" ON "delegation"("from_post_id", "to_post_id", "right") WHERE "ended_at" IS NULL;
