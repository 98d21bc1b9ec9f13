// Which messages of ours keep the replies to them for themselves while a dialog is waiting for an answer.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import type { Actor } from '../org/rules.ts';
import { findSent } from '../outbox/queries.ts';
import { readReport } from '../reading/report-words.ts';
import type { Replied } from '../telegram/talk.ts';
import { candidatesOf, targetIn } from './intake-queries.ts';

/**
 * True for a reply to a card, a reminder or a question that the sender delivered, whoever's task it is about. The message under which
 * the dialog was opened belongs to the dialog; of replies to it only a plain report of what the person owes passes a dialog that lets it.
 */
export async function answersCard(app: App, actor: Actor, replied: Replied): Promise<boolean> {
  const chat = await findChat(app, replied.chat);
  const sent = chat && (await findSent(app, chat.chatId, replied.messageId));
  const target = sent && targetIn(sent);
  if (!replied.began) return Boolean(target) || sent?.kind === 'reports.question';
  if (!target || !replied.passesReports) return false;
  const { kind } = readReport(replied.words);
  if (kind !== 'final' && kind !== 'interim') return false;
  return (await candidatesOf(app, actor, target)).open.length > 0;
}
