// The groups of the city: the bot comes in, and each group or topic is bound to its organisation.
import type { User } from '../emulator/api-types.ts';
import { openTopic } from '../emulator/groups.ts';
import { newMember } from '../emulator/members.ts';
import { removeTopic } from '../emulator/methods-topics.ts';
import type { Chat } from '../emulator/world.ts';
import { addBot, findGroups } from '../groups.ts';
import { type Citizen, type City, talkative } from './founding.ts';
import type { Spot } from './people.ts';
import { districts } from './roster.ts';

/** The bot comes into the group of the heads and the forum of the districts; their members have been there before. */
export async function openGroups(city: City): Promise<void> {
  const { emulator, people } = city.site;
  const { heads, forum } = findGroups(emulator.world);
  const deputy = city.user('city', 'deputy');
  forum.info.title = 'Аудандар · Районы';
  for (const { id } of [...forum.topics.values()]) removeTopic(forum, id);
  city.heads = { chat: heads };
  city.topics = districts.map(({ kk }) => ({
    chat: forum,
    thread: openTopic(emulator.world, forum, deputy, `${kk} ауданы`, true),
  }));
  fill(
    heads,
    city.citizens.filter(({ role }) => role !== 'district_akim'),
  );
  fill(forum, city.citizens.filter(isOfDistricts));
  addBot(emulator.world, { heads, forum });
  await people.settle();
}

function isOfDistricts({ code, role }: Citizen): boolean {
  return role !== 'school_head' || talkative.some((number) => code === `s${number}`);
}

/** Puts people into a group as if they had been there for long: the bot hears nothing of it. */
function fill(chat: Chat, citizens: Citizen[]): void {
  for (const { user } of citizens) {
    if (user && !chat.members.has(user.id)) chat.members.set(user.id, newMember(user, 'member'));
  }
}

/** The head of the department binds the group, the deputy the topics, with the settings that the bot proposes. */
export async function bindGroups(city: City): Promise<void> {
  await bind(city, city.user('edu', 'dept_head'), city.heads, 'Білім басқармасы');
  for (const [index, { kk }] of districts.entries()) {
    const topic = city.topics[index];
    if (topic) await bind(city, city.user('city', 'deputy'), topic, `${kk} ауданының білім бөлімі`);
  }
}

async function bind(city: City, user: User, spot: Spot, name: string): Promise<void> {
  const { emulator, people } = city.site;
  await people.says(user, spot, `/link@${emulator.world.bot.username ?? ''} ${name}`);
  await people.presses(user, spot, 'chats.bind');
}
