import { fileTypeFromBuffer } from 'file-type';
import { failure, type Failure } from '../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { mostFileBytes, mostFiles } from '../../../shared/file-limits.ts';
import { cleanFileName, splitFileName } from '../media/file-name.ts';
import { judgeText } from './text-content.ts';
import { isProgram, sendableName, sendableTypes } from './types.ts';

/** What a file is, by its bytes, and the name it goes out under. */
export type JudgedFile = { readonly contentType: string; readonly fileName: string };

/** Judges a file that is to go with a text. Its name decides nothing but among plain texts. */
export async function judgeFile(fileName: string, bytes: Uint8Array): Promise<Result<JudgedFile>> {
  if (bytes.byteLength === 0) return refuse(failure('invalid', 'file.empty'));
  const tooLarge = judgeSize(bytes.byteLength);
  if (tooLarge !== undefined) return refuse(tooLarge);
  const { stem, extension } = splitFileName(baseName(fileName));
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined && isProgram(found.mime))
    return refuse(failure('invalid', 'file.program'));
  // What says it is XML may be a drawing.
  const isSigned = found !== undefined && found.mime !== 'application/xml';
  const type = isSigned ? sendableName(found.mime) : judgeText(bytes, extension);
  const endings = type === undefined ? undefined : sendableTypes.get(type);
  if (type === undefined || endings === undefined) {
    return refuse(failure('invalid', 'file.type-refused'));
  }
  const own = extension?.toLowerCase();
  const ending = own !== undefined && endings.includes(own) ? own : endings[0];
  return ok({ contentType: type, fileName: cleanFileName(stem, ending) });
}

/**
 * What stands against so many files of so many bytes going with one text (RingCentral's guide to
 * SMS).
 */
export function judgeFiles(files: readonly { readonly sizeBytes: number }[]): Failure | undefined {
  if (files.length > mostFiles) {
    return failure('invalid', 'file.too-many', { field: 'files', params: { limit: mostFiles } });
  }
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes <= mostFileBytes) return undefined;
  const params = { limit: mostFileBytes };
  return failure('invalid', 'file.together-too-large', { field: 'files', params });
}

function judgeSize(sizeBytes: number): Failure | undefined {
  if (sizeBytes <= mostFileBytes) return undefined;
  return failure('invalid', 'file.too-large', { params: { limit: mostFileBytes } });
}

/** A name may come with its folders, of either kind of system. */
function baseName(fileName: string): string {
  return fileName.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
}

function refuse(reason: Failure): ReturnType<typeof fail> {
  return fail({ ...reason, field: 'files' });
}
