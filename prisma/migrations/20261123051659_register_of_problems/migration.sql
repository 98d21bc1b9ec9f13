-- CreateTable
CREATE TABLE "problem" (
    "id" SERIAL NOT NULL,
    "root_org_id" INTEGER NOT NULL,
    "org_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_by_post_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_post_id" INTEGER,
    "ending_reason" TEXT,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_measure" (
    "problem_id" INTEGER NOT NULL,
    "measure_id" INTEGER NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_measure_pkey" PRIMARY KEY ("problem_id","measure_id")
);

-- CreateIndex
CREATE INDEX "problem_org_id_state_idx" ON "problem"("org_id", "state");

-- CreateIndex
CREATE INDEX "problem_measure_measure_id_idx" ON "problem_measure"("measure_id");

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_measure" ADD CONSTRAINT "problem_measure_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_measure" ADD CONSTRAINT "problem_measure_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
