// Shapes of the Bot API that the emulator speaks: only the fields it fills itself.
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

export interface ChatInfo {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
}

export interface FileInfo {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
  duration?: number;
}

export interface InlineButton {
  text: string;
  callback_data?: string;
  url?: string;
  [other: string]: unknown;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

/** A button of the keyboard under the input field. */
export interface ReplyButton {
  text: string;
  [request: string]: unknown;
}

/** What a message carries apart from its envelope: text, file or service notice. */
export interface Content {
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: FileInfo[];
  document?: FileInfo;
  voice?: FileInfo;
  audio?: FileInfo;
  video?: FileInfo;
  sticker?: FileInfo & { type: string; emoji: string };
  contact?: { phone_number: string; first_name: string; user_id?: number };
  location?: { latitude: number; longitude: number };
  new_chat_members?: User[];
  left_chat_member?: User;
  new_chat_title?: string;
  group_chat_created?: true;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  pinned_message?: Message;
  forum_topic_created?: { name: string; icon_color: number };
  forum_topic_edited?: { name?: string };
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
}

export interface Message extends Content {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: true;
  from?: User;
  sender_chat?: ChatInfo;
  author_signature?: string;
  is_automatic_forward?: true;
  forward_origin?: Record<string, unknown>;
  via_bot?: User;
  date: number;
  edit_date?: number;
  chat: ChatInfo;
  reply_to_message?: Message;
  media_group_id?: string;
  has_protected_content?: true;
  reply_markup?: InlineKeyboard;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}
