-- The journal learns from the tables themselves what an event changed: no action can forget a column.
-- Changes of a transaction gather in its setting "orynda.changes", a line of JSON for each statement, until the next event
-- takes them (src/journal/actions.ts). Drafts do not count: a task comes into being when it is issued, with its shares.

CREATE FUNCTION "journal_note"(entity text, changed jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF changed IS NULL OR current_setting('orynda.changes_off', true) = 'on' THEN RETURN; END IF;
  PERFORM set_config('orynda.changes',
    coalesce(current_setting('orynda.changes', true), '') || jsonb_build_object('entity', entity, 'rows', changed)::text || E'\n', true);
END
$$;

-- What of a row is remembered. The words of a task are turned into digests by the event: they never stand in the journal.
CREATE FUNCTION "journal_row_of_task"(r "task") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('state', r.state, 'number', r.number, 'kind', r.kind, 'term', r.term, 'due', r.due, 'dueTime', r.due_time,
    'issuerPostId', r.issuer_post_id, 'controllerPostId', r.controller_post_id, 'resolutionId', r.resolution_id, 'position', r.position,
    'parentId', r.parent_id, 'parentShareId', r.parent_share_id, 'seriesId', r.series_id, 'period', r.period, 'recurrence', r.recurrence,
    'specialControl', r.special_control, 'confidential', r.confidential, 'public', r.public, 'textKk', r.text_kk, 'textRu', r.text_ru))
$$;
CREATE FUNCTION "journal_row_of_participation"(r "participation") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('postId', r.post_id, 'role', r.role, 'force', r.force, 'state', r.state, 'firstDue', r.first_due, 'due', r.due,
    'dueTime', r.due_time, 'extensionCount', r.extension_count, 'inTime', r.in_time, 'returnCount', r.return_count,
    'progress', r.progress, 'blocked', r.blocked_at IS NOT NULL, 'replacesId', r.replaces_id))
$$;
CREATE FUNCTION "journal_row_of_extension"(r "extension") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('participationId', r.participation_id, 'state', r.state, 'oldDue', r.old_due, 'proposedDue', r.proposed_due,
    'newDue', r.new_due, 'late', r.late, 'decidedByPostId', r.decided_by_post_id))
$$;
CREATE FUNCTION "journal_row_of_resolution"(r "resolution") RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('meetingId', r.meeting_id, 'state', r.state, 'version', r.version, 'onPaper', r.on_paper,
    'paperDay', r.paper_day, 'adoptedByPostId', r.adopted_by_post_id, 'agreeBy', r.agree_by))
$$;

CREATE FUNCTION "journal_watch_task"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "journal_note"('task', (SELECT jsonb_agg(jsonb_build_array(n.id, n.id, NULL, "journal_row_of_task"(n)))
      FROM new_rows n WHERE n.state <> 'draft'));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "journal_note"('task', (SELECT jsonb_agg(jsonb_build_array(o.id, o.id, "journal_row_of_task"(o), NULL))
      FROM old_rows o WHERE o.state <> 'draft'));
  ELSE
    PERFORM "journal_note"('task', (SELECT jsonb_agg(jsonb_build_array(id, id, was, now)) FROM (
      SELECT n.id, CASE WHEN o.state <> 'draft' THEN "journal_row_of_task"(o) END AS was,
        CASE WHEN n.state <> 'draft' THEN "journal_row_of_task"(n) END AS now
      FROM new_rows n JOIN old_rows o ON o.id = n.id OFFSET 0) AS changed WHERE was IS DISTINCT FROM now));
    PERFORM "journal_note"('participation', (SELECT jsonb_agg(jsonb_build_array(p.id, p.task_id,
        CASE WHEN n.state = 'draft' THEN "journal_row_of_participation"(p) END, CASE WHEN n.state <> 'draft' THEN "journal_row_of_participation"(p) END))
      FROM new_rows n JOIN old_rows o ON o.id = n.id JOIN "participation" p ON p.task_id = n.id
      WHERE (o.state = 'draft') <> (n.state = 'draft')));
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "journal_watch_participation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "journal_note"('participation', (SELECT jsonb_agg(jsonb_build_array(n.id, n.task_id, NULL, "journal_row_of_participation"(n)))
      FROM new_rows n JOIN "task" t ON t.id = n.task_id WHERE t.state <> 'draft'));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "journal_note"('participation', (SELECT jsonb_agg(jsonb_build_array(o.id, o.task_id, "journal_row_of_participation"(o), NULL))
      FROM old_rows o JOIN "task" t ON t.id = o.task_id WHERE t.state <> 'draft'));
  ELSE
    PERFORM "journal_note"('participation', (SELECT jsonb_agg(jsonb_build_array(id, task_id, was, now)) FROM (
      SELECT n.id, n.task_id, "journal_row_of_participation"(o) AS was, "journal_row_of_participation"(n) AS now
      FROM new_rows n JOIN old_rows o ON o.id = n.id JOIN "task" t ON t.id = n.task_id
      WHERE t.state <> 'draft' OFFSET 0) AS changed WHERE was <> now));
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "journal_watch_extension"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "journal_note"('extension', (SELECT jsonb_agg(jsonb_build_array(n.id, p.task_id, NULL, "journal_row_of_extension"(n)))
      FROM new_rows n JOIN "participation" p ON p.id = n.participation_id));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "journal_note"('extension', (SELECT jsonb_agg(jsonb_build_array(o.id, p.task_id, "journal_row_of_extension"(o), NULL))
      FROM old_rows o LEFT JOIN "participation" p ON p.id = o.participation_id));
  ELSE
    PERFORM "journal_note"('extension', (SELECT jsonb_agg(jsonb_build_array(id, task_id, was, now)) FROM (
      SELECT n.id, p.task_id, "journal_row_of_extension"(o) AS was, "journal_row_of_extension"(n) AS now
      FROM new_rows n JOIN old_rows o ON o.id = n.id JOIN "participation" p ON p.id = n.participation_id
      OFFSET 0) AS changed WHERE was <> now));
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "journal_watch_resolution"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "journal_note"('resolution', (SELECT jsonb_agg(jsonb_build_array(n.id, NULL, NULL, "journal_row_of_resolution"(n))) FROM new_rows n));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM "journal_note"('resolution', (SELECT jsonb_agg(jsonb_build_array(o.id, NULL, "journal_row_of_resolution"(o), NULL)) FROM old_rows o));
  ELSE
    PERFORM "journal_note"('resolution', (SELECT jsonb_agg(jsonb_build_array(n.id, NULL, "journal_row_of_resolution"(o), "journal_row_of_resolution"(n)))
      FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE "journal_row_of_resolution"(o) <> "journal_row_of_resolution"(n)));
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "task_journal_insert" AFTER INSERT ON "task" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_task"();
CREATE TRIGGER "task_journal_update" AFTER UPDATE ON "task" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_task"();
CREATE TRIGGER "task_journal_delete" AFTER DELETE ON "task" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_task"();
CREATE TRIGGER "participation_journal_insert" AFTER INSERT ON "participation" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_participation"();
CREATE TRIGGER "participation_journal_update" AFTER UPDATE ON "participation" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_participation"();
CREATE TRIGGER "participation_journal_delete" AFTER DELETE ON "participation" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_participation"();
CREATE TRIGGER "extension_journal_insert" AFTER INSERT ON "extension" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_extension"();
CREATE TRIGGER "extension_journal_update" AFTER UPDATE ON "extension" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_extension"();
CREATE TRIGGER "extension_journal_delete" AFTER DELETE ON "extension" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_extension"();
CREATE TRIGGER "resolution_journal_insert" AFTER INSERT ON "resolution" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_resolution"();
CREATE TRIGGER "resolution_journal_update" AFTER UPDATE ON "resolution" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_resolution"();
CREATE TRIGGER "resolution_journal_delete" AFTER DELETE ON "resolution" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION "journal_watch_resolution"();

-- The events that touched a task: its story, and the past state of a resolution.
CREATE INDEX "journal_event_touched" ON "journal_event" USING gin (("data" -> 'touched') jsonb_path_ops) WHERE "data" ? 'touched';
