import type { DiagnosticsReport } from '../../../shared/model/diagnostics.ts';
import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Diagnostics } from './service.ts';

/** Answers the contract's `app.*` and `diagnostics.*`. */
export function createDiagnosticsHandlers(
  diagnostics: Diagnostics,
  run: () => Promise<DiagnosticsReport>,
): Handlers<'app.info' | 'app.list-notices' | 'app.dismiss-notice' | 'diagnostics.run'> {
  return {
    'app.info': () => ok(diagnostics.info),
    'app.list-notices': async () => ok(await diagnostics.listNotices()),
    'app.dismiss-notice': async ({ id }) => {
      await diagnostics.dismissNotice(id);
      return ok();
    },
    'diagnostics.run': async () => ok(await run()),
  };
}
