import { failure, type Failure } from '../../../shared/failure.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { Capability } from '../../../shared/model/session.ts';
import type { MediaCacheView, MediaReady } from '../../../shared/model/voicemail.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { OutgoingFiles } from '../files/service.ts';
import type { Clock, FileDialogs, Log, Random } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { MediaAnswer } from './answer.ts';
import { answerFailure, answerFile, answerPassed } from './answer.ts';
import { judgeType, plainFile } from './content-type.ts';
import { wholeFile, type Growing } from './download.ts';
import { createFetcher } from './fetcher.ts';
import { findMedia, type MediaSource } from './queries.ts';
import { suggestFile, writeFileFrom } from './save.ts';
import { createMediaStore, type KeptMedia, type MediaLimits } from './store.ts';

/** How often what is too old is looked for. */
const sweepMs = 24 * 60 * 60_000;

export type Media = {
  /** Answers a request of a player for `/media/<id>`; never rejects. */
  open(mediaId: string, range: string | undefined, signal: AbortSignal): Promise<MediaAnswer>;
  prepare(mediaId: string): Promise<Result<MediaReady>>;
  save(mediaId: string): Promise<Result<boolean>>;
  /** All of a small file; undefined when it is larger than that. */
  read(mediaId: string, mostBytes: number): Promise<Result<Uint8Array | undefined>>;
  getCache(): Promise<MediaCacheView>;
  /** Removes what these ids have on this computer; they may be gone from the archive already. */
  forget(mediaIds: readonly string[]): Promise<void>;
  /** Removes all media of this archive from this computer. */
  clear(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

export type MediaDeps = {
  readonly archive: Archive;
  readonly api: Pick<RingCentralApi, 'media'>;
  readonly session: {
    requireSignedIn(): Result<void>;
    getView(): {
      readonly canPlayRecordings: Capability;
      readonly canPlayVoicemail: Capability;
    };
  };
  /** The files that go with the user's own texts. */
  readonly outgoing: Pick<OutgoingFiles, 'find'>;
  readonly fileDialogs: Pick<FileDialogs, 'chooseSave'>;
  readonly limits: () => MediaLimits;
  /** Where this archive's media are kept, and nothing else is. */
  readonly folder: string;
  readonly events: Pick<Events, 'on'>;
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid'>;
  readonly log: Log;
};

/** Plays and saves recordings, voicemails and attachments: from this computer, else from RingCentral. */
export function createMedia(deps: MediaDeps): Media {
  const { archive, clock, log, session } = deps;
  const store = createMediaStore(deps);
  const fetcher = createFetcher({ ...deps, store });
  let cancelSweep = (): void => undefined;
  let stopListening = (): void => undefined;

  const find = (mediaId: string): Promise<MediaSource | undefined> =>
    archive.read(findMedia, { mediaId });

  /** What is here is played whatever RingCentral allows by now; what is not needs its leave. */
  const objection = ({ kind }: MediaSource): Failure | undefined => {
    const signedIn = session.requireSignedIn();
    if (!signedIn.ok) return signedIn.failure;
    const { canPlayRecordings, canPlayVoicemail } = session.getView();
    const able = kind === 'recording' ? canPlayRecordings : canPlayVoicemail;
    return able.can ? undefined : able.failure;
  };

  /** What goes with a text of the user's, from where it goes out. */
  const findOwn = async ({ own, contentType }: MediaSource): Promise<KeptMedia | undefined> => {
    const path = own && (await deps.outgoing.find(own.id, own.sizeBytes));
    if (own === undefined || path === undefined) return undefined;
    return { path, contentType: judgeType(contentType, contentType), sizeBytes: own.sizeBytes };
  };

  const findHere = async (source: MediaSource): Promise<Growing | undefined> => {
    if (source.own === undefined) return fetcher.find(source);
    const own = await findOwn(source);
    return own && wholeFile(own);
  };

  const open: Media['open'] = async (mediaId, range, signal) => {
    try {
      const source = await find(mediaId);
      if (source === undefined) return answerFailure(gone);
      const file = await findHere(source);
      if (file !== undefined) return await answerFile(file, range, source);
      if (source.own !== undefined) return answerFailure(gone);
      const refused = objection(source);
      if (refused !== undefined) return answerFailure(refused);
      const fetched = await fetcher.fetch(source, mediaId);
      if (!fetched.ok) return answerFailure(fetched.failure);
      if (fetched.value !== 'pass-through') return await answerFile(fetched.value, range, source);
      const passed = await fetcher.pass(source, mediaId, { range, givenUp: signal });
      return passed.ok ? answerPassed(passed.value, source) : answerFailure(passed.failure);
    } catch (error) {
      log.error('media could not be opened', error);
      return answerFailure(failure('internal', 'internal'));
    }
  };

  const prepare: Media['prepare'] = async (mediaId) => {
    const source = await find(mediaId);
    if (source === undefined) return fail(gone);
    const kept = await (source.own ? findOwn(source) : fetcher.findKept(source));
    if (kept !== undefined) return toReady(mediaId, source, { ...kept, isKept: true });
    if (source.own !== undefined) return fail(gone);
    const refused = objection(source);
    if (refused !== undefined) return fail(refused);
    const fetched = await fetcher.fetch(source, mediaId);
    if (!fetched.ok) return fetched;
    if (fetched.value !== 'pass-through')
      return toReady(mediaId, source, { ...fetched.value, isKept: false });
    const probed = await fetcher.probe(source, mediaId);
    return probed.ok ? toReady(mediaId, source, { ...probed.value, isKept: false }) : probed;
  };

  const trim = (): void => {
    store.trim().catch((error: unknown) => log.error('old media could not be removed', error));
  };

  const sweep = (): void => {
    cancelSweep = clock.schedule(sweepMs, sweep);
    trim();
  };

  const getCache = async (): Promise<MediaCacheView> => {
    // A limit that has just been changed counts already.
    await store.trim();
    return { usedBytes: await store.usedBytes(), limitBytes: deps.limits().bytes };
  };

  return {
    open,
    prepare,
    async save(mediaId) {
      const source = await find(mediaId);
      if (source === undefined) return fail(gone);
      // Told before anyone is asked where to.
      const ready = await prepare(mediaId);
      if (!ready.ok && ready.failure.message !== 'media.unreadable') return ready;
      const type = ready.ok ? ready.value.contentType : plainFile;
      const path = await deps.fileDialogs.chooseSave(suggestFile(source, type));
      if (path === undefined) return ok(false);
      const answer = await open(mediaId, undefined, new AbortController().signal);
      return writeFileFrom(answer, path, deps);
    },
    async read(mediaId, mostBytes) {
      const { failure: reason, body } = await open(
        mediaId,
        undefined,
        new AbortController().signal,
      );
      if (body === undefined) return fail(reason ?? gone);
      return readUpTo(body, mostBytes);
    },
    getCache,
    async forget(mediaIds) {
      await fetcher.dropAll();
      await store.forget(mediaIds);
    },
    async clear() {
      await fetcher.dropAll();
      await store.clear();
    },
    start() {
      sweep();
      stopListening = deps.events.on((event) => {
        if (event.name !== 'changed') return;
        if (event.topics.some(({ area }) => area === 'settings')) trim();
      });
    },
    async stop() {
      cancelSweep();
      stopListening();
      await fetcher.stop();
    },
  };
}

async function readUpTo(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<Result<Uint8Array | undefined>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of body) {
      length += piece.byteLength;
      // Leaving the loop lets go of the rest.
      if (length > mostBytes) return ok(undefined);
      pieces.push(piece);
    }
    return ok(Buffer.concat(pieces));
  } catch {
    return fail(failure('offline', 'media.offline', { retry: 'user' }));
  }
}

/** How much may be kept, by the user's choice. */
export function toMediaLimits(
  settings: Pick<Settings, 'mediaCacheMb' | 'keepMediaMonths'>,
): MediaLimits {
  return { bytes: settings.mediaCacheMb * 1_000_000, months: settings.keepMediaMonths };
}

const gone = failure('not-found', 'media.gone');

function toReady(
  mediaId: string,
  { kind }: MediaSource,
  file: {
    readonly contentType: string;
    readonly sizeBytes: number | undefined;
    readonly isKept: boolean;
  },
): Result<MediaReady> {
  const { contentType, sizeBytes, isKept } = file;
  // It can still be saved.
  if (kind !== 'attachment' && contentType === plainFile)
    return fail(failure('unsupported', 'media.unreadable'));
  return ok({ url: `/media/${mediaId}`, contentType, sizeBytes, isKept });
}
