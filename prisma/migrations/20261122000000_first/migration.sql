-- CreateEnum
CREATE TYPE "org_type" AS ENUM ('akimat', 'office', 'department', 'district', 'unit', 'school', 'boarding', 'supplementary', 'republican', 'other');

-- CreateEnum
CREATE TYPE "ownership" AS ENUM ('state', 'private');

-- CreateEnum
CREATE TYPE "subordination" AS ENUM ('local', 'republican');

-- CreateEnum
CREATE TYPE "day_off_policy" AS ENUM ('keep', 'next', 'previous');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head', 'unit_head', 'school_head', 'staff', 'controller', 'secretary', 'observer', 'admin');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('male', 'female');

-- CreateEnum
CREATE TYPE "appointment_kind" AS ENUM ('holder', 'acting');

-- CreateEnum
CREATE TYPE "claim_state" AS ENUM ('open', 'confirmed', 'refused');

-- CreateEnum
CREATE TYPE "group_policy" AS ENUM ('full', 'notice');

-- CreateEnum
CREATE TYPE "naming_policy" AS ENUM ('never', 'after_private', 'always');

-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('assignment', 'recommendation', 'proposal', 'appeal', 'commitment', 'note');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('draft', 'issued', 'in_progress', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "task_term" AS ENUM ('dated', 'standing', 'undated');

-- CreateEnum
CREATE TYPE "participation_role" AS ENUM ('responsible', 'co_executor');

-- CreateEnum
CREATE TYPE "participation_state" AS ENUM ('assigned', 'acknowledged', 'submitted', 'returned', 'accepted', 'misaddressed', 'withdrawn');

-- CreateEnum
CREATE TYPE "report_state" AS ENUM ('submitted', 'returned', 'accepted', 'superseded', 'undone');

-- CreateEnum
CREATE TYPE "extension_state" AS ENUM ('requested', 'approved', 'declined', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "resolution_state" AS ENUM ('draft', 'agreed', 'adopted', 'on_control', 'closed', 'cancelled');

-- CreateTable
CREATE TABLE "journal_chain" (
    "id" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "last_hash" TEXT NOT NULL DEFAULT '',
    "salt" TEXT NOT NULL,

    CONSTRAINT "journal_chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_event" (
    "id" BIGSERIAL NOT NULL,
    "chain_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "verb" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "actor_person_id" INTEGER,
    "actor_post_id" INTEGER,
    "chat_id" INTEGER,
    "data" JSONB NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_message" (
    "id" BIGSERIAL NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "lane" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "thread_id" INTEGER,
    "person_id" INTEGER,
    "subject_id" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "living_key" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_owner" TEXT,
    "lease_epoch" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "message_id" BIGINT,
    "content_hash" TEXT,
    "outcome" TEXT,

    CONSTRAINT "outgoing_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "type" "org_type" NOT NULL,
    "ownership" "ownership" NOT NULL DEFAULT 'state',
    "subordination" "subordination" NOT NULL DEFAULT 'local',
    "week" SMALLINT NOT NULL DEFAULT 5,
    "number" TEXT,
    "aliases" TEXT[],
    "day_off_policy" "day_off_policy" NOT NULL DEFAULT 'keep',
    "parent_id" INTEGER,
    "path" TEXT NOT NULL,
    "root_id" INTEGER,
    "last_task_number" INTEGER NOT NULL DEFAULT 0,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post" (
    "id" SERIAL NOT NULL,
    "org_id" INTEGER NOT NULL,
    "name_kk" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "aliases" TEXT[],
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "surname" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "patronymic" TEXT,
    "gender" "gender",
    "locale" TEXT NOT NULL,
    "telegram_id" BIGINT,
    "chat_id" INTEGER,
    "system_admin" BOOLEAN NOT NULL DEFAULT false,
    "consent_at" TIMESTAMPTZ(3),
    "consent_version" INTEGER,
    "blocked_at" TIMESTAMPTZ(3),
    "pseudonymised_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "kind" "appointment_kind" NOT NULL DEFAULT 'holder',
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" SERIAL NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" INTEGER,
    "post_id" INTEGER,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER,
    "used_at" TIMESTAMPTZ(3),
    "used_telegram_id" BIGINT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "post_id" INTEGER NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "display_name" TEXT NOT NULL,
    "state" "claim_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" INTEGER,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat" (
    "id" SERIAL NOT NULL,
    "telegram_id" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT,
    "forum" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "bot_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" SERIAL NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "thread_id" INTEGER,
    "org_id" INTEGER NOT NULL,
    "languages" TEXT[],
    "policy" "group_policy" NOT NULL DEFAULT 'full',
    "naming" "naming_policy" NOT NULL DEFAULT 'after_private',
    "bound_by_id" INTEGER NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    "unbound_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "number" TEXT,
    "resolution_id" INTEGER,
    "position" INTEGER,
    "parent_id" INTEGER,
    "state" "task_state" NOT NULL DEFAULT 'draft',
    "kind" "task_kind" NOT NULL DEFAULT 'assignment',
    "headline" TEXT NOT NULL,
    "text_kk" TEXT,
    "text_ru" TEXT,
    "issuer_post_id" INTEGER,
    "issuer_person_id" INTEGER,
    "controller_post_id" INTEGER,
    "root_org_id" INTEGER NOT NULL,
    "topic" TEXT,
    "programmes" TEXT[],
    "completion_form" TEXT,
    "urgency" TEXT,
    "special_control" BOOLEAN NOT NULL DEFAULT false,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "public" BOOLEAN NOT NULL DEFAULT false,
    "term" "task_term" NOT NULL DEFAULT 'dated',
    "due" DATE,
    "due_time" TEXT,
    "fan_out" BOOLEAN NOT NULL DEFAULT false,
    "home_place_id" INTEGER,
    "drafted_by_id" INTEGER,
    "draft_chat_id" INTEGER,
    "draft_message_id" BIGINT,
    "draft_doubts" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" INTEGER,
    "closing_reason" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "request_key" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "role" "participation_role" NOT NULL DEFAULT 'responsible',
    "force" "task_kind" NOT NULL,
    "state" "participation_state" NOT NULL DEFAULT 'assigned',
    "first_due" DATE,
    "due" DATE,
    "due_time" TEXT,
    "extension_count" INTEGER NOT NULL DEFAULT 0,
    "acknowledged_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "in_time" BOOLEAN,
    "return_count" INTEGER NOT NULL DEFAULT 0,
    "state_reason" TEXT,
    "waived_reason" TEXT,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "report_state" NOT NULL DEFAULT 'submitted',
    "final" BOOLEAN NOT NULL,
    "text" TEXT,
    "progress" SMALLINT,
    "numbers" JSONB,
    "by_person_id" INTEGER NOT NULL,
    "by_post_id" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_post_id" INTEGER,
    "comment" TEXT,
    "chat_id" INTEGER,
    "message_id" BIGINT,
    "request_key" TEXT,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER,
    "resolution_id" INTEGER,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "mime" TEXT,
    "size" INTEGER,
    "telegram_file_id" TEXT,
    "telegram_unique_id" TEXT,
    "sha256" TEXT,
    "chat_id" INTEGER,
    "message_id" BIGINT,
    "media_group_id" TEXT,
    "caption" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" SERIAL NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "state" "extension_state" NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "old_due" DATE NOT NULL,
    "proposed_due" DATE NOT NULL,
    "new_due" DATE,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_post_id" INTEGER,
    "comment" TEXT,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" SERIAL NOT NULL,
    "org_id" INTEGER NOT NULL,
    "theme" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'ordinary',
    "number" TEXT,
    "day" DATE NOT NULL,
    "place" TEXT,
    "chair_post_id" INTEGER NOT NULL,
    "secretary_post_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "state" "resolution_state" NOT NULL DEFAULT 'draft',
    "drafted_by_id" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "adopted_at" TIMESTAMPTZ(3),
    "adopted_by_post_id" INTEGER,
    "on_paper" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "home_place_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" SERIAL NOT NULL,
    "participation_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "due" DATE NOT NULL,
    "recipient" TEXT NOT NULL,
    "message_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "org_id" INTEGER,
    "resolution_id" INTEGER,
    "topic" TEXT,
    "locale" TEXT NOT NULL,
    "weekday" SMALLINT NOT NULL DEFAULT 1,
    "hour" SMALLINT NOT NULL DEFAULT 9,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "week" SMALLINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dialog_state" (
    "key" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dialog_state_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "seen_update" (
    "update_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "seen_update_pkey" PRIMARY KEY ("update_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "journal_event_entity_entity_id_idx" ON "journal_event"("entity", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "journal_event_chain_id_seq_key" ON "journal_event"("chain_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_message_dedupe_key_key" ON "outgoing_message"("dedupe_key");

-- CreateIndex
CREATE INDEX "outgoing_message_chat_id_message_id_idx" ON "outgoing_message"("chat_id", "message_id");

-- CreateIndex
CREATE INDEX "outgoing_message_living_key_idx" ON "outgoing_message"("living_key");

-- CreateIndex
CREATE INDEX "outgoing_message_kind_subject_id_idx" ON "outgoing_message"("kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_path_idx" ON "organisation"("path");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_org_id_role_name_ru_key" ON "post"("org_id", "role", "name_ru");

-- CreateIndex
CREATE UNIQUE INDEX "person_telegram_id_key" ON "person"("telegram_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_chat_id_key" ON "person"("chat_id");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_post_id_idx" ON "appointment"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE INDEX "invite_post_id_idx" ON "invite"("post_id");

-- CreateIndex
CREATE INDEX "claim_post_id_idx" ON "claim"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_telegram_id_key" ON "chat"("telegram_id");

-- CreateIndex
CREATE INDEX "place_org_id_idx" ON "place"("org_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_request_key_key" ON "task"("request_key");

-- CreateIndex
CREATE INDEX "task_state_idx" ON "task"("state");

-- CreateIndex
CREATE INDEX "task_root_org_id_number_idx" ON "task"("root_org_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "task_resolution_id_position_key" ON "task"("resolution_id", "position");

-- CreateIndex
CREATE INDEX "participation_post_id_state_idx" ON "participation"("post_id", "state");

-- CreateIndex
CREATE INDEX "participation_state_due_idx" ON "participation"("state", "due");

-- CreateIndex
CREATE UNIQUE INDEX "participation_task_id_post_id_key" ON "participation"("task_id", "post_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_request_key_key" ON "report"("request_key");

-- CreateIndex
CREATE UNIQUE INDEX "report_participation_id_version_key" ON "report"("participation_id", "version");

-- CreateIndex
CREATE INDEX "attachment_report_id_idx" ON "attachment"("report_id");

-- CreateIndex
CREATE INDEX "attachment_resolution_id_idx" ON "attachment"("resolution_id");

-- CreateIndex
CREATE INDEX "attachment_chat_id_media_group_id_idx" ON "attachment"("chat_id", "media_group_id");

-- CreateIndex
CREATE INDEX "extension_participation_id_idx" ON "extension"("participation_id");

-- CreateIndex
CREATE INDEX "resolution_meeting_id_idx" ON "resolution"("meeting_id");

-- CreateIndex
CREATE INDEX "notice_message_id_idx" ON "notice"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_participation_id_step_due_recipient_key" ON "notice"("participation_id", "step", "due", "recipient");

-- CreateIndex
CREATE INDEX "subscription_person_id_idx" ON "subscription"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_day_week_key" ON "calendar_day"("day", "week");

-- CreateIndex
CREATE INDEX "seen_update_at_idx" ON "seen_update"("at");

-- AddForeignKey
ALTER TABLE "outgoing_message" ADD CONSTRAINT "outgoing_message_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_message" ADD CONSTRAINT "outgoing_message_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_bound_by_id_fkey" FOREIGN KEY ("bound_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_issuer_post_id_fkey" FOREIGN KEY ("issuer_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_controller_post_id_fkey" FOREIGN KEY ("controller_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_home_place_id_fkey" FOREIGN KEY ("home_place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_by_post_id_fkey" FOREIGN KEY ("by_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_decided_by_post_id_fkey" FOREIGN KEY ("decided_by_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_chair_post_id_fkey" FOREIGN KEY ("chair_post_id") REFERENCES "post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_secretary_post_id_fkey" FOREIGN KEY ("secretary_post_id") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_participation_id_fkey" FOREIGN KEY ("participation_id") REFERENCES "participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "outgoing_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say: append-only journal, partial indexes, checks.

CREATE FUNCTION "journal_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP;
END
$$;
CREATE TRIGGER "journal_event_no_change" BEFORE UPDATE OR DELETE ON "journal_event"
  FOR EACH ROW EXECUTE FUNCTION "journal_refuse_change"();
CREATE TRIGGER "journal_event_no_truncate" BEFORE TRUNCATE ON "journal_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_refuse_change"();

-- The sender's scan, and one planned edit at most for each living message.
CREATE INDEX "outgoing_message_due" ON "outgoing_message" ("due_at", "id") WHERE "state" = 'planned';
CREATE INDEX "outgoing_message_in_flight" ON "outgoing_message" ("state") WHERE "state" IN ('leased', 'sending');
CREATE UNIQUE INDEX "outgoing_message_living_planned" ON "outgoing_message" ("living_key") WHERE "state" = 'planned';
CREATE INDEX "outgoing_message_recently_sent" ON "outgoing_message" ("sent_at") WHERE "sent_at" IS NOT NULL;
ALTER TABLE "outgoing_message" ADD CONSTRAINT "outgoing_message_state" CHECK ("state" IN ('planned', 'leased', 'sending', 'sent', 'unknown', 'dead', 'cancelled'));

ALTER TABLE "organisation" ADD CONSTRAINT "organisation_week" CHECK ("week" IN (5, 6));
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_not_own_parent" CHECK ("parent_id" IS DISTINCT FROM "id");
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_days" CHECK ("to_day" IS NULL OR "to_day" >= "from_day");
ALTER TABLE "report" ADD CONSTRAINT "report_progress" CHECK ("progress" BETWEEN 0 AND 100);
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_values" CHECK ("week" IN (0, 5, 6) AND "kind" IN ('off', 'work'));
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_time" CHECK ("weekday" BETWEEN 1 AND 7 AND "hour" BETWEEN 0 AND 23);

-- One open binding for a group or topic, one open claim for a person and post.
CREATE UNIQUE INDEX "place_open_group" ON "place" ("chat_id") WHERE "unbound_at" IS NULL AND "thread_id" IS NULL;
CREATE UNIQUE INDEX "place_open_topic" ON "place" ("chat_id", "thread_id") WHERE "unbound_at" IS NULL AND "thread_id" IS NOT NULL;
CREATE UNIQUE INDEX "claim_open" ON "claim" ("post_id", "telegram_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "appointment_open_holder" ON "appointment" ("post_id", "person_id") WHERE "to_day" IS NULL;
CREATE UNIQUE INDEX "task_number_in_root" ON "task" ("root_org_id", "number") WHERE "resolution_id" IS NULL AND "number" IS NOT NULL;
