import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ContactDraft } from '../../../shared/model/people.ts';
import { makeFolder } from '../../db/support.ts';
import { failure } from '../../../shared/failure.ts';
import { openRefusing, openSignedIn } from './signed-in.ts';

const draft = (changes: Partial<ContactDraft> = {}): ContactDraft => ({
  firstName: 'Ada',
  lastName: 'Quill',
  company: '',
  jobTitle: '',
  email: '',
  remarks: '',
  numbers: [{ label: 'mobile', typed: '(212) 555-0142' }],
  ...changes,
});

describe('a contact in RingCentral’s address book', () => {
  it('is created there and here at once, changed and removed', async () => {
    const { core, find, ofServer, log } = await openSignedIn();
    const created = await core.get('contacts.create', { draft: draft(), where: 'account' });
    expect(created).toMatchObject({
      name: 'Ada Quill',
      sources: ['personal'],
      numbers: [{ label: 'mobile', number: '+12125550142' }],
      canEdit: { can: true },
    });
    expect(ofServer('Quill')).toMatchObject({ firstName: 'Ada', mobilePhone: '+12125550142' });
    const { id: contactId } = created;
    const changed = await core.get('contacts.change', {
      contactId,
      draft: draft({
        company: 'Quills',
        numbers: [
          { label: 'business2', typed: '212 555 0143 x 12' },
          { label: 'mobile', typed: ' ' },
        ],
      }),
    });
    expect(changed).toMatchObject({ id: contactId, company: 'Quills' });
    expect(changed.numbers).toMatchObject([{ label: 'business2', number: '+12125550143' }]);
    expect(ofServer('Quill')).toMatchObject({
      company: 'Quills',
      businessPhone2: '212 555 0143 x 12',
    });
    expect(ofServer('Quill')?.['mobilePhone'] ?? '').toBe('');
    await core.get('contacts.remove', { contactId });
    expect(await find('Quill')).toEqual([]);
    expect(ofServer('Quill')).toBeUndefined();
    expect(log('contact')).toEqual(['create done', 'change done', 'remove done']);
  });

  it('keeps what Sidetone does not show', async () => {
    const { core, ofServer, touch } = await openSignedIn();
    const { id: contactId } = await core.get('contacts.create', {
      draft: draft(),
      where: 'account',
    });
    touch('Quill', { birthday: '1815-12-10', businessAddress: { city: 'London' } });
    await core.get('contacts.change', { contactId, draft: draft({ company: 'Quills' }) });
    expect(ofServer('Quill')).toMatchObject({
      birthday: '1815-12-10',
      businessAddress: { city: 'London' },
      company: 'Quills',
    });
  });

  it.each([
    [draft({ firstName: ' ', lastName: '', numbers: [] }), 'contact.empty', 'firstName'],
    [
      draft({ numbers: [{ label: 'mobile', typed: 'soon' }] }),
      'contact.number-invalid',
      'numbers.0',
    ],
    [
      draft({
        numbers: [
          { label: 'home', typed: '212 555 0142' },
          { label: 'home', typed: '212 555 0143' },
        ],
      }),
      'contact.label-twice',
      'numbers.1',
    ],
  ])('is refused beside its field', async (wrong, message, field) => {
    const { core, ofServer, log } = await openSignedIn();
    for (const where of ['account', 'local'] as const) {
      const result = await core.call('contacts.create', { draft: wrong, where });
      expect(result).toMatchObject({ ok: false, failure: { message, field } });
    }
    expect(ofServer('Quill')).toBeUndefined();
    expect(log('contact')).toEqual([]);
  });

  it('is not written while RingCentral is away, and can be kept here instead', async () => {
    const { core, simulator, find, log } = await openSignedIn();
    simulator.faults.add({ path: '/address-book/contact', reset: 'before' });
    const result = await core.call('contacts.create', { draft: draft(), where: 'account' });
    expect(result).toMatchObject({ ok: false });
    expect(await find('Quill')).toEqual([]);
    expect(log('contact')[0]).not.toBe('create done');
    const kept = await core.get('contacts.create', { draft: draft(), where: 'local' });
    expect(kept).toMatchObject({ sources: ['local'], canEdit: { can: true } });
  });

  it('with a number that RingCentral cannot take says so', async () => {
    const { core, simulator } = await openSignedIn();
    const fault = { path: '/address-book/contact', status: 400, errorCode: 'PAB-105' };
    simulator.faults.add(fault);
    expect(await core.call('contacts.create', { draft: draft(), where: 'account' })).toMatchObject({
      ok: false,
      failure: { message: 'contact.number-invalid', code: 'PAB-105' },
    });
  });

  it('is refused when the address book is full', async () => {
    const { service, fill } = openRefusing();
    expect(await service.create(draft(), 'account')).toMatchObject({
      failure: { message: 'server.refused' },
    });
    fill(10_000);
    expect(await service.create(draft(), 'account')).toMatchObject({
      failure: { message: 'contact.account-full' },
    });
  });

  it('is not asked for without the permission', async () => {
    const { service, asked, session } = openRefusing();
    const missing = failure('rejected', 'permission.user-missing');
    session.canEditContacts = { can: false, failure: missing };
    expect(await service.create(draft(), 'account')).toEqual({ ok: false, failure: missing });
    expect(asked).toEqual([]);
    expect(await service.create(draft(), 'local')).toMatchObject({ ok: true });
  });
});

describe('a contact of this computer', () => {
  it('is created, changed and removed without RingCentral', async () => {
    const { core, find, ofServer } = await openSignedIn();
    const { id: contactId } = await core.get('contacts.create', { draft: draft(), where: 'local' });
    const changed = await core.get('contacts.change', {
      contactId,
      draft: draft({ email: 'ada@example.com' }),
    });
    expect(changed).toMatchObject({ id: contactId, email: 'ada@example.com', sources: ['local'] });
    await core.get('contacts.remove', { contactId });
    expect(await find('Quill')).toEqual([]);
    expect(ofServer('Quill')).toBeUndefined();
    const gone = { ok: false, failure: { message: 'contact.gone' } };
    expect(await core.call('contacts.remove', { contactId })).toMatchObject(gone);
    expect(await core.call('contacts.change', { contactId, draft: draft() })).toMatchObject(gone);
  });
});

describe('a contact of the company', () => {
  it('is the administrator’s, until there is an own one', async () => {
    const { core } = await openSignedIn();
    const { items } = await core.get('contacts.list', { show: 'company' });
    const colleague = items.find(({ sources }) => sources.length === 1);
    if (colleague === undefined) throw new Error('there is nobody in the company');
    const { id: contactId } = colleague;
    expect(colleague.canEdit).toMatchObject({ failure: { message: 'contact.not-editable' } });
    const refused = { ok: false, failure: { message: 'contact.not-editable' } };
    expect(await core.call('contacts.change', { contactId, draft: draft() })).toMatchObject(
      refused,
    );
    expect(await core.call('contacts.remove', { contactId })).toMatchObject(refused);
    await core.get('contacts.set-favourite', { contactId, isFavourite: true });
    expect((await core.get('contacts.list', { show: 'favourites' })).items).toHaveLength(1);
  });
});

describe('an import', () => {
  it('is read from the chosen file, used once and taken back', async () => {
    const { core, find } = await openSignedIn();
    const file = join(makeFolder(), 'people.csv');
    writeFileSync(file, 'Name,Phone\nQuentin Quill,(212) 555-0144\n');
    expect(await core.get('contacts.read-import', undefined)).toBeUndefined();
    core.fileDialogs.open = file;
    const read = await core.get('contacts.read-import', undefined);
    expect(read).toMatchObject({ fileName: 'people.csv', format: 'csv', counts: { add: 1 } });
    const importId = read!.id;
    const done = await core.get('contacts.use-import', { importId });
    expect(await find('Quill')).toEqual(['Quentin Quill']);
    expect(await core.call('contacts.use-import', { importId })).toMatchObject({
      failure: { message: 'contact-import.gone' },
    });
    expect(await core.get('contacts.list-imports', undefined)).toEqual([done]);
    await core.get('contacts.undo-import', { importId: done.id });
    expect(await find('Quill')).toEqual([]);
    expect(await core.call('contacts.undo-import', { importId: done.id })).toMatchObject({
      failure: { message: 'contact-import.gone' },
    });
  });

  it('of a file that is gone, or too large, is refused', async () => {
    const { core } = await openSignedIn();
    const folder = makeFolder();
    core.fileDialogs.open = join(folder, 'nothing.csv');
    const refused = async () => {
      const result = await core.call('contacts.read-import', undefined);
      return result.ok ? result.value : result.failure.message;
    };
    expect(await refused()).toBe('contact-import.unreadable');
    core.fileDialogs.open = folder;
    expect(await refused()).toBe('contact-import.unreadable');
    core.fileDialogs.open = join(folder, 'large.csv');
    writeFileSync(core.fileDialogs.open, Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect(await refused()).toBe('contact-import.too-large');
  });
});
