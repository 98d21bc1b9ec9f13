// The organisations of a roster: rows of one code are one organisation; the tree has no loops and keeps its roots.
import type { OrgType } from '../generated/prisma/client.ts';
import type { RosterRow } from './roster-files.ts';
import type { CurrentOrg, OrgFields } from './roster-rules.ts';
import { Cells, type Change, changeOf, isSchool, numberInName, type RowError } from './roster-cell-rules.ts';

/** `named` and `typed`: some row has a name or type, be it a faulty one that was told already. */
type Wanted = Partial<OrgFields> & { code: string; line: number; named: boolean; typed: boolean };
type OrgPlan = {
  orgsAdded: (OrgFields & { code: string })[];
  orgsChanged: Change<OrgFields>[];
  orgsSame: number;
  /** Type of every organisation that the file names, by code. */
  types: Map<string, OrgType>;
};

/** Plans the organisations; faults go into `errors`. */
export function planOrganisations(rows: RosterRow[], current: CurrentOrg[], errors: RowError[]): OrgPlan {
  const known = new Map(current.map((org) => [org.code, org]));
  const wanted = mergeRows(rows, errors);
  const parents = new Map<string, string | null>(current.map(({ code, parent }) => [code, parent]));
  for (const { code, parent } of wanted.values()) parents.set(code, parent ?? parents.get(code) ?? null);
  checkTree(wanted, parents, known, errors);

  const added: (OrgFields & { code: string })[] = [];
  const changes: (Change<OrgFields> | null)[] = [];
  const types = new Map<string, OrgType>();
  for (const { line, code, named, typed, ...fields } of wanted.values()) {
    const now = known.get(code);
    if (now) changes.push(changeOf(now.id, now, withNumber(fields, now)));
    const org = now ? null : completed(fields);
    if (!now && !org && !named) errors.push({ row: line, key: 'org-row-no-name', args: {} });
    else if (!now && !org && !typed) errors.push({ row: line, key: 'org-row-no-type', args: {} });
    if (org) added.push({ ...org, code });
    types.set(code, fields.type ?? now?.type ?? org?.type ?? 'other');
  }
  const orgsChanged = changes.filter((change) => change !== null);
  return { orgsAdded: parentsFirst(added), orgsChanged, orgsSame: changes.length - orgsChanged.length, types };
}

/** Rows of one code say one thing: the first value of each column stands, a different one later is a fault. */
function mergeRows(rows: RosterRow[], errors: RowError[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const row of rows) {
    const cells = new Cells(row, errors);
    if (row.code === '') {
      cells.fault('org-row-no-code');
      continue;
    }
    if (row.code.length > 60) cells.fault('org-row-too-long', { column: 'code', max: 60 });
    const said = orgCells(cells);
    const merged = wanted.get(row.code) ?? { code: row.code, line: row.line, named: false, typed: false };
    wanted.set(row.code, merged);
    merged.named ||= row.org_kk + row.org_ru !== '';
    merged.typed ||= row.type !== '';
    for (const [field, value] of Object.entries(said) as [keyof OrgFields, never][]) {
      if (value === undefined) continue;
      if (merged[field] === undefined) merged[field] = value;
      else if (JSON.stringify(merged[field]) !== JSON.stringify(value))
        cells.fault('org-row-conflict', { code: row.code, column: columnOf[field] ?? field, row: merged.line });
    }
  }
  return wanted;
}

const columnOf: Partial<Record<keyof OrgFields, string>> = { nameKk: 'org_kk', nameRu: 'org_ru' };

function orgCells(cells: Cells): Partial<OrgFields> {
  const hasPost = cells.row.role + cells.row.post_kk + cells.row.post_ru + cells.row.surname !== '';
  return {
    nameKk: cells.name('org_kk'),
    nameRu: cells.name('org_ru'),
    parent: cells.row.parent === '' ? undefined : cells.row.parent,
    type: cells.type(),
    ownership: cells.ownership(),
    subordination: cells.subordination(),
    week: cells.week(),
    // Other names in a row with a post are the post's.
    aliases: hasPost ? undefined : cells.aliases(),
  };
}

function withNumber(fields: Partial<OrgFields>, now: CurrentOrg): Partial<OrgFields> {
  if (fields.nameKk === undefined && fields.nameRu === undefined) return fields;
  const number = numberInName(fields.nameRu ?? now.nameRu, fields.nameKk ?? now.nameKk);
  return { ...fields, number: isSchool(fields.type ?? now.type) ? number : null };
}

/** A new organisation with its defaults; null when name or type is missing. */
function completed(fields: Partial<OrgFields>): OrgFields | null {
  const nameRu = fields.nameRu ?? fields.nameKk;
  const nameKk = fields.nameKk ?? fields.nameRu;
  if (nameKk === undefined || nameRu === undefined) return null;
  const number = numberInName(nameRu, nameKk);
  const type = fields.type ?? (number !== null && /школ|мектеп|school/iu.test(nameRu + nameKk) ? 'school' : undefined);
  if (type === undefined) return null;
  return {
    nameKk,
    nameRu,
    type,
    number: isSchool(type) ? number : null,
    ownership: fields.ownership ?? 'state',
    subordination: fields.subordination ?? (type === 'republican' ? 'republican' : 'local'),
    week: fields.week ?? 5,
    aliases: fields.aliases ?? [],
    parent: fields.parent ?? null,
  };
}

function checkTree(
  wanted: Map<string, Wanted>,
  parents: Map<string, string | null>,
  known: Map<string, CurrentOrg>,
  errors: RowError[],
): void {
  const before = new Map([...known.values()].map(({ code, parent }) => [code, parent]));
  for (const { code, line, parent } of wanted.values()) {
    const fault = (key: string, args: RowError['args']): number => errors.push({ row: line, key, args });
    if (parent !== undefined && parent !== null && !parents.has(parent)) {
      fault('org-row-unknown-parent', { parent });
      continue;
    }
    const root = rootOf(code, parents);
    if (root === null) fault('org-row-loop', { code });
    else if (known.has(code) && root !== rootOf(code, before)) fault('org-row-other-root', { code });
  }
}

/** The code at the top; null when the way up runs in a circle. */
function rootOf(code: string, parents: Map<string, string | null>): string | null {
  const seen = new Set<string>();
  for (let at = code; ;) {
    if (seen.has(at)) return null;
    seen.add(at);
    const above = parents.get(at);
    if (above === undefined || above === null) return at;
    at = above;
  }
}

function parentsFirst<Org extends { code: string; parent: string | null }>(orgs: Org[]): Org[] {
  const byCode = new Map(orgs.map((org) => [org.code, org]));
  const placed = new Set<Org>();
  const place = (org: Org, depth: number): void => {
    if (placed.has(org) || depth > orgs.length) return;
    const above = org.parent === null ? undefined : byCode.get(org.parent);
    if (above) place(above, depth + 1);
    placed.add(org);
  };
  for (const org of orgs) place(org, 0);
  return [...placed];
}
