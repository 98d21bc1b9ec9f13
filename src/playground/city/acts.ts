// What people of the city do again and again: give a task by one message, answer it, decide on a report.
import { acceptReport, returnReport, submitReport } from '../../reports/actions.ts';
import { acknowledge } from '../../tasks/actions.ts';
import { printDayShort } from '../../time.ts';
import type { City } from './founding.ts';
import type { Spot } from './people.ts';
import { type Motif, picture } from './picture.ts';

/** Somebody of the roster: code of the organisation and role. */
export type Who = readonly [code: string, role: string];
/** The holders of posts by organisation and role. */
export const deputy: Who = ['city', 'deputy'];
export const department: Who = ['edu', 'dept_head'];
export const control: Who = ['control', 'controller'];
export const head = (number: number): Who => [`s${number}`, 'school_head'];

/** The private chat of somebody with the bot. */
export function roomOf(city: City, who: Who): Spot {
  return city.site.people.privately(city.user(...who));
}

/** '25.12.2026' for the day so many working days from today: as people write it. */
export function written(city: City, offset: number): string {
  return printDayShort(city.site.timeline.day(offset));
}

/** Writes a task and presses Issue under the draft. Returns its id. Throws when the bot did not understand the words. */
export async function issues(city: City, who: Who, spot: Spot, words: string): Promise<number> {
  const { app, people, timeline } = city.site;
  const user = city.user(...who);
  await people.says(user, spot, words);
  await people.issues(user, spot);
  await timeline.settle();
  const issuerPostId = city.post(...who);
  const task = await app.db.task.findFirst({ where: { issuerPostId, state: 'issued' }, orderBy: { id: 'desc' } });
  if (!task) throw new Error(`not issued: ${words}`);
  return task.id;
}

/** Id of somebody's share of a task. */
export async function shareOf(city: City, taskId: number, who: Who): Promise<number> {
  const where = { taskId_postId: { taskId, postId: city.post(...who) } };
  return (await city.site.app.db.participation.findUniqueOrThrow({ where })).id;
}

/** Presses "I have read it" under the private message of the task. */
export async function reads(city: City, taskId: number, who: Who): Promise<void> {
  await city.site.people.presses(city.user(...who), roomOf(city, who), `tasks.ack:${await shareOf(city, taskId, who)}`);
  await city.site.timeline.settle();
}

export type Words = { text: string; photos?: Motif[] };

/** Answers the private message of the task with words and photos, as a head does. */
export async function reports(city: City, taskId: number, who: Who, { text, photos = [] }: Words): Promise<void> {
  const verb = `reports.start:${await shareOf(city, taskId, who)}`;
  await answers(city, roomOf(city, who), who, verb, { text, photos });
}

/** Answers the card of the task in its group. */
export async function reportsInGroup(city: City, taskId: number, who: Who, spot: Spot, words: Words): Promise<void> {
  await answers(city, spot, who, `tasks.open:${taskId}`, words);
}

async function answers(city: City, spot: Spot, who: Who, verb: string, { text, photos = [] }: Words): Promise<void> {
  const { people, timeline } = city.site;
  const user = city.user(...who);
  const asked = people.oldestButton(spot, verb);
  if (!asked) throw new Error(`${user.first_name} has no message to answer: ${verb}`);
  const manner = { replyTo: asked.stored.message.message_id };
  const [photo, ...more] = photos.map((motif, shade) => picture(motif, shade));
  if (!photo) await people.says(user, spot, text, manner);
  else if (more.length === 0) await people.says(user, spot, { photo, caption: text }, manner);
  else await people.sendsAlbum(user, spot, [photo, ...more], text, manner);
  // What the completion form asks for comes later.
  if (people.newestButton(spot, 'reports.anyway')) {
    await people.presses(user, spot, 'reports.anyway');
    await people.presses(user, spot, 'd:later');
  }
  await timeline.settle();
}

/** Files a report by the action alone, for heads whose chats nobody reads; `photo` is a file that Telegram knows. */
export async function files(
  city: City,
  participationId: number,
  who: Who,
  report: { text: string; final: boolean; progress?: number; photo?: { fileId: string; uniqueId: string } },
): Promise<void> {
  const { text, final, progress, photo } = report;
  await submitReport(city.site.app, await city.actor(...who), {
    participationId,
    text,
    final,
    progress,
    attachments: photo ? [{ kind: 'photo', ...photo }] : [],
    requestKey: `city:${participationId}:${city.site.app.now().getTime()}`,
  });
}

/** Says "I have read it" by the action alone. */
export async function notes(city: City, participationId: number, who: Who): Promise<void> {
  await acknowledge(city.site.app, await city.actor(...who), { participationId });
}

/** Id of the report on this share that waits for a decision. */
async function waitingReport(city: City, participationId: number): Promise<number> {
  const where = { participationId, state: 'submitted', final: true } as const;
  return (await city.site.app.db.report.findFirstOrThrow({ where, orderBy: { version: 'desc' } })).id;
}

/** Accepts or returns what waits on this share, by the action alone. */
export async function decides(city: City, participationId: number, who: Who, reason?: string): Promise<void> {
  const { app } = city.site;
  const reportId = await waitingReport(city, participationId);
  const actor = await city.actor(...who);
  if (reason === undefined) await acceptReport(app, actor, { reportId });
  else await returnReport(app, actor, { reportId, reason });
}

/** Opens the report of this share from the list "For review" in the private chat and presses a decision. */
export async function reviews(
  city: City,
  taskId: number,
  { by, of, press }: { by: Who; of: Who; press: 'accept' | 'acceptclose' | 'return' },
): Promise<void> {
  const { people, timeline } = city.site;
  const [user, room] = [city.user(...by), roomOf(city, by)];
  const id = await waitingReport(city, await shareOf(city, taskId, of));
  await people.presses(user, room, `reports.open:${id}`);
  await people.presses(user, room, `reports.${press}:${id}`);
  if (press === 'return') await people.presses(user, room, `reports.reason:${id}:files`);
  await timeline.settle();
}
