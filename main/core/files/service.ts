import { failure, type Failure } from '../../../shared/failure.ts';
import type { StagedFile } from '../../../shared/model/drafts.ts';
import type { E164, FileId } from '../../../shared/model/ids.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import type { Clock, Log, Random } from '../ports.ts';
import type { TextFile } from '../ringcentral/multipart.ts';
import { fileGone } from './gone.ts';
import { imageSize } from './image-size.ts';
import { judgeFile, judgeFiles } from './judge.ts';
import { withoutMetadata } from './metadata.ts';
import { addFile, dropLost, dropUnnamed, listAllFiles, listFiles, removeFile } from './queries.ts';
import type { OutgoingFile } from './rows.ts';
import { createFileStore } from './store.ts';

/** Files that go with texts: judged by their bytes, and kept in the profile until nobody names them. */
export type OutgoingFiles = {
  /** Takes a file in; it is on disk when this resolves. */
  add(input: {
    readonly fileName: string;
    readonly bytes: Uint8Array;
  }): Promise<Result<StagedFile>>;
  /** Lets go of a file that goes with no text yet. */
  remove(fileId: FileId): Promise<void>;
  /** Why a text from that number cannot go with these files; undefined when it can. */
  findObstacle(fileIds: readonly FileId[], from: E164): Promise<Failure | undefined>;
  /** The bytes of a text's files as they go out; fails when one is not there any more. */
  read(files: readonly OutgoingFile[]): Promise<Result<readonly TextFile[]>>;
  /** Where a file is; undefined when it is not there. */
  find(id: FileId, sizeBytes: number): Promise<string | undefined>;
  /** Takes up what an earlier run left: what nobody names goes. */
  start(): Promise<void>;
  /** Removes the bytes of what has been discarded; what cannot be removed now goes at the next start. */
  tidy(): Promise<void>;
  /** The same for what has been erased; throws when something is left. */
  removeUnnamed(): Promise<void>;
};

export type OutgoingFilesDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid'>;
  readonly log: Log;
  /** Where this archive's files are kept, and nothing else is. */
  readonly folder: string;
  /**
   * Whether RingCentral lets pictures and files go out from a number (its guide to SMS: MmsSender).
   */
  readonly canSendMedia: (from: E164) => boolean;
};

/** See `OutgoingFiles`. */
export function createOutgoingFiles(deps: OutgoingFilesDeps): OutgoingFiles {
  const { archive, clock, log } = deps;
  const store = createFileStore(deps.folder);
  /** Written, and not yet in the archive. */
  const adding = new Set<FileId>();

  const keep = async (file: OutgoingFile, bytes: Uint8Array): Promise<Result<StagedFile>> => {
    const { id } = file;
    const size = imageSize(file.contentType, bytes);
    adding.add(id);
    try {
      await store.write(id, bytes);
      await archive.write(addFile, { file, size });
    } catch (error) {
      log.error('a file could not be kept', error);
      await store.remove([id]).catch(() => undefined);
      return fail(failure('internal', 'file.not-kept', { field: 'files' }));
    } finally {
      adding.delete(id);
    }
    const { addedAt: _addedAt, ...shown } = file;
    return ok({ ...shown, size, mediaId: `outgoing-${id}` });
  };

  /** Bytes that cannot be removed now are looked for again; nobody waits for that. */
  const tidy = async (): Promise<void> => {
    await removeUnnamed().catch((error: unknown) => {
      log.error('files that nothing names could not be removed', error);
    });
  };

  const removeUnnamed = async (): Promise<void> => {
    // First what is there: what is written meanwhile is not on this list.
    const there = (await store.list()).filter((id) => !adding.has(id));
    if (there.length === 0) return;
    const named = new Set((await archive.read(listAllFiles, undefined)).map(({ id }) => id));
    await store.remove(there.filter((id) => !named.has(id)));
  };

  const dropWithoutBytes = async (): Promise<void> => {
    const all = await archive.read(listAllFiles, undefined);
    if (all.length === 0) return;
    const there = new Set(await store.list());
    const fileIds = all.flatMap(({ id }) => (there.has(id) ? [] : id));
    if (fileIds.length > 0) await archive.write(dropLost, { fileIds });
  };

  return {
    async add({ fileName, bytes: given }) {
      const judged = await judgeFile(fileName, given);
      if (!judged.ok) return judged;
      // Nobody who sends a photo means to say where they live.
      const bytes = withoutMetadata(judged.value.contentType, given);
      const id = deps.random.uuid() as FileId;
      const file = { id, ...judged.value, sizeBytes: bytes.byteLength, addedAt: clock.now() };
      return keep(file, bytes);
    },
    async remove(fileId) {
      if (await archive.write(removeFile, { fileId })) await store.remove([fileId]);
    },
    async findObstacle(fileIds, from) {
      if (fileIds.length === 0) return undefined;
      if (!deps.canSendMedia(from)) {
        return failure('rejected', 'file.sender-refused', { field: 'from' });
      }
      const files = await archive.read(listFiles, { fileIds });
      if (files.length < new Set(fileIds).size) return fileGone;
      return judgeFiles(files);
    },
    async read(files) {
      const tooMuch = judgeFiles(files);
      if (tooMuch !== undefined) return fail(tooMuch);
      const read: TextFile[] = [];
      for (const { id, fileName, contentType, sizeBytes } of files) {
        const bytes = await store.read(id, sizeBytes).catch((error: unknown) => {
          log.error('a file of a text could not be read', error);
          return undefined;
        });
        if (bytes === undefined) return fail(fileGone);
        read.push({ fileName, contentType, bytes });
      }
      return ok(read);
    },
    find: store.find,
    async start() {
      await archive.write(dropUnnamed, undefined);
      await dropWithoutBytes();
      await tidy();
    },
    tidy,
    removeUnnamed,
  };
}
