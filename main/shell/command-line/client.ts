import { readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { strings } from '../../../shared/strings/strings.ts';
import type { Clock } from '../../core/ports.ts';
import type { Asked } from './arguments.ts';
import { answer, readLine, writeLine, type CommandAnswer } from './wire.ts';

const words = strings.commands;

/** How long Sidetone may take to start, and how often it is looked for meanwhile, in milliseconds. */
const startingMs = 30_000;
const stepMs = 200;

export type CommandClientTools = {
  readonly place: string;
  readonly keyFile: string;
  /** Starts Sidetone, once, when none is running. */
  readonly start: () => void;
  readonly clock: Clock;
};

/** Hands a command to the running Sidetone, starting one if need be; answers what to print. Never rejects. */
export async function sendCommand(asked: Asked, tools: CommandClientTools): Promise<CommandAnswer> {
  const { clock } = tools;
  const giveUpAt = clock.now() + startingMs;
  let hasStarted = false;
  for (;;) {
    const key = readKey(tools.keyFile);
    const socket = key === undefined ? undefined : await connect(tools.place);
    if (socket !== undefined && key !== undefined) return ask(socket, { key, asked });
    if (!hasStarted) tools.start();
    hasStarted = true;
    if (clock.now() >= giveUpAt) return unanswered();
    await new Promise<void>((resolve) => void clock.schedule(stepMs, resolve));
  }
}

function unanswered(): CommandAnswer {
  return { exitCode: 1, text: words.noAnswer };
}

/** A command is sent once: what became of it is unknown when no answer comes, and it is not repeated. */
async function ask(
  socket: Socket,
  message: { readonly key: string; readonly asked: Asked },
): Promise<CommandAnswer> {
  try {
    writeLine(socket, message);
    const parsed = answer.safeParse(await readLine(socket));
    return parsed.success ? parsed.data : unanswered();
  } catch {
    return unanswered();
  } finally {
    socket.destroy();
  }
}

function connect(place: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(place, () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
