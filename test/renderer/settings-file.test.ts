import { afterEach, describe, expect, test } from 'vitest';
import { settingsCards } from '../../renderer/app/settings-index.ts';
import {
  changeLines,
  removesHistory,
  skippedLines,
  valueWords,
} from '../../renderer/features/settings/file-model.ts';
import { speak } from '../../shared/strings/language.ts';
import { usualSettings } from './harness/usual-settings.ts';

afterEach(() => speak('en'));

describe('what a settings file would change', () => {
  test('is told by the names and the words of the page', () => {
    const changes = [
      { name: 'theme', before: 'system', after: 'dark' },
      { name: 'callAtOnce', before: false, after: true },
      { name: 'keepMonths', before: undefined, after: 12 },
    ] as const;
    expect(changeLines({ changes })).toEqual([
      { name: 'theme', label: 'Theme', before: 'System', after: 'Dark' },
      { name: 'callAtOnce', label: 'Links call at once', before: 'Off', after: 'On' },
      {
        name: 'keepMonths',
        label: 'Months texts, calls and voicemails are kept',
        before: 'None',
        after: '12',
      },
    ]);
    speak('es');
    expect(changeLines({ changes })[0]).toMatchObject({ label: 'Tema', before: 'Sistema' });
  });

  test.each([
    ['outcomes', [], 'None'],
    ['outcomes', ['Reached', 'No answer'], 'Reached, No answer'],
    ['ownWords', ['a', 'b', 'c', 'd'], '4 entries'],
    ['ownFields', [{ name: 'office', value: 'Elm St' }], '{office}'],
    ['textPrices', { segment: 0.01, media: 0.03, currency: 'USD' }, '0.01 / 0.03 USD'],
    ['crmAddress', 'https://crm.example.com/{number}', 'https://crm.example.com/{number}'],
    ['mediaCacheMb', 1024, '1,024'],
    ['language', 'es', 'Español'],
  ] as const)('says of %s %j: %s', (name, value, said) => {
    expect(valueWords(name, value)).toBe(said);
  });

  test('is dangerous where it keeps less history, and only there', () => {
    const keeps = (before: number | undefined, after: number | undefined): boolean =>
      removesHistory({ changes: [{ name: 'keepMonths', before, after }] });
    expect(keeps(undefined, 12)).toBe(true);
    expect(keeps(24, 12)).toBe(true);
    expect(keeps(12, 24)).toBe(false);
    expect(keeps(12, undefined)).toBe(false);
    expect(removesHistory({ changes: [{ name: 'undoSeconds', before: 10, after: 3 }] })).toBe(
      false,
    );
  });

  test('names what is left out, and why', () => {
    const skipped = [
      { name: 'undoSeconds', because: 'invalid' },
      { name: 'ringTone', because: 'unknown' },
    ] as const;
    expect(skippedLines({ skipped })).toEqual([
      'Seconds to take a text back: its value makes no sense',
      'ringTone: this Sidetone does not know it',
    ]);
  });
});

describe('the settings on the cards', () => {
  test('are every one there is, each on one card', () => {
    const held = settingsCards().flatMap(({ holds }) => holds);
    expect(new Set(held).size).toBe(held.length);
    // A folder is chosen in the system's dialog; whether one was asked is no choice.
    const elsewhere = new Set(['backupFolder', 'askedForLinks']);
    const names = Object.keys(usualSettings).filter((name) => !elsewhere.has(name));
    expect(held.toSorted()).toEqual(names.toSorted());
  });
});
