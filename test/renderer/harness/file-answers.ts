import { failure } from '../../../shared/failure.ts';
import type { StagedFile } from '../../../shared/model/drafts.ts';
import type { FileId } from '../../../shared/model/ids.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

const types: readonly (readonly [head: readonly number[], type: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
];
const program = [0x4d, 0x5a];

/** Files that go with texts: judged by how they begin; their bytes are kept nowhere. */
export function fileAnswers(world: FakeWorld): Answers {
  let last = 0;
  return {
    'attachments.add': ({ fileName, bytes }: { fileName: string; bytes: Uint8Array }) => {
      const begins = (head: readonly number[]): boolean =>
        head.every((byte, index) => bytes[index] === byte);
      if (bytes.length === 0) return fail(failure('invalid', 'file.empty'));
      if (bytes.length > 1_500_000) return fail(failure('invalid', 'file.too-large'));
      if (begins(program)) return fail(failure('invalid', 'file.program'));
      const contentType = types.find(([head]) => begins(head))?.[1];
      if (contentType === undefined) return fail(failure('invalid', 'file.type-refused'));
      last += 1;
      const id = `file-${last}` as FileId;
      const file: StagedFile = {
        id,
        fileName,
        contentType,
        sizeBytes: bytes.length,
        size: undefined,
        mediaId: `outgoing-${id}`,
      };
      (world.stagedFiles ??= {})[id] = file;
      return ok(file);
    },
    'attachments.remove': () => ok(),
  };
}
