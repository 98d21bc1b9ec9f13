// What each persona sees of a topic that was closed.
import { describe, expect, it } from 'vitest';
import { say } from '../../src/playground/emulator/people.ts';
import { World } from '../../src/playground/emulator/world.ts';
import { addGroups } from '../../src/playground/groups.ts';
import { addPersonas, personaUser } from '../../src/playground/personas.ts';
import type { PersonaKey } from '../../src/playground/protocol.ts';
import { Reads } from '../../src/playground/reads.ts';
import { viewChat } from '../../src/playground/views.ts';

describe('a closed topic', () => {
  const world = new World({ now: () => new Date('2026-11-23T04:00:00Z') });
  addPersonas(world);
  const { forum } = addGroups(world);
  const [topic] = [...forum.topics.values()];
  if (!topic) throw new Error('the forum has no topic');
  topic.closed = true;
  const view = (key: PersonaKey, thread: number | null) =>
    viewChat({ world, reads: new Reads() }, forum, {
      user: personaUser(world, key),
      locale: 'ru',
      thread,
      before: null,
    });

  it('is closed to its members, and open to the owner of the group', () => {
    const write = (key: PersonaKey) =>
      say(world, forum, personaUser(world, key), { text: 'слово' }, { thread: topic.id });
    expect(view('subscriber', topic.id).closed).toBe(true);
    expect(() => write('subscriber')).toThrow('is closed');
    expect(view('deputy', topic.id).closed).toBe(false);
    expect(write('deputy').message.text).toBe('слово');
  });

  it('leaves the rest of the group open', () => {
    expect(view('subscriber', null).closed).toBe(false);
  });
});
