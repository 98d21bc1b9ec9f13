// Messages of findings that the sender writes: an act with what is critical in it, a finding that was withdrawn.
import type { App } from '../app.ts';
import { clip, orgName } from '../org/messages.ts';
import type { MessageRow, Rendered, Renderers } from '../outbox/rules.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { dayFromDb, printDayShort } from '../time.ts';
import { toldFinding, toldFindings } from './queries.ts';
import { everything, filterCode } from './rules.ts';

/** Critical findings named in one message; the others are counted. */
const named = 8;

/** Who writes which message about findings. */
export const findingsRenderers: Renderers = {
  'findings.act': renderAct,
  'findings.withdrawn': renderWithdrawn,
};

async function renderAct(app: App, { data }: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const inspectionId = Number(data['inspectionId']);
  const orgIds = Array.isArray(data['orgIds']) ? data['orgIds'].map(Number) : [];
  const findings = await toldFindings(app, inspectionId, orgIds);
  const [first] = findings;
  if (!first) return null;
  const { actNumber, actDay, body } = first.inspection;
  const critical = findings.filter(({ severity }) => severity === 'critical');
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const act = { number: actNumber, day: printDayShort(dayFromDb(actDay)), body: clip(body, 120) };
  const lines = critical.slice(0, named).map(({ org, category, text }) =>
    t('findings-told-line', {
      org: clip(orgName(org, locale), 60),
      category: t(`findings-category-${category}`),
      text: clip(text, 200),
    }),
  );
  const more = critical.length > named ? [t('findings-import-more', { n: critical.length - named })] : [];
  const orgs = new Set(findings.map(({ orgId }) => orgId)).size;
  const html = [
    critical.length > 0 ? t('findings-told-critical', { ...act, n: critical.length }) : t('findings-told-act', act),
    ...(orgs > 1 || critical.length === 0 ? [t('findings-told-counts', { n: findings.length, orgs })] : []),
    ...lines,
    ...more,
    ...(data['lacks'] === true ? [t('findings-told-unasked')] : []),
  ].join('\n');
  const code = filterCode({ ...everything, inspectionId });
  return { text: html, keyboard: [[button(t('findings-button-open'), 'findings.list', code, 0)]] };
}

async function renderWithdrawn(app: App, { data }: MessageRow, [locale = 'kk']: Locale[]): Promise<Rendered | null> {
  const finding = await toldFinding(app, Number(data['findingId']));
  if (finding?.state !== 'withdrawn') return null;
  const { inspection, position, text, closingReason } = finding;
  return {
    text: app.t(locale, 'findings-told-withdrawn', {
      position,
      number: inspection.actNumber,
      day: printDayShort(dayFromDb(inspection.actDay)),
      text: clip(text, 300),
      reason: closingReason ?? '',
    }),
  };
}
