// The secretary's resolutions: written item by item, sent to the chair, adopted by a press.
import { addItem, createResolution, sendToChair, updateResolution } from '../../resolutions/actions.ts';
import { resolutionView } from '../../resolutions/queries.ts';
import { deputy, roomOf, type Who } from './acts.ts';
import { type AgendaItem, executorPosts } from './agenda.ts';
import type { City } from './founding.ts';

const secretary: Who = ['city', 'secretary'];

/** Writes the resolution of a sitting; its cards will stand in the group of the heads. `day` in working days from today. Returns its id. */
export async function writesResolution(
  city: City,
  { number, theme }: { number: string | null; theme: string },
  day: number,
  items: AgendaItem[],
): Promise<number> {
  const { app, timeline } = city.site;
  const actor = await city.actor(...secretary);
  const chairPostId = city.post(...deputy);
  const org = await app.db.organisation.findUniqueOrThrow({ where: { code: 'city' } });
  const head = { orgId: org.id, theme, number, day: timeline.day(day), chairPostId };
  const { resolutionId } = await createResolution(app, actor, head);
  for (const item of items) {
    const { text, executors, due, kind = 'assignment', form } = item;
    await addItem(app, actor, {
      resolutionId,
      text,
      kind,
      executorPostIds: executorPosts(city, item),
      fanOut: typeof executors === 'string',
      due: due === null || executors.length === 0 ? null : timeline.day(due),
      term: due === null ? 'standing' : 'dated',
      completionForm: form ?? null,
    });
  }
  const group = await app.db.place.findFirstOrThrow({ where: { org: { code: 'edu' }, unboundAt: null } });
  await updateResolution(app, actor, { resolutionId, homePlaceId: group.id });
  return resolutionId;
}

/** Hands it to the chair, who gets the question in private. */
export async function sendsToChair(city: City, resolutionId: number): Promise<void> {
  await sendToChair(city.site.app, await city.actor(...secretary), { resolutionId });
  await city.site.timeline.settle();
}

/** The chair presses Adopt. Returns the ids of its tasks by the keys of the items. */
export async function adopts(city: City, resolutionId: number, items: AgendaItem[]): Promise<Map<string, number>> {
  const { app, people, timeline } = city.site;
  await people.presses(city.user(...deputy), roomOf(city, deputy), 'resolutions.adopt');
  await timeline.settle();
  const view = await resolutionView(app, resolutionId);
  if (view?.state !== 'on_control') throw new Error(`resolution ${resolutionId} was not adopted`);
  return new Map(view.items.map(({ taskId }, index) => [items[index]?.key ?? '', taskId]));
}
