import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Command, CommandOutcome } from '../../../main/core/commands/command.ts';
import { sendCommand } from '../../../main/shell/command-line/client.ts';
import { startCommandServer } from '../../../main/shell/command-line/server.ts';
import { systemClock } from '../../../main/shell/system.ts';
import { failure } from '../../../shared/failure.ts';
import { createMemoryLog } from '../../core/support/memory-log.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanUp.splice(0).toReversed()) clean();
});

const call: Command = { kind: 'call', number: '+15125550142', isConfirmed: false };

function makePlace() {
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-command-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  const place =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\${folder.replaceAll(/\W/g, '-')}`
      : join(folder, 'command.sock');
  return { folder, place, keyFile: join(folder, 'command.key') };
}

async function listen(
  place: ReturnType<typeof makePlace>,
  answer: CommandOutcome | (() => Promise<CommandOutcome>) = {
    became: 'proposed',
    who: 'Ada Brook',
  },
) {
  const ran: Command[] = [];
  const log = createMemoryLog();
  const server = await startCommandServer({
    ...place,
    run: async (command) => {
      ran.push(command);
      return typeof answer === 'function' ? answer() : answer;
    },
    proposeClipboard: async () => true,
    clock: systemClock,
    log,
  });
  cleanUp.push(() => server.close());
  return { ran, log, server };
}

const client = (place: ReturnType<typeof makePlace>, start = (): void => undefined) => ({
  ...place,
  start,
  clock: systemClock,
});

/** What a stranger gets who writes to the socket. */
function speak(place: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection(place, () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

describe('a command', () => {
  it('reaches the Sidetone that runs, and what became of it is printed', async () => {
    const place = makePlace();
    const { ran } = await listen(place);
    expect(await sendCommand(call, client(place))).toEqual({
      exitCode: 0,
      text: 'Sidetone asks you about calling Ada Brook. Nothing has been dialed.',
    });
    expect(ran).toEqual([call]);
  });

  it.each<[CommandOutcome, number, string]>([
    [{ became: 'ringing', who: 'Ada', phone: 'Desk' }, 0, 'Ringing your phone (Desk)'],
    [
      { became: 'asked', who: 'Ada', why: failure('conflict', 'call.quiet-hours') },
      2,
      'It is early or late where they are',
    ],
    [{ became: 'refused', failure: failure('invalid', 'number.emergency') }, 1, 'Use a phone'],
    [{ became: 'composed', who: 'Ada' }, 0, 'Nothing has been sent'],
    [{ became: 'accepted', who: 'Ada' }, 0, 'on its way'],
  ])('that became %j ends with %d', async (outcome, exitCode, words) => {
    const place = makePlace();
    await listen(place, outcome);
    expect(await sendCommand(call, client(place))).toEqual({
      exitCode,
      text: expect.stringContaining(words),
    });
  });

  it('starts Sidetone once where none runs, and waits for it', async () => {
    const place = makePlace();
    let starts = 0;
    const answer = sendCommand(
      call,
      client(place, () => {
        starts += 1;
        // A key of before, and nobody behind it.
        writeFileSync(place.keyFile, 'old');
        setTimeout(() => void listen(place), 500);
      }),
    );
    expect(await answer).toMatchObject({ exitCode: 0 });
    expect(starts).toBe(1);
  });

  it('that breaks Sidetone is told, and the next one is heard', async () => {
    const place = makePlace();
    await listen(place, () => Promise.reject(new Error('broken')));
    expect(await sendCommand(call, client(place))).toMatchObject({ exitCode: 1 });
    expect(await sendCommand({ kind: 'clipboard' }, client(place))).toMatchObject({ exitCode: 0 });
  });

  it('is not repeated when the connection ends without an answer', async () => {
    const place = makePlace();
    const { ran, server } = await listen(place, () => {
      server.close();
      return new Promise(() => undefined);
    });
    expect(await sendCommand(call, client(place))).toMatchObject({ exitCode: 1 });
    expect(ran).toHaveLength(1);
  });
});

describe('the socket', () => {
  it('and its key are the user’s alone, and gone afterwards', async () => {
    const place = makePlace();
    const { server } = await listen(place);
    expect(statSync(place.keyFile).mode & 0o077).toBe(0);
    expect(readFileSync(place.keyFile, 'utf8')).toMatch(/^[\da-f]{64}$/);
    server.close();
    expect(existsSync(place.keyFile)).toBe(false);
  });

  it('puts its key into a file of its own, whatever was there before', async () => {
    const place = makePlace();
    const elsewhere = join(place.folder, 'elsewhere');
    writeFileSync(elsewhere, 'as it was', { mode: 0o644 });
    symlinkSync(elsewhere, place.keyFile);
    const { server } = await listen(place);
    expect(readFileSync(elsewhere, 'utf8')).toBe('as it was');
    expect(lstatSync(place.keyFile).isFile()).toBe(true);
    server.close();
    writeFileSync(place.keyFile, 'anyone may read this', { mode: 0o644 });
    await listen({ ...place, place: join(place.folder, 'other.sock') });
    expect(statSync(place.keyFile).mode & 0o077).toBe(0);
  });

  it('that a killed Sidetone left is taken over', async () => {
    const place = makePlace();
    writeFileSync(place.place, '');
    await listen(place);
    expect(await sendCommand(call, client(place))).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['another key', JSON.stringify({ key: 'x'.repeat(64), asked: call })],
    ['no key', JSON.stringify({ asked: call })],
    ['an HTTP request', 'POST / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['no JSON', '{"key":'.repeat(9)],
    ['nothing at all', ''],
    ['a line without end', 'x'.repeat(200_000)],
  ])('answers nothing to %s', async (_, text) => {
    const place = makePlace();
    const { ran } = await listen(place);
    const heard = await Promise.race([
      speak(place.place, text === '' ? '\n' : text.length > 1_000 ? text : `${text}\n`),
      new Promise((resolve) => setTimeout(resolve, 2_000)),
    ]);
    expect(heard).toBe('');
    expect(ran).toEqual([]);
  });

  it('takes no command that is none, whoever knows the key', async () => {
    const place = makePlace();
    const { ran } = await listen(place);
    const key = readFileSync(place.keyFile, 'utf8');
    const asked = { kind: 'call', number: '1', isConfirmed: true, cardId: 'x' };
    expect(await speak(place.place, `${JSON.stringify({ key, asked })}\n`)).toBe('');
    expect(ran).toEqual([]);
  });
});
