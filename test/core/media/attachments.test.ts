import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSentContacts } from '../../../main/core/contacts/import/sent-contacts.ts';
import { createMediaHandlers } from '../../../main/core/media/handlers.ts';
import {
  answer,
  bytesOf,
  feed,
  forbidden,
  makeFolder,
  megabyte,
  offline,
  openMedia,
  play,
} from './harness.ts';

const plain = 'application/octet-stream';

/** Bytes that begin like a file of some kind, and go on with anything. */
const like = (...head: readonly (number | string)[]) =>
  new Uint8Array(
    Buffer.concat([
      ...head.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.of(part),
      ),
      bytesOf(600),
    ]),
  );

const png = (width: number, height: number) => {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\x08\x02\0\0\0', 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  const data = Buffer.from('\0\0\0\0\0\0\0\x10IDAT', 'latin1');
  return new Uint8Array(Buffer.concat([head, data, bytesOf(300)]));
};

const kinds: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  png: png(4, 3),
  bomb: png(30_000, 30_000),
  jpeg: like(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF', 0),
  gif: like('GIF89a', 4, 0, 3, 0),
  mp4: like(0, 0, 0, 24, 'ftypisom', 0, 0, 2, 0, 'isomiso2'),
  m4a: like(0, 0, 0, 24, 'ftypM4A ', 0, 0, 2, 0, 'M4A isom'),
  mp3: like('ID3', 3, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0),
  exe: like('MZ', 0x90, 0),
  html: new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')),
  svg: new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
};

const served = async (named: string, kind: string, limits = {}) => {
  const world = openMedia({ limits });
  const id = world.addAttachment(named, `file.${kind}`);
  world.reply = () => answer(kinds[kind]!, { contentType: named });
  const { headers, bytes } = await play(world, id);
  expect(bytes).toEqual(kinds[kind]);
  return headers['Content-Type'];
};

describe('what somebody sent', () => {
  it.each([
    ['image/png', 'png', 'image/png'],
    ['image/jpg', 'jpeg', 'image/jpeg'],
    ['image/png', 'jpeg', 'image/jpeg'],
    ['image/jpeg', 'gif', 'image/gif'],
    ['video/mp4', 'mp4', 'video/mp4'],
    ['audio/mp4', 'm4a', 'audio/mp4'],
    ['audio/mpeg', 'mp3', 'audio/mpeg'],
    ['audio/mp4', 'mp4', 'video/mp4'],
    ['image/png', 'exe', plain],
    ['image/png', 'html', plain],
    ['image/png', 'svg', plain],
    ['image/svg+xml', 'svg', plain],
    ['text/html', 'html', plain],
    ['image/png', 'mp4', plain],
    ['video/mp4', 'png', plain],
    ['image/png', 'bomb', plain],
    ['application/pdf', 'png', plain],
  ])('is served as what its bytes are: %s with %s', async (named, kind, type) => {
    expect(await served(named, kind)).toBe(type);
    expect(await served(named, kind, { bytes: 0 })).toBe(type);
  });

  it('is judged from its beginning also where only a stretch is asked for', async () => {
    const world = openMedia({ limits: { bytes: 0 } });
    const bytes = new Uint8Array(Buffer.concat([kinds['mp4']!, bytesOf(100_000)]));
    world.reply = ({ range }) => {
      const [, from = 0, to = 0] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '')?.map(Number) ?? [];
      const contentRange = `bytes ${from}-${to}/${bytes.byteLength}`;
      return answer(bytes.slice(from, to + 1), {
        status: 206,
        contentType: 'video/mp4',
        contentRange,
      });
    };
    const id = world.addAttachment('video/mp4', 'a.mp4');
    const first = await play(world, id, 'bytes=90000-90009');
    expect(first.headers['Content-Type']).toBe('video/mp4');
    expect(first.bytes).toEqual(bytes.slice(90_000, 90_010));
    await play(world, id, 'bytes=10-19');
    expect(world.asked.map(({ range }) => range)).toEqual([
      'bytes=90000-90009',
      'bytes=0-65535',
      'bytes=10-19',
    ]);
  });

  it('is judged once it is there, and not when it breaks off or is given up before', async () => {
    const world = openMedia();
    const id = world.addAttachment('image/png', 'a.png');
    const broken = feed();
    world.reply = () => answer(kinds['png']!, { contentType: 'image/png', body: broken.body });
    const failing = world.media.prepare(id);
    broken.give(kinds['png']!.slice(0, 9));
    broken.break();
    expect(await failing).toMatchObject({ failure: { message: 'media.offline', retry: 'user' } });
    const stuck = feed();
    world.reply = () => answer(kinds['png']!, { contentType: 'image/png', body: stuck.body });
    const waiting = world.media.prepare(id);
    await expect.poll(() => world.asked.length).toBe(2);
    await world.media.stop();
    expect(stuck.state.isCancelled).toBe(true);
    expect((await waiting).ok).toBe(false);
    expect(world.endings()).toEqual([]);
  });

  it('is large and passed on as it comes, every byte of it', async () => {
    const world = openMedia();
    const bytes = new Uint8Array(Buffer.concat([kinds['mp4']!, bytesOf(3 * megabyte)]));
    world.reply = () => answer(bytes, { contentType: 'video/mp4' });
    const id = world.addAttachment('video/mp4', 'a.mp4');
    expect((await play(world, id)).bytes).toEqual(bytes);
    await world.rest();
    expect((await play(world, id, 'bytes=100-199')).bytes).toEqual(bytes.slice(100, 200));
  });

  it('is told of in words when it cannot come', async () => {
    const world = openMedia();
    const id = world.addAttachment('image/png', 'a.png');
    world.reply = () => offline;
    expect(await world.media.prepare(id)).toMatchObject({
      failure: { message: 'media.offline', retry: 'user' },
    });
    world.canPlayVoicemail = forbidden;
    expect(await world.media.prepare(id)).toMatchObject({
      failure: { message: 'permission.user-missing' },
    });
  });

  it.each([
    ['../../.ssh/authorized_keys', 'authorized_keys.bin'],
    ['C:\\Windows\\notepad.exe', 'notepad.exe'],
    ['statement\u202efdp.exe', 'statement fdp.exe'],
    ['CON.pdf', '_CON.pdf'],
    ['...', 'Recording.bin'],
    [`${'x'.repeat(5_000)}.pdf`, `${'x'.repeat(100)}.pdf`],
    ['', 'Attachment from +12125550142 1970-01-01 00.00.bin'],
  ])('is saved under a name that leads nowhere: %j', async (fileName, suggested) => {
    const world = openMedia();
    const id = world.addAttachment('application/pdf', fileName);
    world.reply = () => answer(bytesOf(10), { contentType: 'application/pdf' });
    world.savePath = join(makeFolder(), 'saved');
    expect(await world.media.save(id)).toMatchObject({ ok: true, value: true });
    expect(
      world.suggested.map((name) => name.replace(/\d{4}-.*(?=\.bin)/, '1970-01-01 00.00')),
    ).toEqual([suggested]);
    expect(new Uint8Array(readFileSync(world.savePath))).toEqual(bytesOf(10));
  });
});

describe('a vCard', () => {
  const read = async (text: string | Uint8Array<ArrayBuffer>) => {
    const world = openMedia();
    const mediaId = world.addAttachment('text/vcard', 'ada.vcf');
    world.reply = () =>
      answer(typeof text === 'string' ? new Uint8Array(Buffer.from(text)) : text, {
        contentType: 'text/vcard',
      });
    return createMediaHandlers(world.media, readSentContacts)['media.read-contacts']({ mediaId });
  };
  const card = (lines: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines}\r\nEND:VCARD\r\n`;

  it('is read as people with their numbers', async () => {
    const text = card('N:Brook;Ada;;;\r\nORG:Brook Homes\r\nTEL;TYPE=CELL:+1 415 555 0142');
    expect(await read(text)).toMatchObject({
      value: {
        count: 1,
        people: [
          {
            firstName: 'Ada',
            lastName: 'Brook',
            company: 'Brook Homes',
            numbers: [{ label: 'mobile', typed: '+1 415 555 0142' }],
          },
        ],
      },
    });
  });

  it('shows the first of many, and turns nothing round', async () => {
    const ada = (n: number) =>
      card(`FN:Ada ${n} \u202eBrook\r\nTEL:415 555 0142\r\nTEL:415 555 0142`);
    const many = [...Array.from({ length: 40 }, (_, n) => ada(n)), ada(3)].join('');
    const result = await read(many);
    expect(result).toMatchObject({ value: { count: 40 } });
    expect(result.ok && result.value?.people).toHaveLength(5);
    expect(JSON.stringify(result)).not.toContain('\u202e');
  });

  it.each([
    ['not a card', 'hello'],
    ['a card that has no end', 'BEGIN:VCARD\r\nFN:Ada\r\n'],
    ['bytes', bytesOf(2_000)],
    ['nothing', ''],
    ['too large', card(`FN:Ada\r\nNOTE:${'x'.repeat(megabyte)}`)],
  ])('is only a file when it is %s', async (_what, text) => {
    expect(await read(text)).toEqual({ ok: true, value: undefined });
  });
});
