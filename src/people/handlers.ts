// /people in private: search, panels of organisations, posts and people, links of the missing; the rest are conversations.
import { Composer, InputFile } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { inviteDays, inviteLink } from '../org/invite-rules.ts';
import { personFault } from '../org/manage-rules.ts';
import { type Actor, canManageRoster, managedScopes } from '../org/rules.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { withProgress } from '../telegram/progress.ts';
import { claimMessage, type Screen } from './claim-messages.ts';
import { claimView, openClaims } from './claim-queries.ts';
import { isAsk } from './dialogs.ts';
import { neverStarted, search } from './find-queries.ts';
import { reissueLink, reissueMissing } from './link-actions.ts';
import { writeLinks } from './link-files.ts';
import { foundMessage, homeMessage, orgMessage, personMessage, postMessage } from './messages.ts';
import { orgView, personView, postView } from './queries.ts';
import { endSubstitute } from './seat-actions.ts';

/** Claims shown at once when asked for. */
const shownClaims = 5;

/** The command and its buttons, for secretaries and administrators. */
export function peopleHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('people', async (ctx) => {
    const actor = manager(ctx);
    const words = ctx.match.trim();
    if (words !== '') return say(ctx, await found(ctx, actor, words));
    const claims = await openClaims(ctx.app, managedScopes(actor));
    const missing = await neverStarted(ctx.app, actor);
    await say(ctx, homeMessage(ctx.app.t, ctx.locale, { claims: claims.length, missing: missing.length }));
  });
  panels(composer);
  links(composer);
  onButton(composer, 'people.find', async (ctx) => {
    manager(ctx);
    await enterDialog(ctx, 'people.find');
  });
  onButton(composer, 'people.ask', async (ctx, what, id) => {
    manager(ctx);
    if (!isAsk(what)) throw new UserError('telegram-stale-button');
    await enterDialog(ctx, `people.${what}`, { id: idArg(id) });
  });
  onButton(composer, 'people.claims', async (ctx) => {
    const actor = manager(ctx);
    const ids = await openClaims(ctx.app, managedScopes(actor));
    if (ids.length === 0) throw new UserError('people-claim-decided');
    for (const id of ids.slice(0, shownClaims)) {
      const claim = await claimView(ctx.app, id);
      if (!claim) continue;
      const { text, keyboard } = claimMessage(ctx.app.t, ctx.locale, ctx.app.zone, claim);
      await ctx.sayHtml(text, { ...(keyboard && { keyboard }) });
    }
  });
  return composer;
}

function panels(composer: Composer<Ctx>): void {
  onButton(composer, 'people.org', async (ctx, id, page) => {
    const org = await orgView(ctx.app, manager(ctx), idArg(id));
    if (!org) throw new UserError('people-not-yours');
    await show(ctx, orgMessage(ctx.app.t, ctx.locale, org, page === undefined ? 0 : idArg(page)));
  });
  onButton(composer, 'people.post', async (ctx, id) => showPost(ctx, manager(ctx), idArg(id)));
  onButton(composer, 'people.person', async (ctx, id) => {
    const actor = manager(ctx);
    const person = await personView(ctx.app, idArg(id));
    if (!person) throw new UserError('telegram-stale-button');
    const fault = personFault(actor, { ...person, orgPaths: person.posts.map(({ orgPath }) => orgPath) });
    if (fault) throw new UserError(fault);
    await show(ctx, personMessage(ctx.app.t, ctx.locale, person));
  });
  onButton(composer, 'people.end-acting', async (ctx, id) => {
    const actor = manager(ctx);
    const { postId } = await endSubstitute(ctx.app, actor, { appointmentId: idArg(id) });
    await showPost(ctx, actor, postId);
  });
}

function links(composer: Composer<Ctx>): void {
  onButton(composer, 'people.link', async (ctx, personId, postId) => {
    const options = { personId: idArg(personId), postId: idArg(postId) };
    const { token } = await reissueLink(ctx.app, manager(ctx), options);
    await ctx.say('people-link', { link: inviteLink(ctx.me.username, token), days: inviteDays });
  });
  onButton(composer, 'people.links', async (ctx) => {
    const missing = await neverStarted(ctx.app, manager(ctx));
    if (missing.length === 0) throw new UserError('people-links-none');
    const keyboard = [[button(ctx.t('people-button-make-links'), 'people.links-now', missing.length)]];
    await rewrite(ctx, ctx.t('people-links-ask', { links: missing.length }), keyboard);
  });
  onButton(composer, 'people.links-now', async (ctx, count) => {
    const actor = manager(ctx);
    if (idArg(count) === 0) throw new UserError('telegram-stale-button');
    await ctx.answerCallbackQuery();
    await withProgress(ctx, 'people-working', async () => sendLinks(ctx, actor));
  });
}

async function sendLinks(ctx: Ctx, actor: Actor): Promise<void> {
  const rows = await reissueMissing(ctx.app, actor);
  if (rows.length === 0) throw new UserError('people-links-none');
  const lines = rows.map(({ post, name, token }) => ({ post, name, link: inviteLink(ctx.me.username, token) }));
  const header = ['org', 'post', 'name', 'link'].map((column) => ctx.t(`people-column-${column}`));
  const bytes = await writeLinks(header, lines, ctx.locale);
  await rewrite(ctx, ctx.t('people-links-made', { links: rows.length }));
  const caption = ctx.t('people-links-caption', { links: rows.length, days: inviteDays });
  await ctx.replyWithDocument(new InputFile(bytes, 'links.xlsx'), { caption, parse_mode: 'HTML' });
}

async function found(ctx: Ctx, actor: Actor, words: string): Promise<Screen> {
  const rows = await search(ctx.app, actor, words);
  if (rows.length === 0) throw new UserError('telegram-not-found', { words });
  return foundMessage(ctx.app.t, ctx.locale, rows);
}

async function showPost(ctx: Ctx, actor: Actor, postId: number): Promise<void> {
  const post = await postView(ctx.app, actor, postId);
  if (!post) throw new UserError('people-not-yours');
  await show(ctx, postMessage(ctx.app.t, ctx.locale, post));
}

/** Somebody who looks after people, in a private chat: names are not for groups. */
function manager(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (!canManageRoster(actor)) throw new UserError('telegram-not-allowed');
  return actor;
}

async function say(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await ctx.sayHtml(html, { keyboard });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
