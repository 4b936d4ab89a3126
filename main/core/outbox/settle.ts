import { assertNever, failure, type Failure } from '../../../shared/failure.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { ServerMessage } from '../ringcentral/records.ts';

/**
 * What a text that was not sent waits for: its own next attempt; someone signing in; RingCentral
 * being reachable; or the end of a rate-limit penalty. All but the first hold up every text.
 */
export type Hold = 'attempt' | 'session' | 'network' | { readonly pauseMs: number };

/** What becomes of a text after an attempt to send it. */
export type Settlement =
  /** RingCentral has it: adopt its id and delete the job. */
  | { readonly kind: 'sent'; readonly record: ServerMessage }
  /** RingCentral said no; repeating cannot help without the user. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Certainly not sent: it goes back in line. */
  | { readonly kind: 'wait'; readonly hold: Hold }
  /** It may have been sent: look it up, never repeat it. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** Without `Retry-After` RingCentral asks for 30 s or more (its guide to rate limits). */
const defaultPauseMs = 30_000;
/**
 * 503 with one of these says that nothing was sent (RingCentral's API reference and its guide to
 * errors); any other may lie.
 */
const notSentCodes: ReadonlySet<string> = new Set(['MSG-290', 'CMN-211']);
/** A concurrent duplicate: the other one may have gone out (RingCentral's guide to rate limits). */
const duplicateCode = 'CMN-304';

/** Decides what an outcome means for the text. The first law of the house is kept here. */
export function settle(outcome: Outcome<ServerMessage>): Settlement {
  switch (outcome.kind) {
    case 'ok':
      return { kind: 'sent', record: outcome.value };
    case 'not-sent':
      return waitFor(outcome.failure);
    case 'unknown':
      return unknown(outcome.failure);
    case 'refused':
      return settleRefused(outcome.status, outcome.failure);
    default:
      return assertNever(outcome);
  }
}

function settleRefused(status: number, reason: Failure): Settlement {
  if (status === 401) return { kind: 'wait', hold: 'session' };
  if (status === 429) {
    if (reason.code === duplicateCode) return unknown(reason);
    return { kind: 'wait', hold: { pauseMs: pauseOf(reason) } };
  }
  if (status === 408) return unknown(reason);
  if (status >= 500) {
    const isNotSent = status === 503 && notSentCodes.has(reason.code);
    return isNotSent ? { kind: 'wait', hold: 'attempt' } : unknown(reason);
  }
  return { kind: 'failed', failure: { ...reason, retry: 'user' } };
}

function waitFor(reason: Failure): Settlement {
  if (reason.kind === 'auth') return { kind: 'wait', hold: 'session' };
  if (reason.kind === 'rate-limited') {
    return { kind: 'wait', hold: { pauseMs: pauseOf(reason) } };
  }
  return { kind: 'wait', hold: 'network' };
}

function pauseOf({ retry }: Failure): number {
  return typeof retry === 'object' ? retry.afterMs : defaultPauseMs;
}

/** `auto`: we are looking it up; once that has failed, the failure asks the user. */
function unknown(reason: Failure): Settlement {
  return {
    kind: 'unknown',
    failure: failure('rejected', 'text.outcome-unknown', { code: reason.code, retry: 'auto' }),
  };
}
