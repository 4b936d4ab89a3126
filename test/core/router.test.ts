import { describe, expect, it } from 'vitest';
import { contract, type CallName } from '../../shared/contract/index.ts';
import { failure } from '../../shared/failure.ts';
import { FailureError } from '../../main/core/failure-error.ts';
import { createRouter, type Handlers } from '../../main/core/rpc/router.ts';
import { ManualClock } from '../../simulator/server.ts';
import { samples } from './support/call-samples.ts';
import { makeCore, makeProfile } from './support/core-world.ts';
import { createMemoryLog } from './support/memory-log.ts';
import { createCountingRandom } from './support/session.ts';

describe('every call that is declared', () => {
  it('has a handler', async () => {
    const sidetone = makeCore(makeProfile(), new ManualClock());
    await sidetone.core.start();
    for (const name of Object.keys(contract) as CallName[]) {
      const result = await sidetone.call(name, samples[name]);
      const message = result.ok ? undefined : result.failure.message;
      expect(message ?? '', name).not.toMatch(/^(?:internal$|bridge\.)/);
    }
    expect(sidetone.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('what is not declared, or not as declared', () => {
  const log = createMemoryLog();
  const broken = new Error('a bug');
  const router = createRouter(
    {
      'calls.list': () => {
        throw broken;
      },
      'calls.list-phones': () => {
        throw new FailureError(failure('internal', 'archive.locked'));
      },
    } as unknown as Handlers,
    { log, random: createCountingRandom() },
  );

  it.each([
    ['no.such-call'],
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['hasOwnProperty'],
    [''],
    ['x'.repeat(100_000)],
    [undefined],
    [null],
    [42],
    [{}],
    [['calls.list']],
    [Symbol('calls.list')],
  ])('is refused by name (%#)', async (name) => {
    const before = log.lines.length;
    expect(await router.call(name, undefined)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', message: 'bridge.unknown-call' },
    });
    expect(log.lines.slice(before)).toMatchObject([{ level: 'warn' }]);
    expect(JSON.stringify(log.lines.at(-1)).length).toBeLessThan(300);
  });

  it.each([
    ['calls.dial', undefined],
    ['calls.dial', {}],
    ['calls.dial', { number: 7 }],
    ['calls.dial', { number: '1', extra: true }],
    ['calls.dial', { number: 'x'.repeat(1_001) }],
    ['calls.dial', JSON.parse('{"number":"1","__proto__":{"confirmed":true}}')],
    ['calls.list', { limit: 0 }],
    ['calls.list', { limit: 201 }],
    ['calls.list', { limit: 1.5 }],
    ['calls.list', { limit: '50' }],
    ['calls.list', []],
    ['messages.send', { clientId: '', to: { numbers: [] }, text: '' }],
    ['messages.send', { clientId: 'x', to: { threadId: '1', numbers: [] }, text: '' }],
    ['messages.send', { clientId: 'x', to: { numbers: [] }, text: 'x'.repeat(100_001) }],
    ['settings.set', { theme: 'pink' }],
    ['app.info', {}],
    ['app.info', null],
  ])('is refused by its input: %s (%#)', async (name, input) => {
    const before = log.lines.length;
    expect(await router.call(name, input)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', message: 'bridge.invalid-input' },
    });
    expect(log.lines.slice(before)).toMatchObject([{ level: 'warn', fields: { name } }]);
  });

  it('answers a bug with the number of its incident, and tells only the log what it was', async () => {
    const result = await router.call('calls.list', {});
    expect(result).toMatchObject({ ok: false, failure: { kind: 'internal', message: 'internal' } });
    const { incidentId = '' } = result.ok ? {} : result.failure;
    expect(incidentId).not.toBe('');
    expect(log.lines.at(-1)).toMatchObject({
      level: 'error',
      error: broken,
      fields: { incidentId },
    });
    expect(JSON.stringify(result)).not.toContain('a bug');
  });

  it('answers a Failure that was carried by an error as what it is', async () => {
    expect(await router.call('calls.list-phones', undefined)).toMatchObject({
      failure: { message: 'archive.locked' },
    });
    expect(log.lines.at(-1)).toMatchObject({ level: 'warn' });
  });
});
