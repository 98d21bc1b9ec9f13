-- A task has one roadmap. Of several that two people sent at once, the one in force stays its roadmap, else the first; the others stay without a task.
UPDATE "roadmap" SET "task_id" = NULL WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (PARTITION BY "task_id" ORDER BY ("state" = 'draft'), "id") AS "place"
    FROM "roadmap" WHERE "task_id" IS NOT NULL AND "state" <> 'cancelled') AS "ranked"
  WHERE "place" > 1);

-- CreateIndex
CREATE UNIQUE INDEX "roadmap_of_task" ON "roadmap" ("task_id") WHERE "state" <> 'cancelled';
