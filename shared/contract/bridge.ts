import type { Result } from '../result.ts';
import type { AppEvent, CallInput, CallName, CallOutput } from './index.ts';

/** What the preload exposes to the window as `window.bridge`: all a renderer can reach. */
export type Bridge = {
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallOutput<Name>>>;
  /** Hears every event from main; answers the function that stops listening. */
  on(listener: (event: AppEvent) => void): () => void;
};

/** The IPC channel of every call: `invoke(callChannel, name, input)` answers a Result. */
export const callChannel = 'sidetone:call';
/** The IPC channel of every event. */
export const eventChannel = 'sidetone:event';
