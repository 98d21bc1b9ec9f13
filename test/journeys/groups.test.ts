// A working group: seats by post in every district, vacancies until filled, a task for all members, sittings, an external member's narrow view.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addSeats, createGroup, fillSeat, freeSeat } from '../../src/groups/actions.ts';
import { addProgramme, closeProgramme, renameProgramme } from '../../src/groups/programme-actions.ts';
import { findActor } from '../../src/org/queries.ts';
import { adoptResolution, createResolution, sendToChair } from '../../src/resolutions/actions.ts';
import { membersOfItem } from '../../src/resolutions/executor-queries.ts';
import { addItems } from '../../src/resolutions/item-actions.ts';
import { resolutionView } from '../../src/resolutions/queries.ts';
import { splitItem } from '../../src/resolutions/review-actions.ts';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

const districts = [
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases',
  'd1;Шығыс ауданы;Восточный район;city;district;;;Аудан әкімінің орынбасары;Заместитель акима района;district_deputy;Шығысов;Мысал;;male;ru;',
  'd2;Батыс ауданы;Западный район;city;district;;;Аудан әкімінің орынбасары;Заместитель акима района;district_deputy;Батысов;Мысал;;male;ru;',
  'd3;Солтүстік ауданы;Северный район;city;district;;;Аудан әкімі;Аким района;district_akim;Солтүстіков;Мысал;;male;ru;',
];

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  await importRoster(city.admin, districts);
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

/** An item read for the group while `gone` sat there, adopted after `head` has come instead. */
async function adoptsForTheGroup(groupId: number, gone: number, head: number): Promise<void> {
  const secretary = (await findActor(town.app, city.secretary.id)) ?? expect.unreachable();
  const chair = (await findActor(town.app, city.deputy.id)) ?? expect.unreachable();
  const { id: orgId } = await town.db.organisation.findFirstOrThrow({ where: { code: 'city' } });
  const of = { orgId, theme: 'О дворах', day: '2026-11-20', number: '14', chairPostId: chair.posts[0]?.postId ?? 0 };
  const { resolutionId } = await createResolution(town.app, secretary, of);
  const items = [
    {
      ...{
        text: 'Убрать мусор',
        kind: 'assignment' as const,
        executorPostIds: [gone],
        fanOut: true,
        groupIds: [groupId],
      },
      ...{ due: '2026-12-18', term: 'dated' as const, completionForm: null },
    },
  ];
  const [added] = await addItems(town.app, secretary, { resolutionId, items });
  const view = (await resolutionView(town.app, resolutionId)) ?? expect.unreachable();
  const members = await membersOfItem(town.app, view, view.items[0] ?? expect.unreachable());
  expect(members?.posts).toHaveLength(4);
  expect(members?.leaving.map(({ postId }) => postId)).toEqual([gone]);
  await splitItem(town.app, secretary, { taskId: added?.taskId ?? 0, texts: ['Убрать мусор', 'Вывезти мусор'] });
  await sendToChair(town.app, secretary, { resolutionId });
  await adoptResolution(town.app, chair, { resolutionId });
  const parts = await town.db.task.findMany({ where: { resolutionId }, include: { participations: true } });
  expect(parts.map(({ id }) => id)).toContain(added?.taskId);
  expect(parts.map(({ participations }) => participations.length)).toEqual([4, 4]);
  for (const { participations } of parts) {
    expect(participations.map(({ postId }) => postId)).toContain(head);
    expect(participations.map(({ postId }) => postId)).not.toContain(gone);
  }
}

describe('a working group', () => {
  it('is made by who drafts for the body', async () => {
    const { deputy } = city;
    await deputy.says('/groups');
    expect(deputy.lastMessage.text).toContain('Рабочих групп пока нет.');
    await deputy.presses('➕ Новая группа');
    await deputy.says('Профилактика правонарушений');
    await deputy.says('Құқық бұзушылықтың алдын алу');
    await deputy.says('Работать на упреждение');
    await deputy.says('заместитель акима мысалов');
    await deputy.presses('Без срока');
    await deputy.presses('Да');
    await deputy.presses('Открыть группу');
    expect(deputy.lastMessage.text).toContain(
      'Руководитель: Заместитель акима, Акимат города Үлгі — Мысалов Арман Үлгіұлы',
    );
  });

  it('has a seat in every district, vacant where there is no such post, until it is filled', async () => {
    const { deputy } = city;
    await deputy.presses('➕ Во всех районах');
    await deputy.presses('Заместитель акима района');
    expect(deputy.lastMessage.text).toContain('Районов: 3');
    await deputy.presses('Да');
    await deputy.presses('Открыть группу');
    const { text } = deputy.lastMessage;
    expect(text).toContain('Состав: 3, вакантно: 1');
    expect(text).toContain('⚪ Заместитель акима района, Северный район — вакантно');
    const number = /(\d)\. ⚪/.exec(text)?.[1] ?? '';
    await deputy.presses(number);
    await deputy.presses('Заполнить место');
    await deputy.says('аким района северный');
    expect(deputy.lastMessage.text).toContain('Место заполнено');
    await deputy.presses('Открыть группу');
    expect(deputy.lastMessage.text).toContain('Аким района, Северный район — Солтүстіков Мысал');
    expect(deputy.lastMessage.text).not.toContain('вакантно');
  });

  it('shows an external member only the own seat', async () => {
    const { deputy, police } = city;
    await deputy.presses('➕ Место');
    await deputy.says('ювенальная полиция');
    await deputy.presses('Начальник, Ювенальная полиция');
    await deputy.presses('Открыть группу');
    expect(deputy.lastMessage.text).toContain('Начальник, Ювенальная полиция — Мысалбаев Серік (внешний член)');
    await police.says('/groups');
    await police.presses('Профилактика правонарушений');
    expect(police.lastMessage.text).toContain('Ваше место в группе');
    expect(police.lastMessage.text).not.toContain('Восточный район');
    expect(police.lastMessage.buttons.flat()).toEqual(['Все группы']);
    await city.heads.get(2)?.says('/groups');
    expect(city.heads.get(2)?.lastMessage.text).toContain('Рабочих групп пока нет.');
  });

  it('is given a task as a whole, drafted first, and keeps it', async () => {
    const { deputy } = city;
    await deputy.says('/groups');
    await deputy.presses('Профилактика правонарушений');
    await deputy.presses('Поручить группе');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 4');
    await deputy.says('Провести рейды в парках до 11.12.2026');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 4');
    await deputy.presses('Выдать');
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({ include: { participations: true } });
    expect(task).toMatchObject({ state: 'issued', fanOut: true, textRu: 'Провести рейды в парках' });
    expect(task.participations).toHaveLength(4);
    expect(city.police.lastMessage.text).toContain('рейды в парках');
    await city.police.says('/groups');
    await city.police.presses('Профилактика правонарушений');
    expect(city.police.lastMessage.text).toContain('№ Т-1 Провести рейды в парках · срок: 11.12.2026');
  });

  it('is named in a task by its members; what is vacant is a doubt, the others’ groups are not known', async () => {
    const { deputy, department } = city;
    const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
    const { id: groupId } = await town.db.workingGroup.findFirstOrThrow();
    await addSeats(town.app, actor, { groupId, seats: [{ name: 'Психолог', postId: null }] });
    await deputy.says('/task Членам рабочей группы по профилактике правонарушений — обойти дворы до 18.12.2026');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 4');
    expect(deputy.lastMessage.text).toContain('Место свободно, никого нет: Психолог');
    await deputy.presses('Выдать');
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({
      where: { groupIds: { has: groupId } },
      orderBy: { id: 'desc' },
    });
    expect(task).toMatchObject({ state: 'issued', fanOut: true, textRu: 'Обойти дворы' });
    await deputy.says('/task Школе № 2 и членам РГ по профилактике: проверить дворы до 18.12.2026');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 5');
    await deputy.presses('Отмена');
    await deputy.says('/task Членам РГ по профилактике и школе № 2: проверить дворы до 18.12.2026');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 5');
    await deputy.presses('Отмена');
    await deputy.says('/task Проверить дворы до 18.12.2026');
    await deputy.presses('Изменить');
    await deputy.presses('Исполнители');
    await deputy.says('члены рабочей группы по профилактике правонарушений');
    expect(deputy.lastMessage.text).toContain('Исполнителей: 4');
    await deputy.presses('Отмена');
    await department.says('/task Членам рабочей группы по профилактике правонарушений — обойти дворы до 18.12.2026');
    expect(department.lastMessage.text).not.toContain('Психолог');
    expect(department.lastMessage.text).not.toContain('Восточный район');
    await department.presses('Отмена');
  });

  it('gives a task to its members of the day of issue: who joined since the draft has a share, who left has none', async () => {
    const { deputy } = city;
    const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
    const { id: groupId } = await town.db.workingGroup.findFirstOrThrow();
    const sitting = await town.db.groupSeat.findFirstOrThrow({
      where: { groupId, endedAt: null, postId: { not: null } },
      orderBy: { id: 'asc' },
    });
    const head = await town.db.post.findFirstOrThrow({ where: { role: 'school_head', org: { code: 's2' } } });
    await deputy.says('/task Членам рабочей группы по профилактике правонарушений — осветить дворы до 18.12.2026');
    expect(deputy.lastMessage.text).toContain('исполнителей сейчас: 4');
    await addSeats(town.app, actor, { groupId, seats: [{ name: 'Школа', postId: head.id }] });
    await freeSeat(town.app, actor, { seatId: sitting.id, keep: true });
    await deputy.presses('Изменить');
    await deputy.presses('Форма');
    await deputy.says('Справка');
    const { text } = deputy.lastMessage;
    expect(text).toMatch(/исполнителей сейчас: 4\nДобавятся при выдаче: .*2.*\nВышли из группы и не войдут: /);
    await deputy.presses('Выдать');
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({
      where: { groupIds: { has: groupId } },
      orderBy: { id: 'desc' },
      include: { participations: true },
    });
    const posts = task.participations.map(({ postId }) => postId);
    expect(task).toMatchObject({ state: 'issued', fanOut: true, textRu: 'Осветить дворы' });
    expect(posts).toHaveLength(4);
    expect(posts).toContain(head.id);
    expect(posts).not.toContain(sitting.postId);
    await adoptsForTheGroup(groupId, sitting.postId ?? 0, head.id);
    // As it was, for what follows.
    const { id: seatId } = await town.db.groupSeat.findFirstOrThrow({ where: { groupId, postId: head.id } });
    await freeSeat(town.app, actor, { seatId, keep: false });
    const vacant = await town.db.groupSeat.findFirstOrThrow({ where: { groupId, name: sitting.name, endedAt: null } });
    await fillSeat(town.app, actor, { seatId: vacant.id, postId: sitting.postId ?? 0 });
  });

  it('keeps whoever was named beside the group after having left it earlier that day', async () => {
    const { deputy } = city;
    const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
    const { id: groupId } = await town.db.workingGroup.findFirstOrThrow();
    const head = await town.db.post.findFirstOrThrow({ where: { role: 'school_head', org: { code: 's2' } } });
    await addSeats(town.app, actor, { groupId, seats: [{ name: 'Школа', postId: head.id }] });
    const { id: seatId } = await town.db.groupSeat.findFirstOrThrow({
      where: { groupId, postId: head.id, endedAt: null },
    });
    await freeSeat(town.app, actor, { seatId, keep: false });
    town.clock.advance({ minutes: 5 });
    await deputy.says('/task Школе № 2 и членам РГ по профилактике: убрать подвалы до 18.12.2026');
    expect(deputy.lastMessage.text).not.toContain('Вышли из группы');
    await deputy.presses('Выдать');
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { participations: true } });
    expect(task.state).toBe('issued');
    expect(task.participations.map(({ postId }) => postId)).toContain(head.id);
  });

  it('shares an item with another group named after it: members of both are taken anew at the adoption', async () => {
    const { deputy, secretary } = city;
    const chair = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
    const drafter = (await findActor(town.app, secretary.id)) ?? expect.unreachable();
    const { id: first, orgId, headPostId } = await town.db.workingGroup.findFirstOrThrow();
    const names = { nameKk: 'Мектептерді жөндеу', nameRu: 'Ремонт школ' };
    const second = await createGroup(town.app, chair, { orgId, ...names, aim: '', headPostId, until: null });
    const postOf = async (code: string) =>
      (await town.db.post.findFirstOrThrow({ where: { role: 'school_head', org: { code } } })).id;
    const [one, two] = [await postOf('s1'), await postOf('s2')];
    const { id: third } = await town.db.post.findFirstOrThrow({ where: { role: 'dept_head' } });
    await addSeats(town.app, chair, { groupId: second, seats: [{ name: 'Школа', postId: one }] });
    const groupsSaid = 'рабочей группы по профилактике правонарушений и группы по ремонту школ';
    await deputy.says(`/task Членам ${groupsSaid} — осмотреть школы до 18.12.2026`);
    expect(deputy.lastMessage.text).toContain('Исполнителей: 5');
    expect(deputy.lastMessage.text).toContain('«Профилактика правонарушений; Ремонт школ»');
    await deputy.presses('Отмена');
    const of = { orgId, theme: 'О школах', day: '2026-11-20', number: '15', chairPostId: headPostId };
    const { resolutionId } = await createResolution(town.app, drafter, of);
    const item = { text: 'Осмотреть школы', kind: 'assignment' as const, executorPostIds: [one], fanOut: false };
    const term = { due: '2026-12-18', term: 'dated' as const, completionForm: null };
    const [added] = await addItems(town.app, drafter, { resolutionId, items: [{ ...item, ...term }] });
    const taskId = added?.taskId ?? 0;
    await secretary.says('/resolutions');
    await secretary.forges(secretary.lastMessage, `resolutions.edit:${taskId}:executors`);
    await secretary.says('рабочая группа по профилактике правонарушений');
    await secretary.says('рабочая группа по ремонту школ');
    await secretary.presses('Дайын');
    const seats = [
      { groupId: first, seats: [{ name: 'Школа', postId: two }] },
      { groupId: second, seats: [{ name: 'Управление', postId: third }] },
    ];
    for (const more of seats) await addSeats(town.app, chair, more);
    await sendToChair(town.app, drafter, { resolutionId });
    await adoptResolution(town.app, chair, { resolutionId });
    const { participations } = await town.db.task.findFirstOrThrow({
      where: { id: taskId },
      include: { participations: true },
    });
    expect(participations.map(({ postId }) => postId)).toEqual(expect.arrayContaining([one, two, third]));
    // As it was, for what follows.
    const { id: seatId } = await town.db.groupSeat.findFirstOrThrow({
      where: { groupId: first, postId: two, endedAt: null },
    });
    await freeSeat(town.app, chair, { seatId, keep: false });
    await town.db.workingGroup.update({ where: { id: second }, data: { closedAt: town.app.now() } });
  });

  it('gives a task to those it was written for when nobody of the group is left at the issue', async () => {
    const { deputy } = city;
    const where = { group: { closedAt: null }, endedAt: null };
    const seats = (await town.db.groupSeat.findMany({ where })).map(({ id }) => id);
    await deputy.says('/task Членам рабочей группы по профилактике правонарушений — обойти подвалы до 18.12.2026');
    await town.db.groupSeat.updateMany({ where, data: { endedAt: town.app.now() } });
    await deputy.presses('Выдать');
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { participations: true } });
    expect(task).toMatchObject({ state: 'issued', textRu: 'Обойти подвалы' });
    expect(task.participations).toHaveLength(4);
    await town.db.groupSeat.updateMany({ where: { id: { in: seats } }, data: { endedAt: null } });
  });

  it('has a chat of its own without an organisation: cards and reminders of its tasks go there, of others none', async () => {
    const { deputy, police } = city;
    const own = town.tg.group({ title: 'Профилактика', members: [deputy, police, city.department] });
    const here = deputy.in(own);
    await city.department.in(own).says('/groups@orynda_bot');
    expect(here.lastMessage.text).toContain('Рабочих групп, которые вы ведёте, нет.');
    await here.says('/groups@orynda_bot');
    const offer = here.lastMessage;
    expect(offer.buttons.flat()).toEqual(['Профилактика правонарушений']);
    await city.department.in(own).presses('Профилактика правонарушений', offer);
    expect(await town.db.place.count({ where: { groupId: { not: null } } })).toBe(0);
    await here.presses('Профилактика правонарушений', offer);
    expect(here.lastMessage.text).toContain('Это чат рабочей группы «Профилактика правонарушений»');
    for (const command of ['/status', '/stats', '/unreached']) {
      await police.in(own).says(`${command}@orynda_bot`);
      expect(here.lastMessage.text).toContain('/groups');
    }
    await here.says('/link@orynda_bot Акимат города Үлгі');
    expect(here.lastMessage.text).toContain('Профилактика правонарушений');
    expect(here.lastMessage.text).toContain('сначала отвяжите его: /unlink@orynda_bot');
    await here.presses('Подтвердить');
    expect(await town.db.place.count({ where: { groupId: { not: null }, unboundAt: null } })).toBe(1);
    await deputy.says('/task Членам рабочей группы по профилактике правонарушений — проверить парки до 30.11.2026');
    expect(deputy.lastMessage.text).toContain('Профилактика');
    await deputy.presses('Выдать');
    await deputy.says('/task Управлению образования сдать отчёт до 30.11.2026');
    await deputy.presses('Выдать');
    await town.settle();
    const said = (): string =>
      here.messages
        .filter(({ text }) => !text.startsWith('/'))
        .map(({ text }) => text)
        .join('\n');
    expect(said()).toContain('роверить парки');
    expect(
      deputy
        .in(city.group)
        .messages.map(({ text }) => text)
        .join(),
    ).not.toContain('роверить парки');
    town.clock.set('2026-11-27T09:10');
    await town.tick();
    const { number } = await town.db.task.findFirstOrThrow({ where: { textRu: 'Проверить парки' } });
    expect(here.lastMessage.text).toContain(`Поручений: 1, исполнителей: 4\n№ ${number} — срок 30.11.2026`);
    expect(said()).not.toContain('сдать отчёт');
  });

  it('sits by itself: theme, chair and members are known', async () => {
    const { deputy } = city;
    await deputy.says('/groups');
    await deputy.presses('Профилактика правонарушений');
    await deputy.presses('Заседания группы');
    await deputy.says('02.12.2026');
    await deputy.presses('Назначаются вручную');
    for (let step = 0; step < 3; step += 1) await deputy.presses('Пропустить');
    const series = await town.db.meetingSeries.findFirstOrThrow();
    expect(series.memberPostIds).toHaveLength(4);
    await deputy.says('/groups');
    await deputy.presses('Профилактика правонарушений');
    expect(deputy.lastMessage.text).toContain('ближайшее заседание: 02.12.2026');
  });
});

describe('a proposal', () => {
  it('becomes an assignment by a press of who may issue, and both name the other', async () => {
    const { deputy } = city;
    await deputy.says('/task Предложить школе № 2 открыть кружок шахмат до 14.12.2026');
    expect(deputy.lastMessage.text).toContain('Проект предложения');
    await deputy.presses('Выдать');
    await town.settle();
    const about = { topic: 'Кружки', indicators: [{ value: 30, unit: 'детей' }] };
    const { id } = await town.db.task.findFirstOrThrow({ where: { kind: 'proposal' } });
    const proposal = await town.db.task.update({ where: { id }, data: about });
    await deputy.says(`/find ${proposal.number}`);
    await deputy.presses(proposal.number ?? '');
    await town.settle();
    const card = deputy.lastMessage;
    await deputy.presses('Дать как поручение', card);
    expect(deputy.lastMessage.text).toContain('Проект поручения');
    await deputy.presses('Выдать');
    await town.settle();
    const made = await town.db.task.findFirstOrThrow({ where: { convertedFromId: proposal.id } });
    expect(made).toMatchObject({ kind: 'assignment', state: 'issued', textRu: proposal.textRu, ...about });
    const { text } = await deputy.presses('Дать как поручение', card);
    expect(text).toContain(`Поручение уже дано: № ${made.number}`);
    await deputy.says(`/find ${made.number}`);
    await deputy.presses(made.number ?? '');
    await town.settle();
    expect(deputy.lastMessage.text).toContain(`Дано на основе: предложение № ${proposal.number}`);
  });
});

describe('what was proposed at a sitting', () => {
  it('is turned into an assignment by its chair, not by whoever else may give the task', async () => {
    const { deputy, department } = city;
    const proposal = await town.db.task.findFirstOrThrow({ where: { kind: 'proposal' } });
    const { id: taskId } = await town.db.task.create({
      data: {
        ...{ kind: 'proposal', state: 'issued', number: '9', headline: 'Открыть музей', textRu: 'Открыть музей' },
        ...{ rootOrgId: proposal.rootOrgId, issuerPostId: proposal.issuerPostId, draftedById: proposal.draftedById },
        ...{ createdAt: town.app.now(), issuedAt: town.app.now(), term: 'undated' },
      },
    });
    const { postId } = await town.db.participation.findFirstOrThrow({ where: { taskId: proposal.id } });
    await town.db.participation.create({
      data: { taskId, postId, role: 'responsible', force: 'proposal', position: 0 },
    });
    const about = {
      orgId: proposal.rootOrgId,
      theme: 'Совещание',
      day: new Date('2026-11-20'),
      createdAt: town.app.now(),
    };
    const { id: meetingId } = await town.db.meeting.create({
      data: { ...about, chairPostId: proposal.issuerPostId ?? 0 },
    });
    const { id: resolutionId } = await town.db.resolution.create({
      data: {
        meetingId,
        draftedById: proposal.draftedById ?? 0,
        createdAt: town.app.now(),
        state: 'on_control',
        guessed: [],
      },
    });
    await town.db.task.update({ where: { id: taskId }, data: { resolutionId } });
    await department.forges(department.lastMessage, `tasks.open:${taskId}`);
    await town.settle();
    expect(department.lastMessage.text).toContain('Открыть музей');
    expect(department.lastMessage.buttons.flat()).not.toContain('Дать как поручение');
    await department.forges(department.lastMessage, `tasks.convert:${taskId}`);
    expect(await town.db.task.count({ where: { convertedFromId: taskId } })).toBe(0);
    await deputy.forges(deputy.lastMessage, `tasks.open:${taskId}`);
    await town.settle();
    await deputy.presses('Дать как поручение');
    expect(deputy.lastMessage.text).toContain('Проект поручения');
    expect(await town.db.task.count({ where: { convertedFromId: taskId } })).toBe(1);
  });
});

describe('a programme', () => {
  it('is found in new tasks by its name or another spelling, counted, renamed with its tasks, and put on by a press', async () => {
    const { deputy, department } = city;
    await deputy.says('/programmes');
    await deputy.presses('➕ Программа');
    await deputy.says('«Таза Қазақстан»');
    await deputy.presses('Открыть');
    await deputy.presses('Другое написание');
    await deputy.says('Чистый Казахстан');
    await deputy.says('/programmes');
    await deputy.presses('➕ Тема');
    await deputy.says('Дети и природа');
    await deputy.says('/task Школе № 2 провести субботник по проекту Чистый Казахстан до 15.12.2026');
    const draft = deputy.lastMessage;
    await deputy.presses('Отметки', draft);
    await deputy.presses('Программа и тема');
    expect(deputy.lastMessage.buttons.flat()).toEqual(['✅ Таза Қазақстан', '🏷 Дети и природа']);
    await deputy.presses('🏷 Дети и природа');
    await deputy.presses('Выдать', draft);
    await town.settle();
    const task = await town.db.task.findFirstOrThrow({ where: { topic: 'Дети и природа' } });
    expect(task).toMatchObject({ state: 'issued', programmes: ['Таза Қазақстан'] });
    await deputy.says('/programmes');
    await deputy.presses('1');
    await deputy.presses('На контроле: 1');
    expect(deputy.lastMessage.text).toMatch(/^Записей: 1\n.*Таза Қазақстан/);
    const list = deputy.lastMessage;
    await deputy.says('/programmes');
    await deputy.presses('1');
    await deputy.presses('Переименовать');
    await deputy.says('Таза Қазақстан — 2030');
    await deputy.presses('Да');
    // A list of the earlier name, as it stands in buttons and saved lists.
    await deputy.presses('Фильтр', list);
    await deputy.presses('Показать: 1', list);
    expect(list.text).toMatch(/^Записей: 1\n.*Таза Қазақстан — 2030/);
    await department.says('/programmes');
    expect(department.lastMessage.text).toContain(
      '«Таза Қазақстан — 2030»\nНа контроле: 1 · исполнено: 0 · просрочено: 0',
    );
    expect(department.lastMessage.buttons.flat()).toEqual(['1', '2']);
    await department.presses('1');
    await department.presses('Список поручений');
    await town.settle();
    expect(department.lastMessage.text).toContain(task.number);
  });

  it('is not renamed into one that was closed, which opens again when it is added', async () => {
    const actor = (await findActor(town.app, city.deputy.id)) ?? expect.unreachable();
    const [first, second] = await Promise.all(
      ['Жасыл мектеп', 'Ашық сабақ'].map((name) => addProgramme(town.app, actor, { kind: 'programme', name })),
    );
    const [programmeId, other] = [first ?? 0, second ?? 0];
    await closeProgramme(town.app, actor, { programmeId });
    const renamed = renameProgramme(town.app, actor, { programmeId: other, name: 'ЖАСЫЛ МЕКТЕП' });
    await expect(renamed).rejects.toMatchObject({ key: 'programmes-known' });
    expect(await addProgramme(town.app, actor, { kind: 'programme', name: 'Жасыл мектеп' })).toBe(programmeId);
  });

  it('is kept at the top of the tree alone, and added once by two at the same moment', async () => {
    const actor = (await findActor(town.app, city.deputy.id)) ?? expect.unreachable();
    const district = await town.db.organisation.findFirstOrThrow({ where: { code: 'd1' } });
    const posts = actor.posts.map((post) => ({
      ...post,
      ...{ role: 'district_deputy' as const, orgPath: district.path, orgType: 'district' as const },
    }));
    const topic = { kind: 'topic' as const, name: 'Қысқа дайындық' };
    const refused = { key: 'telegram-not-allowed' };
    await expect(addProgramme(town.app, { ...actor, posts }, topic)).rejects.toMatchObject(refused);
    const both = await Promise.allSettled([1, 2].map(() => addProgramme(town.app, actor, topic)));
    expect(
      both.map((one) => (one.status === 'rejected' ? (one.reason as { key?: string }).key : 'added')).sort(),
    ).toEqual(['added', 'programmes-known']);
  });
});
