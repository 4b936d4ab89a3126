import type {
  Check,
  CheckId,
  CheckItem,
  CheckOutcome,
  DiagnosticsReport,
  Finding,
} from '../../../shared/model/diagnostics.ts';
import { minute, opening } from './people.ts';

type More = Partial<Pick<Check, 'params' | 'items' | 'fix'>>;

function found(id: CheckId, outcome: CheckOutcome, finding: Finding, more: More = {}): Check {
  return { id, outcome, finding, params: {}, items: [], fix: undefined, ...more };
}

const appPermissions = [
  'RingOut',
  'SMS',
  'ReadMessages',
  'ReadCallLog',
  'ReadAccounts',
  'EditMessages',
  'ReadContacts',
  'ReadPresence',
  'EditPresence',
  'WebSocketsSubscription',
];
const userPermissions = [
  'OutboundSMS',
  'ReadMessages',
  'ReadCallLog',
  'ReadExtensions',
  'ReadUserPhoneNumbers',
  'ReadUserForwardingFlipNumbers',
  'ReadUserDevices',
  'ReadCallerIDSettings',
];
const granted = (names: readonly string[]): readonly CheckItem[] =>
  names.map((name) => ({ name, outcome: 'pass' }));
const group = (name: string, used: number, limit: number): CheckItem => ({
  name,
  outcome: 'pass',
  params: { used, limit },
});
const feed = (name: string, back: number): CheckItem => ({
  name,
  outcome: 'pass',
  params: { lastSyncedAt: opening - back * minute },
});

const healthy: readonly Check[] = [
  found('credentials', 'pass', 'credentials.present', {
    params: { method: 'browser', host: 'platform.ringcentral.com' },
  }),
  found('server', 'pass', 'server.reached', {
    params: { host: 'platform.ringcentral.com', ms: 84 },
  }),
  found('clock', 'pass', 'clock.right'),
  found('token', 'pass', 'token.valid'),
  found('app-permissions', 'pass', 'app-permissions.all', { items: granted(appPermissions) }),
  found('user-permissions', 'pass', 'user-permissions.all', { items: granted(userPermissions) }),
  found('text-number', 'pass', 'text-number.able', {
    params: { number: '+•••••••0190', count: 2 },
  }),
  found('phone', 'pass', 'phone.ready', { params: { label: 'Desk' } }),
  found('rate-budget', 'pass', 'rate-budget.free', {
    items: [
      group('light', 3, 50),
      group('medium', 1, 40),
      group('heavy', 2, 10),
      group('auth', 0, 5),
    ],
  }),
  found('push', 'pass', 'push.connected', { params: { sinceAt: opening - 40 * minute } }),
  found('sync', 'pass', 'sync.current', {
    items: [feed('messages', 1), feed('calls', 3), feed('contacts', 21), feed('directory', 190)],
  }),
  found('archive', 'pass', 'archive.healthy', {
    params: { sizeBytes: 48_300_000, calls: 12_480, texts: 31_902 },
  }),
  found('key-ring', 'pass', 'key-ring.os'),
  found('tel-handler', 'pass', 'tel-handler.sidetone'),
  found('local-api', 'pass', 'local-api.off'),
];

const lacking = (names: readonly string[], missing: Readonly<Record<string, CheckOutcome>>) =>
  names.map((name): CheckItem => ({ name, outcome: missing[name] ?? 'pass' }));

const troubles: readonly Check[] = [
  found('clock', 'warn', 'clock.off', { params: { minutes: 58, ahead: 1 } }),
  found('app-permissions', 'fail', 'app-permissions.some', {
    params: { count: 2 },
    items: lacking(appPermissions, { ReadCallLog: 'fail', WebSocketsSubscription: 'warn' }),
  }),
  found('user-permissions', 'skipped', 'user-permissions.unknown'),
  found('phone', 'warn', 'phone.offline', { params: { label: 'Desk' }, fix: 'choose-phone' }),
  found('rate-budget', 'warn', 'rate-budget.paused', {
    items: [
      group('light', 3, 50),
      group('medium', 1, 40),
      {
        name: 'heavy',
        outcome: 'warn',
        params: { used: 10, limit: 10, resumesAt: opening + minute },
      },
      group('auth', 0, 5),
    ],
  }),
  found('push', 'warn', 'push.waiting', {
    params: { retryAt: opening + 4 * minute },
    fix: 'try-again',
  }),
  found('sync', 'warn', 'sync.behind', {
    items: [
      feed('messages', 1),
      { name: 'calls', outcome: 'warn', params: { code: 'CMN-401' } },
      feed('contacts', 21),
      feed('directory', 190),
    ],
    fix: 'try-again',
  }),
  found('key-ring', 'warn', 'key-ring.session-only'),
  found('tel-handler', 'skipped', 'tel-handler.unknown'),
];

const reportOf = (checks: readonly Check[]): DiagnosticsReport => ({
  at: opening,
  version: '0.1.0',
  platform: 'linux x64',
  runtime: 'Electron 45.4.1',
  checks,
});

/** Everything works. */
export const healthyReport: DiagnosticsReport = reportOf(healthy);

/** As much as can be the matter at once. */
export const troubledReport: DiagnosticsReport = reportOf(
  healthy.map((check) => troubles.find(({ id }) => id === check.id) ?? check),
);
