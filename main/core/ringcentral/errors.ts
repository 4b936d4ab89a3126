import {
  failure,
  type Failure,
  type FailureKind,
  type FailureMessage,
  type Retry,
} from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import { retryAfterOf } from './scheduler.ts';
import { defaultPauseMs } from './rate-window.ts';

/** What a request was for: the same code means different things to a call and to a text. */
export type Area = 'call' | 'call-status' | 'text' | 'sign-in' | 'other';

type Rule = readonly [kind: FailureKind, message: FailureMessage, retry?: Retry];
type Rules = Readonly<Record<string, Rule>>;

/** FACTS 2.5: placing a RingOut call. */
const callRules: Rules = {
  'TEL-101': ['rejected', 'call.blocked'],
  'TEL-102': ['rejected', 'call.from-refused'],
  'TEL-107': ['rejected', 'call.caller-id-refused'],
  'TEL-108': ['invalid', 'call.from-refused'],
  'TEL-109': ['invalid', 'call.to-refused'],
  'RNG-102': ['rejected', 'call.caller-id-refused'],
  'BIL-103': ['rejected', 'call.not-in-plan'],
  'CMN-109': ['rejected', 'call.not-allowed'],
  'CMN-112': ['rejected', 'call.not-allowed'],
  'CMN-113': ['rejected', 'call.not-allowed'],
  'CMN-403': ['rejected', 'call.not-allowed'],
  InternationalProhibited: ['rejected', 'call.international-disabled'],
  FeatureNotAvailable: ['rejected', 'call.not-allowed'],
};

/** FACTS 2.3: a RingOut that is no longer there has ended. */
const callStatusRules: Rules = {
  'CMN-102': ['not-found', 'call.gone'],
  'CMN-120': ['not-found', 'call.gone'],
};

/** FACTS 3.3: sending a text. */
const textRules: Rules = {
  'CMN-102': ['invalid', 'text.recipient-invalid'],
  'CMN-406': ['invalid', 'text.recipient-duplicate'],
  'CMN-414': ['invalid', 'text.recipient-invalid'],
  'MSG-240': ['rejected', 'text.international-disabled'],
  'MSG-241': ['rejected', 'text.sender-refused'],
  'MSG-242': ['rejected', 'text.not-registered'],
  'MSG-243': ['rejected', 'text.recipient-blocked'],
  'MSG-245': ['rejected', 'text.sender-refused'],
  'MSG-246': ['invalid', 'text.extension-number'],
  'MSG-247': ['invalid', 'text.short-number'],
  'MSG-290': ['offline', 'server.unavailable', 'auto'],
  'MSG-304': ['rejected', 'text.sender-refused'],
  'MSG-314': ['rejected', 'text.sender-refused'],
  'MSG-348': ['rejected', 'text.media-refused'],
  'MSG-367': ['rejected', 'text.not-registered'],
  'MSG-376': ['rejected', 'text.media-refused'],
  'MSG-379': ['rejected', 'text.media-refused'],
  'MSG-381': ['invalid', 'text.too-many-recipients'],
  'MSG-383': ['rejected', 'text.international-disabled'],
  'MSG-384': ['rejected', 'text.limit-reached'],
  'MSG-388': ['rejected', 'text.recipient-invalid'],
  'BIL-103': ['rejected', 'text.not-in-plan'],
  InternationalProhibited: ['rejected', 'text.international-disabled'],
  FeatureNotAvailable: ['rejected', 'text.sender-refused'],
};

const clientRefused: Rule = ['auth', 'session.client-refused', 'user'];
const jwtRefused: Rule = ['auth', 'session.jwt-refused', 'user'];
const expired: Rule = ['auth', 'session.expired', 'user'];
const restricted: Rule = ['auth', 'session.account-restricted', 'user'];
const extensionDisabled: Rule = ['auth', 'session.extension-disabled', 'user'];

/** FACTS 7.2: what the token endpoint says while someone signs in. */
const signInRules: Rules = {
  'OAU-102': jwtRefused,
  'OAU-105': jwtRefused,
  'OAU-106': jwtRefused,
  'OAU-108': jwtRefused,
  'OAU-109': clientRefused,
  'OAU-110': jwtRefused,
  'OAU-112': clientRefused,
  'OAU-113': clientRefused,
  'OAU-119': jwtRefused,
  'OAU-136': jwtRefused,
  'OAU-140': jwtRefused,
  'OAU-141': jwtRefused,
  'OAU-142': jwtRefused,
  'OAU-147': restricted,
  'OAU-148': restricted,
  'OAU-165': clientRefused,
  'OAU-168': jwtRefused,
  'OAU-211': jwtRefused,
  'OAU-213': jwtRefused,
  'OAU-222': jwtRefused,
  'OAU-232': jwtRefused,
  invalid_grant: jwtRefused,
  expired_token: jwtRefused,
  access_denied: jwtRefused,
};

const tryLater: Rule = ['offline', 'server.unavailable', 'auto'];
const notHere: Rule = ['not-found', 'not-found'];
const notPossible: Rule = ['unsupported', 'unsupported'];
const appMissing: Rule = ['rejected', 'permission.app-missing', 'user'];
const userMissing: Rule = ['rejected', 'permission.user-missing', 'user'];
const rateLimited: Rule = ['rate-limited', 'rate.limited'];
const refusedInput: Rule = ['invalid', 'server.refused'];
const refused: Rule = ['rejected', 'server.refused'];

/** FACTS 5.1, 7.2 and 9: everything else, and what means the same everywhere. */
const commonRules: Rules = {
  // The app and the session
  ...Object.fromEntries(
    ['OAU-120', 'OAU-121', 'OAU-123', 'OAU-125', 'OAU-127', 'OAU-134', 'OAU-146']
      .concat(['invalid_client', 'unauthorized_client', 'unsupported_grant_type'])
      .map((code) => [code, clientRefused]),
  ),
  ...Object.fromEntries(
    ['OAU-128', 'OAU-129', 'OAU-149', 'OAU-211', 'OAU-213', 'AGW-401', 'AGW-402', 'CMN-405']
      .concat(['TokenInvalid', 'invalid_grant'])
      .map((code) => [code, expired]),
  ),
  'OAU-111': refusedInput,
  'OAU-150': refusedInput,
  'OAU-151': notPossible,
  'OAU-167': restricted,
  'OAU-236': extensionDisabled,
  // Permissions and plan
  'CMN-401': appMissing,
  'CMN-402': userMissing,
  'CMN-404': userMissing,
  'CMN-408': userMissing,
  InsufficientPermissions: userMissing,
  'BIL-103': notPossible,
  'CMN-109': notPossible,
  'CMN-112': notPossible,
  'CMN-113': notPossible,
  'CMN-403': notPossible,
  FeatureNotAvailable: notPossible,
  // Parameters and things that are not there
  ...Object.fromEntries(
    ['CMN-101', 'CMN-103', 'CMN-104', 'CMN-105', 'CMN-106', 'CMN-107', 'CMN-108', 'CMN-110']
      .concat(['CMN-406', 'CMN-407', 'CMN-414', 'MSG-365', 'CLG-110', 'InvalidParameter'])
      .map((code) => [code, refusedInput]),
  ),
  'CMN-102': notHere,
  'CMN-120': notHere,
  // Sync tokens: the engine answers these with a full sync, nobody reads them
  'MSG-333': refusedInput,
  'CLG-101': refusedInput,
  'CLG-102': refusedInput,
  'CLG-103': refusedInput,
  'CLG-104': refusedInput,
  'CLG-105': refusedInput,
  // The server's own troubles
  'CMN-201': ['offline', 'server.error', 'auto'],
  'CMN-202': ['offline', 'server.error', 'auto'],
  'CMN-203': ['offline', 'server.error', 'auto'],
  'CMN-211': ['offline', 'server.maintenance', 'auto'],
  'MSG-290': tryLater,
  // Rates
  'CMN-301': rateLimited,
  'CMN-302': rateLimited,
  'CMN-303': rateLimited,
  'CMN-304': rateLimited,
  'CMN-310': rateLimited,
  'MSG-305': rateLimited,
  // Subscriptions and the socket
  ...Object.fromEntries(
    ['SUB-402', 'SUB-403', 'SUB-404', 'SUB-405', 'SUB-406', 'SUB-407', 'SUB-408', 'SUB-508']
      .concat(['SUB-511', 'SUB-515', 'SUB-527', 'SUB-530', 'WSG-400', 'WSG-1003', 'WSG-1005'])
      .map((code) => [code, refused]),
  ),
  'SUB-505': ['rejected', 'server.refused', 'user'],
  'WSG-902': tryLater,
  'WSG-903': tryLater,
  // Contacts, forwarding numbers, presence, caller ID
  ...Object.fromEntries(
    ['PAB-102', 'PAB-103', 'PAB-104', 'PAB-105', 'PAB-106', 'FPN-102', 'FPN-103', 'FPN-104']
      .concat(['FPN-105', 'FPN-106', 'FPN-107', 'FPN-108', 'PRS-105', 'PRS-106'])
      .concat(['CID-101', 'CID-102', 'CID-103'])
      .map((code) => [code, refused]),
  ),
};

const areaRules: Readonly<Record<Area, Rules>> = {
  call: callRules,
  'call-status': callStatusRules,
  text: textRules,
  'sign-in': signInRules,
  other: {},
};

/** Own entries only: a code is the server's text, and `constructor` would be one too. */
function lookUp(rules: Rules, code: string): Rule | undefined {
  return Object.hasOwn(rules, code) ? rules[code] : undefined;
}

/** FACTS 7.1: an answer without a code we know is judged by its status alone. */
function ruleForStatus(status: number): Rule {
  if (status === 401) return expired;
  if (status === 404) return notHere;
  if (status === 408) return ['offline', 'network.timeout', 'auto'];
  if (status === 429) return rateLimited;
  if (status === 500 || status === 501) return ['offline', 'server.error', 'auto'];
  if (status > 501) return tryLater;
  return refused;
}

/** `CMN-101` names the parameter it dislikes; for calls and texts that is a sentence of its own. */
function ruleForParameter(area: Area, body: ErrorBody): Rule | undefined {
  if (body.code !== 'CMN-101' && body.code !== 'CMN-102') return undefined;
  const name = body.parameterName?.toLowerCase() ?? '';
  if (area === 'text') {
    if (name.startsWith('from')) return ['rejected', 'text.sender-refused'];
    if (name.startsWith('to')) return ['invalid', 'text.recipient-invalid'];
  }
  if (area === 'call') {
    if (name.startsWith('callerid')) return ['rejected', 'call.caller-id-refused'];
    if (name.startsWith('from')) return ['invalid', 'call.from-refused'];
    if (name.startsWith('to') || name === 'phonenumber') return ['invalid', 'call.to-refused'];
  }
  return undefined;
}

/** An answer that is not 2xx, with the time it came. */
export type Refusal = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly at: EpochMs;
};

/** What RingCentral's refusal means to a person: the only place that knows its error bodies. */
export function toFailure(area: Area, refusal: Refusal): Failure {
  const body = readErrorBody(refusal.body);
  const known = body.codes.map(
    (code) => lookUp(areaRules[area], code) ?? lookUp(commonRules, code),
  );
  const [kind, message, retry] =
    ruleForParameter(area, body) ??
    known.find((rule) => rule !== undefined) ??
    ruleForStatus(refusal.status);
  const code = body.code ?? `HTTP-${refusal.status}`;
  const isRate = kind === 'rate-limited';
  const afterMs = retryAfterOf(refusal.headers) ?? defaultPauseMs;
  const rule = isRate ? { afterMs } : retry;
  return failure(kind, message, {
    code,
    ...(rule !== undefined && { retry: rule }),
    params: {
      code,
      ...(body.serverMessage !== undefined && { serverMessage: body.serverMessage }),
      ...(body.permissionName !== undefined && { permission: body.permissionName }),
      ...(isRate && { resumesAt: refusal.at + afterMs }),
    },
  });
}
