-- AlterTable
ALTER TABLE "task" ADD COLUMN     "converted_from_id" INTEGER;

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "org_id" INTEGER NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "unit_kk" TEXT NOT NULL,
    "unit_ru" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'count',
    "period_kind" TEXT NOT NULL,
    "lower_is_better" BOOLEAN NOT NULL DEFAULT false,
    "whole_numbers" BOOLEAN NOT NULL DEFAULT true,
    "norm_per" INTEGER,
    "norm_of_id" INTEGER,
    "programme_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_value" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "org_id" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" DECIMAL(18,4),
    "words" TEXT,
    "source" TEXT,
    "report_id" INTEGER,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "task_id" INTEGER NOT NULL,
    "period" TEXT,
    "auto_accept" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "collection_field" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT,
    "min" DECIMAL(18,4),
    "max" DECIMAL(18,4),
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "choices" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT true,
    "indicator_id" INTEGER,

    CONSTRAINT "collection_field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_answer" (
    "id" SERIAL NOT NULL,
    "field_id" INTEGER NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "number" DECIMAL(18,4),
    "words" TEXT,
    "attachment_id" INTEGER,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "superseded_at" TIMESTAMPTZ(3),
    "request_key" TEXT,

    CONSTRAINT "collection_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "body_folded" TEXT NOT NULL,
    "act_number" TEXT NOT NULL,
    "act_day" DATE NOT NULL,
    "attachment_id" INTEGER,
    "imported_by_id" INTEGER NOT NULL,
    "imported_post_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" SERIAL NOT NULL,
    "inspection_id" INTEGER NOT NULL,
    "org_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "explanation_task_id" INTEGER,
    "remedy_task_id" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_post_id" INTEGER,
    "closing_reason" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roadmap" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "org_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "from_day" DATE,
    "to_day" DATE,
    "issuer_post_id" INTEGER NOT NULL,
    "drafted_by_id" INTEGER NOT NULL,
    "attachment_id" INTEGER,
    "task_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_post_id" INTEGER,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "roadmap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roadmap_section" (
    "id" SERIAL NOT NULL,
    "roadmap_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "roadmap_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure" (
    "id" SERIAL NOT NULL,
    "section_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "note" TEXT,
    "indicator_id" INTEGER,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" SERIAL NOT NULL,
    "measure_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_post_id" INTEGER,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roadmap_version" (
    "id" SERIAL NOT NULL,
    "roadmap_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "roadmap_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_group" (
    "id" SERIAL NOT NULL,
    "org_id" INTEGER NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "aim" TEXT,
    "head_post_id" INTEGER NOT NULL,
    "until_day" DATE,
    "place_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "working_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_seat" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "post_id" INTEGER,
    "external" BOOLEAN NOT NULL DEFAULT false,
    "from_day" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "group_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "aliases" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL,
    "post_id" INTEGER NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "approved_by_id" INTEGER NOT NULL,
    "approved_by_post_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" SERIAL NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "fault" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "made_by_id" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" INTEGER,
    "decided_by_post_id" INTEGER,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "request_key" TEXT,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_root_org_id_idx" ON "indicator"("root_org_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_org_id_name_ru_key" ON "indicator"("org_id", "name_ru");

-- CreateIndex
CREATE INDEX "indicator_value_indicator_id_period_kind_idx" ON "indicator_value"("indicator_id", "period", "kind");

-- CreateIndex
CREATE INDEX "indicator_value_org_id_idx" ON "indicator_value"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_field_task_id_position_key" ON "collection_field"("task_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "collection_answer_request_key_key" ON "collection_answer"("request_key");

-- CreateIndex
CREATE INDEX "collection_answer_field_id_idx" ON "collection_answer"("field_id");

-- CreateIndex
CREATE INDEX "collection_answer_participation_id_idx" ON "collection_answer"("participation_id");

-- CreateIndex
CREATE UNIQUE INDEX "inspection_root_org_id_body_folded_act_number_key" ON "inspection"("root_org_id", "body_folded", "act_number");

-- CreateIndex
CREATE INDEX "finding_org_id_state_idx" ON "finding"("org_id", "state");

-- CreateIndex
CREATE INDEX "finding_explanation_task_id_idx" ON "finding"("explanation_task_id");

-- CreateIndex
CREATE INDEX "finding_remedy_task_id_idx" ON "finding"("remedy_task_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_inspection_id_position_key" ON "finding"("inspection_id", "position");

-- CreateIndex
CREATE INDEX "roadmap_org_id_idx" ON "roadmap"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_section_roadmap_id_position_key" ON "roadmap_section"("roadmap_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "measure_task_id_key" ON "measure"("task_id");

-- CreateIndex
CREATE INDEX "measure_section_id_idx" ON "measure"("section_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_measure_id_position_key" ON "milestone"("measure_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_version_roadmap_id_version_key" ON "roadmap_version"("roadmap_id", "version");

-- CreateIndex
CREATE INDEX "working_group_org_id_idx" ON "working_group"("org_id");

-- CreateIndex
CREATE INDEX "group_seat_group_id_idx" ON "group_seat"("group_id");

-- CreateIndex
CREATE INDEX "group_seat_post_id_idx" ON "group_seat"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_root_org_id_kind_folded_key" ON "programme"("root_org_id", "kind", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_person_id_name_key" ON "saved_filter"("person_id", "name");

-- CreateIndex
CREATE INDEX "absence_post_id_idx" ON "absence"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_request_key_key" ON "appeal"("request_key");

-- CreateIndex
CREATE INDEX "appeal_participation_id_idx" ON "appeal"("participation_id");

-- CreateIndex
CREATE INDEX "appeal_post_id_idx" ON "appeal"("post_id");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_converted_from_id_fkey" FOREIGN KEY ("converted_from_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_norm_of_id_fkey" FOREIGN KEY ("norm_of_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_field" ADD CONSTRAINT "collection_field_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "collection"("task_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_field" ADD CONSTRAINT "collection_field_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_answer" ADD CONSTRAINT "collection_answer_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "collection_field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_answer" ADD CONSTRAINT "collection_answer_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap" ADD CONSTRAINT "roadmap_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_section" ADD CONSTRAINT "roadmap_section_roadmap_id_fkey" FOREIGN KEY ("roadmap_id") REFERENCES "roadmap"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "roadmap_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roadmap_version" ADD CONSTRAINT "roadmap_version_roadmap_id_fkey" FOREIGN KEY ("roadmap_id") REFERENCES "roadmap"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_group" ADD CONSTRAINT "working_group_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_seat" ADD CONSTRAINT "group_seat_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: one current value and one current answer; closed vocabularies.
CREATE UNIQUE INDEX "indicator_value_current" ON "indicator_value"("indicator_id", "org_id", "period", "kind") WHERE "superseded_at" IS NULL;
CREATE UNIQUE INDEX "collection_answer_current" ON "collection_answer"("field_id", "participation_id") WHERE "superseded_at" IS NULL;
CREATE UNIQUE INDEX "appeal_open" ON "appeal"("participation_id", "fault") WHERE "state" = 'open';
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_kind" CHECK ("kind" IN ('count', 'sum', 'percent', 'score', 'ratio', 'rank'));
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_period_kind" CHECK ("period_kind" IN ('year', 'quarter', 'school_year', 'month'));
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_kind" CHECK ("kind" IN ('plan', 'fact', 'baseline'));
ALTER TABLE "collection_field" ADD CONSTRAINT "collection_field_kind" CHECK ("kind" IN ('number', 'choice', 'text', 'photo', 'file'));
ALTER TABLE "finding" ADD CONSTRAINT "finding_state" CHECK ("state" IN ('open', 'explained', 'remedied', 'closed', 'withdrawn'));
ALTER TABLE "finding" ADD CONSTRAINT "finding_severity" CHECK ("severity" IN ('minor', 'major', 'critical'));
ALTER TABLE "roadmap" ADD CONSTRAINT "roadmap_state" CHECK ("state" IN ('draft', 'approved', 'closed', 'cancelled'));
ALTER TABLE "programme" ADD CONSTRAINT "programme_kind" CHECK ("kind" IN ('programme', 'topic'));
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_state" CHECK ("state" IN ('open', 'granted', 'refused'));
