import type { CheckFix, CheckId, CheckOutcome } from '../../../shared/model/diagnostics.ts';
import type { RateGroup, SignInMethod } from '../../../shared/model/session.ts';
import { plural } from './plural.ts';

/** The page around the findings; what was found stands in `findings.ts`. */
export const diagnostics = {
  title: 'Diagnostics',
  advice: 'Checks what has to work for calls and texts, here and at RingCentral.',
  open: 'What is wrong?',
  openPage: 'Diagnostics',
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
    token: 'Access',
    'app-permissions': 'App permissions',
    'user-permissions': 'Your permissions',
    'text-number': 'Number to text from',
    phone: 'Phone to call from',
    'rate-budget': 'Request limits',
    push: 'News',
    sync: 'Up to date',
    archive: 'Archive',
    'key-ring': 'Key ring',
    'tel-handler': 'Phone links',
  } satisfies Record<CheckId, string>,
  fixes: {
    'sign-in': 'Sign in again',
    'try-again': 'Try again',
    'choose-phone': 'Choose a phone',
    'choose-sender': 'Choose a number',
  } satisfies Record<CheckFix, string>,
  items: {
    all: (count: number) => plural(count, 'part', 'parts'),
    granted: 'Granted',
    missing: (use: string | undefined) => (use ? `Missing: needed to ${use}` : 'Missing'),
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
    read: (when: string) => `Read ${when}`,
    neverRead: 'Not read yet',
    refusedWith: (code: string) => `refused with ${code}`,
  },
  methods: {
    browser: 'browser',
    jwt: 'JWT',
    password: 'password',
  } satisfies Record<SignInMethod, string>,
  report: {
    title: 'Report for support',
    advice:
      'Copied as it stands here. It has no password, token or text in it, and shows the last digits of numbers only.',
    show: 'Show what is copied',
    label: 'The report',
    copy: 'Copy report',
    copied: 'Copied',
    notCopied: 'It could not be copied. Select the report below and copy it yourself.',
    heading: (version: string) => `Sidetone ${version} diagnostics`,
    runsOn: (runtime: string, platform: string) => `${runtime}, ${platform}`,
  },
} as const;
