import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { CallState } from '../../shared/model/calls.ts';
import {
  barWords,
  canTryAgain,
  isOver,
  keyInOf,
  legWords,
  talkClock,
} from '../../renderer/app/live-call/view-model.ts';
import { activeCall, at } from './make.ts';

const state = (changes: Parameters<typeof activeCall>[0]) =>
  barWords(activeCall(changes), 'Ada Brook').state;

describe('the running call in words', () => {
  test('says whose phone rings and what to do', () => {
    expect(state({ state: 'ringing-you' })).toBe(
      'Ringing your phone (Desk) — answer it to reach Ada Brook',
    );
    expect(state({ state: 'ringing-them' })).toBe('Ringing Ada Brook');
    expect(state({ state: 'connected' })).toBe('Connected');
  });

  test('says how long a call was, when it had connected', () => {
    const ended = { state: 'ended', endedAt: at(22, 9, 2) } as const;
    expect(state({ ...ended, connectedAt: at(22, 9, 1) })).toBe('Ended after 1:00');
    expect(state(ended)).toBe('Ended');
    // As in the history: whole seconds, and its own once it has them.
    const connectedAt = at(22, 9, 2) - 30_600;
    expect(state({ ...ended, connectedAt })).toBe('Ended after 0:31');
    const told = barWords(activeCall({ ...ended, connectedAt }), 'Ada Brook', 33);
    expect(told.state).toBe('Ended after 0:33');
  });

  test('says why a call failed and what to do', () => {
    const reason = failure('rejected', 'call.busy');
    expect(barWords(activeCall({ state: 'failed', failure: reason }), 'Ada Brook')).toEqual({
      tone: 'failed',
      state: 'The line is busy',
      advice: 'Try again in a while, or send a text.',
    });
    expect(state({ state: 'failed' })).toBe('The call did not go through');
  });

  test('reminds of digits that have to be keyed in', () => {
    const call = activeCall({ state: 'ringing-them', keyIn: '7,,1#' });
    expect(keyInOf(call)).toEqual({ label: 'Key in once connected', digits: '7 … 1#' });
    expect(keyInOf({ ...call, state: 'connected' })?.label).toBe('Key in now');
    expect(keyInOf({ ...call, state: 'ended' })).toBeUndefined();
    expect(keyInOf({ ...call, keyIn: undefined })).toBeUndefined();
  });

  test('shows both sides', () => {
    const call = activeCall({ yourLeg: 'answered', theirLeg: 'ringing' });
    expect(legWords(call, 'Ada Brook')).toBe('You: answered · Ada Brook: ringing');
  });

  test('has a clock only while both sides talk', () => {
    const connectedAt = at(22, 9);
    expect(talkClock(activeCall({ state: 'connected', connectedAt }), connectedAt + 42_900)).toBe(
      '0:42',
    );
    expect(talkClock(activeCall({ state: 'ended', connectedAt }), connectedAt)).toBeUndefined();
    expect(talkClock(activeCall({ state: 'connected' }), connectedAt)).toBeUndefined();
  });

  test.each<[CallState, boolean, boolean]>([
    ['requesting', false, false],
    ['ringing-you', false, false],
    ['ringing-them', false, false],
    ['connected', false, false],
    ['ended', true, false],
    ['cancelled', true, true],
    ['failed', true, true],
    ['unknown', true, false],
    ['handed-over', true, false],
  ])('%s: over %s, may be tried again %s', (callState, over, again) => {
    const call = activeCall({ state: callState });
    expect([isOver(call), canTryAgain(call)]).toEqual([over, again]);
  });
});
