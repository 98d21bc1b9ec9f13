// A table that somebody sent: read against the roster without writing anything, then written as a draft by a second press.
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { digestOf, keepFile } from '../files/kept-files.ts';
import { readTable, type Sheets } from '../files/read-source.ts';
import type { Actor } from '../org/rules.ts';
import { importGround, ownBody } from './body-queries.ts';
import { createRoadmap, sameSource } from './draft-actions.ts';
import type { FileRow } from './import-column-rules.ts';
import { type ImportGround, maxName, type Plan, planSteps } from './import-rules.ts';

export type Table = { bytes: Uint8Array; name: string; fileId: string | null; chatId: number };
export type Importing = { orgId: number; issuerPostId: number; taskId: number | null };

/**
 * What the table would become, and the roadmap that the same bytes made before, if any. Nothing is written. Throws UserError without the
 * right, and for what is no table, is too long or cannot be read.
 */
export async function dryRun(
  app: App,
  actor: Actor,
  { orgId, issuerPostId }: Importing,
  table: Table,
): Promise<{ same: { roadmapId: number; name: string } | null; plan: Plan; sheets: Sheets }> {
  const body = await ownBody(app, actor, orgId);
  if (!body) throw new UserError('telegram-not-allowed');
  const same = await sameSource(app, body.orgId, digestOf(table.bytes));
  if (same) return { same, plan: { missing: 'measures' }, sheets: { sheet: '', others: [] } };
  const { rows, ...sheets } = await readTable(table.bytes);
  const ground = await importGround(app, actor, { body, issuerPostId });
  if (!ground) throw new UserError('telegram-stale-button');
  return { same: null, plan: await planInTurns(rows, ground), sheets };
}

/** Three hundred measures take a second against a large roster: nobody else waits for more than one of them. */
async function planInTurns(rows: FileRow[], ground: ImportGround): Promise<Plan> {
  const steps = planSteps(rows, ground);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turnOfOthers();
  }
}

/** Reads the table again and writes the draft: all of it, or nothing where anything is wrong with it by now. */
export async function importRoadmap(
  app: App,
  actor: Actor,
  importing: Importing,
  table: Table,
): Promise<{ roadmapId: number }> {
  const { same, plan } = await dryRun(app, actor, importing, table);
  if (same) throw new UserError('roadmaps-same-file', { name: same.name });
  if (!('sections' in plan) || plan.faults.length > 0) throw new UserError('roadmaps-changed-since');
  const sha256 = await keepFile(app.config.dataDir, table.bytes);
  const { bytes, name, fileId, chatId } = table;
  return createRoadmap(app, actor, {
    ...importing,
    name:
      plan.title ??
      (name
        .replace(/\.[a-z]{3,4}$/i, '')
        .trim()
        .slice(0, maxName) ||
        app.t(actor.locale, 'roadmaps-unnamed')),
    sections: plan.sections,
    source: { sha256, name, size: bytes.length, fileId, chatId },
  });
}
