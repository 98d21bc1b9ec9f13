// Orders of files: written down when they are pressed, written out beside the handling of updates, kept for a while when they fail.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { executionFor } from './execution-past-queries.ts';
import { actFor } from './hand-over-queries.ts';
import { mayPrint, unitFor } from './print-queries.ts';
import { isUnitForm, readWanted, type Wanted, wantedArgs } from './print-rules.ts';
import { seesSubject } from './subject-queries.ts';

export type Order = { id: number; personId: number; wanted: Wanted; attempts: number };

/** Orders of one person that may wait at once. */
const most = 5;
/** Days for which an order that was given up can be tried anew. */
const kept = 7;

/**
 * Orders a file and wakes the printer; the same press again changes nothing. Throws UserError for what the actor may not print or see,
 * and while too many of the actor's orders wait.
 */
export async function orderFile(
  app: App,
  actor: Actor,
  { wanted, requestKey }: { wanted: Wanted; requestKey: string },
): Promise<void> {
  await mayOrder(app, actor, wanted);
  await hasRoom(app, actor);
  const data = { personId: actor.personId, requestKey, createdAt: app.now(), choice: wantedArgs(wanted) };
  await app.db.printOrder.createMany({ data: [data], skipDuplicates: true });
  app.wakePrinter();
}

/** An order that was given up is tried anew, once for many presses. Throws UserError for one that is not the actor's, or no longer kept. */
export async function orderAgain(app: App, actor: Actor, { orderId }: { orderId: number }): Promise<void> {
  await hasRoom(app, actor);
  const { count } = await app.db.printOrder.updateMany({
    where: { id: orderId, personId: actor.personId, failedAt: { not: null } },
    data: { failedAt: null, attempts: 0, createdAt: app.now() },
  });
  if (count === 0) throw new UserError('telegram-stale-button');
  app.wakePrinter();
}

async function mayOrder(app: App, actor: Actor, wanted: Wanted): Promise<void> {
  if (wanted.is === 'public') {
    const reads = actor.posts.some(({ orgPath }) => may(actor, 'digests.read', { orgPath }));
    if (!reads) throw new UserError('telegram-not-allowed');
    return;
  }
  if (wanted.is === 'act') return void (await actFor(app, actor, wanted.eventId, wanted.postId || undefined));
  const { choice } = wanted;
  mayPrint(actor, choice);
  if (isUnitForm(choice.form)) await unitFor(app, actor, choice.subject);
  else if (choice.form === 'execution') await executionFor(app, actor, choice);
  else await seesSubject(app, actor, choice);
}

async function hasRoom(app: App, { personId }: Actor): Promise<void> {
  const waiting = await app.db.printOrder.count({ where: { personId, failedAt: null } });
  if (waiting >= most) throw new UserError('print-wait');
}

/** The orders that wait, the oldest first; one that a later version no longer reads is dropped. */
export async function waitingOrders(app: App): Promise<Order[]> {
  const rows = await app.db.printOrder.findMany({ where: { failedAt: null }, orderBy: { id: 'asc' }, take: 20 });
  const orders: Order[] = [];
  for (const { id, personId, choice: args, attempts } of rows) {
    const wanted = readWanted(Array.isArray(args) ? args.map(String) : []);
    if (wanted) orders.push({ id, personId, wanted, attempts });
    else await forgetOrder(app, id);
  }
  return orders;
}

/** The file is sent, or its orderer knows why it never will be. */
export async function forgetOrder(app: App, id: number): Promise<void> {
  await app.db.printOrder.deleteMany({ where: { id } });
}

/** One more try has failed. */
export async function noteAttempt(app: App, id: number): Promise<void> {
  await app.db.printOrder.updateMany({ where: { id }, data: { attempts: { increment: 1 } } });
}

/** No more tries, until its orderer asks for them; orders given up a week ago are forgotten. */
export async function giveUp(app: App, id: number): Promise<void> {
  const now = app.now();
  await app.db.printOrder.updateMany({ where: { id }, data: { failedAt: now } });
  const before = new Date(now.getTime() - kept * 86_400_000);
  await app.db.printOrder.deleteMany({ where: { failedAt: { lt: before } } });
}
