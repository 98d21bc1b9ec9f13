// What a reviewer sees beside a report: what is missing of the evidence and of the news, what the report is like, questions and answers.
import { shortName } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { type CardContext, excerpt, executorName } from '../tasks/messages.ts';
import { escapeHtml } from '../texts.ts';
import { printInstant } from '../time.ts';
import { missingEvidence } from './evidence-rules.ts';
import type { ReviewItem } from './queries.ts';
import type { QuestionView } from './question-queries.ts';
import { reportWords } from './words-messages.ts';

/** `twin`: the report that it is like; null where there is none, or the reviewer may not see its task. */
export type Around = { thread: QuestionView[]; twin: ReviewItem | null };

/** Questions of a share that are shown. */
const recalled = 4;

/** The lines behind a report, HTML. */
export function reviewNotes(context: CardContext, item: ReviewItem, { thread, twin }: Around): string[] {
  return [
    ...missingLine(context, item),
    ...newsLine(context, item),
    ...likenessLines(context, item, twin),
    ...threadLines(context, thread),
  ];
}

function missingLine({ app, locale }: CardContext, { report, task }: ReviewItem): string[] {
  const missing = missingEvidence(task.completionForm, { text: report.text ?? '', files: report.files });
  if (missing.length === 0) return [];
  const what = missing.map((kind) => app.t(locale, `reports-evidence-${kind}`)).join(', ');
  return [`⚠️ ${app.t(locale, 'reports-evidence-missing', { what })}`];
}

/** News that was expected before the report and did not come. */
function newsLine({ app, locale }: CardContext, { share: { missedUpdates: n } }: ReviewItem): string[] {
  return n > 0 ? [`⚠️ ${app.t(locale, 'reports-updates-missed', { n })}`] : [];
}

function likenessLines({ app, locale }: CardContext, { report }: ReviewItem, twin: ReviewItem | null): string[] {
  if (!report.likeness) return [];
  const { kind, share } = report.likeness;
  const percent = Math.round(share * 100);
  const head = `🔎 ${app.t(locale, `reports-like-${kind}`, { percent })}`;
  if (!twin) return [head];
  const whose = [
    escapeHtml(excerpt(executorName(twin.share.post, locale), 60)),
    escapeHtml(shortName(twin.report.byName)),
    app.t(locale, 'tasks-number', { number: twin.task.number ?? '' }),
    printInstant(app.zone, twin.report.submittedAt),
  ].join(', ');
  const words = escapeHtml(excerpt(mask(reportWords(app, locale, twin.report.text)), 300));
  return [`${head}: ${whose}`, `<blockquote>${words}</blockquote>`];
}

/** Questions and answers about a share, the oldest first. HTML. */
export function threadLines({ app, locale }: CardContext, thread: QuestionView[]): string[] {
  return thread
    .slice(-recalled)
    .flatMap(({ from, text, answer }) => [
      `❓ ${from ? `${escapeHtml(excerpt(executorName(from, locale), 60))}: ` : ''}${escapeHtml(excerpt(mask(text), 300))}`,
      answer === null ? `— ${app.t(locale, 'reports-no-answer')}` : `— ${escapeHtml(excerpt(mask(answer), 300))}`,
    ]);
}
