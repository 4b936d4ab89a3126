import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Diagnostics } from './service.ts';

/** Answers the contract's `app.*`. */
export function createDiagnosticsHandlers(
  diagnostics: Diagnostics,
): Handlers<'app.info' | 'app.list-notices' | 'app.dismiss-notice'> {
  return {
    'app.info': () => ok(diagnostics.info),
    'app.list-notices': async () => ok(await diagnostics.listNotices()),
    'app.dismiss-notice': async ({ id }) => {
      await diagnostics.dismissNotice(id);
      return ok();
    },
  };
}
