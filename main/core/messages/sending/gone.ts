import { failure, type Failure } from '../../../../shared/failure.ts';

/** Why a text could not be written down. */
export function goneFailure(gone: 'thread' | 'file'): Failure {
  return gone === 'thread'
    ? failure('not-found', 'not-found')
    : failure('not-found', 'file.gone', { field: 'files' });
}
