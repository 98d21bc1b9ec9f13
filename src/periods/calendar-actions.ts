// Settings of time: the terms of a school year, and week and days off of an organisation.
import { transaction, type App } from '../app.ts';
import { termsKey } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { DayOffPolicy } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { dayIn, partsOf } from '../time.ts';
import { readTerms } from './calendar-rules.ts';

/** Enters the terms of the school year that begins in `year`. Throws UserError without the right, for a far year, or for what cannot be read. */
export async function setSchoolTerms(
  app: App,
  actor: Actor,
  { year, typed }: { year: number; typed: string },
): Promise<void> {
  if (!may(actor, 'calendar.edit')) throw new UserError('telegram-not-allowed');
  if (Math.abs(year - partsOf(dayIn(app.zone, app.now())).year) > 2) throw new UserError('telegram-stale-button');
  const terms = readTerms(typed, year);
  if (!terms) throw new UserError('periods-terms-unclear');
  const [key, value] = [termsKey(year), terms.map(({ start, end }) => `${start}/${end}`).join(' ')];
  await transaction(app, async (app) => {
    const before = await app.db.setting.findUnique({ where: { key } });
    await app.db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    await record(app, {
      verb: 'calendar.terms-set',
      entity: 'setting',
      entityId: year,
      rootOrgId: null,
      actor: { personId: actor.personId },
      data: { year, before: before?.value.split(' ') ?? null, after: value.split(' ') },
    });
  });
}

export type OrgTimes = { orgId: number; week?: 5 | 6; policy?: DayOffPolicy };

/** Sets how many days an organisation works, or what becomes of its dates on a day off; false when it was so already. Throws UserError for who does not look after it. */
export async function setOrgTimes(app: App, actor: Actor, { orgId, week, policy }: OrgTimes): Promise<boolean> {
  return transaction(app, async (app) => {
    const org = await app.db.organisation.findUnique({ where: { id: orgId } });
    if (!org || org.closedAt) throw new UserError('telegram-stale-button');
    const by = may(actor, 'org.keep-people', { orgPath: org.path });
    if (!by) throw new UserError('people-not-yours');
    const after = { week: week ?? org.week, dayOffPolicy: policy ?? org.dayOffPolicy };
    if (after.week === org.week && after.dayOffPolicy === org.dayOffPolicy) return false;
    await app.db.organisation.update({ where: { id: orgId }, data: after });
    await record(app, {
      verb: 'calendar.week-set',
      entity: 'organisation',
      entityId: orgId,
      rootOrgId: org.rootId ?? orgId,
      actor: { personId: actor.personId, postId: by === 'admin' ? null : by.postId },
      data: { before: { week: org.week, dayOffPolicy: org.dayOffPolicy }, after },
    });
    return true;
  });
}
