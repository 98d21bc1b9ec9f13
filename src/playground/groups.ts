// The two groups of every city: a plain one of school heads, in which the bot sees only what is meant for it, and a forum that it helps to run.
import { createGroup, openTopic, setMember } from './emulator/groups.ts';
import { adminRights } from './emulator/members.ts';
import type { Chat, World } from './emulator/world.ts';
import { personaUser } from './personas.ts';
import type { PersonaKey } from './protocol.ts';

export type Groups = {
  /** A supergroup without topics; the department head owns it, the bot becomes an ordinary member. */
  heads: Chat;
  /** A forum; the deputy owns it, the bot becomes an administrator. */
  forum: Chat;
};

const headsMembers: PersonaKey[] = [
  'department',
  'deputy',
  'secretary',
  'school-first',
  'school-second',
  'school-third',
];
const forumMembers: PersonaKey[] = ['deputy', 'secretary', 'department', 'school-first', 'subscriber'];
const topics = ['Білім · Образование', 'Хаттамалар · Протоколы', 'Басқа · Прочее'];

/** Makes the groups in a new world, without the bot. */
export function addGroups(world: World): Groups {
  const people = (keys: PersonaKey[]) => keys.map((key) => personaUser(world, key));
  const type = 'supergroup';
  const title = 'Мектеп басшылары · Директора школ';
  const heads = createGroup(world, { title, type, members: people(headsMembers), bot: false });
  const other = { title: 'Кеңес · Совещания', forum: true };
  const forum = createGroup(world, { ...other, type, members: people(forumMembers), bot: false });
  for (const name of topics) openTopic(world, forum, personaUser(world, 'deputy'), name, true);
  return { heads, forum };
}

/** The groups of a world that has them already. Throws when they are gone. */
export function findGroups(world: World): Groups {
  const [heads, forum] = [...world.chats.values()].filter(({ info }) => info.type === 'supergroup');
  if (!heads || !forum) throw new Error('the world has lost its groups');
  return { heads, forum };
}

/** Their owners add the bot; it greets. */
export function addBot(world: World, { heads, forum }: Groups): void {
  setMember(world, heads, personaUser(world, 'department'), world.bot, 'member');
  setMember(world, forum, personaUser(world, 'deputy'), world.bot, 'administrator', adminRights);
}
