// What the cells of a roster mean: accepted values, defaults, what a name gives away. Pure.
import type { Gender, OrgType, Ownership, Role, Subordination } from '../generated/prisma/client.ts';
import { isLocale, type Locale } from '../texts.ts';
import type { RosterColumn, RosterRow } from './roster-files.ts';

/** A fault in one row, told with a text of src/texts. */
export type RowError = { row: number; key: string; args: Record<string, string | number> };

/** An existing row with its new values; `before` holds the old ones of those that change. */
export type Change<Fields> = { id: number; before: Partial<Fields>; after: Partial<Fields> };

export const orgTypes: OrgType[] = [
  'akimat',
  'office',
  'department',
  'district',
  'unit',
  'school',
  'boarding',
  'supplementary',
  'republican',
  'other',
];
export const roles: Role[] = [
  'akim',
  'deputy',
  'district_akim',
  'district_deputy',
  'dept_head',
  'unit_head',
  'school_head',
  'staff',
  'controller',
  'secretary',
  'observer',
  'admin',
];
const ownerships: Ownership[] = ['state', 'private'];
const subordinations: Subordination[] = ['local', 'republican'];
const genders: Record<string, Gender> = {
  male: 'male',
  m: 'male',
  м: 'male',
  муж: 'male',
  мужской: 'male',
  ер: 'male',
  female: 'female',
  f: 'female',
  ж: 'female',
  жен: 'female',
  женский: 'female',
  әйел: 'female',
};

/** Names of posts where a roster gives none, by role. */
export const postNames: Record<Role, { nameKk: string; nameRu: string }> = {
  akim: { nameKk: 'Әкім', nameRu: 'Аким' },
  deputy: { nameKk: 'Әкімнің орынбасары', nameRu: 'Заместитель акима' },
  district_akim: { nameKk: 'Аудан әкімі', nameRu: 'Аким района' },
  district_deputy: { nameKk: 'Аудан әкімінің орынбасары', nameRu: 'Заместитель акима района' },
  dept_head: { nameKk: 'Басқарма басшысы', nameRu: 'Руководитель управления' },
  unit_head: { nameKk: 'Бөлім басшысы', nameRu: 'Руководитель отдела' },
  school_head: { nameKk: 'Директор', nameRu: 'Директор' },
  staff: { nameKk: 'Қызметкер', nameRu: 'Сотрудник' },
  controller: { nameKk: 'Бақылаушы', nameRu: 'Контролёр' },
  secretary: { nameKk: 'Хатшы', nameRu: 'Секретарь' },
  observer: { nameKk: 'Бақылап отырушы', nameRu: 'Наблюдатель' },
  admin: { nameKk: 'Әкімші', nameRu: 'Администратор' },
};

/** A role of which an organisation has one post: a new name means the same post renamed. */
export const singleRoles: Role[] = ['akim', 'district_akim', 'dept_head', 'unit_head', 'school_head'];

/** Reads the cells of one row; faults go into `errors`. An empty cell is undefined: "not said". */
export class Cells {
  readonly row: RosterRow;
  readonly #errors: RowError[];

  constructor(row: RosterRow, errors: RowError[]) {
    this.row = row;
    this.#errors = errors;
  }

  fault(key: string, args: Record<string, string | number> = {}): undefined {
    this.#errors.push({ row: this.row.line, key, args });
    return undefined;
  }

  /** A name as written; told when too long, or when a wrong encoding has turned its letters into question marks. */
  name(column: RosterColumn, max = 300): string | undefined {
    const value = this.row[column];
    if (value === '') return undefined;
    if (value.length > max) return this.fault('org-row-too-long', { column, max });
    if (/\p{L}\?|\?\p{L}|\ufffd/u.test(value)) return this.fault('org-row-lost-letters', { column, value });
    return value;
  }

  type = (): OrgType | undefined => this.#oneOf('type', orgTypes);
  role = (): Role | undefined => this.#oneOf('role', roles);
  ownership = (): Ownership | undefined => this.#oneOf('ownership', ownerships);
  subordination = (): Subordination | undefined => this.#oneOf('subordination', subordinations);

  week(): number | undefined {
    const { week } = this.row;
    if (week === '') return undefined;
    return week === '5' || week === '6' ? Number(week) : this.#unknown('week', ['5', '6']);
  }

  gender(): Gender | undefined {
    const value = this.row.gender.toLowerCase().replace(/\.$/, '');
    if (value === '') return genderOf(this.row.patronymic);
    return genders[value] ?? this.#unknown('gender', ['male', 'female']);
  }

  language(): Locale | undefined {
    const value = this.row.language.toLowerCase();
    if (value === '') return undefined;
    return isLocale(value) ? value : this.#unknown('language', ['kk', 'ru', 'en']);
  }

  /** Other names, separated by semicolons, commas or bars. */
  aliases(): string[] | undefined {
    if (this.row.aliases === '') return undefined;
    const names = this.row.aliases.split(/[;,|]/).map((name) => name.trim());
    return [...new Set(names.filter((name) => name !== ''))];
  }

  #oneOf<Value extends string>(column: RosterColumn, allowed: Value[]): Value | undefined {
    const value = this.row[column].toLowerCase().replace(/[\s-]+/g, '_');
    if (value === '') return undefined;
    return allowed.find((candidate) => candidate === value) ?? this.#unknown(column, allowed);
  }

  #unknown(column: RosterColumn, allowed: string[]): undefined {
    return this.fault('org-row-unknown-value', { column, value: this.row[column], allowed: allowed.join(', ') });
  }
}

/** "12" for "Школа № 12", "№ 12 мектеп", "School No 12"; null where the name has no number. */
export function numberInName(...names: string[]): string | null {
  for (const name of names) {
    const found =
      /(?:№|\bNo\.?|\bN)\s*(\d{1,4})(?!\d)/iu.exec(name) ?? /(\d{1,4})\s*(?:-?\s*(?:мектеп|школа))/iu.exec(name);
    if (found?.[1]) return String(Number(found[1]));
  }
  return null;
}

/** The gender that a patronymic shows: -ұлы, -вич or -қызы, -вна. */
export function genderOf(patronymic: string): Gender | undefined {
  if (/(?:[ұу]лы|ич)$/iu.test(patronymic)) return 'male';
  return /(?:[қк]ызы|вна|чна)$/iu.test(patronymic) ? 'female' : undefined;
}

/** True for the kinds of organisation headed by a school head. */
export function isSchool(type: OrgType): boolean {
  return type === 'school' || type === 'boarding' || type === 'supplementary';
}

/** The fields of `wanted` that are said and differ from `now`; null when none does. */
export function changeOf<Fields extends object>(
  id: number,
  now: Fields,
  wanted: Partial<Fields>,
): Change<Fields> | null {
  const names = (Object.keys(wanted) as (keyof Fields)[]).filter(
    (name) => wanted[name] !== undefined && JSON.stringify(wanted[name]) !== JSON.stringify(now[name]),
  );
  if (names.length === 0) return null;
  const pick = (from: Partial<Fields>): Partial<Fields> =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Fields>;
  return { id, before: pick(now), after: pick(wanted) };
}
