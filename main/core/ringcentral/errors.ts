import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { SignInMethod } from '../../../shared/model/session.ts';
import { retryAfterMs } from '../retry-after.ts';
import { readErrorBody, type ErrorBody } from './error-body.ts';
import {
  callControlRules,
  callRules,
  callStatusRules,
  textRules,
} from './error-rules-calls-texts.ts';
import { signInRules } from './error-rules-sign-in.ts';
import {
  commonRules,
  expired,
  clientRefused,
  notHere,
  rateLimited,
  refused,
  serverError,
  tryLater,
  type Rule,
  type Rules,
} from './error-rules.ts';
import { pauseMsOf } from './rate-window.ts';

/** What a request was for: the same code means different things to a call and to a text. */
export type Area =
  'call' | 'call-status' | 'call-control' | 'text' | `sign-in-${SignInMethod}` | 'other';

/** So much of the server's own words is kept to be shown, in characters. */
const shownMessageLength = 300;

const areaRules: Readonly<Record<Area, Rules>> = {
  call: callRules,
  'call-status': callStatusRules,
  'call-control': callControlRules,
  text: textRules,
  'sign-in-browser': signInRules.browser,
  'sign-in-jwt': signInRules.jwt,
  'sign-in-password': signInRules.password,
  other: {},
};

/** Own entries only: a code is the server's text, and `constructor` would be one too. */
function lookUp(rules: Rules, code: string): Rule | undefined {
  return Object.hasOwn(rules, code) ? rules[code] : undefined;
}

/** These say that the form is wrong; OAuth's word beside them says what is wrong with it. */
const vagueCodes: ReadonlySet<string> = new Set(['OAU-111', 'OAU-150']);

/** The rule of the most telling code that has one. */
function ruleForCode(area: Area, { codes }: ErrorBody): Rule | undefined {
  const telling = codes.filter((code) => !vagueCodes.has(code));
  return [...telling, ...codes]
    .map((code) => lookUp(areaRules[area], code) ?? lookUp(commonRules, code))
    .find((rule) => rule !== undefined);
}

/** The call is over, or in a state in which this cannot be done to it. */
const pastControl: Rule = ['conflict', 'call.not-controllable', 'never'];

/**
 * RingCentral's guide to errors: an answer without a code we know is judged by its status alone.
 */
function ruleForStatus(area: Area, status: number): Rule {
  if (status === 401) return area.startsWith('sign-in') ? clientRefused : expired;
  if (area === 'call-control' && (status === 404 || status === 409)) return pastControl;
  if (status === 404) return notHere;
  if (status === 408) return ['offline', 'network.timeout', 'auto'];
  if (status === 429) return rateLimited;
  if (status === 500 || status === 501) return serverError;
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
  const [kind, message, retry] =
    ruleForParameter(area, body) ?? ruleForCode(area, body) ?? ruleForStatus(area, refusal.status);
  const code = body.code ?? `HTTP-${refusal.status}`;
  const isRate = kind === 'rate-limited';
  const askedMs = retryAfterMs(refusal.headers.get('retry-after'), refusal.at);
  // What is said to resume is what the scheduler lets out then.
  const afterMs = isRate ? pauseMsOf(askedMs) : retry === 'auto' ? askedMs : undefined;
  const rule = afterMs === undefined ? retry : { afterMs };
  return failure(kind, message, {
    code,
    ...(rule !== undefined && { retry: rule }),
    params: {
      code,
      ...(body.serverMessage !== undefined && {
        serverMessage: body.serverMessage.slice(0, shownMessageLength),
      }),
      ...(body.permissionName !== undefined && { permission: body.permissionName }),
      ...(isRate && afterMs !== undefined && { resumesAt: refusal.at + afterMs }),
    },
  });
}

/**
 * What the sign-in page came back with instead of a code (RFC 6749, 4.1.2.1). Anyone can write such
 * an address, so a word that cannot be one of OAuth's is not kept; nothing repeats itself.
 */
export function toAuthorizationFailure(answer: {
  readonly error: string;
  readonly description: string | undefined;
  readonly at: EpochMs;
}): Failure {
  const { error, description, at } = answer;
  const said = { error, error_description: description };
  const headers = new Headers();
  const body = JSON.stringify(said);
  return { ...toFailure('sign-in-browser', { status: 302, headers, body, at }), retry: 'user' };
}
