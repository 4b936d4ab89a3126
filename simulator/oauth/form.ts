import { formBody } from '../http/body.ts';
import type { ApiError } from '../http/errors.ts';
import { oauthError } from '../http/errors.ts';
import type { Incoming } from '../http/message.ts';

/** The form of an OAuth request; 415 for another type, 400 OAU-111 for a repeated parameter. */
export function oauthForm(request: Incoming): URLSearchParams {
  return requireOnce(formBody(request));
}

/** RFC 6749, 3.1 and 3.2: no parameter more than once. */
export function requireOnce(parameters: URLSearchParams): URLSearchParams {
  if (new Set(parameters.keys()).size === parameters.size) return parameters;
  throw oauthError(400, 'invalid_request', 'OAU-111', 'Request parameter duplication detected');
}

/** A parameter that must be there; 400 CMN-101 otherwise. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw invalidRequest(name, 'is not specified');
  return value;
}

/** RingCentral's code for any parameter it cannot use, in OAuth's form. */
export function invalidRequest(name: string, what = 'value is invalid'): ApiError {
  return oauthError(400, 'invalid_request', 'CMN-101', `Parameter [${name}] ${what}`);
}
