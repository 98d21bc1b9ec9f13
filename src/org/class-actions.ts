// The class of executors of a task names its subtree by path: it follows when organisations move. Writes a table that lies further right.
import type { App } from '../app.ts';

/** Brings the paths of classes up to date with where their organisations lie now, so that schools that join later are still offered. Joins the transaction of the move. One statement. */
export async function followClasses(app: App): Promise<void> {
  await app.db.$executeRaw`
    UPDATE task t SET executor_class = jsonb_set(t.executor_class, '{path}', to_jsonb(o.path)) FROM organisation o
    WHERE t.executor_class IS NOT NULL AND o.id = substring(t.executor_class->>'path' from '([0-9]+)/$')::int
      AND o.path <> t.executor_class->>'path'`;
}
