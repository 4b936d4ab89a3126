import { ok } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Handlers } from '../rpc/router.ts';
import { readSize } from './queries.ts';
import type { Keeping } from './service.ts';

type KeepingCall =
  | 'archive.get-size'
  | 'backups.get'
  | 'backups.make'
  | 'backups.choose-folder'
  | 'backups.restore'
  | 'backups.move-out'
  | 'backups.move-in'
  | 'exports.start'
  | 'exports.get'
  | 'exports.cancel'
  | 'erasure.preview'
  | 'erasure.person'
  | 'erasure.everything';

/** Answers the contract's calls about how the archive is kept, carried elsewhere and emptied. */
export function createKeepingHandlers(
  { backups, erasure, exports, takingIn }: Keeping,
  archive: Archive,
): Handlers<KeepingCall> {
  return {
    'archive.get-size': async () => ok(await archive.read(readSize, undefined)),
    'backups.get': async () => ok(await backups.getView()),
    'backups.make': () => backups.make(),
    'backups.choose-folder': () => backups.chooseFolder(),
    'backups.restore': ({ id }) => takingIn.restore(id),
    'backups.move-out': () => takingIn.moveOut(),
    'backups.move-in': () => takingIn.moveIn(),
    'exports.start': ({ what, format }) => exports.start(what, format),
    'exports.get': () => ok(exports.get()),
    'exports.cancel': () => {
      exports.cancel();
      return ok();
    },
    'erasure.preview': async ({ whose }) => ok(await erasure.preview(whose)),
    'erasure.person': ({ whose }) => erasure.person(whose),
    'erasure.everything': () => erasure.everything(),
  };
}
