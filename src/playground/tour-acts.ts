// "Do it for me": a step of the tour as the person would do it in the emulator.
import { setTimeout as sleep } from 'node:timers/promises';
import { People, type Spot } from './city/people.ts';
import { picture } from './city/picture.ts';
import { findGroups } from './groups.ts';
import { personaUser } from './personas.ts';
import type { Language, PersonaKey } from './protocol.ts';
import type { TourHands } from './tour-hands.ts';
import { lookAround, type Sight } from './tour-sight.ts';
import { reportWords, taskWords } from './tour-words.ts';
import { Refused } from './refused.ts';

/** Real milliseconds that a message of the bot may take: undo and the limits of Telegram hold it back. */
const patience = 20_000;
const pause = 100;

type Act = (stage: Stage) => Promise<void>;
const chain: [key: string, act: Act, done: (sight: Sight) => boolean][] = [
  ['issue', issue, ({ task }) => task !== null],
  ['report', (stage) => report(stage, 'first'), ({ reports }) => reports > 0],
  ['return', giveBack, ({ share }) => share !== null && (share.returned || share.accepted)],
  ['correct', (stage) => report(stage, 'second'), ({ share }) => share !== null && (share.submitted || share.accepted)],
  ['accept', accept, ({ share }) => share?.accepted ?? false],
];

/** Does a step, and of the task's steps those before it that are not done. Throws Refused when there is no such step, or the bot does not answer. */
export async function doStep(hands: TourHands, key: string, language: Language): Promise<void> {
  const stage = new Stage(hands, language);
  const at = chain.findIndex(([name]) => name === key);
  for (const [, act, done] of chain.slice(0, at + 1)) if (!done(await stage.sight())) await act(stage);
  if (at >= 0) return;
  if (key === 'morning' || key === 'monday') return hands.travel(key);
  if (key !== 'adopt') throw new Refused(404, 'no such step');
  if (!(await stage.sight()).adopted) await stage.presses('deputy', 'resolutions.adopt', await stage.question());
}

/** The people of the tour and what they see. */
class Stage {
  readonly hands: TourHands;
  readonly language: Language;
  readonly people: People;

  constructor(hands: TourHands, language: Language) {
    this.hands = hands;
    this.language = language;
    this.people = new People(hands);
  }

  async sight(): Promise<Sight> {
    const sight = await lookAround(this.hands.app, this.hands.world);
    if (!sight) throw new Refused(409, 'the demo city is gone');
    return sight;
  }

  room(persona: PersonaKey): Spot {
    return this.people.privately(personaUser(this.hands.world, persona));
  }

  /** The button that adopts the waiting resolution, by its id. */
  async question(): Promise<number> {
    return (await this.sight()).resolutionId;
  }

  /** Waits for the button made with this verb and id, and presses it. */
  async presses(persona: PersonaKey, verb: string, id: number, spot = this.room(persona)): Promise<void> {
    await this.awaits(spot, `${verb}:${id}`);
    await this.people.presses(personaUser(this.hands.world, persona), spot, `${verb}:${id}`);
    await this.hands.settle();
  }

  /** Waits until the bot has sent a message with this button. */
  async awaits(spot: Spot, button: string): Promise<void> {
    const end = performance.now() + patience;
    for (;;) {
      await this.hands.settle();
      if (this.people.newestButton(spot, button)) return;
      if (performance.now() > end) throw new Refused(409, 'the bot does not answer');
      await sleep(pause);
    }
  }
}

async function issue(stage: Stage): Promise<void> {
  const { world, settle } = stage.hands;
  const deputy = personaUser(world, 'deputy');
  const heads = { chat: findGroups(world).heads };
  await stage.people.says(deputy, heads, taskWords(await stage.sight(), stage.language));
  await stage.people.issues(deputy, heads);
  await settle();
}

/** Answers the task's own message, or the one that gave the report back: in both a photo goes along the second time. */
async function report(stage: Stage, which: 'first' | 'second'): Promise<void> {
  const { task, school } = await stage.sight();
  const persona = school ?? 'school-first';
  const spot = stage.room(persona);
  const button = `reports.start:${task?.participationId ?? 0}`;
  await stage.awaits(spot, button);
  const asked = stage.people.oldestButton(spot, button);
  const words = reportWords(stage.language)[which];
  const parcel = which === 'first' ? { text: words } : { photo: picture('ramp'), caption: words };
  const manner = asked ? { replyTo: asked.stored.message.message_id } : {};
  await stage.people.says(personaUser(stage.hands.world, persona), spot, parcel, manner);
  await stage.hands.settle();
}

async function giveBack(stage: Stage): Promise<void> {
  const id = await waitingReport(stage);
  await stage.presses('deputy', 'reports.open', id);
  await stage.presses('deputy', 'reports.return', id);
  await stage.presses('deputy', 'reports.reason', id);
}

async function accept(stage: Stage): Promise<void> {
  const id = await waitingReport(stage);
  await stage.presses('deputy', 'reports.open', id);
  await stage.presses('deputy', 'reports.acceptclose', id);
}

async function waitingReport(stage: Stage): Promise<number> {
  const { task } = await stage.sight();
  const where = { participationId: task?.participationId ?? 0, state: 'submitted', final: true } as const;
  const found = await stage.hands.app.db.report.findFirst({ where, orderBy: { version: 'desc' } });
  if (!found) throw new Refused(409, 'no report waits');
  return found.id;
}
