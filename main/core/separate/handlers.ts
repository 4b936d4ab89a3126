import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Batches } from './batches/service.ts';
import type { SeparateReading } from './service.ts';

type SeparateCall =
  | 'separate.read'
  | 'separate.choose-column'
  | 'separate.start'
  | 'separate.list'
  | 'separate.resume'
  | 'separate.drop';

/** Answers the contract's `separate.*`. */
export function createSeparateHandlers(
  reading: SeparateReading,
  batches: Batches,
): Handlers<SeparateCall> {
  return {
    'separate.read': ({ source, from }) => reading.read(source, from),
    'separate.choose-column': ({ draftId, numberColumn, from }) =>
      reading.chooseColumn(draftId, numberColumn, from),
    'separate.start': ({ batchId, title, from, rows }) =>
      batches.start({
        batchId,
        title,
        from,
        rows: rows.map(({ number, name, text, sendAt, isQuietConfirmed }) => ({
          number,
          name,
          text,
          sendAt,
          isQuietConfirmed,
        })),
      }),
    'separate.list': async () => ok(await batches.list()),
    'separate.resume': ({ batchId, refused }) => batches.resume(batchId, refused),
    'separate.drop': async ({ batchId }) => {
      await batches.drop(batchId);
      return ok();
    },
  };
}
