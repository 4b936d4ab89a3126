import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { toMultipart } from '../../../main/core/ringcentral/multipart.ts';
import { startSignedIn, type Departure } from './harness.ts';

const me = '+15125550123' as E164;
const callee = '+12025550142' as E164;
const toTexts = ({ path }: Departure): boolean => path === '/sms';
const hour = 60 * 60_000;

/** Bytes that are no text, a line end and what looks like a boundary among them. */
const picture = Uint8Array.from(
  { length: 200_000 },
  (_, index) => (index * 31 + (index >> 8)) % 256,
);
const files = [
  { fileName: 'façade "new".png', contentType: 'image/png', bytes: picture },
  { fileName: 'offer.pdf', contentType: 'application/pdf', bytes: Buffer.from('\r\n--x--\r\n') },
];
const text = { from: me, to: [callee], text: 'The house' };

describe('a text with files', () => {
  it('arrives whole, with its names and types', async () => {
    const { client, departures, simulator } = await startSignedIn();
    const outcome = await client.api.messages.send({ ...text, files });
    expect(outcome).toMatchObject({ kind: 'ok', value: { messageStatus: 'Queued' } });
    expect(departures.filter(toTexts)).toHaveLength(1);
    const message = simulator.account.state.messages.find(({ subject }) => subject === 'The house');
    const [, ...attached] = message?.attachments ?? [];
    expect(attached).toMatchObject([
      { type: 'MmsAttachment', contentType: 'image/png', fileName: 'façade %22new%22.png' },
      { type: 'MmsAttachment', contentType: 'application/pdf', fileName: 'offer.pdf' },
    ]);
    const [first] = attached;
    expect(first?.media).toEqual({
      kind: 'bytes',
      base64: Buffer.from(picture).toString('base64'),
    });
  });

  it('goes out without words', async () => {
    const { client, simulator } = await startSignedIn();
    const outcome = await client.api.messages.send({ ...text, text: '', files });
    expect(outcome.kind).toBe('ok');
    expect(simulator.account.state.messages.at(-1)).toMatchObject({ subject: '' });
  });

  // The SDK's own repeat would send a stream that has been read (@ringcentral/sdk 5.0.11).
  it('carries all of it again after a refused token, refreshes once, and is sent once', async () => {
    const { client, departures, simulator } = await startSignedIn();
    simulator.faults.add({ path: '/sms', status: 401, errorCode: 'OAU-213', times: 1 });
    const before = simulator.account.state.messages.length;
    const sent = await client.api.messages.send({ ...text, files });
    expect(sent).toMatchObject({ kind: 'ok' });
    const [refused, repeated, ...more] = departures.filter(toTexts);
    expect(more).toEqual([]);
    expect(repeated?.body).toBe(refused?.body);
    expect(repeated?.headers.get('content-type')).toBe(refused?.headers.get('content-type'));
    expect(repeated?.headers.get('authorization')).not.toBe(refused?.headers.get('authorization'));
    expect(departures.filter(({ path }) => path === '/restapi/oauth/token')).toHaveLength(1);
    const accepted = simulator.account.state.messages.slice(before);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]?.attachments.map(({ size }) => size)).toEqual([
      undefined,
      picture.byteLength,
      files[1]?.bytes.byteLength,
    ]);
  });

  it('renews an ended token before any of it leaves', async () => {
    const { client, clock, departures } = await startSignedIn();
    await clock.advance(hour);
    expect(await client.api.messages.send({ ...text, files })).toMatchObject({ kind: 'ok' });
    expect(departures.filter(toTexts)).toHaveLength(1);
  });
});

describe('a multipart body', () => {
  it('is the same bytes for the same text, and has its boundary in no part', () => {
    const json = { text: 'Hello' };
    const { bytes, contentType } = toMultipart(json, files);
    expect(toMultipart(json, files)).toEqual({ bytes, contentType });
    const boundary = contentType.replace(/^.*boundary=/, '');
    const marks = Buffer.from(bytes).toString('latin1').split(`--${boundary}`);
    expect(marks).toHaveLength(files.length + 3);
    expect(marks.at(-1)).toBe('--\r\n');
  });
});
