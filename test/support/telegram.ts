// The town of a test: people who type and press as people do, on the emulator's own functions. Every act waits until the bot has handled it.
import type { ChatInfo } from '../../src/playground/emulator/api-types.ts';
import type { Emulator } from '../../src/playground/emulator/emulator.ts';
import {
  changeTopic,
  createGroup,
  migrateGroup,
  openTopic,
  renameGroup,
  setMember,
} from '../../src/playground/emulator/groups.ts';
import { autoForward, createUser } from '../../src/playground/emulator/people.ts';
import type { NewPerson } from '../../src/playground/emulator/people.ts';
import type { Chat } from '../../src/playground/emulator/world.ts';
import { Person } from './telegram-person.ts';

export { Message } from './telegram-message.ts';
export { Person } from './telegram-person.ts';
export { Presence } from './telegram-presence.ts';

export interface NewGroup {
  title: string;
  /** 'supergroup' unless told. */
  type?: 'group' | 'supergroup';
  forum?: boolean;
  /** The first one owns the group. */
  members: Person[];
  /** 'member' unless told; false: the bot is not there yet. */
  bot?: 'member' | 'admin' | false;
}

/** A topic of a forum; use it like a group: `aigerim.in(topic)`. */
export interface Topic {
  group: Group;
  id: number;
  name: string;
}

/** A group chat. After a migration the same object stands for the new supergroup. */
export class Group {
  readonly town: TelegramTown;
  readonly owner: Person | undefined;
  chat: Chat;

  constructor(town: TelegramTown, chat: Chat, owner: Person | undefined) {
    this.town = town;
    this.chat = chat;
    this.owner = owner;
  }

  get id(): number {
    return this.chat.info.id;
  }

  get title(): string {
    return this.chat.info.title ?? '';
  }

  /** A topic that was there before the story begins. */
  topic(name: string): Topic {
    const owner = this.boss();
    return { group: this, name, id: openTopic(this.town.world, this.chat, owner.user, name, true) };
  }

  /** Ordinary members, the bot among them, may no longer send this: 'text messages', 'photos', 'documents'. */
  forbids(kind: string): void {
    this.chat.forbidden.add(kind);
  }

  /** The owner turns the basic group into a supergroup; `id` changes. */
  async migrates(): Promise<void> {
    this.chat = migrateGroup(this.town.world, this.chat, this.boss().user);
    await this.town.settle();
  }

  /** Somebody joins, let in by the owner. */
  async joins(person: Person): Promise<void> {
    setMember(this.town.world, this.chat, this.boss().user, person.user, 'member');
    await this.town.settle();
  }

  /** The owner gives the group a new name. */
  async renames(title: string): Promise<void> {
    renameGroup(this.town.world, this.chat, this.boss().user, title);
    await this.town.settle();
  }

  /** The owner closes, opens again or deletes a topic. */
  async changes(topic: Topic, change: 'close' | 'reopen' | 'delete'): Promise<void> {
    changeTopic(this.town.world, this.chat, this.boss().user, topic.id, change);
    await this.town.settle();
  }

  /** A linked channel's post appears in the group by itself. */
  async takesPost(channel: ChatInfo, text: string): Promise<void> {
    autoForward(this.town.world, this.chat, channel, text);
    await this.town.settle();
  }

  /** Everybody is thrown out and the group is gone; nobody tells the bot. */
  vanishes(): void {
    this.chat.gone = true;
  }

  private boss(): Person {
    if (!this.owner) throw new Error(`the group ${this.title} has no owner: give it members`);
    return this.owner;
  }
}

/** Fails the test when the bot did something that Telegram tolerates but a good bot does not do; for afterEach. Empties the list. */
export function expectNoViolations(emulator: Emulator): void {
  const found = emulator.violations.splice(0);
  if (found.length > 0) throw new Error(`the bot misbehaved:\n${found.join('\n')}`);
}

export class TelegramTown {
  readonly emulator: Emulator;
  /** False: people act without waiting for the bot (for a bot that is down). */
  waits = true;
  /** What the bot does beside handling updates; people wait for that too. */
  beside: () => Promise<void> = async () => {};

  constructor(emulator: Emulator) {
    this.emulator = emulator;
  }

  get world(): Emulator['world'] {
    return this.emulator.world;
  }

  /** BotFather's privacy mode of the bot; on unless told. */
  set privacy(on: boolean) {
    this.world.privacy = on;
  }

  /** A new account. */
  person(person: NewPerson): Person {
    return new Person(this, createUser(this.world, person));
  }

  /** A bot of somebody else; it writes into groups as a member. */
  otherBot(username: string): Person {
    return this.person({ firstName: username, username, isBot: true });
  }

  /** A group that was there before the story begins: no update tells the bot about it. */
  group(group: NewGroup): Group {
    const users = group.members.map((member) => member.user);
    const { title, type = 'supergroup', forum = false, bot = 'member' } = group;
    const chat = createGroup(this.world, { title, type, forum, members: users, bot });
    return new Group(this, chat, group.members[0]);
  }

  /** A channel as whose voice people may write into groups. */
  channel(title: string): ChatInfo {
    return { id: -1_000_000_000_000 - this.world.next('supergroup', 2_100_000_001), type: 'channel', title };
  }

  /** Waits until the bot has handled everything so far. */
  async settle(): Promise<void> {
    if (!this.waits) return;
    await this.emulator.idle();
    await this.beside();
  }
}
