import { describe, expect, it } from 'vitest';

import { defaultPace } from '../../simulator/pace.ts';
import type { Client, Json, Reply } from './support/client.ts';
import { records, signedIn } from './support/client.ts';

const OWN = '+15125550123';
const MARIA = '+15125550134';
const QUIET = '+15125550120';

function textTo(to: readonly string[], more: object = {}): object {
  return {
    from: { phoneNumber: OWN },
    to: to.map((phoneNumber) => ({ phoneNumber })),
    text: 'Hello',
    ...more,
  };
}

async function send(client: Client, body: object): Promise<Json> {
  const reply = await client.post('/sms', body);
  expect(reply.status).toBe(200);
  return reply.json;
}

async function stored(client: Client, { id }: Json): Promise<Json> {
  return (await client.get(`/message-store/${String(id)}`)).json;
}

describe('a text', () => {
  it('is queued, sent, delivered', async () => {
    const client = await signedIn();
    const queued = await send(client, textTo([QUIET]));
    expect(queued).toMatchObject({
      type: 'SMS',
      direction: 'Outbound',
      messageStatus: 'Queued',
      readStatus: 'Read',
      availability: 'Alive',
      subject: 'Hello',
      smsSendingAttemptsCount: 1,
      from: { phoneNumber: OWN },
      to: [{ phoneNumber: QUIET, location: 'Austin, TX' }],
      attachments: [{ type: 'Text', contentType: 'text/plain' }],
    });
    await client.clock.advance(defaultPace.textSent);
    const sent = await stored(client, queued);
    expect(sent['messageStatus']).toBe('Sent');
    expect(String(sent['lastModifiedTime']) > String(queued['lastModifiedTime'])).toBe(true);
    await client.clock.advance(defaultPace.textDelivered);
    expect(await stored(client, queued)).toMatchObject({
      messageStatus: 'Delivered',
      smsDeliveryTime: expect.any(String),
    });
  });

  it.each([
    ['+15125550195', 'DeliveryFailed', 'SMS-CAR-411'],
    ['+15125550196', 'SendingFailed', 'SMS-UP-410'],
    ['+15125550197', 'SendingFailed', 'SMS-RC-413'],
    ['+15125550198', 'DeliveryFailed', 'SMS-CAR-430'],
  ])('to %s ends as %s with %s', async (to, messageStatus, deliveryErrorCode) => {
    const client = await signedIn();
    const message = await send(client, textTo([to]));
    await client.clock.advance(10_000);
    expect(await stored(client, message)).toMatchObject({ messageStatus, deliveryErrorCode });
  });

  it('may never be confirmed', async () => {
    const client = await signedIn();
    const message = await send(client, textTo(['+15125550199']));
    await client.clock.advance(3_000_000);
    expect(await stored(client, message)).toMatchObject({ messageStatus: 'Sent' });
  });

  it('is answered by people who answer, in the same conversation', async () => {
    const client = await signedIn();
    const message = await send(client, textTo([MARIA], { text: 'Could you send the statements?' }));
    await client.clock.advance(60_000);
    const replies = records(
      await client.get('/message-store', { direction: 'Inbound', phoneNumber: MARIA.slice(1) }),
    ).filter(({ creationTime }) => String(creationTime) > String(message['creationTime']));
    expect(replies).toMatchObject([
      { readStatus: 'Unread', from: { phoneNumber: MARIA }, conversation: message['conversation'] },
    ]);
  });

  it('to several people is one conversation with a state for each', async () => {
    const client = await signedIn();
    const message = await send(client, textTo([QUIET, '+15125550196']));
    await client.clock.advance(10_000);
    const now = await stored(client, message);
    expect(now).toMatchObject({
      messageStatus: 'Delivered',
      to: [
        { phoneNumber: QUIET, messageStatus: 'Delivered', recipientId: expect.any(String) },
        { phoneNumber: '+15125550196', messageStatus: 'SendingFailed' },
      ],
    });
    const turned = await send(client, textTo(['+15125550196', QUIET]));
    expect(turned['conversation']).toEqual(message['conversation']);
    const alone = await send(client, textTo([QUIET]));
    expect(alone['conversation']).not.toEqual(message['conversation']);
  });

  it('counts its segments', async () => {
    const client = await signedIn();
    const segments = async (text: string): Promise<unknown> =>
      (await send(client, textTo([QUIET], { text })))['segmentCount'];
    expect(await segments('x'.repeat(160))).toBe(1);
    expect(await segments('x'.repeat(161))).toBe(2);
    expect(await segments('😀'.repeat(36))).toBe(2);
  });
});

describe('conversationId', () => {
  it('is a number above 2^53, written digit by digit', async () => {
    const client = await signedIn();
    const reply = await client.post('/sms', textTo([QUIET]));
    const id = (reply.json['conversation'] as Json)['id'] as string;
    expect(BigInt(id) > 2n ** 53n).toBe(true);
    expect(reply.text).toContain(`"conversationId":${id},`);
    expect(String(reply.json['conversationId'])).not.toBe(id);
    const list = await client.get('/message-store', { conversationId: id });
    expect(list.text).toContain(`"conversationId":${id},`);
    expect(records(list)).toHaveLength(1);
  });
});

describe('an MMS', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 255, 13, 10, 13, 10, 7]);

  function form(
    body: object,
    files: readonly (readonly [string, string, Uint8Array<ArrayBuffer>])[],
  ): FormData {
    const data = new FormData();
    data.append('json', new Blob([JSON.stringify(body)], { type: 'application/json' }));
    for (const [name, type, bytes] of files) {
      data.append('attachment', new Blob([bytes], { type }), name);
    }
    return data;
  }

  function post(client: Client, data: FormData): Promise<Reply> {
    return client.request('POST', '/sms', { raw: data });
  }

  it('keeps its files, byte for byte, on the media host', async () => {
    const client = await signedIn();
    const data = form(textTo([QUIET], { text: '' }), [['house.png', 'image/png', picture]]);
    const reply = await post(client, data);
    expect(reply.status).toBe(200);
    const attachments = reply.json['attachments'] as readonly Json[];
    expect(attachments).toMatchObject([
      { type: 'MmsAttachment', contentType: 'image/png', fileName: 'house.png', size: 13 },
    ]);
    const uri = String(attachments[0]?.['uri']);
    expect(uri.startsWith(client.simulator.mediaUrl)).toBe(true);
    const headers = { Authorization: `Bearer ${client.token}` };
    const content = await fetch(uri, { headers });
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(picture);
  });

  it('may be sent as multipart/mixed, to the alias too', async () => {
    const client = await signedIn();
    const raw = [
      '--cut\r\nContent-Type: application/json\r\n\r\n',
      JSON.stringify(textTo([QUIET])),
      '\r\n--cut\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="a.csv"\r\n\r\n',
      'a,b\r\n--cut--\r\n',
    ].join('');
    const headers = { 'Content-Type': 'multipart/mixed; boundary="cut"' };
    const reply = await client.request('POST', '/mms', { raw, headers });
    expect(reply.json['attachments']).toMatchObject([
      { type: 'Text' },
      { fileName: 'a.csv', size: 3 },
    ]);
  });

  it.each([
    ['a type that is not allowed', 1, 'application/x-msdownload', 10, 415, 'MSG-348'],
    ['eleven files', 11, 'image/png', 10, 400, 'MSG-379'],
    ['more than a megabyte and a half', 2, 'image/png', 800_000, 400, 'MSG-376'],
  ])('is refused with %s', async (_what, count, type, size, status, code) => {
    const client = await signedIn();
    const files = Array.from({ length: count }, () => ['f', type, new Uint8Array(size)] as const);
    expect(await post(client, form(textTo([QUIET]), files))).toMatchObject({ status, code });
  });

  it('is refused from a number that sends texts only, and when the body is broken', async () => {
    const client = await signedIn();
    const tollFree = textTo([QUIET], { from: { phoneNumber: '+18005550111' } });
    const reply = await post(client, form(tollFree, [['a.png', 'image/png', picture]]));
    expect(reply).toMatchObject({ status: 403, code: 'MSG-242' });
    expect((await client.post('/sms', tollFree)).status).toBe(200);
    const headers = { 'Content-Type': 'multipart/form-data; boundary=cut' };
    const broken = await client.request('POST', '/sms', { raw: 'no parts', headers });
    expect(broken).toMatchObject({ status: 400, code: 'CMN-104' });
  });
});

describe('a text is refused', () => {
  it.each([
    ['from a number of nobody here', { from: { phoneNumber: '+12125550177' } }, 400, 'MSG-245'],
    ['from a colleague’s number', { from: { phoneNumber: '+15125550103' } }, 403, 'MSG-304'],
    ['from the main number', { from: { phoneNumber: '+15125550100' } }, 403, 'MSG-367'],
    ['from an unregistered number', { from: { phoneNumber: '+17375550116' } }, 403, 'MSG-367'],
    ['to an extension', { to: [{ phoneNumber: '103' }] }, 400, 'MSG-246'],
    ['to an emergency number', { to: [{ phoneNumber: '911' }] }, 400, 'MSG-247'],
    ['to no number', { to: [{ phoneNumber: 'Maria' }] }, 400, 'CMN-102'],
    ['to an entry without a number', { to: [{}] }, 400, 'CMN-101'],
    ['to a blocked number', { to: [{ phoneNumber: '+15125550193' }] }, 400, 'MSG-243'],
    ['abroad', { to: [{ phoneNumber: '+442079460958' }] }, 403, 'MSG-240'],
    ['above 1000 UTF-16 units', { text: '😀'.repeat(501) }, 400, 'CMN-101'],
    ['with a country given twice', { country: { id: '1', isoCode: 'US' } }, 400, 'MSG-365'],
    ['with a text that is none', { text: 7 }, 400, 'CMN-101'],
  ])('%s', async (_what, change, status, code) => {
    const client = await signedIn();
    const before = client.simulator.account.messages.length;
    expect(await client.post('/sms', textTo([QUIET], change))).toMatchObject({ status, code });
    expect(client.simulator.account.messages).toHaveLength(before);
  });

  it('to the same number twice, and to more than ten', async () => {
    const client = await signedIn();
    const twice = await client.post('/sms', textTo([QUIET, '(512) 555-0120']));
    expect(twice).toMatchObject({ status: 400, code: 'CMN-406' });
    const eleven = Array.from(
      { length: 11 },
      (_, index) => `+1512555${String(120 + index).padStart(4, '0')}`,
    );
    expect(await client.post('/sms', textTo(eleven))).toMatchObject({
      status: 400,
      code: 'MSG-381',
    });
  });

  it('with everything that is missing named at once', async () => {
    const client = await signedIn();
    const reply = await client.post('/sms', { to: [], text: '' });
    const errors = reply.json['errors'] as readonly Json[];
    expect(errors.map(({ errorCode }) => errorCode)).toEqual(['MSG-219', 'MSG-221', 'MSG-224']);
    expect(reply.json).toMatchObject({ errorCode: 'InvalidParameter', parameterName: 'to' });
  });

  it('a thousand units exactly are fine', async () => {
    const client = await signedIn();
    await send(client, textTo([QUIET], { text: '😀'.repeat(500) }));
  });

  it('from a fax number', async () => {
    const client = await signedIn();
    const number = client.simulator.account.state.profile.numbers[1];
    Object.assign(number ?? {}, { type: 'FaxOnly' });
    const body = textTo([QUIET], { from: { phoneNumber: number?.phoneNumber } });
    expect(await client.post('/sms', body)).toMatchObject({ status: 403, code: 'MSG-241' });
  });
});
