import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../../../shared/failure.ts';
import type { TopicArea } from '../../../../shared/contract/index.ts';
import type { Whose } from '../../../../shared/model/history.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ErasedView } from '../../../../shared/model/keeping.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { KeptArchive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { OutgoingFiles } from '../../files/service.ts';
import type { Media } from '../../media/service.ts';
import type { Ports } from '../../ports.ts';
import type { Backups } from '../backups/service.ts';
import { emptyWriteAheadLog, freeRoom } from '../queries.ts';
import type { Scope } from './person/rows.ts';
import {
  beginErasure,
  countErasable,
  eraseAll,
  eraseSome,
  findScope,
  finishErasures,
  listLeftErasures,
  type ErasureWhat,
  type LeftErasure,
} from './queries.ts';
import { addRemoved, nothingRemoved, type Removed } from './rows.ts';

/** How often, and at what distance, the write-ahead log is tried to be emptied. */
const emptyTries = 5;
const emptyEveryMs = 1_000;

const touched: readonly TopicArea[] = [
  'calls',
  'threads',
  'messages',
  'voicemail',
  'notes',
  'follow-ups',
  'contacts',
  'call-lists',
  'notices',
  'away',
  'backups',
  'local-api',
];

export type Erasure = {
  preview(whose: Whose | undefined): Promise<ErasedView>;
  /** Removes everything about someone from this computer, backups included. */
  person(whose: Whose): Promise<Result<ErasedView>>;
  /** Removes everything but who is signed in. */
  everything(): Promise<Result<ErasedView>>;
  /** Brings to its end what a crash, or a disk that was full, kept from it. */
  finishLeft(): Promise<void>;
};

/** Erases for good: rows, words in the index, free pages, the write-ahead log, media and copies. */
export function createErasure(deps: {
  readonly archive: KeptArchive;
  readonly ports: Pick<Ports, 'archives' | 'clock' | 'log' | 'paths'>;
  readonly events: Pick<Events, 'changed'>;
  readonly media: Pick<Media, 'forget' | 'clear'>;
  readonly files: Pick<OutgoingFiles, 'removeUnnamed'>;
  readonly backups: Pick<Backups, 'alone' | 'removeAll' | 'replaceAll' | 'requireFolder'>;
  /** How far this computer's clock is ahead of RingCentral's, which dates the records. */
  readonly getClockAheadMs: () => number | undefined;
}): Erasure {
  const { archive, backups, events, media } = deps;
  const { archives, clock, log, paths } = deps.ports;
  let last: Promise<unknown> = Promise.resolve();

  /**
   * One at a time, and not beside a backup, which would have what is erased. Whatever goes wrong,
   * the user is told that something is left.
   */
  const inTurn = (work: () => Promise<ErasedView>): Promise<Result<ErasedView>> => {
    const result = last.then(async (): Promise<Result<ErasedView>> => {
      try {
        return await backups.alone(async () => {
          const reachable = await backups.requireFolder();
          return reachable.ok ? ok(await work()) : reachable;
        });
      } catch (error) {
        log.error('an erasure did not come to its end', error);
        return fail(failure('internal', 'erasure.failed'));
      } finally {
        events.changed(...touched.map((area) => ({ area })));
      }
    });
    last = result;
    return result;
  };

  const serverNow = (): EpochMs => clock.now() - (deps.getClockAheadMs() ?? 0);

  const eraseRows = async (scope: Scope): Promise<Removed> => {
    let removed = nothingRemoved;
    for (;;) {
      const step = await archive.write(eraseSome, scope, 'background');
      // At once: after a crash nobody knows any more what was theirs.
      if (step.removed.mediaIds.length > 0) await media.forget(step.removed.mediaIds);
      removed = addRemoved(removed, step.removed);
      if (step.isDone) return removed;
    }
  };

  /** What remains to be done once the rows are gone. */
  const clearAway = async (what: ErasureWhat): Promise<void> => {
    if (what === 'everything') await media.clear();
    await deps.files.removeUnnamed();
    removeCopies();
    await freeFile();
    if (what === 'everything') await backups.removeAll();
    else {
      const replaced = await backups.replaceAll();
      if (!replaced.ok) throw new Error('older backups still have what was erased');
    }
    await archive.write(finishErasures, { at: clock.now() });
    await archive.maintain(emptyWriteAheadLog, undefined);
  };

  /** Removes the rows of whom an earlier run, or an earlier try, did not come to the end of. */
  const eraseLeft = async (): Promise<readonly LeftErasure[]> => {
    const left = await archive.read(listLeftErasures, undefined);
    for (const { scope } of left) if (scope !== undefined) await eraseRows(scope);
    return left;
  };

  const freeFile = async (): Promise<void> => {
    let isEmpty = await archive.maintain(freeRoom, undefined);
    for (let n = 1; !isEmpty && n < emptyTries; n += 1) {
      await new Promise<void>((resolve) => void clock.schedule(emptyEveryMs, resolve));
      isEmpty = await archive.maintain(emptyWriteAheadLog, undefined);
    }
    if (!isEmpty) log.warn('the write-ahead log is emptied when Sidetone closes');
  };

  /** Copies from before a migration, replaced and damaged predecessors: they hold the same texts. */
  const removeCopies = (): void => {
    const stem = archives.file.replace(/\.db$/, '');
    const copies = ['version', 'damaged', 'replaced', 'incoming'].map((kind) => `${stem}-${kind}`);
    for (const name of readdirSync(paths.profile)) {
      if (copies.some((start) => name === `${start}.db` || name.startsWith(`${start}-`))) {
        rmSync(join(paths.profile, name), { force: true });
      }
    }
  };

  return {
    preview: (whose) => archive.read(countErasable, { whose }),
    person: (whose) =>
      inTurn(async () => {
        await eraseLeft();
        const scope = await archive.read(findScope, whose);
        await archive.write(beginErasure, { scope, at: clock.now(), before: serverNow() });
        const { texts, calls, voicemails, notes } = await eraseRows(scope);
        await clearAway('person');
        return { texts, calls, voicemails, notes };
      }),
    everything: () =>
      inTurn(async () => {
        const counts = await archive.read(countErasable, { whose: undefined });
        await archive.maintain(eraseAll, { at: clock.now(), before: serverNow() });
        await clearAway('everything');
        return counts;
      }),
    async finishLeft() {
      if ((await archive.read(listLeftErasures, undefined)).length === 0) return;
      await inTurn(async () => {
        const left = await eraseLeft();
        const isAll = left.some(({ what }) => what === 'everything');
        await clearAway(isAll ? 'everything' : 'person');
        return { texts: 0, calls: 0, voicemails: 0, notes: 0 };
      });
    },
  };
}
