-- CreateTable
CREATE TABLE "measure_indicator" (
    "measure_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "measure_indicator_pkey" PRIMARY KEY ("measure_id","indicator_id")
);

-- CreateIndex
CREATE INDEX "measure_indicator_indicator_id_idx" ON "measure_indicator"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "measure_indicator_measure_id_position_key" ON "measure_indicator"("measure_id", "position");

-- AddForeignKey
ALTER TABLE "measure_indicator" ADD CONSTRAINT "measure_indicator_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure_indicator" ADD CONSTRAINT "measure_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nothing is lost: the only indicator of a measure becomes its first one, in the versions that were kept as well.
INSERT INTO "measure_indicator" ("measure_id", "indicator_id", "position")
SELECT m."id", i."id", 1 FROM "measure" m JOIN "indicator" i ON i."id" = m."indicator_id";

UPDATE "roadmap_version" SET "content" = jsonb_set("content", '{sections}', (
  SELECT jsonb_agg(jsonb_set(s.section, '{measures}', (
    SELECT coalesce(jsonb_agg((m.measure - 'indicatorId') || jsonb_build_object('indicatorIds',
      CASE WHEN jsonb_typeof(m.measure -> 'indicatorId') = 'number' THEN jsonb_build_array(m.measure -> 'indicatorId') ELSE '[]'::jsonb END
    ) ORDER BY m.n), '[]'::jsonb)
    FROM jsonb_array_elements(s.section -> 'measures') WITH ORDINALITY AS m(measure, n)
  )) ORDER BY s.n)
  FROM jsonb_array_elements("content" -> 'sections') WITH ORDINALITY AS s(section, n)
)) WHERE jsonb_array_length("content" -> 'sections') > 0;

-- AlterTable
ALTER TABLE "measure" DROP COLUMN "indicator_id";
