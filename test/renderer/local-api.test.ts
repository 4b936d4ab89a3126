import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  lackOf,
  readOrigin,
  rightsWords,
  standingWords,
  toggleScope,
} from '../../renderer/features/settings/local-api/view-model.ts';
import { failure } from '../../shared/failure.ts';

describe('the door for other programs in the settings', () => {
  it('says whether it is open, and what is in the way', () => {
    expect(standingWords({ state: 'off' })).toEqual({
      text: 'No program can connect.',
      isTrouble: false,
    });
    const address = 'http://127.0.0.1:17846';
    expect(standingWords({ state: 'listening', port: 17_846, address }).text).toContain(address);
    const taken = failure('conflict', 'api.port-taken', { params: { port: 17_846 } });
    expect(standingWords({ state: 'failed', port: 17_846, failure: taken })).toEqual({
      text: 'Another program uses port 17846. Choose another port in Settings, or close that program. It is tried again every half minute.',
      isTrouble: true,
    });
  });

  it('says what a program may do', () => {
    expect(rightsWords({ scopes: ['call', 'read'], callsAtOnce: true })).toBe(
      'May: Read calls, texts and people · Ask for calls · Call at once, without a card',
    );
  });

  it('takes calls at once back with calls, and makes no token without a name or a right', () => {
    const atOnce = { ...emptyDraft, name: 'CRM', callsAtOnce: true };
    expect(toggleScope(atOnce, 'call')).toMatchObject({ callsAtOnce: false });
    expect(toggleScope(atOnce, 'note')).toMatchObject({ callsAtOnce: true });
    expect(lackOf({ ...atOnce, name: ' ' })).toBe('name');
    expect(lackOf({ ...atOnce, scopes: new Set() })).toBe('scopes');
    expect(lackOf(atOnce)).toBeUndefined();
    expect(emptyDraft.callsAtOnce).toBe(false);
  });

  it('adds a site once', () => {
    const listed = ['https://crm.example'];
    expect(readOrigin('https://other.example/', listed)).toEqual({
      origin: 'https://other.example',
    });
    expect(readOrigin('https://CRM.example', listed)).toEqual({
      wrong: 'That site is listed already.',
    });
    expect(readOrigin('crm.example', listed)).toEqual({
      wrong: expect.stringContaining('https://crm.example') as string,
    });
    const full = Array.from({ length: 20 }, (_, index) => `https://crm-${index}.example`);
    expect(readOrigin('https://crm.example', full)).toHaveProperty('wrong');
  });
});
