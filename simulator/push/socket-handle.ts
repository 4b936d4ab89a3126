import type { World } from '../world.ts';

/** The WebSocket connections as a test sees them, and what it can do to them. */
export type SimulatorSockets = {
  /** How many are connected. */
  readonly count: number;
  /** Cuts every connection without a word, as when a cable is pulled. */
  drop(): void;
  /** Connections stay open and nothing comes any more; what happens is kept for the recovery. */
  silence(): void;
  /** Ends `silence`: what comes from now on arrives again. */
  endSilence(): void;
  /** Sends a text as it is on every connection; by default one that is no frame. */
  sendRaw(text?: string): void;
  /** The next `count` notifications arrive twice. */
  duplicateNext(count?: number): void;
  /** The next `count` pairs of notifications arrive in the wrong order. */
  swapNext(count?: number): void;
  /** The next `count` connections are refused with this HTTP status, 503 by default. */
  refuseNext(count?: number, status?: number): void;
};

const BROKEN_FRAME = '[{"type":"ServerNotification","messageId":';

export function createSocketHandle(world: World): SimulatorSockets {
  const { hub } = world;
  const { trouble } = hub;
  return {
    get count() {
      return hub.sockets().length;
    },
    drop() {
      for (const socket of hub.sockets()) socket.drop();
    },
    silence() {
      trouble.silent = true;
    },
    endSilence() {
      trouble.silent = false;
    },
    sendRaw(text = BROKEN_FRAME) {
      for (const socket of hub.sockets()) socket.send(text);
    },
    duplicateNext(count = 1) {
      trouble.duplicates += count;
    },
    swapNext(count = 1) {
      trouble.swaps += count;
    },
    refuseNext(count = 1, status = 503) {
      trouble.refusals = { left: count, status };
    },
  };
}
