// The guided tour of the demo city: which steps there are and which of them are done, judged from the database alone.
import type { App } from '../app.ts';
import { isLocale } from '../texts.ts';
import type { World } from './emulator/world.ts';
import { findGroups } from './groups.ts';
import { personas } from './personas.ts';
import type { Language, PersonaKey, TourStep } from './protocol.ts';
import { lookAround } from './tour-sight.ts';
import { reportWords, taskWords } from './tour-words.ts';

export { doStep } from './tour-acts.ts';

type StepKey = 'issue' | 'report' | 'return' | 'correct' | 'accept' | 'adopt' | 'morning' | 'monday';
type Place = Pick<TourStep, 'persona' | 'chat' | 'suggestion' | 'done'>;

/** The steps in their order, with what to do in the visitor's language. Empty in a city without the demo's history. */
export async function tourSteps({ app, world }: { app: App; world: World }, language: Language): Promise<TourStep[]> {
  const sight = await lookAround(app, world);
  if (!sight) return [];
  const heads = findGroups(world).heads.info.id;
  const label = (key: string, persona: PersonaKey): string => app.t(localeOf(persona), key);
  const { task, reports, share } = sight;
  const school = sight.school ?? 'school-first';
  const steps: Record<StepKey, Place> = {
    issue: {
      persona: 'deputy',
      chat: heads,
      suggestion: { say: taskWords(sight, language) },
      done: task !== null,
    },
    report: {
      persona: school,
      chat: idOf(school),
      suggestion: { say: reportWords(language).first },
      done: reports > 0,
    },
    return: {
      persona: 'deputy',
      chat: idOf('deputy'),
      suggestion: { press: label('reports-button-return', 'deputy') },
      done: share !== null && (share.returned || share.accepted),
    },
    correct: {
      persona: school,
      chat: idOf(school),
      suggestion: { say: reportWords(language).second },
      done: share !== null && (share.accepted || (share.returned && share.submitted)),
    },
    accept: {
      persona: 'deputy',
      chat: idOf('deputy'),
      suggestion: { press: label('reports-button-accept-close', 'deputy') },
      done: share?.accepted ?? false,
    },
    adopt: {
      persona: 'deputy',
      chat: idOf('deputy'),
      suggestion: { press: label('resolutions-button-adopt', 'deputy') },
      done: sight.adopted,
    },
    morning: { persona: 'department', chat: heads, suggestion: { travel: 'morning' }, done: sight.reminded },
    monday: {
      persona: 'subscriber',
      chat: idOf('subscriber'),
      suggestion: { travel: 'monday' },
      done: sight.digested,
    },
  };
  return Object.entries(steps).map(([key, step]) => ({ key, thread: null, ...step }));
}

function idOf(persona: PersonaKey): number {
  return personas.find(({ key }) => key === persona)?.userId ?? 0;
}

function localeOf(persona: PersonaKey): Language {
  const locale = personas.find(({ key }) => key === persona)?.locale;
  return isLocale(locale) ? locale : 'kk';
}
