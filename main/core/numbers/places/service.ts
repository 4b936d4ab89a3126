import { Worker } from 'node:worker_threads';
import type { E164 } from '../../../../shared/model/ids.ts';
import { languageTag } from '../../../../shared/strings/language.ts';
import type { Clock, Log } from '../../ports.ts';
import { nowhere, type NumberPlace } from './place.ts';

export type PlaceRequest = {
  readonly id: number;
  readonly number: E164;
  /** The language to name it in. */
  readonly tag: 'en' | 'es';
};
export type PlaceReply = { readonly id: number; readonly place: NumberPlace };

/** Where numbers are. Never rejects: what cannot be found out is `nowhere`. */
export type Places = {
  of(number: E164): Promise<NumberPlace>;
  stop(): void;
};

/** As many areas as someone calls in a day. */
const mostCached = 500;
/** Numbers of a block are in one place: the tables know at most all but the last three digits. */
const ownDigits = 3;

/** Remembers what `look` has answered, by block of numbers; the block used last goes last. */
export function createPlaces(look: (number: E164) => Promise<NumberPlace | undefined>): {
  of: Places['of'];
} {
  const cache = new Map<string, Promise<NumberPlace | undefined>>();
  return {
    async of(number) {
      const block = `${languageTag()}${number.length}${number.slice(0, -ownDigits)}`;
      const known = cache.get(block) ?? look(number);
      cache.delete(block);
      cache.set(block, known);
      const [oldest] = cache.keys();
      if (cache.size > mostCached && oldest !== undefined) cache.delete(oldest);
      const place = await known;
      // Not found out this time: the next one asks again.
      if (place === undefined && cache.get(block) === known) cache.delete(block);
      return place ?? nowhere;
    },
  };
}

/** A thread that has not answered by then keeps no call waiting. */
const patienceMs = 2_000;
/** A thread that breaks time and again is left alone. */
const mostBreaks = 3;

type Waiting = { readonly resolve: (place: NumberPlace | undefined) => void };

/**
 * Places from a thread of their own, started when first asked: the look-up is synchronous work that
 * would hold the main process. When the thread breaks, numbers have no place until it is back.
 */
export function createPlacesInThread(options: {
  readonly workerUrl: URL;
  readonly clock: Clock;
  readonly log: Log;
}): Places {
  const { workerUrl, clock, log } = options;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let breaks = 0;
  let isStopped = false;

  const giveUp = (broken: Worker): void => {
    if (worker !== broken) return;
    worker = undefined;
    breaks += 1;
    for (const { resolve } of waiting.values()) resolve(undefined);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(workerUrl, { name: 'places' });
    started.on('message', ({ id, place }: PlaceReply) => waiting.get(id)?.resolve(place));
    started.on('error', (error) => {
      log.error('the thread that knows places broke', error);
      giveUp(started);
    });
    started.on('exit', () => giveUp(started));
    // Nothing waits for a place when the app ends.
    started.unref();
    return started;
  };

  const look = (number: E164): Promise<NumberPlace | undefined> => {
    if (isStopped || (worker === undefined && breaks >= mostBreaks))
      return Promise.resolve(undefined);
    worker ??= start();
    const asked = worker;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const cancelTimer = clock.schedule(patienceMs, () => waiting.get(id)?.resolve(undefined));
      waiting.set(id, {
        resolve(place) {
          waiting.delete(id);
          cancelTimer();
          resolve(place);
        },
      });
      asked.postMessage({ id, number, tag: languageTag() } satisfies PlaceRequest);
    });
  };

  return {
    of: createPlaces(look).of,
    stop() {
      isStopped = true;
      const running = worker;
      if (running === undefined) return;
      giveUp(running);
      void running.terminate();
    },
  };
}
