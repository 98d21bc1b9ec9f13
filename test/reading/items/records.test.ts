// Protocols and resolutions: numbered points, labels, headings, what is no item.
import { describe, expect, it } from 'vitest';
import { drafts, lines } from '../../support/reader.ts';

describe('a record', () => {
  it('completes a numbered point from the labels below it', () => {
    const text = `РЕШИЛИ:
1. Обновить пожарные щиты в 12 школах.
Ответственные: управление образования, акиматы районов.
Срок: до 1 декабря 2026 года.`;
    expect(lines(text)).toEqual([
      'Обновить пожарные щиты в 12 школах | управление образования; акиматы районов | 2026-12-01',
    ]);
  });

  it('reads labels in brackets, behind dashes and in Kazakh', () => {
    expect(lines('РЕШИЛИ:\n1. Закупить 20 парт (исп. – завхоз Ольхин П.П.; срок – 3 ноября).')).toEqual([
      'Закупить 20 парт | завхоз Ольхин П.П. | 2026-11-03',
    ]);
    expect(lines('ШЕШТІ:\n1. Спорт залы жөнделсін.\n– Жауапты: құрылыс бөлімі\n– Мерзімі: жыл соңына дейін')).toEqual([
      'Спорт залы жөнделсін | құрылыс бөлімі | 2026-12-31',
    ]);
  });

  it('hands the addressee and the deadline of a heading down to its points', () => {
    const text = `РЕШИЛИ:
1. Акимам районов:
1.1. отвести участки до конца года;
1.2. не допускать сноса школ.
До 1 марта 2027 года:
2. Управлению спорта провести осмотр залов.`;
    expect(lines(text)).toEqual([
      'отвести участки | Акимам районов | 2026-12-31',
      'не допускать сноса школ | Акимам районов | none',
      'провести осмотр залов | Управлению спорта | 2027-03-01',
    ]);
  });

  it('adds co-executors named under a heading', () => {
    const text = 'РЕШИЛИ:\n1. Управлению спорта:\n1.1. совместно с акимами районов до 1 декабря залить катки.';
    const [draft] = drafts(text);
    expect(draft?.addressees.map(({ words }) => words)).toEqual(['Управлению спорта', 'акимами районов']);
    expect(draft?.text).toBe('залить катки');
  });

  it('gives an item for each object under a shared action', () => {
    const text = `РЕШИЛИ:
1. Отделу строительства увеличить число рабочих:
 – школа № 3 – 40 человек;
 – школа № 18 – 25 человек.`;
    expect(lines(text)).toEqual([
      'увеличить число рабочих: школа № 3 – 40 человек | Отделу строительства | none',
      'увеличить число рабочих: школа № 18 – 25 человек | Отделу строительства | none',
    ]);
  });

  it('gives each addressee of a sentence an item with its own deadline', () => {
    const text =
      '1. Управлению спорта провести осмотр, а управлению культуры – открыть кружки до 15 ноября.\n2. Школам ждать.';
    expect(lines(text).slice(0, 2)).toEqual([
      'провести осмотр | Управлению спорта | none',
      'открыть кружки | управлению культуры | 2026-11-15',
    ]);
    expect(
      lines('1. Спорт бөлімі жоспар әзірлесін, ал мәдениет бөлімі 20 қарашаға дейін концерт өткізсін.\n2. —'),
    ).toEqual(['жоспар әзірлесін | Спорт бөлімі | none', 'концерт өткізсін | мәдениет бөлімі | 2026-11-20']);
  });

  it('keeps two verbs with one deadline together and parts them at a second deadline', () => {
    expect(lines('РЕШИЛИ:\n1. Отделу спорта проверить залы и представить справку до 1 декабря.')).toHaveLength(1);
    const parted = lines('РЕШИЛИ:\n1. Отделу спорта проверить залы до 1 ноября и представить справку до 1 декабря.');
    expect(parted).toEqual([
      'проверить залы | Отделу спорта | 2026-11-01',
      'представить справку | Отделу спорта | 2026-12-01',
    ]);
  });

  it.each([
    'РЕШИЛИ:\n1. Информацию принять к сведению.',
    'РЕШИЛИ:\n1. Объявить благодарность учителю Ольхину П.П.',
    'РЕШИЛИ:\n1. Снять с контроля пункт 2 протокола № 4.',
    'РЕШИЛИ:\n1. Утвердить состав комиссии.',
    'РЕШИЛИ:\n1. Контроль за исполнением настоящего решения возложить на аппарат акима.',
    'ШЕШТІ:\n1. № 9 хаттаманың 2-тармағы бақылаудан алынсын.',
    'ШЕШТІ:\n1. Баяндама назарға алынсын.',
  ])('finds no item in what the record does by itself: %s', (text) => {
    expect(drafts(text)).toEqual([]);
  });

  it('passes over the agenda, what was heard, background and signatures', () => {
    const text = `Повестка дня:
1. О подготовке к зиме.
2. О питании.

СЛУШАЛИ: директора Ольхина П.П., который сообщил, что до 1 мая предстоит завершить ремонт.
ВЫСТУПИЛИ: Берёзкин А.А. предложил провести ярмарку 19 ноября.
РЕШИЛИ:
1. Провести ярмарку 18 ноября.
Справочно: в прошлом году следовало провести 4 ярмарки.

Секретарь: Ольхина Р.Р.`;
    expect(lines(text)).toEqual(['Провести ярмарку |  | 2026-11-18']);
  });

  it('takes back what the meeting did not support', () => {
    expect(drafts('РЕШИЛИ:\n1. Провести конкурс до 1 декабря. Предложение не поддержано.')).toEqual([]);
  });

  it('tells the kind by the force of the verb', () => {
    const text = `ШЕШТІ / РЕШИЛИ:
1. Обязать ТОО «Айна» вывезти мусор.
2. Рекомендовать акимам районов открыть катки.
3. Спорт бөліміне жарыс өткізу ұсынылсын.
4. Мәдениет бөліміне концерт өткізу тапсырылсын.`;
    expect(drafts(text).map(({ kind }) => kind)).toEqual([
      'assignment',
      'recommendation',
      'recommendation',
      'assignment',
    ]);
  });

  it('says what is missing', () => {
    const [draft] = drafts('РЕШИЛИ:\n1. Обновить стенды.');
    expect(draft?.doubts.map(({ key }) => key)).toEqual(['reading-doubt-no-executor', 'reading-doubt-no-date']);
  });

  it('keeps the number and the place of each point', () => {
    const text = 'РЕШИЛИ:\n2. Акимам районов:\n2.1. до 1 мая посадить деревья;';
    const [draft] = drafts(text);
    expect(draft?.number).toBe('2.1');
    expect(text.slice(...(draft?.span ?? [0, 0]))).toBe('2.1. до 1 мая посадить деревья;');
  });
});
