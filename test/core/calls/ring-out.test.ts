import { describe, expect, it } from 'vitest';
import { readRingOut } from '../../../main/core/calls/ring-out.ts';

/** callStatus, callerStatus, calleeStatus: as RingCentral's guide to RingOut has them. */
const read = (callStatus: string, callerStatus: string, calleeStatus: string) =>
  readRingOut({ id: 'x', callStatus, callerStatus, calleeStatus });

describe('a RingOut status', () => {
  it.each([
    [['InProgress', 'InProgress', 'InProgress'], 'ringing-you', 'ringing', 'waiting'],
    [['InProgress', 'Success', 'InProgress'], 'ringing-them', 'answered', 'ringing'],
    [['Success', 'Success', 'Success'], 'connected', 'answered', 'answered'],
  ])('%j: %s', (words, state, yourLeg, theirLeg) => {
    const [call = '', caller = '', callee = ''] = words;
    expect(read(call, caller, callee)).toEqual({
      state,
      yourLeg,
      theirLeg,
      outcome: undefined,
      failure: undefined,
    });
  });

  it.each([
    [['Success', 'Finished', 'Finished'], 'ended', 'connected', undefined],
    [['Success', 'Finished', 'Success'], 'ended', 'connected', undefined],
    [['Success', 'Success', 'Finished'], 'ended', 'connected', undefined],
    [['CannotReach', 'Success', 'Busy'], 'failed', 'busy', 'call.busy'],
    [['CannotReach', 'Success', 'NoAnswer'], 'failed', 'no-answer', 'call.no-answer'],
    [['CannotReach', 'Success', 'Rejected'], 'failed', 'rejected', 'call.rejected'],
    [['CannotReach', 'Finished', 'Rejected'], 'cancelled', 'cancelled', undefined],
    [['CannotReach', 'Finished', 'InProgress'], 'cancelled', 'cancelled', undefined],
    [['CannotReach', 'Rejected', 'InProgress'], 'cancelled', 'cancelled', 'call.you-declined'],
    [['CannotReach', 'NoAnswer', 'InProgress'], 'failed', 'no-answer', 'call.you-no-answer'],
    [['CannotReach', 'Busy', 'InProgress'], 'failed', 'no-answer', 'call.you-busy'],
    [['CannotReach', 'GenericError', 'InProgress'], 'failed', 'failed', 'call.you-fault'],
    [
      ['CannotReach', 'Success', 'InternationalDisabled'],
      'failed',
      'failed',
      'call.international-disabled',
    ],
    [['CannotReach', 'Success', 'DestinationBlocked'], 'failed', 'failed', 'call.blocked'],
    [['CannotReach', 'Success', 'NotEnoughFunds'], 'failed', 'failed', 'call.no-credit'],
    [
      ['CannotReach', 'RingOutFromThisNumberIsNotSupported', 'InProgress'],
      'failed',
      'failed',
      'call.from-refused',
    ],
    [['CannotReach', 'InProgress', 'InProgress'], 'failed', 'failed', 'call.you-unreachable'],
    [['CannotReach', 'Success', 'InProgress'], 'failed', 'failed', 'call.unreachable'],
    [['CannotReach', 'Success', 'Unknown'], 'failed', 'failed', 'call.undisclosed'],
    [['CannotReach', 'Unknown', 'InProgress'], 'failed', 'failed', 'call.you-undisclosed'],
    [['NoAnsweringMachine', 'Success', 'InProgress'], 'failed', 'failed', 'call.network-fault'],
  ] as const)('%j is over: %s, %s', (words, state, outcome, message) => {
    const [call, caller, callee] = words;
    const reading = read(call, caller, callee);
    expect(reading).toMatchObject({ state, outcome });
    expect(reading.failure?.message).toBe(message);
  });

  it('decides nothing by words that RingCentral may add', () => {
    expect(read('Pondering', 'InProgress', 'InProgress')).toMatchObject({
      state: 'ringing-you',
      outcome: undefined,
    });
    expect(read('InProgress', 'Success', 'Pondering')).toMatchObject({
      state: 'ringing-them',
      theirLeg: 'unknown',
      outcome: undefined,
    });
  });

  it('does not take an object’s own words for a leg', () => {
    expect(read('constructor', 'toString', '__proto__')).toMatchObject({
      yourLeg: 'unknown',
      outcome: undefined,
    });
  });
});
