// The guard at every entrance: what must not reach a group does not, its author is told which kind it was, and the value is kept by no log and no journal.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { iinOf } from '../reading/guard/numbers.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const iin = iinOf(11);
const logged: string[] = [];

beforeAll(async () => {
  town = await startTown({ at: '2026-11-20T10:00', config: { issueUndoSeconds: 0 } });
  city = await buildCity(town);
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(town.app.log, level).mockImplementation((...said: unknown[]) => void logged.push(JSON.stringify(said)));
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
/** Everything the bot has said where others read it. */
const inGroup = (): string =>
  city.deputy
    .in(city.group)
    .messages.filter(({ text }) => !text.startsWith('/') && !text.startsWith('Выполнено'))
    .map(({ text }) => text)
    .join('\n');

describe('a task', () => {
  it('with a number of a person is not drafted in a group, and its author is told the kind only', async () => {
    const here = city.deputy.in(city.group);
    await here.says(`/task@orynda_bot Школе №2 — выдать справку ученику с ИИН ${iin} до 25 декабря`);
    expect(here.lastMessage.text).toContain('• ИИН');
    expect(here.lastMessage.text).toContain('Удалите своё сообщение в группе');
    expect(here.lastMessage.text).not.toContain(iin);
    expect(await town.db.task.count()).toBe(0);
  });

  it('edited in a group into one with a phone keeps the words it had', async () => {
    const here = city.deputy.in(city.group);
    const message = await here.says('/task@orynda_bot Школе №2 — провести собрание до 25 декабря');
    const draft = here.lastMessage;
    await here.edits(message, '/task@orynda_bot Школе №2 — звонить +7 701 234 56 78 до 25 декабря');
    expect(here.lastMessage.text).toContain('номер мобильного телефона');
    expect(draft.text).toContain('Провести собрание');
    await here.presses('Отмена', draft);
  });

  it('in private waits until it is changed or kept private, and then shows a group nothing but its number and date', async () => {
    const { deputy } = city;
    await deputy.says(`/task Школе №2 — выдать справку ученику с ИИН ${iin} до 25 декабря`);
    expect(deputy.lastMessage.text).toContain('В тексте есть:\n• ИИН');
    expect(deputy.lastMessage.buttons.flat()).not.toContain('Выдать');
    const draft = deputy.lastMessage;
    const task = await town.db.task.findFirstOrThrow();
    await deputy.forges(draft, `tasks.issue:${task.id}`);
    expect((await town.db.task.findFirstOrThrow()).state).toBe('draft');
    await deputy.presses('🔒 Только в личных чатах', draft);
    expect(deputy.lastMessage.text).toContain('в группах текст не показывается');
    await deputy.presses('Выдать');
    await town.settle();
    expect(head(2).inbox.some(({ text }) => text.includes(iin))).toBe(true);
    expect(inGroup()).toContain('№ Т-1');
    expect(inGroup()).not.toContain(iin);
    expect(inGroup()).not.toContain('справку');
  });

  it('is not cancelled with a reason that others may not read', async () => {
    const { deputy } = city;
    const task = await town.db.task.findFirstOrThrow();
    await deputy.forges(deputy.lastMessage, `tasks.cancel:${task.id}`);
    await deputy.says('Отменено, звоните +7 701 234 56 78');
    expect(deputy.lastMessage.text).toContain('• номер мобильного телефона');
    expect((await town.db.task.findFirstOrThrow()).state).not.toBe('cancelled');
  });
});

describe('a report', () => {
  it('in a group with a number of a person is answered with what to do', async () => {
    const { deputy } = city;
    await deputy.in(city.group).says('/task@orynda_bot Школе №4 — отремонтировать пандус до 25 декабря');
    await deputy.in(city.group).presses('Выдать');
    await town.settle();
    const here = head(4).in(city.group);
    const card = here.messages.findLast(({ text }) => text.includes('№ Т-2'));
    if (!card) throw new Error('no card');
    await here.replies(card, `Выполнено. Ученик ${iin}`);
    const said = here.messages.slice(-2).map(({ text }) => text);
    expect(said.join('\n')).toContain('Удалите, пожалуйста, сообщение из группы');
    expect(inGroup()).not.toContain(iin);
    expect(await town.db.report.count()).toBe(1);
  });

  it('reaches its controller with dots in the place of the number', async () => {
    const { deputy } = city;
    await town.settle();
    town.clock.advance({ minutes: 11 });
    await town.settle();
    await deputy.says('/review');
    expect(deputy.lastMessage.text).toContain('Выполнено. Ученик •••');
    expect(
      deputy.inbox.map(({ text }) => text).filter((text) => text.includes(iin) && !text.includes('справку')),
    ).toEqual([]);
  });

  it('is warned of in private as well, also for the name of a file', async () => {
    const { deputy } = city;
    await deputy.in(city.group).says('/task@orynda_bot Школе №6 — подготовить справку до 25 декабря');
    await deputy.in(city.group).presses('Выдать');
    await town.settle();
    const document = { name: `справка_${iin}.pdf`, mime: 'application/pdf', content: Buffer.from('%PDF-1.4 test') };
    await head(6).sends({ document, caption: 'Выполнено, справка приложена' });
    expect(
      head(6)
        .inbox.slice(-2)
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('• ИИН');
  });
});

describe('an item of a resolution', () => {
  it('with a mark or a number is doubtful and does not go to the chair before it is mended or kept private', async () => {
    const { secretary } = city;
    const document = [
      'Хаттама № 15, 2026 жылғы 20 қараша',
      'Үлгі қаласының әкімдігі',
      'Тақырыбы: Мектептердің дайындығы',
      '1. № 2 мектеп пандусты 25 желтоқсанға дейін жөндесін.',
      `2. № 4 мектеп ЖСН ${iin} оқушыға 25 желтоқсанға дейін анықтама берсін.`,
    ].join('\n');
    await secretary.says(`/resolution ${document}`);
    await answerHead(secretary);
    const [resolution] = await town.db.resolution.findMany();
    if (!resolution) throw new Error('no resolution');
    const [, item] = await town.db.task.findMany({
      where: { resolutionId: resolution.id },
      orderBy: { position: 'asc' },
    });
    expect(JSON.stringify(item?.draftDoubts)).toContain('guard-doubt');
    const panel = secretary.lastMessage;
    const refused = await secretary.forges(panel, `resolutions.send:${resolution.id}:1`);
    const told = refused.text ?? secretary.lastMessage.text;
    expect(told).toContain('Төрағалық етушіге әзірге жіберілмейді');
    expect(told).toContain('2');
    expect((await town.db.resolution.findFirstOrThrow()).sentAt).toBeNull();
    await secretary.forges(panel, `resolutions.item:${item?.id}`);
    expect(secretary.lastMessage.text).toContain('• ЖСН');
    await secretary.presses('🔒 Тек жеке чатта');
    await secretary.forges(secretary.lastMessage, `resolutions.send:${resolution.id}:1`);
    expect((await town.db.resolution.findFirstOrThrow()).sentAt).not.toBeNull();
  });

  it('is not read at all out of a paper that bears the mark of a restricted one', async () => {
    const { secretary } = city;
    const before = await town.db.source.count();
    await secretary.says(
      '/resolution ДСП\nХаттама № 16\n1. № 2 мектеп пандусты 25 желтоқсанға дейін жөндесін.\n2. № 4 мектеп есеп берсін.',
    );
    expect(secretary.lastMessage.text).toContain('Құжат қабылданбады');
    expect(await town.db.source.count()).toBe(before);
  });
});

describe('what is kept', () => {
  it('holds the value in no log, no journal and no waiting message', async () => {
    const journal = JSON.stringify(await town.db.journalEvent.findMany(), big);
    const outbox = JSON.stringify(await town.db.outgoingMessage.findMany(), big);
    expect(logged.filter((line) => line.includes('guard.found')).length).toBeGreaterThan(3);
    for (const kept of [journal, outbox, logged.join('\n')]) {
      expect(kept).not.toContain(iin);
      expect(kept).not.toContain('701 234 56 78');
    }
  });
});

function big(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

/** Answers what the text did not tell of its meeting. */
async function answerHead(secretary: Person): Promise<void> {
  for (let tries = 0; tries < 4 && (await town.db.resolution.count()) === 0; tries += 1) {
    const [[first] = []] = secretary.lastMessage.buttons;
    if (first) await secretary.presses(first);
    else await secretary.says('20.11.2026');
  }
}
