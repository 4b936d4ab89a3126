import { failure, type Failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { ServerMedia } from '../ringcentral/records.ts';
import type { PassedMedia } from './answer.ts';
import { isPage, judgeType, plainFile } from './content-type.ts';
import { startDownload, TooLarge, wholeFile, type Download, type Growing } from './download.ts';
import { toMediaFailure, toWhyGone } from './failures.ts';
import { headBytes, judgeBytes, readHead } from './judge-bytes.ts';
import type { MediaSource } from './queries.ts';
import type { KeptMedia, MediaLimits, MediaStore } from './store.ts';
import { monthMs } from './store.ts';

type Fetched = Result<Download | 'pass-through'>;

/** As much as tells what a file is. */
const wholeHead = `bytes=0-${headBytes - 1}`;

/** Brings media here, each once whoever asks, or passes them through where they may not be kept. */
export type Fetcher = {
  /** What is on this computer, or on its way. */
  find(source: MediaSource): Promise<Growing | undefined>;
  findKept(source: MediaSource): Promise<KeptMedia | undefined>;
  /** Begins to fetch; what may not be kept is to be passed through. */
  fetch(source: MediaSource, mediaId: string): Promise<Fetched>;
  /** Asks RingCentral for a part, or all, and keeps nothing of it. */
  pass(
    source: MediaSource,
    mediaId: string,
    options: { readonly range: string | undefined; readonly givenUp: AbortSignal },
  ): Promise<Result<PassedMedia>>;
  /** Looks whether it is there and how large it is. */
  probe(
    source: MediaSource,
    mediaId: string,
  ): Promise<Result<{ readonly contentType: string; readonly sizeBytes: number | undefined }>>;
  /** Gives up what is on its way; none of it is on the disk afterwards. */
  dropAll(): Promise<void>;
  /** The same, waiting for requests that are out. */
  stop(): Promise<void>;
};

/** See `Fetcher`. */
export function createFetcher(deps: {
  readonly api: Pick<RingCentralApi, 'media'>;
  readonly store: MediaStore;
  readonly limits: () => MediaLimits;
  readonly clock: Clock;
  readonly log: Log;
}): Fetcher {
  const { api, store, clock, log } = deps;
  const running = new Map<string, Promise<Fetched>>();
  const downloads = new Set<Download>();
  /** What did not fit, or could not be written: found out once, not with every range. */
  const unkeepable = new Set<string>();
  /** What files of strangers are, by their bytes: a stretch of one does not tell. */
  const judged = new Map<string, string>();
  let givenUp = new AbortController();

  const mayKeep = ({ identity, at }: MediaSource): boolean => {
    const { bytes, months } = deps.limits();
    if (bytes === 0 || unkeepable.has(identity)) return false;
    return months === undefined || clock.now() - at < months * monthMs;
  };

  const ask = async (
    source: MediaSource,
    mediaId: string,
    options: Parameters<RingCentralApi['media']['open']>[1],
  ): Promise<Result<PassedMedia>> => {
    const known = await store.findGone(source.identity);
    if (known !== undefined) return fail(goneFailure(known));
    const outcome = await api.media.open(source.uri, options);
    if (outcome.kind !== 'ok') {
      const why = toWhyGone(outcome, source, clock.now());
      if (why === undefined) return fail(toMediaFailure(outcome, source, clock.now()));
      await noteGone(source, mediaId, why);
      return fail(goneFailure(why));
    }
    const media = outcome.value;
    if (isPage(media.contentType, source.contentType)) {
      await letGo(media);
      log.warn('a page came in place of media', { kind: source.kind });
      return fail(failure('unsupported', 'media.unreadable', { retry: 'user' }));
    }
    const contentType = judgeType(media.contentType, source.contentType);
    if (source.kind !== 'attachment' || contentType === plainFile)
      return ok({ media, contentType });
    return lookInto(source, mediaId, { ...options, media, claimed: contentType });
  };

  /** A file that somebody sent is served as what its bytes are. */
  const lookInto = async (
    source: MediaSource,
    mediaId: string,
    asked: Parameters<RingCentralApi['media']['open']>[1] & {
      readonly media: ServerMedia;
      readonly claimed: string;
    },
  ): Promise<Result<PassedMedia>> => {
    const { media, claimed, range, givenUp: signal } = asked;
    const known = judged.get(source.identity);
    if (known !== undefined) return ok({ media, contentType: known });
    if (media.status === 200 || range?.startsWith('bytes=0-') === true) {
      const begun = await readHead(media.body, signal ?? givenUp.signal).catch(() => undefined);
      if (begun === undefined) return fail(failure('offline', 'media.offline', { retry: 'user' }));
      const { head, body } = begun;
      const contentType = await judgeBytes(head, claimed);
      judged.set(source.identity, contentType);
      return ok({ media: { ...media, body }, contentType });
    }
    const start = await ask(source, mediaId, { range: wholeHead, givenUp: signal });
    if (start.ok) await letGo(start.value.media);
    else await letGo(media);
    return start.ok ? ok({ media, contentType: start.value.contentType }) : start;
  };

  const noteGone = async (
    { identity }: MediaSource,
    mediaId: string,
    why: 'gone' | 'expired',
  ): Promise<void> => {
    try {
      await store.noteGone(identity, { mediaId, why });
    } catch (error) {
      // It is asked for once more, that is all.
      log.warn('it could not be noted that media are gone', { reason: String(error) });
    }
  };

  const begin = async (source: MediaSource, mediaId: string): Promise<Fetched> => {
    const { identity, at } = source;
    const { signal } = givenUp;
    const part = await store.begin(identity).catch((error: unknown) => {
      log.error('media cannot be kept on this computer', error);
      unkeepable.add(identity);
    });
    if (part === undefined) return ok('pass-through');
    const answer = await ask(source, mediaId, { range: undefined, givenUp: signal });
    const mostBytes = deps.limits().bytes;
    if (!answer.ok || signal.aborted || !isWholeWithin(answer.value.media, mostBytes)) {
      await part.discard();
      if (!answer.ok) return answer;
      if (!signal.aborted) unkeepable.add(identity);
      await letGo(answer.value.media);
      return signal.aborted ? fail(failure('conflict', 'media.not-ready')) : ok('pass-through');
    }
    const { media, contentType } = answer.value;
    const keep = (): Promise<void> => part.keep({ mediaId, contentType, at });
    const download = startDownload({ media, part, contentType, mostBytes, keep, givenUp: signal });
    downloads.add(download);
    download.done
      .catch((error: unknown) => {
        if (error instanceof TooLarge || isOfDisk(error)) unkeepable.add(identity);
        log.warn('media did not come whole', { kind: source.kind, reason: String(error) });
      })
      .finally(() => downloads.delete(download));
    return ok(download);
  };

  /** Unless another has begun since this one was dropped. */
  const leave = (identity: string, begun: Promise<Fetched>): void => {
    if (running.get(identity) === begun) running.delete(identity);
  };

  const dropAll = async (): Promise<void> => {
    givenUp.abort();
    givenUp = new AbortController();
    running.clear();
    await Promise.allSettled([...downloads].map(({ done }) => done));
  };

  /** What is on its way, unless it has broken off. */
  const findRunning = async (identity: string): Promise<Fetched | undefined> => {
    const known = running.get(identity);
    const result = await known;
    if (known === undefined || result === undefined) return undefined;
    if (!result.ok || result.value === 'pass-through' || !result.value.isBroken()) return result;
    leave(identity, known);
    return findRunning(identity);
  };

  const fetch: Fetcher['fetch'] = async (source, mediaId) => {
    const { identity } = source;
    const known = await findRunning(identity);
    if (known !== undefined) return known;
    // Another has begun while this one looked.
    if (running.has(identity)) return fetch(source, mediaId);
    if (!mayKeep(source)) return ok('pass-through');
    const begun = begin(source, mediaId);
    running.set(identity, begun);
    begun.then(
      async (result) => {
        if (result.ok && result.value !== 'pass-through')
          await result.value.done.catch(() => undefined);
        leave(identity, begun);
      },
      () => leave(identity, begun),
    );
    return begun;
  };

  return {
    async find(source) {
      const kept = await store.find(source.identity);
      if (kept !== undefined) return wholeFile(kept);
      const coming = await findRunning(source.identity);
      return coming?.ok === true && coming.value !== 'pass-through' ? coming.value : undefined;
    },
    findKept: (source) => store.find(source.identity),
    fetch,
    pass: ask,
    async probe(source, mediaId) {
      const range = source.kind === 'attachment' ? wholeHead : 'bytes=0-0';
      const options = { range, givenUp: givenUp.signal };
      const answer = await ask(source, mediaId, options);
      if (!answer.ok) return answer;
      const { media, contentType } = answer.value;
      await letGo(media);
      const [, total] = /\/(\d{1,15})$/.exec(media.contentRange ?? '') ?? [];
      const sizeBytes = total === undefined ? wholeLength(media) : Number(total);
      return ok({ contentType, sizeBytes });
    },
    dropAll,
    async stop() {
      const out = [...running.values()];
      await dropAll();
      await Promise.allSettled(out);
    },
  };
}

/** RingCentral's words for what it has no more. */
function goneFailure(why: 'gone' | 'expired'): Failure {
  return failure('not-found', `media.${why}`);
}

/** Nobody reads it: the connection is free again. */
async function letGo(media: ServerMedia): Promise<void> {
  await media.body.cancel().catch(() => undefined);
}

function wholeLength({ status, contentLength }: ServerMedia): number | undefined {
  return status === 200 ? contentLength : undefined;
}

/** Whether an answer is all of a file, and not too large as far as it says. */
function isWholeWithin({ status, contentLength = 0 }: ServerMedia, mostBytes: number): boolean {
  return status === 200 && contentLength <= mostBytes;
}

/** A full disk, a folder without rights: errors of the system have a number. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && 'syscall' in error;
}
