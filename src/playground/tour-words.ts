// What the tour proposes to say, in the visitor's language: words that the bot reads.
import { createCalendar } from '../calendar.ts';
import { printDayShort } from '../time.ts';
import type { Language } from './protocol.ts';
import type { Sight } from './tour-sight.ts';

/** The task of the first step, due two working days later: on Friday morning the group hears of it if it is still open. */
export function taskWords({ today }: Pick<Sight, 'today'>, language: Language): string {
  const due = printDayShort(createCalendar().addWorkingDays(today, 2, 5));
  return {
    kk: `/task № 12 мектепке — кіреберістегі шамды ауыстыру, ${due} дейін`,
    ru: `/task Школе № 12 — заменить лампу у входа до ${due}`,
    en: `/task School No 12 — replace the lamp at the entrance by ${due}`,
  }[language];
}

/** What the head answers: at first without a proof, then with one. */
export function reportWords(language: Language): { first: string; second: string } {
  return {
    kk: { first: 'Орындалды, шам ауыстырылды.', second: 'Орындалды, фотосурет қоса берілді.' },
    ru: { first: 'Выполнено, лампа заменена.', second: 'Выполнено, фото приложено.' },
    en: { first: 'Done, the lamp is replaced.', second: 'Done, here is the photo.' },
  }[language];
}
