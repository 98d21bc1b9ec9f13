// Conversations about a series: another chair, another secretary.
import { UserError } from '../errors.ts';
import { postTitle } from '../org/messages.ts';
import { canDraftResolution } from '../org/rules.ts';
import { bodyOf, possibleChairs, possibleSecretaries } from '../resolutions/body-queries.ts';
import { postViews } from '../tasks/post-queries.ts';
import { confirmed } from '../telegram/confirm.ts';
import { button } from '../telegram/buttons.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { optionRows, pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { type Officer, setOfficer } from './officer-actions.ts';
import { seriesView } from './queries.ts';

export const officerDialogs: DialogDefinition[] = [
  { id: 'meetings.chair', run: (talk, args) => change(talk, args, 'chair') },
  { id: 'meetings.secretary', run: (talk, args) => change(talk, args, 'secretary') },
];

async function change(talk: Talk, args: DialogArgs, officer: Officer): Promise<void> {
  const seriesId = Number(args['seriesId']);
  const series = await talk.act(async (app, actor) => {
    const view = await seriesView(app, seriesId);
    if (!view || !canDraftResolution(actor, view.org.path)) throw new UserError('meetings-not-yours');
    return { orgId: view.org.orgId, theme: view.theme };
  });
  if (!series.ok) return;
  const { orgId, theme } = series.value;
  const postId = officer === 'chair' ? await askChair(talk, orgId) : await askSecretary(talk, orgId);
  if (postId === undefined) return;
  const named = await talk.act(async (app, actor) => {
    const [post] = postId === null ? [] : await postViews(app, [postId]);
    return post ? postTitle(post, actor.locale) : app.t(actor.locale, 'meetings-no-secretary');
  });
  if (!named.ok || !(await confirmed(talk, talk.t('meetings-confirm-officer', { officer, name: named.value, theme }))))
    return;
  const done = await talk.act((app, actor) => setOfficer(app, actor, { seriesId, officer, postId }));
  if (!done.ok) return;
  const keyboard = [[button(talk.t('meetings-button-series'), 'meetings.series', seriesId)]];
  await talk.say(saidOf(done.value), {}, { keyboard });
}

function saidOf({ changed, kept, next }: { changed: boolean; kept: boolean; next: boolean }): string {
  if (!changed) return 'meetings-so-already';
  if (kept) return 'meetings-officer-set-next';
  return next ? 'meetings-officer-set' : 'meetings-officer-set-series';
}

/** Undefined: there is nobody to choose from. */
async function askChair(talk: Talk, orgId: number): Promise<number | undefined> {
  const chosen = await pick(talk, talk.t('meetings-ask-chair'), async (app, actor, search) => {
    const org = await bodyOf(app, orgId);
    const posts = org ? await possibleChairs(app, org, search) : [];
    return posts.map((post) => ({ id: post.postId, label: postTitle(post, actor.locale) }));
  });
  if (chosen === null) await talk.say('resolutions-no-chairs');
  return chosen ?? undefined;
}

async function askSecretary(talk: Talk, orgId: number): Promise<number | null | undefined> {
  const found = await talk.act(async (app, actor) => {
    const org = await bodyOf(app, orgId);
    const posts = org ? await possibleSecretaries(app, org) : [];
    return posts.map((post) => ({ id: post.postId, label: postTitle(post, actor.locale) }));
  });
  if (!found.ok) return undefined;
  const none = [{ label: talk.t('meetings-no-secretary'), value: 'none' }];
  const choices = [...optionRows(found.value), none];
  const { choice } = await talk.ask(talk.t('meetings-ask-secretary'), { choices, text: false });
  return choice === 'none' ? null : Number(choice);
}
