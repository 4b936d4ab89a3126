import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../../shared/failure.ts';
import type { TextOutlook } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import {
  createBatches,
  type Batches,
  type SendText,
} from '../../../main/core/separate/batches/service.ts';
import { createSeparateReading } from '../../../main/core/separate/service.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { makeFolder } from '../../db/support.ts';
import { us } from '../contacts/entries.ts';
import { createFakeFileDialogs } from '../support/file-dialogs.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export type Sent = Parameters<SendText>[0];

const nothingKnown: TextOutlook = {
  from: undefined,
  to: [],
  refusal: undefined,
  caution: undefined,
  optOuts: [],
  doNotCall: [],
  quiet: undefined,
  questions: [],
  firstTextSentence: undefined,
};

/** Reading and batches on an archive in memory; texts are accepted unless the test says otherwise. */
export function openSeparate(archive: InProcessArchive = openInProcessArchive()) {
  const clock = new ManualClock();
  const dialogs = createFakeFileDialogs();
  const sent: Sent[] = [];
  const outlooks = new Map<string, Partial<TextOutlook>>();
  const world = {
    archive,
    clock,
    sent,
    outlooks,
    answer: (_text: Sent): Result<unknown> | Promise<Result<unknown>> => ok(),
    choose(content: string): void {
      dialogs.open = join(makeFolder(), 'people.csv');
      writeFileSync(dialogs.open, content);
    },
  };
  const common = { archive, clock, log: createMemoryLog() };
  const reading = createSeparateReading({
    ...common,
    random: createCountingRandom(),
    fileDialogs: dialogs,
    session: { homeCountry: () => us },
    outlook: ({ numbers: [number = ''] }) =>
      Promise.resolve({ ...nothingKnown, ...outlooks.get(number) }),
    ownValues: () => ({ 'my name': 'Dana Reyes' }),
  });
  const batches = createBatches({
    ...common,
    events: { changed: () => undefined },
    async send(text) {
      sent.push(text);
      return world.answer(text);
    },
  });
  return { ...world, world, reading, batches };
}

export const numberOf = (index: number): E164 =>
  `+1212555${String(100 + index).padStart(4, '0')}` as E164;

export const rowsFor = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: numberOf(index),
    name: `Person ${index}`,
    text: `Hello ${index}`,
    sendAt: undefined,
    isQuietConfirmed: false,
  }));

export const refuse = (message: 'text.empty' | 'session.signed-out') =>
  ({
    ok: false,
    failure: failure(message === 'text.empty' ? 'invalid' : 'auth', message),
  }) as const;

/** The batches once nothing runs any more. */
export async function ended(batches: Batches) {
  for (;;) {
    const list = await batches.list();
    if (list.every(({ isRunning }) => !isRunning)) return list;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
