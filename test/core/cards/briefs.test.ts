import { describe, expect, it } from 'vitest';
import type { CallId, ContactId, E164 } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { createBriefs } from '../../../main/core/cards/briefs.ts';
import { followUpsOfSql, latestSql, notesOfSql } from '../../../main/core/cards/queries.ts';
import { firstRowIdOf, nextRowId, toId } from '../../../main/core/db/row-id.ts';
import { openNotes, valueOf } from '../notes/harness.ts';
import { ada, bob } from '../support/session.ts';

const second = '+12125550155' as E164;
const hour = 3_600_000;

function openBriefs() {
  const harness = openNotes();
  const { archive, clock } = harness;
  const { db } = archive;
  const pages: string[] = [];
  const choice: { address: string | undefined; opens: boolean } = {
    address: undefined,
    opens: true,
  };
  const briefs = createBriefs({
    archive,
    clock,
    opener: {
      openPage(url) {
        pages.push(url);
        return Promise.resolve(choice.opens);
      },
      openTel: () => Promise.resolve(false),
      openLink: () => Promise.resolve(false),
    },
    crmAddress: () => choice.address,
  });
  const put = (table: 'call' | 'voicemail', number: string, at: number, more = 'missed'): void => {
    const id = nextRowId(db, table, at);
    if (table === 'call')
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, started_at) VALUES (?, 'inbound', ?, ?, ?)`,
      ).run(id, more, number, at);
    else
      db.prepare(
        `INSERT INTO voicemail (id, server_id, number, created_at, modified_at)
         VALUES (?, ?, ?, ?, ?)`,
      ).run(id, String(id), number, at, at);
  };
  const text = (number: string, at: number, status = 'received'): void => {
    const thread = db
      .prepare('INSERT INTO thread (own_number, party_key, last_at) VALUES (?, ?, ?)')
      .run(`own-${at}`, number, at).lastInsertRowid;
    db.prepare('INSERT INTO thread_party (thread_id, position, number) VALUES (?, 0, ?)').run(
      thread,
      number,
    );
    db.prepare(
      `INSERT INTO message (id, thread_id, direction, status, body, created_at, modified_at)
       VALUES (?, ?, 'inbound', ?, '', ?, ?)`,
    ).run(nextRowId(db, 'message', at), thread, status, at, at);
  };
  return { ...harness, briefs, pages, choice, put, text, db };
}

const party = (more: Partial<Party>): Party => ({
  contactId: undefined,
  name: undefined,
  company: undefined,
  number: undefined,
  extensionNumber: undefined,
  ...more,
});

describe('what is known of somebody', () => {
  it('is the last contact over all their numbers, whatever it was', async () => {
    const { briefs, put, text, clock, addPerson } = openBriefs();
    const contactId = toId<ContactId>(addPerson('Ada', ada, second));
    const now = clock.now();
    const last = async () => (await briefs.of(party({ contactId, number: ada }))).lastContact;
    expect(await last()).toBeUndefined();
    put('call', ada, now - 5 * hour);
    expect(await last()).toEqual({ kind: 'call', at: now - 5 * hour });
    text(second, now - 4 * hour);
    expect(await last()).toEqual({ kind: 'text', at: now - 4 * hour });
    put('voicemail', second, now - 3 * hour);
    expect(await last()).toEqual({ kind: 'voicemail', at: now - 3 * hour });
    // None of these was a contact, and Bob is somebody else.
    put('call', ada, now - hour, 'in-progress');
    put('call', ada, now - hour, 'failed');
    text(ada, now - hour, 'failed');
    put('call', bob, now - hour);
    expect(await last()).toEqual({ kind: 'voicemail', at: now - 3 * hour });
  });

  it('leaves out what came with the call at hand', async () => {
    const { briefs, put, clock } = openBriefs();
    const now = clock.now();
    put('call', ada, now - hour);
    put('call', ada, now);
    expect(await briefs.of(party({ number: ada }), now)).toMatchObject({
      lastContact: { at: now - hour },
    });
  });

  it('is three open follow-ups, the soonest first, and the two latest notes', async () => {
    const { briefs, followUps, notes, clock, addPerson } = openBriefs();
    const contactId = toId<ContactId>(addPerson('Ada', ada, second));
    const of = (number: E164) => ({ whose: { number } });
    const add = async (inHours: number, text: string, number: E164 = ada) =>
      valueOf(await followUps.add(of(number), { dueAt: clock.now() + inHours * hour, text }));
    for (const [hours, text] of [
      [4, 'd'],
      [2, 'b'],
      [3, 'c'],
      [1, 'a'],
    ] as const)
      await add(hours, text, hours === 2 ? second : ada);
    await add(1, 'bob', bob);
    valueOf(await followUps.setDone((await add(1, 'done')).id, true));
    for (const text of ['one', 'two', 'three']) {
      await clock.advance(1_000);
      valueOf(await notes.add({ whose: { contactId } }, { text }));
    }
    const brief = await briefs.of(party({ contactId, number: ada }));
    expect(brief.followUps.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(brief.notes.map(({ text }) => text)).toEqual(['three', 'two']);
  });

  it('is of nobody in particular where several have the number, or there is none', async () => {
    const { briefs, notes, addPerson } = openBriefs();
    const contactId = toId<ContactId>(addPerson('Ada', second));
    addPerson('Bob', second);
    valueOf(await notes.add({ whose: { contactId } }, { text: 'private' }));
    const shared = party({ contactId, number: second, sharedWith: ['Bob'] });
    expect(await briefs.of(party({}))).toEqual({
      lastContact: undefined,
      followUps: [],
      notes: [],
      hasCrmPage: false,
    });
    expect((await briefs.of(shared)).followUps).toEqual([]);
  });

  it('is read from indexes, one row of each', () => {
    const { db } = openBriefs();
    const plan = (sql: string, ...values: unknown[]): string =>
      (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n');
    for (const sql of Object.values(latestSql)) {
      expect(plan(sql, 'x', 1)).toMatch(/SEARCH \w+ USING .*INDEX/);
      expect(plan(sql, 'x', 1)).not.toContain('TEMP B-TREE');
    }
    expect(plan(followUpsOfSql, '[]', '[]', '[]')).toContain('follow_up_open');
    expect(plan(notesOfSql, '[]', '[]', '[]')).toContain('note_by_number');
  });
});

describe('the page of the CRM', () => {
  it('opens for whoever the address can find', async () => {
    const { briefs, choice, pages, db, addPerson } = openBriefs();
    const id = addPerson('Ada Brook', ada);
    db.prepare('UPDATE contact SET email = ? WHERE id = ?').run('ada@example.com', id);
    const who = party({ contactId: toId<ContactId>(id), name: 'Ada Brook', number: ada });
    expect((await briefs.of(who)).hasCrmPage).toBe(false);
    expect(await briefs.openCrm(who)).toMatchObject({ failure: { message: 'crm.no-address' } });
    choice.address = 'https://crm.example.com/?n={number}&e={email}';
    expect((await briefs.of(who)).hasCrmPage).toBe(true);
    expect(await briefs.openCrm(who)).toMatchObject({ ok: true });
    expect(pages).toEqual(['https://crm.example.com/?n=%2B12125550142&e=ada%40example.com']);
    const stranger = party({ number: bob });
    choice.address = 'https://crm.example.com/{email}';
    expect((await briefs.of(stranger)).hasCrmPage).toBe(false);
    expect(await briefs.openCrm(stranger)).toMatchObject({
      failure: { message: 'crm.not-enough' },
    });
  });

  it('opens for a call and for a person, with all that is known', async () => {
    const { briefs, choice, pages, db, put, addPerson } = openBriefs();
    const id = addPerson('Ada Brook', ada);
    db.prepare('UPDATE contact SET email = ? WHERE id = ?').run('ada@example.com', id);
    put('call', ada, 5 * hour);
    const callId = toId<CallId>(firstRowIdOf(5 * hour));
    choice.address = 'https://crm.example.com/?n={national}&e={email}&name={name}&c={call_id}';
    expect(await briefs.openCrmAbout({ callId })).toMatchObject({ ok: true });
    const whose = { contactId: toId<ContactId>(id) };
    expect(await briefs.openCrmAbout({ whose })).toMatchObject({ ok: true });
    expect(await briefs.openCrmAbout({ whose: { number: bob } })).toMatchObject({ ok: true });
    const known = 'n=2125550142&e=ada%40example.com&name=Ada%20Brook';
    expect(pages).toEqual([
      `https://crm.example.com/?${known}&c=${callId}`,
      `https://crm.example.com/?${known}&c=`,
      `https://crm.example.com/?n=${bob.slice(2)}&e=&name=&c=`,
    ]);
    expect(await briefs.openCrmAbout({ callId: toId<CallId>(1) })).toMatchObject({
      failure: { message: 'call.gone' },
    });
  });

  it('does not open for an address that leads elsewhere, and says when no browser did', async () => {
    const { briefs, choice, pages } = openBriefs();
    choice.address = 'http://crm.example.com/{number}';
    const who = party({ number: ada });
    expect(await briefs.openCrm(who)).toMatchObject({
      failure: { message: 'crm.address-invalid' },
    });
    expect(await briefs.tryCrm('ftp://x/{number}')).toMatchObject({ ok: false });
    expect(pages).toEqual([]);
    choice.opens = false;
    expect(await briefs.tryCrm('https://crm.example.com/{number}')).toMatchObject({
      failure: { message: 'crm.not-opened' },
    });
  });
});
