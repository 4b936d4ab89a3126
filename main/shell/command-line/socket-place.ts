import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** A Unix socket's path has room for so many bytes on the stingiest system (macOS: 104 with the end). */
const longestPath = 103;

/**
 * Where the running Sidetone of a data folder listens: a socket inside that folder, which is its
 * user's alone; where the path is too long, in the runtime folder, which is so too; on Windows a pipe.
 */
export function socketPlace(tools: {
  readonly userData: string;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}): string | undefined {
  const digest = createHash('sha256').update(tools.userData).digest('hex').slice(0, 32);
  if (tools.platform === 'win32') return `\\\\.\\pipe\\sidetone-${digest}`;
  const runtime = tools.env['XDG_RUNTIME_DIR'];
  return [
    join(tools.userData, 'command.sock'),
    ...(runtime === undefined ? [] : [join(runtime, `sidetone-${digest}.sock`)]),
  ].find((path) => Buffer.byteLength(path) <= longestPath);
}
