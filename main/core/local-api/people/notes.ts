import { createRoute, z } from '@hono/zod-openapi';
import { required } from '../problems.ts';
import { createRoutes, json, jsonBody, operation, problems, type ApiRoutes } from '../routes.ts';
import { followUpShape, noteShape, toFollowUpShape, toNoteShape } from '../shapes.ts';
import { aboutFields, toAbout } from './about.ts';
import type { PeopleDeps } from './ask.ts';
import { limitField, nextField, pageFields } from './paging.ts';

const page = { ...pageFields, limit: limitField };

const listNotes = createRoute({
  ...operation('listNotes', 'read'),
  method: 'get',
  path: '/notes',
  request: { query: z.object({ ...aboutFields, ...page }) },
  responses: {
    200: json(z.object({ notes: z.array(noteShape), count: z.int(), next: nextField }), 'Notes'),
    ...problems(422),
  },
});

const addNote = createRoute({
  ...operation('addNote', 'note'),
  method: 'post',
  path: '/notes',
  request: {
    body: jsonBody(
      z.object({
        ...aboutFields,
        text: z.string().max(10_000).default(''),
        outcome: z.string().trim().min(1).max(60).optional(),
      }),
    ),
  },
  responses: { 201: json(noteShape, 'Note'), ...problems(404, 413, 415, 422) },
});

const listFollowUps = createRoute({
  ...operation('listFollowUps', 'read'),
  method: 'get',
  path: '/follow-ups',
  request: { query: z.object({ ...page, show: z.enum(['open', 'done']).default('open') }) },
  responses: {
    200: json(
      z.object({ follow_ups: z.array(followUpShape), count: z.int(), next: nextField }),
      'FollowUps',
    ),
    ...problems(),
  },
});

const addFollowUp = createRoute({
  ...operation('addFollowUp', 'note'),
  method: 'post',
  path: '/follow-ups',
  request: {
    body: jsonBody(
      z.object({
        ...aboutFields,
        text: z.string().max(1_000).default(''),
        due_at: z.iso.datetime({ offset: true }),
      }),
    ),
  },
  responses: { 201: json(followUpShape, 'FollowUp'), ...problems(404, 413, 415, 422) },
});

/** What the user has written down about calls and people, and whom to get back to. */
export function createNoteRoutes({ ask, homeCountry }: PeopleDeps): ApiRoutes {
  return createRoutes()
    .openapi(listNotes, async (context) => {
      const { limit, after, ...named } = context.req.valid('query');
      const about = toAbout(named, homeCountry());
      if ('callId' in about) {
        const of = required(await ask('notes.of-call', about));
        const notes = of.slice(0, limit).map(toNoteShape);
        return context.json({ notes, count: notes.length, next: null }, 200);
      }
      const { whose } = about;
      const listed = required(await ask('timeline.list', { whose, kinds: ['note'], limit, after }));
      const notes = listed.items.flatMap((item) =>
        item.kind === 'note' ? toNoteShape(item.note) : [],
      );
      return context.json({ notes, count: notes.length, next: listed.next ?? null }, 200);
    })
    .openapi(addNote, async (context) => {
      const { text, outcome, ...named } = context.req.valid('json');
      const about = toAbout(named, homeCountry());
      const note = required(await ask('notes.add', { about, text, outcome }));
      return context.json(toNoteShape(note), 201);
    })
    .openapi(listFollowUps, async (context) => {
      const listed = required(await ask('follow-ups.list', context.req.valid('query')));
      const followUps = listed.items.map(toFollowUpShape);
      return context.json(
        { follow_ups: followUps, count: followUps.length, next: listed.next ?? null },
        200,
      );
    })
    .openapi(addFollowUp, async (context) => {
      const { text, due_at: due, ...named } = context.req.valid('json');
      const about = toAbout(named, homeCountry());
      const dueAt = Date.parse(due);
      const followUp = required(await ask('follow-ups.add', { about, text, dueAt }));
      return context.json(toFollowUpShape(followUp), 201);
    });
}
