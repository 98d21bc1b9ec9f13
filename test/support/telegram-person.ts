// A person of the town: speaks in private with the bot, is present in groups, links, blocks, adds the bot.
import type { ChatInfo, User } from '../../src/playground/emulator/api-types.ts';
import { openTopic, setMember } from '../../src/playground/emulator/groups.ts';
import { adminRights } from '../../src/playground/emulator/members.ts';
import { say, setBlocked } from '../../src/playground/emulator/people.ts';
import type { Group, TelegramTown, Topic } from './telegram.ts';
import { Presence, startPayload, startText } from './telegram-presence.ts';
import type { Message } from './telegram-message.ts';

/** An account; by itself it speaks in its private chat with the bot. */
export class Person extends Presence {
  constructor(town: TelegramTown, user: User) {
    super(town, user, () => town.world.privateChat(user));
  }

  get id(): number {
    return this.user.id;
  }

  get name(): string {
    return this.user.first_name;
  }

  /** What the bot has written in private, current words, oldest first. */
  get inbox(): Message[] {
    return this.messages;
  }

  /** Speaks in a group or topic; `as` hides her behind the group ('anonymous', for administrators) or a channel. */
  in(place: Group | Topic, as?: 'anonymous' | ChatInfo): Presence {
    const group = 'group' in place ? place.group : place;
    const thread = 'group' in place ? { thread: place.id } : {};
    const disguise = as === undefined ? {} : as === 'anonymous' ? { anonymous: true } : { channel: as };
    return new Presence(this.town, this.user, () => group.chat, { ...thread, ...disguise });
  }

  /** Presses Start, by a link of the bot or with a bare payload; with a group, follows a startgroup link into it. */
  async opens(link = '', group?: Group): Promise<void> {
    const payload = startPayload(this.world, link) ?? link;
    if (payload !== '' && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) throw new Error(`not a start parameter: ${payload}`);
    if (!group) {
      await this.says(startText(payload));
      return;
    }
    setMember(this.world, group.chat, this.user, this.world.bot, 'member');
    say(this.world, group.chat, this.user, { text: startText(payload, this.world.bot.username) });
    await this.town.settle();
  }

  async blocksBot(): Promise<void> {
    setBlocked(this.world, this.user, true);
    await this.town.settle();
  }

  async unblocksBot(): Promise<void> {
    setBlocked(this.world, this.user, false);
    await this.town.settle();
  }

  /** Her account is deleted; nobody tells the bot. */
  leavesTelegram(): void {
    this.chat.deactivated = true;
  }

  /** Adds the bot to a group. */
  adds(group: Group): Promise<void> {
    return this.setsBot(group, 'member');
  }

  /** Makes the bot an administrator, with all rights unless told. */
  promotesBot(group: Group, rights: readonly string[] = adminRights): Promise<void> {
    return this.setsBot(group, 'administrator', rights);
  }

  /** Takes the administrator's rights from the bot. */
  demotesBot(group: Group): Promise<void> {
    return this.setsBot(group, 'member');
  }

  /** Throws the bot out of a group. */
  removesBot(group: Group): Promise<void> {
    return this.setsBot(group, 'kicked');
  }

  /** Opens a topic in a forum; the bot hears of it. */
  async opensTopic(group: Group, name: string): Promise<Topic> {
    const id = openTopic(this.world, group.chat, this.user, name);
    await this.town.settle();
    return { group, id, name };
  }

  private async setsBot(
    group: Group,
    status: 'member' | 'administrator' | 'kicked',
    rights: readonly string[] = [],
  ): Promise<void> {
    setMember(this.world, group.chat, this.user, this.world.bot, status, rights);
    await this.town.settle();
  }
}
