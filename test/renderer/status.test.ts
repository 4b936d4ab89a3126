import { describe, expect, test } from 'vitest';
import { timeOfDay } from '../../renderer/app/format.ts';
import { accountKeyOf } from '../../renderer/app/use-fresh-account.ts';
import { failure } from '../../shared/failure.ts';
import {
  clockWords,
  connectionWords,
  identityWords,
  noticeWords,
  offlineWords,
  pauseWords,
  pushWords,
} from '../../renderer/features/status/view-model.ts';
import { strings } from '../../shared/strings/strings.ts';
import { at, session } from './make.ts';

const sinceAt = at(22, 9, 41);

describe('the status line', () => {
  test('tells whether RingCentral can be reached', () => {
    expect(connectionWords(session())).toEqual({ tone: 'good', text: 'Connected' });
    expect(connectionWords(session({ connection: { state: 'connecting' } })).tone).toBe('waiting');
    const offline = { state: 'offline', cause: 'network', sinceAt } as const;
    expect(connectionWords(session({ connection: offline }))).toEqual({
      tone: 'bad',
      text: strings.status.offline.network,
    });
    expect(connectionWords(session({ state: 'expired' })).text).toBe('Sign-in has ended');
  });

  test('tells who, from which number and where, as far as known', () => {
    expect(identityWords(session(), '(650) 555-0100')).toEqual([
      'Robin Vance',
      'from (650) 555-0100',
      'on platform.ringcentral.com',
    ]);
    expect(identityWords(session({ account: undefined, serverUrl: undefined }), undefined)).toEqual(
      [],
    );
  });

  test('calls the demo server by its name, not by its address', () => {
    const demo = session({ demo: true, serverUrl: 'http://127.0.0.1:36437' });
    expect(identityWords(demo, undefined)).toEqual(['Robin Vance', 'on the demo server']);
  });

  test('tells when the last of several pauses ends, and nothing once it has', () => {
    const groups = [
      { group: 'heavy', resumesAt: sinceAt },
      { group: 'light', resumesAt: sinceAt - 30_000 },
    ] as const;
    expect(pauseWords(groups, sinceAt - 60_000)).toContain(timeOfDay(sinceAt));
    expect(pauseWords(groups, sinceAt)).toBeUndefined();
    expect(pauseWords([], 0)).toBeUndefined();
  });
});

describe('how news comes', () => {
  const reason = failure('rejected', 'push.refused');
  const waiting = { state: 'waiting', retryAt: sinceAt } as const;

  test('is told while push is away for longer', () => {
    expect(pushWords(session({ push: waiting }))).toBe(strings.status.polling);
    expect(pushWords(session({ push: { state: 'off', reason } }))).toBe(strings.status.polling);
  });

  test('is not told while push stands or begins, nor where more is the matter', () => {
    expect(pushWords(session())).toBeUndefined();
    expect(pushWords(session({ push: { state: 'connecting' } }))).toBeUndefined();
    expect(pushWords(session({ push: { state: 'off' } }))).toBeUndefined();
    const offline = { state: 'offline', cause: 'network', sinceAt } as const;
    expect(pushWords(session({ push: waiting, connection: offline }))).toBeUndefined();
    expect(pushWords(session({ push: waiting, state: 'expired' }))).toBeUndefined();
  });
});

describe('the banners', () => {
  test('say how far the clock is off, which way, and what to do', () => {
    expect(clockWords(undefined)).toBeUndefined();
    const ahead = clockWords(58 * 60_000 + 12_000);
    expect(ahead?.title).toBe('This computer’s clock is 58 minutes ahead');
    expect(ahead?.advice).toContain('Set it to the right time');
    expect(clockWords(-20_000)?.title).toBe('This computer’s clock is 1 minute behind');
  });

  test('say what is off and what still works', () => {
    const words = offlineWords({ state: 'offline', cause: 'server', sinceAt });
    expect(words?.title).toBe(strings.status.banner.server);
    expect(words?.advice).toContain('Calls are off');
    expect(words?.advice).toContain(timeOfDay(sinceAt));
    expect(offlineWords({ state: 'online' })).toBeUndefined();
  });

  test('say where a damaged file went and what was saved of it', () => {
    const notice = { id: 'n', at: sinceAt, message: 'archive-damaged' } as const;
    const told = noticeWords({ ...notice, params: { keptAs: 'archive.bad', carriedOver: 1 } });
    expect(told.advice).toBe('1 waiting text carried over. The old file is kept as archive.bad.');
    expect(noticeWords({ ...notice, params: {} }).advice).toContain('a separate file');
  });
});

describe('the account shown', () => {
  test('changes with the account, its server and the demo, not with the connection', () => {
    const key = accountKeyOf(session());
    expect(accountKeyOf(session({ connection: { state: 'connecting' } }))).toBe(key);
    const demo = accountKeyOf(session({ demo: true }));
    expect(demo).not.toBe(key);
    expect(accountKeyOf(session({ demo: true, account: undefined }))).toBe(demo);
    expect(accountKeyOf(undefined)).not.toBe(key);
    const elsewhere = session({ serverUrl: 'https://ringcentral.example' });
    expect(accountKeyOf(elsewhere)).not.toBe(key);
    const nobody = accountKeyOf(session({ account: undefined }));
    expect(nobody).not.toBe(key);
    expect(accountKeyOf({ ...elsewhere, account: undefined })).toBe(nobody);
  });
});
