import type { Socket } from 'node:net';
import { z } from 'zod';
import { command } from '../../core/commands/command.ts';

/** A whole request or answer, in bytes: the longest text in quotes, many times over. */
const longestLine = 128 * 1024;

/** What the command line sends; the key is in a file that only the user can read. */
export const request = z.strictObject({
  key: z.string().max(200),
  asked: z.union([command, z.strictObject({ kind: z.literal('clipboard') })]),
});
export type CommandRequest = z.infer<typeof request>;

/** What it prints, and the code it ends with: 0 done, 1 refused, 2 asked about first. */
export const answer = z.strictObject({
  exitCode: z.int().min(0).max(2),
  text: z.string().max(longestLine),
});
export type CommandAnswer = z.infer<typeof answer>;

/** Writes a message as one line. */
export function writeLine(socket: Socket, message: CommandRequest | CommandAnswer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** The first line that comes, as JSON; rejects when none does, or one that is too long or no JSON. */
export function readLine(socket: Socket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let read = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      read += chunk;
      const end = read.indexOf('\n');
      if (end >= 0) resolve(parse(read.slice(0, end)));
      else if (Buffer.byteLength(read) > longestLine) reject(new Error('the line is too long'));
    });
    socket.on('error', reject);
    socket.on('end', () => reject(new Error('the line did not end')));
    socket.on('close', () => reject(new Error('the connection was closed')));
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
