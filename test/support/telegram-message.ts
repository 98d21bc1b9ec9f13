// A message as its readers see it: always the current words, also after edits.
import type { InlineButton, Message as ApiMessage } from '../../src/playground/emulator/api-types.ts';
import { renderHtml } from '../../src/playground/emulator/entities.ts';
import type { Chat, Stored, World } from '../../src/playground/emulator/world.ts';

export class Message {
  private readonly world: World;
  readonly chat: Chat;
  readonly stored: Stored;

  constructor(world: World, chat: Chat, stored: Stored) {
    this.world = world;
    this.chat = chat;
    this.stored = stored;
  }

  /** The message as the Bot API shows it. */
  get raw(): ApiMessage {
    return this.stored.message;
  }

  get id(): number {
    return this.raw.message_id;
  }

  get date(): Date {
    return new Date(this.raw.date * 1000);
  }

  /** Text or caption without markup. */
  get text(): string {
    return this.raw.text ?? this.raw.caption ?? '';
  }

  /** Text or caption with HTML tags. */
  get html(): string {
    return renderHtml(this.text, this.raw.entities ?? this.raw.caption_entities ?? []);
  }

  /** Labels of the inline keyboard, row by row. */
  get buttons(): string[][] {
    return this.keyboard.map((row) => row.map((button) => button.text));
  }

  get keyboard(): InlineButton[][] {
    return this.raw.reply_markup?.inline_keyboard ?? [];
  }

  /** Who wrote it: an account's id. */
  get authorId(): number | undefined {
    return this.raw.from?.id;
  }

  get edited(): boolean {
    return this.raw.edit_date !== undefined;
  }

  get deleted(): boolean {
    return this.stored.deleted;
  }

  get pinned(): boolean {
    return this.chat.pinned.includes(this.id);
  }

  /** The bot's reactions. */
  get reactions(): string[] {
    return this.stored.reactions;
  }

  /** Id of the topic, undefined in General and outside forums. */
  get topicId(): number | undefined {
    return this.raw.is_topic_message ? this.raw.message_thread_id : undefined;
  }

  /** Id of the message it answers. */
  get replyToId(): number | undefined {
    return this.raw.reply_to_message?.message_id;
  }

  /** The document or the largest size of the photo. */
  get file(): { name: string; content: Buffer } | undefined {
    const info = this.raw.document ?? this.raw.photo?.at(-1);
    const file = info && this.world.files.get(info.file_id);
    return file && { name: file.name, content: file.content };
  }
}
