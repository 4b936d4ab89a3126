import { afterEach, describe, expect, test } from 'vitest';
import { settingsGroups } from '../../renderer/app/settings-entries/entry.ts';
import { settingsCards } from '../../renderer/app/settings-index.ts';
import { currentGroup } from '../../renderer/features/settings/current-group.ts';
import { findCards } from '../../renderer/features/settings/search.ts';
import { speak } from '../../shared/strings/language.ts';

const find = (query: string) => {
  const found = findCards(query, settingsCards());
  return found === undefined ? undefined : [...found];
};

afterEach(() => speak('en'));

describe('the index of the settings', () => {
  test('has every group in its order, each with cards', () => {
    const inOrder = settingsCards().map(({ group }) => settingsGroups.indexOf(group));
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
    expect(new Set(inOrder).size).toBe(settingsGroups.length);
  });

  test.each(['en', 'es'] as const)('says in %s what each card does, and no two alike', (spoken) => {
    speak(spoken);
    const cards = settingsCards();
    for (const card of cards) {
      expect(card.title, card.place).not.toBe('');
      expect(card.sentence, card.place).toMatch(/[.”»)]$/);
      expect(card.sentence, card.place).not.toBe(card.title);
    }
    const sentences = new Set(cards.map(({ sentence }) => sentence));
    expect(sentences.size).toBe(cards.length);
  });
});

describe('the search of the settings', () => {
  test('looks for nothing until something is typed', () => {
    expect(find('')).toBeUndefined();
    expect(find('  – ')).toBeUndefined();
  });

  test.each([
    ['dark', 'appearance'],
    ['DARK', 'appearance'],
    ['dnc', 'do-not-call'],
    ['click to call', 'call-at-once'],
    ['call click', 'call-at-once'],
    ['retention', 'keep'],
    ['salesforce', 'crm'],
    ['hotkey', 'shortcut'],
    ['redirect', 'browser-sign-in'],
    ['quiet hours', 'text-rules'],
  ])('finds by “%s” the card %s', (query, place) => {
    expect(find(query)).toContain(place);
  });

  test('wants every word, wherever on the card it stands', () => {
    expect(find('theme dark')).toEqual(['appearance']);
    expect(find('theme backup')).toEqual([]);
  });

  test('knows the cards by the name of their group', () => {
    const ofArchive = settingsCards().filter(({ group }) => group === 'archive');
    expect(find('archive')).toEqual(expect.arrayContaining(ofArchive.map(({ place }) => place)));
  });

  test('follows the language, and needs no accents', () => {
    speak('es');
    expect(find('configuracion oscuro')).toEqual([]);
    expect(find('diccionario ortografia')).toContain('spelling');
  });
});

describe('the group that is being read', () => {
  const groups = [
    { group: 'general', top: -900 },
    { group: 'calling', top: 120 },
    { group: 'texts', top: 700 },
  ] as const;

  test('is the last that began in the upper third', () => {
    expect(currentGroup(groups, { height: 600, isAtEnd: false })).toBe('calling');
    expect(currentGroup(groups, { height: 300, isAtEnd: false })).toBe('general');
  });

  test('is the first at the top, the last at the end, and none where nothing is shown', () => {
    const below = [{ group: 'general', top: 400 } as const];
    expect(currentGroup(below, { height: 600, isAtEnd: false })).toBe('general');
    expect(currentGroup(groups, { height: 600, isAtEnd: true })).toBe('texts');
    expect(currentGroup([], { height: 600, isAtEnd: false })).toBeUndefined();
  });
});
