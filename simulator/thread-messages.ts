import type { Pace } from './pace.ts';

/** What the thread is started with (`workerData`). */
export type SimulatorThreadData = {
  readonly statePath: string;
  readonly seed?: number;
  readonly pace?: Partial<Pace>;
};

export type ToSimulatorThread = { readonly type: 'stop' };

export type FromSimulatorThread =
  | {
      readonly type: 'ready';
      readonly url: string;
      readonly mediaUrl: string;
      readonly clientId: string;
      readonly jwt: string;
    }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'stopped' };
