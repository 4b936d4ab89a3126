import { failure } from '../../../shared/failure.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { ApiStanding } from '../../../shared/model/local-api.ts';
import type { Result } from '../../../shared/result.ts';
import { doubledMs } from '../backoff.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, Random } from '../ports.ts';
import { createPrograms, type Programs } from './programs/service.ts';
import type { OpenServer } from './server.ts';

/**
 * How soon a port that was taken is tried again, in milliseconds: the core before this one, of another
 * account, lets go of it in a moment; another program may not for long.
 */
const retries = { firstMs: 1_000, longestMs: 30_000 };

/** The door for other programs: open or shut as the settings say, at once. */
export type LocalApi = {
  readonly programs: Programs;
  getStanding(): ApiStanding;
  /** Follows the settings from here on; resolves when the door stands as they say. */
  start(): Promise<void>;
  /** Shuts it, and cuts off whoever is in; resolves when the port is free. */
  stop(): Promise<void>;
};

export type LocalApiDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly settings: () => Pick<Settings, 'apiEnabled' | 'apiPort'>;
  /** Opens the server; what it takes is read in only then. */
  readonly open: (port: number, programs: Programs) => Promise<Result<OpenServer>>;
};

type Wanted = { readonly isOn: boolean; readonly port: number };

/** Builds the door; it stays shut before `start`, and while the settings say so. */
export function createLocalApi(deps: LocalApiDeps): LocalApi {
  const { clock, events, log } = deps;
  const programs = createPrograms(deps);
  let standing: ApiStanding = { state: 'off' };
  let server: OpenServer | undefined;
  let isRunning = false;
  let stopListening = (): void => undefined;
  let cancelRetry = (): void => undefined;
  let failures = 0;
  /** One change after the other. */
  let changing: Promise<void> = Promise.resolve();

  const become = (next: ApiStanding): void => {
    standing = next;
    events.changed({ area: 'local-api' });
  };
  const wanted = (): Wanted => {
    const { apiEnabled, apiPort } = deps.settings();
    return { isOn: isRunning && apiEnabled, port: apiPort };
  };

  const shut = async (): Promise<void> => {
    const open = server;
    server = undefined;
    await open?.close();
  };

  const openAt = async (port: number): Promise<void> => {
    const opened = await tryToOpen(port);
    if (!opened.ok) {
      log.warn('the API for other programs is not open', { code: opened.failure.code });
      become({ state: 'failed', port, failure: opened.failure });
      // Whoever has the port may let go of it.
      cancelRetry = clock.schedule(doubledMs(retries, failures), () => void follow());
      failures += 1;
      return;
    }
    failures = 0;
    server = opened.value;
    log.info('the API for other programs is open');
    become({ state: 'listening', port, address: `http://127.0.0.1:${server.port}` });
  };

  const tryToOpen = async (port: number): Promise<Result<OpenServer>> => {
    try {
      return await deps.open(port, programs);
    } catch (error) {
      log.error('the API for other programs could not be opened', error);
      return { ok: false, failure: failure('internal', 'internal') };
    }
  };

  const settle = async (): Promise<void> => {
    cancelRetry();
    const { isOn, port } = wanted();
    const openAlready = standing.state === 'listening' ? standing.port : undefined;
    if (isOn && openAlready === port) return;
    await shut();
    if (isOn) await openAt(port);
    else if (standing.state !== 'off') become({ state: 'off' });
  };

  const follow = (): Promise<void> => {
    changing = changing.then(settle).catch((error: unknown) => {
      log.error('the API for other programs could not follow the settings', error);
    });
    return changing;
  };

  const hear = (event: AppEvent): void => {
    if (event.name !== 'changed') return;
    const areas = new Set(event.topics.map(({ area }) => area));
    if (areas.has('settings')) void follow();
    // An erasure takes the tokens with it.
    if (areas.has('local-api')) {
      programs.recheck().catch((error: unknown) => log.error('tokens could not be read', error));
    }
  };

  return {
    programs,
    getStanding: () => standing,
    start() {
      isRunning = true;
      stopListening = events.on(hear);
      return follow();
    },
    stop() {
      isRunning = false;
      stopListening();
      return follow();
    },
  };
}
