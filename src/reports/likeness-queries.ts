// Texts that new reports are compared with: those of the same tasks, and earlier ones of the same people.
import type { App } from '../app.ts';

export type Text = { reportId: number; participationId: number; taskId: number; personId: number; text: string };

/** Shorter texts are not compared, and not read. */
const shortest = 40;
/** So many of a person's own earlier reports are looked at. */
const ownReports = 50;

/** The reports that are to be checked, with the text of their task, by id; answers in fields are alike by nature. */
export async function textsToCheck(app: App, reportIds: number[]): Promise<(Text & { task: string })[]> {
  return app.db.$queryRaw`
    SELECT r.id AS "reportId", p.id AS "participationId", p.task_id AS "taskId", r.by_person_id AS "personId", r.text,
      concat_ws(' ', t.text_kk, t.text_ru) AS task
    FROM report r JOIN participation p ON p.id = r.participation_id JOIN task t ON t.id = p.task_id
    WHERE r.id = ANY (${reportIds}::int[]) AND length(r.text) >= ${shortest}
      AND NOT EXISTS (SELECT 1 FROM collection c WHERE c.task_id = t.id) ORDER BY r.id`;
}

/** The newest report of each share of these tasks, by id. One statement. */
export async function textsOfTasks(app: App, taskIds: number[]): Promise<Text[]> {
  return app.db.$queryRaw`
    SELECT * FROM (SELECT DISTINCT ON (p.id) r.id AS "reportId", p.id AS "participationId", p.task_id AS "taskId",
        r.by_person_id AS "personId", r.text
      FROM report r JOIN participation p ON p.id = r.participation_id
      WHERE p.task_id = ANY (${taskIds}::int[]) AND r.state <> 'undone' AND length(r.text) >= ${shortest}
      ORDER BY p.id, r.version DESC) texts ORDER BY "reportId"`;
}

/** The last reports of these people, the newest first. One statement. */
export async function textsOfPeople(app: App, personIds: number[]): Promise<Text[]> {
  return app.db.$queryRaw`
    SELECT own.* FROM unnest(${personIds}::int[]) AS who (id) CROSS JOIN LATERAL (
      SELECT r.id AS "reportId", p.id AS "participationId", p.task_id AS "taskId", r.by_person_id AS "personId", r.text
      FROM report r JOIN participation p ON p.id = r.participation_id
      WHERE r.by_person_id = who.id AND r.state <> 'undone' AND length(r.text) >= ${shortest}
      ORDER BY r.submitted_at DESC LIMIT ${ownReports}) own`;
}
