import { describe, expect, it } from 'vitest';
import { failedLeg, wordOfReason } from '../../../main/core/calls/leg-words.ts';
import { endingOf, readRingOut } from '../../../main/core/calls/ring-out.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** Every word of RingCentral's list that is not a good one (its guide to RingOut). */
const words = [
  'Invalid',
  'Busy',
  'NoAnswer',
  'RingOutFromThisNumberIsNotSupported',
  'Rejected',
  'GenericError',
  'InternationalDisabled',
  'DestinationBlocked',
  'NotEnoughFunds',
  'NosuchUser',
  'Error',
  'CannotReach',
  'NoAnsweringMachine',
  'NoSessionFound',
  'Unknown',
] as const;

const sides = ['you', 'them'] as const;
const cases = words.flatMap((word) => sides.map((side) => [word, side] as const));

/** What a call that ends with a leg's word says, as the status tells it. */
const said = (word: string, side: 'you' | 'them') => {
  const status =
    side === 'you'
      ? { callerStatus: word, calleeStatus: 'InProgress' }
      : { callerStatus: 'Success', calleeStatus: word };
  const { failure } = readRingOut({ id: 'x', callStatus: 'CannotReach', ...status });
  return failure && strings.failures(failure);
};

describe('the ways a leg can fail', () => {
  it.each(cases)('%s of %s ends the call with a sentence and a next step', (word, side) => {
    const sentence = said(word, side);
    expect(sentence?.title).toMatch(/^\p{Lu}.{10,}[^.]$/u);
    expect(sentence?.advice).toMatch(/^\p{Lu}.{10,}\.$/u);
  });

  it('have each a sentence of their own, and none is the general one', () => {
    const titles = cases.map(([word, side]) => said(word, side)?.title);
    expect(new Set(titles).size).toBe(cases.length);
    const general = ['call.failed', 'call.outcome-unknown', 'internal'] as const;
    for (const message of general) {
      const { title } = strings.failures({ kind: 'rejected', code: '', message, retry: 'never' });
      expect(titles).not.toContain(title);
    }
  });

  it('keep RingCentral’s word as the code', () => {
    for (const [word, side] of cases) expect(endingOf(word, side)?.failure?.code).toBe(word);
  });

  it.each([
    ['InternationalDisabled', 'never'],
    ['NotEnoughFunds', 'never'],
    ['NosuchUser', 'never'],
    ['Busy', 'user'],
    ['CannotReach', 'user'],
    ['GenericError', 'user'],
  ])('%s: trying again is for %s', (word, retry) => {
    for (const side of sides) expect(endingOf(word, side)?.failure?.retry).toBe(retry);
  });

  it('do not count a word that may pass while the call goes on', () => {
    const status = { id: 'x', callStatus: 'InProgress', callerStatus: 'Success' } as const;
    expect(readRingOut({ ...status, calleeStatus: 'Unknown' })).toMatchObject({
      state: 'ringing-them',
      outcome: undefined,
    });
  });
});

describe('the reasons a session ends for', () => {
  it.each([
    ['TargetBusy', 'Busy'],
    ['Timeout', 'NoAnswer'],
    ['InvalidNumber', 'NosuchUser'],
    ['NotEnoughFunds', 'NotEnoughFunds'],
  ])('%s is the word %s', (reason, word) => {
    expect(wordOfReason(reason)).toBe(word);
    expect(failedLeg(word)).toBeDefined();
  });

  it.each(['CallFinished', 'Cancelled', undefined, 'constructor'])('%s tells nothing', (reason) => {
    expect(wordOfReason(reason)).toBeUndefined();
  });
});
