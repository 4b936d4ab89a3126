import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { dueTranscriptsSql } from '../../../main/core/voicemail/queries.ts';
import { openVoicemail, textAnswer } from './harness.ts';

const minute = 60_000;
const waiting = { transcript_state: 'waiting', transcript_uri: 'https://media.ringcentral.com/t' };

describe('transcripts', () => {
  it('are fetched once RingCentral has them, and found by search', async () => {
    const { add, transcripts, row, asked, told, archive } = openVoicemail();
    const ready = add(waiting);
    const partial = add({ ...waiting, transcript_state: 'partial' });
    add({ transcript_state: 'waiting' });
    add({ ...waiting, transcript_state: 'there', transcript: 'Old.' });
    await transcripts.fetchDue();
    expect(asked).toHaveLength(2);
    expect(row(ready)).toMatchObject({ transcript: 'Hello.', transcript_state: 'there' });
    expect(row(partial)).toMatchObject({ transcript: 'Hello.', transcript_state: 'partial' });
    expect(told).toEqual(['voicemail', 'voicemail']);
    const hits = archive.db
      .prepare(`SELECT rowid FROM voicemail_search WHERE voicemail_search MATCH 'hello' ORDER BY 1`)
      .pluck()
      .all();
    expect(hits).toEqual([Number(ready), Number(partial)]);
    await transcripts.fetchDue();
    expect(asked).toHaveLength(2);
  });

  it('are looked up by an index', () => {
    const { plan } = openVoicemail();
    expect(plan(dueTranscriptsSql)).toMatch(/USING INDEX voicemail_to_transcribe/);
  });

  it('are read in the charset they come in', async () => {
    const world = openVoicemail();
    const id = world.add(waiting);
    const contentType = 'text/plain; charset="iso-8859-1"';
    world.reply = () => textAnswer(Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65), { contentType });
    await world.transcripts.fetchDue();
    expect(world.row(id).transcript).toBe('Grüße');
  });

  it('without a word are none', async () => {
    const world = openVoicemail();
    const id = world.add(waiting);
    world.reply = () => textAnswer(' \n');
    await world.transcripts.fetchDue();
    expect(world.row(id)).toMatchObject({ transcript: null, transcript_state: 'none' });
  });

  it.each([
    ['a page', textAnswer('<html>', { contentType: 'text/html' })],
    ['an unknown charset', textAnswer('x', { contentType: 'text/plain; charset=klingon' })],
    ['too long', textAnswer('x'.repeat(300_000))],
    ['cut off', textAnswer('x', { contentLength: 9 })],
  ])('that cannot be read are tried again later: %s', async (_what, answer) => {
    const world = openVoicemail();
    const id = world.add(waiting);
    world.reply = () => answer;
    await world.transcripts.fetchDue();
    await world.transcripts.fetchDue();
    expect(world.asked).toHaveLength(1);
    expect(world.row(id)).toMatchObject({ transcript: null, transcript_state: 'waiting' });
    await world.clock.advance(minute);
    world.reply = () => textAnswer('At last.');
    await world.transcripts.fetchDue();
    expect(world.row(id)).toMatchObject({ transcript: 'At last.', transcript_state: 'there' });
  });

  it('that never come are given up, with growing pauses on the way', async () => {
    const world = openVoicemail();
    const id = world.add(waiting);
    world.reply = () => ({
      kind: 'refused',
      status: 404,
      failure: failure('not-found', 'not-found'),
    });
    const at: number[] = [];
    for (let step = 0; step < 24 * 60; step += 1) {
      const before = world.asked.length;
      await world.transcripts.fetchDue();
      if (world.asked.length > before) at.push(step);
      await world.clock.advance(minute);
    }
    expect(at).toEqual([0, 1, 3, 7, 15, 31, 63, 127]);
    expect(world.row(id).transcript_state).toBe('failed');
    expect(world.told).toEqual(['voicemail']);
  });

  it('wait for RingCentral to be there, which is no attempt', async () => {
    const world = openVoicemail();
    const ids = [world.add(waiting), world.add(waiting)];
    const away = [
      { kind: 'not-sent', failure: failure('offline', 'network.offline') },
      { kind: 'refused', status: 429, failure: failure('rate-limited', 'rate.limited') },
    ] as const;
    for (const answer of away) {
      world.reply = () => answer;
      world.asked.length = 0;
      await world.transcripts.fetchDue();
      expect(world.asked).toHaveLength(1);
    }
    expect(ids.map((id) => world.row(id).transcript_attempts)).toEqual([0, 0]);
  });

  it('at a foreign address keep no other waiting', async () => {
    const world = openVoicemail();
    const good = world.add(waiting);
    const bad = world.add({ ...waiting, transcript_uri: 'https://media.example.com/t' });
    world.reply = (uri) =>
      uri.includes('example')
        ? { kind: 'not-sent', failure: failure('offline', 'network.not-ringcentral') }
        : textAnswer('Fine.');
    await world.transcripts.fetchDue();
    expect(world.row(good).transcript).toBe('Fine.');
    expect(world.row(bad).transcript_attempts).toBe(1);
  });

  it('are fetched by one run at a time, and by none once the app quits', async () => {
    const world = openVoicemail();
    for (let count = 0; count < 3; count += 1) world.add(waiting);
    await Promise.all([world.transcripts.fetchDue(), world.transcripts.fetchDue()]);
    expect(world.asked).toHaveLength(3);
    world.add(waiting);
    world.transcripts.stop();
    await world.transcripts.fetchDue();
    expect(world.asked).toHaveLength(3);
  });
});
