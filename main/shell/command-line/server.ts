import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { assertNever } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Command, CommandOutcome } from '../../core/commands/command.ts';
import type { Clock, Log } from '../../core/ports.ts';
import { readLine, request, writeLine, type CommandAnswer, type CommandRequest } from './wire.ts';

const words = strings.commands;

/** How long a caller may take to say what it wants, in milliseconds. */
const patienceMs = 5_000;
/** Nobody types as many commands at a time. */
const mostCallers = 8;

export type CommandServerTools = {
  /** The socket or pipe, and the file that its key is put into. */
  readonly place: string;
  readonly keyFile: string;
  readonly run: (command: Command) => Promise<CommandOutcome>;
  /** Proposes the number in the clipboard; answers false while nobody is signed in. */
  readonly proposeClipboard: () => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Listens for the command line until `close`. The socket lies in a folder of the user's own, and whoever
 * speaks must know the key, which only the user can read: a Windows pipe alone would let others in.
 * Rejects when it cannot listen.
 */
export async function startCommandServer(tools: CommandServerTools): Promise<{ close(): void }> {
  const { clock, log } = tools;
  const key = randomBytes(32).toString('hex');
  const callers = new Set<Socket>();

  const answer = async (socket: Socket): Promise<void> => {
    const late = clock.schedule(patienceMs, () => socket.destroy());
    const parsed = request.safeParse(await readLine(socket).finally(late));
    if (!parsed.success || !isKey(parsed.data.key, key)) {
      log.warn('a command was not understood');
      return void socket.destroy();
    }
    writeLine(socket, await carryOut(parsed.data.asked));
    socket.end();
  };

  const carryOut = async (asked: CommandRequest['asked']): Promise<CommandAnswer> => {
    try {
      if (asked.kind !== 'clipboard') return toAnswer(await tools.run(asked));
      return (await tools.proposeClipboard()) ? says(0, words.clipboard) : says(1, words.nobody);
    } catch (error) {
      log.error('a command failed', error);
      return says(1, words.broken);
    }
  };

  const server = createServer((socket) => {
    callers.add(socket);
    socket.on('close', () => callers.delete(socket));
    answer(socket).catch((error: unknown) => {
      log.warn('a command was cut off', { reason: String(error) });
      socket.destroy();
    });
  });
  server.maxConnections = mostCallers;
  // Another one that was killed may have left it; the single-instance lock says that none is alive.
  if (process.platform !== 'win32') rmSync(tools.place, { force: true });
  // A file that was there would keep its owner and its mode, and a symbolic link would be followed.
  rmSync(tools.keyFile, { force: true });
  writeFileSync(tools.keyFile, key, { mode: 0o600, flag: 'wx' });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(tools.place, resolve);
  });
  server.on('error', (error) => log.error('the command line is cut off', error));
  return {
    close() {
      server.close();
      for (const socket of callers) socket.destroy();
      rmSync(tools.keyFile, { force: true });
    },
  };
}

function isKey(given: string, key: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function toAnswer(outcome: CommandOutcome): CommandAnswer {
  switch (outcome.became) {
    case 'proposed':
      return says(0, words.proposed(outcome.who));
    case 'asked':
      return says(2, words.asked(strings.failures(outcome.why).title, outcome.who));
    case 'ringing':
      return says(0, words.ringing(outcome.who, outcome.phone));
    case 'composed':
      return says(0, words.composed(outcome.who));
    case 'kept':
      return says(2, words.kept(strings.failures(outcome.why).title, outcome.who));
    case 'accepted':
      return says(0, words.accepted(outcome.who));
    case 'refused': {
      const { title, advice } = strings.failures(outcome.failure);
      return says(1, words.refused(title, advice));
    }
    default:
      return assertNever(outcome);
  }
}

function says(exitCode: 0 | 1 | 2, text: string): CommandAnswer {
  return { exitCode, text };
}
