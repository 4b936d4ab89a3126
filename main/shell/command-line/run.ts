import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { app, clipboard } from 'electron';
import { strings } from '../../../shared/strings/strings.ts';
import type { Log } from '../../core/ports.ts';
import type { Host } from '../host.ts';
import { systemClock } from '../system.ts';
import { readCommand, type Read } from './arguments.ts';
import { sendCommand } from './client.ts';
import { startCommandServer } from './server.ts';
import { socketPlace } from './socket-place.ts';
import type { CommandAnswer } from './wire.ts';

const words = strings.commands;

/** The arguments that are the app's: those after its folder where Electron is told which app to run. */
export function argumentsOf(
  argv: readonly string[],
  appPath: string | undefined,
): readonly string[] {
  if (appPath === undefined) return argv.slice(1);
  const at = argv.findIndex((word, index) => index > 0 && resolve(word) === resolve(appPath));
  return argv.slice(at < 0 ? 2 : at + 1);
}

/**
 * When this start is a command, hands it to the Sidetone that runs (or starts one), prints what became
 * of it and ends the process; answers false when it is none. To be called before the app is ready.
 */
export function runCommandLine(userData: string): boolean {
  const appPath = app.isPackaged ? undefined : app.getAppPath();
  const read = readCommand(argumentsOf(process.argv, appPath));
  if (read === undefined) return false;
  void answerTo(read, userData).then(({ exitCode, text }) => {
    const stream = exitCode === 0 ? process.stdout : process.stderr;
    stream.write(`${text}\n`, () => app.exit(exitCode));
  });
  return true;
}

async function answerTo(read: Read, userData: string): Promise<CommandAnswer> {
  if (read.is === 'help') return { exitCode: 0, text: words.usage };
  if (read.is === 'misused')
    return { exitCode: 1, text: read.why === 'no-body' ? words.noBody : words.usage };
  const place = placeOf(userData);
  if (place === undefined) return { exitCode: 1, text: words.noAnswer };
  const start = (): void => startSidetone(userData);
  return sendCommand(read.asked, {
    place,
    keyFile: keyFileOf(userData),
    start,
    clock: systemClock,
  });
}

/** Listens for commands for as long as the app runs; without it everything else works all the same. */
export async function listenForCommands(host: Host, userData: string, log: Log): Promise<void> {
  const place = placeOf(userData);
  if (place === undefined) return log.warn('the data folder leaves no room for a command socket');
  try {
    const server = await startCommandServer({
      place,
      keyFile: keyFileOf(userData),
      run: host.runCommand,
      proposeClipboard: async () =>
        host.propose({ text: await clipboard.readText(), source: 'clipboard' }),
      clock: systemClock,
      log,
    });
    app.on('will-quit', server.close);
  } catch (error) {
    log.error('the command line cannot reach Sidetone', error);
  }
}

function placeOf(userData: string): string | undefined {
  return socketPlace({ userData, platform: process.platform, env: process.env });
}

function keyFileOf(userData: string): string {
  return join(userData, 'command.key');
}

/** The app as it was started now, without the command. It outlives this process. */
function startSidetone(userData: string): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir') === '' ? [] : [userData];
  const args = [
    ...(app.isPackaged ? [] : [app.getAppPath()]),
    ...folder.map((path) => `--user-data-dir=${path}`),
  ];
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}
