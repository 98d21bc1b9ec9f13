// What an import of an act would bring in, or everything that is wrong with its table.
import type { App } from '../app.ts';
import { clip } from '../org/messages.ts';
import type { Locale, TextArgs } from '../texts.ts';
import type { Missing, Plan, RowFault } from './import-rules.ts';
import { categories } from './rules.ts';

type Say = (key: string, args?: TextArgs) => string;
/** Faults of a file that are shown; the others are counted. */
const shownFaults = 15;

/** What an import would bring in, or everything that is wrong with it, by the rows of the file. */
export function planMessage(app: App, locale: Locale, plan: Plan | Missing): string {
  const t: Say = (key, args = {}) => app.t(locale, key, args);
  if ('missing' in plan) {
    const columns = plan.missing.map((column) => `«${t(`findings-column-${column}`)}»`).join(', ');
    return t('findings-import-no-header', { columns });
  }
  const { faults, rows } = plan;
  if (faults.length === 0) return t('findings-import-empty');
  const lines = faults.slice(0, shownFaults).map((fault) => faultLine(t, fault));
  const more = faults.length > shownFaults ? [t('findings-import-more', { n: faults.length - shownFaults })] : [];
  return [t('findings-import-faults', { n: faults.length, rows }), ...lines, ...more, ...known(t, faults)].join('\n');
}

function known(t: Say, faults: RowFault[]): string[] {
  if (!faults.some(({ fault }) => fault === 'category')) return [];
  return [
    t('findings-known-categories', { names: categories.map((each) => t(`findings-category-${each}`)).join(', ') }),
  ];
}

function faultLine(t: Say, fault: RowFault): string {
  const { line } = fault;
  const words = 'words' in fault ? clip(fault.words, 60) : '';
  switch (fault.fault) {
    case 'repeated':
      return t('findings-fault-repeated', { line, first: fault.first });
    case 'long':
    case 'long-head':
      return t(`findings-fault-${fault.fault}`, { line, max: fault.max, length: fault.length });
    case 'differs':
      return t(`findings-fault-differs-${fault.what.toLowerCase()}`, { line, words });
    default:
      return t(`findings-fault-${fault.fault}`, { line, words });
  }
}
