// Bad presses in each language: forged, stale and doubled buttons, somebody else's things, commands in the middle of a conversation, two people at once.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languageNames } from '../../src/org/help-messages.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { locales, type Locale, type TextArgs } from '../../src/texts.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
/** Executor of the task, and somebody who has nothing to do with it. */
let executor: Person;
let bystander: Person;
let locale: Locale;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 4 });
  executor = city.heads.get(2) as Person;
  bystander = city.heads.get(3) as Person;
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const t = (key: string, args?: TextArgs): string => plain(town.app.t(locale, key, args));
const nothing = <R>(act: () => Promise<R>): Promise<R> => changingNothing(town, act);
const last = (person: Person): string => person.lastMessage.text;

async function issue(words: string): Promise<{ id: number; number: string; participationId: number }> {
  await city.deputy.says(words);
  await city.deputy.presses(t('tasks-button-issue'));
  await town.settle();
  const task = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { participations: true } });
  expect(task.state).toBe('issued');
  return { id: task.id, number: task.number ?? '', participationId: task.participations[0]?.id ?? 0 };
}

/** Every kind of button that the code makes, read from the code. */
function buttonVerbs(): string[] {
  const src = new URL('../../src/', import.meta.url).pathname;
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('handlers.ts'));
  return files.flatMap((file) => {
    const code = readFileSync(src + file, 'utf8');
    const slice = file.split('/')[0] ?? '';
    const named = [...code.matchAll(/onButton\(\s*composer,\s*'([\w.-]+)'/g)].map(([, verb]) => verb ?? '');
    const short = [...code.matchAll(/^\s+press\('([\w-]+)'/gm)].map(([, verb]) => `${slice}.${verb ?? ''}`);
    return [...named, ...short];
  });
}

describe.each(locales)('in %s', { timeout: 240_000 }, (spoken) => {
  beforeAll(async () => {
    locale = spoken;
    for (const person of [city.deputy, executor, bystander, city.department]) {
      await person.says('/language');
      await person.presses(languageNames[spoken]);
    }
  });
  beforeEach(() => {
    locale = spoken;
    town.clock.advance({ minutes: 2 });
  });

  it('no forged press of any button there is changes anything, and each is answered', async () => {
    const { id, participationId } = await issue('Школе № 2 починить крыльцо до 25.12.2026');
    const verbs = buttonVerbs();
    expect(verbs.length).toBeGreaterThan(50);
    const harmless = /^(org\.(language|decline|import-cancel|as)|digests\.new|resolutions\.new)$/;
    const silent: string[] = [];
    await nothing(async () => {
      for (const verb of verbs.filter((name) => !harmless.test(name))) {
        for (const tail of [
          '',
          ':x',
          ':999999',
          `:${id}:1:1`,
          `:${participationId}:f`,
          ':1:1:1',
          ':1;DROP TABLE task',
        ]) {
          const before = [bystander.messages.length, last(bystander)];
          const { text } = await bystander.forges(bystander.lastMessage, `${verb}${tail}`);
          const after = [bystander.messages.length, last(bystander)];
          if (text === '' && String(before) === String(after)) silent.push(`${verb}${tail}`);
        }
      }
    });
    expect(silent).toEqual([]);
  });

  it('a button pressed twice does its work once and says so', async () => {
    await city.deputy.says('/task Школе № 2 покрасить ворота до 25.12.2026');
    const draft = city.deputy.lastMessage;
    const data = draft.keyboard.flat()[0]?.callback_data ?? '';
    await city.deputy.presses(t('tasks-button-issue'));
    await town.settle();
    await nothing(async () => {
      const again = await city.deputy.forges(draft, data);
      expect(again).toEqual({ text: t('tasks-issued-already'), alert: true });
    });
    const assigned = executor.lastMessage;
    const acknowledge = assigned.keyboard.flat()[0]?.callback_data ?? '';
    await executor.forges(assigned, acknowledge);
    await town.settle();
    const { number } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const twice = await nothing(() => executor.forges(assigned, acknowledge));
    expect(twice.text).toBe(t('tasks-acknowledged-already', { number: number ?? '' }));
  });

  it("somebody else's task, draft and report are refused", async () => {
    const { id, participationId } = await issue('Школе № 2 убрать листву до 25.12.2026');
    await executor.replies(executor.lastMessage, 'Выполнено. Орындалды.');
    await town.settle();
    const report = await town.db.report.findFirstOrThrow({ where: { participationId } });
    await city.deputy.says('/task Школе № 2 починить забор до 25.12.2026');
    const draft = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const refusals: [string, string][] = [
      [`tasks.ack:${participationId}`, 'tasks-not-yours'],
      [`tasks.open:${id}`, 'tasks-not-visible'],
      [`tasks.close:${id}`, 'tasks-not-visible'],
      [`tasks.issue:${draft.id}`, 'tasks-not-your-draft'],
      [`tasks.drop:${draft.id}`, 'tasks-not-your-draft'],
      [`reports.start:${participationId}`, 'reports-not-yours'],
      [`reports.accept:${report.id}`, 'reports-may-not-review'],
    ];
    await nothing(async () => {
      for (const [data, key] of refusals) {
        const { text } = await bystander.forges(bystander.lastMessage, data);
        expect([data, text]).toEqual([data, t(key)]);
      }
    });
  });

  it('/cancel and any command inside a conversation end it', async () => {
    await issue('Школе № 2 сдать списки до 25.12.2026');
    const { id: participationId } = await town.db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await nothing(async () => {
      for (const [command, answer] of [
        ['/cancel', t('telegram-cancelled')],
        ['/language', t('org-language')],
        ['/help', t('org-help')],
      ] as const) {
        await executor.forges(executor.lastMessage, `reports.start:${participationId}`);
        await executor.presses(t('reports-button-final'));
        await executor.says('Выполнено наполовину');
        const collected = executor.lastMessage;
        await executor.says(command);
        expect(last(executor)).toContain(answer.split('\n')[0]);
        const stale = await executor.presses(t('reports-button-send'), collected);
        expect(stale).toEqual({ text: t('telegram-stale-button'), alert: true });
      }
      await executor.says('/cancel');
      expect(last(executor)).toBe(t('telegram-nothing-to-cancel'));
    });
  });

  it('two people in one group at once never get into each other’s drafts and questions', async () => {
    const [first, second] = [city.deputy.in(city.group), city.department.in(city.group)];
    await Promise.all([
      first.says('/task@orynda_bot Школе № 2 починить кран до 25.12.2026'),
      second.says('/task@orynda_bot Школе № 3 побелить класс до 26.12.2026'),
    ]);
    const [crane, class_] = ['кран', 'класс'].map((word) =>
      first.messages.filter(({ text }) => text.includes(word)).at(-1),
    );
    if (!crane || !class_) throw new Error('a draft is missing');
    await nothing(async () => {
      expect((await second.presses(t('tasks-button-issue'), crane)).text).toBe(t('tasks-not-your-draft'));
      expect((await first.presses(t('tasks-button-drop'), class_)).text).toBe(t('tasks-not-your-draft'));
    });
    await Promise.all([first.presses(t('tasks-button-edit'), crane), second.presses(t('tasks-button-edit'), class_)]);
    const [asksFirst, asksSecond] = first.messages.slice(-2);
    await nothing(async () => {
      const foreign = await second.presses(t('tasks-edit-form'), asksFirst);
      expect(foreign).toEqual({ text: t('telegram-stale-button'), alert: true });
    });
    await first.presses(t('tasks-edit-form'), asksFirst);
    const askedFirst = first.lastMessage;
    await second.presses(t('tasks-edit-form'), asksSecond);
    await second.replies(second.lastMessage, 'Фото класса');
    await first.replies(askedFirst, 'Акт о кране');
    const forms = await town.db.task.findMany({
      orderBy: { id: 'desc' },
      take: 2,
      select: { textRu: true, completionForm: true },
    });
    expect(forms).toEqual(
      expect.arrayContaining([
        { textRu: expect.stringContaining('кран') as string, completionForm: 'Акт о кране' },
        { textRu: expect.stringContaining('класс') as string, completionForm: 'Фото класса' },
      ]),
    );
  });
});
