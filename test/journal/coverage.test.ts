// Every action that changes something leaves an event: read from the code, since a forgotten event is seen by nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const src = new URL('../../src/', import.meta.url).pathname;
const writes = /\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\(\s*\{/;

/** Memory of the bot itself: nobody decides anything there. */
const unrecorded: Record<string, string> = {
  'org/actions.ts ensurePrivateChat': 'part of joining and of coming back, which are recorded',
  'org/invite-actions.ts': 'the key that seals invitations',
  'org/roster-file-actions.ts': 'which file the button of the dry run means',
  'tasks/draft-actions.ts placeDraft': 'where the draft is shown',
  'resolutions/access-actions.ts ownResolution': 'when a draft was touched last; the change itself is recorded',
  'resolutions/access-actions.ts ownOpen': 'the same',
  'resolutions/review-actions.ts noteShown': 'which item a message shows',
  'resolutions/adopt-actions.ts issueItems': 'issueResolutionTasks records each of them',
  'reports/evidence-actions.ts': 'where bytes lie; the evidence itself is recorded with its report',
  'reports/piece-actions.ts appendToReport': 'a next version, which submitReport records',
  'reports/piece-actions.ts correctReport': 'the same',
  'reports/piece-actions.ts dropPieces': 'files that became no report',
  'reports/piece-actions.ts forgetLoosePieces': 'the same',
  'intake/unread-actions.ts': 'documents that wait to be read, before anything is made of them',
  'documents/print-actions.ts': 'printed forms that wait to be written',
  'people/seat-actions.ts newLink': 'part of appointing and of issuing links, which are recorded',
  'org/close-actions.ts closePosts': 'part of closing posts, which its callers record',
  'tasks/region-actions.ts': 'part of issuing, which records every share as it is',
  'tasks/series-actions.ts keepSeriesShares': 'part of issuing a periodic task, which is recorded',
  'tasks/series-actions.ts takeBackSeries': 'part of taking an issue back, which is recorded',
  'tasks/update-actions.ts': 'by when news is expected follows from the rule and the reports, which are recorded',
  'meetings/agenda-actions.ts carryDeferred': 'part of ending a sitting, in whose transaction it records',
  'outbox/actions.ts': 'the outbox has its own states',
  'stats/actions.ts chooseTheme': 'light or dark pictures, for the own eyes only',
  'outbox/undelivered-actions.ts': 'the same, for what has no chat to go to',
  'tasks/missed-actions.ts': 'the same',
  'roadmaps/draft-actions.ts draftTasks': 'part of writing a roadmap or adding a measure, which are recorded',
  'roadmaps/issue-actions.ts': 'part of approving and amending a roadmap, which record every share as it is',
  'roadmaps/approve-actions.ts keepVersion': 'part of the same',
  'roadmaps/plan-actions.ts': 'part of changing a measure, which is recorded',
  'roadmaps/measure-actions.ts': 'the same',
};

type Named = { file: string; name: string; body: string };

/** The exported functions of every file of actions. */
function exportedActions(): Named[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /actions\.ts$/.test(file));
  return files
    .filter((file) => !file.startsWith('journal/'))
    .flatMap((file) => {
      const code = readFileSync(src + file, 'utf8');
      const parts = code.split(/^(?=export async function |async function |function )/m);
      return parts.flatMap((body) => {
        const name = /^export async function (\w+)/.exec(body)?.[1];
        return name ? [{ file, name, body: body + helpersOf(body, parts) }] : [];
      });
    });
}

/** What the private functions of the same file add, called directly or by one another. */
function helpersOf(body: string, parts: string[]): string {
  const seen = new Set<string>();
  const add = (text: string): void => {
    for (const part of parts) {
      const name = /^(?:export )?(?:async )?function (\w+)/.exec(part)?.[1];
      if (!name || seen.has(part) || part === body || !new RegExp(`\\b${name}\\(`).test(text)) continue;
      seen.add(part);
      add(part);
    }
  };
  add(body);
  return [...seen].join('');
}

describe('an action', () => {
  const acting = exportedActions().filter(({ body }) => writes.test(body));

  it('is found where it is written', () => expect(acting.length).toBeGreaterThan(20));

  it.each(acting.map((action) => [`${action.file} ${action.name}`, action] as const))(
    '%s writes an event with its change',
    (title, { file, body }) => {
      if (unrecorded[title] ?? unrecorded[file]) return;
      expect(/\brecord\w*\(/.test(body), title).toBe(true);
      expect(/\btransaction\(/.test(body) || /Joins the transaction/.test(body), title).toBe(true);
    },
  );
});
