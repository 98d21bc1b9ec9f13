// What comes in one moment is done as one, and one that fails fails alone.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { App } from '../src/app.ts';
import { UserError } from '../src/errors.ts';
import { Together, TogetherBy } from '../src/together.ts';

describe('together', () => {
  it('is done what came while the one before was being done', async () => {
    const batches: number[][] = [];
    const doubled = new Together(async (items: number[]) => {
      batches.push(items);
      await sleep(5);
      return items.map((item) => item * 2);
    });
    const first = [doubled.add(1), doubled.add(2)];
    await sleep(1);
    const results = await Promise.all([...first, doubled.add(3), doubled.add(4)]);
    expect(results).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('fails only what fails by itself', async () => {
    const picky = new Together((items: number[]) =>
      items.includes(2) ? Promise.reject(new Error('two')) : Promise.resolve(items),
    );
    const results = await Promise.allSettled([1, 2, 3].map((item) => picky.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('asks a database that is away once, not once for each', async () => {
    let asked = 0;
    const away = new Together((items: number[]) => {
      asked += items.length > 0 ? 1 : 0;
      return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    });
    const results = await Promise.allSettled([1, 2, 3].map((item) => away.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toBe(1);
  });
});

describe('together by a key', () => {
  const app = {} as App;

  it('keeps keys apart, so that one does not wait for another', async () => {
    const batches: string[][] = [];
    const noted = new TogetherBy((_app: App, items: string[]) => {
      batches.push(items);
      return items[0] === 'slow' ? new Promise<string[]>(() => {}) : Promise.resolve(items);
    });
    void noted.add(app, 'a', 'slow');
    expect(await Promise.all([noted.add(app, 'b', 'x'), noted.add(app, 'b', 'y')])).toEqual(['x', 'y']);
    expect(batches).toEqual([['slow'], ['x', 'y']]);
  });

  it('throws a refusal to the one it is meant for', async () => {
    const odd = new TogetherBy((_app: App, items: number[]) =>
      Promise.resolve(items.map((item) => (item % 2 === 0 ? new UserError('tasks-not-yours') : item))),
    );
    const results = await Promise.allSettled([1, 2, 3].map((item) => odd.add(app, '', item)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
