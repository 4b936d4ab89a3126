import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../ringcentral/harness.ts';
import { answer, bytesOf, day, feed, makeFolder, offline, openMedia, play } from './harness.ts';

describe('what comes only in part', () => {
  it.each(['breaks off', 'ends early', 'goes on too long'])(
    'never counts as whole: %s',
    async (how) => {
      const world = openMedia();
      const id = world.addVoicemail();
      const source = feed();
      world.reply = () => answer(bytesOf(1_000), { body: source.body });
      const playing = play(world, id);
      source.give(bytesOf(1_000).slice(0, 400));
      if (how === 'breaks off') source.break();
      else if (how === 'ends early') source.end();
      else source.give(bytesOf(1_000));
      await expect(playing).rejects.toThrow();
      await world.rest();
      expect(world.endings()).toEqual([]);
      world.reply = () => answer(bytesOf(1_000));
      expect((await play(world, id)).bytes).toEqual(bytesOf(1_000));
      expect(world.asked).toHaveLength(2);
    },
  );

  it('is given up when the app quits, and nothing is left of it', async () => {
    const world = openMedia();
    const source = feed();
    world.reply = () => answer(bytesOf(1_000), { body: source.body });
    await world.media.prepare(world.addVoicemail());
    source.give(bytesOf(400));
    await until(() => world.endings().includes('.part'));
    await world.media.stop();
    expect(source.state.isCancelled).toBe(true);
    expect(world.endings()).toEqual([]);
  });

  it('was left by a crash: swept, like notes without their file and files without their note', async () => {
    const before = openMedia();
    const [kept, cut, lost, stray] = [1, 2, 3, 4].map(() => before.addVoicemail());
    for (const id of [kept, cut, lost, stray]) await play(before, id!);
    await before.rest();
    const { folder } = before;
    const noteOf = (id: string | undefined) =>
      readdirSync(folder).find(
        (name) => name.endsWith('.json') && readFileSync(join(folder, name), 'utf8').includes(id!),
      )!;
    const dataOf = (id: string | undefined) => noteOf(id).replace('.json', '.media');
    writeFileSync(join(folder, dataOf(cut)), bytesOf(10));
    writeFileSync(join(folder, noteOf(lost)), '{"mediaId": tru');
    writeFileSync(join(folder, 'abc.1-2.part'), bytesOf(10));
    writeFileSync(join(folder, 'a-file-of-no-note.media'), bytesOf(10));
    const after = openMedia({ folder });
    for (let index = 0; index < 4; index += 1) after.addVoicemail();
    after.reply = () => offline;
    const { usedBytes } = await after.media.getCache();
    expect(usedBytes).toBe(2_000);
    expect(after.files()).toHaveLength(4);
    const results = [kept, cut, lost, stray].map(async (id) => (await play(after, id!)).status);
    expect(await Promise.all(results)).toEqual([200, 503, 503, 200]);
  });
});

describe('room on this computer', () => {
  it('goes to what was played last', async () => {
    const world = openMedia({ limits: { bytes: 3_500 } });
    const ids = [1, 2, 3].map(() => world.addVoicemail());
    for (const id of ids) {
      await play(world, id);
      await world.rest();
      await world.clock.advance(1_000);
    }
    await play(world, ids[0]!);
    await world.clock.advance(1_000);
    await play(world, world.addVoicemail());
    await world.rest();
    expect(await world.media.getCache()).toEqual({ usedBytes: 3_000, limitBytes: 3_500 });
    world.reply = () => offline;
    const statuses = await Promise.all(ids.map(async (id) => (await play(world, id)).status));
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('remembers over a restart what was played when', async () => {
    const before = openMedia();
    const ids = [1, 2].map(() => before.addVoicemail());
    for (const id of ids) await play(before, id);
    await before.rest();
    const { folder } = before;
    const first = before
      .files()
      .find(
        (name) =>
          name.endsWith('.json') && readFileSync(join(folder, name), 'utf8').includes(ids[0]!),
      );
    const later = new Date(before.clock.now() + day);
    utimesSync(join(folder, first!.replace('.json', '.media')), later, later);
    const after = openMedia({ folder, limits: { bytes: 1_500 } });
    for (let index = 0; index < 2; index += 1) after.addVoicemail();
    after.reply = () => offline;
    after.media.start();
    await until(() => after.files().length === 2);
    expect((await play(after, ids[0]!)).status).toBe(200);
    expect((await play(after, ids[1]!)).status).toBe(503);
  });

  it('shrinks with the setting, and drops what has grown too old', async () => {
    const world = openMedia();
    world.media.start();
    await play(world, world.addVoicemail({ age: 20 * day }));
    await play(world, world.addVoicemail({ age: day }));
    await world.rest();
    world.limits = { bytes: 10_000, months: 1 };
    await world.clock.advance(11 * day);
    await until(() => world.files().length === 2);
    expect(await world.media.getCache()).toMatchObject({ usedBytes: 1_000 });
    world.limits = { bytes: 0, months: 1 };
    world.tell({ name: 'changed', topics: [{ area: 'settings' }] });
    await until(() => world.files().length === 0);
  });

  it('is cleared, or freed of some, also of what is just coming', async () => {
    const world = openMedia();
    const [one, two] = [world.addVoicemail(), world.addVoicemail()];
    await play(world, one);
    await play(world, two);
    await world.rest();
    await world.media.forget([one, 'voicemail-404']);
    expect(await world.media.getCache()).toMatchObject({ usedBytes: 1_000 });
    const source = feed();
    world.reply = () => answer(bytesOf(1_000), { body: source.body });
    await world.media.prepare(one);
    await world.media.clear();
    expect(world.files()).toEqual([]);
    expect(source.state.isCancelled).toBe(true);
    expect(await world.media.getCache()).toMatchObject({ usedBytes: 0 });
  });
});

describe('saving', () => {
  it('suggests who and when, and writes all of it', async () => {
    const world = openMedia();
    const id = world.addVoicemail();
    world.savePath = join(makeFolder(), 'saved.mp3');
    expect(await world.media.save(id)).toEqual({ ok: true, value: true });
    expect(world.suggested[0]).toMatch(
      /^Voicemail from Ada the first \d{4}-\d\d-\d\d \d\d\.\d\d\.mp3$/,
    );
    expect(new Uint8Array(readFileSync(world.savePath))).toEqual(bytesOf(1_000));
  });

  it('asks nobody where to while there is nothing to save', async () => {
    const world = openMedia();
    world.reply = () => offline;
    expect(await world.media.save(world.addVoicemail())).toMatchObject({
      failure: { message: 'media.offline' },
    });
    expect(world.suggested).toEqual([]);
  });

  it('answers no when the user thought better of it', async () => {
    const world = openMedia();
    expect(await world.media.save(world.addVoicemail())).toEqual({ ok: true, value: false });
  });

  it('leaves nothing behind when the place cannot be written to, or the content breaks off', async () => {
    const world = openMedia({ limits: { bytes: 0 } });
    const folder = makeFolder();
    world.savePath = join(folder, 'no-such-folder', 'a.mp3');
    expect(await world.media.save(world.addVoicemail())).toMatchObject({
      failure: { message: 'media.not-saved' },
    });
    world.savePath = join(folder, 'b.mp3');
    const id = world.addVoicemail();
    world.reply = ({ range }) => {
      if (range !== undefined) return answer(bytesOf(1), { status: 206 });
      const source = feed();
      source.give(bytesOf(10));
      setImmediate(source.break);
      return answer(bytesOf(1_000), { body: source.body });
    };
    expect(await world.media.save(id)).toMatchObject({ failure: { message: 'media.offline' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('saves what cannot be played here, under its own ending', async () => {
    const world = openMedia();
    const id = world.addAttachment('application/pdf', '..\\evil\u202egpj.pdf');
    world.reply = () => answer(bytesOf(5), { contentType: 'application/pdf' });
    world.savePath = join(makeFolder(), 'x.pdf');
    expect(await world.media.save(id)).toEqual({ ok: true, value: true });
    expect(world.suggested).toEqual(['evil gpj.pdf']);
    expect(statSync(world.savePath).size).toBe(5);
  });
});
