import { doubledMs } from '../backoff.ts';
import { TextDecoder } from 'node:util';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log } from '../ports.ts';
import type { RingCentralApi } from '../ringcentral/api.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import type { ServerMedia } from '../ringcentral/records.ts';
import {
  keepTranscript,
  listDueTranscripts,
  postponeTranscript,
  type DueTranscript,
} from './queries.ts';

/** Fetched one after the other, so that a thousand old voicemails keep nobody waiting. */
const mostAtOnce = 20;
/** Three minutes of speech are a few kilobytes. */
const largestBytes = 256 * 1024;
const firstDelayMs = 60_000;
const longestDelayMs = 6 * 60 * 60_000;
const mostAttempts = 8;

/**
 * Fetches the texts of voicemails, which RingCentral keeps beside their recordings (its guide to
 * voicemail).
 */
export type Transcripts = {
  /** Fetches what is due; call it after a sync. A call while one runs does nothing. */
  fetchDue(): Promise<void>;
  stop(): void;
};

export type TranscriptDeps = {
  readonly archive: Archive;
  readonly media: RingCentralApi['media'];
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
  readonly log: Log;
};

/** What became of one: fetched or given a later date, or RingCentral is out of reach for all. */
type Turn = 'settled' | 'out-of-reach';

/** Puts it together; nothing is fetched before `fetchDue`. */
export function createTranscripts(deps: TranscriptDeps): Transcripts {
  const { archive, clock, log } = deps;
  const stopping = new AbortController();
  let isRunning = false;

  const postpone = async ({ voicemailId, attempts }: DueTranscript): Promise<void> => {
    const delayMs = doubledMs({ firstMs: firstDelayMs, longestMs: longestDelayMs }, attempts);
    const dueAt = attempts + 1 >= mostAttempts ? undefined : clock.now() + delayMs;
    await archive.write(postponeTranscript, { voicemailId, dueAt }, 'background');
    if (dueAt === undefined) deps.events.changed({ area: 'voicemail' });
  };

  const fetchOne = async (due: DueTranscript): Promise<Turn> => {
    const { voicemailId, uri } = due;
    const options = { range: undefined, givenUp: stopping.signal, lane: 'backfill' } as const;
    const outcome = await deps.media.open(uri, options);
    if (isOutOfReach(outcome)) return 'out-of-reach';
    const text = outcome.kind === 'ok' ? await readText(outcome.value) : undefined;
    if (text === undefined) {
      const reason = outcome.kind === 'ok' ? 'unreadable' : outcome.failure.code;
      log.warn('a transcript could not be fetched', { reason, attempts: due.attempts + 1 });
      await postpone(due);
      return 'settled';
    }
    await archive.write(keepTranscript, { voicemailId, uri, text }, 'background');
    deps.events.changed({ area: 'voicemail' });
    return 'settled';
  };

  return {
    async fetchDue() {
      if (isRunning || stopping.signal.aborted) return;
      isRunning = true;
      try {
        const due = await archive.read(listDueTranscripts, { now: clock.now(), limit: mostAtOnce });
        for (const one of due) {
          if (stopping.signal.aborted || (await fetchOne(one)) === 'out-of-reach') return;
        }
      } catch (error) {
        // The archive is closed while they stop.
        if (!stopping.signal.aborted) log.error('transcripts could not be fetched', error);
      } finally {
        isRunning = false;
      }
    },
    stop: () => stopping.abort(),
  };
}

/**
 * Nothing is wrong with this one: the next sync that gets through tries again. An address at a
 * foreign host, where the token may not go, must not keep the others waiting.
 */
function isOutOfReach(outcome: Outcome<ServerMedia>): boolean {
  if (outcome.kind === 'ok') return false;
  const { kind, message } = outcome.failure;
  const isForeign = message === 'network.not-ringcentral' || message === 'media.unreadable';
  return kind === 'rate-limited' || (outcome.kind === 'not-sent' && !isForeign);
}

/** The text of an answer; undefined when it is none, too long, or breaks off. */
async function readText(media: ServerMedia): Promise<string | undefined> {
  const { type, charset } = parseContentType(media.contentType ?? 'text/plain');
  const decoder = toDecoder(charset);
  if (type !== 'text/plain' || media.status !== 200 || decoder === undefined) {
    await media.body.cancel().catch(() => undefined);
    return undefined;
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of media.body) {
      bytes += part.byteLength;
      // Leaving the loop cancels the body.
      if (bytes > largestBytes) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  if (media.contentLength !== undefined && bytes < media.contentLength) return undefined;
  return decoder.decode(Buffer.concat(parts)).replaceAll('\0', '').trim();
}

function parseContentType(value: string): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = value.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8);
  return { type, charset: charset?.replaceAll('"', '') ?? 'utf-8' };
}

function toDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
