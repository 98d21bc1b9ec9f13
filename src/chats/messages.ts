// What the bot says in groups: greeting, choice of the organisation, panel of a binding.
import { orgName } from '../org/messages.ts';
import type { Locale, T } from '../texts.ts';
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import type { BindableOrg, PlaceInfo } from './queries.ts';
import { encodeSettings, type PlaceSettings, turnSetting } from './rules.ts';

export type GroupMessage = { html: string; keyboard: Keyboard };
/** What the greeting depends on. */
export type GroupSight = { bot: string; forum: boolean; seesAll: boolean; place: PlaceInfo | null };

const pageSize = 8;
const longestLabel = 60;

/** Languages for a group that has not chosen yet: the default one, then Russian. */
export function firstLanguages(defaultLanguage: Locale): Locale[] {
  return defaultLanguage === 'ru' ? ['ru'] : [defaultLanguage, 'ru'];
}

/** One text in several languages: blocks with an empty line between. */
export function inLanguages(languages: Locale[], text: (locale: Locale) => string): string {
  return languages.map(text).join('\n\n');
}

/** What the bot says when it comes into a group: who it is, what to do, and plainly what it cannot see. */
export function greetingMessage(t: T, languages: Locale[], { bot, forum, seesAll, place }: GroupSight): string {
  return inLanguages(languages, (locale) => {
    const first = place
      ? t(locale, 'chats-back', { org: orgName(orgOf(place), locale) })
      : t(locale, 'chats-hello', { bot });
    const topics = forum && !place ? [t(locale, 'chats-hello-topics')] : [];
    return [first, ...topics, ...privacyNote(t, locale, { bot, seesAll })].join('\n\n');
  });
}

/** The note about privacy mode, where there is something to say. */
export function privacyNote(t: T, locale: Locale, { bot, seesAll }: { bot: string; seesAll: boolean }): string[] {
  return seesAll ? [] : [t(locale, 'chats-privacy', { bot })];
}

export type OrgChoice = { orgs: BindableOrg[]; page: number; personId: number; topic: boolean; search: string };

/** Buttons of the organisations that may be bound; long lists have pages, a search shows its first page only. */
export function chooseMessage(t: T, locale: Locale, { orgs, page, personId, topic, search }: OrgChoice): GroupMessage {
  const shown = orgs.slice(page * pageSize, (page + 1) * pageSize);
  const more = orgs.length > pageSize ? 'yes' : 'no';
  const html = search
    ? t(locale, 'chats-choose-found', { n: orgs.length, more, shown: shown.length })
    : t(locale, 'chats-choose', { kind: kindOf(topic) });
  const rows = shown.map((org) => [button(label(orgName(org, locale)), 'chats.choose', personId, org.orgId)]);
  const turns = [
    ...(page > 0 ? [button('‹', 'chats.page', personId, page - 1)] : []),
    ...((page + 1) * pageSize < orgs.length ? [button('›', 'chats.page', personId, page + 1)] : []),
  ];
  const close = [button(t(locale, 'chats-button-close'), 'chats.close', personId)];
  return { html, keyboard: [...rows, ...(search || turns.length === 0 ? [] : [turns]), close] };
}

export type PanelData = {
  org: BindableOrg;
  settings: PlaceSettings;
  personId: number;
  topic: boolean;
  /** Other organisations are bound here: it can be added to them. */
  add: boolean;
  /** It can be bound alone, in place of what is bound here. */
  confirm: boolean;
  /** The own chat of a working group of that body: only its settings can be changed here. `bot`: the username for commands. */
  own?: PlaceInfo;
  bot?: string;
};

/** The panel before a binding: every setting is a button, nothing happens before Confirm. */
export function panelMessage(t: T, locale: Locale, data: PanelData): GroupMessage {
  const { org, settings, personId, topic, add, confirm, own, bot = '' } = data;
  const name = orgName(own ? orgOf(own) : org, locale);
  const shown = t(locale, 'chats-panel', { kind: kindOf(topic), org: name, ...settingTexts(t, locale, settings) });
  const note = own ? t(locale, 'chats-panel-own', { org: orgName(org, locale), bot }) : '';
  const html = [shown, note].filter(Boolean).join('\n\n');
  const turn = (text: string, which: keyof PlaceSettings) => [
    button(text, 'chats.set', personId, org.orgId, encodeSettings(turnSetting(settings, which))),
  ];
  const codes = settings.languages.join(' + ');
  const { policy, naming } = settings;
  const code = encodeSettings(settings);
  const keyboard = [
    turn(t(locale, 'chats-button-policy', { policy }), 'policy'),
    turn(t(locale, 'chats-button-languages', { codes }), 'languages'),
    turn(t(locale, 'chats-button-naming', { naming }), 'naming'),
    ...(confirm
      ? [
          [
            button(
              t(locale, 'chats-button-confirm', { only: add ? 'yes' : 'no' }),
              'chats.bind',
              personId,
              org.orgId,
              code,
            ),
          ],
        ]
      : []),
    ...(add ? [[button(t(locale, 'chats-button-add'), 'chats.bind', personId, org.orgId, code, 'also')]] : []),
    [
      button(t(locale, 'chats-button-other'), 'chats.page', personId, 0),
      button(t(locale, 'chats-button-close'), 'chats.close', personId),
    ],
  ];
  return { html, keyboard };
}

/** What a group or topic is bound to, in these languages. */
export function boundText(t: T, languages: Locale[], place: PlaceInfo): string {
  return inLanguages(languages, (locale) => {
    const org = orgName(orgOf(place), locale);
    return t(locale, 'chats-bound', { kind: kindOf(place.threadId !== null), org, ...settingTexts(t, locale, place) });
  });
}

/** The binding with buttons to change or undo it, for the person who asked. */
export function boundPanel(t: T, locale: Locale, place: PlaceInfo, personId: number): GroupMessage {
  const keyboard = [
    [
      button(t(locale, 'chats-button-settings'), 'chats.choose', personId, place.orgId),
      button(t(locale, 'chats-button-other'), 'chats.page', personId, 0),
    ],
    [
      button(t(locale, 'chats-button-unlink'), 'chats.unlink', personId, place.placeId),
      button(t(locale, 'chats-button-close'), 'chats.close', personId),
    ],
  ];
  return { html: boundText(t, [locale], place), keyboard };
}

/** The question before a binding is undone. */
export function unbindPanel(t: T, locale: Locale, place: PlaceInfo, personId: number): GroupMessage {
  const html = t(locale, 'chats-unbind-question', { org: orgName(orgOf(place), locale) });
  const keyboard = [
    [
      button(t(locale, 'chats-button-unlink'), 'chats.unbind', personId, place.placeId),
      button(t(locale, 'chats-button-close'), 'chats.close', personId),
    ],
  ];
  return { html, keyboard };
}

/** Told in private to who bound the place: the bot cannot write there, and what to do. */
export function placeClosedText(t: T, locale: Locale, place: PlaceInfo, why: 'topic' | 'rights'): string {
  return t(locale, 'chats-place-closed', { why, title: place.title, org: orgName(orgOf(place), locale) });
}

function settingTexts(t: T, locale: Locale, { policy, languages, naming }: PlaceSettings) {
  return {
    policy: t(locale, 'chats-policy', { policy }),
    languages: t(locale, 'chats-language-names', { set: languages.join('_') }),
    naming: t(locale, 'chats-naming', { naming }),
  };
}

function orgOf({ orgNameKk, orgNameRu }: PlaceInfo) {
  return { nameKk: orgNameKk, nameRu: orgNameRu };
}

function kindOf(topic: boolean): string {
  return topic ? 'topic' : 'group';
}

function label(name: string): string {
  return name.length > longestLabel ? `${name.slice(0, longestLabel - 1)}…` : name;
}
