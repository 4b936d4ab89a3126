// Started as a process of its own by `run.ts`: a whole Sidetone that takes up its session, accepts
// texts and sends them, until it is killed. What it tells on its standard output has been accepted.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract/index.ts';
import type { FileId, MessageId } from '../../../../shared/model/ids.ts';
import type { Result } from '../../../../shared/result.ts';
import { createCore } from '../../../../main/core/core.ts';
import { createRandom } from '../../../../simulator/random.ts';
import { makePlainPorts } from '../../support/plain-ports.ts';
import { createQuickClock, type QuickTime } from '../../support/quick-clock.ts';

export type ChildOptions = {
  readonly folder: string;
  readonly serverUrl: string;
  readonly clientId: string;
  readonly jwt: string;
  readonly time: QuickTime;
  readonly seed: number;
  /** Texts that are accepted before it only waits. */
  readonly texts: number;
};

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const random = createRandom(options.seed);
const clock = createQuickClock(options.time);

/** People who answer as the simulator's personas do: delivered, refused, landlines, silent ones. */
const people = [
  '+15125550141',
  '+15125550134',
  '+13125550137',
  '+12125550142',
  '+19075550115',
  '+12145550146',
  '+13035550120',
  '+14155550133',
] as const;
const groups = [
  ['+15125550141', '+13125550137'],
  ['+12125550142', '+12145550146', '+13035550120'],
] as const;

/** A pixel. */
const picture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const tell = (line: string): void => void writeSync(1, `${line}\n`);

const core = createCore(
  makePlainPorts({
    folder: options.folder,
    clock,
    log: {
      info: () => undefined,
      warn: () => undefined,
      // Nothing that a kill leaves behind may be a bug of ours to the next run.
      error: (message, error) => tell(`broke ${message}: ${String(error)}`),
    },
    databaseWorker: new URL('../soak/dying-worker.ts', import.meta.url),
  }),
);

const ask = async <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Result<CallOutput<Name>>> =>
  (await core.router.call(name, input)) as Result<CallOutput<Name>>;

async function signIn(): Promise<void> {
  const { serverUrl, clientId, jwt } = options;
  const view = await ask('session.get', undefined);
  if (view.ok && view.value.state === 'signed-in') return;
  // RingCentral may be away; the next life tries again.
  await ask('session.sign-in', { method: 'jwt', serverUrl, clientId, jwt });
}

/** Accepts a text, and answers whether it did; some carry a picture, some wait for a time, some are written twice under one id. */
async function writeText(n: number): Promise<boolean> {
  const hasFile = random.next() < 0.1;
  const mark = `mark-${options.seed}-${n}${hasFile ? '-file' : ''}-end`;
  const numbers = random.next() < 0.1 ? random.pick(groups) : [random.pick(people)];
  const files = hasFile ? await addPicture() : [];
  const laterMs = random.integer(10, 120) * 1_000;
  const text: CallInput<'messages.send'> = {
    clientId: mark,
    to: { numbers: [...numbers] },
    text: mark,
    files,
    ...(random.next() < 0.1 && { sendAt: { at: clock.now() + laterMs } }),
  };
  const answers = await Promise.all([
    ask('messages.send', text),
    ...(random.next() < 0.2 ? [ask('messages.send', text)] : []),
  ]);
  const accepted = answers.find(({ ok }) => ok);
  if (accepted?.ok !== true) return false;
  tell(`text ${mark}`);
  await takeBack(accepted.value.messageId, mark);
  return true;
}

async function addPicture(): Promise<FileId[]> {
  const added = await ask('attachments.add', { fileName: 'rates.png', bytes: picture });
  return added.ok ? [added.value.id] : [];
}

/** Some are taken back while they are held. */
async function takeBack(messageId: MessageId | undefined, mark: string): Promise<void> {
  if (messageId === undefined || random.next() > 0.1) return;
  const undone = await ask('messages.undo', { messageId });
  if (undone.ok) tell(`undone ${mark}`);
}

await core.start();
// Held for two seconds of its own clock, so that it is killed and taken back within the hold.
// Other programs may be told, so that events are noted.
await ask('settings.set', { undoSeconds: 2, apiEnabled: true, apiPort: 17_999 });
tell('started');
await signIn();
// Some are refused: their people want no texts any more.
for (let n = 0, accepted = 0; accepted < options.texts && n < options.texts * 4; n += 1) {
  if (await writeText(n)) accepted += 1;
  await sleep(random.integer(0, 15));
}
tell('finished');
// It lives on until it is killed, whatever its timers are.
setInterval(() => undefined, 60_000);
