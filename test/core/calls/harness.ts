import { onTestFinished } from 'vitest';
import type { TopicArea } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { ActiveCall, CallRow } from '../../../shared/model/calls.ts';
import { createCalls, type Calls, type DialRequest } from '../../../main/core/calls/service.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createFakeClient, status } from '../support/fake-client.ts';
import { ManualClock, settled } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { ada, createCountingRandom, createFakeSession } from '../support/session.ts';

export const ringingThem = status('InProgress', 'Success', 'InProgress');
export const connected = status('Success', 'Success', 'Success');
export const finished = status('Success', 'Finished', 'Finished');
export const gone = {
  kind: 'refused',
  status: 404,
  failure: failure('not-found', 'call.gone'),
} as const;

/** Calls on an archive in memory, before a RingCentral that the test plays. */
export function makeCalls(archive = openInProcessArchive(), clock = new ManualClock()) {
  const client = createFakeClient();
  const session = createFakeSession();
  const told: TopicArea[] = [];
  const opened: string[] = [];
  const world = { canOpen: true, usualPhone: undefined as string | undefined, expected: 0 };
  const calls: Calls = createCalls({
    archive,
    client,
    clock,
    session,
    random: createCountingRandom(),
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    opener: {
      openPage: () => Promise.resolve(true),
      openTel(number) {
        opened.push(number);
        return Promise.resolve(world.canOpen);
      },
    },
    usualPhone: () => world.usualPhone,
    expectCallLog: () => void (world.expected += 1),
  });
  onTestFinished(() => void calls.stop());
  return {
    archive,
    clock,
    client,
    session,
    told,
    opened,
    world,
    calls,
    async dial(request: Partial<DialRequest> = {}) {
      const result = await calls.dial({
        number: ada,
        ...request,
      });
      await settled();
      return result.ok ? result.value.callId : result.failure.message;
    },
    active: (): ActiveCall | undefined => calls.listActive()[0],
    async rows(): Promise<readonly CallRow[]> {
      return (await calls.list({ limit: 50 })).items;
    },
    activities: () =>
      archive.db.prepare('SELECT kind, outcome FROM activity ORDER BY id').all() as {
        kind: string;
        outcome: string | null;
      }[],
  };
}
