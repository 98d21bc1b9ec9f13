-- CreateTable
CREATE TABLE "print_order" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "request_key" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "print_order_request_key_key" ON "print_order"("request_key");
