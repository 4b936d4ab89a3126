import { describe, expect, it } from 'vitest';
import { createEventReader } from '../../../main/core/ringcentral/push-events.ts';
import { extension } from './push-server.ts';

const ours = 'subscription-1';
let count = 0;

function start() {
  const reader = createEventReader();
  const read = (
    event: string,
    body: unknown = {},
    more: Readonly<Record<string, unknown>> = {},
  ) => {
    count += 1;
    return reader.read({ uuid: `u${count}`, event, subscriptionId: ours, body, ...more }, ours);
  };
  const presence = (sequence: unknown, telephonyStatus: unknown) =>
    read(`${extension}/presence?detailedTelephonyState=true`, { sequence, telephonyStatus });
  const session = (id: string, sequence: number, ...codes: string[]) =>
    read(`${extension}/telephony/sessions`, {
      telephonySessionId: id,
      sequence,
      parties: codes.map((code) => ({ status: { code } })),
    });
  return { reader, read, presence, session };
}

const began = expect.objectContaining({ kind: 'telephony', isIdle: false });
const ended = expect.objectContaining({ kind: 'telephony', isIdle: true });

describe('an event', () => {
  it.each([
    [`${extension}/message-store/instant?type=SMS`, 'messages'],
    [`${extension}/message-store`, 'messages'],
    [`${extension}/message-store?type=SMS`, 'messages'],
    [`${extension}/voicemail`, 'voicemail'],
    ['/restapi/v1.0/account/1/directory/entries', 'directory'],
  ])('%s is a hint at %s', (event, kind) => {
    expect(start().read(event)).toEqual({ kind });
  });

  it.each([
    [`${extension}/fax`],
    [`${extension}/message-store-of-another-kind`],
    [`${extension}/presence/dnd`],
    ['/restapi/v1.0/account/1/telephony/sessions'],
    [''],
  ])('%j is none', (event) => {
    expect(start().read(event)).toBeUndefined();
  });

  it.each([
    ['no uuid', { uuid: undefined }],
    ['another subscription', { subscriptionId: 'subscription-2' }],
    ['no subscription', { subscriptionId: undefined }],
    ['a name that is no text', { event: {} }],
  ])('with %s is none', (_, more) => {
    expect(start().read(`${extension}/voicemail`, {}, more)).toBeUndefined();
  });

  it('counts once, also when the number of its repetition is far away', () => {
    const { read } = start();
    const event = `${extension}/voicemail`;
    const hints = [...Array(400).keys(), 0, 1, 399].map((n) => read(event, {}, { uuid: `e${n}` }));
    expect(hints.filter((hint) => hint !== undefined)).toHaveLength(400);
  });

  it('is not remembered for ever', () => {
    const { read } = start();
    const event = `${extension}/voicemail`;
    for (let n = 0; n < 501; n += 1) read(event, {}, { uuid: `e${n}` });
    expect(read(event, {}, { uuid: 'e500' })).toBeUndefined();
    expect(read(event, {}, { uuid: 'e0' })).toEqual({ kind: 'voicemail' });
  });

  it('before there is a subscription is none', () => {
    const { reader } = start();
    const event = { uuid: 'u', event: `${extension}/voicemail`, subscriptionId: ours, body: {} };
    expect(reader.read(event, undefined)).toBeUndefined();
    expect(reader.read(event, ours)).toEqual({ kind: 'voicemail' });
  });
});

describe('presence', () => {
  it('tells when a call begins and ends, once', () => {
    const { presence } = start();
    expect(presence(1, 'Ringing')).toEqual(began);
    expect(presence(2, 'CallConnected')).toEqual(began);
    expect(presence(3, 'NoCall')).toEqual(ended);
    expect(presence(4, 'NoCall')).toBeUndefined();
  });

  it('tells of do-not-disturb, with a call and without', () => {
    const { read } = start();
    const tell = (sequence: number, dndStatus: string, telephonyStatus = 'NoCall') =>
      read(`${extension}/presence?detailedTelephonyState=true`, {
        sequence,
        telephonyStatus,
        dndStatus,
      });
    expect(tell(1, 'TakeAllCalls')).toMatchObject({
      kind: 'telephony',
      presence: { isDnd: false },
    });
    expect(tell(2, 'DoNotAcceptAnyCalls')).toEqual({ kind: 'presence', presence: { isDnd: true } });
    expect(tell(3, 'DoNotAcceptDepartmentCalls')).toEqual({
      kind: 'presence',
      presence: { isDnd: false },
    });
    expect(tell(4, 'Unknown')).toBeUndefined();
    expect(tell(5, 'DoNotAcceptAnyCalls', 'Ringing')).toMatchObject({ presence: { isDnd: true } });
  });

  it('tells what the user has chosen to be for others', () => {
    const { read } = start();
    const tell = (sequence: number, userStatus: string) =>
      read(`${extension}/presence?detailedTelephonyState=true`, {
        sequence,
        telephonyStatus: 'NoCall',
        userStatus,
      });
    expect(tell(1, 'Available')).toMatchObject({ presence: { status: 'available' } });
    expect(tell(2, 'Busy')).toEqual({ kind: 'presence', presence: { status: 'busy' } });
    expect(tell(3, 'Offline')).toEqual({ kind: 'presence', presence: { status: 'invisible' } });
    expect(tell(4, 'Holiday')).toBeUndefined();
  });

  it('that is idle from the start may be the end of a call nobody saw', () => {
    expect(start().presence(7, 'NoCall')).toEqual(ended);
  });

  it('of before is not taken for now', () => {
    const { presence } = start();
    expect(presence(5, 'NoCall')).toEqual(ended);
    expect(presence(4, 'Ringing')).toBeUndefined();
    expect(presence(6, 'NoCall')).toBeUndefined();
  });

  it('that skips a number may have skipped a call', () => {
    const { presence } = start();
    presence(1, 'NoCall');
    expect(presence(3, 'NoCall')).toEqual(ended);
  });

  it.each([
    [undefined, 'NoCall'],
    [1, undefined],
    ['1', 'NoCall'],
    [-1, 'NoCall'],
    [1.5, 'NoCall'],
  ])('with sequence %j and status %j is none', (sequence, status) => {
    expect(start().presence(sequence, status)).toBeUndefined();
  });

  it('begins to count anew with a new subscription', () => {
    const { presence, reader } = start();
    presence(900, 'NoCall');
    reader.forgetOrder();
    expect(presence(2, 'Ringing')).toEqual(began);
  });
});

describe('a telephony session', () => {
  it('is idle when everyone in it has left', () => {
    const { session } = start();
    expect(session('s', 1, 'Setup')).toEqual(began);
    expect(session('s', 2, 'Answered', 'Disconnected')).toEqual(began);
    expect(session('s', 3, 'Disconnected', 'Disconnected')).toEqual(ended);
  });

  it('of before is not taken for now, whatever the other calls do', () => {
    const { session } = start();
    session('s', 8, 'Disconnected');
    expect(session('s', 7, 'Answered')).toBeUndefined();
    expect(session('t', 7, 'Answered')).toEqual(began);
  });

  it('without anyone in it is none', () => {
    expect(start().session('s', 1)).toBeUndefined();
  });
});
