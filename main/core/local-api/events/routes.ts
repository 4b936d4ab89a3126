import { createRoute, z } from '@hono/zod-openapi';
import { localEventTypes, type LocalEventType } from '../../../../shared/model/local-events.ts';
import { tooMany } from '../auth.ts';
import { createRoutes, operation, problems, type ApiRoutes } from '../routes.ts';
import { openEventStream, type EventStreamDeps } from './stream.ts';

/** Streams of one program, and of all. */
const most = { ofOne: 5, ofAll: 20 };
const tryAgainMs = 10_000;

const isType = (text: string): text is LocalEventType =>
  (localEventTypes as readonly string[]).includes(text);

const streamEvents = createRoute({
  ...operation('streamEvents', 'read'),
  method: 'get',
  path: '/events',
  request: {
    headers: z.object({ 'last-event-id': z.string().max(60).optional() }),
    query: z.object({
      types: z
        .string()
        .max(400)
        .optional()
        .transform((text) => text?.split(',').map((type) => type.trim()))
        .pipe(z.array(z.custom<LocalEventType>((type) => isType(String(type)))).optional())
        .openapi({ type: 'string', description: localEventTypes.join(', ') }),
      last_event_id: z.string().max(60).optional(),
    }),
  },
  responses: {
    200: {
      description: 'text/event-stream',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problems(),
  },
});

/** The stream of events; a program that names the last one it had goes on after it. */
export function createEventRoutes(deps: EventStreamDeps): ApiRoutes {
  const open = new Map<string, number>();
  const count = (id: string, by: 1 | -1): void => {
    const now = (open.get(id) ?? 0) + by;
    if (now > 0) open.set(id, now);
    else open.delete(id);
  };

  return createRoutes().openapi(streamEvents, (context) => {
    const { id } = context.get('program');
    // Whoever asks for the head alone reads no stream, and none would ever be closed for them.
    if (context.req.method === 'HEAD') {
      return context.body(null, 200, { 'Content-Type': 'text/event-stream' });
    }
    const all = [...open.values()].reduce((sum, each) => sum + each, 0);
    if ((open.get(id) ?? 0) >= most.ofOne || all >= most.ofAll) throw tooMany(tryAgainMs);
    const { types, last_event_id: named } = context.req.valid('query');
    count(id, 1);
    const stream = openEventStream(deps, {
      lastEventId: context.req.valid('header')['last-event-id'] ?? named,
      types: types && new Set(types),
      onClose: () => count(id, -1),
    });
    return context.body(stream, 200, { 'Content-Type': 'text/event-stream' });
  });
}
