import { describe, expect, test } from 'vitest';
import type { E164 } from '../../shared/model/ids.ts';
import type { SecretsStanding } from '../../shared/model/session.ts';
import { linesOf } from '../../renderer/features/settings/text-lines.ts';
import { accountFacts } from '../../renderer/features/settings/view-model.ts';
import { strings } from '../../shared/strings/strings.ts';
import { session } from './make.ts';

const words = strings.settings;
const lastSignIn = {
  serverUrl: 'https://platform.ringcentral.com',
  clientId: 'an-id',
  method: 'browser',
  isKept: true,
} as const;
const factsOf = (changes: Parameters<typeof session>[0]) =>
  new Map(accountFacts(session(changes), (number) => `<${number}>`));

describe('the account in the settings', () => {
  test('tells who, how, with which app and how it is kept', () => {
    const facts = factsOf({ lastSignIn, fromNumber: '+14155550100' as E164 });
    expect(facts.get(words.who)).toBe('Robin Vance');
    expect(facts.get(words.number)).toBe('<+14155550100>');
    expect(facts.get(words.how)).toBe('Your browser');
    expect(facts.get(words.clientId)).toBe('an-id');
    expect(facts.get(words.secrets)).toContain('key ring');
  });

  test.each<[SecretsStanding, string]>([
    ['os', 'In this computer’s key ring'],
    ['session-only', 'sign in again after closing'],
    ['weak', 'only obscured'],
  ])('says of a sign-in kept as %s: %s', (secretsStanding, told) => {
    expect(factsOf({ secretsStanding }).get(words.secrets)).toContain(told);
  });

  test('says nothing of the demo’s own sign-in: nobody made it', () => {
    const facts = factsOf({ demo: true, lastSignIn });
    expect(facts.has(words.how)).toBe(false);
    expect(facts.has(words.secrets)).toBe(false);
    expect(facts.get(words.who)).toBe('Robin Vance');
  });
});

describe('the lines of a list of texts', () => {
  const before = linesOf([], ['a', 'b', 'c']);
  const [a, b, c] = before.map(({ key }) => key);
  const keysOf = (texts: readonly string[]) => linesOf(before, texts).map(({ key }) => key);

  test('stay the same when they are renamed, moved and removed', () => {
    expect(new Set([a, b, c]).size).toBe(3);
    expect(keysOf(['a', 'x', 'c'])).toEqual([a, b, c]);
    expect(keysOf(['b', 'a', 'c'])).toEqual([b, a, c]);
    expect(keysOf(['x', 'a', 'c'])).toEqual([b, a, c]);
    expect(keysOf(['a', 'c'])).toEqual([a, c]);
  });

  test('are new where there are more', () => {
    const [first, second, third, added] = keysOf(['a', 'b', 'c', 'd']);
    expect([first, second, third]).toEqual([a, b, c]);
    expect([a, b, c]).not.toContain(added);
  });
});
