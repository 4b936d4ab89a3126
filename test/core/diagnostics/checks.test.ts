import { describe, expect, it } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { PhoneChoice } from '../../../shared/model/calls.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { SenderChoice } from '../../../shared/model/messages.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import {
  checkAppPermissions,
  checkCredentials,
  checkPhone,
  checkTextNumber,
  checkToken,
  checkUserPermissions,
} from '../../../main/core/diagnostics/checks/account.ts';
import { maskNumber } from '../../../main/core/diagnostics/checks/check.ts';
import {
  checkArchive,
  checkKeyRing,
  checkTelHandler,
} from '../../../main/core/diagnostics/checks/computer.ts';
import {
  appPermissions,
  userPermissions,
} from '../../../main/core/diagnostics/checks/permissions.ts';
import {
  checkClock,
  checkPush,
  checkRateBudget,
  checkServer,
  checkSync,
} from '../../../main/core/diagnostics/checks/server.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const lastSignIn = {
  serverUrl: 'https://platform.ringcentral.com',
  clientId: 'fictional-client',
  method: 'browser',
  isKept: true,
} as const;
/** What the checks read of it. */
const view = (more: Partial<SessionView> = {}): SessionView =>
  ({
    state: 'signed-in',
    demo: false,
    serverUrl: lastSignIn.serverUrl,
    lastSignIn,
    ...more,
  }) as SessionView;
const ok = { kind: 'ok', value: undefined } as const;
const away = { kind: 'not-sent', failure: failure('offline', 'network.offline') } as const;
const unauthorised = {
  kind: 'not-sent',
  failure: failure('auth', 'session.expired'),
} as const;

describe('the account', () => {
  it.each([
    [view(), 'pass', 'credentials.present'],
    [view({ demo: true }), 'pass', 'credentials.demo'],
    [view({ state: 'signed-out' }), 'fail', 'credentials.missing'],
    [view({ lastSignIn: undefined }), 'fail', 'credentials.missing'],
  ])('has credentials or not (%#)', (given, outcome, finding) => {
    expect(checkCredentials(given)).toMatchObject({ outcome, finding });
  });

  it.each([
    [view(), ok, 'pass', 'token.valid'],
    [view(), unauthorised, 'fail', 'token.refused'],
    [view(), away, 'skipped', 'token.unknown'],
    [view(), undefined, 'skipped', 'skipped'],
    [view({ state: 'expired' }), undefined, 'fail', 'token.refused'],
  ])('has a good token or not (%#)', (given, probe, outcome, finding) => {
    expect(checkToken(given, probe)).toMatchObject({ outcome, finding });
  });

  it('names each app permission that is missing, and how bad that is', () => {
    const all = appPermissions.map(({ name }) => name);
    expect(checkAppPermissions(all)).toMatchObject({ outcome: 'pass' });
    const withoutPush = all.filter((name) => name !== 'WebSocketsSubscription');
    expect(checkAppPermissions([...withoutPush, 'WebSocket'])).toMatchObject({ outcome: 'pass' });
    expect(checkAppPermissions(withoutPush)).toMatchObject({
      outcome: 'warn',
      params: { count: 1 },
    });
    const missing = checkAppPermissions(withoutPush.filter((name) => name !== 'SMS'));
    expect(missing).toMatchObject({ outcome: 'fail', finding: 'app-permissions.some' });
    expect(missing.items.filter(({ outcome }) => outcome !== 'pass')).toEqual([
      { name: 'SMS', outcome: 'fail' },
      { name: 'WebSocketsSubscription', outcome: 'warn' },
    ]);
    expect(checkAppPermissions(undefined)).toMatchObject({ outcome: 'skipped' });
  });

  it('knows app permissions by their older names', () => {
    const scope =
      'AccountInfo CallLog ReadCallRecording Messages Contacts RingOut SMS ReadPresence EditPresence WebSockets';
    expect(checkAppPermissions(scope.split(' '))).toMatchObject({ outcome: 'pass' });
  });

  it('reads user permissions, or says that they could not be read', () => {
    const value = userPermissions.map(({ name }) => name);
    expect(checkUserPermissions({ kind: 'ok', value })).toMatchObject({ outcome: 'pass' });
    expect(checkUserPermissions(away)).toMatchObject({
      outcome: 'skipped',
      finding: 'user-permissions.unknown',
    });
  });

  it('shows the number that texts by its last digits alone', () => {
    const sender: SenderChoice = {
      number: '+15125550123' as E164,
      label: undefined,
      isDefault: true,
    };
    expect(checkTextNumber([sender])).toMatchObject({
      outcome: 'pass',
      params: { number: '+•••••••0123' },
    });
    expect(checkTextNumber([])).toMatchObject({ outcome: 'fail', finding: 'text-number.none' });
  });

  it('warns of a phone that is offline, the chosen one before the usual one', () => {
    const desk = { id: 'desk', label: 'Desk', status: 'online', isDefault: true };
    const mobile = { id: 'mobile', label: 'Mobile', status: 'offline', isDefault: false };
    const phones = [desk, mobile] as unknown as readonly PhoneChoice[];
    expect(checkPhone(phones, undefined)).toMatchObject({ finding: 'phone.ready' });
    expect(checkPhone(phones, 'mobile')).toMatchObject({
      outcome: 'warn',
      params: { label: 'Mobile' },
      fix: 'choose-phone',
    });
    expect(checkPhone([], undefined)).toMatchObject({ outcome: 'fail' });
  });

  it.each([
    ['+15125550123', '+•••••••0123'],
    ['+493055501234', '+••••••••1234'],
    ['5550', '••••'],
    ['', '••••'],
  ])('masks %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });
});

describe('RingCentral', () => {
  const foreign = {
    kind: 'not-sent',
    failure: failure('offline', 'network.not-ringcentral'),
  } as const;
  const refused = {
    kind: 'refused',
    status: 403,
    failure: failure('rejected', 'permission.app-missing'),
  } as const;

  it.each([
    [ok, 'pass', 'server.reached'],
    [refused, 'pass', 'server.reached'],
    [unauthorised, 'pass', 'server.reached'],
    [away, 'fail', 'server.away'],
    [foreign, 'fail', 'server.foreign'],
  ])('is reached or not (%#)', (outcome, expected, finding) => {
    expect(checkServer(view(), { outcome, ms: 41.6 })).toMatchObject({
      outcome: expected,
      finding,
      params: { host: 'platform.ringcentral.com' },
    });
  });

  it.each([
    [undefined, 'skipped', {}],
    [90_000, 'pass', {}],
    [58 * minute, 'warn', { minutes: 58, ahead: 1 }],
    [-61 * minute, 'warn', { minutes: 61, ahead: 0 }],
  ])('has the same time, or %s ms off', (aheadMs, outcome, params) => {
    expect(checkClock(aheadMs)).toMatchObject({ outcome, params });
  });

  it('tells what is left of each rate-limit group', () => {
    const budget = { group: 'heavy', limit: 10, reservedForCalls: 4 } as const;
    const free = { ...budget, used: 3, pausedUntil: undefined };
    expect(checkRateBudget([free], now)).toMatchObject({ finding: 'rate-budget.free' });
    expect(checkRateBudget([{ ...free, used: 9 }], now)).toMatchObject({
      outcome: 'warn',
      finding: 'rate-budget.low',
    });
    expect(checkRateBudget([{ ...free, pausedUntil: now + 9 }], now)).toMatchObject({
      finding: 'rate-budget.paused',
      items: [{ name: 'heavy', params: { used: 3, limit: 10, resumesAt: now + 9 } }],
    });
    expect(checkRateBudget([{ ...free, pausedUntil: now - 9 }], now)).toMatchObject({
      outcome: 'pass',
    });
  });

  it.each([
    [{ state: 'connected', sinceAt: now } as const, 'pass', 'push.connected'],
    [{ state: 'connecting' } as const, 'skipped', 'push.waiting'],
    [{ state: 'waiting', retryAt: now } as const, 'warn', 'push.waiting'],
    [{ state: 'off' } as const, 'skipped', 'push.off'],
    [
      { state: 'off', reason: failure('rejected', 'permission.app-missing') } as const,
      'warn',
      'push.refused',
    ],
  ])('sends news by itself or not (%#)', (push, outcome, finding) => {
    expect(checkPush(push)).toMatchObject({ outcome, finding });
  });

  it('names the feeds that are behind', () => {
    const messages = { feed: 'messages', lastSyncedAt: now - minute, failure: undefined } as const;
    const calls = { feed: 'calls', lastSyncedAt: now - minute, failure: undefined } as const;
    expect(checkSync([messages, calls], now)).toMatchObject({ finding: 'sync.current' });
    const late = { ...calls, lastSyncedAt: now - 40 * minute };
    expect(checkSync([messages, late], now)).toMatchObject({
      finding: 'sync.behind',
      fix: 'try-again',
      items: [{ outcome: 'pass' }, { name: 'calls', outcome: 'warn' }],
    });
    const failed = {
      ...messages,
      failure: failure('offline', 'server.error', { code: 'CMN-201' }),
    };
    expect(checkSync([failed], now).items).toMatchObject([{ params: { code: 'CMN-201' } }]);
    const forbidden = { ...late, failure: failure('rejected', 'permission.app-missing') };
    expect(checkSync([messages, forbidden], now)).toMatchObject({
      finding: 'sync.behind',
      params: { forbidden: 1 },
      fix: undefined,
      items: [{}, { params: { forbidden: 1 } }],
    });
    const never = { feed: 'calls', lastSyncedAt: undefined, failure: undefined } as const;
    expect(checkSync([never], now)).toMatchObject({ finding: 'sync.never' });
  });
});

describe('this computer', () => {
  const health = {
    isSound: true,
    sizeBytes: 4096,
    calls: 2,
    texts: 3,
    quarantined: 0,
    setAside: [],
  };

  it('has a sound archive or not', () => {
    expect(checkArchive(health)).toMatchObject({
      outcome: 'pass',
      params: { sizeBytes: 4096, calls: 2, texts: 3 },
    });
    const setAside = [{ feed: 'calls', id: 'AbC', reason: 'startTime: custom' }];
    expect(checkArchive({ ...health, quarantined: 4, setAside })).toMatchObject({
      outcome: 'warn',
      params: { count: 4 },
      items: [{ outcome: 'warn', params: { feed: 'calls', id: 'AbC' } }],
    });
    expect(checkArchive({ ...health, isSound: false })).toMatchObject({ outcome: 'fail' });
    expect(checkArchive(undefined)).toMatchObject({ outcome: 'fail' });
  });

  it.each([
    ['os', 'pass'],
    ['session-only', 'warn'],
    ['weak', 'warn'],
  ] as const)('keeps secrets: %s', (standing, outcome) => {
    expect(checkKeyRing(standing)).toMatchObject({ outcome, finding: `key-ring.${standing}` });
  });

  it.each([
    ['sidetone', 'pass'],
    ['other', 'warn'],
    ['none', 'warn'],
    ['unknown', 'skipped'],
  ] as const)('opens phone links: %s', (standing, outcome) => {
    expect(checkTelHandler(standing)).toMatchObject({
      outcome,
      finding: `tel-handler.${standing}`,
    });
  });
});
