// The first days of the city: the administrator imports the roster, people open their links, groups are bound.
import type { App } from '../../app.ts';
import { ensureAdminInvite } from '../../org/actions.ts';
import { acceptInvite } from '../../org/join-actions.ts';
import { findActor } from '../../org/queries.ts';
import { readRosterFile } from '../../org/roster-files.ts';
import type { Actor } from '../../org/rules.ts';
import type { User } from '../emulator/api-types.ts';
import { personaUser } from '../personas.ts';
import type { PersonaKey } from '../protocol.ts';
import { department, deputy, roomOf, type Who } from './acts.ts';
import { mix } from './names.ts';
import type { People, Spot, Telegram } from './people.ts';
import { demoRoster, type Resident, schoolCount } from './roster.ts';
import type { Timeline } from './timeline.ts';

/** Where the people whom the visitor can be stand in the roster. */
const cast: Record<string, PersonaKey> = {
  'city deputy': 'deputy',
  'city secretary': 'secretary',
  'city observer': 'subscriber',
  'edu dept_head': 'department',
  's12 school_head': 'school-first',
  's45 school_head': 'school-second',
  's7 school_head': 'school-third',
};

/** The persona who holds this post. */
function personaOf({ code, role }: { code: string; role: string }): PersonaKey | undefined {
  return cast[`${code} ${role}`];
}

/** What everything in the city is done with. */
export type Site = {
  app: App;
  emulator: Telegram;
  people: People;
  timeline: Timeline;
  /** About so many school heads start the bot; the talkative ones do in any case. */
  joined: number;
};

/** Somebody of the roster; without an account they have never started the bot. */
export type Citizen = Resident & { link: string; user: User | null };

/** The city while its history is told: who holds which post, and the chats. */
export class City {
  readonly site: Site;
  readonly #citizens = new Map<string, Citizen>();
  readonly #posts = new Map<string, number>();
  /** The group of the school heads, bound to the education department. */
  heads!: Spot;
  /** The topics of the districts' forum, in the order of the districts. */
  topics: Spot[] = [];
  administrator!: User;
  stranger!: User;

  constructor(site: Site) {
    this.site = site;
  }

  get citizens(): Citizen[] {
    return [...this.#citizens.values()];
  }

  /** Heads of schools by the place in the roster, from 0. */
  get schoolHeads(): Citizen[] {
    return this.citizens.filter(({ role }) => role === 'school_head');
  }

  citizen(code: string, role: string): Citizen {
    const found = this.#citizens.get(`${code} ${role}`);
    if (!found) throw new Error(`the roster has no ${role} of ${code}`);
    return found;
  }

  /** The account of somebody who has started the bot. */
  user(code: string, role: string): User {
    const { user } = this.citizen(code, role);
    if (!user) throw new Error(`the ${role} of ${code} has not started the bot`);
    return user;
  }

  post(code: string, role: string): number {
    const found = this.#posts.get(`${code} ${role}`);
    if (found === undefined) throw new Error(`no post ${role} of ${code}`);
    return found;
  }

  async actor(code: string, role: string): Promise<Actor> {
    const actor = await findActor(this.site.app, this.user(code, role).id);
    if (!actor) throw new Error(`the ${role} of ${code} has not joined`);
    return actor;
  }

  settle(citizens: Citizen[], posts: Map<string, number>): void {
    for (const citizen of citizens) this.#citizens.set(`${citizen.code} ${citizen.role}`, citizen);
    for (const [key, postId] of posts) this.#posts.set(key, postId);
  }
}

/** Numbers of the schools whose heads speak in the groups. */
export const talkative = [2, 3, 7, 9, 12, 14, 17, 21, 28, 45, 60];
/** The head of this school starts the bot and blocks it later. */
export const blocker = 18;

/** Everybody who joins: all officials but the akim, and of the school heads the talkative ones and about `heads` others. */
function joins({ code, role }: Resident, heads: number): boolean {
  if (role === 'akim') return false;
  if (role !== 'school_head') return true;
  const number = Number(code.slice(1));
  return talkative.includes(number) || number === blocker || mix(number, 11) % schoolCount < heads;
}

/** The administrator becomes one, sends the roster and presses Import; the answer holds everybody's link. */
export async function importRoster(city: City): Promise<void> {
  const { app, emulator, people } = city.site;
  const { file, residents } = demoRoster();
  city.administrator = personaUser(emulator.world, 'administrator');
  const room = people.privately(city.administrator);
  await people.says(city.administrator, room, `/start ${(await ensureAdminInvite(app)) ?? ''}`);
  await people.presses(city.administrator, room, 'org.agree');
  await people.says(city.administrator, room, { document: { name: 'zhuldyztau.csv', content: file } });
  await people.presses(city.administrator, room, 'org.import');
  const answer = [...room.chat.messages.values()].findLast(
    ({ message }) => message.from?.is_bot && message.document !== undefined,
  );
  const bytes = emulator.world.files.get(answer?.message.document?.file_id ?? '')?.content ?? Buffer.alloc(0);
  const { table } = await readRosterFile(bytes);
  const column = table[0]?.indexOf('invite_link') ?? -1;
  const citizens = residents.map((resident, index) => {
    return { ...resident, link: table[index + 1]?.[column]?.split('start=')[1] ?? '', user: null };
  });
  city.settle(citizens, await postIds(app));
}

async function postIds(app: App): Promise<Map<string, number>> {
  const posts = await app.db.post.findMany({ select: { id: true, role: true, org: { select: { code: true } } } });
  return new Map(posts.map(({ id, role, org }) => [`${org.code} ${role}`, id]));
}

/** Those whom a visitor can be open their links in Telegram. */
export async function personasJoin(city: City): Promise<void> {
  const { emulator, people } = city.site;
  for (const citizen of city.citizens) {
    const key = personaOf(citizen);
    if (!key) continue;
    citizen.user = personaUser(emulator.world, key);
    const room = people.privately(citizen.user);
    await people.says(citizen.user, room, `/start ${citizen.link}`);
    await people.presses(citizen.user, room, 'org.agree');
  }
}

/** The others join by the same action, without the talk: nobody reads their chats in the playground. */
export async function othersJoin(city: City): Promise<void> {
  const { app, people } = city.site;
  for (const citizen of city.citizens.filter((one) => joins(one, city.site.joined) && !personaOf(one))) {
    const { given, surname, language, link } = citizen;
    citizen.user = people.account(citizen);
    people.startQuietly(citizen.user);
    const names = { firstName: given, lastName: surname };
    await acceptInvite(app, { token: link, telegramId: citizen.user.id, ...names, locale: language });
  }
}

/** A guest without a post: nobody invited, so the bot says how one joins. */
export async function strangerKnocks(city: City): Promise<void> {
  const { emulator, people } = city.site;
  city.stranger = personaUser(emulator.world, 'stranger');
  await people.says(city.stranger, people.privately(city.stranger), '/start');
}

/** The deputy and the department want the digest of their own on Monday mornings, the press officer that of the schools. */
export async function subscribe(city: City): Promise<void> {
  const { app, people } = city.site;
  const education = await app.db.organisation.findUniqueOrThrow({ where: { code: 'edu' } });
  const akimat = await app.db.organisation.findUniqueOrThrow({ where: { code: 'city' } });
  const readers: { who: Who; org: { id: number }; search?: string }[] = [
    { who: ['city', 'observer'], org: education, search: education.nameRu },
    { who: deputy, org: akimat },
    { who: department, org: education },
  ];
  for (const { who, org, search } of readers) {
    const [user, room] = [city.user(...who), roomOf(city, who)];
    await people.says(user, room, '/subscribe');
    if (search !== undefined) {
      await people.presses(user, room, 'd:other');
      await people.says(user, room, search);
    }
    await people.presses(user, room, `d:o${org.id}`);
    await people.presses(user, room, 'd:go');
  }
}
