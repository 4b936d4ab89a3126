import { topic } from '../../shared/contract/events.ts';
import type { AppEvent, CallName } from '../../shared/contract/index.ts';
import { failure } from '../../shared/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Core } from '../core/core.ts';
import type { Archives, Clock, DemoAccount, Log, Profiles } from '../core/ports.ts';
import type { ArchiveRegister } from './archive-register.ts';
import { createArchives, type Standing } from './archives.ts';
import { noMedia, type OpenMedia } from './media.ts';
import { createTally, type Tally } from './tally.ts';
import type { ProfileName } from './shell-state.ts';

/** The server behind the demo account, while it runs. */
export type DemoServer = {
  readonly account: DemoAccount;
  /** Saves what happened and ends the server. */
  stop(): Promise<void>;
};

/** What a core is given of the host that it runs in. */
export type CoreSeat = {
  readonly profile: ProfileName;
  readonly profiles: Profiles;
  readonly archives: Archives;
  readonly demo: DemoAccount | undefined;
};

export type HostTools = {
  readonly buildCore: (seat: CoreSeat) => Promise<Core>;
  /** The same one each time for a profile. */
  readonly registerOf: (profile: ProfileName) => ArchiveRegister;
  readonly startDemo: () => Promise<DemoServer>;
  /** The profile to open first, and where to note which one is open. */
  readonly remembered: () => ProfileName;
  readonly remember: (profile: ProfileName) => void;
  /** Called when the demo account was to be opened at the start and did not. */
  readonly tellDemoFailed: () => void;
  readonly clock: Clock;
  readonly log: Log;
};

/** Holds the one core that answers, and changes it for another profile's or another archive's. */
export type Host = Profiles & {
  /** Opens the profile of the last time; calls made before wait for it. Rejects when none opens. */
  start(): Promise<void>;
  /** Closes everything, answering no more calls; resolves when nothing is left to lose. */
  stop(): Promise<void>;
  call(name: unknown, input: unknown): Promise<Result<unknown>>;
  on(listener: (event: AppEvent) => void): () => void;
  resume(): void;
  /** Gives what comes from outside to the core that answers calls; waits while none does. */
  readonly propose: Core['propose'];
  readonly runCommand: Core['runCommand'];
  /** Answers a player of the window from the core that answers calls. */
  readonly openMedia: OpenMedia;
};

/** A core with what it runs on. */
type Running = {
  readonly profile: ProfileName;
  readonly core: Core;
  readonly server: DemoServer | undefined;
  readonly calls: Tally;
  /** Where it stands: the host alone moves it on. */
  readonly place: { standing: Standing };
};

/** The calls that end with somebody signed in. */
const signsIn: ReadonlySet<unknown> = new Set([
  'session.sign-in',
  'session.sign-in-again',
  'session.use-import',
] satisfies CallName[]);

/** How long a core that was replaced may take to answer the calls it still has, in milliseconds. */
const retirementMs = 5000;

/**
 * See `Host`. At most one core answers at any time, and calls wait while none does. A second core
 * lives only while they change places, and never on the same archive.
 */
export function createHost(tools: HostTools): Host {
  const { log } = tools;
  const listeners = new Set<(event: AppEvent) => void>();
  let opening = awaitOpening();
  let current: Running | undefined;
  let stopped = false;
  let stopListening = (): void => undefined;
  let lastChange: Promise<unknown> = Promise.resolve();
  const retiring = new Set<Promise<void>>();

  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };

  /** Changes follow one another, whatever becomes of each. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const result = lastChange.then(change);
    lastChange = result.catch(() => undefined);
    return result;
  };

  /** Starts a core; `kept` is the server of the one before it, when that goes along. */
  const open = async (profile: ProfileName, kept?: DemoServer): Promise<Running> => {
    const server = kept ?? (profile === 'demo' ? await tools.startDemo() : undefined);
    const place: Running['place'] = { standing: 'starting' };
    let core: Core | undefined;
    try {
      const archives = createArchives({
        profile,
        register: tools.registerOf(profile),
        log,
        now: tools.clock.now,
        standing: () => place.standing,
        inTurn,
        replaceBeside,
        replaceAfter,
      });
      const profiles: Profiles = { switchTo };
      core = await tools.buildCore({ profile, profiles, archives, demo: server?.account });
      await core.start();
      return { profile, core, server, calls: createTally(tools.clock), place };
    } catch (error) {
      place.standing = 'replaced';
      if (core !== undefined) await stopCore({ core, profile }, log);
      if (kept === undefined) await server?.stop();
      throw error;
    }
  };

  /** Takes the core that answers out of service: calls wait for the next one. */
  const withdraw = (): Running | undefined => {
    const previous = current;
    stopListening();
    if (previous !== undefined) {
      previous.place.standing = 'replaced';
      current = undefined;
      opening = awaitOpening();
    }
    return previous;
  };

  const install = (next: Running): void => {
    current = next;
    next.place.standing = 'answering';
    stopListening = next.core.events.on(emit);
    opening.resolve(next);
    // Another profile or archive has other data in every corner.
    emit({ name: 'changed', topics: topic.shape.area.options.map((area) => ({ area })) });
  };

  const retire = (running: Running, keepServer = false): void => {
    const done = (async () => {
      // It waits for a person, and nobody is to wait for that.
      void running.core.router.call('session.cancel-sign-in' satisfies CallName, undefined);
      await running.calls.whenAtMost(0, retirementMs);
      await stopCore(running, log);
      if (!keepServer) await stopServer(running, log);
    })().finally(() => retiring.delete(done));
    retiring.add(done);
  };

  const switchNow = async (profile: ProfileName): Promise<Result<void>> => {
    if (current?.profile === profile) return ok();
    try {
      // The folder, the port and the state file of a profile have one owner at a time.
      await Promise.all(retiring);
      const next = await open(profile);
      const previous = withdraw();
      install(next);
      if (previous !== undefined) retire(previous);
      tools.remember(profile);
      return ok();
    } catch (error) {
      log.error('the other profile could not be opened', error, { profile });
      return fail(failure('internal', profile === 'demo' ? 'session.demo-failed' : 'internal'));
    }
  };

  const switchTo = (profile: ProfileName): Promise<Result<void>> =>
    inTurn(() => switchNow(profile));

  const replaceBeside = async (): Promise<void> => {
    // An archive that was left a moment ago may still be open.
    await Promise.all(retiring);
    if (current === undefined) return;
    const { profile, server } = current;
    const next = await open(profile, server);
    const previous = withdraw();
    install(next);
    if (previous !== undefined) retire(previous, true);
  };

  const replaceAfter = async (between: () => void): Promise<void> => {
    const previous = withdraw();
    if (previous === undefined) return;
    try {
      // The call that asks for this gets its answer last.
      await previous.calls.whenAtMost(1, retirementMs);
      await stopCore(previous, log);
      between();
      install(await open(previous.profile, previous.server));
    } catch (error) {
      opening.reject(error);
      await stopServer(previous, log);
      throw error;
    }
  };

  /** Asks the core that answers; it is kept alive until it has. */
  const ofCore = async <T>(ask: (core: Core) => Promise<T>): Promise<T> => {
    const running = current ?? (await opening.promise);
    return running.calls.during(ask(running.core));
  };

  return {
    switchTo,
    propose: (proposed) => ofCore((core) => core.propose(proposed)),
    runCommand: (command) => ofCore((core) => core.runCommand(command)),
    async start() {
      if (tools.remembered() === 'demo') {
        if ((await switchTo('demo')).ok) return;
        // Not remembered: what stood in its way this time may be gone the next.
        tools.tellDemoFailed();
      }
      try {
        await inTurn(async () => install(await open('own')));
      } catch (error) {
        opening.reject(error);
        throw error;
      }
    },
    async stop() {
      stopped = true;
      await lastChange;
      const last = withdraw();
      if (last !== undefined) retire(last);
      await Promise.all(retiring);
    },
    async call(name, input) {
      // A page that is about to go asks on until it is gone; nobody reads the answer.
      if (stopped) return fail(failure('internal', 'internal'));
      const running = current ?? (await opening.promise);
      const result = await running.calls.during(running.core.router.call(name, input));
      // Whoever signs in after the demo account did not open goes on with their own.
      if (result.ok && signsIn.has(name)) tools.remember(running.profile);
      return result;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: () => current?.core.resume(),
    async openMedia(mediaId, range, signal) {
      if (stopped) return noMedia();
      const running = current ?? (await opening.promise);
      return running.calls.during(running.core.openMedia(mediaId, range, signal));
    },
  };
}

function awaitOpening(): PromiseWithResolvers<Running> {
  const opening = Promise.withResolvers<Running>();
  // Whoever calls hears of a failed start; nobody calling must not make it an unhandled rejection.
  opening.promise.catch(() => undefined);
  return opening;
}

type Stoppable = Pick<Running, 'core' | 'profile'>;

async function stopCore({ core, profile }: Stoppable, log: Log): Promise<void> {
  try {
    await core.stop();
  } catch (error) {
    log.error('a core did not stop in order', error, { profile });
  }
}

async function stopServer({ server }: Running, log: Log): Promise<void> {
  try {
    await server?.stop();
  } catch (error) {
    log.error('the demo server did not stop in order', error);
  }
}
