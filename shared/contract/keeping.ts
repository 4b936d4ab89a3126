import { z } from 'zod';
import type { AwayView, BackfillView } from '../model/backfill.ts';
import type { ArchiveSizeView, BackupsView, ErasedView, ExportView } from '../model/keeping.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';
import { callFilter, threadFilter, whose } from './history.ts';

/** How the archive is filled, kept, carried elsewhere and emptied. */
export const keepingContract = {
  'archive.get-backfill': call(nothing).returns<BackfillView>(),
  'archive.pause-backfill': call(nothing).returns<BackfillView>(),
  'archive.resume-backfill': call(nothing).returns<BackfillView>(),
  /** What came in while nobody was there; undefined when nothing did, or it has been dismissed. */
  'archive.get-away': call(nothing).returns<AwayView | undefined>(),
  'archive.dismiss-away': call(nothing).returns<void>(),
  'archive.get-size': call(nothing).returns<ArchiveSizeView>(),

  'backups.get': call(nothing).returns<BackupsView>(),
  /** Makes one now; settled when it has been checked. */
  'backups.make': call(nothing).returns<BackupsView>(),
  /** Asks for a folder; answers the view as it then is. */
  'backups.choose-folder': call(nothing).returns<BackupsView>(),
  /** Takes the archive back to a backup; what is there now is kept beside it. */
  'backups.restore': call(z.strictObject({ id: z.string().min(1).max(200) })).returns<void>(),
  /** Writes archive and settings, no secrets, as one file to where the user says; false: thought better. */
  'backups.move-out': call(nothing).returns<boolean>(),
  /** Takes such a file in, in place of this archive, which is kept beside it. */
  'backups.move-in': call(nothing).returns<boolean>(),

  /** Asks where to and begins; undefined when the user thought better of it. */
  'exports.start': call(
    z.strictObject({
      format: z.enum(['csv', 'json']),
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('calls'), filter: callFilter.optional() }),
        z.strictObject({ kind: z.literal('messages'), filter: threadFilter.optional() }),
        z.strictObject({ kind: z.literal('person'), whose }),
        z.strictObject({ kind: z.literal('everything') }),
      ]),
    }),
  ).returns<ExportView | undefined>(),
  /** The running export, or the last one. */
  'exports.get': call(nothing).returns<ExportView | undefined>(),
  'exports.cancel': call(nothing).returns<void>(),

  /** What an erasure would remove; nothing is changed. */
  'erasure.preview': call(z.strictObject({ whose: whose.optional() })).returns<ErasedView>(),
  /** Removes everything about someone from this computer and frees the room it took. */
  'erasure.person': call(z.strictObject({ whose })).returns<ErasedView>(),
  /** Removes the whole archive of this account and frees the room. */
  'erasure.everything': call(nothing).returns<ErasedView>(),
};
