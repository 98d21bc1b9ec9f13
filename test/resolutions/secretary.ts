// How a secretary works in the tests: the dialogs of a resolution, answered as people answer them.
import type { City } from '../support/city.ts';
import type { Town } from '../support/town.ts';

export type ItemWords = {
  text: string;
  kind?: string;
  /** One typed answer each; none: there is no executor yet. */
  executors?: string[];
  /** Typed date; none: no date yet. */
  due?: string;
  form?: string;
};

/** Starts a resolution of the city, chaired by the deputy, and answers all questions about its head. */
export async function startsResolution({ secretary }: City, theme = 'Кедергісіз орта туралы'): Promise<void> {
  await secretary.says('/resolution');
  await secretary.presses('Жаңа қарар', secretary.lastMessage);
  await secretary.presses('Үлгі қаласының әкімдігі', secretary.lastMessage);
  await secretary.says(theme);
  await secretary.says('20.11.2026');
  await secretary.says('14');
}

/** Adds an item by the dialog. */
export async function addsItem(
  { secretary }: City,
  { text, kind = 'Тапсырма', executors = [], due, form }: ItemWords,
): Promise<void> {
  await secretary.presses('Тармақ қосу');
  await secretary.says(text);
  await secretary.presses(kind, secretary.lastMessage);
  for (const words of executors) await secretary.says(words);
  await secretary.presses(executors.length > 0 ? 'Дайын' : 'Орындаушысы әзірге жоқ', secretary.lastMessage);
  if (due) await secretary.says(due);
  else await secretary.presses('Мерзімі әзірге жоқ', secretary.lastMessage);
  if (form) await secretary.says(form);
  else await secretary.presses('Өткізіп жіберу', secretary.lastMessage);
}

/** The newest resolution. */
export async function newest(town: Town) {
  return town.db.resolution.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { meeting: true, tasks: { orderBy: { position: 'asc' }, include: { participations: true } } },
  });
}
