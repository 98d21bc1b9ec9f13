// The plan of one tick, pure: who is told what in which message, and which steps are only written down.
import type { Calendar } from '../calendar.ts';
import type { Day } from '../time.ts';
import { draftSpots, type Missed, type ToldSpot } from './group-plan.ts';
import { byMoment, type Item, type NewNotice, notice, type Said, type ToldOf, untold, write } from './notice-rules.ts';
import { endOf, isSpeakingDay, isSpeakingTime, type Voice } from './policy-rules.ts';
import type { PlaceRow } from './group-queries.ts';
import type { ShareRow } from './queries.ts';
import { chooseSteps, isLadder, type Moment, type Rung, type Step } from './rules.ts';

/** `until`: when the hours of the day end, after which it is not sent any more. */
export type PrivateMessage = { key: string; personId: number; chatId: number; items: Item[]; until: string };
export type GroupMessage = Omit<ToldSpot, 'silent' | 'say' | 'voices'> & {
  items: (Item & { placeId: number })[];
  until: string;
};
export type Plan = { privates: PrivateMessage[]; groups: GroupMessage[]; notices: NewNotice[] };

/** Where a post stands, and when its people may be written to. */
export type PostPlace = { orgPath: string; voice: Voice };

/** Who holds a post today, as far as reminders ask. */
export type Holder = { personId: number; chatId: number | null; blocked: boolean; acting: boolean };

/** What a tick knows: the shares, the steps of them that have come, and everything said before. */
export type Situation = {
  now: Moment;
  calendar: Calendar;
  shares: { share: ShareRow; reached: Step[] }[];
  /** Names of the steps that were told, by 'share/recipient'. */
  told: ReadonlyMap<string, ReadonlySet<string>>;
  holders: Map<number, Holder[]>;
  posts: ReadonlyMap<number, PostPlace>;
  places: PlaceRow[];
};

/** What would be said to one person, before looking whether today's message has gone already. */
type ToldPerson = {
  key: string;
  say: Said[];
  silent: NewNotice[];
  personId: number;
  chatId: number | null;
  voices: Voice[];
};
export type Draft = { people: ToldPerson[]; spots: ToldSpot[]; vacant: NewNotice[] };

/** The posts above a share that its ladder climbs; without a controller of its own the issuer is the controller. Nobody stands above themselves. */
export function rungPosts(share: ShareRow): [Rung, number][] {
  const { postId, responsiblePostId, controllerPostId, issuerPostId } = share;
  const posts: [Rung, number | null][] = [
    ['executor', postId],
    ['responsible', responsiblePostId === postId ? null : responsiblePostId],
    ['controller', controllerPostId ?? issuerPostId],
    ['issuer', issuerPostId === postId ? null : issuerPostId],
  ];
  return posts.filter((entry): entry is [Rung, number] => entry[1] !== null);
}

/** Everything there is to say at this moment, by person and by group. */
export function draft(situation: Situation): Draft {
  const nothing: ReadonlySet<string> = new Set();
  const toldOf: ToldOf = (share, recipient) => situation.told.get(`${share.id}/${recipient}`) ?? nothing;
  const { missed, ...people } = draftPeople(situation, toldOf);
  return { ...people, spots: draftSpots(situation, missed, toldOf) };
}

type Recipient = { holder: Holder; steps: Step[]; voice: Voice };

function draftPeople(situation: Situation, toldOf: ToldOf): Omit<Draft, 'spots'> & { missed: Missed[] } {
  const { now, calendar } = situation;
  const people = new Map<number, ToldPerson>();
  const vacant: NewNotice[] = [];
  const missed: Missed[] = [];
  for (const { share, reached } of situation.shares) {
    const recipients = new Map<number, Recipient>();
    for (const [rung, postId] of rungPosts(share)) {
      const post = situation.posts.get(postId);
      const steps = reached.filter((step) => step.rung === rung);
      if (!post || steps.length === 0 || !isSpeakingDay(now.day, post.voice, calendar)) continue;
      const holders = present(situation.holders.get(postId) ?? []);
      const inHours = isSpeakingTime(now.time, [post.voice]);
      if (holders.length === 0 && inHours) vacant.push(...untold(share, steps, `post:${postId}`, 'vacant', toldOf));
      if (holders.length > 0 && !holders.some(isReachable))
        missed.push({ share, postId, orgPath: post.orgPath, steps });
      for (const holder of holders) addRung(recipients, rung, { holder, steps, voice: post.voice });
    }
    for (const recipient of recipients.values()) tell(people, now.day, share, recipient, toldOf);
  }
  const spoken = [...people.values()].filter(({ voices }) => isSpeakingTime(now.time, voices));
  return { people: spoken, vacant, missed };
}

/** Whoever executes a share hears of it as its executor only. */
function addRung(recipients: Map<number, Recipient>, rung: Rung, { holder, steps, voice }: Recipient): void {
  const known = recipients.get(holder.personId) ?? { holder, steps: [], voice };
  const above = known.steps.some((step) => step.rung === 'executor') && rung !== 'executor';
  if (!above) recipients.set(holder.personId, { ...known, steps: [...known.steps, ...steps] });
}

/** While somebody substitutes on a post, the absent holder is left in peace. */
function present(holders: Holder[]): Holder[] {
  const acting = holders.filter((holder) => holder.acting && isReachable(holder));
  return acting.length > 0 ? acting : holders;
}

function isReachable({ chatId, blocked }: Holder): boolean {
  return chatId !== null && !blocked;
}

function tell(people: Map<number, ToldPerson>, day: Day, share: ShareRow, to: Recipient, toldOf: ToldOf): void {
  const { personId } = to.holder;
  const recipient = `person:${personId}`;
  // A rung that anybody has heard for this post is climbed: a substitute or successor does not hear of it again.
  const levels = toldOf(share, 'anybody');
  const steps = to.steps.filter(({ name }) => !isLadder(name) || !levels.has(name)).toSorted(byMoment);
  const { say, late, merged } = chooseSteps(steps, toldOf(share, recipient));
  if (say.length + late.length + merged.length === 0) return;
  const key = `reminders.private:${personId}:${day}`;
  const chatId = isReachable(to.holder) ? to.holder.chatId : null;
  const person = people.get(personId) ?? { personId, chatId, key, say: [], silent: [], voices: [] };
  person.voices.push(to.voice);
  person.silent.push(...write(share, late, recipient, 'late'), ...write(share, merged, recipient, 'merged'));
  const why = to.holder.blocked ? 'blocked' : 'unreachable';
  if (person.chatId === null) person.silent.push(...write(share, say, recipient, why));
  else person.say.push(...say.map((step) => ({ item: itemOf(share, step), step })));
  people.set(personId, person);
}

function itemOf({ id, due }: ShareRow, { name, rung }: Step): Item {
  return { id, step: name, rung, ...(due !== null && { due }) };
}

/** Every key that must be looked up before `settle`. */
export function keysOf({ people, spots }: Draft): string[] {
  return [...people.flatMap((person) => [person.key, sameDayKey(person)]), ...spots.map(({ key }) => key)];
}

/**
 * The messages to plan. One a day for each person, and for each group or topic: what comes after it waits for the next morning,
 * except the reminder of a share that is due on the day it was issued.
 */
export function settle({ people, spots, vacant }: Draft, known: ReadonlySet<string>): Plan {
  const plan: Plan = { privates: [], groups: [], notices: [...vacant] };
  for (const person of people) {
    const again = known.has(person.key);
    const say = again ? person.say.filter(({ step }) => step.name === 'same-day') : person.say;
    const key = again ? sameDayKey(person) : person.key;
    if (again && known.has(key)) continue;
    if (!again) plan.notices.push(...person.silent);
    if (say.length === 0 || person.chatId === null) continue;
    const { personId, chatId, voices } = person;
    plan.privates.push({ key, personId, chatId, items: say.map(({ item }) => item), until: endOf(voices) });
    plan.notices.push(...say.map((said) => notice(said, `person:${personId}`, key)));
  }
  for (const { say, silent, voices, ...spot } of spots) {
    if (known.has(spot.key)) continue;
    plan.groups.push({
      ...spot,
      items: say.map(({ item, placeId }) => ({ ...item, placeId })),
      until: endOf(voices),
    });
    plan.notices.push(...silent, ...say.map((said) => notice(said, `place:${said.placeId}`, spot.key)));
  }
  return plan;
}

function sameDayKey({ key, say }: ToldPerson): string {
  const time = say.findLast(({ step }) => step.name === 'same-day')?.step.at.time ?? '';
  return `${key}:${time}`;
}
