-- AlterTable
ALTER TABLE "extension" ADD COLUMN     "decided_by_id" INTEGER,
ADD COLUMN     "request_key" TEXT,
ADD COLUMN     "requested_by_post_id" INTEGER;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "series_id" INTEGER,
ADD COLUMN     "time" TEXT;

-- AlterTable
ALTER TABLE "participation" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "blocked_reason" TEXT,
ADD COLUMN     "misaddressed_at" TIMESTAMPTZ(3),
ADD COLUMN     "missed_updates" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "next_update" DATE,
ADD COLUMN     "progress" SMALLINT,
ADD COLUMN     "replaces_id" INTEGER,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "acts_as_post_id" INTEGER;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "decided_meeting_id" INTEGER,
ADD COLUMN     "likeness" JSONB;

-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "agree_by" DATE;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "parent_share_id" INTEGER,
ADD COLUMN     "period" TEXT,
ADD COLUMN     "series_id" INTEGER,
ADD COLUMN     "update_rule" TEXT;

-- CreateTable
CREATE TABLE "series_share" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "role" "participation_role" NOT NULL DEFAULT 'responsible',
    "position" INTEGER NOT NULL DEFAULT 0,
    "ended_on" DATE,

    CONSTRAINT "series_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" SERIAL NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "report_id" INTEGER,
    "from_person_id" INTEGER NOT NULL,
    "from_post_id" INTEGER NOT NULL,
    "to_post_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" INTEGER,
    "request_key" TEXT,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension_opinion" (
    "id" SERIAL NOT NULL,
    "extension_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extension_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" SERIAL NOT NULL,
    "org_id" INTEGER NOT NULL,
    "theme" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'ordinary',
    "recurrence" TEXT,
    "time" TEXT,
    "place" TEXT,
    "chair_post_id" INTEGER NOT NULL,
    "secretary_post_id" INTEGER,
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "member_post_ids" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'invited',
    "note" TEXT,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "speaker_post_id" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "task_id" INTEGER,
    "note" TEXT,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" SERIAL NOT NULL,
    "resolution_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "comment" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" SERIAL NOT NULL,
    "resolution_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "task_id" INTEGER,
    "act" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "series_share_task_id_post_id_key" ON "series_share"("task_id", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_request_key_key" ON "question"("request_key");

-- CreateIndex
CREATE INDEX "question_participation_id_idx" ON "question"("participation_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_opinion_extension_id_post_id_key" ON "extension_opinion"("extension_id", "post_id");

-- CreateIndex
CREATE INDEX "meeting_series_org_id_idx" ON "meeting_series"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_meeting_id_post_id_key" ON "attendance"("meeting_id", "post_id");

-- CreateIndex
CREATE INDEX "agenda_item_task_id_idx" ON "agenda_item"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_meeting_id_position_key" ON "agenda_item"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "agreement_post_id_idx" ON "agreement"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_resolution_id_post_id_key" ON "agreement"("resolution_id", "post_id");

-- CreateIndex
CREATE INDEX "amendment_resolution_id_version_idx" ON "amendment"("resolution_id", "version");

-- CreateIndex
CREATE INDEX "amendment_task_id_idx" ON "amendment"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "extension_request_key_key" ON "extension"("request_key");

-- CreateIndex
CREATE INDEX "meeting_org_id_day_idx" ON "meeting"("org_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_series_id_day_key" ON "meeting"("series_id", "day");

-- CreateIndex
CREATE INDEX "participation_next_update_idx" ON "participation"("next_update");

-- CreateIndex
CREATE INDEX "task_parent_id_idx" ON "task"("parent_id");

-- CreateIndex
CREATE INDEX "task_parent_share_id_idx" ON "task"("parent_share_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_series_id_period_key" ON "task"("series_id", "period");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_parent_share_id_fkey" FOREIGN KEY ("parent_share_id") REFERENCES "participation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_share" ADD CONSTRAINT "series_share_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_share" ADD CONSTRAINT "series_share_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension_opinion" ADD CONSTRAINT "extension_opinion_extension_id_fkey" FOREIGN KEY ("extension_id") REFERENCES "extension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;
