// Reading answers: numbers as people type them, lines by order and by label, choices, what is refused and why.
import { describe, expect, it } from 'vitest';
import { type Field, fieldForFile, readAnswer } from '../../src/collections/answer-rules.ts';
import { areChoices, fieldFault, labelOf, readChoices } from '../../src/collections/field-rules.ts';
import { readNumberAnswer, readNumberSpec } from '../../src/collections/number-rules.ts';
import { missingFields, totalsOf } from '../../src/collections/totals-rules.ts';

const field = (fieldId: number, more: Partial<Field> = {}): Field => ({
  ...{ fieldId, label: `Поле ${fieldId}`, kind: 'number', unit: null, min: null, max: null, whole: true, choices: [] },
  required: true,
  ...more,
});

const people = field(1, { label: 'Количество специалистов опеки', unit: 'чел.', min: 0, max: 500 });
const schools = field(1, { label: 'Число школ', unit: 'школа' });
const share = field(1, { label: 'Доля', unit: '%', min: 0, max: 100, whole: false });

describe('a number in an answer', () => {
  it.each([
    ['34', people, 34],
    [' 34 ', people, 34],
    ['34.', people, 34],
    ['0', people, 0],
    ['34 чел', people, 34],
    ['34 человека', people, 34],
    ['34 специалиста', people, 34],
    ['у нас 34 специалиста', people, 34],
    ['Всего: 34', people, 34],
    ['34 школы', schools, 34],
    ['34 школ', schools, 34],
    ['34 мектеп', field(1, { label: 'Мектеп саны', unit: 'мектеп' }), 34],
    ['Барлығы 34 маман', field(1, { label: 'Мамандар саны', unit: 'адам' }), 34],
    ['1 006', field(1), 1006],
    ['1\u00a0006', field(1), 1006],
    ['12 345 678', field(1), 12_345_678],
    ['12,5', share, 12.5],
    ['12.5', share, 12.5],
    ['85 %', share, 85],
    ['85%', share, 85],
    ['85 процентов', field(1, { label: 'Доля в процентах', whole: false }), 85],
    ['-5', field(1, { min: -50, max: 50 }), -5],
    ['−5', field(1, { min: -50, max: 50 }), -5],
    ['34,0', people, 34],
  ])('%j is taken', (said, asked, value) => {
    expect(readNumberAnswer(said, asked)).toMatchObject({ value, loose: expect.any(Boolean) as boolean });
  });

  it.each([
    ['аналогичная работа', people, 'words'],
    ['Готово', people, 'words'],
    ['жоқ', people, 'words'],
    ['около 34', people, 'vague'],
    ['~34', people, 'vague'],
    ['шамамен 34 адам', people, 'vague'],
    ['более 34', people, 'vague'],
    ['34 из 40', people, 'unclear'],
    ['34-40', people, 'unclear'],
    ['1,006', field(1), 'unclear'],
    ['1.006.000', field(1), 'unclear'],
    ['не 34', people, 'unclear'],
    ['34 собаки', people, 'confirm'],
    ['-5', people, 'negative'],
    ['-5', field(1), 'negative'],
    ['12,5', people, 'fraction'],
    ['501', people, 'range'],
    ['100,1', share, 'range'],
    ['9999999999999', field(1), 'range'],
    ['', people, 'words'],
    ['=1+1', people, 'unclear'],
  ])('%j is refused as %s', (said, asked, fault) => {
    expect(readNumberAnswer(said, asked)).toMatchObject({ fault });
  });
});

describe('the unit and bounds of a number', () => {
  it.each([
    ['чел., 0–500', { unit: 'чел.', min: 0, max: 500, whole: true }],
    ['чел. 0-500', { unit: 'чел.', min: 0, max: 500, whole: true }],
    ['от 0 до 500', { unit: null, min: 0, max: 500, whole: true }],
    ['0-ден 500-ге дейін, адам', { unit: 'адам', min: 0, max: 500, whole: true }],
    ['%, 0–100, дробное', { unit: '%', min: 0, max: 100, whole: false }],
    ['%, 0–100', { unit: '%', min: 0, max: 100, whole: false }],
    ['%, целое', { unit: '%', min: null, max: null, whole: true }],
    ['тенге, не меньше 1 000', { unit: 'тенге', min: 1000, max: null, whole: true }],
    ['до 50', { unit: null, min: null, max: 50, whole: true }],
    ['°C, -50 – 50', { unit: '°C', min: -50, max: 50, whole: true }],
    ['ставка, 0–2,5', { unit: 'ставка', min: 0, max: 2.5, whole: false }],
    ['адам', { unit: 'адам', min: null, max: null, whole: true }],
    ['Балл, бөлшек', { unit: 'Балл', min: null, max: null, whole: false }],
    ['500', { unit: '500', min: null, max: null, whole: true }],
  ])('%j', (said, spec) => {
    expect(readNumberSpec(said)).toEqual(spec);
  });

  it('contradicting each other, or a unit that is a sentence, are not understood', () => {
    expect(readNumberSpec('500–0')).toBeNull();
    expect(readNumberSpec('м'.repeat(41))).toBeNull();
  });
});

const form = [
  field(1, { label: 'Педагоги', unit: 'чел.' }),
  field(2, { label: 'Есть психолог', kind: 'choice', choices: ['Да', 'Нет'] }),
  field(3, { label: 'Примечание', kind: 'text', required: false }),
  field(4, { label: 'Фото кабинета', kind: 'photo', required: false }),
];
const valuesOf = (text: string, answered: number[] = []) =>
  readAnswer(text, form, answered).values.map(({ fieldId, number, words }) => [fieldId, number ?? words]);

describe('an answer to several fields', () => {
  it('comes line by line, with or without labels and numbers', () => {
    const whole = [
      [1, 34],
      [2, 'Да'],
      [3, 'ремонт'],
    ];
    expect(valuesOf('34\nда\nремонт')).toEqual(whole);
    expect(valuesOf('1) 34\n2) да\n3) ремонт')).toEqual(whole);
    expect(valuesOf('34; да; ремонт')).toEqual(whole);
    expect(valuesOf('Примечание: ремонт\nПедагоги: 34\nЕсть психолог - да')).toEqual([
      [3, 'ремонт'],
      [1, 34],
      [2, 'Да'],
    ]);
    expect(valuesOf('педаг: 34 чел')).toEqual([[1, 34]]);
  });

  it('fills what is still missing first, and corrects by label', () => {
    expect(valuesOf('нет', [1])).toEqual([[2, 'Нет']]);
    expect(valuesOf('Педагоги: 35', [1, 2, 3])).toEqual([[1, 35]]);
    const { values, faults } = readAnswer('35', form, [1, 2, 3]);
    expect([values, faults]).toEqual([[], [{ fault: 'lines', fieldId: null, said: '35' }]]);
  });

  it('is the whole answer anew when there are as many lines as fields, whatever is missing', () => {
    expect(valuesOf('35\nнет\nготово', [1, 2])).toEqual([
      [1, 35],
      [2, 'Нет'],
      [3, 'готово'],
    ]);
  });

  it('is taken in part where one line does not fit', () => {
    const { values, faults } = readAnswer('-3\nможет быть\nремонт', form);
    expect(values).toEqual([{ fieldId: 3, number: null, words: 'ремонт' }]);
    expect(faults).toMatchObject([
      { fault: 'negative', fieldId: 1 },
      { fault: 'choice', fieldId: 2 },
    ]);
    expect(readAnswer('1\nда\nа\nб', form).faults).toMatchObject([{ fault: 'lines', said: 'б' }]);
  });

  it('leaves an optional field with a dash, and keeps words for a number only when that was pressed', () => {
    expect(valuesOf('34\nда\n-')).toEqual([
      [1, 34],
      [2, 'Да'],
    ]);
    expect(readAnswer('аналогичная работа', [people]).faults).toMatchObject([{ fault: 'words' }]);
    expect(readAnswer('аналогичная работа', [people], [], { words: true }).values).toEqual([
      { fieldId: 1, number: null, words: 'аналогичная работа' },
    ]);
    expect(readAnswer('34 собаки', [people], [], { confirm: true }).values).toEqual([
      { fieldId: 1, number: 34, words: null },
    ]);
    expect(readAnswer('900 собак', [people], [], { confirm: true }).faults).toMatchObject([{ fault: 'range' }]);
  });

  it('knows options by beginning and place', () => {
    const one = [field(2, { kind: 'choice', choices: ['Есть', 'Нет', 'Нет данных'] })];
    const said = (text: string) => readAnswer(text, one).values[0]?.words ?? null;
    expect(['есть', 'ЕСТЬ.', 'нет', '3', 'ест', '4', 'не', ''].map(said)).toEqual([
      ...['Есть', 'Есть', 'Нет', 'Нет данных', 'Есть', null, null, null],
    ]);
  });

  it('finds the field of a file', () => {
    const file = { fileId: 'a', uniqueId: 'a' };
    expect(fieldForFile(form, [], { ...file, kind: 'photo' })?.fieldId).toBe(4);
    expect(fieldForFile(form, [], { ...file, kind: 'document', mime: 'image/jpeg' })?.fieldId).toBe(4);
    expect(fieldForFile(form, [], { ...file, kind: 'document', mime: 'application/pdf' })).toBeNull();
  });
});

describe('what answers come to', () => {
  it('adds numbers up, counts choices, and marks answers without a number', () => {
    const given = (fieldId: number, number: number | null, words: string | null = null) => ({
      ...{ fieldId, number, words, file: false },
    });
    const [numbers, choices] = totalsOf(form, [
      ...[given(1, 34), given(1, 6.5), given(1, null, 'аналогичная работа')],
      ...[given(2, null, 'Да'), given(2, null, 'Да'), given(2, null, 'Нет')],
    ]);
    expect(numbers).toMatchObject({ answered: 3, withoutNumber: 1, sum: 40.5, average: 20.25, min: 6.5, max: 34 });
    expect(choices?.choices).toEqual([
      { choice: 'Да', n: 2 },
      { choice: 'Нет', n: 1 },
    ]);
    expect(totalsOf([share], [given(1, 50), given(1, 100)])).toMatchObject([{ sum: null, average: 75 }]);
    expect(totalsOf([people], [])).toMatchObject([{ answered: 0, sum: null, average: null, min: null, max: null }]);
  });

  it('names the required fields that are missing', () => {
    expect(missingFields(form, [1]).map(({ fieldId }) => fieldId)).toEqual([2]);
  });

  it('calls a column after its question', () => {
    expect(labelOf('Сообщить количество специалистов опеки')).toBe('Количество специалистов опеки');
    expect(labelOf('Предоставить сведения о психологах')).toBe('Сведения о психологах');
    expect(labelOf('Мамандар санын хабарлау')).toBe('Мамандар саны');
    expect(labelOf('Сообщить')).toBe('Сообщить');
  });

  it('takes fields that can be answered only', () => {
    expect(fieldFault(people, [{ label: 'количество специалистов опеки' }])).toBe('collections-label-taken');
    expect(fieldFault({ ...people, min: 5, max: 5 }, [])).toBe('collections-spec-unclear');
    expect(readChoices('1) Да\n2) Нет')).toEqual(['Да', 'Нет']);
    expect(readChoices('Да / Нет')).toEqual(['Да', 'Нет']);
    expect([areChoices(['Да']), areChoices(['Да', 'да']), areChoices(['Да', 'Нет'])]).toEqual([false, false, true]);
  });
});
