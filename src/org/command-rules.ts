// The commands of the bot: what each needs, and where it belongs. Decides menus and help only; rights are asked again by the actions.
import { abilitiesOf, type Ability, type Actor } from './rules.ts';

export type Command = {
  name: string;
  /** Any of these is enough; empty: everybody who is known. */
  needs: Ability[];
  privately: boolean;
  inGroups: boolean;
};

const command = (name: string, needs: Ability[], where: 'private' | 'group' | 'both'): Command => ({
  name,
  needs,
  privately: where !== 'group',
  inGroups: where !== 'private',
});

/** In the order of the menu: daily work first. The description of `task` is the text `org-command-task`. */
export const commands: Command[] = [
  command('task', ['issue'], 'both'),
  command('resolution', ['resolve'], 'private'),
  command('meetings', ['resolve'], 'private'),
  command('aliases', ['resolve'], 'private'),
  command('my', ['report'], 'private'),
  command('series', ['report', 'read'], 'private'),
  command('report', ['report'], 'private'),
  command('dates', ['report'], 'private'),
  command('review', ['review'], 'private'),
  command('find', ['read', 'report'], 'private'),
  command('parts', ['read', 'report'], 'private'),
  command('history', ['read', 'report'], 'private'),
  command('asof', ['read', 'resolve'], 'private'),
  command('print', ['print'], 'private'),
  command('public', ['read'], 'private'),
  command('lists', ['read', 'report'], 'private'),
  command('overdue', ['read', 'report'], 'both'),
  command('status', ['read', 'report'], 'both'),
  command('stats', ['read', 'report'], 'both'),
  command('collect', ['issue', 'report'], 'private'),
  command('indicators', ['read', 'report'], 'private'),
  command('roadmap', ['read', 'report'], 'private'),
  command('findings', ['read'], 'private'),
  command('groups', ['read', 'report'], 'private'),
  command('programmes', ['read'], 'private'),
  command('discipline', ['read', 'report'], 'private'),
  command('subscribe', ['read', 'report'], 'private'),
  command('unsubscribe', ['read', 'report'], 'private'),
  command('unreached', ['unreached'], 'both'),
  command('delivery', ['unreached'], 'private'),
  command('people', ['unreached'], 'private'),
  command('import', ['roster'], 'private'),
  command('reminders', ['groups'], 'private'),
  command('calendar', ['calendar'], 'private'),
  command('link', ['groups'], 'group'),
  command('unlink', ['groups'], 'group'),
  command('settings', ['groups'], 'group'),
  command('as', ['several-posts'], 'private'),
  command('whoami', [], 'private'),
  command('language', [], 'private'),
  command('privacy', [], 'private'),
  command('help', [], 'both'),
  command('cancel', [], 'both'),
];

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
