// The story told by chance knows every action that changes what the journal replays: read from the code, since a forgotten one is seen by nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const src = new URL('../../src/', import.meta.url).pathname;
const story = ['moves.ts', 'plan-moves.ts']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('');
const writes =
  /\.(?:task|participation|extension|resolution)\.(?:create|createMany|update|updateMany|upsert|delete|deleteMany)\(|(?:UPDATE|INSERT INTO|DELETE FROM) (?:task|participation|extension|resolution)\b/;

/** Told by no move of its own, and why. */
const elsewhere: Record<string, string> = {
  settleTasks: 'part of acknowledging and reporting',
  openPeriod: 'part of issuing a periodic task, and of openPeriods',
  issueResolutionTasks: 'part of adopting',
  exchangeExecutors: 'part of amendItem and changeMeasure',
  askAgain: 'part of changing an item of a draft',
  closeResolutionIfDone: 'part of closeFinishedResolutions',
  chooseIssuer: 'drafts do not count in the journal',
  dropDraft: 'the same',
  dropDraftsOf: 'the same',
  updateResolution: 'the same: head of a draft',
  confirmHead: 'the same',
  takeOver: 'the same: who writes on',
  draftFromSitting: 'makes a draft resolution as createResolution does; test/meetings/carrying.test.ts',
  takeOverItem: 'a draft item and a link to the earlier one; test/meetings/carrying.test.ts',
  endContinued: 'part of adopting what took items over; test/meetings/carrying.test.ts',
  raise: 'when the ladder was climbed: no column of these tables is replayed by it',
  dropRoadmap: 'drafts do not count in the journal',
  takeMembers: 'the same: who a draft is for; part of issuing and adopting',
  pauseTask: 'until when nobody is reminded: not of what is replayed',
};

/** Private helpers of the file that a body calls, and theirs. */
function whole(body: string, parts: string[]): string {
  const seen = new Set<string>([body]);
  const add = (text: string): void => {
    for (const part of parts) {
      const name = /^(?:async )?function (\w+)/.exec(part)?.[1];
      if (!name || seen.has(part) || !new RegExp(`\\b${name}\\(`).test(text)) continue;
      seen.add(part);
      add(part);
    }
  };
  add(body);
  return [...seen].join('');
}

/** Actions of people and of the clock: they open a transaction, change a watched table and record it. */
function actions(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /actions\.ts$/.test(file));
  return files.flatMap((file) => {
    const parts = readFileSync(src + file, 'utf8').split(
      /^(?=\/\*\*|export async function |async function |function )/m,
    );
    return parts.flatMap((part) => {
      const name = /^export async function (\w+)/.exec(part)?.[1];
      const body = whole(part, parts);
      const acts = writes.test(body) && /\btransaction\(/.test(body) && /\brecord\w*\(/.test(body);
      return name && acts ? [name] : [];
    });
  });
}

it('knows every one', () => {
  const found = actions();
  expect(found.length).toBeGreaterThan(40);
  const told = story.replaceAll(/^import[^;]*;/gm, '');
  const missing = found.filter((name) => !new RegExp(`\\b${name}\\b`).test(told) && !(name in elsewhere));
  expect(missing).toEqual([]);
  const gone = Object.keys(elsewhere).filter((name) => !found.includes(name));
  expect(gone, 'spared in vain').toEqual([]);
});
