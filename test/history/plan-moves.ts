// More moves of the story: acts of inspections, roadmaps, programmes and topics, a proposal made an assignment.
import { importAct } from '../../src/findings/actions.ts';
import { askExplanations, askRemedy } from '../../src/findings/ask-actions.ts';
import { addProgramme, renameProgramme, turnProgramme } from '../../src/groups/programme-actions.ts';
import { changeMeasure } from '../../src/roadmaps/amend-actions.ts';
import { approveRoadmap } from '../../src/roadmaps/approve-actions.ts';
import { stampOf } from '../../src/roadmaps/content-rules.ts';
import { createRoadmap } from '../../src/roadmaps/draft-actions.ts';
import { contentOf, roadmapView } from '../../src/roadmaps/queries.ts';
import { issueTask, updateDraft } from '../../src/tasks/actions.ts';
import { convertTask } from '../../src/tasks/convert-actions.ts';
import type { Move, Story } from './story.ts';

const reason = 'Новые обстоятельства';

async function orgsOfSchools(story: Story): Promise<number[]> {
  const posts = await story.city.app.db.post.findMany({ where: { id: { in: story.schools() } } });
  return posts.map(({ orgId }) => orgId);
}

const act = (story: Story) => story.row<{ id: number }>('SELECT id FROM inspection ORDER BY id');
const measure = (story: Story) =>
  story.row<{
    id: number;
    version: number;
  }>(`SELECT m.id, r.version FROM measure m JOIN roadmap_section s ON s.id = m.section_id
    JOIN roadmap r ON r.id = s.roadmap_id WHERE r.state = 'approved' AND m.removed_at IS NULL ORDER BY m.id`);
const programme = (story: Story) => story.row<{ id: number }>('SELECT id FROM programme ORDER BY id');

export const planMoves: Record<string, Move> = {
  importAct: async (story) => {
    const orgIds = await orgsOfSchools(story);
    const found = { category: 'fire', severity: 'major', text: 'Нет схемы эвакуации' } as const;
    await importAct(story.city.app, story.deputy, {
      body: 'Инспекция',
      actNumber: `А-${Math.floor(story.random() * 10_000)}`,
      actDay: story.today,
      entries: orgIds.map((orgId) => ({ ...found, orgId })),
      explainBy: story.random() < 0.5 ? story.later() : null,
    });
  },
  askExplanations: async (story) => {
    const { id: inspectionId } = await act(story);
    await askExplanations(story.city.app, story.deputy, { inspectionId, due: story.later() });
  },
  askRemedy: async (story) => {
    const { id: inspectionId } = await act(story);
    await askRemedy(story.city.app, story.deputy, { inspectionId, due: story.later(), measure: null });
  },
  roadmap: async (story) => {
    const { app } = story.city;
    const measures = [1, 2].map((line) => ({
      ...{ line, text: `Мероприятие ${line}`, form: null, note: null, indicatorIds: [], milestones: [], doubts: [] },
      ...{ postIds: story.schools(), fanOut: story.random() < 0.3, due: story.later(5, 60) },
      ...{
        dueTime: null,
        term: 'dated' as const,
        interimDues: [],
        updateRule: null,
        often: false,
        dueText: '',
      },
    }));
    const source = { sha256: String(story.random()).padEnd(64, '0').slice(0, 64), name: 'карта.csv', size: 1 };
    const room = await app.db.chat.findFirstOrThrow();
    const { roadmapId } = await createRoadmap(app, story.deputy, {
      ...{
        orgId: story.rootId,
        issuerPostId: story.posts.deputy.postId,
        name: `Карта ${story.random()}`,
        taskId: null,
      },
      sections: [{ name: 'Раздел', measures }],
      source: { ...source, fileId: null, chatId: room.id },
    });
    const view = await roadmapView(app, roadmapId);
    if (view) await approveRoadmap(app, story.deputy, { roadmapId, stamp: stampOf(contentOf(view)) });
  },
  changeMeasure: async (story) => {
    const { id: measureId, version } = await measure(story);
    const change = story.one([
      { act: 'due' as const, due: story.later(10, 60) },
      { act: 'text' as const, text: `Мероприятие ${story.random()}` },
      { act: 'remove' as const },
    ]);
    await changeMeasure(story.city.app, story.deputy, { measureId, change, version, reason });
  },
  turnProgramme: async (story) => {
    const { app } = story.city;
    const keeper = story.actor(story.posts.secretary.postId);
    const kind = story.one(['programme', 'topic'] as const);
    if (story.random() < 0.6) await addProgramme(app, keeper, { kind, name: `Чистый двор ${story.random()}` });
    const { id: programmeId } = await programme(story);
    const { id: taskId } = await story.row<{ id: number }>(`SELECT id FROM task WHERE state <> 'draft' ORDER BY id`);
    await turnProgramme(app, story.deputy, { taskId, programmeId });
  },
  renameProgramme: async (story) => {
    const { id: programmeId } = await programme(story);
    const name = `Зелёный двор ${story.random()}`;
    await renameProgramme(story.city.app, story.actor(story.posts.secretary.postId), { programmeId, name });
  },
  convert: async (story) => {
    const { id: taskId } = await story.row<{ id: number }>(
      `SELECT id FROM task WHERE kind IN ('proposal', 'commitment') AND state IN ('issued', 'in_progress') ORDER BY id`,
    );
    const { taskId: draftId } = await convertTask(story.city.app, story.deputy, { taskId });
    await updateDraft(story.city.app, story.deputy, { taskId: draftId, due: story.later(4) });
    await issueTask(story.city.app, story.deputy, { taskId: draftId, undoSeconds: 0 });
  },
};
