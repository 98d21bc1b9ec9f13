// Conversations of /people: names, titles and kinds are asked for; nothing is done before the last press.
import type { OrgType, Role } from '../generated/prisma/client.ts';
import { nameIn, orgName, postTitle } from '../org/messages.ts';
import { isSchool, postNames } from '../org/roster-cell-rules.ts';
import { confirmed } from '../telegram/confirm.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { askTitles, showOrg, showPerson, showPost, theOrg, thePerson, thePost } from './ask-dialogs.ts';
import type { OnJoined } from './claim-handlers.ts';
import { search } from './find-queries.ts';
import { unbindPerson } from './link-actions.ts';
import { foundMessage } from './messages.ts';
import { moveOrganisation } from './move-actions.ts';
import { offeredRoles, offeredTypes, readFullName } from './rules.ts';
import { handOver, leave, substituteOn } from './seat-dialogs.ts';
import {
  addOrganisation,
  addPost,
  closeOrganisation,
  closePost,
  renameOrganisation,
  renamePerson,
  renamePost,
} from './structure-actions.ts';

type Run = (talk: Talk, args: DialogArgs, onJoined: OnJoined) => Promise<void>;

/** What a button may ask for: `people.<name>` is its dialog. */
const asks: Record<string, Run> = {
  appoint: handOver,
  'hand-over': handOver,
  leave,
  substitute: substituteOn,
  'new-post': newPost,
  'new-org': newOrganisation,
  'move-org': moveUnder,
  'rename-post': retitlePost,
  'rename-org': retitleOrganisation,
  'rename-person': rename,
  'close-post': shutPost,
  'close-org': shutOrganisation,
  unbind,
};

/** True for something that a button may ask for. */
export const isAsk = (what: string | undefined): what is string => what !== undefined && Object.hasOwn(asks, what);

/** Dialogs of this slice; `onJoined` tells who takes a post what it owes. */
export function peopleDialogs(onJoined: OnJoined): DialogDefinition[] {
  const all: [string, Run][] = [...Object.entries(asks), ['find', find]];
  return all.map(([name, run]) => ({ id: `people.${name}`, run: (talk, args) => run(talk, args, onJoined) }));
}

async function find(talk: Talk): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('people-ask-find'), { maxLength: 100 });
  const found = await talk.act(async (app, actor) => {
    const rows = await search(app, actor, text);
    return rows.length === 0 ? null : foundMessage(app.t, actor.locale, rows);
  });
  if (!found.ok) return;
  if (found.value) await talk.sayHtml(found.value.html, { keyboard: found.value.keyboard });
  else await talk.say('telegram-not-found', { words: text });
}

async function newPost(talk: Talk, args: DialogArgs): Promise<void> {
  const orgId = Number(args['id']);
  const org = await theOrg(talk, orgId);
  if (!org) return;
  const choices = offeredRoles.map((role) => [{ label: nameIn(postNames[role], talk.locale), value: role }]);
  const { choice } = await talk.ask(talk.t('people-ask-role', { org: orgName(org, talk.locale) }), {
    choices,
    text: false,
  });
  const role = choice as Role;
  const names = await askTitles(talk, 'people-ask-post-name');
  const title = `${names.nameKk} / ${names.nameRu}`;
  if (!(await confirmed(talk, talk.t('people-confirm-new-post', { post: title, org: orgName(org, talk.locale) }))))
    return;
  const done = await talk.act((app, actor) => addPost(app, actor, { orgId, role, ...names }));
  if (done.ok) await showPost(talk, done.value.postId);
}

async function newOrganisation(talk: Talk, args: DialogArgs): Promise<void> {
  const parentId = Number(args['id']);
  const parent = await theOrg(talk, parentId);
  if (!parent) return;
  const types = offeredTypes.map((type) => [{ label: talk.t(`people-type-${type}`), value: type }]);
  const { choice } = await talk.ask(talk.t('people-ask-type', { org: orgName(parent, talk.locale) }), {
    choices: types,
    text: false,
  });
  const type = choice as OrgType;
  const ownership = isSchool(type) && (await isPrivate(talk)) ? 'private' : 'state';
  const names = await askTitles(talk, 'people-ask-org-name');
  const title = `${names.nameKk} / ${names.nameRu}`;
  const question = talk.t('people-confirm-new-org', { org: title, parent: orgName(parent, talk.locale) });
  if (!(await confirmed(talk, question))) return;
  const done = await talk.act((app, actor) => addOrganisation(app, actor, { parentId, type, ownership, ...names }));
  if (done.ok) await showOrg(talk, done.value.orgId);
}

/** Another organisation above this one, found by a word. */
async function moveUnder(talk: Talk, args: DialogArgs): Promise<void> {
  const orgId = Number(args['id']);
  const org = await theOrg(talk, orgId);
  if (!org) return;
  const name = orgName(org, talk.locale);
  const parentId = await pick(talk, talk.t('people-ask-parent', { org: name }), async (app, actor, words) =>
    (await search(app, actor, words))
      .filter(({ kind, id }) => kind === 'org' && id !== orgId)
      .map(({ id, label }) => ({ id, label: nameIn(label, actor.locale) })),
  );
  const parent = parentId === null ? null : await theOrg(talk, parentId);
  if (!parent) return;
  const question = talk.t('people-confirm-move-org', { org: name, parent: orgName(parent, talk.locale) });
  if (!(await confirmed(talk, question))) return;
  const done = await talk.act((app, actor) => moveOrganisation(app, actor, { orgId, parentId: parent.orgId }));
  if (done.ok) await showOrg(talk, orgId);
}

async function isPrivate(talk: Talk): Promise<boolean> {
  const choices = [['state', 'private'].map((value) => ({ label: talk.t(`people-ownership-${value}`), value }))];
  const { choice } = await talk.ask(talk.t('people-ask-ownership'), { choices, text: false });
  return choice === 'private';
}

async function retitlePost(talk: Talk, args: DialogArgs): Promise<void> {
  const postId = Number(args['id']);
  if (!(await thePost(talk, postId))) return;
  const names = await askTitles(talk, 'people-ask-post-name');
  const done = await talk.act((app, actor) => renamePost(app, actor, { postId, ...names }));
  if (done.ok) await showPost(talk, postId);
}

async function retitleOrganisation(talk: Talk, args: DialogArgs): Promise<void> {
  const orgId = Number(args['id']);
  if (!(await theOrg(talk, orgId))) return;
  const names = await askTitles(talk, 'people-ask-org-name');
  const done = await talk.act((app, actor) => renameOrganisation(app, actor, { orgId, ...names }));
  if (done.ok) await showOrg(talk, orgId);
}

async function rename(talk: Talk, args: DialogArgs): Promise<void> {
  const personId = Number(args['id']);
  if (!(await thePerson(talk, personId))) return;
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('people-ask-name'), { maxLength: 300 });
    const name = readFullName(text);
    if (!name) {
      await talk.say('people-name-unclear');
      continue;
    }
    const done = await talk.act((app, actor) => renamePerson(app, actor, { personId, name }));
    if (done.ok) await showPerson(talk, personId);
    return;
  }
}

async function shutPost(talk: Talk, args: DialogArgs): Promise<void> {
  const postId = Number(args['id']);
  const post = await thePost(talk, postId);
  if (!post) return;
  if (post.openTasks > 0) {
    await talk.say('people-close-tasks', { tasks: post.openTasks, children: 0 });
    return showPost(talk, postId);
  }
  if (!(await confirmed(talk, talk.t('people-confirm-close', { name: postTitle(post, talk.locale) })))) return;
  const done = await talk.act((app, actor) => closePost(app, actor, { postId }));
  if (done.ok) await showOrg(talk, done.value.orgId);
}

async function shutOrganisation(talk: Talk, args: DialogArgs): Promise<void> {
  const orgId = Number(args['id']);
  const org = await theOrg(talk, orgId);
  if (!org) return;
  if (!(await confirmed(talk, talk.t('people-confirm-close', { name: orgName(org, talk.locale) })))) return;
  const done = await talk.act((app, actor) => closeOrganisation(app, actor, { orgId }));
  if (!done.ok) return;
  await talk.say('people-closed', { name: orgName(org, talk.locale) });
  if (done.value.parentId !== null) await showOrg(talk, done.value.parentId);
}

async function unbind(talk: Talk, args: DialogArgs): Promise<void> {
  const personId = Number(args['id']);
  const person = await thePerson(talk, personId);
  if (!person) return;
  if (!(await confirmed(talk, talk.t('people-confirm-unbind', { name: person.name })))) return;
  const done = await talk.act((app, actor) => unbindPerson(app, actor, { personId }));
  if (done.ok) await showPerson(talk, personId);
}
