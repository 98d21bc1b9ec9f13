// Reads of reminder policies: all of them for a tick, one organisation's or task's for its panel.
import type { App } from '../app.ts';
import type { ReminderPolicy } from '../generated/prisma/client.ts';
import type { Clock } from '../time.ts';
import { dayFromDb } from '../time.ts';
import { type OwnPolicy, type Policy, policyAt, repeatings, usualPolicy } from './policy-rules.ts';

export type Policies = {
  /** What organisations set themselves. */
  own: ReadonlyMap<number, OwnPolicy>;
  /** The policy that holds at the path of an organisation. */
  at: (orgPath: string) => Policy;
  /** The longest of all times before a date on which somebody is reminded, in working days. */
  mostDays: number;
  /** Outside of these times nobody is ever written to. */
  from: Clock;
  to: Clock;
};

/** Every policy of an organisation. One statement. */
export async function loadPolicies(app: App): Promise<Policies> {
  const rows = await app.db.reminderPolicy.findMany();
  const own = new Map(rows.flatMap((row) => (row.orgId === null ? [] : [[row.orgId, ownPolicy(row)] as const])));
  const known = new Map<string, Policy>();
  const all = [usualPolicy, ...own.values()];
  return {
    own,
    at: (orgPath) => {
      const policy = known.get(orgPath) ?? policyAt(own, orgPath);
      known.set(orgPath, policy);
      return policy;
    },
    mostDays: Math.max(...usualPolicy.daysBefore, ...rows.flatMap(({ daysBefore }) => daysBefore)),
    from: all.map(({ from = usualPolicy.from }) => from).reduce((a, b) => (a < b ? a : b)),
    to: all.map(({ to = usualPolicy.to }) => to).reduce((a, b) => (a > b ? a : b)),
  };
}

/** What a row of the table sets. */
export function ownPolicy(row: ReminderPolicy): OwnPolicy {
  const repeats = repeatings.find((known) => known === row.repeats);
  const { daysBefore, speakFrom, speakTo, quietUntil, quietDays, naming } = row;
  return {
    ...(daysBefore.length > 0 && { daysBefore }),
    ...(repeats && { repeats }),
    ...(speakFrom && speakTo && { from: speakFrom, to: speakTo }),
    ...(quietUntil && { quietUntil: dayFromDb(quietUntil) }),
    ...(quietDays.length > 0 && { quietDays: quietDays.map(dayFromDb) }),
    ...(naming && naming !== 'organisation' && { naming }),
  };
}
