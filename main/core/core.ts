import type { Events } from './events.ts';
import type { Router } from './rpc/router.ts';

/** A running core: everything Sidetone does, without a window. */
export type Core = {
  readonly router: Router;
  readonly events: Events;
  /** Opens the archive and takes up the session; resolves when calls can be answered. */
  start(): Promise<void>;
  /** Closes timers, requests and the archive; nothing accepted is lost. */
  stop(): Promise<void>;
  /** The computer woke up or the network came back: sync now. */
  resume(): void;
};
