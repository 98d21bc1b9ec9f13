// The plan of one tick, pure: who is told what in which message, and which steps are only written down.
import type { Calendar, Week } from '../calendar.ts';
import type { Holder } from '../org/queries.ts';
import type { Day } from '../time.ts';
import type { PlaceRow, ShareRow } from './queries.ts';
import { chooseSteps, isForGroup, isListed, maySpeak, type Moment, type Rung, type Step } from './rules.ts';

/** Why nothing was sent for a step. */
export type Outcome = 'late' | 'merged' | 'unreachable' | 'vacant';

/** A notice to write: with the message that says it, or with the reason why none does. */
export type NewNotice = {
  participationId: number;
  step: string;
  due: Day;
  recipient: string;
  outcome: Outcome | null;
  messageKey: string | null;
};

/** One thing said in a private message. */
export type Item = { id: number; step: string; rung: Rung };

export type PrivateMessage = { key: string; personId: number; chatId: number; items: Item[] };
export type GroupMessage = { key: string; place: PlaceRow; participationIds: number[]; items: Item[] };
export type Plan = { privates: PrivateMessage[]; groups: GroupMessage[]; notices: NewNotice[] };

/** What a tick knows: the shares, the steps of them that have come, and everything said before. */
export type Situation = {
  now: Moment;
  calendar: Calendar;
  shares: { share: ShareRow; reached: Step[] }[];
  /** Names of the steps that were told, by 'share/recipient'. */
  told: ReadonlyMap<string, ReadonlySet<string>>;
  holders: Map<number, Holder[]>;
  weeks: Map<number, Week>;
  places: PlaceRow[];
};

/** What would be said to one person or place, before looking whether today's message has gone already. */
type Told = { key: string; say: { item: Item; step: Step }[]; silent: NewNotice[] };
type ToldPerson = Told & { personId: number; chatId: number | null };
type ToldPlace = Told & { place: PlaceRow; participationIds: number[] };
export type Draft = { people: ToldPerson[]; places: ToldPlace[]; vacant: NewNotice[] };

/** The posts above a share that its ladder climbs; without a controller of its own the issuer is the controller. */
export function rungPosts(share: ShareRow): [Rung, number][] {
  const { postId, responsiblePostId, controllerPostId, issuerPostId } = share;
  const posts: [Rung, number | null][] = [
    ['executor', postId],
    ['responsible', responsiblePostId === postId ? null : responsiblePostId],
    ['controller', controllerPostId ?? issuerPostId],
    ['issuer', issuerPostId],
  ];
  return posts.filter((entry): entry is [Rung, number] => entry[1] !== null);
}

/** Everything there is to say at this moment, by person and by place. */
export function draft(situation: Situation): Draft {
  const nothing: ReadonlySet<string> = new Set();
  const toldOf: ToldOf = (share, recipient) => situation.told.get(`${share.id}/${recipient}`) ?? nothing;
  return { ...draftPeople(situation, toldOf), places: draftPlaces(situation, toldOf) };
}

type ToldOf = (share: ShareRow, recipient: string) => ReadonlySet<string>;

function draftPeople(situation: Situation, toldOf: ToldOf): Omit<Draft, 'places'> {
  const people = new Map<number, ToldPerson>();
  const vacant: NewNotice[] = [];
  for (const { share, reached } of situation.shares) {
    const recipients = new Map<number, { holder: Holder; steps: Step[] }>();
    for (const [rung, postId] of rungPosts(share)) {
      const steps = reached.filter((step) => step.rung === rung);
      const week = rung === 'executor' ? share.week : (situation.weeks.get(postId) ?? 5);
      if (steps.length === 0 || !maySpeak(situation.now, week, situation.calendar)) continue;
      const holders = present(situation.holders.get(postId) ?? []);
      if (holders.length === 0) vacant.push(...untold(share, steps, `post:${postId}`, 'vacant', toldOf));
      for (const holder of holders) {
        const known = recipients.get(holder.personId) ?? { holder, steps: [] };
        const above = known.steps.some((step) => step.rung === 'executor') && rung !== 'executor';
        if (!above) recipients.set(holder.personId, { holder, steps: [...known.steps, ...steps] });
      }
    }
    for (const { holder, steps } of recipients.values()) tell(people, situation.now.day, share, holder, steps, toldOf);
  }
  return { people: [...people.values()], vacant };
}

/** While somebody substitutes on a post, the absent holder is left in peace. */
function present(holders: Holder[]): Holder[] {
  const acting = holders.filter((holder) => holder.acting && isReachable(holder));
  return acting.length > 0 ? acting : holders;
}

function isReachable({ chatId, blocked }: Holder): boolean {
  return chatId !== null && !blocked;
}

function tell(
  people: Map<number, ToldPerson>,
  day: Day,
  share: ShareRow,
  holder: Holder,
  steps: Step[],
  toldOf: ToldOf,
): void {
  const { personId } = holder;
  const recipient = `person:${personId}`;
  const { say, late, merged } = chooseSteps(steps.toSorted(byMoment), toldOf(share, recipient));
  const key = `reminders.private:${personId}:${day}`;
  const person = people.get(personId) ?? { personId, chatId: reachableChat(holder), key, say: [], silent: [] };
  person.silent.push(...write(share, late, recipient, 'late'), ...write(share, merged, recipient, 'merged'));
  if (person.chatId === null) person.silent.push(...write(share, say, recipient, 'unreachable'));
  else person.say.push(...say.map((step) => ({ item: { id: share.id, step: step.name, rung: step.rung }, step })));
  people.set(personId, person);
}

function reachableChat(holder: Holder): number | null {
  return isReachable(holder) ? holder.chatId : null;
}

function draftPlaces(situation: Situation, toldOf: ToldOf): ToldPlace[] {
  const { now, calendar, shares, places } = situation;
  const byOrg = new Map<string, Situation['shares']>();
  for (const entry of shares) {
    const orgs = entry.share.orgPath.split('/').filter(Boolean);
    const home = entry.share.homePlaceId === null ? [] : [`place:${entry.share.homePlaceId}`];
    for (const key of [...orgs, ...home]) {
      const scope = byOrg.get(key);
      if (scope) scope.push(entry);
      else byOrg.set(key, [entry]);
    }
  }
  return places
    .filter((place) => maySpeak(now, place.week, calendar))
    .map((place) => {
      const scope = new Set([...(byOrg.get(String(place.orgId)) ?? []), ...(byOrg.get(`place:${place.id}`) ?? [])]);
      return toldPlace(situation, place, [...scope], toldOf);
    })
    .filter(({ say }) => say.length > 0);
}

function toldPlace(
  { now, calendar }: Situation,
  place: PlaceRow,
  scope: Situation['shares'],
  toldOf: ToldOf,
): ToldPlace {
  const recipient = `place:${place.id}`;
  const told: ToldPlace = {
    key: `reminders.group:${place.id}:${now.day}`,
    place,
    participationIds: scope.filter(({ share }) => isListed(share, now.day, calendar)).map(({ share }) => share.id),
    say: [],
    silent: [],
  };
  for (const { share, reached } of scope) {
    const { say, late } = chooseSteps(reached.filter(isForGroup), toldOf(share, recipient));
    told.silent.push(...write(share, late, recipient, 'late'));
    told.say.push(...say.map((step) => ({ item: { id: share.id, step: step.name, rung: step.rung }, step })));
  }
  return told;
}

/** Every key that must be looked up before `settle`. */
export function keysOf({ people, places }: Draft): string[] {
  const speaking = people.filter(({ say, silent }) => say.length + silent.length > 0);
  return [...speaking.flatMap((person) => [person.key, sameDayKey(person)]), ...places.map(({ key }) => key)];
}

/**
 * The messages to plan. One a day for each person and place: what comes after it waits for the next morning, except the
 * reminder of a share that is due on the day it was issued.
 */
export function settle({ people, places, vacant }: Draft, known: ReadonlySet<string>): Plan {
  const plan: Plan = { privates: [], groups: [], notices: [...vacant] };
  for (const person of people) {
    const again = known.has(person.key);
    const say = again ? person.say.filter(({ step }) => step.name === 'same-day') : person.say;
    const key = again ? sameDayKey(person) : person.key;
    if (again && known.has(key)) continue;
    if (!again) plan.notices.push(...person.silent);
    if (say.length === 0 || person.chatId === null) continue;
    plan.privates.push({ key, personId: person.personId, chatId: person.chatId, items: say.map(({ item }) => item) });
    plan.notices.push(...say.map((said) => notice(said, `person:${person.personId}`, key)));
  }
  for (const { key, place, participationIds, say, silent } of places) {
    if (known.has(key)) continue;
    plan.groups.push({ key, place, participationIds, items: say.map(({ item }) => item) });
    plan.notices.push(...silent, ...say.map((said) => notice(said, `place:${place.id}`, key)));
  }
  return plan;
}

function sameDayKey({ key, say }: ToldPerson): string {
  const time = say.findLast(({ step }) => step.name === 'same-day')?.step.at.time ?? '';
  return `${key}:${time}`;
}

function notice({ item, step }: { item: Item; step: Step }, recipient: string, messageKey: string): NewNotice {
  return { participationId: item.id, step: step.name, due: step.due, recipient, outcome: null, messageKey };
}

function untold(share: ShareRow, steps: Step[], recipient: string, outcome: Outcome, toldOf: ToldOf): NewNotice[] {
  const told = toldOf(share, recipient);
  return write(
    share,
    steps.filter(({ name }) => !told.has(name)),
    recipient,
    outcome,
  );
}

function write(share: ShareRow, steps: Step[], recipient: string, outcome: Outcome): NewNotice[] {
  return steps.map(({ name, due }) => ({
    participationId: share.id,
    step: name,
    due,
    recipient,
    outcome,
    messageKey: null,
  }));
}

function byMoment(a: Step, b: Step): number {
  return `${a.at.day}T${a.at.time}`.localeCompare(`${b.at.day}T${b.at.time}`);
}
