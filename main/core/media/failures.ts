import { failure, type Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Outcome } from '../ringcentral/outcome.ts';
import { outsideCode } from './answer.ts';
import type { MediaSource } from './queries.ts';
import type { Gone } from './store.ts';

type Trouble = Exclude<Outcome<never>, { kind: 'ok' }>;

/**
 * Recordings are there a little after their call; how long a call lasts, nobody knows
 * (RingCentral's guide to recordings).
 */
const notReadyForMs: Readonly<Record<MediaSource['kind'], number>> = {
  recording: 2 * 60 * 60_000,
  voicemail: 10 * 60_000,
  attachment: 10 * 60_000,
};
/** From this age on accounts drop recordings (RingCentral's guide to recordings). */
const expiresAfterMs = 90 * 24 * 60 * 60_000;

/** Whether RingCentral has it no more, and why; undefined when it may yet have it. */
export function toWhyGone(trouble: Trouble, source: MediaSource, now: EpochMs): Gone | undefined {
  if (trouble.kind !== 'refused' || (trouble.status !== 404 && trouble.status !== 410))
    return undefined;
  const age = now - source.at;
  if (trouble.status === 404 && age < notReadyForMs[source.kind]) return undefined;
  return trouble.status === 410 || (source.kind === 'recording' && age >= expiresAfterMs)
    ? 'expired'
    : 'gone';
}

/** What did not come, in the words of someone who wanted to hear it. */
export function toMediaFailure(trouble: Trouble, source: MediaSource, now: EpochMs): Failure {
  const { failure: reason } = trouble;
  if (trouble.kind === 'refused' && trouble.status === 416)
    return failure('invalid', 'media.unreadable', { code: outsideCode });
  if (trouble.kind === 'refused' && trouble.status === 404 && now >= source.at)
    return failure('not-found', 'media.not-ready', { retry: 'user' });
  if (reason.kind === 'offline' && reason.message.startsWith('network.'))
    return failure('offline', 'media.offline', { code: reason.code, retry: 'user' });
  return reason;
}
