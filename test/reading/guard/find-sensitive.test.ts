// The guard: what it finds, what it leaves alone, and that it never tells a value.
import { describe, expect, it } from 'vitest';
import { iinCheckDigit, isAccount, isCard, isIin } from '../../../src/reading/guard/check-digits.ts';
import { findInFileName, findSensitive, kindsOf, mask } from '../../../src/reading/guard/find-sensitive.ts';
import { iinOf, randomDigits, randomOf } from './numbers.ts';

const found = (text: string): string[] =>
  findSensitive(text).map(({ kind, span: [start, end] }) => `${kind} ${text.slice(start, end)}`);
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

describe('an individual number', () => {
  it('is found by birth date, century and check digit, in one piece and in groups', () => {
    for (const seed of seeds) {
      const iin = iinOf(seed);
      const parted = `${iin.slice(0, 6)} ${iin.slice(6)}`;
      const spelt = [...iin].join(' ');
      for (const text of [
        `Ученик ${iin}, 5 «А»`,
        `ЖСН:${iin}.`,
        `(${parted})`,
        `ИИН ${spelt};`,
        `ИИН: ${iin.slice(0, 4)}\u00a0${iin.slice(4)}`,
      ])
        expect(
          findSensitive(text).map(({ kind }) => kind),
          text,
        ).toEqual(['iin']);
    }
  });

  it('is none with another check digit, another day or in a longer number', () => {
    for (const seed of seeds) {
      const iin = iinOf(seed);
      const wrong = iin.slice(0, 11) + ((Number(iin[11]) + 1 + (seed % 9)) % 10);
      const impossible = withCheck(`${iin.slice(0, 2)}13${iin.slice(4, 11)}`);
      const firstDay = withCheck(`${iin.slice(0, 4)}00${iin.slice(6, 11)}`);
      for (const digits of [wrong, impossible, firstDay, `${iin}1`, `1${iin}`])
        expect(found(`ИИН ${digits}`), digits).toEqual([]);
    }
  });

  it('is never a business number, whose fifth digit is 4 to 6', () => {
    for (const seed of seeds) {
      const random = randomOf(seed);
      const bin = withCheck(`${randomDigits(random, 2)}0${1 + (seed % 9)}${4 + (seed % 3)}${randomDigits(random, 6)}`);
      expect(isIin(bin)).toBe(false);
      expect(found(`БИН ${bin}`)).toEqual([]);
    }
  });

  it('uses the second round of weights where the first gives ten', () => {
    const rounds = seeds
      .map((seed) => iinOf(seed).slice(0, 11))
      .filter((eleven) => {
        const first = [...eleven].reduce((sum, digit, at) => sum + Number(digit) * (at + 1), 0) % 11;
        return first === 10;
      });
    expect(rounds.length).toBeGreaterThan(3);
    for (const eleven of rounds) expect(isIin(eleven + String(iinCheckDigit(eleven)))).toBe(true);
  });

  it('knows leap years by the century', () => {
    const births = { '000229': '5', '010229': '5' };
    const [leap, common] = Object.entries(births).map(([date, century]) =>
      ['1', '2', '3', '4', '5'].map((n) => withCheck(`${date}${century}0000`.slice(0, 10) + n)).some(isIin),
    );
    expect([leap, common]).toEqual([true, false]);
  });
});

describe('phones, cards, accounts and secrets', () => {
  it.each([
    'Звонить: +7 701 234 56 78',
    'тел. 87012345678',
    '8 (747) 234-56-78 Айгерим',
    'ұялы: 8-775-234-56-78',
    'WhatsApp 7712345678',
    'контакт 701 234 56 78',
    'связь +77012345678.',
    'с 8 700 234 5678 до вечера',
  ])('finds the mobile phone in: %s', (text) => {
    expect(findSensitive(text).map(({ kind }) => kind)).toEqual(['phone']);
    expect(mask(text)).not.toMatch(/234/);
  });

  it('finds cards by their check digit', () => {
    const card = withLuhn('440043012345678');
    const long = withLuhn('627812345678901234');
    for (const text of [
      card,
      `Карта: ${card.replace(/(.{4})(?=.)/g, '$1 ')}`,
      card.replace(/(.{4})(?=.)/g, '$1-'),
      long,
    ])
      expect(
        findSensitive(text).map(({ kind }) => kind),
        text,
      ).toEqual(['card']);
    const last = (Number(card.at(-1)) + 1) % 10;
    expect(found(card.slice(0, -1) + last)).toEqual([]);
    expect(isCard('4444444444444448')).toBe(false);
  });

  it('finds accounts of Kazakhstan by their remainder', () => {
    const account = accountOf('125KZT1234567890');
    expect(isAccount(account)).toBe(true);
    const grouped = account.replace(/(.{4})(?=.)/g, '$1 ');
    for (const text of [`ИИК ${account}`, `счёт: ${grouped}.`, account.toLowerCase(), account.replace('K', 'К')])
      expect(
        findSensitive(text).map(({ kind }) => kind),
        text,
      ).toEqual(['account']);
    expect(found(account.slice(0, -1) + ((Number(account.at(-1)) + 1) % 10))).toEqual([]);
  });

  it.each([
    `токен 123456789:${'Ab3-_'.repeat(7)}`,
    `ghp_${'a1B2'.repeat(9)}`,
    'AKIAABCDEFGHIJKLMNOP',
    'Пароль: Mektep2026',
    'құпиясөз - qwerty12',
    'postgresql://user:secret@10.0.0.1/db',
    '-----BEGIN RSA PRIVATE KEY-----',
    `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.dBjftJeZ4CVPmB92K27uhbUJU1p1r`,
  ])('finds the secret in: %s', (text) => {
    expect(findSensitive(text).map(({ kind }) => kind)).toEqual(['secret']);
  });
});

describe('marks of restricted papers', () => {
  it.each([
    'ДСП\nПротокол совещания',
    'Протокол № 12-ДСП от 05.11.2026',
    'исх. № 45/7 дсп',
    'Для служебного пользования',
    'документ с грифом «ДСП»',
    'с пометкой ДСП',
    'Қызмет бабында пайдалану үшін',
    'ҚБПҮ',
    'құпия',
    'Өте құпия құжат',
    '«Құпия» белгісі',
    'Секретно\r\nЭкз. № 1',
    'СОВЕРШЕННО СЕКРЕТНО',
    'направить (секретно) в отдел',
  ])('are found in: %s', (text) => {
    expect(kindsOf(findSensitive(text))).toEqual(['marking']);
  });

  it.each([
    'Протокол_ДСП.docx',
    'хаттама құпия.pdf',
    'protokol-DSP-12.pdf',
    'секретно.jpg',
    'Для_служебного_пользования.doc',
  ])('are found in the name of the file %s', (name) => {
    expect(kindsOf(findInFileName(name))).toEqual(['marking']);
  });

  it('finds a number in the name of a file', () => {
    expect(kindsOf(findInFileName(`справка_${iinOf(7)}.pdf`))).toEqual(['iin']);
  });
});

describe('what is left alone', () => {
  it.each([
    'Секретарь совещания — Ахметова А., секретариат подготовит протокол',
    'Тайна усыновления охраняется законом; бала асырап алу құпиясын сақтау',
    'Сменить пароли: до 5 декабря, құпия сөзді ауыстыру',
    'Пароль: сменить до конца недели',
    'Жасырын (құпия) дауыс беруді өткізу туралы ереже'.replace('(құпия)', 'құпия'),
    'Мемлекеттік құпиялар туралы заңды түсіндіру',
    'Закупить мебель из ДСП: шкафы, 12 листов ДСП 16 мм',
    'Школам № 101 104 110 115 122 131 140 151 отремонтировать пандусы',
    'Школам №12, 45, 67, 89, 101, 104 до 25.12.2026',
    'Бюджет: 87 012 345 678 тенге, из них 7 012 345 678 тг',
    'Выделено 87012345678 тенге',
    'Протокол № 2026-11-22/145 от 22.11.2026, пункт 2.1',
    'БИН 990240001234, КБК 12345678, договор № 123456789012',
    'Справки: 8 (727) 271-20-45, 8 7172 74 20 45',
    '2024 2025 2026 2027: 12 345, 13 456, 14 567',
    'Дети: 1 250, из них 2 350 в 2025 году, 100 % охват',
    'https://example.kz/a?id=550e8400-e29b-41d4-a716-446655440000',
    'Совещание 25.11.2026 в 15:00, каб. 412, ул. Абая, 45',
  ])('is: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is most of the numbers that only look like people', () => {
    const random = randomOf(4242);
    const numbers = Array.from({ length: 20_000 }, () => randomDigits(random, 12));
    expect(numbers.filter((digits) => isIin(digits)).length / numbers.length).toBeLessThan(0.004);
  });
});

describe('the guard', () => {
  it('tells kinds and places, never a value', () => {
    const iin = iinOf(3);
    const text = `Ребёнок ${iin}, мама +7 701 234 56 78`;
    const finds = findSensitive(text);
    expect(JSON.stringify(finds)).not.toContain(iin);
    expect(kindsOf(finds)).toEqual(['iin', 'phone']);
    expect(mask(text)).toBe('Ребёнок •••, мама •••');
  });

  it('names the gravest first and each kind once', () => {
    const text = `${iinOf(1)} и ${iinOf(2)}\nДСП\nAKIAABCDEFGHIJKLMNOP`;
    expect(kindsOf(findSensitive(text))).toEqual(['secret', 'marking', 'iin']);
  });

  it.each([
    '1 ',
    '7',
    '12345678 ',
    '(((',
    'eyJa',
    'KZ ',
    'KZ12 ',
    '8701',
    ' \t',
    'a:',
    'пароль:',
    'ДСП ',
    'http://a:',
    '1'.repeat(30),
    '- ',
  ])('comes to an end on a long run of «%s», and covers nothing beyond it', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    for (const { span } of [...findSensitive(text), ...findInFileName(text)])
      expect(span[1]).toBeLessThanOrEqual(text.length);
  });
});

function withCheck(eleven: string): string {
  return eleven + String(iinCheckDigit(eleven) ?? 0);
}

function withLuhn(digits: string): string {
  return [...'0123456789'].map((last) => digits + last).find(isCard) ?? '';
}

function accountOf(rest: string): string {
  const checks = Array.from({ length: 98 }, (_, n) => String(n).padStart(2, '0'));
  return checks.map((check) => `KZ${check}${rest}`).find(isAccount) ?? '';
}
