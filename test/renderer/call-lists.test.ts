import { describe, expect, test } from 'vitest';
import type { CallId, ContactId, E164 } from '../../shared/model/ids.ts';
import { requestOf, standingOf, tallyOf } from '../../renderer/features/call-lists/view-model.ts';
import { activeCall, at, party } from './make.ts';

describe('a call list', () => {
  test('has the turn of whoever is on the phone not behind it', () => {
    const counts = { open: 1, called: 2, skipped: 1 };
    expect(tallyOf({ counts, calling: 0 })).toEqual({ all: 4, done: 3 });
    expect(tallyOf({ counts, calling: 1 })).toEqual({ all: 4, done: 2 });
  });

  test('says of someone how the call to them stands while it runs', () => {
    const entry = { state: 'called', callId: 'c-1' as CallId } as const;
    const of = (changes: Parameters<typeof activeCall>[0]) =>
      standingOf(entry, [activeCall({ id: entry.callId, ...changes })]);
    expect(of({ state: 'ringing-them' })).toBe('calling');
    expect(of({ state: 'connected', connectedAt: at(22, 9) })).toBe('talking');
    expect(of({ state: 'ended', endedAt: at(22, 9) })).toBe('called');
    expect(standingOf(entry, [])).toBe('called');
    expect(standingOf({ state: 'open', callId: undefined }, [activeCall()])).toBe('open');
  });

  test('gives its name for someone to the call where no contact has one', () => {
    const dial = '+14155550101' as E164;
    const listed = party({ name: 'Ada Brook' });
    expect(requestOf({ dial, party: listed }, 'Ada Brook')).toMatchObject({ name: 'Ada Brook' });
    const known = { ...listed, contactId: 'k-1' as ContactId };
    expect(requestOf({ dial, party: known }, 'Ada Brook')).not.toHaveProperty('name');
    const bare = party({ name: undefined });
    expect(requestOf({ dial, party: bare }, dial)).not.toHaveProperty('name');
  });
});
