import { describe, expect, it } from 'vitest';
import { toPattern } from '../../../main/core/contacts/pattern.ts';
import type { Person } from './entries.ts';
import { ada, bob, make, people } from './people.ts';

describe('type-ahead', () => {
  it('has contacts before recent numbers, names that start so before others', async () => {
    const { suggest, addCall } = make([
      ada,
      bob,
      { name: 'Zoe', company: 'Bob & Sons', numbers: ['+12125550150'] },
    ]);
    addCall('+14155550143', 1);
    expect(await suggest('bob')).toEqual([
      'contact: bob Stone +13105550143',
      'contact: bob Stone +13105550144',
      'contact: Zoe +12125550150',
    ]);
    expect(await suggest('0143')).toEqual([
      'contact: bob Stone +13105550143',
      'recent: - +14155550143',
    ]);
  });

  it('shows the latest numbers of calls and texts when nothing is typed, each once', async () => {
    const { suggest, addCall, addThread } = make([ada]);
    addCall('+12125550142', 10);
    addCall('+14155550101', 30);
    addThread('+14155550102', 20);
    addThread('+12125550142', 40);
    expect(await suggest('')).toEqual([
      'recent: Ada Byron +12125550142',
      'recent: - +14155550101',
      'recent: - +14155550102',
    ]);
    expect(await suggest('', 1)).toHaveLength(1);
  });

  it('does not say a contact’s number again as a recent one', async () => {
    const { suggest, addCall } = make([ada]);
    addCall('+12125550142', 10);
    expect(await suggest('212555')).toEqual(['contact: Ada Byron +12125550142']);
  });

  it('names a number that is in both address books once, as the user calls it', async () => {
    const twin: Person = { name: 'Byron A.', source: 'company', numbers: ['+12125550142'] };
    expect(await make([twin, ada]).suggest('byron')).toEqual(['contact: Ada Byron +12125550142']);
  });

  it('leaves out people it has no number for', async () => {
    expect(await make(people).suggest('Cyrus')).toEqual([]);
    expect(await make(people).suggest('Elif')).toEqual([]);
  });
});

describe('what was typed', () => {
  it('matches digits only when it reads like a number', () => {
    expect(toPattern('020 7946')).toMatchObject({ digits: '%207946%' });
    expect(toPattern('+1 (212)')).toMatchObject({ digits: '%1212%' });
    expect(toPattern('Route 66')).toMatchObject({
      literal: '%Route 66%',
      words: ['%route%', '%66%', '%%'],
      digits: undefined,
    });
    expect(toPattern('5')).toMatchObject({ digits: undefined });
    expect(toPattern(' \u200b ')).toBeUndefined();
  });
});
