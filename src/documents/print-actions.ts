// Orders of printed forms: written down when they are pressed, written out beside the handling of updates.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { type Format, isFormat } from './paper-rules.ts';
import { prints, unitFor } from './print-queries.ts';
import { type Choice, choiceArgs, isUnitForm, readChoice } from './print-rules.ts';
import { seesSubject } from './subject-queries.ts';

export type Order = { id: number; personId: number; choice: Choice; format: Format; attempts: number };

/** Orders of one person that may wait at once. */
const most = 5;

/**
 * Orders a printed form and wakes the printer; the same press again changes nothing. Throws UserError for what the actor may not print,
 * and while too many of the actor's orders wait.
 */
export async function orderPaper(
  app: App,
  actor: Actor,
  { choice, format, requestKey }: { choice: Choice; format: Format; requestKey: string },
): Promise<void> {
  if (!prints(actor)) throw new UserError('telegram-not-allowed');
  if (isUnitForm(choice.form)) await unitFor(app, actor, choice.subject);
  else await seesSubject(app, actor, choice);
  const waiting = await app.db.printOrder.count({ where: { personId: actor.personId } });
  if (waiting >= most) throw new UserError('print-wait');
  const data = { personId: actor.personId, requestKey, createdAt: app.now(), choice: [...choiceArgs(choice), format] };
  await app.db.printOrder.createMany({ data: [data], skipDuplicates: true });
  app.wakePrinter();
}

/** The orders that wait, the oldest first; one that a later version no longer reads is dropped. */
export async function waitingOrders(app: App): Promise<Order[]> {
  const rows = await app.db.printOrder.findMany({ orderBy: { id: 'asc' }, take: 20 });
  const orders: Order[] = [];
  for (const { id, personId, choice: args, attempts } of rows) {
    const parts = Array.isArray(args) ? args.map(String) : [];
    const [choice, format] = [readChoice(parts), parts.at(-1)];
    if (choice && isFormat(format)) orders.push({ id, personId, choice, format, attempts });
    else await forgetOrder(app, id);
  }
  return orders;
}

/** The file is sent, or its orderer knows why not. */
export async function forgetOrder(app: App, id: number): Promise<void> {
  await app.db.printOrder.deleteMany({ where: { id } });
}

/** One more try has failed. */
export async function noteAttempt(app: App, id: number): Promise<void> {
  await app.db.printOrder.updateMany({ where: { id }, data: { attempts: { increment: 1 } } });
}
