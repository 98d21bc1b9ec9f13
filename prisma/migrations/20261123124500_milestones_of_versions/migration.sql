-- A version names its milestones by id, so that marks stay with one that is renamed or moved later. None was until now: name and day find it.
UPDATE roadmap_version v SET content = jsonb_set(v.content, '{sections}', (
  SELECT coalesce(jsonb_agg(jsonb_set(s.value, '{measures}', (
    SELECT coalesce(jsonb_agg(jsonb_set(m.value, '{milestones}', (
      SELECT coalesce(jsonb_agg(k.value || jsonb_build_object('milestoneId', (
        SELECT min(x.id) FROM milestone x WHERE x.measure_id = (m.value ->> 'measureId')::int
          AND x.name = k.value ->> 'name' AND x.due = (k.value ->> 'due')::date)) ORDER BY k.ordinality), '[]'::jsonb)
      FROM jsonb_array_elements(m.value -> 'milestones') WITH ORDINALITY k)) ORDER BY m.ordinality), '[]'::jsonb)
    FROM jsonb_array_elements(s.value -> 'measures') WITH ORDINALITY m)) ORDER BY s.ordinality), '[]'::jsonb)
  FROM jsonb_array_elements(v.content -> 'sections') WITH ORDINALITY s));
