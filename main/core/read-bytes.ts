import { readFile, stat } from 'node:fs/promises';
import type { Log } from './ports.ts';

/** A file that the user chose, as a whole; its size is judged before it is read. */
export async function readBytes(
  path: string,
  mostBytes: number,
  log: Log,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const { size } = await stat(path);
    return size > mostBytes ? 'too-large' : await readFile(path);
  } catch (error) {
    log.warn('a chosen file could not be read', { error: String(error).slice(0, 200) });
    return 'unreadable';
  }
}
