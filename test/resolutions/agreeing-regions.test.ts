// Agreeing to a draft for two regions: each reads and answers for its own items only; a chair who changed meanwhile decides nothing.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { adoptResolution } from '../../src/resolutions/actions.ts';
import { askToAgree } from '../../src/resolutions/agreement-actions.ts';
import { amendItem } from '../../src/resolutions/amendment-actions.ts';
import { openResolutions } from '../../src/resolutions/list-queries.ts';
import { changingNothing } from '../support/rows.ts';
import type { Message } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, draftedWith, itemFor, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  regions = await buildRegions(town);
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const text = (message: Message): string => message.text.replaceAll('\u00a0', ' ');

describe('a draft for two regions', () => {
  it('is read and answered by each region for itself', async () => {
    const items = [
      itemFor(regions, 'Пункт только региона А', ['а']),
      itemFor(regions, 'Пункт только региона Б', ['б']),
      itemFor(regions, 'Общий пункт', ['а', 'б']),
    ];
    const { resolutionId } = await draftedWith(town, regions, 'Общий вопрос', items, { sent: false });
    const postIds = ['а', 'б'].map((code) => regions.posts.get(code) ?? 0);
    await askToAgree(town.app, await actorOf(town, regions.secretary), { resolutionId, postIds, days: 3 });
    await town.settle();
    const question = regions.akimA.lastMessage;
    expect(text(question)).toContain('Пунктов, которые касаются вас: 2');
    expect(text(question)).toContain('Пункт только региона А');
    expect(text(question)).toContain('Исполнители: Акимат региона А\n');
    expect(text(question)).not.toMatch(/региона Б/);
    expect(text(regions.akimB.lastMessage)).not.toMatch(/региона А/);
    // The press of one region does not answer for the other.
    const data = question.keyboard.flat()[0]?.callback_data ?? '';
    expect((await regions.akimB.forges(regions.akimB.lastMessage, data)).alert).toBe(true);
    await regions.akimA.presses('Согласовать', question);
    const rows = await town.db.agreement.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(['agreed', 'asked']);
    for (const person of [regions.akimA, regions.secretaryA])
      expect((await person.forges(person.lastMessage, `resolutions.agreements:${resolutionId}:0`)).alert).toBe(true);
  });
});

describe('a list of resolutions', () => {
  it('counts for each region its own items only', async () => {
    const items = ['а', 'б', 'б'].map((code, n) => itemFor(regions, `Пункт ${n}`, [code]));
    const { resolutionId } = await draftedWith(town, regions, 'Счёт пунктов', items);
    const chair = await actorOf(town, regions.chair);
    await adoptResolution(town.app, chair, { resolutionId });
    const counted = async (actor: Actor) => {
      const { inForce } = await openResolutions(town.app, actor);
      return inForce.find((line) => line.resolutionId === resolutionId)?.items;
    };
    expect(await counted(chair)).toBe(3);
    expect(await counted(await actorOf(town, regions.akimA))).toBe(1);
    expect(await counted(await actorOf(town, regions.akimB))).toBe(2);
    await town.settle();
  });
});

describe('a chair who changed meanwhile', () => {
  it('neither adopts nor amends any more', async () => {
    const { resolutionId, taskIds } = await draftedWith(town, regions, 'Смена', [itemFor(regions, 'Пункт', ['а'])]);
    const [before, after] = [await actorOf(town, regions.chair), await actorOf(town, regions.akimA)];
    const { meetingId } = await town.db.resolution.findUniqueOrThrow({ where: { id: resolutionId } });
    const chairs = async (chairPostId: number) =>
      town.db.meeting.update({ where: { id: meetingId }, data: { chairPostId } });
    await chairs(regions.posts.get('а') ?? 0);
    await expect(adoptResolution(town.app, before, { resolutionId })).rejects.toThrow('resolutions-only-chair');
    await chairs(regions.posts.get('top') ?? 0);
    await adoptResolution(town.app, before, { resolutionId });
    await chairs(regions.posts.get('а') ?? 0);
    const amend = { taskId: taskIds[0] ?? 0, version: 1, reason: 'Так', due: '2027-01-15' };
    await changingNothing(town, () =>
      expect(amendItem(town.app, before, amend)).rejects.toThrow('resolutions-only-chair'),
    );
    // The task was issued by the post before: its date stays with that level.
    await changingNothing(town, () =>
      expect(amendItem(town.app, after, amend)).rejects.toThrow('tasks-may-not-correct'),
    );
  });
});
