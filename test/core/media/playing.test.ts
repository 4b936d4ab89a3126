import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  answer,
  bytesOf,
  day,
  feed,
  forbidden,
  megabyte,
  offline,
  openMedia,
  play,
  refusal,
  signedOut,
} from './harness.ts';

describe('playing', () => {
  it('fetches once, keeps it, and plays it again without RingCentral', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    const bytes = bytesOf(300_000);
    world.reply = () => answer(bytes);
    expect(await world.media.prepare(id)).toMatchObject({
      ok: true,
      value: { url: `/media/${id}`, contentType: 'audio/mpeg', sizeBytes: 300_000 },
    });
    const first = await play(world, id, 'bytes=0-');
    expect(first).toMatchObject({
      status: 206,
      headers: {
        'Content-Type': 'audio/mpeg',
        'Content-Range': 'bytes 0-299999/300000',
        'Content-Length': '300000',
        'Accept-Ranges': 'bytes',
      },
    });
    expect(first.bytes).toEqual(bytes);
    world.reply = () => offline;
    world.signedIn = signedOut;
    expect((await play(world, id)).bytes).toEqual(bytes);
    expect((await play(world, id, 'bytes=70000-200000')).bytes).toEqual(
      bytes.subarray(70_000, 200_001),
    );
    expect((await play(world, id, 'bytes=-10')).bytes).toEqual(bytes.subarray(-10));
    expect(await world.media.prepare(id)).toMatchObject({ ok: true, value: { isKept: true } });
    expect(world.asked).toHaveLength(1);
  });

  it('answers a range outside of the file with its size, and takes nonsense for none', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    const outside = await play(world, id, 'bytes=1000-');
    expect(outside).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */1000' } });
    expect((await play(world, id, 'bytes=-0')).status).toBe(416);
    for (const range of ['bytes=5-1', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-'])
      expect(await play(world, id, range)).toMatchObject({ status: 200, bytes: bytesOf(1_000) });
  });

  it('plays what is still coming, and reads on as it comes', async () => {
    const world = openMedia();
    const id = world.addRecording();
    const source = feed();
    world.reply = () => answer(bytesOf(6), { body: source.body });
    source.give(bytesOf(6).subarray(0, 2));
    const got = await world.media.open(id, 'bytes=0-', new AbortController().signal);
    expect(got.headers['Content-Range']).toBe('bytes 0-5/6');
    const reader = got.body?.getReader();
    expect((await reader?.read())?.value).toEqual(bytesOf(6).slice(0, 2));
    // Another player of the same asks RingCentral nothing.
    const seeking = play(world, id, 'bytes=4-5');
    source.give(bytesOf(6).subarray(2));
    source.end();
    expect((await reader?.read())?.value).toEqual(bytesOf(6).slice(2));
    expect((await reader?.read())?.done).toBe(true);
    expect((await seeking).bytes).toEqual(bytesOf(6).slice(4));
    expect(world.asked).toHaveLength(1);
  });

  it('is fetched once for all who want it at the same time', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    const { media } = world;
    await Promise.all([media.prepare(id), play(world, id), media.prepare(id), play(world, id)]);
    expect(world.asked).toHaveLength(1);
  });

  it('reads no further ahead than a player that stands still', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    world.reply = () => answer(bytesOf(megabyte));
    await play(world, id);
    const got = await world.media.open(id, undefined, new AbortController().signal);
    const reader = got.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBe(64 * 1024);
    await reader?.cancel();
  });

  it('keeps files for their user alone, under names that say nothing', async () => {
    const world = openMedia();
    await play(world, world.addVoicemail());
    await world.rest();
    expect(statSync(world.folder).mode & 0o777).toBe(0o700);
    expect(world.files()).toHaveLength(2);
    for (const name of world.files()) {
      expect(name).toMatch(/^[0-9a-f]{40}\.(media|json)$/);
      expect(statSync(`${world.folder}/${name}`).mode & 0o777).toBe(0o600);
    }
  });
});

describe('what cannot be played', () => {
  it('needs a permission, unless it is here already', async () => {
    const world = openMedia();
    const [recording, voicemail] = [world.addRecording(), world.addVoicemail()];
    world.canPlayRecordings = forbidden;
    expect(await world.media.prepare(recording)).toMatchObject({
      failure: { message: 'permission.user-missing' },
    });
    expect((await play(world, recording)).status).toBe(403);
    expect(world.asked).toHaveLength(0);
    expect((await play(world, voicemail)).status).toBe(200);
    world.canPlayVoicemail = forbidden;
    expect((await play(world, voicemail)).status).toBe(200);
    world.signedIn = signedOut;
    expect(await world.media.prepare(world.addVoicemail())).toMatchObject({
      failure: { message: 'session.signed-out' },
    });
  });

  it('is gone or expired: it says so, remembers it, and asks again a day later', async () => {
    const world = openMedia();
    const gone = world.addVoicemail();
    const expired = world.addRecording({ age: 100 * day });
    world.reply = () => refusal(404);
    const messages = async () =>
      Promise.all(
        [gone, expired].map(async (id) => {
          const result = await world.media.prepare(id);
          return result.ok ? 'ready' : [result.failure.message, result.failure.retry];
        }),
      );
    const told = [
      ['media.gone', 'never'],
      ['media.expired', 'never'],
    ];
    expect(await messages()).toEqual(told);
    expect((await play(world, gone)).status).toBe(404);
    expect(await messages()).toEqual(told);
    expect(world.asked).toHaveLength(2);
    // Also after a restart.
    const next = openMedia({ folder: world.folder });
    next.addVoicemail();
    expect(await next.media.prepare(gone)).toMatchObject({ failure: { message: 'media.gone' } });
    expect(next.asked).toHaveLength(0);
    await world.clock.advance(day);
    world.reply = () => answer(bytesOf(10));
    expect(await messages()).toEqual(['ready', 'ready']);
  });

  it('is not ready: a recording that RingCentral does not have yet is asked for again', async () => {
    const world = openMedia();
    const id = world.addRecording({ age: 60_000 });
    world.reply = () => refusal(404);
    const notReady = { failure: { message: 'media.not-ready', retry: 'user' } };
    expect(await world.media.prepare(id)).toMatchObject(notReady);
    world.reply = () => refusal(410);
    expect(await world.media.prepare(id)).toMatchObject({ failure: { message: 'media.expired' } });
  });

  it('is out of reach while RingCentral is', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    world.reply = () => offline;
    expect(await world.media.prepare(id)).toMatchObject({
      failure: { kind: 'offline', message: 'media.offline', retry: 'user' },
    });
    expect((await play(world, id)).status).toBe(503);
    world.reply = () => answer(bytesOf(10));
    expect((await play(world, id)).status).toBe(200);
  });

  it.each(['nonsense', 'voicemail-999', 'recording-x', 'attachment-1-2', 'voicemail-1-2-3'])(
    'does not exist: %s',
    async (id) => {
      const world = openMedia();
      expect((await play(world, id)).status).toBe(404);
      expect(await world.media.prepare(id)).toMatchObject({ failure: { message: 'media.gone' } });
      expect(world.asked).toHaveLength(0);
    },
  );

  it('is a page in place of the recording: not played, not kept, asked for again', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    world.reply = () => answer(bytesOf(10), { contentType: 'text/html; charset=utf-8' });
    const unreadable = { failure: { message: 'media.unreadable' } };
    expect(await world.media.prepare(id)).toMatchObject(unreadable);
    expect((await play(world, id)).status).toBe(415);
    expect(world.endings()).toEqual([]);
    world.reply = () => answer(bytesOf(10));
    expect((await play(world, id)).status).toBe(200);
  });

  it.each([
    ['text/html', 'hello.html', undefined],
    ['image/svg+xml', 'hello.svg', 'image/svg+xml'],
    ['application/pdf', 'offer.pdf', 'application/pdf'],
    ['image/png', 'fake.png', 'text/javascript'],
  ])('is a file of another kind, never shown: %s', async (type, name, answered) => {
    const world = openMedia();
    const id = world.addAttachment(type, name);
    world.reply = () => answer(bytesOf(10), { contentType: answered });
    expect((await play(world, id)).headers).toMatchObject({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
});

describe('what is not kept', () => {
  it.each([
    ['nothing may be kept', { bytes: 0 }],
    ['it is too old to be kept', { months: 1 }],
  ])('is passed through with its range: %s', async (_why, limits) => {
    const world = openMedia({ limits });
    const id = world.addRecording({ age: 60 * day });
    world.reply = ({ range }) =>
      answer(bytesOf(1_000).slice(10, 20), {
        status: 206,
        contentRange: `bytes 10-19/${range === 'bytes=0-0' ? 1_000 : 2_000}`,
      });
    expect(await world.media.prepare(id)).toMatchObject({
      value: { sizeBytes: 1_000, isKept: false },
    });
    const got = await play(world, id, 'bytes=10-19');
    expect(got).toMatchObject({
      status: 206,
      headers: { 'Content-Range': 'bytes 10-19/2000', 'Content-Length': '10' },
    });
    expect(got.bytes).toEqual(bytesOf(1_000).slice(10, 20));
    expect(world.asked.map(({ range }) => range)).toEqual(['bytes=0-0', 'bytes=10-19']);
    world.reply = () => refusal(416);
    expect((await play(world, id, 'bytes=5000-')).status).toBe(416);
  });

  it('is larger than all that may be kept: found out once, then passed through', async () => {
    const world = openMedia({ limits: { bytes: 999 } });
    const id = world.addRecording();
    expect((await play(world, id)).bytes).toEqual(bytesOf(1_000));
    expect((await play(world, id)).status).toBe(200);
    expect(world.asked).toHaveLength(3);
    expect(world.endings()).toEqual([]);
  });

  it('cannot be written: played all the same', async () => {
    const world = openMedia({ folder: '/dev/null/media' });
    const id = world.addVoicemail();
    expect((await play(world, id)).bytes).toEqual(bytesOf(1_000));
    expect(world.log.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});
