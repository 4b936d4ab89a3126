import { describe, expect, test } from 'vitest';
import { failure, type Failure } from '../../shared/failure.ts';
import type { CallerIdChoice, PhoneChoice } from '../../shared/model/calls.ts';
import type { CountryCode, E164, PhoneId } from '../../shared/model/ids.ts';
import {
  automaticOption,
  callerIdOptions,
  countryName,
} from '../../renderer/app/caller-id/view-model.ts';
import {
  barWords,
  mayText,
  phoneInstead,
  togglesOf,
  waysOn,
} from '../../renderer/app/live-call/view-model.ts';
import { partyWords } from '../../renderer/app/party.ts';
import { activeCall, home, party } from './make.ts';

const words = partyWords(home);
const own = '+16505550100' as E164;
const second = '+16505550101' as E164;
const callerIds: readonly CallerIdChoice[] = [
  { number: own, label: undefined, isDefault: true },
  { number: second, label: 'Sales', isDefault: false },
];

const phone = (label: string, status: PhoneChoice['status']): PhoneChoice => ({
  id: label as PhoneId,
  label,
  number: `+1650555017${label.length}` as E164,
  kind: 'desk',
  status,
  isDefault: false,
});

describe('what can be done with a live call', () => {
  test('is what main says, each button pressed or named by how it is', () => {
    expect(togglesOf(activeCall({ actions: ['hang-up'] }))).toEqual([]);
    expect(togglesOf(activeCall({ actions: ['hang-up', 'hold', 'mute'] }))).toEqual([
      { id: 'mute', label: 'Mute', isPressed: false, isAwaited: false, action: 'mute' },
      { id: 'hold', label: 'Hold', isPressed: undefined, isAwaited: false, action: 'hold' },
    ]);
    const held = activeCall({ actions: ['resume', 'unmute'], isOnHold: true, isMuted: true });
    expect(togglesOf(held)).toEqual([
      { id: 'mute', label: 'Mute', isPressed: true, isAwaited: false, action: 'unmute' },
      { id: 'hold', label: 'Resume', isPressed: undefined, isAwaited: true, action: 'resume' },
    ]);
  });

  test('is said in words while it is on hold or muted', () => {
    const call = activeCall({ state: 'connected' });
    expect(barWords({ ...call, isMuted: true }, 'Ada').state).toBe('Connected, you are muted');
    expect(barWords({ ...call, isOnHold: true, isMuted: true }, 'Ada')).toMatchObject({
      state: 'On hold',
      tone: 'waiting',
    });
  });

  test('is a text to whom the call did not reach, whoever told of its end', () => {
    const rung = activeCall({ state: 'failed', yourLeg: 'answered', theirLeg: 'ringing' });
    const endedBy = (message: 'call.busy' | 'call.no-answer' | 'call.you-busy') =>
      mayText({ ...rung, failure: failure('rejected', message, { retry: 'user' }) });
    expect(endedBy('call.busy')).toBe(true);
    expect(endedBy('call.no-answer')).toBe(true);
    expect(endedBy('call.you-busy')).toBe(false);
    expect(mayText(activeCall({ state: 'connected' }))).toBe(false);
  });

  test('is another phone where the own one failed, and never one that is off', () => {
    const phones = [
      phone('Desk', 'online'),
      phone('Softphone', 'offline'),
      phone('Mobile', 'unknown'),
    ];
    const call = activeCall({
      state: 'failed',
      phone: { label: 'Desk', number: phones[0]?.number as E164 },
      failure: failure('rejected', 'call.you-declined'),
    });
    expect(phoneInstead(call, phones)?.label).toBe('Mobile');
    expect(phoneInstead(call, phones.slice(0, 2))).toBeUndefined();
    const busy = { ...call, failure: failure('rejected', 'call.busy') };
    expect(phoneInstead(busy, phones)).toBeUndefined();
  });

  test('comes the best first, and never what can only fail again', () => {
    const [desk, mobile] = [phone('Desk', 'online'), phone('Mobile', 'online')];
    const failed = (reason: Failure) => {
      const call = activeCall({ state: 'failed', failure: reason, phone: desk });
      return waysOn(call, phoneInstead(call, [desk, mobile]));
    };
    const user = { retry: 'user' } as const;
    expect(failed(failure('rejected', 'call.busy', user))).toEqual(['text', 'again', 'device']);
    expect(failed(failure('rejected', 'call.line-trouble', user))).toEqual(['again', 'device']);
    expect(failed(failure('rejected', 'call.you-busy', user))).toEqual([
      'phone',
      'again',
      'device',
    ]);
    expect(failed(failure('rejected', 'call.international-disabled'))).toEqual(['device']);
    expect(failed(failure('offline', 'network.offline'))).toEqual(['device', 'again']);
    expect(waysOn(activeCall({ state: 'cancelled' }), undefined)).toEqual(['again']);
    expect(waysOn(activeCall({ state: 'unknown' }), undefined)).toEqual([]);
  });

  test('says who turned a call away when it was the own phone', () => {
    const reason = failure('rejected', 'call.you-declined');
    expect(barWords(activeCall({ state: 'cancelled', failure: reason }), 'Ada')).toMatchObject({
      state: 'Your phone turned the call away',
    });
  });
});

describe('the choice of a caller ID', () => {
  const to = (because: 'contact' | 'country' | 'default', number: string) =>
    automaticOption(
      {
        number: number as E164,
        party: party(),
        callerId: { number: second, because },
      },
      callerIds,
      home,
      words,
    ).detail;

  test('says what Automatic comes to, and why', () => {
    expect(to('contact', '+14155550101')).toBe('(650) 555-0101 · used for Ada Brook');
    expect(to('country', '+442079460123')).toBe('(650) 555-0101 · used for calls to the UK');
    expect(to('default', '+14155550101')).toBe('(650) 555-0101 · your default');
    expect(automaticOption(undefined, callerIds, home, words).detail).toBe(
      '(650) 555-0100 · your default',
    );
    expect(automaticOption(undefined, [], home, words).detail).toBe('RingCentral’s choice');
  });

  test('stays with the default beside what cannot be dialled, and is short once chosen', () => {
    const nothing = {
      number: undefined,
      party: party(),
      callerId: { number: undefined, because: 'default' },
    } as const;
    expect(automaticOption(nothing, callerIds, home, words)).toMatchObject({
      detail: '(650) 555-0100 · your default',
      shortDetail: '(650) 555-0100',
    });
  });

  test('has the numbers that may be shown, with what is known of them', () => {
    expect(callerIdOptions(callerIds, words)).toEqual([
      { value: own, label: '(650) 555-0100', detail: 'your default', shortDetail: '' },
      { value: second, label: '(650) 555-0101', detail: 'Sales', shortDetail: '' },
    ]);
  });

  test.each([
    ['US', 'the US'],
    ['GB', 'the UK'],
    ['FR', 'France'],
    ['NL', 'the Netherlands'],
    ['+800', '+800'],
  ])('%s is spoken of as %s', (country, name) => {
    expect(countryName(country as CountryCode)).toBe(name);
  });
});
