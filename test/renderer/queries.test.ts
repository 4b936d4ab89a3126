import { describe, expect, test, vi } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { fail, ok } from '../../shared/result.ts';
import { ask, call, failureOf } from '../../renderer/app/bridge.ts';
import { applyChanges, createQueryClient, keyOfTopic } from '../../renderer/app/query-client.ts';

describe('a change told by main', () => {
  test('touches the area, and of texts only the thread', () => {
    expect(keyOfTopic({ area: 'threads', key: 't-1' })).toEqual(['threads']);
    expect(keyOfTopic({ area: 'messages', key: 't-1' })).toEqual(['messages', 't-1']);
    expect(keyOfTopic({ area: 'messages' })).toEqual(['messages']);
  });

  test('makes what was read of it stale, and nothing else', async () => {
    const client = createQueryClient();
    const keys = [
      ['messages', 't-1'],
      ['messages', 't-2'],
      ['contacts', 'suggest', 'a'],
      ['calls', 'list'],
    ];
    for (const key of keys) client.setQueryData(key, 1);
    applyChanges(client, [{ area: 'messages', key: 't-1' }]);
    const stale = keys.filter((key) => client.getQueryState(key)?.isInvalidated);
    // The type-ahead lists recent numbers, so a text can change it.
    expect(stale).toEqual([
      ['messages', 't-1'],
      ['contacts', 'suggest', 'a'],
    ]);
  });
});

describe('asking main', () => {
  const stub = (answer: () => Promise<unknown>) =>
    vi.stubGlobal('window', { bridge: { call: answer } });

  test('answers the value, or throws the Failure', async () => {
    stub(async () => ok(3));
    expect(await ask('messages.count-unread', undefined)).toBe(3);
    const reason = failure('internal', 'archive.failed');
    stub(async () => fail(reason));
    const error = await ask('messages.count-unread', undefined).catch((thrown: unknown) => thrown);
    expect(failureOf(error)).toBe(reason);
  });

  test('turns a broken bridge into a Failure', async () => {
    stub(async () => Promise.reject(new Error('gone')));
    expect(await call('messages.count-unread', undefined)).toMatchObject({
      ok: false,
      failure: { message: 'internal' },
    });
    expect(failureOf(new Error('other')).message).toBe('internal');
    vi.unstubAllGlobals();
  });
});
