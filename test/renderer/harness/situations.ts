import { failure } from '../../../shared/failure.ts';
import type { Capability, LastSignIn } from '../../../shared/model/session.ts';
import { incomingCard, twoIncoming } from './card-answers.ts';
import { troubledReport } from './check-report.ts';
import { placedCall, type FakeWorld } from './fake-world.ts';
import { minute, numberOf, opening } from './people.ts';
import { manyCalls } from './history-answers.ts';
import { envFile } from './sign-in-answers.ts';

const lastSignIn: LastSignIn = {
  serverUrl: 'https://platform.ringcentral.com',
  clientId: 'fictional-client',
  method: 'browser',
  isKept: true,
};

function signedOut(world: FakeWorld): void {
  Object.assign(world.session, {
    state: 'signed-out',
    demo: false,
    account: undefined,
    fromNumber: undefined,
    serverUrl: undefined,
  });
}

/** What is the matter, scene by scene; a scene that is not here has the account as it is. */
export const situations: Readonly<Record<string, (world: FakeWorld) => void>> = {
  onboarding: signedOut,
  returning: (world) => {
    signedOut(world);
    world.session.lastSignIn = lastSignIn;
  },
  started: (world) => {
    signedOut(world);
    world.environment = envFile;
  },
  renewal: (world) =>
    Object.assign(world.session, {
      state: 'expired',
      demo: false,
      serverUrl: lastSignIn.serverUrl,
      secretsStanding: 'os',
      lastSignIn,
    }),
  own: (world) =>
    Object.assign(world.session, {
      demo: false,
      serverUrl: lastSignIn.serverUrl,
      secretsStanding: 'os',
      lastSignIn,
    }),
  empty: (world) => {
    Object.assign(world, { calls: [], threads: [], contacts: [], messages: {} });
  },
  loading: (world) => {
    world.hangs = [
      'calls.list',
      'calls.outline',
      'messages.list-threads',
      'messages.outline',
      'contacts.list',
    ];
  },
  broken: (world) => {
    const reason = failure('internal', 'archive.failed');
    world.fails = {
      'calls.list': reason,
      'calls.outline': reason,
      'messages.list-threads': reason,
      'messages.outline': reason,
      'contacts.list': reason,
    };
  },
  offline: (world) => {
    const reason = failure('offline', 'server.unavailable');
    Object.assign(world.session, {
      connection: { state: 'offline', cause: 'server', sinceAt: opening - 6 * minute },
      canCall: { can: false, failure: reason },
    });
    world.fails = { 'calls.dial': reason };
  },
  'hundred-thousand': (world) => {
    world.manyCalls = manyCalls(100_000);
  },
  million: (world) => {
    world.manyCalls = manyCalls(1_000_000);
  },
  'call-lists': (world) => {
    world.hasCallList = true;
  },
  incoming: (world) => {
    world.cards = [incomingCard()];
    world.settings = {
      ...world.settings,
      textBack: ['In a meeting, I will call you at …', 'On my way.'],
    };
  },
  'two-incoming': (world) => {
    world.cards = twoIncoming;
  },
  expired: (world) => Object.assign(world.session, { state: 'expired', demo: false }),
  paused: (world) =>
    Object.assign(world.session, {
      pausedGroups: [{ group: 'heavy', resumesAt: opening + minute }],
    }),
  notices: (world) => {
    world.notices = [
      {
        id: 'n',
        at: opening,
        message: 'archive-damaged',
        params: { keptAs: 'archive-2026-11-22.damaged', carriedOver: 2 },
      },
    ];
  },
  ringing: (world) => {
    world.active = [placedCall(world, numberOf(0), numberOf(0))];
  },
  connected: (world) => {
    world.active = [
      {
        ...placedCall(world, numberOf(0), numberOf(0)),
        state: 'connected',
        yourLeg: 'answered',
        theirLeg: 'answered',
        connectedAt: opening - 42_000,
        canCancel: false,
      },
    ];
  },
  failed: (world) => {
    world.active = [
      {
        ...placedCall(world, numberOf(0), numberOf(0)),
        state: 'failed',
        yourLeg: 'no-answer',
        theirLeg: 'waiting',
        canCancel: false,
        endedAt: opening,
        failure: failure('rejected', 'call.you-no-answer'),
      },
    ];
  },
  // As at an ordinary sign-in, nobody tells that the demo is harmless.
  diagnostics: (world) => Object.assign(world.session, { demo: false }),
  'diagnostics-trouble': (world) => {
    world.report = troubledReport;
    Object.assign(world.session, {
      demo: false,
      clockAheadMs: 58 * minute,
      push: { state: 'waiting', retryAt: opening + 4 * minute },
    });
  },
  'batch-cut-off': (world) => {
    const counts = { total: 5, accepted: 2, waiting: 3 };
    const state = { isRunning: false, obstacle: undefined, refused: [] };
    world.batches = [{ id: 'b-1', title: '', createdAt: opening, ...counts, ...state }];
  },
  'diagnostics-loading': (world) => {
    world.hangs = ['diagnostics.run'];
  },
  'diagnostics-broken': (world) => {
    world.fails = {
      'diagnostics.run': failure('internal', 'internal', { incidentId: 'a1b2c3d4' }),
    };
  },
  forbidden: (world) => {
    forbid(world);
    Object.assign(world, { calls: [], threads: [], contacts: [], messages: {} });
  },
  'forbidden-since': forbid,
};

/** The app may no longer read, call or text. */
function forbid(world: FakeWorld): void {
  const lacks = (permission: string): Capability => ({
    can: false,
    failure: failure('rejected', 'permission.app-missing', { params: { permission } }),
  });
  Object.assign(world.session, {
    demo: false,
    canCall: lacks('RingOut'),
    canText: lacks('SMS'),
    canReadTexts: lacks('ReadMessages'),
    canReadCalls: lacks('ReadCallLog'),
    canReadContacts: lacks('ReadContacts'),
  });
}
