// Who is called in a short message or in front of an order, whatever the signs around the name.
import { describe, expect, it } from 'vitest';
import { drafts, lines } from '../../support/reader.ts';

describe('called names', () => {
  it.for([
    ['Асхат, сделай таблицу до пятницы', 'сделай таблицу | Асхат | 2026-10-16'],
    ['Школа 5: сдать список до четверга', 'сдать список | Школа 5 | 2026-10-15'],
    ['Школа №5: список до четверга', 'список | Школа №5 | 2026-10-15'],
    ['@aigerim_k, подготовьте справку до завтра', 'подготовьте справку | @aigerim_k | 2026-10-15'],
    ['@aigerim_k справку до завтра', 'справку | @aigerim_k | 2026-10-15'],
    ['Айгуль, Марат — до пятницы собрать подписи', 'собрать подписи | Айгуль; Марат | 2026-10-16'],
    ['Асхат сделай отчёт по питанию', 'сделай отчёт по питанию | Асхат | none'],
    ['Асхат мырза сделайте отчёт', 'сделайте отчёт | Асхат мырза | none'],
    ['Асхат мырза, тізімді дайындаңыз', 'тізімді дайындаңыз | Асхат мырза | none'],
    ['Айгүл дайында', 'дайында | Айгүл | none'],
    ['Айгүл ханым есепті ертең дайындаңызшы', 'есепті дайындаңызшы | Айгүл ханым | 2026-10-15'],
    ['Гульнара завтра отправь таблицу', 'отправь таблицу | Гульнара | 2026-10-15'],
    ['Мердігерге ескертемін: шатырды жұмаға дейін бітіріңіздер', 'шатырды бітіріңіздер | Мердігерге | 2026-10-16'],
    ['Айгүл мен Марат: жұмаға дейін тізім жинаңыздар', 'тізім жинаңыздар | Айгүл; Марат | 2026-10-16'],
  ])('reads «%s»', ([text, line]) => {
    expect(lines(text as string)).toEqual([line]);
  });

  it('takes no object before a command for a name', () => {
    expect(lines('Отчёт сделай до пятницы')).toEqual(['Отчёт сделай |  | 2026-10-16']);
    expect(lines('Срочно проверь котельную')).toEqual(['проверь котельную |  | 2026-10-14']);
  });

  it('takes what a named person did for no order', () => {
    expect(lines('Асхат вчера сделал отчёт, спасибо')).toEqual([]);
  });
});

describe('addressees in front of a deadline', () => {
  it('knows a Kazakh dative without a letter of its own', () => {
    const text = 'ТАПСЫРЫЛСЫН:\n1. Мектептерге 1 желтоқсанға дейін сыныптарды дайындау.';
    expect(lines(text)).toEqual(['сыныптарды дайындау | Мектептерге | 2026-12-01']);
  });

  it('takes a bare number before a school for its name, with a doubt', () => {
    const [draft] = drafts('12 мектепке 15 желтоқсанға дейін спорт залын жөндеу тапсырылсын.');
    expect(draft?.addressees.map(({ words }) => words)).toEqual(['12 мектепке']);
    expect(draft?.text).toBe('спорт залын жөндеу');
    expect(draft?.doubts.map(({ key }) => key)).toContain('reading-doubt-guessed-executor');
  });

  it('keeps the clause that says which of a class are meant, with a doubt', () => {
    const [draft] = drafts('ПОРУЧИТЬ:\n1. Школам, которые не сдали отчёт, сдать его до 1 декабря.');
    expect(draft?.addressees.map(({ words }) => words)).toEqual(['Школам, которые не сдали отчёт']);
    expect(draft?.fanOut).toBe('schools');
    expect(draft?.doubts.map(({ key }) => key)).toEqual(['reading-doubt-part-of-schools']);
  });
});
