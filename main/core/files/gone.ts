import { failure } from '../../../shared/failure.ts';

/** A file is not there any more; the text can be written again without it. */
export const fileGone = failure('not-found', 'file.gone', { field: 'files', retry: 'user' });
