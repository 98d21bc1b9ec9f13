// Conversations about signed papers: number, day and file of one; the reason of a revocation.
import { loadCalendar } from '../calendar.ts';
import { keepFile } from '../files/kept-files.ts';
import { downloadFile } from '../telegram/download.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import type { FileRef } from '../telegram/files.ts';
import { ownApi } from '../telegram/own-api.ts';
import type { Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { askDate, askText } from './ask-dialogs.ts';
import { registerOnPaper, revokePaper } from './paper-actions.ts';
import { paperLine } from './paper-messages.ts';
import { resolutionView } from './queries.ts';
import { maxNumber } from './rules.ts';

const maxReason = 1000;

/** Asks for number, day and file of the signed paper, shows them with what will be issued, and registers it after a press. */
export async function registerPaperDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const number = await askText(talk, 'resolutions-ask-paper-number', maxNumber);
  const day = (await askDate(talk, 'resolutions-ask-paper-day', { future: false }))?.day;
  if (day === undefined) return;
  const file = await askFile(talk);
  const kept = await talk.act(async (app) => {
    const bytes = await downloadFile(app, ownApi(app), file.fileId);
    return { sha256: await keepFile(app.config.dataDir, bytes), size: bytes.length };
  });
  if (!kept.ok) return;
  const summary = await talk.act(async (app) => {
    const view = await resolutionView(app, resolutionId);
    const context = { app, calendar: await loadCalendar(app), locale: talk.locale };
    const ready = view?.items.filter(({ missing }) => missing.length === 0).length ?? 0;
    return { line: paperLine(context, { number, day }), ready, left: (view?.items.length ?? 0) - ready };
  });
  if (!summary.ok) return;
  const { line, ready, left } = summary.value;
  const html = [
    talk.t('resolutions-paper-confirm', { ready, left }),
    line,
    escapeHtml(file.name ?? ''),
    `SHA-256: <code>${kept.value.sha256.slice(0, 16)}…</code>`,
  ];
  const choices = [
    [
      { label: talk.t('resolutions-button-register'), value: 'yes' },
      { label: talk.t('resolutions-button-not-now'), value: 'no' },
    ],
  ];
  const { choice } = await talk.ask(html.filter(Boolean).join('\n'), { choices, text: false });
  if (choice !== 'yes') return talk.say('resolutions-paper-not-registered');
  const paper = { resolutionId, number, day, file, ...kept.value };
  const done = await talk.act(async (app, actor) => registerOnPaper(app, actor, paper));
  if (!done.ok) return;
  const { issued, left: rest, unreached } = done.value;
  await talk.say('resolutions-adopted-now', { issued: issued.length, left: rest.length, unreached });
}

async function askFile(talk: Talk): Promise<FileRef> {
  for (;;) {
    const { files } = await talk.ask(talk.t('resolutions-ask-paper-file'), { files: true });
    const [file] = files ?? [];
    if (file && (file.kind === 'document' || file.kind === 'photo')) return file;
  }
}

/** Asks the chair for the reason and revokes what was registered. */
export async function revokePaperDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const reason = await askText(talk, 'resolutions-ask-revoke-reason', maxReason);
  const done = await talk.act(async (app, actor) => revokePaper(app, actor, { resolutionId, reason }));
  if (done.ok) await talk.say('resolutions-revoked-now', { n: done.value.cancelled });
}
