import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import process from 'node:process';
import fc from 'fast-check';
import { contract } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/result.ts';
import { hostileFiles } from '../files.ts';
import { anyCall, type AnyCall } from './calls.ts';
import { page } from './page.ts';
import { openFuzzWorld, pass, type Deed, type FuzzWorld } from './world.ts';

export type BridgeSummary = {
  readonly calls: number;
  /** How many were answered well, refused, and of how many names. */
  readonly answered: number;
  readonly refused: number;
  readonly names: number;
  readonly dialled: number;
  readonly texted: number;
  /** By how many megabytes the heap grew from the first tenth to the end. */
  readonly grownMb: number;
  readonly wrong: readonly string[];
};

/** So many calls are under way at a time. */
const together = 25;
/** More than this, in megabytes, is kept for ever by somebody. */
const mostGrownMb = 200;

/** How many calls, or texts, may leave because of a call of the bridge, at once or later. */
const mayLeave: Readonly<Record<Deed['kind'], (call: AnyCall) => number>> = {
  call: ({ name }) => (name === 'calls.dial' ? 1 : 0),
  text({ name, input }) {
    if (name === 'separate.start')
      return (Object(input) as { readonly rows?: readonly unknown[] }).rows?.length ?? 0;
    return /^(?:messages\.send|messages\.send-again|scheduled\.send-now)$/.test(String(name))
      ? 1
      : 0;
  },
};

/** Makes so many calls of any kind through the border and the router of a core that is signed in. */
export async function fuzzBridge(options: {
  readonly runs: number;
  readonly seed: number;
  /** Calls that broke something once; they go first. */
  readonly first?: readonly AnyCall[];
  readonly tell?: (line: string) => void;
}): Promise<BridgeSummary> {
  const { runs, seed, first = [] } = options;
  const world = await openFuzzWorld(hostileFiles);
  const tally = createTally(world);
  const prototype = Object.getOwnPropertyNames(Object.prototype).toSorted().join();
  let heapAtFirst = 0;
  let told = 0;
  try {
    for (let made = 0, batch = 0; made < runs; batch++) {
      const drawn = fc.sample(anyCall, { numRuns: together, seed: seed * 1_000_003 + batch });
      const calls = batch === 0 ? [...first, ...drawn] : drawn;
      await world.seeToSession();
      await pass(world.clock, Promise.all(calls.map((each) => makeCall(world, tally, each))));
      await world.clock.advance(200);
      made += calls.length;
      if (Object.getOwnPropertyNames(Object.prototype).toSorted().join() !== prototype)
        world.wrong.push(`batch ${batch} changed the prototype of all objects`);
      if (heapAtFirst === 0 && made >= runs / 10) heapAtFirst = heapMb();
      for (const line of world.wrong.slice(told)) options.tell?.(`✗ ${line}`);
      told = world.wrong.length;
      if (batch % 200 === 199) options.tell?.(`${made} calls, ${told} faults`);
      if (world.wrong.length > 50) break;
    }
    const grownMb = Math.round(heapMb() - heapAtFirst);
    if (grownMb > mostGrownMb) world.wrong.push(`the heap grew by ${grownMb} MB`);
    world.wrong.push(...world.outside().map((path) => `written outside the profile: ${path}`));
    const summary = tally.summary(grownMb);
    for (const line of world.wrong.slice(told)) options.tell?.(`✗ ${line}`);
    return summary;
  } finally {
    await world.stop();
  }
}

async function makeCall(world: FuzzWorld, tally: Tally, call: AnyCall): Promise<void> {
  // A page's message is cloned on its way; what cannot be cloned is thrown at the border as it is.
  const [name, input] = [clone(call.name), clone(call.input)];
  const result = await world.border
    .answer(page, name, input)
    .catch((error: unknown) => void world.wrong.push(`rejected ${show(call)}: ${String(error)}`));
  if (result === undefined) return;
  tally.note(call, result);
}

type Tally = {
  note(call: AnyCall, result: Result<unknown>): void;
  summary(grownMb: number): BridgeSummary;
};

function createTally(world: FuzzWorld): Tally {
  const names = new Set<string>();
  let calls = 0;
  let answered = 0;
  const asked = { call: 0, text: 0 };
  return {
    note(call, result) {
      calls += 1;
      if (typeof call.name === 'string' && Object.hasOwn(contract, call.name)) names.add(call.name);
      if (typeof result !== 'object' || typeof result.ok !== 'boolean')
        return void world.wrong.push(`no envelope for ${show(call)}`);
      if (result.ok) {
        answered += 1;
        asked.call += mayLeave.call(call);
        asked.text += mayLeave.text(call);
      } else if (result.failure.message === 'internal')
        world.wrong.push(`broke ${show(call)}: ${JSON.stringify(result.failure)}`);
    },
    summary(grownMb) {
      const dialled = world.deeds.filter(({ kind }) => kind === 'call').length;
      const texted = world.deeds.length - dialled;
      if (dialled > asked.call || texted > asked.text)
        world.wrong.push(`left ${dialled} and ${texted}, asked for ${JSON.stringify(asked)}`);
      return {
        calls,
        answered,
        refused: calls - answered,
        names: names.size,
        dialled,
        texted,
        grownMb,
        wrong: world.wrong,
      };
    },
  };
}

function clone(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}

function show({ name, input }: AnyCall): string {
  try {
    return JSON.stringify({ name, input }).slice(0, 600);
  } catch {
    return `${typeof name} with ${typeof input}`;
  }
}

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
