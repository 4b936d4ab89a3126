import { createRoute, z } from '@hono/zod-openapi';
import { failure } from '../../../../shared/failure.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { Archive } from '../../db/define-query.ts';
import { toId } from '../../db/row-id.ts';
import { textEntry, toTextEntry } from '../history/entries.ts';
import { readTexts } from '../history/service.ts';
import { ApiError, required, toApiError } from '../problems.ts';
import type { TextOfRequest } from '../requests/rows.ts';
import type { ApiTexts } from '../requests/texts.ts';
import { createRoutes, json, jsonBody, operation, problems, type ApiRoutes } from '../routes.ts';
import { idempotency, listQuery, typedNumber } from './fields.ts';

const accepted = z
  .object({
    message_id: z.string(),
    status: textEntry.shape.status,
    to_number: z.string().nullable(),
    from_number: z.string().nullable(),
    /** Null when the text is not in the archive any more. */
    thread_id: z.string().nullable(),
  })
  .openapi('AcceptedMessage');

const sendText = createRoute({
  ...operation('sendText', 'text'),
  method: 'post',
  path: '/ringcentral/sms',
  request: {
    headers: idempotency,
    body: jsonBody(
      z
        .object({
          to_number: typedNumber,
          message: z.string().max(10_000),
          from_number: typedNumber.nullish(),
        })
        .openapi('MessageRequest'),
    ),
  },
  responses: {
    200: json(accepted, 'It is kept here and goes out once.'),
    ...problems(404, 409, 413, 415, 422),
  },
});

const getText = createRoute({
  ...operation('getText', 'read'),
  method: 'get',
  path: '/ringcentral/sms/{message_id}',
  request: { params: z.object({ message_id: z.string().max(64) }) },
  responses: { 200: json(textEntry, 'How it stands.'), ...problems(404) },
});

const listTexts = createRoute({
  ...operation('listTexts', 'read'),
  method: 'get',
  path: '/ringcentral/sms-history',
  request: { query: listQuery },
  responses: {
    200: json(
      z.object({
        messages: z.array(textEntry),
        count: z.int(),
        /** For `before`: the texts before these; null at the end. */
        next: z.string().nullable(),
      }),
      'The newest first.',
    ),
    ...problems(),
  },
});

/** Texts: sending them, and what became of them. */
export function createTextRoutes(deps: {
  readonly archive: Pick<Archive, 'read'>;
  readonly texts: ApiTexts;
  readonly homeCountry: () => CountryCode;
}): ApiRoutes {
  const routes = createRoutes();
  routes.openapi(sendText, async (context) => {
    const { to_number: to, message: text, from_number: typed } = context.req.valid('json');
    const { 'idempotency-key': key } = context.req.valid('header');
    const from = typed ? toE164(typed, deps.homeCountry()) : undefined;
    if (typed && from === undefined) {
      throw toApiError(failure('invalid', 'text.sender-unreadable', { field: 'from' }));
    }
    const sent = await deps.texts.send(context.get('program'), { to, text, from, key });
    return context.json(toAccepted(required(sent)), 200);
  });
  routes.openapi(getText, async (context) => {
    const found = await deps.texts.get(context.req.valid('param').message_id);
    if (found === undefined) throw new ApiError(404, failure('not-found', 'not-found'));
    return context.json(toTextEntry(found), 200);
  });
  routes.openapi(listTexts, async (context) => {
    const { limit, before } = context.req.valid('query');
    const rows = await readTexts(deps.archive, { limit, before });
    const messages = rows.map(toTextEntry);
    const next = messages.length < limit ? null : (messages.at(-1)?.id ?? null);
    return context.json({ messages, count: messages.length, next }, 200);
  });
  return routes;
}

function toAccepted(text: TextOfRequest) {
  if (text.is === 'gone') {
    const nothing = { to_number: null, from_number: null, thread_id: null };
    return { message_id: toId(text.id), status: 'discarded' as const, ...nothing };
  }
  const entry = toTextEntry(text.record);
  return {
    message_id: entry.id,
    status: entry.status,
    to_number: entry.to_number,
    from_number: entry.from_number,
    thread_id: entry.thread_id,
  };
}
