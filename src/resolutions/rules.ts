// Resolution rules, pure: its machine, the numbers of items, what an item still lacks, how a long text is cut into pages.
import { UserError } from '../errors.ts';
import type { ResolutionState, TaskKind, TaskState, TaskTerm } from '../generated/prisma/client.ts';
import { type Actor, type ExecutorPost, issuingPostForAll, type PostHeld } from '../org/rules.ts';
import { missingForIssue } from '../tasks/rules.ts';
import type { Day } from '../time.ts';

/** Most items of one resolution; a protocol has 5 to 40, a roadmap for every school some hundreds. */
export const maxItems = 400;
export const maxTheme = 500;
export const maxNumber = 30;
export const maxForm = 500;
/** Items on one page of the panel. */
export const itemsPerPage = 10;
/** Characters on one page of the whole text: with buttons and labels it stays below Telegram's 4096. */
export const pageLength = 3500;
const pieceLength = 1500;

export const kinds: TaskKind[] = ['assignment', 'recommendation', 'proposal', 'appeal', 'commitment', 'note'];

const noNumber = /^(?:жоқ|нет|no|none|[бн]\/[нж]|без номера|нөмірсіз|нөмірі жоқ|[-–—])$/i;

/** The number of a protocol as typed: without its sign; null for an empty one and for words that say there is none. */
export function readNumber(text: string): string | null {
  const number = text.trim().replace(/^(?:№|#)\s*/, '');
  return number === '' || noNumber.test(number) ? null : number;
}

const moves: Record<ResolutionState, ResolutionState[]> = {
  draft: ['agreed', 'adopted', 'cancelled'],
  agreed: ['adopted', 'cancelled'],
  // What was registered from paper may be revoked by the chair.
  adopted: ['on_control', 'cancelled'],
  on_control: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

/** True when a resolution may pass from one state to the other (product rules, machine of a resolution). */
export function canMoveResolution(from: ResolutionState, to: ResolutionState): boolean {
  return moves[from].includes(to);
}

/** The right that a chair may give to a secretary: to register what was signed on paper as adopted (product rules). */
export const registerPaper = 'register_paper';

/** States before the adoption: everything may still be changed. */
export const openStates: ResolutionState[] = ['draft', 'agreed'];
/** States after the adoption while something is left to do. */
export const adoptedStates: ResolutionState[] = ['adopted', 'on_control'];

/** True while the drafter may change anything: not adopted, and not lying with the chair. */
export function isEditable({ state, sentAt }: { state: ResolutionState; sentAt: Date | null }): boolean {
  return openStates.includes(state) && sentAt === null;
}

/** True while the chair decides. */
export function isWaiting({ state, sentAt }: { state: ResolutionState; sentAt: Date | null }): boolean {
  return openStates.includes(state) && sentAt !== null;
}

/** Fields of an item that may be changed: all of them before the adoption, afterwards only what the item lacked. */
export type ItemField = 'text' | 'kind' | 'executors' | 'due' | 'form';
export function editableFields(
  resolution: { state: ResolutionState; sentAt: Date | null },
  item: { state: TaskState },
): ItemField[] {
  if (item.state !== 'draft') return [];
  if (isEditable(resolution)) return ['text', 'kind', 'executors', 'due', 'form'];
  return adoptedStates.includes(resolution.state) ? ['executors', 'due', 'form'] : [];
}

export type ItemToJudge = {
  text: string;
  completionForm?: string | null;
  /** Shown in private only. */
  confidential?: boolean;
  term: TaskTerm;
  due: Day | null;
  executors: ExecutorPost[];
};

/** What an item may lack: text, executors, a date, a date that is not past, that nothing in it is for few eyes only, or the right of the chair. */
export type Lack = 'text' | 'executors' | 'due' | 'past' | 'guard' | 'right';
const lacks: Record<string, Lack> = {
  'tasks-missing-text': 'text',
  'tasks-missing-executors': 'executors',
  'tasks-missing-due': 'due',
  'tasks-due-past': 'past',
  'guard-task-open': 'guard',
};

/** What keeps an item from being issued; empty when nothing does. The chair's post becomes the issuer, so it needs the right. */
export function missingOf(item: ItemToJudge, chair: PostHeld, today: Day): Lack[] {
  const missing = missingForIssue({ ...item, executors: item.executors.length }, today);
  const allowed = item.executors.length === 0 || mayIssueTo(chair, item.executors);
  return [...missing.map((key) => lacks[key] ?? 'text'), ...(allowed ? [] : ['right' as const])];
}

/** True when this post may give tasks to all of these executors. */
export function mayIssueTo(post: PostHeld, executors: ExecutorPost[]): boolean {
  const holder = { posts: [post] } as Pick<Actor, 'posts'> as Actor;
  return issuingPostForAll(holder, executors) !== null;
}

/** Throws UserError while words that are for few eyes only stand open in an item: such a draft leaves its author for nobody. */
export function refuseUnguarded(items: { number: string; missing: Lack[] }[]): void {
  const open = items.filter(({ missing }) => missing.includes('guard'));
  if (open.length === 0) return;
  throw new UserError('guard-resolution-open', { numbers: open.map(({ number }) => number).join(', ') });
}

/** True when nothing of an adopted resolution is left to do: every task is closed or cancelled. */
export function isFinished(items: { state: TaskState }[]): boolean {
  return items.length > 0 && items.every(({ state }) => state === 'closed' || state === 'cancelled');
}

/** Cuts a text into pieces at spaces, so that pages can be made of them; nothing is lost but the space at the cut. */
export function piecesOf(text: string, length = pieceLength): string[] {
  const points = [...text];
  const pieces: string[] = [];
  let start = 0;
  while (points.length - start > length) {
    const window = points.slice(start, start + length + 1);
    const space = window.findLastIndex((point) => /\s/.test(point));
    const end = space > 0 ? space : length;
    pieces.push(window.slice(0, end).join(''));
    start += end + (space > 0 ? 1 : 0);
  }
  return [...pieces, points.slice(start).join('')];
}

/** A line of a page: finished HTML and its length as read. */
export type Line = { html: string; length: number };

/** Fills pages with lines, in order; a page holds at least one line. */
export function pagesOf(lines: Line[], length = pageLength): string[] {
  const pages: string[][] = [];
  let used = Infinity;
  for (const line of lines) {
    if (used + line.length + 1 > length) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line.html);
    used += line.length + 1;
  }
  return pages.map((page) => page.join('\n').trim());
}

/** The language of a text: Kazakh by the letters that only it has, Russian by other Cyrillic ones, else `fallback`. */
export function languageOf<L extends string>(text: string, fallback: L): L | 'kk' | 'ru' {
  if (/[әғқңөұүһі]/i.test(text)) return 'kk';
  return /[а-яё]/i.test(text) ? 'ru' : fallback;
}
