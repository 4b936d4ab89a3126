import type { FailureKind, FailureMessage, Retry } from '../../../shared/failure.ts';

/** What a code means; without a retry rule the kind's own holds. */
export type Rule = readonly [kind: FailureKind, message: FailureMessage, retry?: Retry];

/** By RingCentral's code, or by OAuth's or the legacy word around it. */
export type Rules = Readonly<Record<string, Rule>>;

/** The same rule for many codes. */
export function all(codes: string, rule: Rule): Rules {
  return Object.fromEntries(codes.split(' ').map((code) => [code, rule]));
}

export const clientRefused: Rule = ['auth', 'session.client-refused', 'user'];
export const grantRefused: Rule = ['auth', 'session.grant-not-allowed', 'user'];
export const otherApp: Rule = ['auth', 'session.other-app', 'user'];
export const redirectMismatch: Rule = ['auth', 'session.redirect-mismatch', 'user'];
export const expired: Rule = ['auth', 'session.expired', 'user'];
export const restricted: Rule = ['auth', 'session.account-restricted', 'user'];
export const extensionDisabled: Rule = ['auth', 'session.extension-disabled', 'user'];
export const appMissing: Rule = ['rejected', 'permission.app-missing', 'user'];
export const userMissing: Rule = ['rejected', 'permission.user-missing', 'user'];
export const notHere: Rule = ['not-found', 'not-found'];
export const notPossible: Rule = ['unsupported', 'unsupported'];
export const refusedInput: Rule = ['invalid', 'server.refused'];
export const refused: Rule = ['rejected', 'server.refused'];
export const rateLimited: Rule = ['rate-limited', 'rate.limited'];
export const tryLater: Rule = ['offline', 'server.unavailable', 'auto'];
export const serverError: Rule = ['offline', 'server.error', 'auto'];
const pushRefused: Rule = ['rejected', 'push.refused'];
/** The subscription or the socket is gone, not forbidden: a new one may do. */
const pushLost: Rule = ['rejected', 'push.refused', 'auto'];

/**
 * RingCentral's guide to WebSockets and its guide to errors and its API reference: what means the
 * same whatever was asked.
 */
export const commonRules: Rules = {
  // The app and the session
  ...all('OAU-123 OAU-127 OAU-134 OAU-146 OAU-165 invalid_client', clientRefused),
  // OAU-250, 251 and 473 are not in RingCentral's tables; others have met them in production.
  ...all('OAU-112 OAU-125 OAU-250 OAU-251', grantRefused),
  ...all('unauthorized_client unsupported_grant_type', grantRefused),
  ...all('OAU-110 OAU-120 OAU-121 OAU-473', otherApp),
  ...all('OAU-109 OAU-113', redirectMismatch),
  ...all('OAU-128 OAU-129 OAU-149 OAU-211 OAU-213 AGW-401 AGW-402 CMN-405', expired),
  ...all('TokenInvalid TokenExpired invalid_grant expired_token', expired),
  ...all('OAU-147 OAU-148 OAU-167', restricted),
  'OAU-236': extensionDisabled,
  'OAU-151': notPossible,
  ...all('OAU-111 OAU-150 invalid_request invalid_scope invalid_request_uri', refusedInput),
  ...all('unsupported_response_type request_not_supported', refusedInput),
  ...all('request_uri_not_supported InvalidParameter', refusedInput),
  // Permissions and plan
  ...all('CMN-401 insufficient_scope', appMissing),
  ...all('CMN-402 CMN-404 CMN-408 InsufficientPermissions', userMissing),
  ...all('BIL-103 CMN-109 CMN-112 CMN-113 CMN-403 FeatureNotAvailable', notPossible),
  // Parameters and things that are not there
  ...all('CMN-101 CMN-103 CMN-104 CMN-105 CMN-106 CMN-107 CMN-108 CMN-110', refusedInput),
  ...all('CMN-406 CMN-407 CMN-414 MSG-365 CLG-110', refusedInput),
  ...all('CMN-102 CMN-120', notHere),
  // Sync tokens: the engine answers these with a full sync, nobody reads them
  ...all('MSG-333 CLG-101 CLG-102 CLG-103 CLG-104 CLG-105', refusedInput),
  // The server's own troubles
  ...all('CMN-201 CMN-202 CMN-203 server_error', serverError),
  'CMN-211': ['offline', 'server.maintenance', 'auto'],
  ...all('MSG-290 temporarily_unavailable', tryLater),
  // Rates
  ...all('CMN-301 CMN-302 CMN-303 CMN-304 CMN-310 MSG-305', rateLimited),
  // Push
  ...all('SUB-402 SUB-403 SUB-404 SUB-405 SUB-406 SUB-407 SUB-408', pushRefused),
  ...all('SUB-508 SUB-511 SUB-515 SUB-527 SUB-530', pushRefused),
  ...all('SUB-505 WSG-400 WSG-1003 WSG-1005', pushLost),
  ...all('WSG-902 WSG-903', tryLater),
  // Contacts, forwarding numbers, presence, caller ID
  ...all('PAB-102 PAB-103 PAB-104 PAB-105 PAB-106', refusedInput),
  ...all('FPN-102 FPN-103 FPN-104 FPN-105 FPN-106 FPN-107 FPN-108', refused),
  ...all('PRS-105 PRS-106 CID-101 CID-102 CID-103', refused),
};
