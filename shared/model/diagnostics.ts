import type { EpochMs } from './ids.ts';

/** What Diagnostics looks at, in the order it is shown. */
export const checkIds = [
  'credentials',
  'server',
  'clock',
  'token',
  'app-permissions',
  'user-permissions',
  'text-number',
  'phone',
  'rate-budget',
  'push',
  'sync',
  'archive',
  'key-ring',
  'tel-handler',
  'local-api',
] as const;
export type CheckId = (typeof checkIds)[number];

/** `skipped`: it cannot be looked at before something above it passes. */
export type CheckOutcome = 'pass' | 'warn' | 'fail' | 'skipped';

/** Every finding of a check, by key; the words live in the renderer's `strings`, one for each. */
export const findings = [
  'credentials.present',
  'credentials.demo',
  'credentials.missing',
  'server.reached',
  'server.away',
  'server.foreign',
  'clock.right',
  'clock.off',
  'clock.unknown',
  'token.valid',
  'token.refused',
  'token.unknown',
  'app-permissions.all',
  'app-permissions.some',
  'app-permissions.unknown',
  'user-permissions.all',
  'user-permissions.some',
  'user-permissions.unknown',
  'text-number.able',
  'text-number.none',
  'phone.ready',
  'phone.offline',
  'phone.none',
  'rate-budget.free',
  'rate-budget.low',
  'rate-budget.paused',
  'push.connected',
  'push.waiting',
  'push.refused',
  'push.off',
  'sync.current',
  'sync.behind',
  'sync.never',
  'archive.healthy',
  'archive.quarantined',
  'archive.damaged',
  'key-ring.os',
  'key-ring.session-only',
  'key-ring.weak',
  'tel-handler.sidetone',
  'tel-handler.other',
  'tel-handler.none',
  'tel-handler.unknown',
  'local-api.off',
  'local-api.open',
  'local-api.failed',
  'skipped',
] as const;
export type Finding = (typeof findings)[number];

/** What one press can do about it; where nothing can, the words say what to do. */
export type CheckFix = 'sign-in' | 'try-again' | 'choose-phone' | 'phone-links';

/** One part of a check that has several: a permission, a feed, a rate-limit group. */
export type CheckItem = {
  readonly name: string;
  readonly outcome: CheckOutcome;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type Check = {
  readonly id: CheckId;
  readonly outcome: CheckOutcome;
  readonly finding: Finding;
  /** What the words need. Numbers are masked (`+1 •••-•••-0123`), secrets and bodies never here. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly items: readonly CheckItem[];
  readonly fix: CheckFix | undefined;
};

/** One run of all checks. */
export type DiagnosticsReport = {
  readonly at: EpochMs;
  readonly version: string;
  readonly platform: string;
  readonly runtime: string;
  readonly checks: readonly Check[];
};
