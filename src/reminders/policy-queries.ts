// Reads of reminder policies: all of them for a tick, one organisation's or task's for its panel.
import type { App } from '../app.ts';
import type { ReminderPolicy } from '../generated/prisma/client.ts';
import type { Clock } from '../time.ts';
import { dayFromDb } from '../time.ts';
import { type OwnPolicy, type Policy, policyAt, repeatings, setterOf, usualPolicy } from './policy-rules.ts';

export type Policies = {
  /** What organisations set themselves. */
  own: ReadonlyMap<number, OwnPolicy>;
  /** The policy that holds at the path of an organisation. */
  at: (orgPath: string) => Policy;
  /** The longest of the organisations' times before a date, in working days. */
  mostDays: number;
  /** Outside of these times nobody is ever written to. */
  from: Clock;
  to: Clock;
};

/** Every policy of an organisation. One statement. */
export async function loadPolicies(app: App): Promise<Policies> {
  const rows = await app.db.reminderPolicy.findMany({ where: { orgId: { not: null } } });
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

/** The longest time before a date that an issuer set for a task still on control, in working days; 0 when none did. One statement. */
export async function longestOfTasks(app: App): Promise<number> {
  const [row] = await app.db.$queryRaw<{ days: number | null }[]>`
    SELECT max(d)::int AS days FROM reminder_policy r JOIN task t ON t.id = r.task_id, unnest(r.days_before) AS d
    WHERE t.state IN ('issued', 'in_progress')`;
  return row?.days ?? 0;
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

/** The policy of an organisation for its panel: what holds, what it sets itself, and where the rest comes from; null when there is none. */
export async function organisationPolicy(app: App, orgId: number) {
  const org = await app.db.organisation.findFirst({
    where: { id: orgId, closedAt: null },
    select: { id: true, nameKk: true, nameRu: true, path: true },
  });
  if (!org) return null;
  const { own, at } = await loadPolicies(app);
  const setters = {
    days: setterOf(own, org.path, 'daysBefore'),
    repeats: setterOf(own, org.path, 'repeats'),
    hours: setterOf(own, org.path, 'from'),
    quiet: setterOf(own, org.path, 'quietUntil') ?? setterOf(own, org.path, 'quietDays'),
    naming: setterOf(own, org.path, 'naming'),
  };
  const ids = Object.values(setters).filter((id) => id !== null);
  const above = await app.db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, nameKk: true, nameRu: true },
  });
  const origin = (id: number | null) => (id === orgId ? undefined : (above.find((one) => one.id === id) ?? null));
  const { days, repeats, hours, quiet, naming } = setters;
  return {
    org: { orgId, nameKk: org.nameKk, nameRu: org.nameRu, path: org.path },
    policy: at(org.path),
    own: own.get(orgId) ?? {},
    origins: {
      days: origin(days),
      repeats: origin(repeats),
      hours: origin(hours),
      quiet: origin(quiet),
      naming: origin(naming),
    },
  };
}

/** What the issuer set for a task. */
export async function ownPolicyOfTask(app: App, taskId: number): Promise<OwnPolicy> {
  const row = await app.db.reminderPolicy.findUnique({ where: { taskId } });
  return row ? ownPolicy(row) : {};
}
