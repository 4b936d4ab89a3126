import { failure, type Failure } from '../../../../shared/failure.ts';
import { fileGone } from '../../files/gone.ts';

/** Why a text could not be written down. */
export function goneFailure(gone: 'thread' | 'file'): Failure {
  return gone === 'thread' ? failure('not-found', 'not-found') : fileGone;
}
