-- Words as people type them, the same as `fold` of the bot: lower case whatever the locale of the server, Kazakh letters as on a Russian keyboard.
CREATE FUNCTION "fold_words"(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(lower(words), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІёәғқңөұүһі', 'абвгдеежзийклмнопрстуфхцчшщъыьэюяагкноуухиеагкноуухи');

-- Tasks are found by the beginnings of their words, in both languages.
CREATE FUNCTION "task_words"(text_kk text, text_ru text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
RETURN to_tsvector('pg_catalog.simple'::regconfig, "fold_words"(coalesce(text_kk, '') || ' ' || coalesce(text_ru, '')));

CREATE INDEX "task_words_idx" ON "task" USING gin ("task_words"("text_kk", "text_ru"));
