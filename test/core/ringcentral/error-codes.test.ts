import { describe, expect, it } from 'vitest';
import {
  failureMessages,
  type FailureKind,
  type FailureMessage,
  type Retry,
} from '../../../shared/failure.ts';
import { toFailure, type Area } from '../../../main/core/ringcentral/errors.ts';

type Meaning = readonly [kind: FailureKind, message: FailureMessage, retry: Retry];
type Details = { readonly parameterName?: string; readonly permissionName?: string };
type Row = readonly [area: Area, status: number, codes: string, meaning: Meaning, more?: Details];

const pause: Retry = { afterMs: 30_000 };
const clientRefused: Meaning = ['auth', 'session.client-refused', 'user'];
const grantRefused: Meaning = ['auth', 'session.grant-not-allowed', 'user'];
const otherApp: Meaning = ['auth', 'session.other-app', 'user'];
const redirectMismatch: Meaning = ['auth', 'session.redirect-mismatch', 'user'];
const codeExpired: Meaning = ['auth', 'session.code-expired', 'user'];
const jwtRefused: Meaning = ['auth', 'session.jwt-refused', 'user'];
const passwordRefused: Meaning = ['auth', 'session.password-refused', 'user'];
const passwordEnded: Meaning = ['auth', 'session.password-ended', 'user'];
const refusedAfterAll: Meaning = ['auth', 'server.refused', 'user'];
const expired: Meaning = ['auth', 'session.expired', 'user'];
const restricted: Meaning = ['auth', 'session.account-restricted', 'user'];
const disabled: Meaning = ['auth', 'session.extension-disabled', 'user'];
const appMissing: Meaning = ['rejected', 'permission.app-missing', 'user'];
const userMissing: Meaning = ['rejected', 'permission.user-missing', 'user'];
const refusedInput: Meaning = ['invalid', 'server.refused', 'never'];
const refused: Meaning = ['rejected', 'server.refused', 'never'];
const notHere: Meaning = ['not-found', 'not-found', 'never'];
const notPossible: Meaning = ['unsupported', 'unsupported', 'never'];
const serverError: Meaning = ['offline', 'server.error', 'auto'];
const tryLater: Meaning = ['offline', 'server.unavailable', 'auto'];
const maintenance: Meaning = ['offline', 'server.maintenance', 'auto'];
const limited: Meaning = ['rate-limited', 'rate.limited', pause];
const pushRefused: Meaning = ['rejected', 'push.refused', 'never'];
const pushLost: Meaning = ['rejected', 'push.refused', 'auto'];

const invalid = (message: FailureMessage): Meaning => ['invalid', message, 'never'];
const rejected = (message: FailureMessage): Meaning => ['rejected', message, 'never'];

/** RingCentral's API reference: POST ring-out, and its GET and DELETE. */
const calls: readonly Row[] = [
  ['call', 400, 'CMN-101', refusedInput],
  ['call', 400, 'CMN-101', invalid('call.to-refused'), { parameterName: 'phoneNumber' }],
  ['call', 400, 'CMN-101', invalid('call.to-refused'), { parameterName: 'to.phoneNumber' }],
  ['call', 400, 'CMN-101', invalid('call.from-refused'), { parameterName: 'from.phoneNumber' }],
  ['call', 400, 'CMN-101', rejected('call.caller-id-refused'), { parameterName: 'callerId' }],
  ['call', 400, 'TEL-107', rejected('call.caller-id-refused')],
  ['call', 403, 'TEL-107 RNG-102', rejected('call.caller-id-refused')],
  ['call', 400, 'TEL-108', invalid('call.from-refused')],
  ['call', 400, 'TEL-109', invalid('call.to-refused')],
  ['call', 403, 'TEL-101', rejected('call.blocked')],
  ['call', 403, 'TEL-102', rejected('call.from-refused')],
  ['call', 403, 'BIL-103', rejected('call.not-in-plan')],
  ['call', 403, 'CMN-109 CMN-112 CMN-113 CMN-403', rejected('call.not-allowed')],
  ['call', 403, 'CMN-401', appMissing, { permissionName: 'RingOut' }],
  ['call', 404, 'CMN-102', notHere],
  ['call', 401, 'CMN-405', expired],
  ['call', 401, 'OAU-151', notPossible],
  ['call-status', 404, 'CMN-102 CMN-120', ['not-found', 'call.gone', 'never']],
  ['call-status', 401, 'CMN-405', expired],
  ['call-status', 401, 'OAU-151', notPossible],
];

/**
 * POST sms, by RingCentral's API reference; delivery errors are in errors.test.ts, as those codes
 * come in records.
 */
const texts: readonly Row[] = [
  ['text', 400, 'CMN-101 CMN-104 MSG-365', refusedInput],
  ['text', 400, 'CMN-101', invalid('text.recipient-invalid'), { parameterName: 'to.phoneNumber' }],
  ['text', 400, 'CMN-101', rejected('text.sender-refused'), { parameterName: 'from' }],
  ['text', 400, 'CMN-102', invalid('text.recipient-invalid'), { parameterName: 'to' }],
  ['text', 404, 'CMN-102', invalid('text.recipient-invalid')],
  ['text', 400, 'CMN-414', invalid('text.recipient-invalid')],
  ['text', 400, 'CMN-406', invalid('text.recipient-duplicate')],
  ['text', 400, 'MSG-243', rejected('text.recipient-blocked')],
  ['text', 400, 'MSG-245', rejected('text.sender-refused')],
  ['text', 400, 'MSG-246', invalid('text.extension-number')],
  ['text', 400, 'MSG-247', invalid('text.short-number')],
  ['text', 400, 'MSG-376 MSG-379', rejected('text.media-refused')],
  ['text', 400, 'MSG-381', invalid('text.too-many-recipients')],
  ['text', 403, 'MSG-240 MSG-383', rejected('text.international-disabled')],
  ['text', 403, 'MSG-241 MSG-304 MSG-314', rejected('text.sender-refused')],
  ['text', 403, 'FeatureNotAvailable', rejected('text.sender-refused')],
  ['text', 403, 'InternationalProhibited', rejected('text.international-disabled')],
  ['text', 403, 'MSG-242 MSG-367', rejected('text.not-registered')],
  ['text', 403, 'MSG-384', rejected('text.limit-reached')],
  ['text', 403, 'MSG-388', rejected('text.recipient-invalid')],
  ['text', 403, 'BIL-103', rejected('text.not-in-plan')],
  ['text', 403, 'CMN-401', appMissing, { permissionName: 'SMS' }],
  ['text', 403, 'CMN-408', userMissing, { permissionName: 'OutboundSMS' }],
  ['text', 415, 'MSG-348', rejected('text.media-refused')],
  ['text', 429, 'CMN-301 MSG-305', limited],
  ['text', 503, 'MSG-290', tryLater],
];

/**
 * RingCentral's guide to errors, the rows of the token endpoint: what each way of signing in makes
 * of them.
 */
const signIn = (
  area: Area,
  theirs: { readonly code: Meaning; readonly grant: Meaning; readonly credentials: Meaning },
): readonly Row[] => [
  [area, 403, 'OAU-102', theirs.credentials],
  [area, 403, 'OAU-106 OAU-108', theirs.code],
  [area, 400, 'OAU-106 OAU-108', theirs.code],
  [area, 403, 'OAU-109 OAU-113', redirectMismatch],
  [area, 403, 'OAU-110', otherApp],
  [area, 403, 'OAU-112', theirs.grant],
  [area, 400, 'OAU-111 OAU-150', refusedInput],
  [area, 401, 'OAU-120 OAU-121', otherApp],
  [area, 401, 'OAU-123 OAU-127 OAU-134 OAU-146', clientRefused],
  [area, 401, 'OAU-125', theirs.grant],
  [area, 400, 'OAU-250 OAU-251', theirs.grant],
  [area, 400, 'OAU-473', otherApp],
  [area, 401, 'OAU-128 OAU-129 OAU-149 AGW-401 AGW-402 CMN-405', clientRefused],
  [area, 400, 'OAU-105 OAU-119 OAU-136 OAU-140 OAU-141 OAU-142', theirs.credentials],
  [area, 400, 'OAU-168 OAU-222 OAU-232', theirs.credentials],
  [area, 401, 'OAU-147 OAU-148', restricted],
  [area, 403, 'OAU-167', restricted],
  [area, 400, 'OAU-165', clientRefused],
  [area, 400, 'OAU-236', disabled],
  [area, 400, 'OAU-211 OAU-213 invalid_grant expired_token', theirs.code],
  [area, 400, 'unauthorized_client unsupported_grant_type', theirs.grant],
  [area, 401, 'invalid_client', clientRefused],
];

/** RingCentral's guide to WebSockets and its guide to errors and its API reference. */
const others: readonly Row[] = [
  ['other', 401, 'OAU-128 OAU-129 OAU-149 OAU-213 AGW-401 AGW-402 CMN-405', expired],
  ['other', 401, 'TokenInvalid TokenExpired', expired],
  ['other', 401, 'OAU-151', notPossible],
  ['other', 400, 'OAU-211 OAU-213 invalid_grant expired_token', expired],
  ['other', 401, 'OAU-123 OAU-127 OAU-134 OAU-146 invalid_client', clientRefused],
  ['other', 401, 'OAU-112 OAU-125 unauthorized_client unsupported_grant_type', grantRefused],
  ['other', 401, 'OAU-120 OAU-121', otherApp],
  ['other', 400, 'OAU-111 OAU-150 invalid_request invalid_scope invalid_request_uri', refusedInput],
  ['other', 400, 'unsupported_response_type request_not_supported', refusedInput],
  ['other', 400, 'request_uri_not_supported', refusedInput],
  ['other', 403, 'insufficient_scope', appMissing],
  ['other', 403, 'OAU-147 OAU-148 OAU-167', restricted],
  ['other', 403, 'OAU-236', disabled],
  ['other', 400, 'CMN-101 CMN-103 CMN-104 CMN-105 CMN-106 CMN-108', refusedInput],
  ['other', 403, 'CMN-101', refusedInput],
  ['other', 400, 'CMN-110 CMN-406 CMN-407 CMN-414', refusedInput],
  ['other', 400, 'CMN-102', notHere],
  ['other', 404, 'CMN-102 CMN-120', notHere],
  ['other', 403, 'CMN-401', appMissing, { permissionName: 'ReadContacts' }],
  ['other', 403, 'CMN-402 CMN-404 CMN-408', userMissing],
  ['other', 403, 'CMN-109 CMN-112 CMN-113 CMN-403 BIL-103', notPossible],
  ['other', 500, 'CMN-201 CMN-202 CMN-203', serverError],
  ['other', 501, 'CMN-201', serverError],
  ['other', 503, 'CMN-203', serverError],
  ['other', 503, 'CMN-211', maintenance],
  ['other', 416, 'CMN-107', refusedInput],
  ['other', 429, 'CMN-301 CMN-302 CMN-303 CMN-304 CMN-310 MSG-305', limited],
  ['other', 400, 'CLG-101 CLG-102 CLG-103 CLG-104 CLG-105 CLG-110 MSG-333', refusedInput],
  ['other', 403, 'SUB-402 SUB-403 SUB-404 SUB-405 SUB-406 SUB-407 SUB-408', pushRefused],
  ['other', 400, 'SUB-508 SUB-511 SUB-515 SUB-527 SUB-530', pushRefused],
  ['other', 403, 'SUB-505', pushLost],
  ['other', 400, 'WSG-400 WSG-1003 WSG-1005', pushLost],
  ['other', 408, 'WSG-902 WSG-903', tryLater],
  ['other', 400, 'PAB-102 PAB-103 PAB-104 PAB-105 PAB-106', refusedInput],
  ['other', 400, 'FPN-102 FPN-103 FPN-104 FPN-105 FPN-106 FPN-107 FPN-108', refused],
  ['other', 403, 'PRS-105 PRS-106 CID-101 CID-102 CID-103', refused],
];

const rows: readonly Row[] = [
  ...calls,
  ...texts,
  ...signIn('sign-in-browser', {
    code: codeExpired,
    grant: grantRefused,
    credentials: refusedAfterAll,
  }),
  ...signIn('sign-in-jwt', { code: jwtRefused, grant: grantRefused, credentials: jwtRefused }),
  ...signIn('sign-in-password', {
    code: passwordRefused,
    grant: passwordEnded,
    credentials: passwordRefused,
  }),
  ...others,
];

const cases = rows.flatMap(([area, status, codes, meaning, more = {}]) =>
  codes.split(' ').map((code) => ({ area, status, code, meaning, more })),
);

/**
 * An error body in RingCentral's shape (its guide to errors); OAuth's words stand beside the list.
 */
function bodyOf(code: string, more: Details): string {
  const message = `The server's own words for ${code}`;
  if (/^[a-z_]+$/.test(code)) return JSON.stringify({ error: code, error_description: message });
  return JSON.stringify({ message, errors: [{ errorCode: code, message, ...more }] });
}

describe('every code of RingCentral’s has a kind, a retry rule and words', () => {
  it.each(cases)('$area $status $code: $meaning', ({ area, status, code, meaning, more }) => {
    const [kind, message, retry] = meaning;
    const headers = new Headers();
    const failure = toFailure(area, { status, headers, body: bodyOf(code, more), at: 1_000_000 });
    expect(failure).toMatchObject({ kind, message, retry, code });
    expect(failure.params).toMatchObject({
      code,
      serverMessage: `The server's own words for ${code}`,
      ...(more.permissionName !== undefined && { permission: more.permissionName }),
    });
    expect(failureMessages).toContain(failure.message);
  });

  it('and a pause a time when it ends', () => {
    const headers = new Headers({ 'Retry-After': '60' });
    const body = bodyOf('CMN-301', {});
    expect(toFailure('other', { status: 429, headers, body, at: 1_000_000 })).toMatchObject({
      retry: { afterMs: 61_000 },
      params: { resumesAt: 1_061_000 },
    });
  });
});
