// What is left of a clause when its addressees are cut out; classes and their scope; the time it takes.
import { describe, expect, it, test } from 'vitest';
import { findAddressees, type AddresseePlace } from '../../../src/reading/addressees/find-addressees.ts';
import { cutSpans } from '../../../src/reading/words.ts';

test.each<[string, string]>([
  ['Управлению спорта (Пробный Р.) совместно с акимами районов провести турнир', 'провести турнир'],
  ['Отдел архитектуры — согласовать фасады', 'согласовать фасады'],
  ['Провести субботник (отв. – завхоз Пробов П.П.)', 'Провести субботник'],
  ['Айгерим Пробовна, подготовьте список', 'подготовьте список'],
  ['Аудан әкімдері полициямен бірлесіп рейд өткізсін', 'рейд өткізсін'],
  ['Возложить на отдел кадров ведение списка', 'Возложить ведение списка'],
])('of «%s» is left «%s»', (text, rest) => {
  expect(cutSpans(text, findAddressees(text).cuts)).toBe(rest);
});

describe('classes', () => {
  test.each<[string, AddresseePlace, string | null]>([
    ['Всем школам города сдать списки', 'any', 'schools'],
    ['Мектеп директорлары', 'label', 'schools'],
    ['Акимам районов обеспечить завоз', 'any', 'districts'],
    ['Аудандық білім бөлімдері', 'label', 'districts'],
    ['Классным руководителям провести беседы', 'any', 'other'],
    ['Директорам школ № 8 и № 23 сдать отчёты', 'any', null],
    ['УО и отделу спорта составить план', 'any', null],
    ['Управлению образования совместно с акимами районов провести рейд', 'any', null],
    ['Рабочей группе подготовить проект', 'any', null],
  ])('«%s» (%s): %s', (text, where, scope) => expect(findAddressees(text, where).fanOut).toBe(scope));
});

it('co-executors are marked as joint, and the group too', () => {
  const found = findAddressees('Отделу спорта совместно с полицией провести рейд');
  expect(found.addressees.map(({ words, joint }) => [words, joint])).toEqual([
    ['Отделу спорта', false],
    ['полицией', true],
  ]);
  expect(found.joint).toBe(true);
  expect(findAddressees('Отделу спорта провести рейд').joint).toBe(false);
});

it('nobody is found in an empty text, a dash or signs alone', () => {
  for (const text of ['', ' ', '—', '–', '...', '«', '(', '№', '\n']) {
    expect(findAddressees(text, 'label').addressees).toEqual([]);
    expect(findAddressees(text).addressees).toEqual([]);
  }
});
