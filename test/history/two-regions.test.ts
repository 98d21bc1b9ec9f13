// The past of a meeting for two regions: each reads its own, in the story of a task and on a past day.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { choicesFor, resolutionAsOf } from '../../src/history/as-of-queries.ts';
import { storyFor } from '../../src/history/story-queries.ts';
import { adoptResolution } from '../../src/resolutions/adopt-actions.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, draftedWith, itemFor, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let resolutionId: number;
let taskIds: number[];

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
  const items = [
    itemFor(regions, 'Проверить котельные региона А', ['аs1']),
    itemFor(regions, 'Проверить котельные региона Б', ['бs1']),
    itemFor(regions, 'Провести учения', ['аs1', 'бs1']),
  ];
  ({ resolutionId, taskIds } = await draftedWith(town, regions, 'О зиме', items));
  await adoptResolution(town.app, await actorOf(town, regions.chair), { resolutionId });
  town.clock.advance({ hours: 30 });
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

describe('two regions', () => {
  it.each(['А', 'Б'] as const)('region %s reads the story of its own tasks only', async (mark) => {
    const akim = await actorOf(town, mark === 'А' ? regions.akimA : regions.akimB);
    const [own = 0, foreign = 0] = mark === 'А' ? taskIds : [taskIds[1], taskIds[0]];
    const post = regions.posts.get(mark === 'А' ? 'аs1' : 'бs1');
    await expect(storyFor(town.app, akim, foreign)).rejects.toMatchObject({ key: 'telegram-not-allowed' });
    for (const taskId of [own, taskIds[2] ?? 0]) {
      const { executors, events } = await storyFor(town.app, akim, taskId);
      expect([...executors.values()]).toEqual([post]);
      expect(events.length).toBeGreaterThan(0);
      // Not even how many there are beside the own ones.
      expect(events.flatMap(({ lines }) => lines.flatMap((line) => ('others' in line ? [line.others] : [])))).toEqual(
        expect.not.arrayContaining([1]),
      );
    }
  });

  it.each(['А', 'Б'] as const)('region %s sees its own items and executors on a past day', async (mark) => {
    const akim = await actorOf(town, mark === 'А' ? regions.akimA : regions.akimB);
    const { items, posts } = await resolutionAsOf(town.app, akim, resolutionId, '2026-11-23');
    const post = regions.posts.get(mark === 'А' ? 'аs1' : 'бs1');
    expect(items.map(({ taskId }) => taskId)).toEqual([taskIds[mark === 'А' ? 0 : 1], taskIds[2]]);
    expect(new Set(items.flatMap(({ shares }) => shares.map(({ postId }) => postId)))).toEqual(new Set([post]));
    expect([...posts.keys()]).toEqual([post]);
    expect(items.map(({ all }) => all)).toEqual([1, 1]);
    expect(await choicesFor(town.app, akim)).toEqual([]);
  });

  it('shows the whole to their common chair', async () => {
    const chair = await actorOf(town, regions.chair);
    const { items } = await resolutionAsOf(town.app, chair, resolutionId, '2026-11-23');
    expect(items).toHaveLength(3);
    expect(items[2]?.shares).toHaveLength(2);
    expect(await choicesFor(town.app, chair)).toHaveLength(1);
  });
});
