// Verb forms told by their endings, and the nouns that look like them.
import { describe, expect, it } from 'vitest';
import * as kazakh from '../../../src/reading/items/kazakh-verbs.ts';
import * as russian from '../../../src/reading/items/russian-verbs.ts';
import { tokenise } from '../../../src/reading/words.ts';

const folded = (word: string): string => tokenise(word)[0]?.folded ?? '';

describe('Russian forms', () => {
  it.each(
    'провести обеспечить сберечь найти приобрести учесть привлечь соблюсти вывезти ознакомиться помочь нести принять'.split(
      ' ',
    ),
  )('%s is an infinitive', (word) => expect(russian.isInfinitive(folded(word))).toBe(true));

  it.each(
    'область части дети сети деятельность печать память двадцать пять треть путь речь очередь скорости нефть'.split(
      ' ',
    ),
  )('%s is none', (word) => expect(russian.isInfinitive(folded(word))).toBe(false));

  it.each('сделай собери проверь подготовь скинь обнови включи'.split(' '))('%s is a command to one', (word) =>
    expect(russian.isBareImperative(folded(word))).toBe(true),
  );

  it.each('случай состав ключи край чай дверь'.split(' '))('%s is no command', (word) =>
    expect(russian.isBareImperative(folded(word))).toBe(false),
  );

  it('tells commands from nouns behind a preposition', () => {
    expect(russian.isPluralImperative(folded('сведите'), undefined)).toBe(true);
    expect(russian.isPluralImperative(folded('сайте'), 'на')).toBe(false);
    expect(russian.isPluralImperative(folded('транзите'), 'в')).toBe(false);
  });
});

describe('Kazakh forms', () => {
  const token = (word: string) => tokenise(word)[0] as ReturnType<typeof tokenise>[number];

  it.each('етсін тексерсін аяқталсын'.split(' '))('%s is a command wherever it stands', (word) =>
    expect(kazakh.isThirdCommand(token(word), false)).toBe(true),
  );

  it.each('мәселесін жобасын кестесін хаттамасын баласын отырсың'.split(' '))('%s is none', (word) =>
    expect(kazakh.isThirdCommand(token(word), true)).toBe(false),
  );

  it('takes a doubtful form for a command only where the clause closes', () => {
    expect(kazakh.isThirdCommand(token('жасасын'), true)).toBe(true);
    expect(kazakh.isThirdCommand(token('жасасын'), false)).toBe(false);
  });

  it('knows the forms typed without Kazakh letters', () => {
    expect(kazakh.isThirdCommand(token('тексерсин'), false)).toBe(true);
    expect(kazakh.isPoliteCommand(folded('жибериниз'))).toBe(true);
  });
});
