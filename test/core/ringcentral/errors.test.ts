import { describe, expect, it } from 'vitest';
import { failureMessages } from '../../../shared/failure.ts';
import { toDeliveryFailure } from '../../../main/core/ringcentral/delivery-errors.ts';
import { readErrorBody } from '../../../main/core/ringcentral/error-body.ts';
import { toFailure, type Area } from '../../../main/core/ringcentral/errors.ts';

const at = 1_000_000;

type Details = { readonly parameterName?: string; readonly permissionName?: string };

/** An error body in RingCentral's shape, with a legacy word outside (FACTS 7.1). */
function bodyOf(code: string, details: Details = {}): string {
  const message = `The server's own words for ${code}`;
  return JSON.stringify({
    errorCode: 'InvalidParameter',
    message,
    errors: [{ errorCode: code, message, ...details }],
  });
}

function read(area: Area, status: number, body: string, headers: Record<string, string> = {}) {
  return toFailure(area, { status, body, headers: new Headers(headers), at });
}

type Row = readonly [
  status: number,
  code: string,
  kind: string,
  message: string,
  details?: Details,
];

/** FACTS 2.5 and what else a call can meet. */
const calls: readonly Row[] = [
  [400, 'CMN-101', 'invalid', 'call.to-refused', { parameterName: 'phoneNumber' }],
  [400, 'CMN-101', 'invalid', 'call.to-refused', { parameterName: 'to.phoneNumber' }],
  [400, 'CMN-101', 'invalid', 'call.from-refused', { parameterName: 'from.phoneNumber' }],
  [400, 'CMN-101', 'rejected', 'call.caller-id-refused', { parameterName: 'callerId' }],
  [400, 'CMN-101', 'invalid', 'server.refused'],
  [400, 'TEL-107', 'rejected', 'call.caller-id-refused'],
  [403, 'TEL-107', 'rejected', 'call.caller-id-refused'],
  [400, 'TEL-108', 'invalid', 'call.from-refused'],
  [400, 'TEL-109', 'invalid', 'call.to-refused'],
  [403, 'TEL-101', 'rejected', 'call.blocked'],
  [403, 'TEL-102', 'rejected', 'call.from-refused'],
  [403, 'RNG-102', 'rejected', 'call.caller-id-refused'],
  [403, 'BIL-103', 'rejected', 'call.not-in-plan'],
  [403, 'CMN-112', 'rejected', 'call.not-allowed'],
  [403, 'CMN-113', 'rejected', 'call.not-allowed'],
  [403, 'CMN-401', 'rejected', 'permission.app-missing', { permissionName: 'RingOut' }],
  [404, 'CMN-102', 'not-found', 'not-found'],
  [401, 'CMN-405', 'auth', 'session.expired'],
  [401, 'OAU-151', 'unsupported', 'unsupported'],
];

/** FACTS 3.3. */
const texts: readonly Row[] = [
  [400, 'CMN-101', 'invalid', 'server.refused'],
  [400, 'CMN-101', 'invalid', 'text.recipient-invalid', { parameterName: 'to.phoneNumber' }],
  [400, 'CMN-101', 'rejected', 'text.sender-refused', { parameterName: 'from' }],
  [400, 'CMN-104', 'invalid', 'server.refused'],
  [400, 'CMN-102', 'invalid', 'text.recipient-invalid', { parameterName: 'to' }],
  [404, 'CMN-102', 'invalid', 'text.recipient-invalid'],
  [400, 'CMN-406', 'invalid', 'text.recipient-duplicate'],
  [400, 'CMN-414', 'invalid', 'text.recipient-invalid'],
  [400, 'MSG-243', 'rejected', 'text.recipient-blocked'],
  [400, 'MSG-245', 'rejected', 'text.sender-refused'],
  [400, 'MSG-246', 'invalid', 'text.extension-number'],
  [400, 'MSG-247', 'invalid', 'text.short-number'],
  [400, 'MSG-365', 'invalid', 'server.refused'],
  [400, 'MSG-376', 'rejected', 'text.media-refused'],
  [400, 'MSG-379', 'rejected', 'text.media-refused'],
  [400, 'MSG-381', 'invalid', 'text.too-many-recipients'],
  [403, 'MSG-240', 'rejected', 'text.international-disabled'],
  [403, 'MSG-241', 'rejected', 'text.sender-refused'],
  [403, 'MSG-242', 'rejected', 'text.not-registered'],
  [403, 'MSG-367', 'rejected', 'text.not-registered'],
  [403, 'MSG-304', 'rejected', 'text.sender-refused'],
  [403, 'FeatureNotAvailable', 'rejected', 'text.sender-refused'],
  [403, 'InternationalProhibited', 'rejected', 'text.international-disabled'],
  [403, 'MSG-314', 'rejected', 'text.sender-refused'],
  [403, 'MSG-383', 'rejected', 'text.international-disabled'],
  [403, 'MSG-384', 'rejected', 'text.limit-reached'],
  [403, 'MSG-388', 'rejected', 'text.recipient-invalid'],
  [403, 'BIL-103', 'rejected', 'text.not-in-plan'],
  [403, 'CMN-401', 'rejected', 'permission.app-missing', { permissionName: 'SMS' }],
  [403, 'CMN-408', 'rejected', 'permission.user-missing', { permissionName: 'OutboundSMS' }],
  [415, 'MSG-348', 'rejected', 'text.media-refused'],
  [429, 'CMN-301', 'rate-limited', 'rate.limited'],
  [429, 'MSG-305', 'rate-limited', 'rate.limited'],
  [503, 'MSG-290', 'offline', 'server.unavailable'],
];

const spread = (status: number, codes: readonly string[], kind: string, message: string): Row[] =>
  codes.map((code) => [status, code, kind, message]);

/** FACTS 7.2: while someone signs in. */
const signIn: readonly Row[] = [
  ...spread(400, ['OAU-102', 'OAU-106', 'OAU-108', 'OAU-110'], 'auth', 'session.jwt-refused'),
  ...spread(403, ['OAU-109', 'OAU-112', 'OAU-113'], 'auth', 'session.client-refused'),
  ...spread(400, ['OAU-111', 'OAU-150'], 'invalid', 'server.refused'),
  ...spread(401, ['OAU-120', 'OAU-121', 'OAU-123', 'OAU-134'], 'auth', 'session.client-refused'),
  ...spread(401, ['OAU-125', 'OAU-127', 'OAU-146'], 'auth', 'session.client-refused'),
  ...spread(400, ['OAU-105', 'OAU-119', 'OAU-136', 'OAU-140'], 'auth', 'session.jwt-refused'),
  ...spread(400, ['OAU-141', 'OAU-142', 'OAU-168'], 'auth', 'session.jwt-refused'),
  ...spread(403, ['OAU-147', 'OAU-148', 'OAU-167'], 'auth', 'session.account-restricted'),
  ...spread(400, ['OAU-165'], 'auth', 'session.client-refused'),
  ...spread(400, ['OAU-222', 'OAU-232'], 'auth', 'session.jwt-refused'),
  ...spread(400, ['OAU-236'], 'auth', 'session.extension-disabled'),
];

/** FACTS 5.1, 7.2 and 9. */
const others: readonly Row[] = [
  ...spread(401, ['OAU-128', 'OAU-129', 'OAU-149', 'OAU-213'], 'auth', 'session.expired'),
  ...spread(401, ['AGW-401', 'AGW-402', 'CMN-405'], 'auth', 'session.expired'),
  ...spread(400, ['OAU-211', 'OAU-213'], 'auth', 'session.expired'),
  ...spread(403, ['OAU-167'], 'auth', 'session.account-restricted'),
  ...spread(400, ['CMN-101', 'CMN-103', 'CMN-104', 'CMN-105'], 'invalid', 'server.refused'),
  ...spread(400, ['CMN-106', 'CMN-108', 'CMN-110', 'CMN-406'], 'invalid', 'server.refused'),
  ...spread(400, ['CMN-407', 'CMN-414', 'CLG-110', 'MSG-333'], 'invalid', 'server.refused'),
  ...spread(400, ['CLG-101', 'CLG-102', 'CLG-103', 'CLG-104'], 'invalid', 'server.refused'),
  ...spread(400, ['CLG-105'], 'invalid', 'server.refused'),
  ...spread(416, ['CMN-107'], 'invalid', 'server.refused'),
  ...spread(404, ['CMN-102', 'CMN-120'], 'not-found', 'not-found'),
  ...spread(403, ['CMN-401'], 'rejected', 'permission.app-missing'),
  ...spread(403, ['CMN-402', 'CMN-404', 'CMN-408'], 'rejected', 'permission.user-missing'),
  ...spread(403, ['CMN-109', 'CMN-112', 'CMN-113'], 'unsupported', 'unsupported'),
  ...spread(403, ['CMN-403', 'BIL-103'], 'unsupported', 'unsupported'),
  ...spread(500, ['CMN-201', 'CMN-202', 'CMN-203'], 'offline', 'server.error'),
  ...spread(503, ['CMN-211'], 'offline', 'server.maintenance'),
  ...spread(429, ['CMN-301', 'CMN-302', 'CMN-303'], 'rate-limited', 'rate.limited'),
  ...spread(429, ['CMN-304', 'CMN-310', 'MSG-305'], 'rate-limited', 'rate.limited'),
  ...spread(403, ['SUB-402', 'SUB-403', 'SUB-404', 'SUB-405'], 'rejected', 'server.refused'),
  ...spread(403, ['SUB-406', 'SUB-407', 'SUB-408', 'SUB-505'], 'rejected', 'server.refused'),
  ...spread(400, ['SUB-508', 'SUB-511', 'SUB-515', 'SUB-527'], 'rejected', 'server.refused'),
  ...spread(400, ['SUB-530', 'WSG-400', 'WSG-1003', 'WSG-1005'], 'rejected', 'server.refused'),
  ...spread(408, ['WSG-902', 'WSG-903'], 'offline', 'server.unavailable'),
  ...spread(400, ['PAB-102', 'PAB-103', 'PAB-104', 'PAB-105'], 'rejected', 'server.refused'),
  ...spread(400, ['PAB-106', 'FPN-102', 'FPN-103', 'FPN-104'], 'rejected', 'server.refused'),
  ...spread(400, ['FPN-105', 'FPN-106', 'FPN-107', 'FPN-108'], 'rejected', 'server.refused'),
  ...spread(403, ['PRS-105', 'PRS-106', 'CID-101', 'CID-102'], 'rejected', 'server.refused'),
  ...spread(403, ['CID-103'], 'rejected', 'server.refused'),
];

describe.each<readonly [Area, readonly Row[]]>([
  ['call', calls],
  ['text', texts],
  ['sign-in', signIn],
  ['other', others],
])('a refusal in the area %s', (area, rows) => {
  it.each(rows.map((row) => ({ row })))('$row', ({ row }) => {
    const [status, code, kind, message, details] = row;
    const failure = read(area, status, bodyOf(code, details));
    expect(failure).toMatchObject({ kind, message, code });
    expect(failure.params).toMatchObject({
      code,
      serverMessage: `The server's own words for ${code}`,
    });
    expect(failureMessages).toContain(failure.message);
  });
});

describe('a refusal', () => {
  it('of a RingOut that is over says that the call is', () => {
    expect(read('call-status', 404, bodyOf('CMN-102'))).toMatchObject({
      kind: 'not-found',
      message: 'call.gone',
    });
  });

  it('names the missing permission', () => {
    const body = bodyOf('CMN-401', { permissionName: 'RingOut' });
    expect(read('call', 403, body).params).toMatchObject({ permission: 'RingOut' });
  });

  it('keeps the code and the words of what nobody has heard of', () => {
    const message = "The server's own words for NEW-001";
    const body = JSON.stringify({ errors: [{ errorCode: 'NEW-001', message }] });
    expect(read('text', 403, body)).toEqual({
      kind: 'rejected',
      message: 'server.refused',
      code: 'NEW-001',
      retry: 'never',
      params: { code: 'NEW-001', serverMessage: message },
    });
  });

  it.each([
    [401, 'auth', 'session.expired'],
    [404, 'not-found', 'not-found'],
    [408, 'offline', 'network.timeout'],
    [409, 'rejected', 'server.refused'],
    [429, 'rate-limited', 'rate.limited'],
    [500, 'offline', 'server.error'],
    [501, 'offline', 'server.error'],
    [502, 'offline', 'server.unavailable'],
    [503, 'offline', 'server.unavailable'],
    [504, 'offline', 'server.unavailable'],
  ])('without a body is judged by its status %i', (status, kind, message) => {
    expect(read('other', status, '')).toMatchObject({ kind, message, code: `HTTP-${status}` });
  });

  it('with an unknown code goes by the legacy word around it', () => {
    expect(read('text', 400, bodyOf('NEW-001'))).toMatchObject({
      kind: 'invalid',
      code: 'NEW-001',
    });
  });

  it('says when to come back', () => {
    expect(read('other', 429, bodyOf('CMN-301'), { 'Retry-After': '60' })).toMatchObject({
      retry: { afterMs: 60_000 },
      params: { resumesAt: at + 60_000 },
    });
    expect(read('other', 429, bodyOf('CMN-301'))).toMatchObject({ retry: { afterMs: 30_000 } });
  });

  it('is not fooled by a code that every object has', () => {
    expect(read('other', 400, bodyOf('constructor'))).toMatchObject({ message: 'server.refused' });
  });
});

describe('an error body', () => {
  it.each([
    ['RingCentral’s', bodyOf('MSG-246'), ['MSG-246', 'InvalidParameter']],
    ['one without a list', '{"errorCode":"AGW-401","message":"no"}', ['AGW-401']],
    [
      'OAuth’s',
      '{"error":"invalid_grant","error_description":"gone","errors":[{"errorCode":"OAU-211"}]}',
      ['OAU-211', 'invalid_grant'],
    ],
    ['one with odd types', '{"errorCode":5,"errors":[null,{"errorCode":"CMN-101"}]}', ['CMN-101']],
    ['a page', '<html>Bad gateway</html>', []],
    ['nothing', '', []],
    ['a list', '[]', []],
  ])('is read whatever it is: %s', (_, body, codes) => {
    expect(readErrorBody(body).codes).toEqual(codes);
  });
});

/** FACTS 3.4. */
const deliveries: readonly (readonly [string, string])[] = [
  ['SMS-RC-403', 'text.limit-reached'],
  ['SMS-RC-410', 'text.recipient-invalid'],
  ['SMS-RC-413', 'text.recipient-opted-out'],
  ['SMS-RC-430', 'text.spam'],
  ['SMS-RC-500', 'text.failed'],
  ['SMS-RC-501', 'text.failed'],
  ['SMS-RC-503', 'text.not-registered'],
  ['SMS-RC-504', 'text.failed'],
  ['SMS-UP-410', 'text.landline'],
  ['SMS-UP-413', 'text.recipient-opted-out'],
  ['SMS-UP-414', 'text.not-registered'],
  ['SMS-UP-430', 'text.spam'],
  ['SMS-UP-431', 'text.sender-refused'],
  ['SMS-UP-432', 'text.too-long'],
  ['SMS-UP-433', 'text.spam'],
  ['SMS-UP-500', 'text.failed'],
  ['SMS-CAR-104', 'text.failed'],
  ['SMS-CAR-199', 'text.failed'],
  ['SMS-CAR-400', 'text.carrier-refused'],
  ['SMS-CAR-410', 'text.failed'],
  ['SMS-CAR-411', 'text.recipient-invalid'],
  ['SMS-CAR-412', 'text.failed'],
  ['SMS-CAR-413', 'text.recipient-opted-out'],
  ['SMS-CAR-414', 'text.not-registered'],
  ['SMS-CAR-430', 'text.spam'],
  ['SMS-CAR-431', 'text.carrier-refused'],
  ['SMS-CAR-432', 'text.too-long'],
  ['SMS-CAR-433', 'text.carrier-refused'],
  ['SMS-CAR-434', 'text.media-refused'],
  ['SMS-CAR-435', 'text.spam'],
  ['SMS-CAR-450', 'text.limit-reached'],
  ['SMS-CAR-451', 'text.limit-reached'],
  ['SMS-CAR-452', 'text.limit-reached'],
  ['SMS-CAR-460', 'text.short-number'],
  ['SMS-CAR-461', 'text.not-registered'],
  ['SMS-CAR-500', 'text.failed'],
];

describe('a text that was not delivered', () => {
  it.each(deliveries)('%s: %s', (code, message) => {
    expect(toDeliveryFailure(code)).toEqual({ kind: 'rejected', message, code, retry: 'user' });
  });

  it('for a reason nobody has heard of, or none', () => {
    expect(toDeliveryFailure('SMS-XX-1')).toMatchObject({
      message: 'text.failed',
      code: 'SMS-XX-1',
    });
    expect(toDeliveryFailure(undefined)).toMatchObject({ message: 'text.failed' });
  });
});
