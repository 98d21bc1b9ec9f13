// Reads of /people over many: what is found by a word, who can be put on a post, who never started the bot.
import type { App } from '../app.ts';
import { personName } from '../org/messages.ts';
import { type Actor, managedScopes } from '../org/rules.ts';
import { onDay, todayOf } from './claim-queries.ts';
import { fits } from './rules.ts';

type Names = { nameKk: string; nameRu: string };

/** What a search found: at most one screen of each. */
export type Found = { kind: 'org' | 'post' | 'person'; id: number; label: Names; who: string | null };

function insideOf(actor: Actor) {
  const scopes = managedScopes(actor);
  return scopes === null ? {} : { OR: scopes.map((path) => ({ path: { startsWith: path } })) };
}

/** Organisations, posts and people of the actor's part of the tree that the words fit; people without a post for administrators only. */
export async function search(app: App, actor: Actor, words: string): Promise<Found[]> {
  const posts = await app.db.post.findMany({
    where: { closedAt: null, org: { closedAt: null, ...insideOf(actor) } },
    include: { org: true, appointments: { where: onDay(todayOf(app)), include: { person: true } } },
    orderBy: [{ org: { path: 'asc' } }, { id: 'asc' }],
  });
  const orgs = await app.db.organisation.findMany({
    where: { closedAt: null, ...insideOf(actor) },
    orderBy: { path: 'asc' },
  });
  const found: Found[] = orgs
    .filter(({ number, nameKk, nameRu, code, aliases }) =>
      fits({ number, names: [nameKk, nameRu, code, ...aliases] }, words),
    )
    .map((org) => ({ kind: 'org', id: org.id, label: org, who: null }));
  for (const { id, nameKk, nameRu, org, appointments } of posts) {
    const who = appointments.map(({ person }) => personName(person, true)).join(', ');
    const label = { nameKk: `${nameKk}, ${org.nameKk}`, nameRu: `${nameRu}, ${org.nameRu}` };
    const names = [who, nameKk, nameRu, org.nameKk, org.nameRu];
    if (fits({ number: null, names }, words)) found.push({ kind: 'post', id, label, who: who || null });
  }
  return actor.systemAdmin ? [...found, ...(await peopleWithoutPost(app, words))] : found;
}

async function peopleWithoutPost(app: App, words: string): Promise<Found[]> {
  const people = await app.db.person.findMany({
    where: { pseudonymisedAt: null, appointments: { none: onDay(todayOf(app)) } },
    orderBy: { id: 'asc' },
  });
  return people
    .filter((person) => fits({ number: null, names: [personName(person, true)] }, words))
    .map((person) => {
      const name = personName(person, true);
      return { kind: 'person', id: person.id, label: { nameKk: name, nameRu: name }, who: null };
    });
}

/** People who can be put on a post by this actor: those with a post in their part of the tree, for administrators everybody. */
export async function findPeople(app: App, actor: Actor, words: string): Promise<{ personId: number; name: string }[]> {
  const inside = { some: { ...onDay(todayOf(app)), post: { org: insideOf(actor) } } };
  const people = await app.db.person.findMany({
    where: { pseudonymisedAt: null, ...(actor.systemAdmin ? {} : { appointments: inside }) },
    orderBy: [{ surname: 'asc' }, { given: 'asc' }, { id: 'asc' }],
  });
  return people
    .filter(
      (person) => person.id !== actor.personId && fits({ number: null, names: [personName(person, true)] }, words),
    )
    .map((person) => ({ personId: person.id, name: personName(person, true) }));
}

/** Appointments of holders in these subtrees who never started the bot, with what a file of links says of them. */
export async function neverStarted(app: App, actor: Actor) {
  const seats = await app.db.appointment.findMany({
    where: {
      ...onDay(todayOf(app)),
      post: {
        closedAt: null,
        org: { closedAt: null, ...insideOf(actor) },
        ...(actor.systemAdmin ? {} : { role: { not: 'admin' } }),
      },
      person: { telegramId: null, pseudonymisedAt: null },
    },
    include: { person: true, post: { include: { org: true } } },
    orderBy: [{ post: { org: { path: 'asc' } } }, { id: 'asc' }],
  });
  return seats.map(({ personId, postId, person, post }) => ({ personId, postId, person, post }));
}
