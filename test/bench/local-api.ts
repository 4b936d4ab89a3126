import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { freePort } from '../core/local-api/support.ts';
import { openCore, timeInTurns } from './archive/open-core.ts';
import { ensureArchive, type Size } from './archive/seed.ts';
import type { Figure } from './figures.ts';

const rows = 100;
/** The API lets a program ask so often a minute; each round asks once. */
const programs = 8;

/** What a program waits for the last hundred calls, against a bare server on the same archive. */
export async function benchLocalApi(size: Size): Promise<readonly Figure[]> {
  const file = await ensureArchive(size);
  const ours = await openDoor(file);
  const bare = await startBare(file);
  try {
    const [our = 0, other = 0] = await timeInTurns([ours.ask, bare.ask]);
    return [
      {
        name: `GET call-log?limit=${rows}, median, ${size.toLocaleString('en-US')} records`,
        unit: 'ms',
        ours: our,
        against: 'the rows alone by bare node:http and better-sqlite3',
        other,
      },
    ];
  } finally {
    bare.close();
    await ours.close();
  }
}

async function openDoor(file: string): Promise<Way & { readonly close: () => Promise<void> }> {
  const { ask, close } = await openCore(file);
  const port = await freePort();
  await ask('settings.set', { apiPort: port, apiEnabled: true });
  while ((await ask('api.get', undefined)).standing.state !== 'listening') await pause();
  const tokens: string[] = [];
  for (let n = 0; n < programs; n += 1) {
    const made = await ask('api.create-token', {
      name: `Bench ${n}`,
      scopes: ['read'],
      callsAtOnce: false,
    });
    tokens.push(made.token);
  }
  const address = `http://127.0.0.1:${port}/api/v1/ringcentral/call-log?limit=${rows}`;
  let turn = 0;
  return {
    close,
    async ask() {
      turn += 1;
      await read(address, { Authorization: `Bearer ${tokens[turn % programs]}` });
    },
  };
}

type Way = { readonly ask: () => Promise<void> };

async function startBare(file: string): Promise<Way & { readonly close: () => void }> {
  const db = new Sqlite(file, { readonly: true });
  const newest = db.prepare('SELECT * FROM call ORDER BY id DESC LIMIT ?');
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ calls: newest.all(rows) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: () => read(`http://127.0.0.1:${port}/`),
    close() {
      server.close();
      db.close();
    },
  };
}

async function read(address: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(address, { headers });
  const { calls } = (await response.json()) as { readonly calls?: readonly unknown[] };
  if (calls?.length !== rows) throw new Error(`${address} answered ${response.status}`);
}

function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 20));
}
