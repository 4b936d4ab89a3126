import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { VoicemailId } from '../../../shared/model/ids.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import { listVoicemailSql } from '../../../main/core/voicemail/queries.ts';
import { settled } from '../support/manual-clock.ts';
import { openVoicemail } from './harness.ts';

const offline: Outcome<void> = { kind: 'not-sent', failure: failure('offline', 'network.offline') };

describe('the list', () => {
  it('is read page by page, newest first, all or unread', async () => {
    const { add, voicemail } = openVoicemail();
    const ids = [0, 1, 0, 1, 0].map((isRead) => add({ is_read: isRead }));
    const read = async (show: 'all' | 'unread', after?: string) =>
      voicemail.list({ show, after, limit: 2 });
    const first = await read('all');
    expect(first.items.map(({ id }) => id)).toEqual([ids[4], ids[3]]);
    const second = await read('all', first.next);
    const third = await read('all', second.next);
    expect([...second.items, ...third.items].map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
    expect(third.next).toBeUndefined();
    expect((await read('unread')).items.map(({ id }) => id)).toEqual([ids[4], ids[2]]);
    expect(await voicemail.countUnread()).toBe(3);
  });

  it('is read by an index, whichever it is', () => {
    const { plan } = openVoicemail();
    expect(plan(listVoicemailSql.all)).toMatch(/^SEARCH voicemail USING INTEGER PRIMARY KEY/);
    expect(plan(listVoicemailSql.unread)).toMatch(/^SEARCH voicemail USING INDEX voicemail_unread/);
  });

  it('shows who it is from, what to play, and what was said', async () => {
    const { add, voicemail } = openVoicemail();
    const id = add({ name: 'Ada', transcript: 'Call me.', transcript_state: 'there' });
    expect(await voicemail.get(id)).toMatchObject({
      from: { name: 'Ada', number: '+12125550142' },
      transcript: 'Call me.',
      transcriptState: 'there',
      media: { id: `voicemail-${id}`, contentType: 'audio/mpeg' },
    });
    const bare = add({ audio_uri: null, transcript_state: 'partial' });
    expect(await voicemail.get(bare)).toMatchObject({ transcriptState: 'waiting' });
    expect((await voicemail.get(bare))?.media).toBeUndefined();
    expect(await voicemail.get('nonsense' as VoicemailId)).toBeUndefined();
  });
});

describe('marking', () => {
  it('counts here at once and is told to RingCentral', async () => {
    const { add, voicemail, marked, row, told } = openVoicemail();
    const id = add();
    expect(await voicemail.setRead(id, true)).toEqual({ ok: true, value: undefined });
    expect(row(id).is_read).toBe(1);
    expect(told).toEqual(['voicemail']);
    await settled();
    expect(marked).toEqual([[['s1'], true]]);
    expect(row(id).is_read_untold).toBe(0);
    await voicemail.setRead(id, true);
    await settled();
    expect(marked).toHaveLength(1);
    await voicemail.setRead(id, false);
    await settled();
    expect(marked[1]).toEqual([['s1'], false]);
  });

  it('waits while RingCentral is away, and is told together', async () => {
    const world = openVoicemail();
    const ids = [world.add(), world.add(), world.add({ is_read: 1 })];
    world.answerMark = offline;
    for (const id of ids) await world.voicemail.setRead(id, world.row(id).is_read === 0);
    await settled();
    expect(ids.map((id) => world.row(id).is_read_untold)).toEqual([1, 1, 1]);
    world.answerMark = { kind: 'ok', value: undefined };
    world.marked.length = 0;
    world.readState.wake();
    await settled();
    expect(world.marked).toEqual([
      [['s2', 's1'], true],
      [['s3'], false],
    ]);
    world.readState.wake();
    await settled();
    expect(world.marked).toHaveLength(2);
  });

  it('is told again when it was changed back while the first was out', async () => {
    const world = openVoicemail();
    const id = world.add();
    const answered = Promise.withResolvers<Outcome<void>>();
    world.answerMark = answered.promise;
    await world.voicemail.setRead(id, true);
    await settled();
    await world.voicemail.setRead(id, false);
    answered.resolve({ kind: 'ok', value: undefined });
    await settled();
    expect(world.marked).toEqual([
      [['s1'], true],
      [['s1'], false],
    ]);
    expect(world.row(id)).toMatchObject({ is_read: 0, is_read_untold: 0 });
  });

  it('is not told for ever to a RingCentral that refuses it', async () => {
    const world = openVoicemail();
    const id = world.add();
    world.answerMark = { kind: 'refused', status: 404, failure: failure('not-found', 'not-found') };
    await world.voicemail.setRead(id, true);
    await settled();
    expect(world.row(id)).toMatchObject({ is_read: 1, is_read_untold: 0 });
  });

  it('of what is not there is refused', async () => {
    const { voicemail } = openVoicemail();
    expect(await voicemail.setRead('404' as VoicemailId, true)).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});
