// Pasted roadmaps: by tabs, by pipes, cell by cell; columns by their headings; rows that repeat.
import { describe, expect, it } from 'vitest';
import { drafts, lines } from '../../support/reader.ts';

const wanted = ['Провести осмотр | Отдел спорта | 2026-12-31', 'Закупить мячи | Отдел спорта; школы | FREQ=MONTHLY'];

describe('a table', () => {
  it('is read by tabs', () => {
    const text =
      '№\tМероприятие\tСрок\tОтветственные\n1\tПровести осмотр\tдекабрь 2026 г.\tОтдел спорта\n2\tЗакупить мячи\tежемесячно\tОтдел спорта, школы';
    expect(lines(text)).toEqual(wanted);
  });

  it('is read by pipes, with columns in any order', () => {
    const text =
      '| Кто | Что сделать | Когда |\n|:--|:--|--:|\n| Отдел спорта | Провести осмотр | декабрь 2026 г. |\n| Отдел спорта, школы | Закупить мячи | ежемесячно |';
    expect(lines(text)).toEqual(wanted);
  });

  it('is read cell by cell down the page', () => {
    const text =
      '№\nМероприятие\nСроки\nИсполнители\n\n1\nПровести осмотр\nдекабрь 2026 г.\nОтдел спорта\n\n2\nЗакупить мячи\nежемесячно\nОтдел спорта, школы';
    expect(lines(text)).toEqual(wanted);
  });

  it('takes the figure from a column of its own', () => {
    const text = 'Мероприятие\tИндикатор\tСрок\tИсполнитель\nЗакупить наборы\t40 наборов\tдо 1 декабря\tОтдел спорта';
    const [draft] = drafts(text);
    expect([draft?.text, draft?.indicators]).toEqual(['Закупить наборы', [{ value: 40, unit: 'наборов' }]]);
  });

  it('keeps the form of completion and leaves it out of the text', () => {
    const text = 'Іс-шара\tАяқталу нысаны\tМерзімі\tЖауаптылар\nЖарыс өткізу\tхаттама\tжыл соңына дейін\tСпорт бөлімі';
    const [draft] = drafts(text);
    expect([draft?.text, draft?.completionForm, draft?.number]).toEqual(['Жарыс өткізу', 'хаттама', null]);
  });

  it.each(['–//–', '-"-', 'те же', 'сол орындаушылар'])('takes the people of the row above for %s', (sign) => {
    const text = `Мероприятие\tСрок\tИсполнители\nПровести осмотр\tдо 1 мая\tОтдел спорта\nЗакупить мячи\tдо 2 мая\t${sign}`;
    expect(lines(text)[1]).toBe('Закупить мячи | Отдел спорта | 2027-05-02');
  });

  it('repeats the action of the row above where the cell is empty', () => {
    const text =
      '| № | Мероприятие | Срок | Исполнители |\n| 1 | Провести осмотр | до 1 мая | Отдел спорта |\n| | | до 1 июня | Отдел культуры |';
    expect(lines(text)[1]).toBe('Провести осмотр | Отдел культуры | 2027-06-01');
  });
});
