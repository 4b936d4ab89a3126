import { createRoute, z } from '@hono/zod-openapi';
import { failure } from '../../../../shared/failure.ts';
import type { ContactId } from '../../../../shared/model/ids.ts';
import { ApiError, required } from '../problems.ts';
import { createRoutes, json, operation, problems, type ApiRoutes } from '../routes.ts';
import { contactShape, toContactShape } from '../shapes.ts';
import { toWhose } from './about.ts';
import type { PeopleDeps } from './ask.ts';
import { limitField, nextField, pageFields } from './paging.ts';

/** A number that more people have than this is a switchboard's. */
const mostOfNumber = 200;

const listContacts = createRoute({
  ...operation('listContacts', 'read'),
  method: 'get',
  path: '/contacts',
  request: {
    query: z.object({
      ...pageFields,
      limit: limitField,
      q: z.string().max(200).optional(),
      number: z.string().min(1).max(100).optional(),
    }),
  },
  responses: {
    200: json(
      z.object({ contacts: z.array(contactShape), count: z.int(), next: nextField }),
      'Contacts',
    ),
    ...problems(422),
  },
});

const getContact = createRoute({
  ...operation('getContact', 'read'),
  method: 'get',
  path: '/contacts/{contact_id}',
  request: { params: z.object({ contact_id: z.string().regex(/^\d{1,16}$/) }) },
  responses: { 200: json(contactShape, 'Contact'), ...problems(404) },
});

/** People, all of them or those that something is known of. */
export function createContactRoutes({ ask, homeCountry }: PeopleDeps): ApiRoutes {
  return createRoutes()
    .openapi(listContacts, async (context) => {
      const { q, number, limit, after } = context.req.valid('query');
      if (number !== undefined) {
        const wanted = toWhose(number, homeCountry()).number;
        const query = wanted.slice(1);
        const request = { query, limit: mostOfNumber, show: 'all' } as const;
        const { items } = required(await ask('contacts.list', request));
        const contacts = items
          .filter(({ numbers }) => numbers.some((its) => its.number === wanted))
          .slice(0, limit)
          .map(toContactShape);
        return context.json({ contacts, count: contacts.length, next: null }, 200);
      }
      const query = q?.trim() || undefined;
      const page = required(await ask('contacts.list', { query, limit, after, show: 'all' }));
      const contacts = page.items.map(toContactShape);
      return context.json({ contacts, count: contacts.length, next: page.next ?? null }, 200);
    })
    .openapi(getContact, async (context) => {
      const contactId = context.req.valid('param').contact_id as ContactId;
      const contact = required(await ask('contacts.get', { contactId }));
      if (contact === undefined) throw new ApiError(404, failure('not-found', 'contact.gone'));
      return context.json(toContactShape(contact), 200);
    });
}
