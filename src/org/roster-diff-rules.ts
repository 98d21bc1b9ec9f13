// The difference between a roster file and what stands, as lines for people; and a digest, so that what is applied is what was shown. Pure.
import { createHash } from 'node:crypto';
import type { Change } from './roster-cell-rules.ts';
import type { CurrentHolder, PersonFields, RosterPlan } from './roster-rules.ts';

export const diffKinds = [
  'body-added',
  'body-changed',
  'post-added',
  'post-changed',
  'handed-over',
  'person-added',
  'person-changed',
  'missing',
] as const;
export type DiffKind = (typeof diffKinds)[number];

/** `field` names what changed, for organisations, posts and people. */
export type DiffLine = {
  kind: DiffKind;
  subject: { nameKk: string; nameRu: string };
  field?: string;
  before: string;
  after: string;
};

/** Every line of the difference, kind after kind. */
export function diffLines(plan: RosterPlan): DiffLine[] {
  const org = (code: string) => plan.orgNames.get(code) ?? { nameKk: code, nameRu: code };
  const titled = (post: { code: string; nameKk: string; nameRu: string }) => ({
    nameKk: `${post.nameKk}, ${org(post.code).nameKk}`,
    nameRu: `${post.nameRu}, ${org(post.code).nameRu}`,
  });
  const byId = new Map(plan.posts.map((post) => [post.id, post]));
  const byLine = new Map(plan.posts.map((post) => [post.line, post]));
  const postAt = (line: number) => {
    const post = byLine.get(line);
    return post ? titled(post) : { nameKk: '', nameRu: '' };
  };
  return [
    ...plan.orgsAdded.map((one) => line('body-added', one, '', '')),
    ...plan.orgsChanged.flatMap((change) => changed('body-changed', org(plan.codes.get(change.id) ?? ''), change)),
    ...plan.postsAdded.map((post) => line('post-added', titled(post), '', '')),
    ...plan.postsChanged.flatMap((change) => {
      const post = byId.get(change.id);
      return post ? changed('post-changed', titled(post), change) : [];
    }),
    ...plan.holdersAdded.map((holder) => {
      const before = holder.replaces.map(nameOf).join(', ');
      return line(before === '' ? 'person-added' : 'handed-over', postAt(holder.line), before, nameOf(holder));
    }),
    ...plan.peopleChanged.flatMap((change) => changed('person-changed', postAt(change.line), change)),
    ...plan.missing.map((post) => line('missing', titled(post), post.holders.map(nameOf).join(', '), '')),
  ].toSorted((a, b) => diffKinds.indexOf(a.kind) - diffKinds.indexOf(b.kind));
}

function line(kind: DiffKind, subject: DiffLine['subject'], before: string, after: string): DiffLine {
  return { kind, subject: { nameKk: subject.nameKk, nameRu: subject.nameRu }, before, after };
}

function changed<Fields extends object>(
  kind: DiffKind,
  subject: DiffLine['subject'],
  change: Change<Fields>,
): DiffLine[] {
  return (Object.keys(change.after) as (keyof Fields & string)[]).map((field) => ({
    ...line(kind, subject, shown(change.before[field]), shown(change.after[field])),
    field,
  }));
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  return value === null || value === undefined ? '' : String(value);
}

function nameOf({ surname, given, patronymic }: PersonFields | CurrentHolder): string {
  return [surname, given, patronymic].filter(Boolean).join(' ');
}

/** The same for the same changes to the same state: another one means that somebody changed the roster meanwhile. */
export function planDigest(plan: RosterPlan): string {
  const { orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged, missing } = plan;
  const ids = missing.map(({ id }) => id);
  const all = [orgsAdded, orgsChanged, postsAdded, postsChanged, holdersAdded, peopleChanged, ids];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 32);
}
