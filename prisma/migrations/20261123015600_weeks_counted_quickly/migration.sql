-- Eight weeks of a city are counted from the index alone: what was accepted in them, and what of it had come late.
CREATE INDEX "participation_accepted" ON "participation" ("accepted_at")
  INCLUDE ("id", "task_id", "post_id", "due", "due_time", "submitted_at", "in_time", "state", "force", "extension_count")
  WHERE "accepted_at" IS NOT NULL;
