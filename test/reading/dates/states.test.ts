// Standing terms, and terms that name no day.
import { expect, test } from 'vitest';
import { createCalendar } from '../../../src/calendar.ts';
import { readDeadline } from '../../../src/reading/dates/terms.ts';
import { phrasesOf, written } from './written-term.ts';

/** A Wednesday. */
const context = { today: '2027-03-10', calendar: createCalendar(), week: 5 as const };

// What is read, a question mark and the doubt, and behind the sign the phrases that say it.
const table = `
  ongoing = постоянно | на постоянной основе | в постоянном режиме | круглосуточно | тұрақты | тұрақты негізде
  ongoing = үнемі | үздіксіз | тәулік бойы
  none = – | срок не установлен | без срока | б/с
  none ?event = по мере необходимости | по мере поступления
  none = своевременно
  none ?event = к следующему заседанию | за два дня до мероприятия | на каникулах
  none = мерзімсіз | көрсетілмеген
  none ?event = қажет болған жағдайда
  none = уақтылы
  none ?event = келесі отырысқа | каникул кезінде
  ongoing ?several-dates = постоянно, начиная с 1 октября
  ongoing = тұрақты түрде
  none = не установлен | мерзімі көрсетілмеген
`;

test.each(phrasesOf(table))('«%s» is %s', (phrase, meaning) => {
  expect(written(readDeadline(phrase, context))).toBe(meaning);
});
