import { describe, expect, it, vi } from 'vitest';
import { answerMedia, isMediaAddress, type OpenMedia } from '../../main/shell/media.ts';
import { failure } from '../../shared/failure.ts';
import { setUpHost } from './support/host-world.ts';

const address = 'app://sidetone/media/voicemail-17';

function openerOf(more: Partial<Awaited<ReturnType<OpenMedia>>> = {}) {
  const cancel = vi.fn();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('sound'));
        controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  const open = vi.fn<OpenMedia>(async () => ({
    status: 206,
    headers: { 'Content-Type': 'audio/mpeg', 'Content-Range': 'bytes 0-4/9' },
    body,
    ...more,
  }));
  return { open, cancel };
}

const request = (url = address, init: RequestInit = {}) => new Request(url, init);

describe('media of the window', () => {
  it('are told from its files', () => {
    expect(isMediaAddress(address)).toBe(true);
    expect(isMediaAddress('app://sidetone/media/')).toBe(true);
    expect(isMediaAddress('app://sidetone/assets/media.js')).toBe(false);
    expect(isMediaAddress('app://sidetone/index.html?/media/x')).toBe(false);
  });

  it('come from the core with the range that was asked for, and are never stored or run', async () => {
    const { open } = openerOf();
    const answer = await answerMedia(open, request(address, { headers: { range: 'bytes=0-4' } }));
    expect(open).toHaveBeenCalledWith('voicemail-17', 'bytes=0-4', expect.any(AbortSignal));
    expect(answer.status).toBe(206);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'audio/mpeg',
      'content-range': 'bytes 0-4/9',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(await answer.text()).toBe('sound');
  });

  it.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])('refuse %s', async (method) => {
    const { open } = openerOf();
    expect((await answerMedia(open, request(address, { method }))).status).toBe(405);
    expect(open).not.toHaveBeenCalled();
  });

  it.each([
    'app://sidetone/media/',
    'app://sidetone/media/a/b',
    'app://sidetone/media/..%2f..%2fvault.json',
    'app://sidetone/media/a%00',
    `app://sidetone/media/${'a'.repeat(201)}`,
    'app://elsewhere/media/voicemail-17',
  ])('are not found at %s', async (url) => {
    const { open } = openerOf();
    expect((await answerMedia(open, request(url))).status).toBe(404);
    expect(open).not.toHaveBeenCalled();
  });

  it('are for our own page alone', async () => {
    const { open } = openerOf();
    const from = (origin: string) => request(address, { headers: { origin } });
    expect((await answerMedia(open, from('https://elsewhere.example'))).status).toBe(403);
    expect((await answerMedia(open, from('null'))).status).toBe(403);
    expect(open).not.toHaveBeenCalled();
    expect((await answerMedia(open, from('app://sidetone'))).status).toBe(206);
  });

  it('that are gone say so by their status', async () => {
    const { open } = openerOf({
      status: 404,
      headers: {},
      body: undefined,
      failure: failure('not-found', 'media.gone'),
    });
    const answer = await answerMedia(open, request());
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('come from the core that answers calls, and from none once the app quits', async () => {
    const { host } = setUpHost();
    const early = answerMedia(host.openMedia, request());
    await host.start();
    expect(await (await early).text()).toBe('voicemail-17 of own');
    await host.switchTo('demo');
    expect(await (await answerMedia(host.openMedia, request())).text()).toBe(
      'voicemail-17 of demo',
    );
    await host.stop();
    expect((await answerMedia(host.openMedia, request())).status).toBe(503);
  });
});
