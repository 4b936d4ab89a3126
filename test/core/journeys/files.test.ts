import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClientId, E164, FileId, ThreadId } from '../../../shared/model/ids.ts';
import { drawPicture } from '../../../simulator/messages/picture.ts';
import { makeCore, passUntil, startSignedIn, type RunningCore } from '../support/core-world.ts';
import { pdf, png } from '../files/bytes.ts';

/** Receives texts and does not answer them. */
const silent = '+19075550115';
const tollFree = '+18005550111' as E164;
let lastClientId = 0;

type World = Awaited<ReturnType<typeof startSignedIn>>;

async function attach(
  { get }: Pick<RunningCore, 'get'>,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
) {
  return get('attachments.add', { fileName, bytes });
}

function request(text: string, files: readonly FileId[]) {
  lastClientId += 1;
  const clientId = `files-${lastClientId}` as ClientId;
  return { clientId, to: { numbers: [silent] }, text, files: [...files] };
}

/** The texts of a thread, oldest first: what they say, how they stand, and what goes with them. */
async function lines({ get }: Pick<RunningCore, 'get'>, threadId: ThreadId) {
  const { items } = await get('messages.list', { threadId, limit: 200 });
  return items
    .map(({ text, status, attachments, failure }) => {
      const names = attachments.map(({ fileName }) => fileName).join(', ');
      return `${text}: ${failure?.message ?? status} [${names}]`;
    })
    .toReversed();
}

/** What RingCentral has of a text: the sizes of its files, once for each copy. */
function copies({ simulator }: World, text: string) {
  return simulator.account.messages
    .filter(({ subject, direction }) => subject === text && direction === 'Outbound')
    .map(({ attachments }) => attachments.flatMap(({ size }) => size ?? []));
}

const outgoing = ({ profile }: World): string => join(profile.folder, 'outgoing', 'archive');

describe('a text with files', () => {
  it('arrives with them, and shows its own, also after it has come back with a sync', async () => {
    const world = await startSignedIn();
    const picture = await attach(world, 'house.png', png);
    const offer = await attach(world, 'offer.pdf', pdf);
    const { threadId } = await world.get(
      'messages.send',
      request('The house', [picture.id, offer.id]),
    );
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual(['The house: delivered [house.png, offer.pdf]']),
    );
    expect(copies(world, 'The house')).toEqual([[png.byteLength, pdf.byteLength]]);
    const { items } = await world.get('messages.list', { threadId, limit: 1 });
    expect(items[0]?.attachments[0]).toMatchObject({ size: { width: 480, height: 320 } });
    const { mediaId } = picture;
    expect(await world.get('media.prepare', { mediaId })).toMatchObject({
      contentType: 'image/png',
    });
    const answer = await world.core.openMedia(mediaId, undefined, new AbortController().signal);
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await new Response(answer.body).arrayBuffer())).toEqual(
      new Uint8Array(png),
    );
    // A page or a program is a file to keep, whatever the window asks for.
    const other = await world.core.openMedia(
      offer.mediaId,
      undefined,
      new AbortController().signal,
    );
    expect(other.headers['Content-Type']).toBe('application/octet-stream');
    await other.body?.cancel();
  });

  it('goes out with nothing but files, and is sent once after its answer was lost', async () => {
    const world = await startSignedIn();
    world.simulator.faults.add({ path: '/sms', reset: 'after-accept', times: 1 });
    const { id } = await attach(world, 'house.png', png);
    const { threadId } = await world.get('messages.send', request('', [id]));
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual([': delivered [house.png]']),
    );
    expect(
      world.simulator.account.messages.filter(
        ({ attachments }) => attachments[0]?.fileName === 'house.png',
      ),
    ).toHaveLength(1);
  });

  it('fails with words when a file has vanished, and takes no other text along', async () => {
    const world = await startSignedIn();
    const { id } = await attach(world, 'house.png', png);
    const { threadId, messageId } = await world.get('messages.send', request('Look', [id]));
    rmSync(join(outgoing(world), id));
    await world.get('messages.send', request('And this', []));
    await passUntil(world.clock, async () =>
      expect(await lines(world, threadId)).toEqual([
        'Look: file.gone [house.png]',
        'And this: delivered []',
      ]),
    );
    expect(copies(world, 'Look')).toEqual([]);
    // Sending it again cannot help; dropping it can.
    await world.get('messages.send-again', { messageId: messageId! });
    await passUntil(world.clock, async () =>
      expect((await lines(world, threadId))[0]).toBe('Look: file.gone [house.png]'),
    );
    await world.get('messages.discard', { messageId: messageId! });
    expect(await lines(world, threadId)).toEqual(['And this: delivered []']);
    expect(readdirSync(outgoing(world))).toEqual([]);
  });

  it('is refused before anything is sent from a number that takes none, and goes with one text only', async () => {
    const world = await startSignedIn();
    const { id } = await attach(world, 'house.png', png);
    const refused = await world.call('messages.send', {
      ...request('From the toll-free number', [id]),
      from: tollFree,
    });
    expect(refused).toMatchObject({ failure: { message: 'file.sender-refused', field: 'from' } });
    const senders = await world.get('messages.list-senders', undefined);
    expect(senders.map(({ number }) => number)).toContain(tollFree);
    expect(readdirSync(outgoing(world))).toEqual([id]);
    expect(copies(world, 'From the toll-free number')).toEqual([]);
    const first = request('First', [id]);
    const accepted = await world.get('messages.send', first);
    expect(await world.get('messages.send', first)).toEqual(accepted);
    expect(await world.call('messages.send', request('Second', [id]))).toMatchObject({
      failure: { message: 'file.gone' },
    });
  });

  it('waits as a draft over a restart, and what no draft names goes', async () => {
    const world = await startSignedIn();
    const kept = await attach(world, 'house.png', png);
    await attach(world, 'other.png', Uint8Array.from(drawPicture(7)));
    await world.get('drafts.set', { key: 'new', text: '', files: [kept.id] });
    await world.stop();
    const again = makeCore(world.profile, world.clock);
    await again.core.start();
    expect((await again.get('drafts.get', { key: 'new' })).files).toEqual([kept]);
    expect(readdirSync(outgoing(world))).toEqual([kept.id]);
  });
});
