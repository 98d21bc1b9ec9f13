// The protocol of a sitting with its assignments as a paper; recommendations stand in a section of their own.
import { nameIn, orgName, postTitle } from '../org/messages.ts';
import type { SeenItem } from '../resolutions/sight-rules.ts';
import { executorName } from '../tasks/messages.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { textIn } from '../tasks/queries.ts';
import { printDate } from '../time.ts';
import { datesOf, isAdvisory, progressOf } from './execution-rules.ts';
import { columnsOf, factsOf, type PaperContext, paperOf, sayIn, type Signer, signaturesOf } from './paper-messages.ts';
import type { Block, Paper, Row, Value } from './paper-rules.ts';
import type { ProtocolParts } from './subject-queries.ts';

const widths = { item: 16, text: 74, executors: 50, due: 24, form: 34 };

/** The paper. */
export function protocolPaper(context: PaperContext, parts: ProtocolParts): Paper {
  const { locale } = context;
  const { view, draft, secretary, present, absent, names } = parts;
  const say = sayIn(context);
  const list = (posts: PostView[]): string => posts.map((post) => postTitle(post, locale)).join('; ');
  const title = view.number ? say('print-protocol-title', { number: view.number }) : say('print-protocol-bare');
  const signer = (post: PostView): Signer => ({ post, org: post.org, name: names.get(post.postId) ?? '' });
  return paperOf(context, {
    title,
    under: [printDate(locale, view.day), orgName(view.org, locale), ...(draft ? [say('print-draft')] : [])],
    blocks: [
      factsOf(say, [
        ['theme', view.theme],
        ['chair', postTitle(view.chair, locale)],
        ['secretary', secretary && postTitle(secretary, locale)],
        ['present', list(present)],
        ['absent', list(absent)],
      ]),
      ...heard(context, parts),
      { is: 'text', text: say('print-decided'), look: 'heading' },
      { is: 'table', columns: columnsOf(say, widths), rows: itemRows(context, parts.items) },
      signaturesOf(context, [signer(view.chair), ...(secretary ? [signer(secretary)] : [])]),
    ],
  });
}

function heard(context: PaperContext, { view }: ProtocolParts): Block[] {
  if (view.heard.length === 0) return [];
  const say = sayIn(context);
  const lines = view.heard.map(({ text, speaker, note }, at) => {
    const who = speaker ? ` (${postTitle(speaker, context.locale)})` : '';
    return `${at + 1}. ${text}${who}${note ? `\n${note}` : ''}`;
  });
  return [
    { is: 'text', text: say('print-heard'), look: 'heading' },
    { is: 'text', text: lines.join('\n') },
  ];
}

function itemRows(context: PaperContext, items: SeenItem[]): Row[] {
  const say = sayIn(context);
  const [advisory, binding] = [items.filter(isAdvisory), items.filter((item) => !isAdvisory(item))];
  const rows = (list: SeenItem[]): Row[] => list.map((item) => ({ cells: itemCells(context, item) }));
  if (advisory.length === 0) return rows(binding);
  const section = (block: string): Row => ({ cells: [say('documents-execution-block', { block })], look: 'section' });
  const first = binding.length > 0 ? [section('binding'), ...rows(binding)] : [];
  return [...first, section('advisory'), ...rows(advisory)];
}

function itemCells(context: PaperContext, item: SeenItem): Value[] {
  const { locale } = context;
  const say = sayIn(context);
  const { current } = datesOf(item);
  const due = current ? { day: current } : item.term === 'standing' ? say('documents-execution-standing-control') : '—';
  if (item.discreet) return [item.number, say('handover-discreet'), '—', due, ''];
  return [item.number, textIn(item, locale), executorsOf(context, item), due, item.completionForm ?? ''];
}

function executorsOf(context: PaperContext, item: SeenItem): string {
  const { locale } = context;
  const say = sayIn(context);
  if (item.fanOut && item.participations.length > 5) return say('tasks-executors', { n: progressOf(item).of });
  const live = item.participations.filter(({ state }) => state !== 'withdrawn');
  const shares = live.length > 0 ? live : item.participations;
  const names = (role: string): string =>
    shares
      .filter((share) => share.role === role)
      .map(({ post }) => (item.fanOut ? nameIn(post.org, locale) : executorName(post, locale)))
      .join('; ');
  const others = names('co_executor');
  return [names('responsible'), others && say('documents-execution-co-executors', { names: others })]
    .filter(Boolean)
    .join('\n');
}
