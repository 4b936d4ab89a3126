import { describe, expect, test } from 'vitest';
import type { ContactId, E164, PhoneId } from '../../shared/model/ids.ts';
import { contactNumberLabels, type ContactView } from '../../shared/model/people.ts';
import { partiesTitle, partyWords } from '../../renderer/app/party.ts';
import { chosenPhone } from '../../renderer/app/use-dial.ts';
import {
  contactDetail,
  firstDialable,
  freeLabel,
  groupByLetter,
  removedFrom,
  toOwnDraft,
} from '../../renderer/features/contacts/view-model.ts';
import { hueOf, initialsOf } from '../../renderer/ui/initials.ts';
import { home, party } from './make.ts';

const words = partyWords(home);

describe('someone', () => {
  test('is a name with the number second, else the number, else the extension', () => {
    expect(words.title(party())).toBe('Ada Brook');
    expect(words.detail(party())).toBe('(415) 555-0101');
    expect(words.title(party({ name: undefined }))).toBe('(415) 555-0101');
    expect(words.detail(party({ name: undefined, company: 'Acme' }))).toBe('Acme');
    const colleague = party({ name: undefined, number: undefined, extensionNumber: '102' });
    expect(words.title(colleague)).toBe('Extension 102');
    expect(words.title({ ...colleague, extensionNumber: undefined })).toBe('No caller ID');
  });

  test('cannot rearrange the window by the characters of a name', () => {
    expect(words.title(party({ name: '\u202eAda\u2066 Brook' }))).toBe('Ada Brook');
    expect(words.title(party({ name: '\u202e ' }))).toBe('(415) 555-0101');
  });

  test('in a group stands with the others, shortened after two', () => {
    const [ada, ben, cy] = ['Ada', 'Ben', 'Cy'].map((name) => party({ name }));
    expect(partiesTitle([ada!], words)).toBe('Ada');
    expect(partiesTitle([ada!, ben!], words)).toMatch(/^Ada (&|and) Ben$/);
    expect(partiesTitle([ada!, ben!, cy!], words)).toBe('Ada and 2 others');
    expect(partiesTitle([], words)).toBe('No caller ID');
  });

  test('has initials of the first and the last word, and one hue for good', () => {
    expect(initialsOf('Ada Brook')).toBe('AB');
    expect(initialsOf('maria fernández de la vega')).toBe('MV');
    expect(initialsOf('Élif')).toBe('É');
    expect(initialsOf('(415) 555-0101')).toBe('');
    expect(hueOf('Ada Brook')).toBe(hueOf('Ada Brook'));
    expect(hueOf('Ada Brook')).toBeLessThan(8);
  });
});

describe('contacts', () => {
  const contact = (name: string): ContactView => ({
    id: name as ContactId,
    name,
    company: 'Acme',
    jobTitle: 'Broker',
    email: undefined,
    firstName: name,
    lastName: undefined,
    remarks: undefined,
    sources: ['personal'],
    isFavourite: false,
    canEdit: { can: true },
    numbers: [
      { label: 'extension', number: undefined, extensionNumber: '7', typed: '7' },
      { label: 'mobile', number: '+14155550101' as E164, extensionNumber: undefined, typed: '' },
    ],
  });

  test('stand under their letter, accents folded, the rest under #', () => {
    const items = groupByLetter(['3M', 'Ada', 'Élif', 'Eve'].map(contact));
    expect(items.map((item) => (item.kind === 'letter' ? item.letter : item.contact.name))).toEqual(
      ['#', '3M', 'A', 'Ada', 'E', 'Élif', 'Eve'],
    );
  });

  test('are called by the first number that can be dialled', () => {
    expect(firstDialable(contact('Ada'))?.label).toBe('mobile');
    expect(contactDetail(contact('Ada'))).toBe('Broker, Acme');
    expect(contactDetail(contact('Acme'))).toBe('Broker');
  });

  test('are removed from where they are the user’s own', () => {
    expect(removedFrom(['company'])).toBeUndefined();
    expect(removedFrom(['personal', 'company'])).toBe('personal');
    expect(removedFrom(['personal', 'local'])).toBe('both');
    expect(removedFrom(['local'])).toBe('local');
  });

  test('of the company become own ones with what is known, each number under a label of its own', () => {
    const number = (label: string, e164: string) => ({
      label,
      number: e164 as E164,
      extensionNumber: undefined,
      typed: e164,
    });
    const numbers = [number('direct', '+12125550142'), number('direct', '+12125550143')];
    expect(toOwnDraft({ ...contact('Ada Brook'), firstName: undefined, numbers })).toMatchObject({
      firstName: 'Ada Brook',
      company: 'Acme',
      numbers: [
        { label: 'business', typed: '+12125550142' },
        { label: 'mobile', typed: '+12125550143' },
      ],
    });
  });

  test('have a label for each number until all are taken', () => {
    const all = contactNumberLabels.map((label) => ({ label, typed: '' }));
    expect(freeLabel([])).toBe('mobile');
    expect(freeLabel(all.slice(0, 1))).toBe('business');
    expect(freeLabel(all)).toBeUndefined();
  });
});

describe('the phone to call from', () => {
  const phone = (id: string, isDefault: boolean) => ({
    id: id as PhoneId,
    label: id,
    number: '+16505550100' as E164,
    kind: 'desk' as const,
    status: 'online' as const,
    isDefault,
  });

  test('is the chosen one, else the default, else any; a choice that is gone does not count', () => {
    const phones = [phone('a', false), phone('b', true)];
    expect(chosenPhone(phones, 'a')?.id).toBe('a');
    expect(chosenPhone(phones, 'gone')?.id).toBe('b');
    expect(chosenPhone([phone('c', false)], undefined)?.id).toBe('c');
    expect(chosenPhone([], undefined)).toBeUndefined();
  });
});
