-- CreateTable
CREATE TABLE "unread_document" (
    "id" SERIAL NOT NULL,
    "chat_id" INTEGER NOT NULL,
    "message_id" BIGINT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "file_id" TEXT NOT NULL,
    "unique_id" TEXT NOT NULL,
    "name" TEXT,
    "mime" TEXT,
    "caption" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unread_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unread_document_chat_id_message_id_key" ON "unread_document"("chat_id", "message_id");
