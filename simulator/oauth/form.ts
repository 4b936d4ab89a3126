import { formBody } from '../http/body.ts';
import type { ApiError } from '../http/errors.ts';
import { oauthError } from '../http/errors.ts';
import type { Incoming } from '../http/message.ts';

/** The form of an OAuth request; 415 for another type, 400 OAU-111 for a repeated parameter. */
export function oauthForm(request: Incoming): URLSearchParams {
  return readParameters(formBody(request));
}

/**
 * No parameter more than once, and one without a value is none (RFC 6749, 3.1 and 3.2): the SDK
 * sends all that it knows, empty or not.
 */
export function readParameters(sent: URLSearchParams): URLSearchParams {
  if (new Set(sent.keys()).size < sent.size) {
    throw oauthError(400, 'invalid_request', 'OAU-111', 'Request parameter duplication detected');
  }
  return new URLSearchParams([...sent].filter(([, value]) => value !== ''));
}

/** A parameter that must be there; 400 CMN-101 otherwise. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null) throw invalidRequest(name, 'is not specified');
  return value;
}

/** RingCentral's code for any parameter it cannot use, in OAuth's form. */
export function invalidRequest(name: string, what = 'value is invalid'): ApiError {
  return oauthError(400, 'invalid_request', 'CMN-101', `Parameter [${name}] ${what}`);
}
