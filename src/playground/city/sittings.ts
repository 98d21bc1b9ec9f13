// The secretary's resolutions: written item by item, sent to the chair, adopted by a press.
import { allPresent, holdSitting } from '../../meetings/attendance-actions.ts';
import { draftFromSitting } from '../../meetings/resolution-actions.ts';
import { createSeries, openNext } from '../../meetings/series-actions.ts';
import { addItem, createResolution, sendToChair, updateResolution } from '../../resolutions/actions.ts';
import { resolutionView } from '../../resolutions/queries.ts';
import { deputy, roomOf, type Who } from './acts.ts';
import { type AgendaItem, executorPosts } from './agenda.ts';
import type { City } from './founding.ts';

const secretary: Who = ['city', 'secretary'];

/** Its brief comes half an hour before, at a full hour, where a visitor who moves the clock stops. */
const hour = '15:30';

/** The standing sittings of the deputy with the heads of departments; the first one is opened. Notes both ids. */
export async function beginsSeries(city: City, noted: Map<string, number>, day: number): Promise<void> {
  const { app, timeline } = city.site;
  const members = ['edu', 'health', 'social', 'sport', 'police'].map((code) => city.post(code, 'dept_head'));
  const org = await app.db.organisation.findUniqueOrThrow({ where: { code: 'city' } });
  const { seriesId, meetingId } = await createSeries(app, await city.actor(...secretary), {
    orgId: org.id,
    theme: 'Әкім орынбасарындағы мектептер жөніндегі кеңес',
    chairPostId: city.post(...deputy),
    recurrence: null,
    first: timeline.day(day),
    time: hour,
    place: 'Мәжіліс залы',
    memberPostIds: members,
    agenda: [
      { text: 'Өткен кеңес тапсырмаларының орындалуы' },
      { text: 'Қысқы кезеңдегі жылу және тасымал', speakerPostId: members[0] },
    ],
  });
  noted.set('series', seriesId).set('sitting', meetingId);
}

/** Everybody came; the sitting is closed. */
export async function holds(city: City, meetingId: number): Promise<void> {
  const actor = await city.actor(...secretary);
  await allPresent(city.site.app, actor, { meetingId });
  await holdSitting(city.site.app, actor, { meetingId });
}

/** The next sitting, with what is unfinished of the last one on its agenda. */
export async function opensNext(city: City, seriesId: number, day: number): Promise<void> {
  const { app, timeline } = city.site;
  await openNext(app, await city.actor(...secretary), { seriesId, day: timeline.day(day) });
}

/** Writes the resolution of a sitting, of a series where its id is given; its cards will stand in the group of the heads. `day` in working days from today. Returns its id. */
export async function writesResolution(
  city: City,
  { number, theme }: { number: string | null; theme: string },
  day: number,
  items: AgendaItem[],
  meetingId: number | null = null,
): Promise<number> {
  const { app, timeline } = city.site;
  const actor = await city.actor(...secretary);
  const chairPostId = city.post(...deputy);
  const org = await app.db.organisation.findUniqueOrThrow({ where: { code: 'city' } });
  const head = { orgId: org.id, theme, number, day: timeline.day(day), chairPostId };
  const { resolutionId } =
    meetingId === null ? await createResolution(app, actor, head) : await draftFromSitting(app, actor, { meetingId });
  if (meetingId !== null) await updateResolution(app, actor, { resolutionId, theme, number });
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
