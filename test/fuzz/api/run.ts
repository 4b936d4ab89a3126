import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { ApiView } from '../../../shared/model/local-api.ts';
import { freePort } from '../../core/local-api/support.ts';
import { openFuzzWorld, pass, type FuzzWorld } from '../bridge/world.ts';
import { foundCases } from '../corpus.ts';
import { anyRequest, goodToken, type AnyRequest } from './requests.ts';

export type ApiSummary = {
  readonly requests: number;
  readonly answered: number;
  readonly refused: number;
  readonly texted: number;
  readonly wrong: readonly string[];
};

type Answer = { readonly status: number; readonly type: string; readonly body: string };

const together = 20;
/** What an answer may say; 500 would be a bug of ours. */
const statuses = new Set([
  200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 413, 415, 421, 422, 429, 431, 503,
]);

/** Sends so many requests of any kind to the local API of a core that is signed in. */
export async function fuzzApi(options: {
  readonly runs: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}): Promise<ApiSummary> {
  const { runs, seed } = options;
  const world = await openFuzzWorld([]);
  const count = { requests: 0, answered: 0, asked: 0 };
  try {
    await world.seeToSession();
    const door = await openDoor(world);
    for (let batch = 0; count.requests < runs; batch++) {
      const drawn = fc.sample(anyRequest, { numRuns: together, seed: seed * 1_000_003 + batch });
      const all = batch === 0 ? [...foundCases<AnyRequest>('api'), ...drawn] : drawn;
      const answers = await pass(world.clock, Promise.all(all.map((each) => ask(door, each))));
      answers.forEach((answer, at) => judge(world, all[at] as AnyRequest, answer, count));
      // Long enough for the next ones to be within the rate.
      await world.clock.advance(20_000);
      if (batch % 100 === 99)
        options.tell?.(`${count.requests} requests, ${world.wrong.length} faults`);
    }
    const calls = world.deeds.filter(({ kind }) => kind === 'call').length;
    const texted = world.deeds.length - calls;
    if (calls > 0) world.wrong.push(`${calls} calls left without anybody's word`);
    if (texted > count.asked) world.wrong.push(`${texted} texts left, ${count.asked} were taken`);
    world.wrong.push(...world.outside().map((path) => `written outside the profile: ${path}`));
    const { requests, answered } = count;
    return { requests, answered, refused: requests - answered, texted, wrong: world.wrong };
  } finally {
    // Also when something was thrown: what was found before is what explains it.
    for (const line of world.wrong) options.tell?.(`✗ ${line}`);
    await world.stop();
  }
}

type Door = { readonly port: number; readonly token: string };

/** Opens the API, and lets a program in whose calls are to be shown first. */
async function openDoor({ core, clock }: FuzzWorld): Promise<Door> {
  const port = await freePort();
  await core.router.call('settings.set', { apiPort: port, apiEnabled: true });
  const input = { name: 'CRM', scopes: ['read', 'text', 'call', 'note'], callsAtOnce: false };
  const made = await pass(clock, core.router.call('api.create-token', input));
  if (!made.ok) throw new Error(`no token: ${made.failure.message}`);
  const { token } = made.value as { readonly token: string };
  // Listening takes real time, however far the clock is turned.
  for (let tries = 0; tries < 2_000; tries++) {
    const view = await core.router.call('api.get', undefined);
    const { standing } = (view.ok ? view.value : {}) as Partial<ApiView>;
    if (standing?.state === 'listening') return { port, token };
    await clock.advance(5);
    await wait(5);
  }
  throw new Error('the API does not open');
}

/** Undefined when the connection was cut. */
function ask({ port, token }: Door, sent: AnyRequest): Promise<Answer | undefined> {
  const { authorization = '', ...rest } = sent.headers;
  const headers = {
    host: `127.0.0.1:${port}`,
    ...rest,
    authorization: authorization.replace(goodToken, token),
  };
  return new Promise((resolve) => {
    const { method, path } = sent;
    const out = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    out.on('error', () => resolve(undefined));
    out.on('response', (answer) => {
      const { statusCode: status = 0 } = answer;
      const type = answer.headers['content-type'] ?? '';
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('close', () => resolve({ status, type, body }));
      // A stream of events has no end of its own.
      if (type.startsWith('text/event-stream')) answer.destroy();
    });
    out.end(method === 'GET' || method === 'HEAD' ? undefined : sent.body);
  });
}

function judge(
  world: FuzzWorld,
  sent: AnyRequest,
  answer: Answer | undefined,
  count: { requests: number; answered: number; asked: number },
): void {
  count.requests += 1;
  if (answer === undefined) return;
  const { status, type, body } = answer;
  const wrong = (why: string): void =>
    void world.wrong.push(`${why}: ${JSON.stringify(sent).slice(0, 500)} → ${body.slice(0, 300)}`);
  if (!statuses.has(status)) return wrong(`answered ${status}`);
  if (status < 300) {
    count.answered += 1;
    if (sent.method === 'POST' && sent.path.startsWith('/api/v1/ringcentral/sms')) count.asked += 1;
    return;
  }
  if (sent.method === 'HEAD') return;
  if (!type.startsWith('application/json')) return wrong(`refused with ${type}`);
  if (!saysWhy(body)) wrong('refused without a sentence');
}

function saysWhy(body: string): boolean {
  try {
    const { detail } = JSON.parse(body) as { readonly detail?: unknown };
    return typeof detail === 'string' && detail !== '';
  } catch {
    return false;
  }
}
