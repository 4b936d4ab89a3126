import { describe, expect, it } from 'vitest';
import {
  readActiveCalls,
  readOwnParties,
  readPresence,
} from '../../../main/core/ringcentral/schemas-telephony.ts';

const active = {
  id: 'j4d3',
  direction: 'Inbound',
  from: '+15125550142',
  fromName: 'Ada Brook',
  to: '+15125550100',
  telephonyStatus: 'Ringing',
  startTime: '2026-03-02T15:00:00.000Z',
  sessionId: 45_561_702_004,
  telephonySessionId: 's-1',
  partyId: 'p-1',
};
const party = {
  id: 'p-1',
  extensionId: '77',
  direction: 'Inbound',
  from: { phoneNumber: '+15125550142', name: 'Ada Brook' },
  to: { phoneNumber: '+15125550100' },
  status: { code: 'Proceeding' },
  missedCall: false,
  muted: false,
};
const session = {
  sequence: 1,
  sessionId: '45561702004',
  telephonySessionId: 's-1',
  extensionId: '77',
  eventTime: '2026-03-02T15:00:00.000Z',
  origin: { type: 'Call' },
  parties: [party],
};

describe('presence', () => {
  it('tells each call in progress', () => {
    expect(readActiveCalls({ telephonyStatus: 'Ringing', activeCalls: [active] })).toEqual([
      {
        telephonySessionId: 's-1',
        sessionId: '45561702004',
        partyId: 'p-1',
        direction: 'Inbound',
        from: { phoneNumber: '+15125550142', extensionNumber: undefined, name: 'Ada Brook' },
        to: { phoneNumber: '+15125550100', extensionNumber: undefined, name: undefined },
        status: 'ringing',
        reason: undefined,
        isMissed: false,
        isMuted: undefined,
        isRingOut: false,
        queue: undefined,
        startedAt: Date.UTC(2026, 2, 2, 15),
      },
    ]);
  });

  it.each([
    ['CallConnected', 'answered'],
    ['OnHold', 'on-hold'],
    ['ParkedCall', 'on-hold'],
    ['NoCall', 'ended'],
  ])('says %s for %s', (telephonyStatus, status) => {
    expect(readActiveCalls({ activeCalls: [{ ...active, telephonyStatus }] })?.[0]?.status).toBe(
      status,
    );
  });

  it('of a withheld caller names none, of a colleague the extension', () => {
    const of = (from: string) => readActiveCalls({ activeCalls: [{ ...active, from }] })?.[0]?.from;
    expect(of('anonymous')).toMatchObject({ phoneNumber: undefined, extensionNumber: undefined });
    expect(of('103')).toMatchObject({ phoneNumber: undefined, extensionNumber: '103' });
  });

  it.each([
    ['without its calls', { telephonyStatus: 'Ringing' }],
    ['with a call of no session', { activeCalls: [{ ...active, telephonySessionId: undefined }] }],
    ['with a word that is new', { activeCalls: [{ ...active, telephonyStatus: 'Dancing' }] }],
    ['that is a text', 'Ringing'],
    ['with calls without end', { activeCalls: Array.from({ length: 201 }, () => active) }],
  ])('%s says nothing of any call', (_, body) => {
    expect(readActiveCalls(body)).toBeUndefined();
  });

  it('that is asked for may have no list, and is refused when its calls cannot be read', () => {
    expect(readPresence({ telephonyStatus: 'NoCall' })).toEqual([]);
    expect(() => readPresence({ activeCalls: [{ ...active, direction: 'Up' }] })).toThrow();
  });
});

describe('a telephony session', () => {
  it('tells the user’s own parties alone', () => {
    const other = { ...party, id: 'p-2', extensionId: '88', status: { code: 'Answered' } };
    expect(readOwnParties({ ...session, parties: [other, party] })).toEqual([
      expect.objectContaining({
        partyId: 'p-1',
        status: 'ringing',
        startedAt: Date.UTC(2026, 2, 2, 15),
      }),
    ]);
  });

  it('that names no extension is taken whole', () => {
    const bare = {
      ...session,
      extensionId: undefined,
      parties: [{ ...party, extensionId: undefined }],
    };
    expect(readOwnParties(bare)).toHaveLength(1);
  });

  it.each([
    ['Setup', 'ringing'],
    ['Answered', 'answered'],
    ['Hold', 'on-hold'],
    ['Parked', 'on-hold'],
    ['VoiceMail', 'voicemail'],
    ['VoiceMailScreening', 'voicemail'],
    ['Gone', 'ended'],
    ['Disconnected', 'ended'],
  ])('says %s for %s', (code, status) => {
    const read = readOwnParties({ ...session, parties: [{ ...party, status: { code } }] });
    expect(read?.[0]?.status).toBe(status);
  });

  it('tells the reason, a missed call, a queue with its name, and a RingOut', () => {
    const parties = [
      {
        ...party,
        status: { code: 'Disconnected', reason: 'NoAnswer' },
        missedCall: true,
        queueCall: true,
        uiCallInfo: { primary: { type: 'QueueName', value: 'Loans' } },
        ringOutRole: 'Initiator',
      },
    ];
    expect(readOwnParties({ ...session, parties })?.[0]).toMatchObject({
      reason: 'NoAnswer',
      isMissed: true,
      queue: { name: 'Loans' },
      isRingOut: true,
    });
  });

  it.each([
    ['no parties', { ...session, parties: [] }],
    ['a state that is new', { ...session, parties: [{ ...party, status: { code: 'Humming' } }] }],
    ['no id', { ...session, telephonySessionId: '' }],
  ])('with %s says nothing', (_, body) => {
    expect(readOwnParties(body)).toBeUndefined();
  });
});
