import { basename } from 'node:path';
import { failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { decodeText } from '../contacts/import/decode.ts';
import { readBytes } from '../read-bytes.ts';
import type { FileDialogs, Log } from '../ports.ts';

const mostBytes = 10 * 1024 * 1024;

export type ListFile = { readonly fileName: string; readonly text: string };

/** Asks for a list of people in a file and reads it; undefined when the user thought better of it. */
export async function chooseListFile(
  deps: { readonly fileDialogs: Pick<FileDialogs, 'chooseOpen'>; readonly log: Log },
  words: { readonly dialog: string; readonly kind: string },
): Promise<Result<ListFile | undefined>> {
  const path = await deps.fileDialogs.chooseOpen({
    title: words.dialog,
    kind: { name: words.kind, extensions: ['csv', 'tsv', 'txt'] },
  });
  if (path === undefined) return ok(undefined);
  const bytes = await readBytes(path, mostBytes, deps.log);
  if (bytes === 'too-large') return fail(failure('invalid', 'call-list.too-large'));
  const text = bytes === 'unreadable' ? undefined : decodeText(bytes);
  if (!text?.ok) return fail(failure('invalid', 'call-list.unreadable'));
  return ok({ fileName: basename(path), text: text.value });
}
