// The longest names that a roster allows still fit into every message of a resolution.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar } from '../../src/calendar.ts';
import { addItem, createResolution } from '../../src/resolutions/actions.ts';
import { agreementsPanel } from '../../src/resolutions/agreement-messages.ts';
import { adoptionPanel } from '../../src/resolutions/chair-messages.ts';
import { itemPanel } from '../../src/resolutions/item-panel-messages.ts';
import { headPanel, resolutionPanel } from '../../src/resolutions/panel-messages.ts';
import { resolutionView } from '../../src/resolutions/queries.ts';
import { resolutionsRenderers } from '../../src/resolutions/renderers.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database.close());

const long = (words: string, length: number): string => words.repeat(length).slice(0, length);

it('a resolution with long names, theme, texts and forms is shown whole or cut, never refused', async () => {
  const city = new City(database);
  const root = await city.org(long('Акимат города ', 300), null, { type: 'akimat' });
  const deputy = await city.post(root, 'deputy');
  const executorPostIds: number[] = [];
  for (let n = 0; n < 13; n++)
    executorPostIds.push(
      (await city.post(await city.org(long(`Школа ${n} имени <Ә> `, 300), root), 'school_head')).postId,
    );
  const actor = await city.actor(deputy);
  const head = { orgId: root.id, theme: long('тема ', 499), day: '2026-11-20', number: '14' };
  const { resolutionId } = await createResolution(city.app, actor, { ...head, chairPostId: deputy.postId });
  const item = {
    kind: 'assignment' as const,
    executorPostIds,
    fanOut: false,
    due: '2026-12-25',
    term: 'dated' as const,
  };
  for (let n = 0; n < 10; n++)
    await addItem(city.app, actor, {
      ...item,
      resolutionId,
      text: long('слово & ', 2999),
      completionForm: long('форма ', 499),
    });
  const view = await resolutionView(city.app, resolutionId);
  const first = view?.items[0];
  if (!view || !first) throw new Error('no resolution');
  const context = { app: city.app, calendar: await loadCalendar(city.app), locale: 'ru' as const };
  const row = { kind: '', subjectId: first.taskId, data: { resolutionId }, personId: null, chatId: 1, livingKey: null };
  const ready = await resolutionsRenderers['resolutions.item-ready']?.(city.app, row, ['ru']);
  const objected = { state: 'objected' as const, comment: long('возражение & ', 999), decidedAt: null };
  const agreements = first.participations.map(({ post }, agreementId) => ({
    ...objected,
    agreementId,
    post,
    askedAt: city.app.now(),
  }));
  const shown = {
    answers: agreementsPanel(context, { ...view, agreements }, 0, 'resolutions.panel').html,
    panel: resolutionPanel(context, view).html,
    item: itemPanel(context, view, first, new Map()).html,
    head: headPanel(context, view).html,
    question: adoptionPanel(context, view).html,
    ready: ready?.text ?? '',
  };
  for (const [name, html] of Object.entries(shown)) {
    const read = html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '.');
    expect(read.length, name).toBeLessThanOrEqual(4096);
    expect(read, name).toMatch(/\S/);
  }
  expect(shown.panel).toContain('<b>10.</b>');
  const doubt = { key: 'resolutions-doubt-merged-dates', words: '15 января', candidates: [] };
  const doubtful = { ...view, items: [{ ...first, doubts: [doubt, doubt] }] };
  expect(resolutionPanel(context, doubtful).html).toContain(': 15 января · ещё 1');
}, 30_000);
