// Started as a process of its own by `run.ts`: a whole Sidetone that takes up its session, syncs,
// fetches older history and writes what a user would, until it is killed. What it tells on its
// standard output has been accepted, so it must be there ever after.
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { CallInput, CallName, CallOutput } from '../../../../shared/contract/index.ts';
import type { E164 } from '../../../../shared/model/ids.ts';
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
  /** Ends by itself once the backfill is done, writing nothing of its own. */
  readonly mustFinish: boolean;
};

const options = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const pauseMs = 5;
const random = createRandom(options.seed);
const clock = createQuickClock(options.time);

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
    databaseWorker: new URL('./dying-worker.ts', import.meta.url),
  }),
);

const call = async <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> => {
  const result = (await core.router.call(name, input)) as Result<CallOutput<Name>>;
  if (!result.ok) throw new Error(`${name}: ${result.failure.message} (${result.failure.code})`);
  return result.value;
};

const wait = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

const numbers = ['+15125550141', '+15125550134', '+13125550137', '+12125550142'] as const;

/** What a user does beside what comes in; each answers what must be found again. */
const writes: readonly ((mark: string) => Promise<string | undefined>)[] = [
  async (mark) => {
    const whose = { number: random.pick(numbers) as E164 };
    await call('notes.add', { about: { whose }, text: mark });
    return `note ${mark}`;
  },
  async (mark) => {
    const { items } = await call('calls.list', { limit: 20 });
    if (items.length === 0) return undefined;
    await call('notes.add', { about: { callId: random.pick(items).id }, text: mark });
    return `note ${mark}`;
  },
  async (mark) => {
    const { items } = await call('messages.list-threads', { limit: 50 });
    if (items.length > 0) {
      await call('messages.mark-read', { threadId: random.pick(items).id });
    }
    const whose = { number: random.pick(numbers) as E164 };
    const dueAt = clock.now() + 86_400_000;
    await call('follow-ups.add', { about: { whose }, dueAt, text: mark });
    return `follow-up ${mark}`;
  },
  async (mark) => {
    const draft = {
      firstName: mark,
      lastName: '',
      company: '',
      jobTitle: '',
      email: '',
      remarks: '',
      numbers: [{ label: 'mobile' as const, typed: random.pick(numbers) }],
    };
    await call('contacts.create', { draft, where: 'local' });
    return `contact ${mark}`;
  },
];

async function signIn(): Promise<void> {
  const { serverUrl, clientId, jwt } = options;
  const view = await call('session.get', undefined);
  if (view.state === 'signed-in') return;
  await call('session.sign-in', { method: 'jwt', serverUrl, clientId, jwt });
}

async function writeForEver(): Promise<void> {
  for (let n = 0; ; n += 1) {
    const accepted = await random.pick(writes)(`mark-${options.seed}-${n}-end`);
    if (accepted !== undefined) tell(accepted);
    await wait(pauseMs);
  }
}

async function finish(): Promise<void> {
  while ((await call('archive.get-backfill', undefined)).state !== 'done') await wait(50);
  tell('finished');
}

await core.start();
tell('started');
if (options.mustFinish) {
  await signIn();
  await finish();
} else {
  // The user does not wait for RingCentral.
  await Promise.all([writeForEver(), signIn()]);
}
