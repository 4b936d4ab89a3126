import { createRoute, z } from '@hono/zod-openapi';
import { assertNever } from '../../../../shared/failure.ts';
import { searchKinds, type SearchHit } from '../../../../shared/model/search.ts';
import { required } from '../problems.ts';
import { createRoutes, json, operation, problems, type ApiRoutes } from '../routes.ts';
import {
  callShape,
  noteShape,
  partyShape,
  textShape,
  toCallShape,
  toNoteShape,
  toPartyShape,
  toTextShape,
  toVoicemailShape,
  voicemailShape,
} from '../shapes.ts';
import type { PeopleDeps } from './ask.ts';
import { limitField, nextField, pageFields } from './paging.ts';

/** The stretch around the first word that was found, as plain text. */
const excerpt = z.string();

const hit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), excerpt, person: partyShape }),
    z.object({ kind: z.literal('text'), excerpt, message: textShape.omit({ text: true }) }),
    z.object({ kind: z.literal('call'), excerpt, call: callShape }),
    z.object({ kind: z.literal('voicemail'), excerpt, voicemail: voicemailShape }),
    z.object({ kind: z.literal('note'), excerpt, note: noteShape }),
  ])
  .openapi('SearchResult');

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
export function createSearchRoutes({ ask }: Pick<PeopleDeps, 'ask'>): ApiRoutes {
  return createRoutes().openapi(search, async (context) => {
    const { q: text, kind, limit, after } = context.req.valid('query');
    const page = required(await ask('search.find', { text, kind, limit, after }));
    const results = page.items.map(toHitShape);
    return context.json({ results, count: results.length, next: page.next ?? null }, 200);
  });
}

function toHitShape(found: SearchHit): z.infer<typeof hit> {
  const { text } = found.excerpt;
  switch (found.kind) {
    case 'person':
      return { kind: 'person', excerpt: text, person: toPartyShape(found.party) };
    case 'text': {
      const { text: _none, ...message } = toTextShape(found.message, found.parties, '');
      return { kind: 'text', excerpt: text, message };
    }
    case 'call':
      return { kind: 'call', excerpt: text, call: toCallShape(found.call) };
    case 'voicemail':
      return { kind: 'voicemail', excerpt: text, voicemail: toVoicemailShape(found.voicemail) };
    case 'note':
      return { kind: 'note', excerpt: text, note: toNoteShape(found.note) };
    default:
      return assertNever(found);
  }
}
