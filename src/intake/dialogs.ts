// What the document does not say of its meeting is asked for: the body, and who chaired.
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { resolutionPanel } from '../resolutions/panel-messages.ts';
import { bodyOf, draftableBodies, possibleChairs } from '../resolutions/body-queries.ts';
import { resolutionView } from '../resolutions/queries.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { startReview } from './actions.ts';
import { findSource, proposeHead } from './queries.ts';

export const intakeDialogs: DialogDefinition[] = [{ id: 'intake.head', run: askHead }];

async function askHead(talk: Talk, args: DialogArgs): Promise<void> {
  const sourceId = Number(args['sourceId']);
  const proposed = await talk.act(async (app, actor) => proposeHead(app, actor, await sourceFor(app, sourceId)));
  if (!proposed.ok) return;
  const orgId = proposed.value.orgId ?? (await askBody(talk));
  if (orgId === null) return talk.say('resolutions-may-not-draft');
  const head = await talk.act(async (app, actor) => proposeHead(app, actor, await sourceFor(app, sourceId), { orgId }));
  if (!head.ok) return;
  const chairPostId = head.value.chairPostId ?? (await askChair(talk, orgId));
  if (chairPostId === null) return talk.say('resolutions-no-chairs');
  const started = await talk.act(async (app, actor) =>
    startReview(app, actor, { ...head.value, sourceId, orgId, chairPostId }),
  );
  if (!started.ok) return;
  await talk.say('intake-read', { n: started.value.items, doubtful: started.value.doubtful });
  const panel = await talk.act(async (app) => {
    const view = await resolutionView(app, started.value.resolutionId);
    return view && resolutionPanel({ app, calendar: await loadCalendar(app), locale: talk.locale }, view);
  });
  if (panel.ok && panel.value) await talk.sayHtml(panel.value.html, { keyboard: panel.value.keyboard });
}

async function sourceFor(app: Parameters<typeof findSource>[0], sourceId: number) {
  const source = await findSource(app, { sourceId });
  if (!source) throw new UserError('telegram-stale-button');
  return source;
}

async function askBody(talk: Talk): Promise<number | null> {
  return pick(talk, talk.t('resolutions-ask-body'), async (app, actor, search) =>
    (await draftableBodies(app, actor, search)).map((org) => ({ id: org.orgId, label: orgName(org, actor.locale) })),
  );
}

async function askChair(talk: Talk, orgId: number): Promise<number | null> {
  return pick(talk, talk.t('resolutions-ask-chair'), async (app, actor, search) => {
    const org = await bodyOf(app, orgId);
    const posts = org ? await possibleChairs(app, org, search) : [];
    return posts.map((post) => ({ id: post.postId, label: postTitle(post, actor.locale) }));
  });
}
