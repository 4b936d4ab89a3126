import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { fail, ok } from '../../shared/result.ts';
import { ask, call, failureOf } from '../../renderer/app/bridge.ts';
import { gatherChanges } from '../../renderer/app/changes.ts';
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
    void applyChanges(client, [{ area: 'messages', key: 't-1' }]);
    const stale = keys.filter((key) => client.getQueryState(key)?.isInvalidated);
    // The type-ahead lists recent numbers, so a text can change it.
    expect(stale).toEqual([
      ['messages', 't-1'],
      ['contacts', 'suggest', 'a'],
    ]);
  });
});

describe('a change while something is read for the first time', () => {
  test('has it read once more, since it may be from before', async () => {
    const client = createQueryClient();
    const answers: ((value: string) => void)[] = [];
    const observer = new QueryObserver<string>(client, {
      queryKey: ['quick'],
      queryFn: () => new Promise((resolve) => answers.push(resolve)),
    });
    const leave = observer.subscribe(() => undefined);
    const applied = applyChanges(client, [{ area: 'quick' }]);
    answers[0]?.('before');
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.('after');
    await applied;
    expect(observer.getCurrentResult().data).toBe('after');
    leave();
  });
});

describe('changes that come one after another', () => {
  test('are applied at once when it is quiet, and together while what they changed is read', async () => {
    vi.useFakeTimers();
    const applied: string[][] = [];
    const change = gatherChanges(async (topics) => {
      applied.push(topics.map(({ area }) => area));
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    for (let event = 0; event < 400; event += 1) {
      change([{ area: 'calls' }, { area: 'threads' }]);
      await vi.advanceTimersByTimeAsync(5);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(applied[0]).toEqual(['calls', 'threads']);
    expect(applied.length).toBeLessThanOrEqual(10);
    change([{ area: 'notes' }]);
    expect(applied.at(-1)).toEqual(['notes']);
    vi.useRealTimers();
  });

  test('do not wait for an answer that never comes', async () => {
    vi.useFakeTimers();
    const apply = vi.fn(() => new Promise(() => undefined));
    const change = gatherChanges(apply);
    change([{ area: 'calls' }]);
    change([{ area: 'notes' }]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(apply).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
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
