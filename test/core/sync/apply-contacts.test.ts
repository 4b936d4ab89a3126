import { beforeEach, describe, expect, it } from 'vitest';
import type { E164 } from '../../../shared/model/ids.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { applyContacts, type ContactsToApply } from '../../../main/core/sync/contacts/queries.ts';
import { startOfTests as t0 } from '../support/manual-clock.ts';

const contact = (serverId: string, typed = '+12125550142') => ({
  serverId,
  source: 'personal' as const,
  name: `Person ${serverId}`,
  firstName: 'Person',
  lastName: serverId,
  company: undefined,
  jobTitle: undefined,
  email: undefined,
  remarks: undefined,
  numbers: [
    {
      label: 'mobile',
      typed,
      number: typed as E164,
      extensionNumber: undefined,
    },
  ],
});

let archive: InProcessArchive;
beforeEach(() => {
  archive = openInProcessArchive();
});

const apply = (more: Partial<ContactsToApply>) =>
  archive.write(applyContacts, {
    source: 'personal',
    contacts: [],
    deleted: [],
    unreadable: [],
    cursor: undefined,
    at: t0,
    ...more,
  });
const people = () =>
  archive.db.prepare('SELECT server_id, availability FROM contact ORDER BY server_id').raw().all();

describe('contacts', () => {
  it('are written once and brought up to date', async () => {
    await apply({ contacts: [contact('1')] });
    await apply({ contacts: [{ ...contact('1', '+12125550143'), name: 'Ada' }] });
    expect(archive.db.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada']);
    const numbers = archive.db.prepare('SELECT number FROM contact_number').pluck().all();
    expect(numbers).toEqual(['+12125550143']);
  });

  it('deleted on the server are marked, and alive again when they come back', async () => {
    await apply({ contacts: [contact('1'), contact('2')] });
    await apply({ deleted: [{ id: '1', availability: 'Deleted' }] });
    expect(people()).toEqual([
      ['1', 'Deleted'],
      ['2', 'Alive'],
    ]);
    await apply({ contacts: [contact('1')] });
    expect(people()).toEqual([
      ['1', 'Alive'],
      ['2', 'Alive'],
    ]);
  });

  it('that a full sync no longer names are marked, those of the other source are not', async () => {
    await apply({ contacts: [contact('1'), contact('2')] });
    await apply({ source: 'company', contacts: [{ ...contact('3'), source: 'company' }] });
    await apply({ contacts: [contact('2')], allIds: ['2'] });
    expect(people()).toEqual([
      ['1', 'Deleted'],
      ['2', 'Alive'],
      ['3', 'Alive'],
    ]);
  });

  it('move their own cursor and keep what cannot be read', async () => {
    await apply({
      source: 'company',
      unreadable: [{ id: '7', reason: 'id: invalid_type' }],
      cursor: { feed: 'directory', token: undefined, at: t0 },
    });
    const cursors = archive.db
      .prepare('SELECT feed, token, synced_at FROM sync_cursor')
      .raw()
      .all();
    expect(cursors).toEqual([['directory', null, t0]]);
    expect(archive.db.prepare('SELECT feed FROM quarantine').pluck().all()).toEqual(['directory']);
  });

  it('that are the same person are found to be so, and told apart when they no longer are', async () => {
    const persons = () =>
      archive.db.prepare('SELECT id, person_id FROM contact ORDER BY id').raw().all();
    await apply({ source: 'company', contacts: [{ ...contact('1'), source: 'company' }] });
    await apply({ contacts: [contact('1')] });
    expect(persons()).toEqual([
      [1, 2],
      [2, 2],
    ]);
    await apply({ contacts: [contact('1', '+12125550149')] });
    expect(persons()).toEqual([
      [1, 1],
      [2, 2],
    ]);
    await apply({ contacts: [contact('1')] });
    await apply({ deleted: [{ id: '1', availability: 'Deleted' }] });
    expect(persons()).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('that are as they were are not written again', async () => {
    expect(await apply({ contacts: [contact('1'), contact('2')] })).toBe(2);
    const rows = archive.db.prepare('SELECT id FROM contact_number').pluck();
    const before = rows.all();
    expect(await apply({ contacts: [contact('1'), contact('2')] })).toBe(0);
    expect(rows.all()).toEqual(before);
    expect(await apply({ contacts: [{ ...contact('2'), email: 'a@example.com' }] })).toBe(1);
  });
});
