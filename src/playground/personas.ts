// The people whom a visitor can be: accounts that exist in every city, with the same ids.
import type { User } from './emulator/api-types.ts';
import type { World } from './emulator/world.ts';
import type { Language, Persona, PersonaKey } from './protocol.ts';

const firstId = 7_000_000_001;

type Account = [key: PersonaKey, given: string, surname: string, locale: Language];
const accounts: Account[] = [
  ['administrator', 'Ілияс', 'Желкенов', 'ru'],
  ['deputy', 'Дархан', 'Мейірбеков', 'ru'],
  ['secretary', 'Таңшолпан', 'Гүлдарова', 'kk'],
  ['department', 'Сәуле', 'Шаңырақова', 'kk'],
  ['school-first', 'Галина', 'Родникова', 'ru'],
  ['school-second', 'Ербол', 'Көкжиеков', 'kk'],
  ['school-third', 'Перизат', 'Жаңбырова', 'kk'],
  ['subscriber', 'Вера', 'Лазурина', 'ru'],
  ['stranger', 'Robin', 'Ashgrove', 'en'],
];

/** In the order of the page's switch. */
export const personas: Persona[] = accounts.map(([key, given, surname, locale], index) => ({
  key,
  userId: firstId + index,
  name: `${given} ${surname}`,
  locale,
}));

/** Gives the people of a new world their accounts. */
export function addPersonas(world: World): void {
  accounts.forEach(([, first_name, last_name, language_code], index) => {
    const id = firstId + index;
    world.users.set(id, { id, is_bot: false, first_name, last_name, language_code });
  });
}

/** The account of a persona. Throws when the world was made without personas. */
export function personaUser(world: World, key: PersonaKey): User {
  const user = world.users.get(personas.find((one) => one.key === key)?.userId ?? 0);
  if (!user) throw new Error(`the world has no ${key}`);
  return user;
}
