import type { CheckFix, CheckId, CheckOutcome } from '../../model/diagnostics.ts';
import type { RateGroup, SignInMethod } from '../../model/session.ts';
import { permissionName } from '../permissions.ts';
import { permissionUse } from './permissions.ts';
import { plural } from '../plural.ts';

/** The page around the findings; what was found stands in `findings.ts`. */
export const diagnostics = {
  title: 'Diagnostics',
  advice: 'Checks what has to work for calls and texts, here and at RingCentral.',
  open: 'What is wrong?',
  openPage: 'Open Diagnostics',
  openAdvice: 'When something does not work: checks everything and says what to do.',
  run: 'Run again',
  running: 'Checking…',
  checkedAt: (time: string) => `Checked at ${time}`,
  summary: {
    fine: 'Everything works',
    trouble: (count: number) => `${plural(count, 'thing needs', 'things need')} attention`,
    /** Nothing is broken, but some of it could not be looked at. */
    partly: (skipped: number) =>
      `Nothing is wrong; ${plural(skipped, 'check was', 'checks were')} not possible`,
  },
  goTo: (check: string) => `Go to ${check}`,
  groups: { account: 'Account', ringcentral: 'RingCentral', computer: 'This computer' },
  outcomes: {
    pass: 'Works',
    warn: 'Needs attention',
    fail: 'Does not work',
    skipped: 'Not checked',
  } satisfies Record<CheckOutcome, string>,
  checks: {
    credentials: 'Sign-in',
    server: 'Server',
    clock: 'Clock',
    token: 'Access to RingCentral',
    'app-permissions': 'App permissions',
    'user-permissions': 'Your permissions',
    'text-number': 'Number to text from',
    phone: 'Phone to call from',
    'rate-budget': 'Request limits',
    push: 'Live updates',
    sync: 'Sync',
    archive: 'Archive',
    'key-ring': 'Key ring',
    'tel-handler': 'Phone links',
    'local-api': 'Other programs',
  } satisfies Record<CheckId, string>,
  fixes: {
    'sign-in': 'Sign in again',
    'try-again': 'Try again',
    'choose-phone': 'Choose a phone',
    'phone-links': 'Phone links',
  } satisfies Record<CheckFix, string>,
  items: {
    all: (count: number) => `Show all ${count}`,
    fine: (count: number) => `${count} more are fine`,
    granted: 'Granted',
    permission: permissionName,
    missing: (permission: string) => {
      const use = permissionUse(permission);
      return use === undefined ? 'Missing' : `Missing: needed to ${use}`;
    },
    groups: {
      light: 'Light requests',
      medium: 'Texts and settings',
      heavy: 'Calls and history',
      auth: 'Signing in',
    } satisfies Record<RateGroup, string>,
    used: (used: number, limit: number) => `${used} of ${limit} used this minute`,
    pausedUntil: (time: string) => `Paused until ${time}`,
    feeds: {
      messages: 'Texts',
      calls: 'Calls',
      contacts: 'Address book',
      directory: 'Company directory',
    } as Readonly<Record<string, string>>,
    record: (feed: string, id: string) => `${feed}: record ${id}`,
    read: (when: string) => `Last read: ${when}`,
    neverRead: 'Not read yet',
    forbidden: (code: string) => `Not permitted (${code})`,
    refusedWith: (code: string) => `refused with ${code}`,
  },
  methods: {
    browser: 'your browser',
    jwt: 'a JWT',
    password: 'user name and password',
  } satisfies Record<SignInMethod, string>,
  report: {
    title: 'Report for support',
    advice:
      'It holds no password, no token and no text, and the last digits of numbers only. Read it before you share it.',
    show: 'Show what is copied',
    label: 'The report',
    copy: 'Copy report',
    copied: 'Copied',
    notCopied: 'It could not be copied. Select the report below and copy it yourself.',
    heading: (version: string) => `Sidetone ${version} diagnostics`,
    runsOn: (runtime: string, platform: string) => `${runtime}, ${platform}`,
  },
} as const;
