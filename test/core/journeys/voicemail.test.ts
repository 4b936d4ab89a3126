import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { makeFolder } from '../../db/support.ts';
import { makeCore, passUntil, startSignedIn, until } from '../support/core-world.ts';

const caller = '+19075550115';
const said = 'Hello, the appraisal came in. Please call me about the café.';

type World = Awaited<ReturnType<typeof startSignedIn>>;

/** A voicemail that has come in and whose transcript is there. */
async function receive(world: World, seconds = 12): Promise<VoicemailView> {
  const { id } = world.simulator.account.receiveVoicemail(caller, seconds, said);
  return passUntil(world.clock, async () => {
    const { items } = await world.get('voicemail.list', { show: 'all', limit: 5 });
    const found = items.find(({ transcript }) => transcript === said);
    expect(found).toMatchObject({ from: { number: caller }, transcriptState: 'there' });
    expect(world.simulator.account.messages.find((one) => one.id === id)).toBeDefined();
    return found!;
  });
}

async function play({ core }: Pick<World, 'core'>, mediaId: string, range?: string) {
  const got = await core.openMedia(mediaId, range, new AbortController().signal);
  const bytes = got.body && new Uint8Array(await new Response(got.body).arrayBuffer());
  return { ...got, bytes };
}

it('a voicemail comes in, is read, played, saved and played again without RingCentral', async () => {
  const world = await startSignedIn();
  const voicemail = await receive(world);
  const { id: mediaId } = voicemail.media!;
  expect(voicemail).toMatchObject({ isRead: false, durationSeconds: 12 });

  expect(await world.get('media.prepare', { mediaId })).toMatchObject({
    url: `/media/${mediaId}`,
    contentType: 'audio/wav',
    sizeBytes: 96_044,
  });
  const { status, bytes } = await play(world, mediaId, 'bytes=0-');
  expect([status, Buffer.from(bytes!.subarray(0, 4)).toString()]).toEqual([206, 'RIFF']);
  await until(async () =>
    expect((await world.get('media.get-cache', undefined)).usedBytes).toBe(96_044),
  );

  await world.get('voicemail.set-read', { voicemailId: voicemail.id, isRead: true });
  await passUntil(world.clock, () =>
    expect(
      world.simulator.account.messages.filter(
        ({ type, readStatus }) => type === 'VoiceMail' && readStatus === 'Read',
      ).length,
    ).toBeGreaterThan(0),
  );

  world.fileDialogs.save = join(makeFolder(), 'mine.wav');
  expect(await world.get('media.save', { mediaId })).toBe(true);
  expect(readFileSync(world.fileDialogs.save)).toEqual(Buffer.from(bytes!));
  await world.stop();

  const later = makeCore(world.profile, world.clock, {
    fetch: () => Promise.reject(new TypeError('fetch failed')),
  });
  await later.core.start();
  expect(await later.get('media.prepare', { mediaId })).toMatchObject({ isKept: true });
  const part = await play(later, mediaId, 'bytes=1000-1999');
  expect(part.status).toBe(206);
  expect(part.bytes).toEqual(bytes!.subarray(1_000, 2_000));
  await later.get('media.clear-cache', undefined);
  expect(readdirSync(join(world.profile.folder, 'media', 'archive'))).toEqual([]);
});

it('a voicemail that RingCentral has dropped says so; one that broke off is fetched anew', async () => {
  const world = await startSignedIn();
  const { media } = await receive(world);
  const { id: mediaId } = media!;
  const path = /message-store\/\d+\/content/;
  world.simulator.faults.add({ path, truncate: true, times: 1 });
  await world.call('media.prepare', { mediaId });
  // It may have broken off before anyone listens; then listening begins anew.
  await play(world, mediaId).catch(() => undefined);
  world.simulator.account.rules.mediaRanges = false;
  expect((await play(world, mediaId, 'bytes=10-19')).bytes).toHaveLength(10);
  await world.get('media.clear-cache', undefined);
  // Ten minutes on it is no longer on its way.
  await world.clock.advance(15 * 60_000);
  world.simulator.faults.add({ path, status: 404, errorCode: 'CMN-102' });
  expect(await world.call('media.prepare', { mediaId })).toMatchObject({
    failure: { message: 'media.gone' },
  });
});

it('a recording that needs a permission says which', async () => {
  const world = await startSignedIn();
  const recorded = await passUntil(world.clock, async () => {
    const { items } = await world.get('calls.list', { limit: 100 });
    const found = items.find(({ recording }) => recording !== undefined);
    expect(found?.recording).toBeDefined();
    return found!.recording!;
  });
  expect(recorded.id).toMatch(/^recording-/);
  expect((await play(world, recorded.id, 'bytes=0-99')).bytes).toHaveLength(100);
});
