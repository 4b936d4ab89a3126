import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { OutgoingFiles } from './service.ts';

/** Answers the contract's `attachments.*`. */
export function createFileHandlers(
  files: OutgoingFiles,
): Handlers<'attachments.add' | 'attachments.remove'> {
  return {
    'attachments.add': (file) => files.add(file),
    'attachments.remove': async ({ fileId }) => {
      await files.remove(fileId);
      return ok();
    },
  };
}
