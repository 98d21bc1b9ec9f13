// Every number of /status, the pictures and the digest is the length of the list behind it, for every reader; nobody sees more in a list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestFigures, type Figures } from '../../src/digests/figures-queries.ts';
import { numbersMessage } from '../../src/digests/number-messages.ts';
import { digestNumbers } from '../../src/digests/number-queries.ts';
import { scopeFor, sealedPosts } from '../../src/digests/queries.ts';
import { changeName, digestFilter, type ListLetter, lists } from '../../src/digests/rules.ts';
import { totalOf } from '../../src/lists/choice-queries.ts';
import { codeOf, type Filter, filterFrom, filterOf } from '../../src/lists/filter-rules.ts';
import { pickParts, type Screen } from '../../src/lists/messages.ts';
import { listView, panelView, pickView } from '../../src/lists/view-queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { showNumbers, showSchoolList, showView } from '../../src/stats/view-queries.ts';
import { presentList, presentStatus } from '../../src/tasks/list-views.ts';
import type { Keyboard } from '../../src/telegram/context.ts';
import { City } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { buildMuddle, type Muddle } from './muddle.ts';

let database: TestDatabase;
let city: City;
let muddle: Muddle;
let readers: [string, Actor][];

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  muddle = await buildMuddle(city, 5);
  const { akim, districtHead, controller, staff, heads } = muddle;
  const people = { akim, districtHead, controller, staff, head: heads[0] ?? akim };
  readers = await Promise.all(
    Object.entries(people).map(async ([name, post]) => [name, await city.actor(post)] as [string, Actor]),
  );
});
afterAll(() => database.close());

type Numbered = { label: string; n: number; verb: string; args: string[] };

/** Buttons that end in a number, with what they open. */
function numbersOn(keyboard: Keyboard): Numbered[] {
  return keyboard.flat().flatMap((each) => {
    const n = /(\d+)$/.exec(each.text)?.[1];
    const [verb = '', ...args] = ('callback_data' in each ? each.callback_data : '').split(':');
    return n === undefined ? [] : [{ label: each.text, n: Number(n), verb, args }];
  });
}

function filterIn(code: string | undefined, words: string | null = null): Filter {
  return filterFrom(code ?? '-', words) ?? expect.unreachable();
}

const total = (actor: Actor, filter: Filter): Promise<number> => totalOf(city.app, actor, filter);
const headOf = ({ text }: Screen): number => Number(/^<b>[^\d]*(\d+)/.exec(text)?.[1]);

/** Follows every numbered button that opens a list; how many there were. */
async function follow(actor: Actor, keyboard: Keyboard, words: string | null = null): Promise<number> {
  const found = numbersOn(keyboard).filter(({ verb }) => /^lists\.(open|show)$/.test(verb));
  for (const { label, n, args } of found) {
    const filter = filterIn(args[0], words);
    expect([label, await total(actor, filter)]).toEqual([label, n]);
    expect([label, headOf(await listView(city.app, actor, 'ru', { filter, page: 0 }))]).toEqual([label, n]);
  }
  return found.length;
}

/** Looks at the four numbers of each unit; how many units there were. */
async function followUnits(
  name: string,
  actor: Actor,
  keyboard: Keyboard,
  words: string | null = null,
): Promise<number> {
  const found = keyboard.flat().filter(({ text }) => text.includes('▶️'));
  for (const each of found) {
    const said = [...each.text.matchAll(/(?:✅|🕓|▶️|⚠️)(\d+)/gu)].map(([, n]) => Number(n));
    const code = ('callback_data' in each ? each.callback_data : '').split(':')[1];
    const { within, ...unit } = filterIn(code, words);
    const of = (set: Partial<Filter>): Promise<number> => total(actor, { ...unit, within: null, ...set });
    const listed = [
      await of({ state: 'inTime', within }),
      await of({ state: 'late', within }),
      await of({ state: 'work' }),
      await of({ state: 'overdue' }),
    ];
    expect([name, each.text, listed]).toEqual([name, each.text, said]);
  }
  return found.length;
}

describe('every number is the length of its list', () => {
  it('in /status, searched or not, and in /my', async () => {
    let followed = 0;
    for (const [, actor] of readers)
      for (const words of [null, 'пандус']) {
        const { text, keyboard } = await presentStatus(city.app, actor, 'ru', words === null ? {} : { words });
        followed += await follow(actor, keyboard, words);
        // The lines of the late tell how many are late of each task: what "overdue" opens.
        const counts = text.replaceAll(/^⚠️.*$/gm, '');
        const said = [...counts.matchAll(/: (\d+)/g)].map(([, n]) => Number(n)).filter((n) => n > 0);
        expect(
          numbersOn(keyboard)
            .map(({ n }) => n)
            .sort(),
        ).toEqual(said.sort());
        const { keyboard: mine } = await presentList(city.app, actor, 'my', { locale: 'ru', page: 0 });
        await follow(actor, mine);
      }
    expect(followed).toBeGreaterThan(40);
  });

  it('in the totals of the picture of units, and for every unit', async () => {
    let units = 0;
    for (const [name, actor] of readers) {
      const { numbers = [] } = await showView(city.app, actor, 'ru', 'units');
      expect(numbers.length, name).toBeGreaterThan(0);
      for (const { label, filter } of numbers)
        expect([label, await total(actor, filterOf(filter))]).toEqual([label, Number(/\d+$/.exec(label)?.[0])]);
      const panel = await showNumbers(city.app, actor, 'ru', { view: 'units', taskId: null, page: 0 });
      units += await followUnits(name, actor, panel.keyboard);
    }
    expect(units).toBeGreaterThan(8);
  });

  it('in the weeks', async () => {
    for (const [, actor] of readers) {
      const { keyboard } = await showNumbers(city.app, actor, 'ru', { view: 'trend', taskId: null, page: 0 });
      // Two for each of eight weeks, and what all of them come to.
      expect([16, 17]).toContain(await follow(actor, keyboard));
    }
  });

  it('in the schools by district', async () => {
    const [, akim] = readers[0] ?? expect.unreachable();
    const task = await city.db.task.findFirstOrThrow({ where: { state: 'in_progress', confidential: false } });
    for (const taskId of [null, task.id]) {
      const { keyboard } = await showNumbers(city.app, akim, 'ru', { view: 'schools', taskId, page: 0 });
      const numbers = numbersOn(keyboard).filter(({ verb }) => verb === 'stats.schools');
      expect(numbers.length).toBeGreaterThan(2);
      for (const { label, n, args } of numbers) {
        const [districtId, kind] = [Number(args[0]), args[1] as 'a'];
        const list = await showSchoolList(city.app, akim, 'ru', { districtId, kind, page: 0, taskId });
        expect([label, list.keyboard.length]).toEqual([label, n]);
      }
    }
  });

  it('in the digest, of a part of the tree, of a topic and of a resolution', async () => {
    const period = { from: '2026-12-14', to: '2026-12-20' };
    const sealed = await sealedPosts(city.app);
    let changed = 0;
    for (const [name, actor] of readers)
      for (const [topic, resolutionId] of [
        [null, null],
        ['питание', null],
        [null, muddle.resolutionId],
      ] as const) {
        const about = { path: muddle.districts[0]?.path ?? '', resolutionId, topic, over: false };
        const scope = scopeFor(actor, name === 'akim' ? { ...about, path: muddle.root.path } : about, sealed);
        if (!scope) continue;
        const figures = await digestFigures(city.app, scope, period);
        for (const [letter, list] of Object.entries(lists) as [ListLetter, string][]) {
          const filter = digestFilter(scope, period, letter) ?? expect.unreachable();
          const key = list === 'in-time' ? 'inTime' : (list as keyof Figures);
          expect([name, list, await total(actor, filter)]).toEqual([name, list, figures[key]]);
        }
        const { fresh = 0, gone = 0, since = '' } = figures;
        for (const [letter, n] of [
          ['f', fresh],
          ['g', gone],
        ] as const) {
          const filter = digestFilter(scope, period, changeName(letter, since)) ?? expect.unreachable();
          expect([name, letter, await total(actor, filter)]).toEqual([name, letter, n]);
          expect(filterFrom(codeOf(filter), topic)).toEqual(filter);
        }
        expect(fresh - gone).toBe(figures.overdue - figures.overdueBefore);
        changed += fresh + gone;
        for (const unit of figures.best)
          for (const [letter, n] of [
            ['f', unit.fresh],
            ['g', unit.gone],
          ] as const) {
            const filter = digestFilter(scope, period, changeName(letter, since, unit)) ?? expect.unreachable();
            expect([name, letter, unit.orgId, await total(actor, filter)]).toEqual([name, letter, unit.orgId, n]);
          }
        const subscription = { id: 1, org: null, resolution: null, about };
        const counted = await digestNumbers(city.app, scope, period);
        const picture = { subscription, scope, period, ...counted, page: 0 };
        const { keyboard } = numbersMessage(city.app, 'ru', picture);
        expect(await follow(actor, keyboard, topic)).toBe(16);
        expect(await followUnits(name, actor, keyboard, topic)).toBe(counted.units.length);
        for (const { orgId, n, alone } of figures.worst) {
          const filter = digestFilter(scope, period, `${alone ? 'a' : 'u'}${orgId}`) ?? expect.unreachable();
          expect([name, orgId, await total(actor, filter)]).toEqual([name, orgId, n]);
        }
      }
    expect(changed).toBeGreaterThan(10);
  });

  it('on every choice of a filter', async () => {
    const starts: Partial<Filter>[] = [{ state: 'control' }, { view: 'tasks' }, { who: 'mine', state: 'open' }];
    let followed = 0;
    for (const [, actor] of readers.filter(([name]) => name === 'akim' || name === 'districtHead'))
      for (const start of starts)
        for (const part of pickParts) {
          const filter = filterOf(start);
          const { keyboard } = await pickView(city.app, actor, 'kk', { filter, part, page: 0 });
          followed += await follow(actor, keyboard);
        }
    expect(followed).toBeGreaterThan(60);
  });
});

describe('a list', () => {
  it('shows nobody more than they see in /find and /overdue, whatever the filter names', async () => {
    const [, akim] = readers[0] ?? expect.unreachable();
    const all = await total(akim, filterOf({ state: 'control' }));
    for (const [name, actor] of readers.slice(1)) {
      const own = await total(actor, filterOf({ state: 'control' }));
      expect(own, name).toBeLessThan(all);
      const forged = filterOf({ state: 'control', place: { orgId: muddle.root.id, alone: false } });
      expect(await total(actor, forged), name).toBe(own);
    }
  });

  it('says of what it is narrowed to only what the reader may know', async () => {
    const [, head] = readers.find(([name]) => name === 'head') ?? expect.unreachable();
    const other = muddle.heads[1]?.orgId ?? 0;
    const { text } = await panelView(city.app, head, 'ru', filterOf({ place: { orgId: other, alone: false } }));
    expect(text).not.toContain('Школа № 2');
    const [, akim] = readers[0] ?? expect.unreachable();
    const seen = await panelView(city.app, akim, 'ru', filterOf({ place: { orgId: other, alone: false } }));
    expect(seen.text).toContain('Организация: Школа № 2');
  });

  it('behind its last page shows the last one', async () => {
    const [, akim] = readers[0] ?? expect.unreachable();
    const filter = filterOf({ state: 'control' });
    const { text, keyboard } = await listView(city.app, akim, 'ru', { filter, page: 999 });
    expect(text.split('\n\n').length).toBeGreaterThan(1);
    expect(keyboard.flat().some((each) => each.text.startsWith('‹'))).toBe(true);
  });

  it('tells number, date and state alone of what is confidential', async () => {
    const [, akim] = readers[0] ?? expect.unreachable();
    const sealed = await city.db.task.findFirstOrThrow({
      where: { confidential: true, state: { in: ['issued', 'in_progress'] } },
    });
    const { text } = await listView(city.app, akim, 'ru', { filter: filterOf({ taskId: sealed.id }), page: 0 });
    expect(text).toContain('конфиденциально');
    expect(text).not.toContain(sealed.headline);
  });
});
