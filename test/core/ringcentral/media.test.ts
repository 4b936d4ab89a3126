import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { ServerMedia } from '../../../main/core/ringcentral/records.ts';
import { settled } from '../support/manual-clock.ts';
import { startSignedIn, until } from './harness.ts';

type World = Awaited<ReturnType<typeof startSignedIn>>;

function mediaOf(outcome: Outcome<ServerMedia>): ServerMedia {
  if (outcome.kind !== 'ok') throw new Error(`ended in ${outcome.failure.code}`);
  return outcome.value;
}

async function bytesOf({ body }: ServerMedia): Promise<Uint8Array> {
  return new Response(body).bytes();
}

/** The address of a voicemail's recording, as its record names it. */
async function voicemailUri({ client, clock }: World): Promise<string> {
  const list = await client.api.messages.list({
    dateFrom: 0,
    dateTo: clock.now(),
    page: 1,
    perPage: 1_000,
  });
  if (list.kind !== 'ok') throw new Error('the message store did not answer');
  const voicemail = list.value.records.find(({ type }) => type === 'VoiceMail');
  const audio = voicemail?.attachments.find(({ type }) => type === 'AudioRecording');
  if (!audio) throw new Error('the demo account has a voicemail');
  return audio.uri;
}

describe('media', () => {
  it('comes whole, and as the range that was asked for', async () => {
    const world = await startSignedIn();
    const uri = await voicemailUri(world);
    const whole = mediaOf(await world.client.api.media.open(uri, { range: undefined }));
    expect(whole).toMatchObject({ status: 200, contentType: expect.stringMatching(/^audio\//) });
    const bytes = await bytesOf(whole);
    expect(bytes).toHaveLength(whole.contentLength ?? -1);
    const part = mediaOf(await world.client.api.media.open(uri, { range: 'bytes=10-19' }));
    expect(part).toMatchObject({ status: 206, contentRange: `bytes 10-19/${bytes.length}` });
    expect(await bytesOf(part)).toEqual(bytes.subarray(10, 20));
  });

  it('is refused beyond its end, and where nothing is', async () => {
    const world = await startSignedIn();
    const uri = await voicemailUri(world);
    const beyond = await world.client.api.media.open(uri, { range: 'bytes=99999999-' });
    expect(beyond).toMatchObject({ kind: 'refused', status: 416 });
    const gone = await world.client.api.media.open(`${uri}9`, { range: undefined });
    expect(gone).toMatchObject({ kind: 'refused', status: 404 });
  });

  it('is not asked for, nor the token shown, at a foreign host', async () => {
    const { client, departures } = await startSignedIn();
    const uri = 'https://media.example.com/restapi/v1.0/account/1/recording/2/content';
    expect(await client.api.media.open(uri, { range: undefined })).toMatchObject({
      kind: 'not-sent',
    });
    expect(departures).toEqual([]);
  });

  it('ends with an error when the host falls silent, and waits for a slow reader', async () => {
    let silence: (() => void) | undefined;
    const world = await startSignedIn({
      async fetch(input, init) {
        const request = input as Request;
        if (!request.url.includes('/recording/')) return fetch(input, init);
        const parts = [new Uint8Array([1]), new Uint8Array([2])];
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            const part = parts.shift();
            if (part) return controller.enqueue(part);
            return new Promise((_, reject) => {
              silence = () => undefined;
              init?.signal?.addEventListener('abort', () => reject(new Error('cut off')));
            });
          },
        });
        return new Response(body, { headers: { RCRequestId: '1', 'Content-Type': 'audio/wav' } });
      },
    });
    const uri = `${world.simulator.url}/restapi/v1.0/account/~/recording/7/content`;
    const media = mediaOf(await world.client.api.media.open(uri, { range: undefined }));
    const reader = media.body.getReader();
    await world.clock.advance(10 * 60_000);
    expect((await reader.read()).value).toEqual(new Uint8Array([1]));
    await world.clock.advance(10 * 60_000);
    expect((await reader.read()).value).toEqual(new Uint8Array([2]));
    const silent = reader.read().catch((error: unknown) => error);
    await until(() => silence !== undefined);
    await settled();
    await world.clock.advance(31_000);
    expect(await silent).toBeInstanceOf(Error);
    expect(world.client.getConnection().state).toBe('online');
  });
});
