import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import process from 'node:process';
import fc from 'fast-check';
import { contract } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/result.ts';
import { hostileFiles } from '../files.ts';
import { anyCall, type AnyCall } from './calls.ts';
import { page } from './page.ts';
import { openFuzzWorld, pass, type FuzzWorld } from './world.ts';

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

/** Calls that ring a phone, and calls that may make a text leave, at once or later. */
const dialling: ReadonlySet<unknown> = new Set(['calls.dial']);

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
      if (batch % 200 === 199) options.tell?.(`${made} calls, ${world.wrong.length} faults`);
      if (world.wrong.length > 50) break;
    }
    const grownMb = Math.round(heapMb() - heapAtFirst);
    if (grownMb > mostGrownMb) world.wrong.push(`the heap grew by ${grownMb} MB`);
    world.wrong.push(...world.outside().map((path) => `written outside the profile: ${path}`));
    return tally.summary(grownMb);
  } finally {
    await world.stop();
  }
}

async function makeCall(world: FuzzWorld, tally: Tally, call: AnyCall): Promise<void> {
  // A page's message is cloned on its way; what cannot be cloned is thrown at the border as it is.
  const [name, input] = [clone(call.name), clone(call.input)];
  const dialsBefore = tally.mayDial(name, input);
  const result = await world.border
    .answer(page, name, input)
    .catch((error: unknown) => void world.wrong.push(`rejected ${show(call)}: ${String(error)}`));
  if (result === undefined) return;
  if (!result.ok) dialsBefore();
  tally.note(call, result);
}

type Tally = {
  /** To be told before the call leaves; the answer takes it back. */
  mayDial(name: unknown, input: unknown): () => void;
  note(call: AnyCall, result: Result<unknown>): void;
  summary(grownMb: number): BridgeSummary;
};

function createTally(world: FuzzWorld): Tally {
  const names = new Set<string>();
  let calls = 0;
  let answered = 0;
  let dials = 0;
  return {
    mayDial(name) {
      if (!dialling.has(name)) return () => undefined;
      dials += 1;
      return () => (dials -= 1);
    },
    note(call, result) {
      calls += 1;
      if (typeof call.name === 'string' && Object.hasOwn(contract, call.name)) names.add(call.name);
      if (typeof result !== 'object' || typeof result.ok !== 'boolean')
        return void world.wrong.push(`no envelope for ${show(call)}`);
      if (result.ok) answered += 1;
      else if (result.failure.message === 'internal')
        world.wrong.push(`broke ${show(call)}: ${JSON.stringify(result.failure)}`);
    },
    summary(grownMb) {
      const dialled = world.deeds.filter(({ kind }) => kind === 'call').length;
      const texted = world.deeds.length - dialled;
      if (dialled > dials) world.wrong.push(`${dialled} calls left, and ${dials} were asked for`);
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
