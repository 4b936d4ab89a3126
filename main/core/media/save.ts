import { open, rename, rm } from 'node:fs/promises';
import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { FileDialogs, Log, Random } from '../ports.ts';
import type { MediaAnswer } from './answer.ts';
import { extensionOf, plainFile } from './content-type.ts';
import { baseName, cleanFileName, splitFileName, stamp } from './file-name.ts';
import type { MediaSource } from './queries.ts';

const words = strings.dialogs;

/** What to ask the user: a name that says who and when, and an ending that its content has. */
export function suggestFile(
  source: MediaSource,
  contentType: string,
): Parameters<FileDialogs['chooseSave']>[0] {
  const own = splitFileName(baseName(source.fileName ?? ''));
  const isKnown = contentType !== plainFile;
  const extension = isKnown ? extensionOf(contentType) : (own.extension ?? 'bin');
  const stem =
    own.stem === '' ? `${words.saved[source.kind](source.who)} ${stamp(source.at)}` : own.stem;
  return {
    title: words.save,
    fileName: cleanFileName(stem, extension),
    kind: { name: isKnown ? contentType : words.kinds.file, extensions: [extension] },
  };
}

/** Writes an answer to a file: all of it under that name, or nothing. */
export async function writeFileFrom(
  answer: MediaAnswer,
  path: string,
  deps: { readonly random: Pick<Random, 'uuid'>; readonly log: Log },
): Promise<Result<boolean>> {
  const { body } = answer;
  if (answer.failure !== undefined) return fail(answer.failure);
  if (body === undefined) return fail(failure('internal', 'media.not-saved'));
  const part = `${path}.${deps.random.uuid()}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      for await (const bytes of body) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return ok(true);
  } catch (error) {
    await body.cancel().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    deps.log.error('media could not be saved', error);
    // Only the system's own errors are about the place that was chosen.
    const isOfDisk = error instanceof Error && 'syscall' in error;
    return fail(
      isOfDisk
        ? failure('internal', 'media.not-saved')
        : failure('offline', 'media.offline', { retry: 'user' }),
    );
  }
}
