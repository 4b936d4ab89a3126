import { createRoute, z } from '@hono/zod-openapi';
import { assertNever } from '../../../../shared/failure.ts';
import { searchKinds, type SearchHit } from '../../../../shared/model/search.ts';
import type { Archive } from '../../db/define-query.ts';
import { toId } from '../../db/row-id.ts';
import { callEntry, textEntry, toCallEntry, toTextEntry } from '../history/entries.ts';
import { required } from '../problems.ts';
import { createRoutes, json, operation, problems, type ApiRoutes } from '../routes.ts';
import {
  noteShape,
  personShape,
  toNoteShape,
  toPersonShape,
  toVoicemailShape,
  voicemailShape,
} from '../shapes.ts';
import type { PeopleDeps } from './ask.ts';
import { limitField, nextField, pageFields } from './paging.ts';
import { readFound } from './queries.ts';

/** The stretch around the first word that was found, as plain text. */
const excerpt = z.string();

const hit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), excerpt, person: personShape }),
    z.object({ kind: z.literal('message'), excerpt, message: textEntry }),
    z.object({ kind: z.literal('call'), excerpt, call: callEntry }),
    z.object({ kind: z.literal('voicemail'), excerpt, voicemail: voicemailShape }),
    z.object({ kind: z.literal('note'), excerpt, note: noteShape }),
  ])
  .openapi('SearchResult');
type Hit = z.infer<typeof hit>;

const search = createRoute({
  ...operation('search', 'read'),
  method: 'get',
  path: '/search',
  request: {
    query: z.object({
      ...pageFields,
      limit: limitField,
      q: z.string().trim().min(1).max(200),
      kind: z.enum(searchKinds).default('all'),
    }),
  },
  responses: {
    200: json(z.object({ results: z.array(hit), count: z.int(), next: nextField }), 'Results'),
    ...problems(),
  },
});

/** Everything the archive has, by what is in it. */
export function createSearchRoutes(
  deps: Pick<PeopleDeps, 'ask'> & { readonly archive: Archive },
): ApiRoutes {
  return createRoutes().openapi(search, async (context) => {
    const { q: text, kind, limit, after } = context.req.valid('query');
    const page = required(await deps.ask('search.find', { text, kind, limit, after }));
    const results = await toHits(deps.archive, page.items);
    return context.json({ results, count: results.length, next: page.next ?? null }, 200);
  });
}

/** In the order in which they were found; what has gone since is left out. */
async function toHits(archive: Archive, found: readonly SearchHit[]): Promise<Hit[]> {
  const rows = await archive.read(readFound, {
    calls: found.flatMap((one) => (one.kind === 'call' ? one.call.id : [])),
    texts: found.flatMap((one) => (one.kind === 'text' ? one.message.id : [])),
  });
  const calls = new Map(rows.calls.map((row) => [toId(row.id), row]));
  const texts = new Map(rows.texts.map((row) => [toId(row.id), row]));
  return found.flatMap((one): Hit | [] => {
    const { text } = one.excerpt;
    switch (one.kind) {
      case 'person':
        return { kind: 'person', excerpt: text, person: toPersonShape(one.party) };
      case 'text': {
        const row = texts.get(one.message.id);
        return row ? { kind: 'message', excerpt: text, message: toTextEntry(row) } : [];
      }
      case 'call': {
        const row = calls.get(one.call.id);
        return row ? { kind: 'call', excerpt: text, call: toCallEntry(row) } : [];
      }
      case 'voicemail': {
        const voicemail = toVoicemailShape(one.voicemail);
        return { kind: 'voicemail', excerpt: text, voicemail };
      }
      case 'note':
        return { kind: 'note', excerpt: text, note: toNoteShape(one.note) };
      default:
        return assertNever(one);
    }
  });
}
