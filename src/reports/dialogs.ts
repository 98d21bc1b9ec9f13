// Dialogs of reports: writing one step by step; returning one with one's own words.
import { button } from '../telegram/buttons.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { FileRef } from '../telegram/files.ts';
import type { Answer, Talk } from '../telegram/talk.ts';
import { readReport } from '../reading/report-words.ts';
import { guardArgs, sensitiveKinds } from '../tasks/guard-rules.ts';
import { shareView } from '../tasks/queries.ts';
import { returnReport } from './actions.ts';
import { askEvidence, completeDialogs, fileAndSay } from './complete-dialogs.ts';
import { missingEvidence } from './evidence-rules.ts';
import { maxFiles, maxReason, maxReportText } from './rules.ts';

/** Dialogs of this slice. */
export const reportsDialogs: DialogDefinition[] = [
  { id: 'reports.write', run: (talk, args) => writeReport(talk, Number(args['participationId'])) },
  { id: 'reports.return', run: returnWithReason },
  ...completeDialogs,
];

type Content = { texts: string[]; files: FileRef[]; messageId: number; textMessageId: number };

async function writeReport(talk: Talk, participationId: number): Promise<void> {
  const about = await talk.act(async (app) => {
    const found = await shareView(app, participationId);
    return { number: found?.task.number ?? '', headline: found?.task.headline ?? '' };
  });
  if (!about.ok) return;
  // Whoever writes at once instead of choosing is understood all the same.
  const first = await askKind(talk, about.value, true);
  const content = await askContent(talk, about.value.number, first);
  const reading = readReport(content.texts.join('\n'));
  const said = first.choice ?? reading.kind;
  const known = said === 'final' || said === 'interim';
  const final = (known ? said : (await askKind(talk, about.value, false)).choice) === 'final';
  const reason = final ? await completeEvidence(talk, participationId, content) : null;
  if (reason !== null) content.texts.push(talk.t('reports-anyway-line', { reason }));
  const filed = await fileAndSay(talk, (actor) => ({
    participationId,
    text: content.texts.join('\n'),
    final,
    progress: final ? undefined : reading.progress,
    attachments: content.files,
    chatId: actor.chatId,
    // An edit of that message replaces the text: only where it is the whole of it.
    messageId: content.texts.length === 1 ? content.textMessageId : null,
    requestKey: `dialog:${participationId}:${actor.personId}:${content.messageId}`,
  }));
  if (!filed) return;
  const kinds = sensitiveKinds(...content.texts);
  if (kinds.length > 0) await talk.say('guard-report-private', guardArgs(kinds));
}

function askKind(talk: Talk, about: { number: string; headline: string }, content: boolean): Promise<Answer> {
  const choices = [
    [
      { label: talk.t('reports-button-final'), value: 'final' },
      { label: talk.t('reports-button-interim'), value: 'interim' },
    ],
  ];
  const asking = { choices, text: content, files: content, maxLength: maxReportText };
  return talk.ask(talk.t('reports-ask-kind', about), asking);
}

/** Asks for what the completion form demands and the report does not hold; the reason of whoever files it without, else null. */
async function completeEvidence(
  talk: Talk,
  participationId: number,
  { texts, files }: Content,
): Promise<string | null> {
  const missing = await talk.act(async (app) => {
    const form = (await shareView(app, participationId))?.task.completionForm ?? null;
    return missingEvidence(form, {
      text: texts.join('\n'),
      files: files.map(({ kind, mime }) => ({ kind, mime: mime ?? null })),
    });
  });
  if (!missing.ok || missing.value.length === 0) return null;
  const added = await askEvidence(talk, missing.value);
  files.push(...added.files);
  return added.reason;
}

/** Collects words and files, message by message, until "Send" is pressed; the count is kept up to date in one message. */
async function askContent(talk: Talk, number: string, first: Answer): Promise<Content> {
  const content: Content = { texts: [], files: [], messageId: 0, textMessageId: 0 };
  add(content, first);
  for (let rewrite = false; ; rewrite = true) {
    const length = content.texts.join('\n').length;
    const files = content.files.length;
    const received = length + files > 0;
    const html = received
      ? talk.t('reports-content', { number, length, files })
      : talk.t('reports-ask-content', { number });
    const answer = await talk.ask(html, {
      choices: received ? [[{ label: talk.t('reports-button-send'), value: 'send' }]] : [],
      files: files < maxFiles,
      maxLength: Math.max(1, maxReportText - length - 1),
      rewrite,
    });
    if (answer.choice !== undefined) return content;
    add(content, answer);
  }
}

function add(content: Content, answer: Answer): void {
  if (answer.choice !== undefined) return;
  if (content.messageId === 0) content.messageId = answer.messageId;
  if (answer.text !== '') {
    content.texts.push(answer.text);
    content.textMessageId = answer.messageId;
  }
  content.files.push(...(answer.files ?? []));
}

async function returnWithReason(talk: Talk, args: DialogArgs): Promise<void> {
  const [reportId, number, name] = [Number(args['reportId']), String(args['number']), String(args['name'])];
  const { text = '' } = await talk.ask(talk.t('reports-ask-own-reason', { number, name }), { maxLength: maxReason });
  const done = await talk.act((app, actor) => returnReport(app, actor, { reportId, reason: text, waiting: true }));
  const next = button(talk.t('reports-button-next'), 'reports.next', reportId);
  if (done.ok) await talk.say('reports-return-done', { number, name, reason: text }, { keyboard: [[next]] });
}
