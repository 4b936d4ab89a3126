import { describe, expect, it } from 'vitest';
import type { CallId, ContactId, NoteId } from '../../../shared/model/ids.ts';
import { moveNotes } from '../../../main/core/notes/rows.ts';
import { ada, bob } from '../support/session.ts';
import { openNotes, valueOf } from './harness.ts';

describe('a note', () => {
  it('on a call carries whom the call was with', async () => {
    const { notes, addCall, addPerson, archive, told } = openNotes();
    const contactId = addPerson('Ada Brook', ada);
    const callId = addCall(ada);
    const note = valueOf(
      await notes.add({ callId }, { text: '  wants a quote ', outcome: 'Reached' }),
    );
    expect(note).toMatchObject({
      callId,
      outcome: 'Reached',
      text: 'wants a quote',
      party: { name: 'Ada Brook', number: ada, contactId: String(contactId) },
    });
    expect(archive.db.prepare('SELECT contact_id, number, name FROM note').get()).toEqual({
      contact_id: contactId,
      number: ada,
      name: 'Ada Brook',
    });
    expect(told).toEqual(['notes', 'calls']);
    expect(await notes.ofCall(callId)).toEqual([note]);
  });

  it('on a number that several people share picks none of them', async () => {
    const { notes, addCall, addPerson, archive } = openNotes();
    addPerson('Ada Brook', ada);
    addPerson('Bob Marsh', ada);
    valueOf(await notes.add({ callId: addCall(ada) }, { text: 'which one?' }));
    expect(archive.db.prepare('SELECT contact_id, number FROM note').get()).toEqual({
      contact_id: null,
      number: ada,
    });
  });

  it('on a person is theirs, also where they share their number', async () => {
    const { notes, addPerson } = openNotes();
    addPerson('Ada Brook', ada);
    const contactId = String(addPerson('Bob Marsh', ada)) as ContactId;
    const note = valueOf(await notes.add({ whose: { contactId } }, { text: 'prefers texts' }));
    expect(note).toMatchObject({ callId: undefined, party: { name: 'Bob Marsh', contactId } });
  });

  it('outlives the contact, under the name it was written for', async () => {
    const { notes, addPerson, addCall, archive } = openNotes();
    addPerson('Ada Brook', ada);
    const callId = addCall(ada);
    valueOf(await notes.add({ callId }, { text: 'kept' }));
    archive.db.exec('DELETE FROM contact');
    expect(await notes.ofCall(callId)).toMatchObject([
      { party: { name: 'Ada Brook', number: ada } },
    ]);
  });

  it('needs words or an outcome, and something to be about', async () => {
    const { notes, addCall } = openNotes();
    const about = { callId: addCall(ada) };
    expect(await notes.add(about, { text: ' \n ' })).toMatchObject({
      failure: { message: 'note.empty' },
    });
    expect(await notes.add(about, { text: '', outcome: 'No answer' })).toMatchObject({ ok: true });
    expect(await notes.add({ callId: '5' as CallId }, { text: 'x' })).toMatchObject({
      failure: { message: 'call.gone' },
    });
    expect(
      await notes.add({ whose: { contactId: '5' as ContactId } }, { text: 'x' }),
    ).toMatchObject({ failure: { message: 'contact.gone' } });
  });

  it('is changed and removed; the log tells that, and not what it said', async () => {
    const { notes, addCall, clock, archive, told } = openNotes();
    const callId = addCall(ada);
    const { id } = valueOf(await notes.add({ callId }, { text: 'secret words' }));
    await clock.advance(1_000);
    const changed = valueOf(await notes.change(id, { text: 'better', outcome: 'Reached' }));
    expect(changed).toMatchObject({ id, text: 'better', outcome: 'Reached' });
    expect(changed.modifiedAt - changed.createdAt).toBe(1_000);
    told.length = 0;
    expect(await notes.remove(id)).toMatchObject({ ok: true });
    expect(told).toContain('notes');
    expect(await notes.remove(id)).toMatchObject({ ok: true });
    expect(await notes.change(id, { text: 'again' })).toMatchObject({
      failure: { message: 'note.gone' },
    });
    expect(await notes.change('x' as NoteId, { text: 'again' })).toMatchObject({ ok: false });
    const log = archive.db.prepare('SELECT * FROM activity').all() as Record<string, unknown>[];
    expect(log.map(({ kind, number, outcome }) => [kind, number, outcome])).toEqual([
      ['note', ada, 'added'],
      ['note', ada, 'changed'],
      ['note', ada, 'removed'],
    ]);
    expect(JSON.stringify(log)).not.toContain('secret');
  });

  it('goes along, with its follow-up, when its call is merged into another', async () => {
    const { notes, followUps, addCall, clock, archive } = openNotes();
    const [from, to] = [addCall(ada), addCall(ada)];
    valueOf(await notes.add({ callId: from }, { text: 'first' }));
    valueOf(
      await followUps.add({ callId: from }, { dueAt: clock.now() + 1_000, text: 'call again' }),
    );
    for (let again = 0; again < 2; again += 1) moveNotes(archive.db, Number(from), Number(to));
    expect(await notes.ofCall(from)).toEqual([]);
    expect(await notes.ofCall(to)).toMatchObject([{ text: 'first', callId: to }]);
    const { items } = await followUps.list({ show: 'open', limit: 10 });
    expect(items).toMatchObject([{ callId: to }]);
    archive.db.prepare('DELETE FROM call WHERE id = ?').run(Number(from));
  });

  it('about another is not touched', async () => {
    const { notes, addCall } = openNotes();
    const [one, other] = [addCall(ada), addCall(bob)];
    valueOf(await notes.add({ callId: one }, { text: 'one' }));
    expect(await notes.ofCall(other)).toEqual([]);
  });
});
