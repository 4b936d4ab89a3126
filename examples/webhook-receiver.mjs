// Receives Sidetone's webhooks and checks that they are Sidetone's.
//
//   SIDETONE_WEBHOOK_SECRET=whsec_... node webhook-receiver.mjs [port]
//
// Then add http://127.0.0.1:8090/ in Sidetone: Settings, Webhooks.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

/** Older than this, a message may be one that somebody has kept and sends again. */
const toleranceSeconds = 300;

/**
 * Whether a body is what Sidetone has signed: HMAC-SHA256 of `t.body` with the secret as it was
 * shown. `now` is in milliseconds.
 */
export function isGenuine({ secret, signature, body, now }) {
  const [, t, v1] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (t === undefined || v1 === undefined) return false;
  if (Math.abs(now / 1000 - Number(t)) > toleranceSeconds) return false;
  const expected = createHmac('sha256', secret).update(`${t}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(v1, 'hex'));
}

/**
 * A server that hands each event on once: `onEvent(event)`. A message that was not answered in time
 * comes again under the same name. Throwing means *send it again later*.
 */
export function createReceiver({ secret, onEvent, now = Date.now }) {
  const seen = new Set();
  return createServer(async (request, response) => {
    const chunks = [];
    // As it came, byte for byte: what is parsed and written anew has another signature.
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const signature = request.headers['sidetone-signature'];
    if (request.method !== 'POST' || !isGenuine({ secret, signature, body, now: now() })) {
      response.writeHead(401).end();
      return;
    }
    const delivery = request.headers['sidetone-delivery'];
    try {
      if (!seen.has(delivery)) await onEvent(JSON.parse(body.toString('utf8')));
      seen.add(delivery);
      response.writeHead(204).end();
    } catch {
      response.writeHead(500).end();
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const secret = process.env.SIDETONE_WEBHOOK_SECRET;
  if (!secret) throw new Error('SIDETONE_WEBHOOK_SECRET is the secret that Sidetone has shown');
  const port = Number(process.argv[2] ?? 8090);
  const say = (...words) => process.stdout.write(`${words.join(' ')}\n`);
  const onEvent = (event) => say(event.created_at, event.type, JSON.stringify(event.data));
  createReceiver({ secret, onEvent }).listen(port, '127.0.0.1', () => {
    say(`listening at http://127.0.0.1:${port}/`);
  });
}
