// The plan of a roster: what would change, what is wrong, row by row.
import { describe, expect, it } from 'vitest';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import { changesNothing, type CurrentRoster, planRoster, type RosterPlan } from '../../src/org/roster-rules.ts';
import { genderOf, numberInName } from '../../src/org/roster-cell-rules.ts';

type Cells = Partial<Omit<RosterRow, 'line'>>;
const rowsOf = (list: Cells[]): RosterRow[] =>
  list.map((cells, index) => {
    const empty = Object.fromEntries(rosterColumns.map((column) => [column, '']));
    return { line: index + 2, ...empty, ...cells } as RosterRow;
  });
const nothing: CurrentRoster = { organisations: [], posts: [] };
const plan = (list: Cells[], current = nothing): RosterPlan => planRoster(rowsOf(list), current, 'kk');
const faults = (list: Cells[], current = nothing): [number, string][] =>
  plan(list, current).errors.map(({ row, key }) => [row, key]);

const city: Cells = { code: 'city', org_ru: 'Акимат города Тестова', type: 'akimat' };
const school: Cells = { code: 's12', org_kk: '№ 12 мектеп', org_ru: 'Школа № 12', parent: 'city' };
const head: Cells = { ...school, role: 'school_head', surname: 'Сериккызы', given: 'Айгуль' };

/** The database after an import of the city and its school with a head. */
const after = (joined = false): CurrentRoster => {
  const { orgsAdded, posts, holdersAdded } = plan([city, head]);
  return {
    organisations: orgsAdded.map((org, index) => ({ ...org, id: index + 1, path: '' })),
    posts: posts.map((post) => ({
      ...post,
      id: 7,
      holders: holdersAdded.map((holder) => ({ ...holder, personId: 9, appointmentId: 5, joined })),
    })),
  };
};

describe('a new roster', () => {
  it('fills what it does not say with defaults', () => {
    const { orgsAdded, postsAdded, holdersAdded, errors } = plan([city, { ...head, role: '' }]);
    expect(errors).toEqual([]);
    expect(orgsAdded).toEqual([
      {
        code: 'city',
        nameKk: 'Акимат города Тестова',
        nameRu: 'Акимат города Тестова',
        type: 'akimat',
        number: null,
        ownership: 'state',
        subordination: 'local',
        week: 5,
        aliases: [],
        parent: null,
      },
      expect.objectContaining({ code: 's12', type: 'school', number: '12', parent: 'city' }),
    ]);
    expect(postsAdded).toEqual([
      expect.objectContaining({ role: 'school_head', nameKk: 'Директор', nameRu: 'Директор', id: null, line: 3 }),
    ]);
    expect(holdersAdded).toEqual([
      expect.objectContaining({ patronymic: null, gender: null, locale: 'kk', replaces: [] }),
    ]);
  });

  it('puts parents before children, in whatever order they are written', () => {
    const { orgsAdded } = plan([
      school,
      { code: 'dept', org_ru: 'Управление', type: 'department', parent: 'city' },
      city,
    ]);
    const codes = orgsAdded.map(({ code }) => code);
    expect(codes.indexOf('city')).toBe(0);
    expect(new Set(codes)).toEqual(new Set(['city', 's12', 'dept']));
  });

  it('may have two roots', () => {
    const { orgsAdded, errors } = plan([city, { ...city, code: 'other', org_ru: 'Акимат другого города' }]);
    expect(errors).toEqual([]);
    expect(orgsAdded.map(({ parent }) => parent)).toEqual([null, null]);
  });

  it('takes a republican body for republican, and a private school for private', () => {
    const { orgsAdded } = plan([
      { code: 'p', org_ru: 'Департамент полиции', type: 'republican' },
      { ...school, parent: '', ownership: 'Private' },
    ]);
    expect(orgsAdded.map(({ subordination, ownership }) => [subordination, ownership])).toEqual([
      ['republican', 'state'],
      ['local', 'private'],
    ]);
  });

  it('gives other names to the post of the row, or to the organisation in a row without a post', () => {
    const { orgsAdded, postsAdded } = plan([
      { ...city, aliases: 'акимат; город' },
      { ...head, aliases: 'двенадцатая, 12-я школа|двенадцатая' },
    ]);
    expect(orgsAdded.map(({ aliases }) => aliases)).toEqual([['акимат', 'город'], []]);
    expect(postsAdded[0]?.aliases).toEqual(['двенадцатая', '12-я школа']);
  });

  it('knows the gender from the patronymic where the column is empty', () => {
    const { holdersAdded } = plan([
      city,
      { ...head, patronymic: 'Серікқызы' },
      { code: 'city', role: 'deputy', surname: 'А', given: 'Б', patronymic: 'Серікқызы', gender: 'Ер' },
    ]);
    expect(holdersAdded.map(({ gender }) => gender)).toEqual(['female', 'male']);
  });
});

describe('the same roster again', () => {
  it('changes nothing', () => {
    const again = plan([city, head], after());
    expect(changesNothing(again)).toBe(true);
    expect([again.orgsSame, again.postsSame, again.peopleSame]).toEqual([2, 1, 1]);
    expect(changesNothing(plan([city, head]))).toBe(false);
  });

  it('changes only what is said: an empty cell keeps what is there', () => {
    const { orgsChanged, peopleChanged, errors } = plan([{ code: 's12', week: '6' }], after());
    expect(errors).toEqual([]);
    expect(orgsChanged).toEqual([{ id: 2, before: { week: 5 }, after: { week: 6 } }]);
    expect(peopleChanged).toEqual([]);
  });

  it('with another name on a post is a change of holder', () => {
    const { holdersAdded, postsSame } = plan([{ ...head, surname: 'Ахметов', given: 'Олжас' }], after());
    expect(holdersAdded).toHaveLength(1);
    expect(holdersAdded[0]?.replaces.map(({ personId }) => personId)).toEqual([9]);
    expect(postsSame).toBe(1);
  });

  it('with the name spelled with Kazakh letters is the same person, corrected', () => {
    const { holdersAdded, peopleChanged } = plan([{ ...head, surname: 'Серікқызы', given: 'айгуль' }], after());
    expect(holdersAdded).toEqual([]);
    expect(peopleChanged[0]?.after).toEqual({ surname: 'Серікқызы', given: 'айгуль' });
  });

  it('does not overrule the language of somebody who has joined', () => {
    expect(plan([{ ...head, language: 'ru' }], after(false)).peopleChanged).toHaveLength(1);
    expect(plan([{ ...head, language: 'ru' }], after(true)).peopleChanged).toHaveLength(0);
  });

  it('renames the post of a role that exists once', () => {
    const { postsChanged, postsAdded } = plan([{ ...head, post_ru: 'Директор школы' }], after());
    expect(postsAdded).toEqual([]);
    expect(postsChanged).toEqual([{ id: 7, before: { nameRu: 'Директор' }, after: { nameRu: 'Директор школы' } }]);
  });

  it('keeps the holder of a post whose row has no name', () => {
    expect(changesNothing(plan([city, { ...head, surname: '', given: '' }], after()))).toBe(true);
  });
});

describe('a faulty row is named', () => {
  const cases: [string, Cells[], [number, string][]][] = [
    ['no code', [city, { org_ru: 'Без кода', type: 'other' }], [[3, 'org-row-no-code']]],
    ['no name', [{ code: 'x', type: 'other' }], [[2, 'org-row-no-name']]],
    ['no type', [{ code: 'x', org_ru: 'Нечто' }], [[2, 'org-row-no-type']]],
    ['an unknown type', [{ ...city, type: 'castle' }], [[2, 'org-row-unknown-value']]],
    ['an unknown role', [city, { ...head, role: 'king' }], [[3, 'org-row-unknown-value']]],
    ['a person without a role', [{ ...city, surname: 'А', given: 'Б' }], [[2, 'org-row-no-role']]],
    ['a week of four days', [{ ...city, week: '4' }], [[2, 'org-row-unknown-value']]],
    ['an unknown language', [city, { ...head, language: 'de' }], [[3, 'org-row-unknown-value']]],
    ['half a name', [city, { ...head, given: '' }], [[3, 'org-row-half-name']]],
    ['an unknown parent', [{ ...city, parent: 'moon' }], [[2, 'org-row-unknown-parent']]],
    ['an organisation above itself', [{ ...city, parent: 'city' }], [[2, 'org-row-loop']]],
    ['two names for one code', [city, { ...city, org_ru: 'Иначе' }], [[3, 'org-row-conflict']]],
    ['the same person twice on a post', [city, head, head], [[4, 'org-row-twice']]],
    ['two people on one post', [city, head, { ...head, surname: 'Б' }], [[4, 'org-row-two-holders']]],
    ['letters lost in a wrong encoding', [{ ...city, org_kk: 'М?ктеп' }], [[2, 'org-row-lost-letters']]],
    ['a name of 301 letters', [{ ...city, org_ru: 'я'.repeat(301) }], [[2, 'org-row-too-long']]],
  ];
  it.each(cases)('%s', (_, list, expected) => {
    expect(faults(list)).toEqual(expected);
  });

  it('every row of a loop of parents', () => {
    const loop = ['a', 'b', 'c'].map((code, index) => ({ ...city, code, parent: ['b', 'c', 'a'][index] }));
    expect(faults([city, ...loop])).toEqual([
      [3, 'org-row-loop'],
      [4, 'org-row-loop'],
      [5, 'org-row-loop'],
    ]);
  });

  it('a loop that only arises together with what is in the database', () => {
    expect(faults([{ code: 'city', parent: 's12' }], after())).toEqual([[2, 'org-row-loop']]);
  });

  it('an organisation that would change its tree', () => {
    const other = { ...city, code: 'other', org_ru: 'Другой акимат' };
    expect(faults([other, { ...school, parent: 'other' }], after())).toEqual([[3, 'org-row-other-root']]);
  });

  it('with the row and value to look for', () => {
    expect(plan([city, { ...head, role: 'king' }]).errors[0]).toMatchObject({
      row: 3,
      args: { column: 'role', value: 'king' },
    });
  });
});

describe('a name', () => {
  it.each([
    ['Школа № 12', '12'],
    ['«№ 204 жалпы білім беретін мектеп» КММ', '204'],
    ['School No 7', '7'],
    ['Школа №007', '7'],
    ['12 мектеп', '12'],
    ['Гимназия имени Абая', null],
    ['Школа 2026 года', null],
  ])('%s has the number %s', (name, number) => {
    expect(numberInName(name)).toBe(number);
  });

  it.each([
    ['Серікұлы', 'male'],
    ['Иванович', 'male'],
    ['Ильич', 'male'],
    ['Серікқызы', 'female'],
    ['Оспанкызы', 'female'],
    ['Абай', undefined],
    ['Ивановна', 'female'],
    ['', undefined],
  ])('%j shows the gender %s', (patronymic, gender) => {
    expect(genderOf(patronymic)).toBe(gender);
  });
});
