import type { WebSocket } from 'ws';

import { settle } from '../clock.ts';
import type { World } from '../world.ts';

export const IDLE_TIMEOUT_S = 1_800;
export const ABSOLUTE_TIMEOUT_S = 86_400;
const PING_EVERY_MS = 60_000;
const PONG_WITHIN_MS = 10_000;
/** Turns of the event loop that a pong may take while a manual clock stands still. */
const TURNS_FOR_PONG = 100;

/** Ends a socket that is silent for half an hour or open for a day. Returns what stops that. */
export function startLimits(world: World, client: WebSocket): () => void {
  const endAs = (errorCode: string, message: string) => (): void => {
    if (!world.hub.trouble.silent) {
      client.send(
        JSON.stringify([
          { type: 'Error', status: 408 },
          { errorCode, message },
        ]),
      );
    }
    client.close();
  };
  const endIdle = endAs('WSG-902', 'WebSocket session idle timeout');
  const endOld = endAs('WSG-903', 'WebSocket session absolute timeout');
  let stopIdle = world.clock.schedule(IDLE_TIMEOUT_S * 1_000, endIdle);
  const stopOld = world.clock.schedule(ABSOLUTE_TIMEOUT_S * 1_000, endOld);
  client.on('message', () => {
    stopIdle();
    stopIdle = world.clock.schedule(IDLE_TIMEOUT_S * 1_000, endIdle);
  });
  return () => {
    stopIdle();
    stopOld();
  };
}

/** Pings, and drops a socket whose pong does not come in time. Returns what stops that. */
export function startPings(world: World, client: WebSocket): () => void {
  const pong = { isAwaited: false };
  let stopWaiting = (): void => undefined;
  client.on('pong', () => {
    pong.isAwaited = false;
    stopWaiting();
  });
  const ping = async (): Promise<void> => {
    stopPinging = world.clock.schedule(PING_EVERY_MS, ping);
    if (world.hub.trouble.silent) return;
    pong.isAwaited = true;
    client.ping();
    stopWaiting = world.clock.schedule(PONG_WITHIN_MS, () => {
      if (world.rules.enforcePong) client.terminate();
    });
    for (let turn = 0; pong.isAwaited && turn < TURNS_FOR_PONG; turn += 1) await settle();
  };
  let stopPinging = world.clock.schedule(PING_EVERY_MS, ping);
  return () => {
    stopPinging();
    stopWaiting();
    pong.isAwaited = false;
  };
}
