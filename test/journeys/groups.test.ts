// A working group: seats by post in every district, vacancies until filled, a task for all members, sittings, an external member's narrow view.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addProgramme, closeProgramme, renameProgramme } from '../../src/groups/programme-actions.ts';
import { findActor } from '../../src/org/queries.ts';
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
    const proposal = await town.db.task.findFirstOrThrow({ where: { kind: 'proposal' } });
    await deputy.says(`/find ${proposal.number}`);
    await deputy.presses(proposal.number ?? '');
    await town.settle();
    const card = deputy.lastMessage;
    await deputy.presses('Дать как поручение', card);
    expect(deputy.lastMessage.text).toContain('Проект поручения');
    await deputy.presses('Выдать');
    await town.settle();
    const made = await town.db.task.findFirstOrThrow({ where: { convertedFromId: proposal.id } });
    expect(made).toMatchObject({ kind: 'assignment', state: 'issued', textRu: proposal.textRu });
    const { text } = await deputy.presses('Дать как поручение', card);
    expect(text).toContain(`Поручение уже дано: № ${made.number}`);
    await deputy.says(`/find ${made.number}`);
    await deputy.presses(made.number ?? '');
    await town.settle();
    expect(deputy.lastMessage.text).toContain(`Дано на основе: предложение № ${proposal.number}`);
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
