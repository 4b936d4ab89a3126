import { describe, expect, it } from 'vitest';

import { voicemails } from '../../simulator/demo/voicemails.ts';
import type { Client, Json } from './support/client.ts';
import { records, signedIn, textAt } from './support/client.ts';

const DAY = 86_400_000;
const MARIA = '+15125550134';

function ago(client: Client, days: number): string {
  return new Date(client.clock.now() - days * DAY).toISOString();
}

function everything(client: Client): Record<string, string> {
  return { dateFrom: ago(client, 120), perPage: '1000' };
}

describe('the message store', () => {
  it('shows the last 24 hours by default, newest first, with totals', async () => {
    const client = await signedIn();
    const reply = await client.get('/message-store', { perPage: '5' });
    const times = records(reply).map(({ creationTime }) => String(creationTime));
    expect(times.every((time) => time >= ago(client, 1))).toBe(true);
    expect(times).toEqual(times.toSorted().toReversed());
    const recent = client.simulator.account.messages.filter(
      ({ createdAt }) => createdAt >= client.clock.now() - DAY,
    );
    expect(reply.json['paging']).toMatchObject({
      page: 1,
      perPage: 5,
      totalElements: recent.length,
      totalPages: Math.ceil(recent.length / 5),
    });
    expect(reply.json['navigation']).toMatchObject({
      nextPage: { uri: expect.stringContaining('page=2') },
      lastPage: { uri: expect.any(String) },
    });
  });

  it('filters by type, direction, read status, number and conversation', async () => {
    const client = await signedIn();
    const all = everything(client);
    const list = async (query: Record<string, string | string[]>): Promise<readonly Json[]> =>
      records(await client.get('/message-store', { ...all, ...query }));
    expect(await list({ messageType: 'VoiceMail' })).toHaveLength(8);
    expect((await list({ messageType: ['VoiceMail', 'SMS'] })).length).toBe(
      client.simulator.account.messages.length,
    );
    const unread = await list({ readStatus: 'Unread' });
    expect(unread.length).toBeGreaterThan(5);
    expect(unread.every(({ direction }) => direction === 'Inbound')).toBe(true);
    const maria = await list({ phoneNumber: MARIA });
    expect(maria.length).toBeGreaterThan(10);
    const conversation = textAt(maria[0], 'conversation', 'id');
    const thread = await list({ conversationId: conversation });
    expect(thread.every((entry) => (entry['conversation'] as Json)['id'] === conversation)).toBe(
      true,
    );
    const newest = await list({ messageType: 'SMS', distinctConversations: 'true' });
    expect(newest).toHaveLength(60);
  });

  it.each([[{ messageType: 'Telegram' }], [{ dateFrom: '1' }], [{ distinctConversations: '1' }]])(
    'refuses %o',
    async (query) => {
      const client = await signedIn();
      expect(await client.get('/message-store', query)).toMatchObject({
        status: 400,
        code: 'CMN-101',
      });
    },
  );
});

describe('changing messages', () => {
  it('marks one as read', async () => {
    const client = await signedIn();
    const { id } = client.simulator.account.receiveText({ from: MARIA, text: 'Hi' });
    await client.clock.advance(1_000);
    const reply = await client.request('PUT', `/message-store/${id}`, {
      body: { readStatus: 'Read' },
    });
    expect(reply.json).toMatchObject({ id, readStatus: 'Read' });
    expect((await client.get(`/message-store/${id}`)).json['readStatus']).toBe('Read');
    const wrong = await client.request('PUT', `/message-store/${id}`, {
      body: { readStatus: 'Seen' },
    });
    expect(wrong).toMatchObject({ status: 400, code: 'CMN-101' });
    const missing = await client.request('PUT', '/message-store/1', {
      body: { readStatus: 'Read' },
    });
    expect(missing).toMatchObject({ status: 404, code: 'CMN-102' });
  });

  it('marks several at once, and answers for each, as JSON', async () => {
    const client = await signedIn();
    const first = client.simulator.account.receiveText({ from: MARIA, text: '1' });
    const second = client.simulator.account.receiveText({ from: MARIA, text: '2' });
    const type = 'application/vnd.ringcentral.multipart+json';
    const raw = JSON.stringify([
      { resourceId: String(second.id), body: { readStatus: 'Read' } },
      { resourceId: '1', body: { readStatus: 'Read' } },
    ]);
    const headers = { 'Content-Type': type, Accept: type };
    const reply = await client.request('PUT', `/message-store/${second.id},1`, { raw, headers });
    expect(reply.status).toBe(207);
    expect(reply.headers.get('content-type')).toBe(type);
    expect(JSON.parse(reply.text)).toMatchObject([
      { resourceId: String(second.id), status: 200, body: { readStatus: 'Read' } },
      { resourceId: '1', status: 404, body: { errorCode: 'CMN-102' } },
    ]);
    expect([first.readStatus, second.readStatus]).toEqual(['Unread', 'Read']);
  });

  it('marks several at once, and answers for each, as multipart', async () => {
    const client = await signedIn();
    const texts = ['1', '2'].map((text) =>
      client.simulator.account.receiveText({ from: MARIA, text }),
    );
    const part = '--b\r\nContent-Type: application/json\r\n\r\n{"readStatus":"Read"}\r\n';
    const reply = await client.request(
      'PUT',
      `/message-store/${texts.map(({ id }) => id).join(',')}`,
      {
        raw: `${part}${part}--b--\r\n`,
        headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      },
    );
    expect(reply.status).toBe(207);
    const boundary = /boundary=(\S+)/.exec(reply.headers.get('content-type') ?? '')?.[1] ?? '?';
    const parts = reply.text.split(`--${boundary}`).slice(1, -1);
    const bodies = parts.map((text) => JSON.parse(text.split('\r\n\r\n')[1] ?? '') as Json);
    expect(bodies).toMatchObject([
      { response: [{ status: 200 }, { status: 200 }] },
      { readStatus: 'Read' },
      { readStatus: 'Read' },
    ]);
    expect(reply.text).toContain(`"conversationId":${texts[0]?.conversationId},`);
  });

  it('takes fifty ids at once, and no more', async () => {
    const client = await signedIn();
    const ids = Array.from({ length: 51 }, (_, index) => String(index)).join(',');
    expect(await client.get(`/message-store/${ids}`)).toMatchObject({
      status: 400,
      code: 'CMN-106',
    });
  });

  it('deletes, restores, and purges', async () => {
    const client = await signedIn();
    const { id } = client.simulator.account.receiveText({ from: MARIA, text: 'Hi' });
    const address = `/message-store/${id}`;
    const visible = async (): Promise<boolean> =>
      records(await client.get('/message-store')).some((message) => message['id'] === id);
    expect(await client.request('DELETE', address)).toMatchObject({ status: 204, text: '' });
    expect(await visible()).toBe(false);
    const deleted = records(await client.get('/message-store', { availability: 'Deleted' }));
    expect(deleted.map((message) => message['id'])).toContain(id);
    const restored = await client.request('PATCH', address, { body: { availability: 'Alive' } });
    expect(restored.json['availability']).toBe('Alive');
    expect(await visible()).toBe(true);
    await client.request('DELETE', address);
    await client.request('DELETE', address);
    expect(await client.get(address)).toMatchObject({ status: 404, code: 'CMN-102' });
  });

  it('deletes whole conversations, or everything', async () => {
    const client = await signedIn();
    const count = async (): Promise<number> =>
      records(await client.get('/message-store', everything(client))).length;
    const [some] = records(await client.get('/message-store', { messageType: 'SMS' }));
    const conversationId = textAt(some, 'conversation', 'id');
    const before = await count();
    await client.request('DELETE', '/message-store', { query: { conversationId } });
    const after = await count();
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(0);
    await client.request('DELETE', '/message-store', { query: { type: 'VoiceMail' } });
    expect(await count()).toBe(after - 8);
    await client.request('DELETE', '/message-store');
    expect(await count()).toBe(0);
  });
});

describe('content', () => {
  async function voicemail(client: Client): Promise<readonly Json[]> {
    const query = { ...everything(client), messageType: 'VoiceMail' };
    const [message] = records(await client.get('/message-store', query));
    return message?.['attachments'] as readonly Json[];
  }

  it('of a voicemail is a WAV of its length and the text of its transcription', async () => {
    const client = await signedIn();
    const [audio, text] = await voicemail(client);
    const headers = { Authorization: `Bearer ${client.token}` };
    const wav = await fetch(String(audio?.['uri']), { headers });
    expect(wav.headers.get('content-type')).toBe('audio/x-wav');
    const bytes = Buffer.from(await wav.arrayBuffer());
    expect(bytes.toString('ascii', 0, 4)).toBe('RIFF');
    expect(bytes.readUInt32LE(40)).toBe(Number(audio?.['vmDuration']) * 8_000);
    const transcription = await fetch(`${String(text?.['uri'])}?access_token=${client.token}`);
    expect(voicemails.map(({ transcript }) => transcript)).toContain(await transcription.text());
  });

  it('comes in the part that is asked for, under the name that is asked for', async () => {
    const client = await signedIn();
    const [audio] = await voicemail(client);
    const get = (range: string): Promise<Response> =>
      fetch(
        `${String(audio?.['uri'])}?contentDisposition=Attachment&contentDispositionFilename=a%22b.wav`,
        { headers: { Authorization: `Bearer ${client.token}`, Range: range } },
      );
    const part = await get('bytes=0-3');
    expect([part.status, await part.text()]).toEqual([206, 'RIFF']);
    expect(part.headers.get('content-range')).toMatch(/^bytes 0-3\/\d+$/);
    expect(part.headers.get('content-disposition')).toBe('attachment; filename="a_b.wav"');
    const tail = await get('bytes=-8');
    expect((await tail.arrayBuffer()).byteLength).toBe(8);
    expect((await get('bytes=99999999-')).status).toBe(416);
  });

  it('of a picture is a PNG', async () => {
    const client = await signedIn();
    const picture = client.simulator.account.messages
      .flatMap((message) => message.attachments.map((attachment) => ({ message, attachment })))
      .find(({ attachment }) => attachment.media.kind === 'picture');
    const path = `/message-store/${picture?.message.id}/content/${picture?.attachment.id}`;
    const reply = await client.get(path);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(reply.text.slice(1, 4)).toBe('PNG');
  });

  it('needs a token, and is all that the media host has', async () => {
    const client = await signedIn();
    const [audio] = await voicemail(client);
    expect((await fetch(String(audio?.['uri']))).status).toBe(401);
    const headers = { Authorization: `Bearer ${client.token}` };
    const other = await fetch(`${client.simulator.mediaUrl}/restapi/v1.0/account/~`, { headers });
    expect(other.status).toBe(404);
    const unknown = String(audio?.['uri']).replace(/\d+$/, '1');
    expect((await fetch(unknown, { headers })).status).toBe(404);
  });
});
