// Printed forms in tests: two regions with work in every state, and what is read back out of a file.
import { paperFileName, paperFor } from '../../src/documents/paper-queries.ts';
import type { Format, Paper } from '../../src/documents/paper-rules.ts';
import { type Choice, type Form, resolutionForms, spansOf, taskForms } from '../../src/documents/print-rules.ts';
import { convert } from '../../src/files/convert.ts';
import { adoptResolution } from '../../src/resolutions/actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import type { Person } from './telegram.ts';
import type { Town } from './town.ts';
import { actorOf, buildRegions, draftedWith, itemFor, type Regions } from './two-regions.ts';

export const formula = '=HYPERLINK("http://зло.example","нажми")';
const longName = 'Қазақстан Республикасы Үлгі қаласының мүгедектігі бар адамдарға арналған оқу-әдістемелік орталығы';

export type PrintTown = { regions: Regions; resolutionId: number; taskId: number; unitId: number; unitAId: number };

/** A resolution of seven items adopted, `more` tasks beside it, some acknowledged, accepted, late or overdue. */
export async function buildPrintTown(town: Town, more: number): Promise<PrintTown> {
  const regions = await buildRegions(town);
  await town.db.organisation.updateMany({ where: { code: 'аs2' }, data: { nameKk: longName } });
  const items = [
    itemFor(regions, `${formula}\tи дальше`, ['а']),
    itemFor(
      regions,
      'Внедрить во всех школах инициативу «Чистая школа — справедливое общество»',
      ['аs1', 'аs2', 'бs1', 'бs2'],
      { fanOut: true, completionForm: 'сводный отчёт с приказами школ' },
    ),
    itemFor(
      regions,
      'Қаланың барлық мектебінде жылу жүйесін тексеру, ғимараттардың жай-күйі туралы ақпарат беру',
      ['аedu', 'аs1'],
      { due: '2026-11-24' },
    ),
    itemFor(regions, '+7 рабочих дней на ремонт', ['аs2'], { due: '2026-11-27' }),
    itemFor(regions, '-@SUM(1+1)', ['бs1'], { due: '2026-12-01' }),
    itemFor(regions, 'Рекомендуется обсудить', ['бs2'], { kind: 'recommendation' }),
    itemFor(regions, 'Закрытый вопрос', ['аs1'], { due: '2026-12-03' }),
  ];
  const drafted = await draftedWith(town, regions, 'О подготовке школ к зиме', items, { sent: true });
  const { resolutionId, taskIds } = drafted;
  await town.db.task.update({ where: { id: taskIds[6] ?? 0 }, data: { confidential: true } });
  const chair = await actorOf(town, regions.chair);
  await adoptResolution(town.app, chair, { resolutionId });
  for (let n = 1; n <= more; n += 1) {
    const text =
      n % 3 === 0
        ? `Ремонт ${n}: ${'утеплить окна, двери и переходы, '.repeat(9)}доложить`
        : `Отремонтировать кабинет ${n}`;
    const draft = { text, locale: 'ru' as const, due: `2026-12-${String((n % 27) + 1).padStart(2, '0')}` };
    const executorPostIds = [regions.posts.get(['аs1', 'аs2', 'аedu'][n % 3] ?? '') ?? 0];
    const { taskId } = await createDraft(town.app, chair, { ...draft, executorPostIds, confidential: false });
    await issueTask(town.app, chair, { taskId });
  }
  const shares = await town.db.participation.findMany({ where: { taskId: taskIds[1] ?? 0 }, orderBy: { id: 'asc' } });
  const at = new Date('2026-11-24T05:00:00Z');
  const done = { state: 'accepted' as const, submittedAt: at, acceptedAt: at, acknowledgedAt: at };
  await town.db.participation.update({ where: { id: shares[0]?.id ?? 0 }, data: { ...done, inTime: true } });
  await town.db.participation.update({
    where: { id: shares[1]?.id ?? 0 },
    data: { ...done, inTime: false, returnCount: 1 },
  });
  await town.db.participation.update({
    where: { id: shares[2]?.id ?? 0 },
    data: { state: 'acknowledged', acknowledgedAt: at },
  });
  // How dozens of private messages leave is the sender's own test.
  await town.db.outgoingMessage.updateMany({ where: { state: 'planned' }, data: { state: 'cancelled' } });
  town.clock.set('2026-11-26T10:00');
  const org = async (code: string): Promise<number> =>
    (await town.db.organisation.findUniqueOrThrow({ where: { code } })).id;
  return { regions, resolutionId, taskId: taskIds[1] ?? 0, unitId: await org('top'), unitAId: await org('а') };
}

/** A choice of this form with its usual period. */
export function choiceOf({ resolutionId, taskId, unitId }: PrintTown, form: Form, locale: 'kk' | 'ru'): Choice {
  const has = (list: readonly Form[]): boolean => list.includes(form);
  const subject = has(resolutionForms) ? resolutionId : has(taskForms) ? taskId : unitId;
  const span = form === 'dues' ? 'all' : form === 'summary' ? 'y' : (spansOf(form)[0] ?? '-');
  return { form, subject, span, author: 0, locale };
}

/** The paper of a choice as this person may read it, and the name of its file. */
export async function paperOf(
  town: Town,
  person: Person,
  choice: Choice,
  format: Format,
): Promise<{ paper: Paper; name: string }> {
  const paper = await paperFor(town.app, await actorOf(town, person), choice, format);
  return { paper, name: paperFileName(town.app, choice, paper, format) };
}

/** The words of a file in alphabetical order, each as often as it stands there: layouts differ, words and numbers may not. */
export async function wordsOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const { text } = await convert(bytes, name);
  return text
    .replaceAll('\u00a0', '')
    .split(/[\s|]+/)
    .filter((word) => word !== '' && !/^_+$/.test(word))
    .toSorted();
}
