// Dialogs around a report: evidence added later or left out with a reason, what hinders, a question to the executor, an answer.
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { FileRef } from '../telegram/files.ts';
import type { Talk } from '../telegram/talk.ts';
import type { Actor } from '../org/rules.ts';
import { button } from '../telegram/buttons.ts';
import { type NewReport, submitReport } from './actions.ts';
import { anywayReasons, type Evidence } from './evidence-rules.ts';
import { filedText } from './filed-messages.ts';
import { answerQuestion, askExecutor } from './question-actions.ts';
import { maxFiles, maxReason } from './rules.ts';

/** Dialogs that complete, hinder, ask and answer. */
export const completeDialogs: DialogDefinition[] = [
  { id: 'reports.complete', run: complete },
  { id: 'reports.block', run: block, passesReports: true },
  { id: 'reports.ask', run: ask },
  { id: 'reports.answer', run: answer },
];

async function complete(talk: Talk, args: DialogArgs): Promise<void> {
  const participationId = Number(args['participationId']);
  const files = args['how'] === 'add' ? await askFiles(talk) : [];
  if (files === null) return talk.say('reports-not-filed');
  const words = String(args['text']);
  // Files are what was missing; without any the reason stands in the report.
  const reason = files.length > 0 ? null : await askWhyNot(talk);
  const text = reason === null ? words : `${words}\n${talk.t('reports-anyway-line', { reason })}`.trim();
  await fileAndSay(talk, () => ({
    participationId,
    text,
    final: true,
    attachments: files,
    chatId: Number(args['chatId']),
    messageId: Number(args['messageId']),
    requestKey: String(args['key']),
  }));
}

/** What the completion form demands: files added now, or the reason for leaving it out. */
export async function askEvidence(
  talk: Talk,
  missing: Evidence[],
): Promise<{ files: FileRef[]; reason: string | null }> {
  const what = missing.map((kind) => talk.t(`reports-evidence-${kind}`)).join(', ');
  const choices = [
    [{ label: talk.t('reports-button-add-now'), value: 'add' }],
    [{ label: talk.t('reports-button-anyway'), value: 'anyway' }],
  ];
  const { choice } = await talk.ask(talk.t('reports-evidence-ask', { what }), { choices, text: false });
  const files = choice === 'add' ? ((await askFiles(talk)) ?? []) : [];
  return { files, reason: files.length > 0 ? null : await askWhyNot(talk) };
}

/** The files of one message or more, until "Send" is pressed; null when it is given up. */
async function askFiles(talk: Talk): Promise<FileRef[] | null> {
  const files: FileRef[] = [];
  for (let rewrite = false; ; rewrite = true) {
    const send = [{ label: talk.t('reports-button-send'), value: 'send' }];
    const anyway = [{ label: talk.t('reports-button-anyway'), value: 'anyway' }];
    const html =
      files.length > 0 ? talk.t('reports-evidence-added', { n: files.length }) : talk.t('reports-evidence-send');
    const choices = files.length > 0 ? [send] : [anyway, [{ label: talk.t('reports-button-not'), value: 'drop' }]];
    const given = await talk.ask(html, {
      choices,
      files: files.length < maxFiles,
      text: files.length < maxFiles,
      rewrite,
      maxLength: 1000,
    });
    if (given.choice === 'drop') return null;
    if (given.choice !== undefined) return files;
    if (!given.files?.length) await talk.say('reports-evidence-file-expected');
    files.push(...(given.files ?? []));
  }
}

async function askWhyNot(talk: Talk): Promise<string> {
  const choices = anywayReasons.map((key) => [{ label: talk.t(`reports-anyway-${key}`), value: key as string }]);
  const given = await talk.ask(talk.t('reports-anyway-ask'), { choices, maxLength: maxReason });
  return given.choice === undefined ? given.text : talk.t(`reports-anyway-${given.choice}`);
}

/** Files the report and says what became of it; false when it was refused, which was said. */
export async function fileAndSay(talk: Talk, reportOf: (actor: Actor) => NewReport): Promise<boolean> {
  const said = await talk.act(async (app, actor) =>
    filedText(app, talk.locale, await submitReport(app, actor, reportOf(actor))),
  );
  if (said.ok) await talk.sayHtml(said.value.html, { keyboard: said.value.keyboard });
  return said.ok;
}

async function block(talk: Talk, args: DialogArgs): Promise<void> {
  const [participationId, number] = [Number(args['participationId']), String(args['number'])];
  const { text = '' } = await talk.ask(talk.t('reports-ask-blocked', { number }), { maxLength: maxReason });
  await fileAndSay(talk, () => ({
    participationId,
    text,
    final: false,
    blocked: true,
    attachments: [],
    requestKey: String(args['key']),
  }));
}

async function ask(talk: Talk, args: DialogArgs): Promise<void> {
  const [reportId, number, name] = [Number(args['reportId']), String(args['number']), String(args['name'])];
  const given = await talk.ask(talk.t('reports-ask-question', { number, name }), { maxLength: maxReason });
  if (given.choice !== undefined) return;
  const done = await talk.act((app, actor) => {
    // Telegram counts messages anew in each private chat: the number alone names no question.
    const requestKey = `ask:${reportId}:${actor.personId}:${given.messageId}`;
    return askExecutor(app, actor, { reportId, text: given.text, requestKey });
  });
  const next = button(talk.t('reports-button-next'), 'reports.next', reportId);
  if (done.ok) await talk.say('reports-question-sent', { number, name }, { keyboard: [[next]] });
}

async function answer(talk: Talk, args: DialogArgs): Promise<void> {
  const [questionId, number] = [Number(args['questionId']), String(args['number'])];
  const { text = '' } = await talk.ask(talk.t('reports-ask-answer', { number }), { maxLength: maxReason });
  const done = await talk.act((app, actor) => answerQuestion(app, actor, { questionId, text }));
  if (done.ok) await talk.say('reports-answer-sent', { number });
}
