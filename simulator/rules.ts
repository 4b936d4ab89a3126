import type { FailedLeg } from './telephony/leg-outcomes.ts';

/** Behaviour that nobody outside RingCentral can settle, or that it may change: one switch each. */
export type Rules = {
  /**
   * How a RingOut shows in the call log. The recorded answers have two records with crossed
   * numbers, RingCentral's own client also expects two with the same numbers, and one record with
   * two legs is possible too (its samples of active calls).
   */
  ringOutRecords: 'two-crossed' | 'two-same' | 'one';
  /**
   * How the legs of a RingOut end, whoever is at their numbers: one of the words of RingCentral's
   * guide to RingOut.
   */
  ringOutLegs: { own?: FailedLeg; other?: FailedLeg };
  /**
   * What DELETE does once the own phone has answered: the guide contradicts itself (RingCentral's
   * guide to RingOut).
   */
  deleteAfterAnswer: 'ignored' | 'ends';
  /**
   * Whether a socket token may open a second socket within its life (RingCentral's guide to
   * WebSockets).
   */
  reuseSocketToken: boolean;
  /**
   * How long a socket token lives: 30 in the guide, 60 in a recording, 600 in the SDK
   * (RingCentral's guide to WebSockets).
   */
  socketTokenSeconds: number;
  /** Requests per minute of each throttling group (RingCentral's guide to rate limits). */
  rateLimits: Record<'Light' | 'Medium' | 'Heavy' | 'Auth', number>;
  /**
   * Whether 429 says when to come back; when it does not, clients wait half a minute (RingCentral's
   * guide to rate limits).
   */
  retryAfter: boolean;
  /** Which answers say how much of their bucket is left; a 429 without is an account-wide limit. */
  rateHeaders: 'all' | 'not-on-429' | 'none';
  /**
   * Which status a bad authorization code gets: RingCentral's guide says 403, OAuth 400 (its guide
   * to errors).
   */
  authorizationCodeErrorStatus: 400 | 403;
  /** Whether user name and password still sign in; RingCentral ended that on 31 March 2024. */
  allowPasswordGrant: boolean;
  /**
   * Whether a sign-in ends the session that the same `endpoint_id` had before (RingCentral's guide
   * to refresh tokens).
   */
  endpointReplacesSession: boolean;
  /** How far the `Date` header of every answer is ahead of the simulator's clock. */
  clockSkewMs: number;
  /** Which error a sync token from before `expireSyncTokens` gets in the message store. */
  expiredMessageToken: 'MSG-333' | 'CMN-101';
  /** The same for the call log. */
  expiredCallToken: 'CLG-101' | 'CLG-102' | 'CLG-103' | 'CLG-104' | 'CLG-105' | 'CMN-101';
  /**
   * How many records a message sync gives beyond `recordCount`, which it may (RingCentral's guide
   * to the message store).
   */
  extraSyncRecords: number;
  /** How far back a message sync without `dateFrom` goes: the specification says 1, the guide 7. */
  messageSyncDays: number;
  /**
   * Whether lists of calls say how many there are; recorded answers do not (RingCentral's guide to
   * the call log).
   */
  callLogTotals: boolean;
  /**
   * Fields that call records leave out, as they sometimes do (RingCentral's guide to the call log).
   */
  absentCallFields: readonly ('phoneNumber' | 'result' | 'duration')[];
  /**
   * Whether a socket that does not answer a ping within ten seconds is dropped (RingCentral's guide
   * to WebSockets).
   */
  enforcePong: boolean;
  /** Subscriptions per user and app, then 403 SUB-505. */
  maxSubscriptions: number;
  /** Whether connected calls of half a minute and more are recorded. */
  recordCalls: boolean;
  /** Whether the account keeps consents to texts; one that does not has no such list. */
  consents: boolean;
  /** Whether a Range header is heeded; without, every answer is the whole file, as HTTP allows. */
  mediaRanges: boolean;
};

export function defaultRules(): Rules {
  return {
    ringOutRecords: 'two-crossed',
    ringOutLegs: {},
    deleteAfterAnswer: 'ignored',
    reuseSocketToken: true,
    socketTokenSeconds: 60,
    rateLimits: { Light: 50, Medium: 40, Heavy: 10, Auth: 5 },
    retryAfter: true,
    rateHeaders: 'all',
    authorizationCodeErrorStatus: 400,
    allowPasswordGrant: false,
    endpointReplacesSession: false,
    clockSkewMs: 0,
    expiredMessageToken: 'MSG-333',
    expiredCallToken: 'CLG-101',
    extraSyncRecords: 0,
    messageSyncDays: 1,
    callLogTotals: false,
    absentCallFields: [],
    enforcePong: true,
    maxSubscriptions: 20,
    recordCalls: true,
    consents: true,
    mediaRanges: true,
  };
}
