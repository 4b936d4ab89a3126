import { topic } from '../../shared/contract/events.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import { failure } from '../../shared/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Core } from '../core/core.ts';
import type { Clock, DemoAccount, Log, Profiles } from '../core/ports.ts';
import { createTally, type Tally } from './tally.ts';
import type { ProfileName } from './shell-state.ts';

/** The server behind the demo account, while it runs. */
export type DemoServer = {
  readonly account: DemoAccount;
  /** Saves what happened and ends the server. */
  stop(): Promise<void>;
};

export type HostTools = {
  readonly buildCore: (
    profile: ProfileName,
    profiles: Profiles,
    demo: DemoAccount | undefined,
  ) => Promise<Core>;
  readonly startDemo: () => Promise<DemoServer>;
  /** The profile to open first, and where to note which one is open. */
  readonly remembered: () => ProfileName;
  readonly remember: (profile: ProfileName) => void;
  /** Called when the demo account was to be opened at the start and did not. */
  readonly tellDemoFailed: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** Holds the one core that answers, and changes it for another profile's. */
export type Host = Profiles & {
  /** Opens the profile of the last time; calls made before wait for it. Rejects when none opens. */
  start(): Promise<void>;
  /** Closes everything, answering no more calls; resolves when nothing is left to lose. */
  stop(): Promise<void>;
  call(name: unknown, input: unknown): Promise<Result<unknown>>;
  on(listener: (event: AppEvent) => void): () => void;
  resume(): void;
};

type Running = {
  readonly profile: ProfileName;
  readonly core: Core;
  readonly server: DemoServer | undefined;
  readonly calls: Tally;
};

/** How long a core that was replaced may take to answer the calls it still has, in milliseconds. */
const retirementMs = 5000;

/** See `Host`. Exactly one core answers at any time; a second lives only while they change places. */
export function createHost(tools: HostTools): Host {
  const { log } = tools;
  const listeners = new Set<(event: AppEvent) => void>();
  const opened = Promise.withResolvers<Running>();
  // Whoever calls hears of a failed start; nobody calling must not make it an unhandled rejection.
  opened.promise.catch(() => undefined);
  let current: Running | undefined;
  let stopped = false;
  let stopListening = (): void => undefined;
  let lastSwitch: Promise<unknown> = Promise.resolve();
  const retiring = new Set<Promise<void>>();

  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const open = async (profile: ProfileName): Promise<Running> => {
    const server = profile === 'demo' ? await tools.startDemo() : undefined;
    try {
      const core = await tools.buildCore(profile, { switchTo }, server?.account);
      await core.start();
      return { profile, core, server, calls: createTally(tools.clock) };
    } catch (error) {
      await server?.stop();
      throw error;
    }
  };

  const takeOver = (next: Running): void => {
    const previous = current;
    stopListening();
    current = next;
    stopListening = next.core.events.on(emit);
    opened.resolve(next);
    if (previous !== undefined) retire(previous);
    // Another profile has other data in every corner.
    emit({ name: 'changed', topics: topic.shape.area.options.map((area) => ({ area })) });
  };

  const retire = (running: Running): void => {
    const done = close(running, log).finally(() => retiring.delete(done));
    retiring.add(done);
  };

  const switchNow = async (profile: ProfileName): Promise<Result<void>> => {
    if (current?.profile === profile) return ok();
    try {
      // The folder, the port and the state file of a profile have one owner at a time.
      await Promise.all(retiring);
      takeOver(await open(profile));
      tools.remember(profile);
      return ok();
    } catch (error) {
      log.error('the other profile could not be opened', error, { profile });
      return fail(failure('internal', profile === 'demo' ? 'session.demo-failed' : 'internal'));
    }
  };

  const switchTo = (profile: ProfileName): Promise<Result<void>> => {
    const result = lastSwitch.then(() => switchNow(profile));
    lastSwitch = result;
    return result;
  };

  return {
    switchTo,
    async start() {
      if (tools.remembered() === 'demo') {
        if ((await switchTo('demo')).ok) return;
        // Not remembered: what stood in its way this time may be gone the next.
        tools.tellDemoFailed();
      }
      const opening = lastSwitch.then(async () => takeOver(await open('own')));
      lastSwitch = opening.catch((error: unknown) => opened.reject(error));
      await opening;
    },
    async stop() {
      stopped = true;
      await lastSwitch;
      stopListening();
      if (current !== undefined) retire(current);
      current = undefined;
      await Promise.all(retiring);
    },
    async call(name, input) {
      // A page that is about to go asks on until it is gone; nobody reads the answer.
      if (stopped) return fail(failure('internal', 'internal'));
      const running = current ?? (await opened.promise);
      const result = await running.calls.during(running.core.router.call(name, input));
      // Whoever signs in after the demo account did not open goes on with their own.
      if (name === 'session.sign-in' && result.ok) tools.remember(running.profile);
      return result;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: () => current?.core.resume(),
  };
}

async function close({ profile, core, server, calls }: Running, log: Log): Promise<void> {
  await calls.whenNone(retirementMs);
  try {
    await core.stop();
  } catch (error) {
    log.error('a core did not stop in order', error, { profile });
  }
  try {
    await server?.stop();
  } catch (error) {
    log.error('the demo server did not stop in order', error);
  }
}
