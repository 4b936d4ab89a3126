import { describe, expect, it } from 'vitest';
import type { FollowUpId, NoteId } from '../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../shared/model/notes.ts';
import { settled } from '../support/manual-clock.ts';
import { ada, bob } from '../support/session.ts';
import { openNotes, valueOf, type NotesHarness } from './harness.ts';

const hour = 3_600_000;

async function add(harness: NotesHarness, inMs: number, text = '', number = ada) {
  const about = { whose: { number } };
  return valueOf(await harness.followUps.add(about, { dueAt: harness.clock.now() + inMs, text }));
}

describe('a follow-up', () => {
  it('lies ahead, when it is set and when it is moved', async () => {
    const harness = openNotes();
    const { followUps, clock, addCall } = harness;
    const past = { failure: { message: 'follow-up.past', field: 'dueAt' } };
    const about = { callId: addCall(ada) };
    expect(await followUps.add(about, { dueAt: clock.now(), text: '' })).toMatchObject(past);
    const { id, dueAt } = await add(harness, hour, 'rates');
    expect(await followUps.change(id, { dueAt: clock.now() - 1, text: '' })).toMatchObject(past);
    await clock.advance(2 * hour);
    // What is overdue can be reworded where it stands.
    expect(await followUps.change(id, { dueAt, text: 'new rates' })).toMatchObject({ ok: true });
    expect(await followUps.change(id, { dueAt: dueAt + 1, text: '' })).toMatchObject(past);
  });

  it('is listed by urgency, page by page, and after it is done by when', async () => {
    const harness = openNotes();
    const { followUps, clock } = harness;
    const added: FollowUpView[] = [];
    for (const hours of [3, 1, 2, 1]) added.push(await add(harness, hours * hour));
    const first = await followUps.list({ show: 'open', limit: 3 });
    const second = await followUps.list({ show: 'open', limit: 3, after: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      [1, 3, 2, 0].map((index) => added[index]?.id),
    );
    expect(second.next).toBeUndefined();
    for (const followUp of added) {
      await clock.advance(1_000);
      valueOf(await followUps.setDone(followUp.id, true));
    }
    const done = await followUps.list({ show: 'done', limit: 2 });
    const more = await followUps.list({ show: 'done', limit: 2, after: done.next });
    expect([...done.items, ...more.items].map(({ id }) => id)).toEqual(
      added.map(({ id }) => id).toReversed(),
    );
  });

  it('is ticked off once, opened again, and removed for good', async () => {
    const harness = openNotes();
    const { followUps, clock } = harness;
    const { id } = await add(harness, hour);
    const { doneAt } = valueOf(await followUps.setDone(id, true));
    await clock.advance(1_000);
    expect(valueOf(await followUps.setDone(id, true)).doneAt).toBe(doneAt);
    expect(valueOf(await followUps.setDone(id, false)).doneAt).toBeUndefined();
    expect(await followUps.remove(id)).toMatchObject({ ok: true });
    expect(await followUps.remove(id)).toMatchObject({ ok: true });
    expect(await followUps.setDone('9' as FollowUpId, true)).toMatchObject({
      failure: { message: 'follow-up.gone' },
    });
  });

  it('is set although its note has gone in the meantime', async () => {
    const { followUps, clock, addCall } = openNotes();
    const input = { dueAt: clock.now() + hour, text: '', noteId: '77' as NoteId };
    expect(await followUps.add({ callId: addCall(ada) }, input)).toMatchObject({
      value: { noteId: undefined },
    });
  });

  it('counts once it is due, until it is done', async () => {
    const harness = openNotes();
    const { followUps, clock } = harness;
    const { id } = await add(harness, hour);
    expect(await followUps.countDue()).toBe(0);
    await clock.advance(hour);
    expect(await followUps.countDue()).toBe(1);
    await followUps.setDone(id, true);
    expect(await followUps.countDue()).toBe(0);
  });
});

describe('the notification of a follow-up', () => {
  it('comes at its time, once, and says who and why', async () => {
    const harness = openNotes();
    const { clock, followUps, shown, told, addPerson } = harness;
    addPerson('Ada Brook', ada);
    await followUps.start();
    await add(harness, hour, 'Send the rates');
    await clock.advance(hour - 1);
    expect(shown).toEqual([]);
    told.length = 0;
    await clock.advance(1);
    expect(shown).toEqual([
      { title: 'Follow up: Ada Brook', body: 'Send the rates', to: { screen: 'follow-ups' } },
    ]);
    // The count of what is due has changed with the time.
    expect(told).toContain('follow-ups');
    await clock.advance(24 * hour);
    expect(shown).toHaveLength(1);
  });

  it('follows changes: moved, done and removed', async () => {
    const harness = openNotes();
    const { clock, followUps, shown } = harness;
    await followUps.start();
    const moved = await add(harness, hour);
    const done = await add(harness, hour);
    const removed = await add(harness, hour);
    await followUps.change(moved.id, { dueAt: clock.now() + 2 * hour, text: '' });
    await followUps.setDone(done.id, true);
    await followUps.remove(removed.id);
    await clock.advance(hour);
    expect(shown).toEqual([]);
    await clock.advance(hour);
    expect(shown).toMatchObject([{ title: 'Follow up: (212) 555-0142' }]);
    // Told of, then moved: that is another time to tell of.
    await followUps.change(moved.id, { dueAt: clock.now() + hour, text: '' });
    await clock.advance(hour);
    expect(shown).toHaveLength(2);
  });

  it('comes on waking for what the computer slept past', async () => {
    const harness = openNotes();
    const { clock, followUps, shown } = harness;
    await followUps.start();
    await add(harness, hour, 'one');
    await add(harness, 2 * hour, 'other', bob);
    clock.jumpedMs += 8 * hour;
    followUps.resume();
    await settled();
    expect(shown).toEqual([
      {
        title: '2 follow-ups are due',
        body: '(212) 555-0142, (212) 555-0143',
        to: { screen: 'follow-ups' },
      },
    ]);
  });

  it('comes soon after the clock was put forward, without being asked', async () => {
    const harness = openNotes();
    const { clock, followUps, shown } = harness;
    await followUps.start();
    await add(harness, 24 * hour);
    clock.jumpedMs += 24 * hour;
    await clock.advance(10 * 60_000);
    expect(shown).toHaveLength(1);
  });

  it('comes at the next start for what fell due while Sidetone was closed, gathered', async () => {
    const before = openNotes();
    await before.followUps.start();
    for (const [index, number] of [ada, bob, ada, bob].entries()) {
      await add(before, hour + index, `number ${index}`, number);
    }
    for (const name of ['Cy', 'Di', 'Em']) {
      const contactId = String(before.addPerson(name)) as never;
      const dueAt = before.clock.now() + 2 * hour;
      valueOf(await before.followUps.add({ whose: { contactId } }, { dueAt, text: '' }));
    }
    await before.followUps.stop();
    await before.clock.advance(3 * hour);
    expect(before.shown).toEqual([]);

    const after = openNotes(before);
    await after.followUps.start();
    expect(after.shown).toMatchObject([
      {
        title: '7 follow-ups are due',
        body: '(212) 555-0142, (212) 555-0143, Cy and 2 more',
      },
    ]);
    await after.followUps.stop();
    const again = openNotes(after);
    await again.followUps.start();
    await again.clock.advance(hour);
    expect(again.shown).toEqual([]);
  });

  it('is tried again when the archive could not be read', async () => {
    const harness = openNotes();
    const { archive, clock, followUps, log, shown } = harness;
    await add(harness, hour);
    let isBroken = true;
    const broken = openNotes({
      clock,
      archive: {
        ...archive,
        read: (query, input) =>
          isBroken ? Promise.reject(new Error('locked')) : archive.read(query, input),
      },
    });
    await broken.followUps.start();
    expect(broken.log.lines).toMatchObject([{ level: 'error' }]);
    isBroken = false;
    await clock.advance(2 * hour);
    expect(broken.shown).toHaveLength(1);
    expect([shown, log.lines]).toEqual([[], []]);
    await followUps.stop();
  });

  it('stops with Sidetone and leaves no timer behind', async () => {
    const harness = openNotes();
    const { clock, followUps, shown } = harness;
    await followUps.start();
    await add(harness, hour);
    await settled();
    expect(clock.waiting).toBe(1);
    await followUps.stop();
    expect(clock.waiting).toBe(0);
    followUps.resume();
    await clock.advance(2 * hour);
    expect(shown).toEqual([]);
  });
});
