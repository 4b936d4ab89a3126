import { failure, type Failure } from '../../../shared/failure.ts';
import { NotAdmitted } from './scheduler.ts';
import { isUntrusted, systemCodeOf, type WireError } from './wire-errors.ts';

/** The sentence for a request that got no answer, or was not let out. */
export function toUnsentFailure(error: WireError | NotAdmitted): Failure {
  if (error instanceof NotAdmitted) return toPausedFailure(error);
  if (error.reason === 'timeout') return failure('offline', 'network.timeout');
  if (error.reason === 'not-ringcentral') return failure('offline', 'network.not-ringcentral');
  const code = systemCodeOf(error);
  if (code === undefined) return failure('offline', 'network.offline');
  return failure('offline', isUntrusted(code) ? 'network.certificate' : 'network.offline', {
    code,
  });
}

function toPausedFailure({ wait }: NotAdmitted): Failure {
  if (!wait) return failure('offline', 'network.offline');
  return failure('rate-limited', 'rate.limited', {
    retry: { afterMs: wait.ms },
    params: { resumesAt: wait.until },
  });
}

/** To someone who is calling, a pause is one of calling. */
export function asCallFailure(reason: Failure): Failure {
  if (reason.message !== 'rate.limited') return reason;
  const code = reason.code === 'rate.limited' ? 'call.paused' : reason.code;
  return { ...reason, message: 'call.paused', code };
}
