// The dictionary of programmes of the city, and the tasks that serve them.
import { addProgramme, turnProgramme } from '../../groups/programme-actions.ts';
import { deputy, type Who } from './acts.ts';
import type { Chapter, Story } from './history.ts';

const secretary: Who = ['city', 'secretary'];
// Programmes as they are written officially.
const clean = 'Таза Қазақстан';
const honest = 'Адал азамат';

export const daysOfProgrammes: Chapter[] = [
  { at: [-16, '16:40'], tell: (story) => dictionary(story) },
  { at: [-14, '10:05'], tell: (story) => marked(story, clean, ['clean']) },
  { at: [-14, '10:06'], tell: (story) => marked(story, honest, ['clean', 'police', 'forum']) },
  { at: [-3, '10:25'], tell: (story) => marked(story, clean, ['rink']) },
];

async function dictionary({ city, tasks }: Story): Promise<void> {
  const { app } = city.site;
  for (const name of [clean, honest])
    tasks.set(name, await addProgramme(app, await city.actor(...secretary), { kind: 'programme', name }));
}

/** The deputy, who gave the tasks, says what they serve. */
async function marked({ city, tasks }: Story, programme: string, names: string[]): Promise<void> {
  const by = await city.actor(...deputy);
  const programmeId = tasks.get(programme) ?? 0;
  for (const name of names) await turnProgramme(city.site.app, by, { taskId: tasks.get(name) ?? 0, programmeId });
}
