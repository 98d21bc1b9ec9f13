// Bad input in each language: a clear answer in the person's own words, and every row of the database as it was.
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

describe.each(locales)('in %s', { timeout: 60_000 }, (spoken) => {
  beforeAll(async () => {
    locale = spoken;
    for (const person of [city.deputy, executor, bystander, city.admin]) {
      await person.says('/language');
      await person.presses(languageNames[spoken]);
    }
  });
  beforeEach(() => {
    locale = spoken;
    town.clock.advance({ minutes: 2 });
  });

  it('a stranger who writes, commands, presses or follows a made-up link is told how to be invited', async () => {
    const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: spoken });
    await city.group.joins(stranger);
    await nothing(async () => {
      for (const words of ['Готово', '/my', '/task Школе № 2 до 25.12.2026', '/import', '<b>x']) {
        await stranger.says(words);
        expect(last(stranger)).toBe(t('telegram-stranger'));
      }
      await stranger.opens('x'.repeat(32));
      expect(last(stranger)).toBe(t('org-invite-unknown'));
      const press = await stranger.forges(stranger.lastMessage, 'tasks.issue:1');
      expect(press).toEqual({ text: t('telegram-stranger'), alert: true });
      await stranger.in(city.group).says('/task@orynda_bot Школе № 2 до 25.12.2026');
      expect(stranger.in(city.group).lastMessage.text).toBe(t('telegram-stranger'));
      await stranger.in(city.group).says('/link@orynda_bot Акимат');
      expect(stranger.in(city.group).lastMessage.text).toBe(t('telegram-stranger'));
    });
  });

  it('an empty task, one of 5,000 characters and one that looks like HTML', async () => {
    await nothing(async () => {
      await city.deputy.says('/task');
      expect(last(city.deputy)).toBe(t('tasks-how-to-issue'));
      await city.deputy.says(`/task ${'а'.repeat(4_096 - 6)}`);
      expect(last(city.deputy)).toBe(t('tasks-text-long', { max: 3000, length: 4090 }));
    });
    await city.deputy.says('/task Школе № 2 проверить <b>кабинеты</b> & a<b </script> до 25.12.2026');
    expect(last(city.deputy)).toContain('<b>кабинеты</b> & a<b </script>');
  });

  it('a report of 5,000 characters, in a message and in two captions, and one that looks like HTML', async () => {
    await issue('Школе № 2 обновить стенд до 25.12.2026');
    const assigned = executor.lastMessage;
    await nothing(async () => {
      await executor.replies(assigned, `Выполнено ${'а'.repeat(4_000)}`);
      expect(last(executor)).toBe(t('reports-text-long', { max: 3000, length: 4010 }));
    });
    await executor.replies(assigned, 'Выполнено <b>стенд</b> & a<b');
    expect((await town.db.report.findFirstOrThrow({ orderBy: { id: 'desc' } })).text).toBe(
      'Выполнено <b>стенд</b> & a<b',
    );
  });

  it('a date in the past, 31 February and nonsense leave a draft that cannot be issued', async () => {
    const answers: [string, string][] = [
      ['01.11.2026', t('tasks-due-past')],
      ['31 февраля', t('reading-doubt-impossible-date', { words: 'до 31 февраля' })],
      ['31 ақпан', t('tasks-missing-due')],
      ['когда-нибудь', t('tasks-missing-due')],
    ];
    for (const [due, answer] of answers) {
      await city.deputy.says(`/task Школе № 2 сдать отчёт до ${due}`);
      expect(last(city.deputy)).toContain(answer);
      expect(city.deputy.lastMessage.buttons.flat()).not.toContain(t('tasks-button-issue'));
      const { id } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
      await nothing(() => city.deputy.forges(city.deputy.lastMessage, `tasks.issue:${id}`));
    }
    await city.deputy.presses(t('tasks-button-edit'));
    await city.deputy.presses(t('tasks-edit-due'));
    await nothing(async () => {
      for (const [typed, key] of [
        ['31.02.2027', 'telegram-day-impossible'],
        ['когда-нибудь', 'telegram-day-unclear'],
      ] as const) {
        await city.deputy.says(typed);
        expect(city.deputy.messages.slice(-2).map(({ text }) => text)).toContainEqual(expect.stringContaining(t(key)));
      }
      await city.deputy.says('01.11.2026');
      expect(
        city.deputy.messages
          .slice(-2)
          .map(({ text }) => text)
          .join(),
      ).toContain('2026');
      expect(
        city.deputy.messages
          .slice(-2)
          .map(({ text }) => text)
          .join(),
      ).toContain(t('telegram-day-past', { day: '' }));
      await city.deputy.says('/cancel');
      expect(last(city.deputy)).toBe(t('telegram-cancelled'));
    });
  });

  it('a report on a closed task, whether replied, edited or begun by an old button', async () => {
    const { id, number, participationId } = await issue('Школе № 2 вымыть окна до 25.12.2026');
    const assigned = executor.lastMessage;
    const said = await executor.replies(assigned, 'Выполнено. Орындалды.');
    await town.settle();
    await city.deputy.says('/review');
    while (!last(city.deputy).includes(`№ ${number}`) && !last(city.deputy).includes(`No ${number}`))
      await city.deputy.presses(t('reports-button-next'));
    await city.deputy.presses(t('reports-button-accept-close'));
    await town.settle();
    expect(await town.db.task.findUnique({ where: { id } })).toMatchObject({ state: 'closed' });
    await nothing(async () => {
      await executor.replies(assigned, 'Выполнено ещё раз');
      expect(last(executor)).toBe(t('reports-finished', { number }));
      await executor.edits(said, 'Выполнено. Орындалды. Добавлено.');
      expect(last(executor)).toBe(t('reports-reviewed-already', { number }));
      const begun = await executor.forges(assigned, `reports.start:${participationId}`);
      expect(begun.text).toBe(t('reports-finished-any'));
      const acknowledged = await executor.forges(assigned, `tasks.ack:${participationId}`);
      expect(acknowledged.text).toBe(t('tasks-closed-already', { number }));
    });
  });

  it('an edit of the message after the task was issued', async () => {
    const said = await city.deputy.says('/task Школе № 2 проверить котельную до 25.12.2026');
    await city.deputy.presses(t('tasks-button-issue'));
    await town.settle();
    const { number } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await nothing(async () => {
      await city.deputy.edits(said, '/task Школе № 3 проверить котельную до 26.12.2026');
      expect(last(city.deputy)).toBe(t('tasks-issued-not-changed', { number: number ?? '' }));
    });
  });

  it('a broken roster row, a loop of parents, a wrong file, and a roster from somebody else', async () => {
    const csv = (...rows: string[]) => ({
      document: { name: 'roster.csv', content: Buffer.from(['code;org_ru;parent;type', ...rows].join('\n')) },
    });
    await nothing(async () => {
      await city.admin.sends(csv('x1;Школа;moon;school'));
      expect(last(city.admin)).toContain(t('org-row-unknown-parent', { parent: 'moon' }));
      await city.admin.sends(csv('x1;Школа;;castle'));
      expect(last(city.admin)).toContain('castle');
      await city.admin.sends(csv('a;А;b;office', 'b;Б;a;office'));
      expect(last(city.admin)).toContain(t('org-row-loop', { code: 'a' }));
      await city.admin.sends({ document: { name: 'roster.csv', content: Buffer.from('%PDF-1.7') } });
      expect(last(city.admin)).toBe(t('org-roster-wrong-file'));
      await bystander.says('/import');
      expect(last(bystander)).toBe(t('org-roster-not-allowed'));
    });
  });

  it('an unknown list, a command of the other kind of chat, and a command nobody knows', async () => {
    await nothing(async () => {
      await executor.in(city.group).says('/my@orynda_bot');
      expect(executor.in(city.group).lastMessage.text).toBe(t('telegram-private-only'));
      await executor.says('/link');
      expect(last(executor)).toBe(t('telegram-group-only'));
      await executor.says('/resolution');
      expect(last(executor)).toBe(t('resolutions-may-not-draft'));
    });
  });

  it('an empty report, and words that no bot can file', async () => {
    await issue('Школе № 2 проверить крышу до 25.12.2026');
    const assigned = executor.lastMessage;
    await nothing(async () => {
      await executor.replies(assigned, '   .   ');
      expect(last(executor)).toBe(t('reports-unclear'));
      await executor.sends({ voice: Buffer.from('v') }, assigned);
      expect(last(executor)).toBe(t('reports-voice'));
    });
  });

  it('a command that nobody knows', async () => {
    await nothing(async () => {
      for (const person of [executor, city.deputy, city.admin]) {
        await person.says('/frobnicate Школе № 2 до 25.12.2026');
        expect(last(person)).toBe(t('telegram-unknown-command'));
      }
    });
  });
});
