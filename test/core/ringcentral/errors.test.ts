import { describe, expect, it } from 'vitest';
import { toDeliveryFailure } from '../../../main/core/ringcentral/delivery-errors.ts';
import { readErrorBody } from '../../../main/core/ringcentral/error-body.ts';
import {
  toAuthorizationFailure,
  toFailure,
  type Area,
} from '../../../main/core/ringcentral/errors.ts';

const at = 1_000_000;

/** An error body in RingCentral's shape, with a legacy word outside (its guide to errors). */
function bodyOf(code: string, details: { readonly permissionName?: string } = {}): string {
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
      retry: { afterMs: 61_000 },
      params: { resumesAt: at + 61_000 },
    });
    expect(read('other', 429, bodyOf('CMN-301'))).toMatchObject({ retry: { afterMs: 30_000 } });
    const away = read('other', 503, bodyOf('CMN-201'), { 'Retry-After': '120' });
    expect(away).toMatchObject({ kind: 'offline', retry: { afterMs: 120_000 } });
    expect(away.params).not.toHaveProperty('resumesAt');
    expect(read('other', 403, bodyOf('CMN-401'), { 'Retry-After': '120' }).retry).toBe('user');
  });

  it('goes by OAuth’s word where the code says only that the form is wrong', () => {
    const body = JSON.stringify({
      error: 'unsupported_grant_type',
      errors: [{ errorCode: 'OAU-150', message: 'Unsupported grant type' }],
    });
    expect(read('sign-in-password', 400, body).message).toBe('session.password-ended');
    expect(read('sign-in-browser', 400, body).message).toBe('session.grant-not-allowed');
  });

  it('of someone who has no token yet does not say that a session ended', () => {
    expect(read('sign-in-jwt', 401, '').message).toBe('session.client-refused');
    expect(read('other', 401, '').message).toBe('session.expired');
  });

  it('keeps no more of the server’s words than can be shown', () => {
    const body = JSON.stringify({ errorCode: 'NEW-001', message: 'x'.repeat(1_000) });
    expect(String(read('other', 400, body).params?.['serverMessage'])).toHaveLength(300);
  });

  it('takes for a code what can be one, since codes are logged', () => {
    const echo = 'grant_type=password&password=hunter2';
    const body = JSON.stringify({ errorCode: echo, error: 'x'.repeat(100), message: 'No.' });
    expect(read('other', 400, body)).toMatchObject({
      code: 'HTTP-400',
      params: { serverMessage: 'No.' },
    });
  });

  it('is not fooled by a code that every object has', () => {
    expect(read('other', 400, bodyOf('constructor'))).toMatchObject({ message: 'server.refused' });
  });
});

describe('a sign-in page that came back without a code', () => {
  it.each([
    ['access_denied', 'session.consent-denied'],
    ['unauthorized_client', 'session.grant-not-allowed'],
    ['unsupported_response_type', 'session.grant-not-allowed'],
    ['temporarily_unavailable', 'server.unavailable'],
    ['server_error', 'server.error'],
    ['login_required', 'server.refused'],
  ])('with %s: %s', (error, message) => {
    const description = 'The server’s own words';
    expect(toAuthorizationFailure({ error, description, at })).toMatchObject({
      message,
      code: error,
      retry: 'user',
      params: { serverMessage: description },
    });
  });

  it('with what is no word of OAuth’s does not keep it', () => {
    const error = '<b>Call +1 202 555 0142</b>';
    expect(toAuthorizationFailure({ error, description: undefined, at })).toMatchObject({
      kind: 'rejected',
      message: 'server.refused',
      code: 'HTTP-302',
      params: { code: 'HTTP-302' },
    });
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

/** RingCentral's guide to SMS errors. */
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
