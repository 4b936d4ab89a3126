import fc from 'fast-check';
import { hostileJson, hostileText, mutated } from '../hostile.ts';

/** One request as a program, or a page that poses as one, might write it. */
export type AnyRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Stands for a token that is good; each run has its own. */
export const goodToken = '<token>';

const bodies = fc.constantFrom<unknown>(
  { to_number: '+19075550141' },
  { to_number: '911' },
  { to_number: '+19075550141', caller_id: '+12125550100' },
  { to_number: '+19075550141', message: 'The papers are ready.' },
  { number: '+19075550141', text: 'Asked for a rate' },
  { contact_id: '1', text: 'Asked for a rate', due_at: '2026-03-12T15:00:00Z' },
);
const places = fc.constantFrom(
  'ringcentral/call',
  'ringcentral/sms',
  'ringcentral/call-log',
  'ringcentral/sms-history',
  'ringcentral/status',
  'search',
  'contacts',
  'notes',
  'follow-ups',
  'events',
);
const encoded = hostileText.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 2_000));
const query = fc
  .array(fc.tuple(fc.constantFrom('limit', 'q', 'number', 'after', '__proto__'), encoded), {
    maxLength: 3,
  })
  .map((parts) => parts.map(([name, value]) => `${name}=${value}`).join('&'));
const path = fc.oneof(
  { weight: 6, arbitrary: places.map((place) => `/api/v1/${place}`) },
  { weight: 3, arbitrary: fc.tuple(places, query).map(([at, q]) => `/api/v1/${at}?${q}`) },
  { weight: 2, arbitrary: fc.tuple(places, encoded).map(([at, id]) => `/api/v1/${at}/${id}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '/',
      '/openapi.json',
      '/api',
      '/api/v1/../../etc/passwd',
      '//',
      '/%00',
    ),
  },
);

const printable = hostileText.map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 1_000));
const headers = fc.record(
  {
    authorization: fc.oneof(
      { weight: 8, arbitrary: fc.constant(`Bearer ${goodToken}`) },
      { weight: 1, arbitrary: printable.map((text) => `Bearer ${text}`) },
      { weight: 1, arbitrary: printable },
    ),
    'content-type': fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'multipart/form-data', '') },
    ),
    host: fc.constantFrom('evil.example', 'localhost', '127.0.0.1:1'),
    origin: fc.constantFrom('https://evil.example', 'null', 'http://localhost', 'app://sidetone'),
    'sec-fetch-site': fc.constantFrom('cross-site', 'none', 'same-origin'),
    'idempotency-key': printable,
    'last-event-id': printable,
  },
  { requiredKeys: ['authorization', 'content-type'] },
);
/** What a browser adds is mostly not there. */
const likelyHeaders = fc
  .tuple(headers, fc.nat({ max: 9 }))
  .map(([all, n]) =>
    n > 1
      ? { authorization: all.authorization, 'content-type': all['content-type'] }
      : (Object.fromEntries(
          Object.entries(all).filter(([, value]) => value !== undefined),
        ) as Readonly<Record<string, string>>),
  );

const body = fc.oneof(
  {
    weight: 6,
    arbitrary: mutated(bodies, hostileJson).map((value) => JSON.stringify(value) ?? ''),
  },
  { weight: 2, arbitrary: hostileJson.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.constantFrom('{', '[[[[', 'x'.repeat(70_000), '{"a":'.repeat(5_000)) },
);

/** Any request. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
  path,
  headers: likelyHeaders,
  body,
});
