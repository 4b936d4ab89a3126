import { onTestFinished } from 'vitest';
import type { TopicArea } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { ActiveCall, CallRow } from '../../../shared/model/calls.ts';
import type { Notice } from '../../../shared/model/app.ts';
import type { CardId, CallId } from '../../../shared/model/ids.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { createCallerIds } from '../../../main/core/calls/caller-ids/service.ts';
import { foresee } from '../../../main/core/calls/outlook/obstacle.ts';
import { createOutlooks } from '../../../main/core/calls/outlook/service.ts';
import type { DialRequest } from '../../../main/core/calls/dial-request.ts';
import { createCalls, type Calls } from '../../../main/core/calls/service.ts';
import { nowhere } from '../../../main/core/numbers/places/place.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createFakeClient, status } from '../support/fake-client.ts';
import { createFakeLive } from '../support/fake-live.ts';
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
  const live = createFakeLive();
  const log = createMemoryLog();
  const notices: Notice[] = [];
  const world = {
    canOpen: true,
    /** The shell's own way to another program, where a test has it. */
    openTel: undefined as ((number: string) => Promise<boolean>) | undefined,
    usualPhone: undefined as string | undefined,
    expected: 0,
    canControl: { can: true } as Capability,
    /** What the number's area tells; nothing unless a test says so. */
    area: nowhere,
    followed: [] as { readonly cardId: CardId; readonly callId: CallId }[],
  };
  const events = {
    changed: (...topics: readonly { readonly area: TopicArea }[]) =>
      void told.push(...topics.map(({ area }) => area)),
  };
  const callerIds = createCallerIds({
    archive,
    clock,
    log,
    events,
    session,
    tell: (notice) => Promise.resolve(void notices.push(notice)),
  });
  const outlooks = createOutlooks({
    archive,
    clock,
    session,
    places: { of: () => Promise.resolve(world.area) },
    callerIds,
    foresee: () => foresee({ client, clock, session }),
    isPlacingOther: (number) => calls.isPlacingOther(number),
  });
  const calls: Calls = createCalls({
    archive,
    client,
    clock,
    session,
    live,
    callerIds,
    outlooks,
    log,
    events,
    random: createCountingRandom(),
    canControl: () => world.canControl,
    followPlaced: (cardId, callId) => void world.followed.push({ cardId, callId }),
    askedOf: () => undefined,
    opener: {
      openPage: () => Promise.resolve(true),
      openLink: () => Promise.resolve(false),
      openTel(number) {
        if (world.openTel !== undefined) return world.openTel(number);
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
    live,
    notices,
    callerIds,
    outlooks,
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
