import { expect, onTestFinished } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { Connection, PushView } from '../../../shared/model/session.ts';
import type { PushHint } from '../../../main/core/ringcentral/api.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import { createPush } from '../../../main/core/ringcentral/push.ts';
import type { Requester } from '../../../main/core/ringcentral/requester.ts';
import { createScheduler } from '../../../main/core/ringcentral/scheduler.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { settled } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';
import { until } from './harness.ts';
import { startPushServer } from './push-server.ts';

/** Push alone, before a push server that does as it is told; nothing has begun. */
export async function startPush() {
  const server = await startPushServer();
  const clock = new JumpingClock();
  const log = createMemoryLog();
  const scheduler = createScheduler(clock);
  const tokensAt: number[] = [];
  const hints: PushHint[] = [];
  const listeners = new Set<() => void>();
  const world = {
    permissions: undefined as readonly string[] | undefined,
    connection: { state: 'online' } as Connection,
    /** What a request for a socket token gets instead of one. */
    noToken: undefined as Exclude<Outcome<never>, { kind: 'ok' }> | undefined,
    socketUrl: server.url,
    token: 'token 1/+',
  };
  const send: Requester = async (request) => {
    expect(request).toMatchObject({
      method: 'POST',
      path: '/restapi/oauth/wstoken',
      lane: 'sync',
    });
    if (world.noToken?.kind !== 'not-sent') tokensAt.push(clock.now());
    if (world.noToken) return world.noToken;
    const answer = { uri: world.socketUrl, ws_access_token: world.token, expires_in: 60 };
    return { kind: 'ok', value: request.parse(answer) };
  };
  const control = createPush({
    clock,
    log,
    send,
    random: createCountingRandom(),
    admit: scheduler.admit,
    appVersion: '0.1.0',
    reachability: {
      get: () => world.connection,
      onChange(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    getServerUrl: () => 'http://127.0.0.1:1',
    getPermissions: () => world.permissions,
  });
  const { push } = control;
  push.onHint((hint) => void hints.push(hint));
  onTestFinished(() => {
    control.stop();
    scheduler.stop();
  });

  const state = (): PushView['state'] => push.getState().state;
  /** Lets a connection be made whose time has come. */
  const become = (wanted: PushView['state']): Promise<void> => until(() => state() === wanted);
  const connect = async (): Promise<void> => {
    control.begin();
    await clock.advance(1_000);
    await become('connected');
    hints.length = 0;
  };
  /** What the server has sent is heard once a later frame is. */
  const heard = async (): Promise<void> => {
    const before = hints.length;
    server.peers.at(-1)?.event('/voicemail', {});
    await until(() => hints.slice(before).some(({ kind }) => kind === 'voicemail'));
    hints.splice(
      hints.findLastIndex(({ kind }) => kind === 'voicemail'),
      1,
    );
  };
  const setConnection = (next: Connection): void => {
    world.connection = next;
    for (const listener of listeners) listener();
  };
  /** Passes time as it passes: slowly enough for what goes over a socket meanwhile. */
  const pass = async (ms: number, stepMs = 1_000): Promise<void> => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      await clock.advance(Math.min(stepMs, ms - passed));
      await settled();
      await settled();
    }
  };
  return {
    server,
    clock,
    log,
    world,
    control,
    push,
    hints,
    tokensAt,
    listeners,
    scheduler,
    state,
    become,
    connect,
    heard,
    setConnection,
    pass,
  };
}

/** The refusal of an app permission. */
export function missing(permission: string) {
  return {
    kind: 'refused',
    status: 403,
    failure: failure('rejected', 'permission.app-missing', {
      code: 'CMN-401',
      params: { permission },
    }),
  } as const;
}

/** RingCentral's body for a refusal. */
export function errorBody(errorCode: string, more: Readonly<Record<string, unknown>> = {}) {
  const error = { errorCode, message: 'Refused', ...more };
  return { ...error, errors: [error] };
}
