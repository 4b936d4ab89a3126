import { createRoute, z } from '@hono/zod-openapi';
import { assertNever, failure } from '../../../../shared/failure.ts';
import type { Archive } from '../../db/define-query.ts';
import { tooMany } from '../auth.ts';
import { callEntry, toCallEntry, toSentence } from '../history/entries.ts';
import { readCalls } from '../history/service.ts';
import { ApiError, toApiError } from '../problems.ts';
import { callStatuses } from '../requests/call-state.ts';
import type { ApiCalls, CallSession } from '../requests/calls.ts';
import { createRoutes, json, jsonBody, operation, problems, type ApiRoutes } from '../routes.ts';
import { idempotency, listQuery, typedNumber } from './fields.ts';

const session = z
  .object({
    session_id: z.string(),
    status: z.enum(callStatuses),
    /** The call itself, once it has been placed. */
    call: callEntry.nullable(),
    /** What went wrong, or what has to be done, in a sentence. */
    detail: z.string().nullable(),
    code: z.string().nullable(),
  })
  .openapi('CallSession');

const placeCall = createRoute({
  ...operation('placeCall', 'call'),
  method: 'post',
  path: '/ringcentral/call',
  request: {
    headers: idempotency,
    body: jsonBody(
      z.object({ to_number: typedNumber, caller_id: typedNumber.nullish() }).openapi('CallRequest'),
    ),
  },
  responses: {
    200: json(session, 'Your phone rings.'),
    202: json(session, 'A card waits for the user, or RingCentral has not answered yet.'),
    ...problems(404, 409, 413, 415, 422),
  },
});

const getCall = createRoute({
  ...operation('getCall', 'call'),
  method: 'get',
  path: '/ringcentral/call/{session_id}',
  request: { params: z.object({ session_id: z.string().max(64) }) },
  responses: { 200: json(session, 'How it stands.'), ...problems(404) },
});

const listCalls = createRoute({
  ...operation('listCalls', 'read'),
  method: 'get',
  path: '/ringcentral/call-log',
  request: { query: listQuery },
  responses: {
    200: json(
      z.object({
        calls: z.array(callEntry),
        count: z.int(),
        /** For `before`: the calls before these; null at the end. */
        next: z.string().nullable(),
      }),
      'The newest first.',
    ),
    ...problems(),
  },
});

/** Calls: placing them, and what became of them. */
export function createCallRoutes(deps: {
  readonly archive: Pick<Archive, 'read'>;
  readonly calls: ApiCalls;
}): ApiRoutes {
  const routes = createRoutes();
  routes.openapi(placeCall, async (context) => {
    const { to_number: to, caller_id: callerId } = context.req.valid('json');
    const { 'idempotency-key': key } = context.req.valid('header');
    const wish = { to, callerId: callerId || undefined, key };
    const answer = await deps.calls.place(context.get('program'), wish);
    switch (answer.is) {
      case 'session': {
        const shown = toSession(answer.session);
        const { status } = answer.session;
        if (status === 'waiting' || status === 'requesting') return context.json(shown, 202);
        // Whoever reads the status line alone must not take a refused call for one that rings.
        if (status === 'failed' || status === 'unknown') throw toFailed(answer.session);
        return context.json(shown, 200);
      }
      case 'asked':
        throw new ApiError(409, answer.why, { more: { session_id: answer.sessionId } });
      case 'refused':
        throw toApiError(answer.why);
      case 'too-many':
        throw tooMany(answer.waitMs);
      default:
        return assertNever(answer);
    }
  });
  routes.openapi(getCall, async (context) => {
    const { session_id: id } = context.req.valid('param');
    const found = await deps.calls.get(context.get('program'), id);
    if (found === undefined) throw new ApiError(404, failure('not-found', 'api.session-gone'));
    return context.json(toSession(found), 200);
  });
  routes.openapi(listCalls, async (context) => {
    const { limit, before } = context.req.valid('query');
    const rows = await readCalls(deps.archive, { limit, before });
    const calls = rows.map(toCallEntry);
    const next = calls.length < limit ? null : (calls.at(-1)?.id ?? null);
    return context.json({ calls, count: calls.length, next }, 200);
  });
  return routes;
}

function toSession({ sessionId, status, call, failure: reason }: CallSession) {
  return {
    session_id: sessionId,
    status,
    call: call === undefined ? null : toCallEntry(call),
    detail: toSentence(reason),
    code: reason?.message ?? null,
  };
}

function toFailed({ sessionId, failure: reason }: CallSession): ApiError {
  const more = { session_id: sessionId };
  return toApiError(reason ?? failure('rejected', 'call.failed'), more);
}
