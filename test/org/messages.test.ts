// Names and addressing on screen, in three languages.
import { describe, expect, it } from 'vitest';
import { address, clip, nameIn, personName, postTitle, shortName } from '../../src/org/messages.ts';
import { loadTexts, type Locale } from '../../src/texts.ts';

const t = loadTexts();
const woman = { surname: 'Сынақова', given: 'Айгүл', patronymic: 'Мысалқызы', gender: 'female' } as const;
const man = { surname: 'Пробов', given: 'Ержан', patronymic: 'Мысалович', gender: 'male' } as const;

describe('addressing', () => {
  it.each<[Locale, object, string]>([
    ['kk', woman, 'Құрметті Айгүл Мысалқызы!'],
    ['ru', woman, 'Уважаемая Айгүл Мысалқызы!'],
    ['ru', man, 'Уважаемый Ержан Мысалович!'],
    ['en', woman, 'Dear Ms Сынақова,'],
    ['en', man, 'Dear Mr Пробов,'],
    ['kk', { ...woman, gender: null }, 'Құрметті Айгүл Мысалқызы!'],
    ['ru', { ...woman, gender: null }, 'Уважаемый(-ая) коллега!'],
    ['ru', { ...man, patronymic: null }, 'Уважаемый(-ая) коллега!'],
    ['kk', { ...man, patronymic: null }, 'Құрметті әріптес!'],
    ['en', { ...man, gender: null }, 'Dear colleague,'],
    ['ru', { ...man, given: '<b>' }, 'Уважаемый &lt;b&gt; Мысалович!'],
  ])('in %s', (locale, person, expected) => {
    expect(address(t, { ...man, ...person }, locale)).toBe(expected);
  });
});

describe('names', () => {
  const post = {
    nameKk: 'Мектеп директоры',
    nameRu: 'Директор школы',
    org: { nameKk: '№ 12 мектеп', nameRu: 'Школа № 12' },
  };

  it('of posts and organisations are in the reader’s language, Russian for English readers', () => {
    expect(postTitle(post, 'kk')).toBe('Мектеп директоры, № 12 мектеп');
    expect(postTitle(post, 'en')).toBe('Директор школы, Школа № 12');
    expect(nameIn(post, 'ru')).toBe('Директор школы');
  });

  it('of people are never transliterated, and bear missing parts', () => {
    expect(personName(woman)).toBe('Сынақова Айгүл');
    expect(personName(woman, true)).toBe('Сынақова Айгүл Мысалқызы');
    expect(personName({ surname: '', given: 'Марат' }, true)).toBe('Марат');
    expect(shortName(man)).toBe('Е. Пробов');
    expect(shortName({ surname: '', given: 'Марат' })).toBe('Марат');
  });

  it('too long are clipped by letters, not in the middle of one', () => {
    expect(clip('абвгд', 5)).toBe('абвгд');
    expect(clip('абвгде', 5)).toBe('абвг…');
    expect(clip('😀😀😀', 2)).toBe('😀…');
  });
});
