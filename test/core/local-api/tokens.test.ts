import { describe, expect, it } from 'vitest';
import { readyForUse } from '../../../main/core/keeping/backups/rows.ts';
import { createLimit } from '../../../main/core/local-api/programs/limit.ts';
import { listPrograms } from '../../../main/core/local-api/programs/queries.ts';
import { createPrograms } from '../../../main/core/local-api/programs/service.ts';
import {
  createToken,
  findByHash,
  hashToken,
  isTokenShaped,
} from '../../../main/core/local-api/programs/token.ts';
import { derivedId, digestOf, isKey } from '../../../main/core/local-api/requests/digests.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

function start() {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const log = createMemoryLog();
  const changes: unknown[] = [];
  const programs = createPrograms({
    archive,
    clock,
    log,
    random: createCountingRandom(),
    events: { changed: (...topics) => void changes.push(...topics) },
  });
  return { archive, clock, log, changes, programs };
}

const crm = { name: 'CRM', scopes: ['read', 'text'], callsAtOnce: true } as const;

describe('a token', () => {
  it('is 256 bits that are told from others by their hash alone', () => {
    const tokens = Array.from({ length: 50 }, createToken);
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(50);
    for (const { token, hash, hint } of tokens) {
      expect(isTokenShaped(token)).toBe(true);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(token.endsWith(hint)).toBe(true);
      expect(hash).not.toContain(token);
      expect(findByHash(tokens, hashToken(token))?.token).toBe(token);
    }
    expect(findByHash(tokens, hashToken('another'))).toBeUndefined();
    expect(findByHash(tokens, '')).toBeUndefined();
    for (const text of ['', 'sidetone_', `sidetone_${'a'.repeat(42)}`, `x${tokens[0]?.token}`]) {
      expect(isTokenShaped(text), text).toBe(false);
    }
  });

  it('is found until it is revoked, and no right comes of one that is not there', async () => {
    const { programs } = start();
    const made = await programs.create(crm);
    if (!made.ok) throw new Error(made.failure.message);
    const { token, program } = made.value;
    // Calls at once are nothing without calls.
    expect(program).toMatchObject({ name: 'CRM', callsAtOnce: false });
    expect(await programs.find(token)).toMatchObject({ id: program.id, scopes: ['read', 'text'] });
    expect(await programs.find(`${token.slice(0, -1)}_`)).toBeUndefined();
    let ended = 0;
    const forget = programs.onRevoked(program.id, () => (ended += 1));
    programs.onRevoked(program.id, () => (ended += 1));
    forget();
    expect(await programs.revoke(program.id)).toMatchObject({ ok: true });
    expect(ended).toBe(1);
    expect(await programs.find(token)).toBeUndefined();
    expect(await programs.list()).toEqual([]);
  });

  it('notes its last use at most once a minute', async () => {
    const { programs, clock } = start();
    const made = await programs.create(crm);
    if (!made.ok) throw new Error(made.failure.message);
    const { token } = made.value;
    const first = clock.now();
    await programs.find(token);
    await clock.advance(59_000);
    await programs.find(token);
    expect(await programs.list()).toMatchObject([{ lastUsedAt: first }]);
    await clock.advance(2_000);
    await programs.find(token);
    await clock.advance(0);
    expect(await programs.list()).toMatchObject([{ lastUsedAt: first + 61_000 }]);
  });

  it('comes back with no backup, and what it was doing is cut off', async () => {
    const { archive, programs, clock } = start();
    const made = await programs.create(crm);
    if (!made.ok) throw new Error(made.failure.message);
    let isCutOff = false;
    programs.onRevoked(made.value.program.id, () => (isCutOff = true));
    await programs.recheck();
    expect(isCutOff).toBe(false);
    readyForUse(archive.db, clock.now(), clock.now());
    expect(await archive.read(listPrograms, undefined)).toEqual([]);
    await programs.recheck();
    expect(isCutOff).toBe(true);
  });

  it('is one of fifty at most', async () => {
    const { programs } = start();
    for (let count = 0; count < 50; count += 1) await programs.create(crm);
    expect(await programs.create(crm)).toMatchObject({
      failure: { message: 'api.too-many-programs' },
    });
  });
});

describe('the limit of a program', () => {
  it('lets so many through within a time, and says when the next one is heard', () => {
    const limit = createLimit({ most: 2, withinMs: 1_000 });
    expect(limit.admit('a', 0)).toBeUndefined();
    expect(limit.admit('a', 400)).toBeUndefined();
    expect(limit.admit('a', 500)).toBe(500);
    expect(limit.admit('b', 500)).toBeUndefined();
    expect(limit.admit('a', 1_000)).toBeUndefined();
    expect(limit.admit('a', 1_001)).toBe(399);
    // A clock that was set back keeps nobody out.
    expect(limit.admit('a', -10_000)).toBeUndefined();
  });
});

describe('the key of a request', () => {
  it('makes the same id of the same request, and another of any other', () => {
    const id = derivedId('p', 'k', digestOf('text', 'a', 'b'));
    expect(derivedId('p', 'k', digestOf('text', 'a', 'b'))).toBe(id);
    expect(id.length).toBeLessThanOrEqual(64);
    const others = [
      derivedId('q', 'k', digestOf('text', 'a', 'b')),
      derivedId('p', 'l', digestOf('text', 'a', 'b')),
      derivedId('p', 'k', digestOf('text', 'ab', '')),
      derivedId('p', 'k', digestOf('text', 'a', 'b', undefined)),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });

  it('is a line of plain signs', () => {
    expect(['order-4711', 'x'.repeat(200)].every(isKey)).toBe(true);
    expect(['', 'a b', 'x'.repeat(201), 'ü', 'a\n'].some(isKey)).toBe(false);
  });
});
