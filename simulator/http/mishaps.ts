import type { Fault, FaultBook } from '../faults.ts';
import type { World } from '../world.ts';
import { answerRequest } from './gateway.ts';
import type { Answer, Incoming } from './message.ts';
import { json } from './message.ts';

/** What a connection should do with a request, mishaps included. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly truncate: boolean }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset' };

/** Answers a request, or lets it go wrong in the way a fault asks for. */
export async function answerWithFaults(
  world: World,
  faults: FaultBook,
  request: Incoming,
): Promise<Outcome> {
  const fault = faults.take(request.method, request.path);
  if (!fault) {
    return { kind: 'answer', answer: await answerRequest(world, request), truncate: false };
  }
  if (fault.delayMs !== undefined) await pause(world, fault.delayMs);
  if (fault.hang === 'before') return { kind: 'hang' };
  if (fault.reset === 'before') return { kind: 'reset' };
  const answer =
    fault.status === undefined
      ? await answerRequest(world, request)
      : failure(world, fault, request.path, fault.status);
  if (fault.hang === 'after-accept') return { kind: 'hang' };
  if (fault.reset === 'after-accept') return { kind: 'reset' };
  return { kind: 'answer', answer: altered(answer, fault), truncate: fault.truncate ?? false };
}

function pause(world: World, ms: number): Promise<void> {
  return new Promise((resolve) => world.clock.schedule(ms, resolve));
}

/** OAuth's endpoints have OAuth's error form; 429 says when to come back, unless the fault removes it. */
function failure(world: World, fault: Fault, path: string, status: number): Answer {
  const errorCode = fault.errorCode ?? usualCode(status);
  const message = `Simulated failure ${status}`;
  const form = path.startsWith('/restapi/oauth/')
    ? { error: 'invalid_request', error_description: message }
    : { errorCode, message };
  const body = { ...form, errors: [{ errorCode, message }] };
  return json(status, body, {
    RCRequestId: world.random.uuid(),
    ...(status === 429 && world.rules.retryAfter ? { 'Retry-After': '60' } : {}),
  });
}

function usualCode(status: number): string {
  if (status === 429) return 'CMN-301';
  return status >= 500 ? 'CMN-201' : 'CMN-101';
}

function altered(answer: Answer, fault: Fault): Answer {
  const headers = Object.entries({ ...answer.headers, ...fault.headers });
  return {
    ...answer,
    headers: Object.fromEntries(headers.filter(([, value]) => value !== '')),
    body: fault.body ?? answer.body,
  };
}
