// Remembers which roster file somebody was shown the dry run of, so that the press imports that file and no other.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from './rules.ts';

/** `digest`: SHA-256 of the bytes, hexadecimal; `plan`: digest of the difference that was shown. */
export type RememberedFile = { fileId: string; name: string; digest: string; plan?: string };

const keyOf = (actor: Actor): string => `roster:${actor.personId}`;

/** Keeps the file as the one to be imported next by this person; an earlier one is forgotten. */
export async function rememberRosterFile(app: App, actor: Actor, file: RememberedFile): Promise<void> {
  const value = JSON.stringify(file);
  const key = keyOf(actor);
  await app.db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** The remembered file whose digest begins so. Throws UserError when it is another one, or none any more. */
export async function recallRosterFile(app: App, actor: Actor, digestStart: string): Promise<RememberedFile> {
  const setting = await app.db.setting.findUnique({ where: { key: keyOf(actor) } });
  const file = setting ? (JSON.parse(setting.value) as RememberedFile) : null;
  if (!file || digestStart.length < 16 || !file.digest.startsWith(digestStart)) throw new UserError('org-roster-stale');
  return file;
}

/** Forgets the file of this person, once imported or put aside. */
export async function forgetRosterFile(app: App, actor: Actor): Promise<void> {
  await app.db.setting.deleteMany({ where: { key: keyOf(actor) } });
}

/** Milliseconds after /import in which any table is taken for the roster. */
const wishHolds = 3_600_000;

const wishOf = (actor: Actor): string => `roster-wish:${actor.personId}`;

/** Notes that this person asked to import: their next table is a roster, whatever it looks like. */
export async function noteImportWish(app: App, actor: Actor): Promise<void> {
  const key = wishOf(actor);
  const value = app.now().toISOString();
  await app.db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** True once after /import, within an hour. */
export async function takeImportWish(app: App, actor: Actor): Promise<boolean> {
  const key = wishOf(actor);
  const noted = await app.db.setting.findUnique({ where: { key } });
  if (!noted) return false;
  await app.db.setting.deleteMany({ where: { key } });
  return app.now().getTime() - new Date(noted.value).getTime() < wishHolds;
}

const missingOf = (actor: Actor): string => `roster-missing:${actor.personId}`;

/** Notes which posts the imported file did not name, so that the press closes those and no others. */
export async function noteMissing(app: App, actor: Actor, postIds: number[]): Promise<void> {
  const key = missingOf(actor);
  const value = JSON.stringify(postIds);
  await app.db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** The posts noted, once; throws UserError when there are not so many (another file was imported, or the press came twice). */
export async function takeMissing(app: App, actor: Actor, count: number): Promise<number[]> {
  const key = missingOf(actor);
  const noted = await app.db.setting.findUnique({ where: { key } });
  const postIds = noted ? (JSON.parse(noted.value) as number[]) : [];
  if (!noted || postIds.length !== count) throw new UserError('org-roster-stale');
  const { count: taken } = await app.db.setting.deleteMany({ where: { key, value: noted.value } });
  if (taken === 0) throw new UserError('org-roster-stale');
  return postIds;
}
