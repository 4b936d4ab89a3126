import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sign } from '../../../main/core/webhooks/signature.ts';
import { root } from '../../rules/source.ts';
import { passUntil } from '../support/core-world.ts';
import { freePort, startWithDoor } from './support.ts';

const friend = '+12125550142';

type World = Awaited<ReturnType<typeof startWithDoor>>;
type Event = { readonly type: string; readonly data: { readonly message?: { message: string } } };

/** The examples are plain JavaScript, as whoever copies them wants it. */
const example = (name: string): Promise<unknown> => import(`${root}/examples/${name}`);

type Receiver = {
  createReceiver(options: {
    readonly secret: string;
    readonly onEvent: (event: Event) => void;
    readonly now?: () => number;
  }): Server;
};
type Page = {
  createSidetone(options: {
    readonly url: string;
    readonly token: string;
    readonly headers: Readonly<Record<string, string>>;
  }): {
    status(): Promise<{ readonly authenticated: boolean }>;
    call(to: string, key: string): Promise<{ readonly status: string }>;
    text(to: string, message: string, key: string): Promise<{ readonly message_id: string }>;
    events(options: { readonly signal: AbortSignal }): AsyncIterable<Event>;
  };
};

/** Runs the script as somebody does at a prompt; answers what it printed. */
async function runScript(world: World, ...more: readonly string[]): Promise<string> {
  const child = spawn('bash', [`${root}/examples/walk-through.sh`, ...more], {
    env: {
      ...process.env,
      SIDETONE_URL: world.base,
      SIDETONE_TOKEN: world.token,
      SIDETONE_NUMBER: friend,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  expect(code, printed).toBe(0);
  return printed;
}

/** The lines of JSON below a heading of the script. */
function answersOf(printed: string, heading: string): readonly Record<string, unknown>[] {
  const [, below = ''] = printed.split(`# ${heading}`);
  const [lines = ''] = below.split('\n\n#');
  const text = lines.slice(lines.indexOf('\n') + 1).replaceAll('}{', '}\n{');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function walkThrough(world: World): Promise<void> {
  const contact = { firstName: 'Ada', lastName: 'Brook', company: '', jobTitle: '', email: '' };
  await world.get('contacts.create', {
    draft: { ...contact, remarks: '', numbers: [{ label: 'mobile', typed: friend }] },
    where: 'local',
  });
  const printed = await runScript(world, '--send');
  const first = (heading: string) => answersOf(printed, heading)[0];
  expect(first('Can calls')).toMatchObject({ enabled: true, authenticated: true });
  expect(answersOf(printed, 'The latest')).toMatchObject([{ count: 3 }, { count: 3 }]);
  expect(first('Who has')).toMatchObject({
    count: 1,
    contacts: [{ name: 'Ada Brook', numbers: [{ number: friend }] }],
  });
  expect(first('Everything')).toMatchObject({ results: expect.any(Array) as unknown });
  expect(first('Everything')?.['count']).toBeGreaterThan(0);
  const note = { text: 'Asked for a quote.', outcome: 'Reached', number: friend };
  expect(answersOf(printed, 'A note')).toMatchObject([note, { count: 1, notes: [note] }]);
  expect(first('What goes wrong')).toMatchObject({ status: 422, code: 'number.emergency' });
  expect(printed).toContain('retry: 3000');
  expect(first('Ask for a call')).toMatchObject({ status: 'waiting' });
  const [sent, history] = answersOf(printed, 'Send a text');
  expect(sent).toMatchObject({ to_number: friend });
  expect(history).toMatchObject({ messages: [{ id: sent?.['message_id'] }] });
}

async function crmPage(world: World): Promise<void> {
  const origin = 'http://127.0.0.1:8080';
  await world.get('settings.set', { apiOrigins: [origin] });
  const { createSidetone } = (await example('crm-page/sidetone.js')) as Page;
  const options = { url: world.base, token: world.token };
  const page = createSidetone({ ...options, headers: { Origin: origin } });
  expect(await page.status()).toMatchObject({ authenticated: true });
  expect(await page.call(friend, 'click-1')).toMatchObject({ status: 'waiting' });
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const heard: Event[] = [];
  const listen = async (): Promise<void> => {
    for await (const event of page.events({ signal: stop.signal })) heard.push(event);
  };
  const listening = listen().catch(() => undefined);
  await page.text(friend, 'From the page', 'click-2');
  await passUntil(world.clock, () =>
    expect(heard.map(({ data }) => data.message?.message)).toContain('From the page'),
  );
  stop.abort();
  await listening;
  const other = createSidetone({ ...options, headers: { Origin: 'https://elsewhere.example' } });
  await expect(other.status()).rejects.toMatchObject({ status: 403, code: 'api.origin-refused' });
}

async function webhookReceiver(world: World): Promise<void> {
  const { createReceiver } = (await example('webhook-receiver.mjs')) as Receiver;
  const heard: Event[] = [];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { secret, webhook } = await world.get('webhooks.add', { url, types: ['message.sent'] });
  const server = createReceiver({
    secret,
    onEvent: (event) => void heard.push(event),
    now: () => world.clock.now(),
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  expect(await world.get('webhooks.test', { webhookId: webhook.id })).toMatchObject({
    kind: 'arrived',
  });
  const { token } = world;
  const json = { to_number: friend, message: 'For the webhook' };
  await world.ask('/api/v1/ringcentral/sms', { token, json });
  await passUntil(world.clock, () =>
    expect(heard).toMatchObject([
      { type: 'test' },
      { type: 'message.sent', data: { message: { message: 'For the webhook' } } },
    ]),
  );
  const body = '{"type":"message.sent"}';
  const post = async (at: number, sent = body, key = secret): Promise<number> => {
    const headers = { 'Sidetone-Signature': sign(key, at, body), 'Sidetone-Delivery': 'x' };
    return (await fetch(url, { method: 'POST', headers, body: sent })).status;
  };
  expect(await post(world.clock.now(), body, 'whsec_another')).toBe(401);
  expect(await post(world.clock.now(), `${body} `)).toBe(401);
  expect(await post(world.clock.now() - 600_000)).toBe(401);
}

describe('the examples', () => {
  it('do what they say against a real Sidetone', async () => {
    const world = await startWithDoor();
    await walkThrough(world);
    await crmPage(world);
    await webhookReceiver(world);
  });
});
