import { describe, expect, it } from 'vitest';
import { claim } from '../../../main/core/outbox/queries.ts';
import { nearRecordsSql } from '../../../main/core/outbox/rows.ts';
import { startTexts, type TextHarness } from '../messages/harness.ts';
import { accept } from '../support/fake-client.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';

const holdMs = 5_000;
const minute = 60_000;

function outcomes({ archive }: TextHarness): unknown[] {
  return archive.db.prepare('SELECT outcome FROM activity ORDER BY id').pluck().all();
}

describe('a text that is held', () => {
  it('goes when its hold is over, not before', async () => {
    const texts = await startTexts({ holdMs });
    const until = texts.clock.now() + holdMs;
    const { messageId } = await texts.send('Hello');
    expect((await texts.view(messageId))?.waiting).toEqual({ for: 'hold', until });
    expect(await texts.outbox.getView()).toEqual({
      state: 'sending',
      resumesAt: undefined,
      waitingCount: 1,
      heldCount: 1,
    });
    await texts.clock.advance(holdMs - 1);
    expect(texts.client.sent).toHaveLength(0);
    await texts.clock.advance(1);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent', waiting: undefined });
  });

  it('is taken back once, its words are a draft again, and it never goes', async () => {
    const texts = await startTexts({ holdMs });
    const { messageId, threadId } = await texts.send('Hello');
    expect(await texts.messages.undo(messageId)).toEqual({
      ok: true,
      value: { messageId, threadId, text: 'Hello', files: [] },
    });
    expect(await texts.messages.undo(messageId)).toMatchObject({
      failure: { message: 'not-found' },
    });
    await texts.clock.advance(minute);
    expect(texts.client.sent).toHaveLength(0);
    expect(await texts.view(messageId)).toBeUndefined();
    const drafts = texts.archive.db.prepare('SELECT key, body FROM draft').all();
    expect(drafts).toEqual([{ key: threadId, body: 'Hello' }]);
    expect(outcomes(texts)).toEqual(['taken-back']);
  });

  it('is not taken back once the outbox has it', async () => {
    const texts = await startTexts({ holdMs });
    texts.client.answerSend = () => new Promise(() => undefined);
    const { messageId } = await texts.send('Hello');
    await texts.clock.advance(holdMs);
    expect(await texts.view(messageId)).toMatchObject({ status: 'sending' });
    expect(await texts.messages.undo(messageId)).toMatchObject({
      failure: { message: 'text.not-waiting' },
    });
    expect(await texts.view(messageId)).toMatchObject({ status: 'sending' });
  });

  it('goes at once when the user says so, and its turn is kept', async () => {
    const texts = await startTexts({ holdMs });
    const first = await texts.send('one');
    const second = await texts.send('two');
    await texts.send('other', bob);
    expect(await texts.messages.sendNow(second.messageId)).toMatchObject({ ok: true });
    await settled();
    expect(texts.client.sent).toHaveLength(0);
    expect((await texts.view(second.messageId))?.waiting).toEqual({ for: 'turn' });
    await texts.messages.sendNow(first.messageId);
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'two']);
    await texts.clock.advance(holdMs);
    expect(texts.client.sent.map(({ text }) => text)).toEqual(['one', 'two', 'other']);
  });

  it('holds no longer than the hold while nothing can be sent', async () => {
    const texts = await startTexts({ holdMs });
    texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
    const { messageId } = await texts.send('Hello');
    await texts.clock.advance(holdMs);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued', waiting: undefined });
    expect(await texts.outbox.getView()).toMatchObject({ state: 'offline', heldCount: 0 });
    texts.client.setConnection({ state: 'online' });
    await settled();
    expect(await texts.view(messageId)).toMatchObject({ status: 'sent' });
  });

  it('is let go later when the archive cannot be written at the end of its hold', async () => {
    const texts = await startTexts({ holdMs });
    const { db } = texts.archive;
    texts.client.setConnection({ state: 'offline', cause: 'network', sinceAt: 0 });
    const { messageId } = await texts.send('Hello');
    db.exec(`CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END`);
    await texts.clock.advance(holdMs);
    expect((await texts.view(messageId))?.waiting).toMatchObject({ for: 'hold' });
    db.exec('DROP TRIGGER full');
    await texts.clock.advance(minute);
    expect(await texts.view(messageId)).toMatchObject({ status: 'queued', waiting: undefined });
  });
});

describe('a text that was held when the computer fell asleep', () => {
  it('goes when it wakes up soon', async () => {
    const texts = await startTexts({ holdMs });
    await texts.send('Hello');
    await texts.clock.sleep(9 * minute);
    await settled();
    expect(texts.client.sent).toHaveLength(1);
  });

  it('asks when it slept for long, instead of going out in the night', async () => {
    const texts = await startTexts({ holdMs });
    const { threadId } = await texts.send('Hello');
    await texts.clock.sleep(8 * 60 * minute);
    texts.outbox.resume();
    await settled();
    expect(texts.client.sent).toHaveLength(0);
    expect(texts.notes).toMatchObject([{ to: { screen: 'messages', threadId } }]);
    expect(await texts.scheduled.list(threadId)).toMatchObject([{ state: 'missed' }]);
  });
});

describe('texts of one millisecond', () => {
  it('stand and go in the order they were accepted', async () => {
    const texts = await startTexts();
    const all = Array.from({ length: 20 }, (_, n) => `text ${n}`);
    await Promise.all(all.map((text) => texts.accept(text)));
    await settled();
    expect(texts.client.sent.map(({ text }) => text)).toEqual(all);
    const rows = texts.archive.db.prepare('SELECT body FROM message ORDER BY id').pluck().all();
    expect(rows).toEqual(all);
  });
});

describe('a text that was held when Sidetone ended', () => {
  it('is told of, and is held anew after a short while', async () => {
    const texts = await startTexts({ holdMs });
    const { messageId } = await texts.send('Hello');
    await texts.outbox.stop();
    expect(texts.counts.kept).toBe(1);
    await texts.clock.advance(9 * minute);
    expect(texts.client.sent).toHaveLength(0);

    const { archive, clock } = texts;
    const later = await startTexts({ archive, clock, holdMs });
    await settled();
    expect(later.client.sent).toHaveLength(0);
    expect((await later.view(messageId))?.waiting).toEqual({
      for: 'hold',
      until: clock.now() + holdMs,
    });
    await clock.advance(holdMs);
    expect(later.client.sent).toHaveLength(1);
  });

  it('asks after a long while', async () => {
    const texts = await startTexts({ holdMs });
    const { threadId } = await texts.send('Hello');
    await texts.outbox.stop();
    await texts.clock.advance(11 * minute);
    const { archive, clock } = texts;
    const later = await startTexts({ archive, clock, holdMs });
    await clock.advance(minute);
    expect(later.client.sent).toHaveLength(0);
    expect(later.notes).toMatchObject([{ to: { screen: 'messages', threadId } }]);
    const [asking] = await later.scheduled.list(threadId);
    expect(asking).toMatchObject({ text: 'Hello', state: 'missed' });
    if (asking === undefined) return;
    expect(await later.scheduled.sendNow(asking.id)).toMatchObject({ ok: true });
    await settled();
    expect(later.client.sent.map(({ text }) => text)).toEqual(['Hello']);
  });
});

describe('holding, taking back and sending in any order', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('neither lose nor double a text: seed %i', async (seed) => {
    const random = rolls(seed);
    const taken = new Set<string>();
    let texts = await startTexts({ holdMs });
    texts.client.answerSend = (input) => accept(input, `id of ${input.text}`);
    const sent: string[] = [];
    const accepted: { id: Awaited<ReturnType<typeof texts.accept>>['messageId']; text: string }[] =
      [];
    for (let step = 0; step < 60; step += 1) {
      const roll = random();
      if (roll < 0.4) {
        const text = `text ${step}`;
        const { messageId } = await texts.accept(text, random() < 0.5 ? ada : bob);
        accepted.push({ id: messageId, text });
      } else if (roll < 0.6) {
        const picked = accepted[Math.floor(random() * accepted.length)];
        // Twice at once, beside the outbox that may be taking it.
        const [one, two] = picked
          ? await Promise.all([texts.messages.undo(picked.id), texts.messages.undo(picked.id)])
          : [];
        if (one?.ok || two?.ok) taken.add(picked?.text ?? '');
        expect(one?.ok === true && two?.ok === true).toBe(false);
      } else if (roll < 0.7) {
        const picked = accepted[Math.floor(random() * accepted.length)];
        if (picked) await texts.messages.sendNow(picked.id);
      } else if (roll < 0.8) {
        await texts.outbox.stop();
        await texts.scheduled.stop();
        sent.push(...texts.client.sent.map(({ text }) => text));
        texts = await startTexts({ archive: texts.archive, clock: texts.clock, holdMs });
        texts.client.answerSend = (input) => accept(input, `id of ${input.text}`);
      } else await texts.clock.advance(Math.floor(random() * 4_000));
    }
    await texts.clock.advance(minute);
    sent.push(...texts.client.sent.map(({ text }) => text));
    const expected = accepted.map(({ text }) => text).filter((text) => !taken.has(text));
    expect([...sent].toSorted()).toEqual(expected.toSorted());
    expect(texts.jobs()).toBe(0);
  });

  it('is decided by one transaction: what is claimed is not taken back', async () => {
    const texts = await startTexts({ holdMs });
    const { messageId } = await texts.accept('Hello');
    const now = texts.clock.now() + holdMs;
    const [claimed, undone] = await Promise.all([
      texts.archive.write(claim, { now, leaseMs: minute }),
      texts.messages.undo(messageId),
    ]);
    expect(claimed).toMatchObject({ kind: 'job', job: { messageId: Number(messageId) } });
    expect(undone.ok).toBe(false);
  });
});

describe('records that may be a text of unknown outcome', () => {
  it('are looked for by their place in the thread, however long it is', async () => {
    const { archive } = await startTexts();
    const plan = archive.db.prepare(`EXPLAIN QUERY PLAN ${nearRecordsSql}`).all(1, 1, 2) as {
      detail: string;
    }[];
    const details = plan.map(({ detail }) => detail).join('\n');
    expect(details).toMatch(
      /USING INDEX message_by_thread\w* \(thread_id=\? AND (id|rowid)>\? AND (id|rowid)<\?\)/,
    );
    expect(details).not.toContain('TEMP B-TREE');
  });
});

/** Numbers at least 0 and below 1, the same for the same seed (mulberry32). */
function rolls(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
