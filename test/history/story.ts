// A story of an office told by chance: real actions by those who may (and sometimes by others), on a clock that moves.
import { UserError } from '../../src/errors.ts';
import type { Actor } from '../../src/org/rules.ts';
import { addDays, dayIn, type Day } from '../../src/time.ts';
import { City, type PostBuilt, zone } from '../reminders/build.ts';
import type { TestDatabase } from '../support/database.ts';

/** Numbers from 0 to 1 by chance, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** There is nothing yet to which this move could be done. */
export class Nothing extends Error {}

export type Move = (story: Story) => Promise<unknown>;

export class Story {
  readonly city: City;
  /** How often each move was done, and how often it was refused. */
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly random: () => number;
  readonly #database: TestDatabase;
  readonly #actors = new Map<number, Actor>();
  #minutes = 0;
  rootId = 0;
  posts!: { deputy: PostBuilt; secretary: PostBuilt; control: PostBuilt; department: PostBuilt; schools: PostBuilt[] };

  constructor(database: TestDatabase, seed: number) {
    this.#database = database;
    this.random = chance(seed);
    this.city = new City(database);
  }

  /** An akimat with a secretary, its control section, a department and the schools of that. */
  async found(): Promise<this> {
    const { city } = this;
    const root = await city.org('Акимат', null, { type: 'akimat' });
    const office = await city.org('Отдел контроля', root, { type: 'office' });
    const education = await city.org('Управление', root, { type: 'department' });
    const schools: PostBuilt[] = [];
    for (let n = 1; n <= 5; n++)
      schools.push(await city.post(await city.org(`Школа № ${n}`, education), 'school_head'));
    const deputy = await city.post(root, 'deputy');
    const secretary = await city.post(root, 'secretary');
    const control = await city.post(office, 'controller');
    const department = await city.post(education, 'dept_head');
    this.posts = { deputy, secretary, control, department, schools };
    this.rootId = root.id;
    for (const post of [deputy, secretary, control, department, ...schools])
      this.#actors.set(post.postId, await city.actor(post));
    return this;
  }

  /** One move by chance after some time; a refusal is part of life. */
  async move(moves: Record<string, Move>): Promise<void> {
    this.#minutes += 5 + Math.floor(this.random() ** 4 * 2500);
    const names = Object.keys(moves);
    // What was not done yet is tried more often: a short story tells everything.
    const fresh = names.filter((name) => !this.done.has(name));
    const name = this.one(fresh.length > 0 && this.random() < 0.4 ? fresh : names);
    this.city.at(new Date(Date.UTC(2026, 10, 23, 9, this.#minutes)).toISOString().slice(0, 16));
    try {
      await moves[name]?.(this);
      this.done.set(name, (this.done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof UserError || error instanceof Nothing)) throw error;
      const why = `${name} ${error instanceof UserError ? error.key : 'nothing'}`;
      this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
    }
  }

  one<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.random() * list.length)];
    if (found === undefined) throw new Nothing();
    return found;
  }

  /** A row of this query by chance; newer ones more often. */
  async row<R extends object>(query: string): Promise<R> {
    const { rows } = await this.#database.sql.query<R>(query);
    return this.one(this.random() < 0.6 ? rows.slice(-6) : rows);
  }

  /** Who holds the post; now and then somebody else. */
  actor(postId: number): Actor {
    const anybody = this.random() < 0.05 ? this.one([...this.#actors.values()]) : null;
    const found = anybody ?? this.#actors.get(postId);
    if (!found) throw new Nothing();
    return found;
  }

  get deputy(): Actor {
    return this.actor(this.posts.deputy.postId);
  }

  get today(): Day {
    return dayIn(zone, this.city.app.now());
  }

  later(from = 2, to = 30): Day {
    return addDays(this.today, from + Math.floor(this.random() * (to - from)));
  }

  /** Some schools, the first one responsible. */
  schools(): number[] {
    const shuffled = this.posts.schools.map(({ postId }) => ({ postId, at: this.random() }));
    const some = shuffled.toSorted((a, b) => a.at - b.at).slice(0, 1 + Math.floor(this.random() * 3));
    return some.map(({ postId }) => postId);
  }
}
