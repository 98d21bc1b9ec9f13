// Subscribing: the scope first, then one screen on which language, day and hour can be changed before the press that subscribes.
import { longestFind, readFind } from '../tasks/find-rules.ts';
import { isLocale, locales, type Locale } from '../texts.ts';
import type { DialogDefinition } from '../telegram/dialog.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { printWeekday } from '../time.ts';
import { subscribe, type NewSubscription } from './actions.ts';
import { resolutionName, slotArgs } from './messages.ts';
import { nameIn } from '../org/messages.ts';
import {
  type OrgChoice,
  ownScopes,
  postsOfReaders,
  type ResolutionChoice,
  resolutionScopes,
  searchScopes,
  weekOfReader,
} from './queries.ts';
import { hours } from './rules.ts';

export const digestsDialogs: DialogDefinition[] = [{ id: 'digests.subscribe', run: run }];

const most = 8;
type Chosen = { org: OrgChoice | null; resolution: ResolutionChoice | null; about: { topic: string | null } };

async function run(talk: Talk): Promise<void> {
  const chosen = await askScope(talk);
  if (!chosen) return;
  const slot = { locale: talk.locale, weekday: 1, hour: 9 };
  for (let first = true; ; first = false) {
    const summary = slotArgs((key, args) => talk.t(key, args), talk.locale, { ...chosen, ...slot });
    const { choice } = await talk.ask(talk.t('digests-summary', summary), {
      choices: [
        [{ label: talk.t('digests-button-subscribe'), value: 'go' }],
        [
          { label: talk.t('digests-button-language'), value: 'language' },
          { label: talk.t('digests-button-day'), value: 'day' },
          { label: talk.t('digests-button-hour'), value: 'hour' },
        ],
        wayOut(talk),
      ],
      text: false,
      rewrite: !first,
    });
    if (choice === 'go') break;
    if (choice === 'drop') return void (await dropped(talk));
    if (choice === 'language') slot.locale = await askLanguage(talk);
    if (choice === 'day') slot.weekday = await askDay(talk);
    if (choice === 'hour') slot.hour = await askHour(talk);
  }
  const scope: Pick<NewSubscription, 'orgId' | 'resolutionId' | 'topic'> = chosen.org
    ? { orgId: chosen.org.orgId, ...(chosen.about.topic !== null && { topic: chosen.about.topic }) }
    : { resolutionId: chosen.resolution?.resolutionId ?? 0 };
  const done = await talk.act((app, actor) => subscribe(app, actor, { ...scope, ...slot }));
  if (!done.ok) return;
  const summary = slotArgs((key, args) => talk.t(key, args), talk.locale, { ...chosen, ...slot });
  await talk.say('digests-subscribed', summary);
}

async function askScope(talk: Talk): Promise<Chosen | null> {
  const own = await talk.act((app, actor) => ownScopes(app, actor));
  if (!own.ok) return null;
  const choices = [
    ...orgChoices(talk, own.value.slice(0, most)),
    [{ label: talk.t('digests-other-scope'), value: 'other' }],
    [{ label: talk.t('digests-resolution-scope'), value: 'resolution' }],
    [{ label: talk.t('digests-topic-scope'), value: 'topic' }],
    wayOut(talk),
  ];
  const { choice = '' } = await talk.ask(talk.t('digests-ask-scope'), { choices, text: false });
  if (choice === 'drop') return dropped(talk);
  if (choice === 'other') return askOther(talk);
  if (choice === 'resolution') return askResolution(talk);
  if (choice === 'topic') return askTopic(talk, own.value);
  const org = own.value.find(({ orgId }) => choice === `o${orgId}`);
  return org ? ofOrg(org) : null;
}

function ofOrg(org: OrgChoice, topic: string | null = null): Chosen {
  return { org, resolution: null, about: { topic } };
}

/** Words that a task must say, as in /find; where the person reads several parts of the tree, in which. */
async function askTopic(talk: Talk, own: OrgChoice[]): Promise<Chosen | null> {
  let question = talk.t('digests-ask-topic');
  for (;;) {
    const { text = '' } = await talk.ask(question, { maxLength: longestFind });
    const topic = text.trim();
    if (readFind(topic) === null) {
      question = talk.t('digests-topic-unclear');
      continue;
    }
    const [only, second] = own;
    if (only && !second) return ofOrg(only, topic);
    const choices = [...orgChoices(talk, own.slice(0, most)), wayOut(talk)];
    const { choice } = await talk.ask(talk.t('digests-ask-topic-where'), { choices, text: false });
    if (choice === 'drop') return dropped(talk);
    const org = own.find(({ orgId }) => choice === `o${orgId}`);
    return org ? ofOrg(org, topic) : null;
  }
}

async function askOther(talk: Talk): Promise<Chosen | null> {
  let question = talk.t('digests-ask-other');
  let found: OrgChoice[] = [];
  for (;;) {
    const answer = await talk.ask(question, { choices: orgChoices(talk, found), maxLength: 200 });
    const org = found.find(({ orgId }) => answer.choice === `o${orgId}`);
    if (org) return ofOrg(org);
    const words = answer.text ?? '';
    const result = await talk.act((app, actor) => searchScopes(app, actor, words, most));
    if (!result.ok) return null;
    found = result.value;
    question = talk.t(found.length > 0 ? 'digests-found' : 'digests-not-found');
  }
}

async function askResolution(talk: Talk): Promise<Chosen | null> {
  const result = await talk.act((app, actor) => resolutionScopes(app, actor, most));
  if (!result.ok) return null;
  if (result.value.length === 0) {
    await talk.say('digests-no-resolution');
    return null;
  }
  const choices = [
    ...result.value.map((one) => [{ label: resolutionName(one), value: `r${one.resolutionId}` }]),
    wayOut(talk),
  ];
  const { choice } = await talk.ask(talk.t('digests-ask-resolution'), { choices, text: false });
  if (choice === 'drop') return dropped(talk);
  const resolution = result.value.find(({ resolutionId }) => choice === `r${resolutionId}`);
  return resolution ? { org: null, resolution, about: { topic: null } } : null;
}

/** Out of a question that only buttons answer. */
function wayOut(talk: Talk): Choice[] {
  return [{ label: talk.t('telegram-button-cancel'), value: 'drop' }];
}

async function dropped(talk: Talk): Promise<null> {
  await talk.say('telegram-cancelled');
  return null;
}

function orgChoices(talk: Talk, orgs: OrgChoice[]): Choice[][] {
  return orgs.map((org) => [{ label: nameIn(org, talk.locale), value: `o${org.orgId}` }]);
}

async function askLanguage(talk: Talk): Promise<Locale> {
  const choices = [locales.map((locale) => ({ label: talk.t(`digests-language-${locale}`), value: locale }))];
  const { choice } = await talk.ask(talk.t('digests-ask-language'), { choices, text: false, rewrite: true });
  return isLocale(choice) ? choice : talk.locale;
}

async function askDay(talk: Talk): Promise<number> {
  const day = (n: number): Choice => ({ label: printWeekday(talk.locale, n), value: String(n) });
  const six = await talk.act(async (app, { personId }) =>
    weekOfReader((await postsOfReaders(app, [personId])).get(personId) ?? []),
  );
  const choices = [[1, 2, 3].map(day), (six.ok && six.value === 6 ? [4, 5, 6] : [4, 5]).map(day)];
  const { choice } = await talk.ask(talk.t('digests-ask-day'), { choices, text: false, rewrite: true });
  return Number(choice);
}

async function askHour(talk: Talk): Promise<number> {
  const hour = (n: number): Choice => ({ label: `${String(n).padStart(2, '0')}:00`, value: String(n) });
  const choices = [hours.slice(0, 4).map(hour), hours.slice(4).map(hour)];
  const { choice } = await talk.ask(talk.t('digests-ask-hour'), { choices, text: false, rewrite: true });
  return Number(choice);
}
