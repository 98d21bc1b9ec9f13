// Numbers that prove themselves: ИИН, payment card, bank account. Each takes the bare digits or letters, without separators.

const firstRound = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondRound = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
/** Century of birth by the seventh digit: odd men, even women (rules of forming the individual identification number, Law No 223 of 12.01.2007). */
const centuries: Record<string, number> = { 1: 1800, 2: 1800, 3: 1900, 4: 1900, 5: 2000, 6: 2000 };

/** True for an individual identification number: a birth date that exists, its century, and the check digit. A БИН has 4 to 6 where the day begins, so it is none. */
export function isIin(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const century = centuries[digits.charAt(6)];
  return century !== undefined && isBirthDate(digits, century) && Number(digits.charAt(11)) === iinCheckDigit(digits);
}

/** The check digit by the first eleven digits: a second round of weights where the first gives ten; null where that gives ten too, such numbers are not issued. */
export function iinCheckDigit(digits: string): number | null {
  for (const weights of [firstRound, secondRound]) {
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
    if (sum % 11 < 10) return sum % 11;
  }
  return null;
}

function isBirthDate(digits: string, century: number): boolean {
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [number, number, number];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(century + year, month, 0)).getUTCDate();
}

/** True for the number of a payment card: a known first digit and Luhn's check (ISO/IEC 7812). */
export function isCard(digits: string): boolean {
  if (!/^(?:4|5[0-8]|2[2-7]|6[0-9])\d+$/.test(digits) || digits.length < 16 || digits.length > 19) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0 && new Set(digits).size > 2;
}

/** True for a bank account of Kazakhstan: KZ, two check digits, bank and account, 20 signs, remainder 1 by 97 (ISO 13616). */
export function isAccount(signs: string): boolean {
  if (!/^KZ\d{5}[A-Z0-9]{13}$/.test(signs)) return false;
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
