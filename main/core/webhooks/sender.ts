import type { WebhookResult } from '../../../shared/model/webhooks.ts';
import type { Clock, Fetch } from '../ports.ts';
import { retryAfterMs } from '../retry-after.ts';

/** A receiver that works takes note and answers; what it does about it can take longer. */
const patienceMs = 10_000;

/** What came of an attempt, and how long a receiver asks to be left alone after it, in milliseconds. */
export type Sent = { readonly result: WebhookResult; readonly pauseMs?: number | undefined };

/** Takes one body to one address. It never throws, and never reads what comes back. */
export type Sender = {
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent>;
  /** Cuts off what is on its way. */
  stop(): void;
};

/** Builds one on a `fetch` of its own: RingCentral's scheduler has no part in it. */
export function createSender(deps: {
  readonly fetch: Fetch;
  readonly clock: Pick<Clock, 'now' | 'schedule'>;
}): Sender {
  const under = new Set<AbortController>();
  return {
    async send(url, headers, body) {
      const cutOff = new AbortController();
      let isLate = false;
      const cancel = deps.clock.schedule(patienceMs, () => {
        isLate = true;
        cutOff.abort();
      });
      under.add(cutOff);
      try {
        const answer = await deps.fetch(url, {
          method: 'POST',
          headers,
          body,
          // Where an answer points has not been chosen by the user.
          redirect: 'manual',
          credentials: 'omit',
          signal: cutOff.signal,
        });
        await answer.body?.cancel();
        return {
          result: toResult(answer.status),
          pauseMs: retryAfterMs(answer.headers.get('retry-after'), deps.clock.now()),
        };
      } catch (error) {
        if (isLate) return { result: { kind: 'timed-out' } };
        return { result: { kind: saysCertificate(error) ? 'no-certificate' : 'no-answer' } };
      } finally {
        cancel();
        under.delete(cutOff);
      }
    },
    stop() {
      for (const cutOff of under) cutOff.abort();
    },
  };
}

function toResult(status: number): WebhookResult {
  if (status >= 200 && status < 300) return { kind: 'arrived', status };
  if (status >= 300 && status < 400) return { kind: 'redirected', status };
  return { kind: status === 410 ? 'gone' : 'refused', status };
}

/** Node's names for a certificate that proves nothing: OpenSSL's, and its own. */
const certificateCodes =
  /^(?:CERT_|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY))/;

function saysCertificate(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && certificateCodes.test(code);
}
