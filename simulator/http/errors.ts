import type { Answer } from './message.ts';
import { json } from './message.ts';

export type ErrorDetail = {
  readonly errorCode: string;
  readonly message: string;
  readonly parameterName?: string;
  readonly parameterValue?: string;
  readonly permissionName?: string;
};

/**
 * Thrown by an endpoint; the gateway turns it into RingCentral's error body (its guide to errors).
 */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    body: unknown,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  toAnswer(): Answer {
    return json(this.status, this.body, this.headers);
  }
}

/** The outer code is a legacy word, the inner ones are what clients decide on. */
function apiError(status: number, outerCode: string, details: readonly ErrorDetail[]): ApiError {
  const first = details[0];
  if (!first) throw new Error('An error answer needs at least one error.');
  const { errorCode: _code, ...rest } = first;
  return new ApiError(status, { errorCode: outerCode, ...rest, errors: details }, first.message);
}

export function invalidParameter(code: string, message: string, parameterName?: string): ApiError {
  return invalidParameters([
    { errorCode: code, message, ...(parameterName === undefined ? {} : { parameterName }) },
  ]);
}

export function invalidParameters(details: readonly ErrorDetail[]): ApiError {
  return apiError(400, 'InvalidParameter', details);
}

/** 400 CMN-101, RingCentral's answer to a value it cannot use. */
export function invalidValue(parameterName: string): ApiError {
  return invalidParameter(
    'CMN-101',
    `Parameter [${parameterName}] value is invalid`,
    parameterName,
  );
}

/** 404 CMN-102: a resource named by a path parameter does not exist. */
export function resourceNotFound(parameterName: string): ApiError {
  const message = `Resource for parameter [${parameterName}] is not found`;
  return apiError(404, 'CMN-102', [{ errorCode: 'CMN-102', message, parameterName }]);
}

/** 404 CMN-120: there is nothing at this path. */
export function noSuchPath(): ApiError {
  return apiError(404, 'CMN-120', [{ errorCode: 'CMN-120', message: 'Invalid URI' }]);
}

/** RingCentral's own code for this is not documented; AGW is the prefix of its gateway. */
export function methodNotAllowed(allowed: readonly string[]): ApiError {
  const message = 'Method not allowed';
  const body = { errorCode: 'AGW-405', message, errors: [{ errorCode: 'AGW-405', message }] };
  return new ApiError(405, body, message, { Allow: allowed.join(', ') });
}

export function forbidden(
  code: string,
  message: string,
  outerCode = 'FeatureNotAvailable',
): ApiError {
  return apiError(403, outerCode, [{ errorCode: code, message }]);
}

/** 403 CMN-401 (the app lacks a permission) or CMN-408 (the user does). */
export function missingPermission(who: 'application' | 'user', permissionName: string): ApiError {
  const message =
    who === 'application'
      ? `In order to call this API endpoint, application needs to have [${permissionName}] permission`
      : `In order to call this API endpoint, user needs to have [${permissionName}] permission for requested resource`;
  const errorCode = who === 'application' ? 'CMN-401' : 'CMN-408';
  return apiError(403, 'InsufficientPermissions', [{ errorCode, message, permissionName }]);
}

export function unsupportedMedia(code: string, message: string): ApiError {
  return apiError(415, 'UnsupportedMediaType', [{ errorCode: code, message }]);
}

/** 409 of Call Control; RingCentral's own codes for it are not documented, clients go by the status. */
export function conflict(message: string): ApiError {
  return apiError(409, 'Conflict', [{ errorCode: 'TAS-409', message }]);
}

export function rangeNotSatisfiable(size: number): ApiError {
  const message = 'Requested range is not satisfiable';
  const body = { errorCode: 'CMN-107', message, errors: [{ errorCode: 'CMN-107', message }] };
  return new ApiError(416, body, message, { 'Content-Range': `bytes */${size}` });
}

/** 401 of a token: TokenInvalid for what cannot be used, TokenExpired for what ran out. */
export function badToken(code: 'OAU-128' | 'OAU-129' | 'OAU-149' | 'OAU-213'): ApiError {
  const messages = {
    'OAU-128': 'Access token expired',
    'OAU-129': 'Access token corrupted',
    'OAU-149': 'OAuth token is invalid',
    'OAU-213': 'Token not found',
  } as const;
  const outer = code === 'OAU-128' ? 'TokenExpired' : 'TokenInvalid';
  return apiError(401, outer, [{ errorCode: code, message: messages[code] }]);
}

/** 401 of the gateway; this body is flat (RingCentral's guide to errors). */
export function badAuthorization(code: 'AGW-401' | 'AGW-402'): ApiError {
  const message =
    code === 'AGW-401'
      ? 'Authorization header is not specified'
      : 'Authorization header is invalid';
  return new ApiError(401, { errorCode: code, message }, message);
}

/** 429 CMN-301 with the seconds until requests are welcome again. */
export function rateExceeded(headers: Record<string, string>): ApiError {
  const message = 'Request rate exceeded';
  const body = { errorCode: 'CMN-301', message, errors: [{ errorCode: 'CMN-301', message }] };
  return new ApiError(429, body, message, headers);
}

/** 500 CMN-203: the simulator itself failed; its message helps whoever runs it. */
export function internalError(cause: unknown): ApiError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return apiError(500, 'InternalError', [{ errorCode: 'CMN-203', message }]);
}

/**
 * The OAuth endpoints speak OAuth's error form with RingCentral's codes beside it (its guide to
 * errors).
 */
export function oauthError(status: number, error: string, code: string, message: string): ApiError {
  const body = { error, error_description: message, errors: [{ errorCode: code, message }] };
  return new ApiError(status, body, message);
}
