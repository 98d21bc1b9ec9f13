// Steps that the conversations of /people share: a title in two languages, the screen afterwards.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { personFault } from '../org/manage-rules.ts';
import type { Actor } from '../org/rules.ts';
import type { Choice, Done, Talk } from '../telegram/talk.ts';
import type { Screen } from './claim-messages.ts';
import { orgMessage, personMessage, postMessage } from './messages.ts';
import { type OrgView, orgView, type PersonView, personView, type PostView, postView } from './queries.ts';
import { maxTitle, readTitle } from './rules.ts';

/** A name in Kazakh and in Russian; null never: faulty words are asked for again. `same` offers one name for both. */
export async function askTitles(talk: Talk, key: string): Promise<{ nameKk: string; nameRu: string }> {
  const nameKk = await askTitle(talk, talk.t(key, { language: 'kk' }));
  const same = [[{ label: talk.t('people-button-same'), value: 'same' }]];
  const nameRu = await askTitle(talk, talk.t(key, { language: 'ru' }), same);
  return { nameKk, nameRu: nameRu === '' ? nameKk : nameRu };
}

async function askTitle(talk: Talk, html: string, choices: Choice[][] = []): Promise<string> {
  for (;;) {
    const { text, choice } = await talk.ask(html, { choices, maxLength: maxTitle });
    if (choice !== undefined) return '';
    const title = readTitle(text);
    if (title !== null) return title;
    await talk.say('people-title-unclear');
  }
}

/** The post, if it is the person's to manage. */
export async function thePost(talk: Talk, postId: number): Promise<PostView | null> {
  const found = await talk.act((app, actor) => known(postView(app, actor, postId)));
  return found.ok ? found.value : null;
}

/** The organisation, if it is the person's to manage. */
export async function theOrg(talk: Talk, orgId: number): Promise<OrgView | null> {
  const found = await talk.act((app, actor) => known(orgView(app, actor, orgId)));
  return found.ok ? found.value : null;
}

/** The person, if the actor may change their access: of anybody else not even the name is said. */
export async function thePerson(talk: Talk, personId: number): Promise<PersonView | null> {
  const found = await talk.act((app, actor) => managedPerson(app, actor, personId));
  return found.ok ? found.value : null;
}

async function managedPerson(app: App, actor: Actor, personId: number): Promise<PersonView> {
  const person = await personView(app, personId);
  if (!person) throw new UserError('telegram-stale-button');
  const fault = personFault(actor, { ...person, orgPaths: person.posts.map(({ orgPath }) => orgPath) });
  if (fault) throw new UserError(fault);
  return person;
}

async function known<Row>(row: Promise<Row | null>): Promise<Row> {
  const found = await row;
  if (found === null) throw new UserError('people-not-yours');
  return found;
}

/** The post as it stands now. */
export async function showPost(talk: Talk, postId: number): Promise<void> {
  await show(talk, async (app, actor) => {
    const post = await known(postView(app, actor, postId));
    return postMessage(app.t, actor.locale, post);
  });
}

/** The organisation as it stands now. */
export async function showOrg(talk: Talk, orgId: number): Promise<void> {
  await show(talk, async (app, actor) => orgMessage(app.t, actor.locale, await known(orgView(app, actor, orgId))));
}

/** The person as they stand now. */
export async function showPerson(talk: Talk, personId: number): Promise<void> {
  await show(talk, async (app, actor) => personMessage(app.t, actor.locale, await managedPerson(app, actor, personId)));
}

async function show(talk: Talk, screen: (app: App, actor: Actor) => Promise<Screen>): Promise<void> {
  const shown: Done<Screen> = await talk.act(screen);
  if (shown.ok) await talk.sayHtml(shown.value.html, { keyboard: shown.value.keyboard });
}
