// The commands of the bot: what each needs, and where it belongs. Decides menus and help only; rights are asked again by the actions.
import type { Role } from '../generated/prisma/client.ts';
import { abilitiesOf, type Ability, type Actor } from './rules.ts';

/** What commands are about, in the order of the help. */
export const subjects = ['tasks', 'meetings', 'numbers', 'people', 'settings'] as const;
export type Subject = (typeof subjects)[number];
export type Command = {
  name: string;
  about: Subject;
  /** Any of these is enough; empty: everybody who is known. */
  needs: Ability[];
  privately: boolean;
  inGroups: boolean;
};

const command = (name: string, about: Subject, needs: Ability[], where: 'private' | 'group' | 'both'): Command => ({
  name,
  about,
  needs,
  privately: where !== 'group',
  inGroups: where !== 'private',
});

/** In the order of the menu: daily work first. The description of `task` is the text `org-command-task`. */
export const commands: Command[] = [
  command('task', 'tasks', ['issue'], 'both'),
  command('resolution', 'meetings', ['resolve'], 'private'),
  command('meetings', 'meetings', ['resolve'], 'private'),
  command('aliases', 'meetings', ['resolve'], 'private'),
  command('my', 'tasks', ['report'], 'private'),
  command('series', 'tasks', ['report', 'read'], 'private'),
  command('report', 'tasks', ['report'], 'private'),
  command('dates', 'tasks', ['report'], 'private'),
  command('review', 'tasks', ['review'], 'private'),
  command('find', 'tasks', ['read', 'report'], 'private'),
  command('parts', 'tasks', ['read', 'report'], 'private'),
  command('history', 'tasks', ['read', 'report'], 'private'),
  command('asof', 'meetings', ['read', 'resolve'], 'private'),
  command('print', 'meetings', ['print'], 'private'),
  command('public', 'meetings', ['read'], 'private'),
  command('lists', 'numbers', ['read', 'report'], 'private'),
  command('overdue', 'tasks', ['read', 'report'], 'both'),
  command('status', 'numbers', ['read', 'report'], 'both'),
  command('stats', 'numbers', ['read', 'report'], 'both'),
  command('collect', 'numbers', ['issue', 'report'], 'private'),
  command('indicators', 'numbers', ['read', 'report'], 'private'),
  command('roadmap', 'numbers', ['read', 'report'], 'private'),
  command('findings', 'numbers', ['read'], 'private'),
  command('problems', 'numbers', ['read'], 'private'),
  command('groups', 'people', ['read', 'report'], 'both'),
  command('programmes', 'people', ['read'], 'private'),
  command('discipline', 'numbers', ['read', 'report'], 'private'),
  command('subscribe', 'numbers', ['read', 'report'], 'private'),
  command('unsubscribe', 'numbers', ['read', 'report'], 'private'),
  command('unreached', 'people', ['unreached'], 'both'),
  command('delivery', 'people', ['unreached'], 'private'),
  command('people', 'people', ['unreached'], 'private'),
  command('import', 'people', ['roster'], 'private'),
  command('reminders', 'settings', ['reminders'], 'private'),
  command('calendar', 'settings', ['calendar'], 'private'),
  command('link', 'settings', ['groups'], 'group'),
  command('unlink', 'settings', ['groups'], 'group'),
  command('settings', 'settings', ['groups'], 'group'),
  command('as', 'people', ['several-posts'], 'private'),
  command('whoami', 'settings', [], 'private'),
  command('language', 'settings', [], 'private'),
  command('privacy', 'settings', [], 'private'),
  command('help', 'settings', [], 'both'),
  command('cancel', 'settings', [], 'both'),
];

/** What each role needs first, by the journeys of the product; the rest stands behind a button. */
const first: Record<Role, string[]> = {
  akim: ['status', 'overdue', 'review', 'stats', 'task', 'find'],
  deputy: ['task', 'review', 'overdue', 'status', 'my', 'find'],
  district_akim: ['task', 'review', 'overdue', 'status', 'my', 'find'],
  district_deputy: ['task', 'review', 'overdue', 'status', 'my', 'find'],
  dept_head: ['my', 'report', 'task', 'review', 'collect', 'overdue'],
  unit_head: ['my', 'report', 'task', 'review', 'collect', 'overdue'],
  school_head: ['my', 'report', 'dates', 'task', 'find'],
  staff: ['my', 'report', 'dates', 'find'],
  controller: ['review', 'overdue', 'status', 'find', 'print'],
  secretary: ['resolution', 'meetings', 'review', 'print', 'people', 'unreached'],
  observer: ['status', 'stats', 'overdue', 'subscribe'],
  admin: ['import', 'people', 'unreached', 'delivery'],
};
const firstOfSystem = ['import', 'people', 'unreached', 'delivery', 'calendar'];
const always = ['language', 'privacy', 'help', 'cancel'];

/** Commands for everybody: of a stranger in private, or of a whole group. */
export function commonCommands(where: 'private' | 'group'): string[] {
  if (where === 'group') return commands.filter(({ inGroups }) => inGroups).map(({ name }) => name);
  return ['start', 'help'];
}

/** What this person can use in a private chat or in a group. */
export function commandsFor(actor: Actor, where: 'private' | 'group'): string[] {
  const able = abilitiesOf(actor);
  return commands
    .filter(({ privately, inGroups }) => (where === 'private' ? privately : inGroups))
    .filter(({ needs }) => needs.length === 0 || needs.some((ability) => able.has(ability)))
    .map(({ name }) => name);
}

/** The few that this person's posts need first, in private; those of several posts one after the other. */
export function firstCommands(actor: Actor): string[] {
  const wanted = [...actor.posts.flatMap(({ role }) => first[role]), ...(actor.systemAdmin ? firstOfSystem : [])];
  const able = commandsFor(actor, 'private');
  const found = [...new Set(wanted)].filter((name) => able.includes(name));
  return found.length > 0 ? found : able;
}

/** The menu of this person's private chat: the few, and what everybody may look for. */
export function menuCommands(actor: Actor): string[] {
  return [...new Set([...firstCommands(actor), ...always])];
}

/** All commands of this person in private, by subject. */
export function commandsBySubject(actor: Actor): { subject: Subject; names: string[] }[] {
  const able = commandsFor(actor, 'private');
  return subjects
    .map((subject) => ({
      subject,
      names: commands.filter(({ name, about }) => about === subject && able.includes(name)).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0);
}
