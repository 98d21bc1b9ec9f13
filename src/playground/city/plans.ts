// A roadmap, an act of an inspection, a problem, a question to schools and a working group: what a city follows beside its resolutions.
import { stringify } from 'csv-stringify/sync';
import { addField } from '../../collections/actions.ts';
import { answer } from '../../collections/answer-actions.ts';
import { importAct } from '../../findings/actions.ts';
import { addDistrictSeats, addSeats, createGroup } from '../../groups/actions.ts';
import { addProblem, linkMeasure } from '../../problems/actions.ts';
import { approveRoadmap, sendRoadmap } from '../../roadmaps/approve-actions.ts';
import { stampOf } from '../../roadmaps/content-rules.ts';
import { importRoadmap } from '../../roadmaps/import-actions.ts';
import { linkIndicator } from '../../roadmaps/link-actions.ts';
import { markMilestone } from '../../roadmaps/milestone-actions.ts';
import { contentOf, roadmapView } from '../../roadmaps/queries.ts';
import { createDraft, issueTask } from '../../tasks/actions.ts';
import { department, deputy, head, reports, type Who, written } from './acts.ts';
import type { City } from './founding.ts';
import type { Chapter, Story } from './history.ts';
import { districts } from './roster.ts';

const secretary: Who = ['city', 'secretary'];
const firstUnit: Who = ['u1', 'unit_head'];
const sport: Who = ['sport', 'dept_head'];
/** Schools where the inspectors found something; their heads have joined. */
const inspected = [3, 21, 28, 60] as const;

/** The measure by which many schools and rooms are counted (seed row S15). */
const newSchools = 'Ввести школы и обновить предметные кабинеты';

export const daysOfPlans: Chapter[] = [
  { at: [-13, '10:30'], tell: ({ city }) => workingGroup(city) },
  { at: [-11, '11:30'], tell: (story) => roadmap(story) },
  { at: [-9, '15:30'], tell: (story) => firstMilestone(story) },
  { at: [-5, '15:30'], tell: ({ city }) => problem(city) },
  { at: [-4, '11:30'], tell: (story) => act(story) },
  { at: [-2, '15:00'], tell: (story) => explanation(story) },
  { at: [-4, '15:00'], tell: (story) => question(story) },
  { at: [-3, '15:30'], tell: (story) => answers(story) },
];

const orgId = async ({ site }: City, code: string): Promise<number> =>
  (await site.app.db.organisation.findFirstOrThrow({ where: { code } })).id;

async function workingGroup(city: City): Promise<void> {
  const { app } = city.site;
  const actor = await city.actor(...deputy);
  const headPostId = city.post(...deputy);
  const named = { nameKk: 'Мектеп қауіпсіздігі жөніндегі жұмыс тобы', nameRu: 'Рабочая группа по безопасности школ' };
  const aim = 'Обход школ и общие предложения по безопасности';
  const groupId = await createGroup(app, actor, {
    ...named,
    aim,
    headPostId,
    orgId: await orgId(city, 'city'),
    until: null,
  });
  await addDistrictSeats(app, actor, { groupId, likePostId: city.post('d1', 'district_akim') });
  await addSeats(app, actor, {
    groupId,
    seats: [
      { name: 'Ювеналды полиция', postId: city.post('police', 'dept_head') },
      { name: 'Ата-аналар комитетінің өкілі', postId: null },
    ],
  });
}

async function roadmap({ city, tasks }: Story): Promise<void> {
  const { app } = city.site;
  const head = ['№', 'Мероприятие', 'Форма завершения', 'Срок', 'Ответственный', 'Контрольные точки'];
  const rows = [
    ['Дорожная карта по развитию школ и школьного спорта'],
    head,
    ['I. Спорт алаңдары'],
    [
      '1',
      'Обследовать спортивные площадки школ',
      'справка',
      written(city, -1),
      'Управление спорта',
      `график обхода до ${written(city, -8)}`,
    ],
    [
      '2',
      'Утвердить план ремонта спортивных залов',
      'план',
      written(city, 15),
      'Управление образования',
      `перечень залов до ${written(city, 5)}`,
    ],
    ['II. Кадрлар'],
    ['1', 'Провести курсы для учителей физкультуры', 'отчёт', written(city, 40), 'Управление образования', ''],
    ['2', 'Открыть секции в каждом районе', 'приказ', written(city, 60), 'Управление спорта', ''],
    ['III. Мектептер'],
    ['1', newSchools, 'акт ввода', written(city, 38), 'Управление образования', ''],
  ];
  const bytes = Buffer.from(stringify(rows));
  const author = await city.actor(...secretary);
  const importing = { orgId: await orgId(city, 'city'), issuerPostId: city.post(...deputy), taskId: null };
  const room = await app.db.chat.findUniqueOrThrow({ where: { telegramId: city.user(...secretary).id } });
  const table = { bytes, name: 'sport.csv', fileId: null, chatId: room.id };
  const { roadmapId } = await importRoadmap(app, author, importing, table);
  await sendRoadmap(app, author, { roadmapId });
  const view = await roadmapView(app, roadmapId);
  if (!view) throw new Error('the roadmap was not kept');
  const stamp = stampOf(contentOf(view));
  await approveRoadmap(app, await city.actor(...deputy), { roadmapId, stamp });
  view.sections.forEach(({ measures }, at) =>
    measures.forEach(({ taskId }, nth) => tasks.set(`measure ${at}.${nth}`, taskId)),
  );
}

async function firstMilestone({ city }: Story): Promise<void> {
  const { app } = city.site;
  const { id } = await app.db.milestone.findFirstOrThrow({ orderBy: { due: 'asc' } });
  await markMilestone(app, await city.actor(...sport), { milestoneId: id, done: true });
}

/** Two indicators under one measure, and a problem that it is to solve: its district is one school short of the plan (seed rows S12, S15). */
async function problem(city: City): Promise<void> {
  const { app } = city.site;
  const { id: measureId } = await app.db.measure.findFirstOrThrow({ where: { task: { textRu: newSchools } } });
  const counted = ['Введено школ', 'Обновлено предметных кабинетов'];
  const indicators = await app.db.indicator.findMany({ where: { nameRu: { in: counted } }, orderBy: { id: 'asc' } });
  const chair = await city.actor(...deputy);
  for (const { id: indicatorId } of indicators) await linkIndicator(app, chair, { measureId, indicatorId });
  const author = await city.actor(...department);
  const { problemId } = await addProblem(app, author, {
    orgId: await orgId(city, 'u1'),
    type: 'Трёхсменное обучение',
    severity: 'critical',
    text: 'Две школы района учатся в три смены: мест меньше, чем детей',
  });
  await linkMeasure(app, author, { problemId, measureId });
}

async function act({ city, tasks }: Story): Promise<void> {
  const { app, timeline } = city.site;
  const found = [
    { category: 'fire', severity: 'critical', text: 'Заперт второй эвакуационный выход' },
    { category: 'sanitary', severity: 'major', text: 'Нет запаса моющих средств в столовой' },
    { category: 'fire', severity: 'minor', text: 'Просрочена проверка одного огнетушителя' },
    { category: 'teaching', severity: 'minor', text: 'Не размещено расписание дополнительных занятий' },
  ] as const;
  const orgs = await Promise.all(inspected.map((number) => orgId(city, `s${number}`)));
  const entries = found.map((each, index) => ({ ...each, orgId: orgs[index] ?? 0 }));
  const { asked } = await importAct(app, await city.actor(...department), {
    body: 'Департамент по чрезвычайным ситуациям',
    actNumber: '47',
    actDay: timeline.day(-5),
    entries,
    explainBy: timeline.day(2),
  });
  if (asked) tasks.set('explanations', asked.taskId);
}

async function explanation({ city, tasks }: Story): Promise<void> {
  const text = 'Пояснение: замок снят в день проверки, выход свободен. Выполнено.';
  await reports(city, tasks.get('explanations') ?? 0, head(3), { text, photos: ['yard'] });
}

/** A unit asks its own schools for two numbers and a choice. */
async function question({ city, tasks }: Story): Promise<void> {
  const { app, timeline } = city.site;
  const actor = await city.actor(...firstUnit);
  const executorPostIds = schoolsOfFirstUnit(city).map(({ code }) => city.post(code, 'school_head'));
  const text = 'Қысқы демалыс туралы мәлімет беру';
  const due = timeline.day(1);
  const { taskId } = await createDraft(app, actor, { text, locale: 'kk', executorPostIds, fanOut: true, due });
  const number = {
    kind: 'number' as const,
    unit: 'бала',
    min: 0,
    max: 3_000,
    whole: true,
    choices: [],
    required: true,
  };
  await addField(app, actor, { taskId, field: { ...number, label: 'Лагерьге баратын балалар' } });
  await addField(app, actor, { taskId, field: { ...number, label: 'Ыстық тамақ алатын балалар' } });
  const kind = { kind: 'choice' as const, choices: ['иә', 'жоқ'], unit: null, min: null, max: null, whole: false };
  await addField(app, actor, { taskId, field: { ...kind, label: 'Мұз айдыны бар ма', required: true } });
  await issueTask(app, actor, { taskId, undoSeconds: 0 });
  tasks.set('numbers', taskId);
}

async function answers({ city, tasks }: Story): Promise<void> {
  const { app } = city.site;
  const taskId = tasks.get('numbers') ?? 0;
  const fields = await app.db.collectionField.findMany({ where: { taskId }, orderBy: { position: 'asc' } });
  // Every fourth of those who have joined takes more time.
  const ready = schoolsOfFirstUnit(city).filter(({ user }, index) => user && index % 4 !== 3);
  for (const [index, { code }] of ready.entries()) {
    const where = { taskId_postId: { taskId, postId: city.post(code, 'school_head') } };
    const { id } = await app.db.participation.findUniqueOrThrow({ where });
    const said = [20 + index * 7, 180 + index * 23, null];
    const values = fields.map(({ id: fieldId }, at) => {
      const number = said[at] ?? null;
      return { fieldId, number, words: number === null ? (index % 3 === 0 ? 'жоқ' : 'иә') : null };
    });
    await answer(app, await city.actor(code, 'school_head'), { participationId: id, values, requestKey: `city:${id}` });
  }
}

/** The schools go round the districts by number. */
function schoolsOfFirstUnit(city: City): City['schoolHeads'] {
  return city.schoolHeads.filter(({ code }) => (Number(code.slice(1)) - 1) % districts.length === 0);
}
