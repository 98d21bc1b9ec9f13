// Conversations about indicators: a new one, one number by hand, a whole table from a file, taking one out of use.
import { nameIn } from '../org/messages.ts';
import { fold } from '../reading/words.ts';
import { readTable } from '../files/read-source.ts';
import { sheetLines } from '../files/table-messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import { button } from '../telegram/buttons.ts';
import { agreed, confirmed } from '../telegram/confirm.ts';
import { downloadFile } from '../telegram/download.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { ownApi } from '../telegram/own-api.ts';
import { pick } from '../telegram/pick.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { UserError } from '../errors.ts';
import { closeIndicator, createIndicator, setValues } from './actions.ts';
import { numberToSource, setSource, sourceable } from './source-actions.ts';
import { officialPost } from './handlers.ts';
import { type Entry, longestWords, planImport } from './import-rules.ts';
import { planMessage, printNumber } from './messages.ts';
import { type PeriodKind, periodKinds, printPeriod } from './period-rules.ts';
import { fillable, indicatorFor, indicatorsFor, type IndicatorView, keeps } from './queries.ts';
import { type IndicatorKind, indicatorKinds, longestSource, readNumber, type ValueKind, valueKinds } from './rules.ts';

const longestName = 200;
const longestUnit = 40;
/** Of a table in MB: plenty for every organisation of a region, and read while others wait. */
const largestTable = 1;

export const indicatorsDialogs: DialogDefinition[] = [
  { id: 'indicators.new', run: create },
  { id: 'indicators.enter', run: enter },
  { id: 'indicators.source', run: nameSource },
  { id: 'indicators.import', run: importTable },
  { id: 'indicators.close', run: close },
];

async function create(talk: Talk): Promise<void> {
  const body = await talk.act(async (_app, actor) => {
    const post = officialPost(actor);
    if (!post) throw new UserError('telegram-not-allowed');
    return { orgId: Number(post.orgPath.split('/').filter(Boolean).at(-1)) };
  });
  if (!body.ok) return;
  const nameKk = await askWords(talk, talk.t('indicators-ask-name-kk'), longestName);
  const nameRu = await askWords(talk, talk.t('indicators-ask-name-ru'), longestName);
  const unitKk = await askWords(talk, talk.t('indicators-ask-unit-kk'), longestUnit);
  const unitRu = await askWords(talk, talk.t('indicators-ask-unit-ru'), longestUnit);
  const kind = (await choose(
    talk,
    'indicators-ask-kind',
    indicatorKinds,
    (kind) => `indicators-kind-${kind}`,
  )) as IndicatorKind;
  const periodKind = (await choose(
    talk,
    'indicators-ask-period',
    periodKinds,
    (kind) => `indicators-period-${kind.replace('_', '-')}`,
  )) as PeriodKind;
  const norm = kind === 'ratio' ? await askNorm(talk, periodKind) : null;
  if (kind === 'ratio' && !norm) return talk.say('indicators-norm-missing');
  const made = { ...body.value, nameKk, nameRu, unitKk, unitRu, kind, periodKind, norm };
  const question = talk.t('indicators-confirm-new', { name: talk.locale === 'kk' ? nameKk : nameRu });
  if (!(await confirmed(talk, question))) return;
  const done = await talk.act(async (app, actor) => createIndicator(app, actor, made));
  if (done.ok) await talk.say('indicators-created');
}

/** One for every so many of which other indicator of the same periods. */
async function askNorm(talk: Talk, periodKind: PeriodKind): Promise<{ per: number; ofId: number } | null> {
  const ofId = await pick(talk, talk.t('indicators-ask-norm-of'), async (app, actor, words) =>
    (await indicatorsFor(app, actor))
      .filter((each) => each.periodKind === periodKind && fold(nameIn(each, actor.locale)).includes(fold(words)))
      .map((each) => ({ id: each.indicatorId, label: nameIn(each, actor.locale) })),
  );
  if (ofId === null) return null;
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('indicators-ask-norm-per'), { maxLength: 20 });
    const read = readNumber(text, { kind: 'count', wholeNumbers: true });
    if ('value' in read && !('fault' in read) && read.value >= 1) return { per: read.value, ofId };
    await talk.say('indicators-number-unclear', { why: 'unclear' });
  }
}

async function enter(talk: Talk, args: DialogArgs): Promise<void> {
  const [indicatorId, period] = [Number(args['indicatorId']), String(args['period'])];
  const found = await load(talk, indicatorId);
  if (!found) return;
  const { indicator, whole } = found;
  const about = {
    name: nameIn(indicator, talk.locale),
    period: printPeriod(talk.locale, indicator.periodKind, period),
  };
  const orgId = await pick(talk, talk.t('indicators-ask-org', about), async (app, actor, words) =>
    (await fillable(app, actor, indicator))
      .filter((org) => fold(`${org.nameKk} ${org.nameRu} ${org.number ?? ''}`).includes(fold(words)))
      .map((org) => ({ id: org.orgId, label: nameIn(org, actor.locale) })),
  );
  if (orgId === null) return talk.say('indicators-nobody-to-fill');
  const kinds = whole ? valueKinds.filter((kind) => kind !== 'plan' || indicator.kind !== 'ratio') : [];
  const kind =
    kinds.length > 0
      ? ((await choose(talk, 'indicators-ask-which', kinds, (of) => `indicators-value-${of}`)) as ValueKind)
      : 'fact';
  const entry = await askNumber(talk, indicator, { orgId, kind });
  if (!entry) return talk.say('telegram-cancelled');
  const done = await talk.act(async (app, actor) => {
    const { changed } = await setValues(app, actor, { indicatorId, period, entries: [entry], source: null });
    return { changed, valueId: await sourceable(app, { indicatorId, period, orgId, kind }) };
  });
  if (!done.ok) return;
  const { changed, valueId } = done.value;
  const more = valueId === null ? [] : [[button(talk.t('indicators-button-source'), 'indicators.source', valueId)]];
  await talk.say(changed > 0 ? 'indicators-entered' : 'indicators-same', {}, { keyboard: more });
}

/** Where a number comes from: one question, asked only of who pressed for it. */
async function nameSource(talk: Talk, args: DialogArgs): Promise<void> {
  const valueId = Number(args['valueId']);
  const found = await talk.act(async (app, actor) => {
    const { indicator, org, entry } = await numberToSource(app, actor, valueId);
    const value = entry.value === null ? mask(entry.words ?? '') : printNumber(actor.locale, entry.value);
    return { name: nameIn(indicator, actor.locale), org: nameIn(org, actor.locale), value };
  });
  if (!found.ok) return;
  const { text = '' } = await talk.ask(talk.t('indicators-ask-source', found.value), { maxLength: longestSource });
  const done = await talk.act(async (app, actor) => setSource(app, actor, { valueId, source: text }));
  if (done.ok) await talk.say('indicators-source-kept', { source: mask(done.value.source) });
}

/** A number, or after a press words without one ("аналогичная работа"), which the table marks. */
async function askNumber(
  talk: Talk,
  indicator: IndicatorView,
  { orgId, kind }: Pick<Entry, 'orgId' | 'kind'>,
): Promise<Entry | null> {
  const unit = talk.locale === 'kk' ? indicator.unitKk : indicator.unitRu;
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('indicators-ask-number', { unit }), { maxLength: longestWords });
    const read = readNumber(text, indicator);
    if (!('fault' in read)) return { orgId, kind, value: read.value, words: null };
    if (read.fault === 'words') {
      if (await agreed(talk, talk.t('indicators-number-meant', { value: printNumber(talk.locale, read.value) })))
        return { orgId, kind, value: read.value, words: null };
    } else if (read.fault === 'none' && kind === 'fact') {
      if (await agreed(talk, talk.t('indicators-without-number', { words: text })))
        return { orgId, kind, value: null, words: text };
    } else await talk.say('indicators-number-unclear', { why: read.fault });
  }
}

/** A table with faults is told of, and its mended successor awaited. */
async function importTable(talk: Talk, args: DialogArgs): Promise<void> {
  const [indicatorId, period] = [Number(args['indicatorId']), String(args['period'])];
  const found = await load(talk, indicatorId);
  if (!found) return;
  for (let question = talk.t('indicators-ask-file'); ;) {
    const { files } = await talk.ask(question, { files: true });
    const [file] = files ?? [];
    if (!file || file.kind !== 'document') return talk.say('files-no-table');
    if ((file.size ?? 0) > largestTable * 1024 * 1024) return talk.say('files-too-big', { max: largestTable });
    const read = await talk.act(async (app, actor) => {
      const table = await readTable(await downloadFile(app, ownApi(app), file.fileId));
      const plan = planImport(table.rows, await fillable(app, actor, found.indicator), found.indicator);
      const { locale } = actor;
      return { plan, html: [...sheetLines(app, locale, table), planMessage(app, locale, plan)].join('\n') };
    });
    if (!read.ok) return;
    const { plan, html } = read.value;
    if ('missing' in plan || plan.faults.length > 0 || plan.entries.length === 0) {
      question = `${html}\n\n${talk.t('files-send-again')}`;
      continue;
    }
    if (!(await confirmed(talk, html))) return;
    const source = file.name ?? null;
    const done = await talk.act(async (app, actor) =>
      setValues(app, actor, { indicatorId, period, entries: plan.entries, source }),
    );
    if (done.ok) await talk.say('indicators-imported', done.value);
    return;
  }
}

async function close(talk: Talk, args: DialogArgs): Promise<void> {
  const indicatorId = Number(args['indicatorId']);
  const found = await load(talk, indicatorId);
  if (!found) return;
  if (!(await confirmed(talk, talk.t('indicators-confirm-close', { name: nameIn(found.indicator, talk.locale) }))))
    return;
  const done = await talk.act(async (app, actor) => closeIndicator(app, actor, { indicatorId }));
  if (done.ok) await talk.say('indicators-closed-now');
}

async function load(talk: Talk, indicatorId: number): Promise<{ indicator: IndicatorView; whole: boolean } | null> {
  const found = await talk.act(async (app, actor) => {
    const indicator = await indicatorFor(app, actor, indicatorId);
    if (!indicator || indicator.closed) throw new UserError('indicators-closed');
    return { indicator, whole: keeps(actor, indicator) };
  });
  return found.ok ? found.value : null;
}

async function askWords(talk: Talk, html: string, maxLength: number): Promise<string> {
  const { text = '' } = await talk.ask(html, { maxLength });
  return text;
}

async function choose(
  talk: Talk,
  question: string,
  values: readonly string[],
  keyOf: (value: string) => string,
): Promise<string> {
  const choices = values.map((value): Choice[] => [{ label: talk.t(keyOf(value)), value }]);
  const { choice = '' } = await talk.ask(talk.t(question), { choices, text: false });
  return choice;
}
