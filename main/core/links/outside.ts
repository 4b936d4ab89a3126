import { failure } from '../../../shared/failure.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Opener } from '../ports.ts';
import type { Handlers } from '../rpc/router.ts';

/** Answers the contract's `outside.*`: what is handed to the browser at the user's word. */
export function createOutsideHandlers(
  opener: Pick<Opener, 'openLink'>,
): Handlers<'outside.open-page'> {
  return {
    'outside.open-page': async ({ url }) =>
      (await opener.openLink(url)) ? ok() : fail(failure('invalid', 'page.not-opened')),
  };
}
