import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from '../../../../simulator/random.ts';
import { startSimulator, type Simulator } from '../../../../simulator/server.ts';
import { createQuickClock, type QuickTime } from '../../support/quick-clock.ts';
import { listen, startLife } from '../soak/life.ts';
import type { ChildOptions } from './child.ts';
import { judgeTexts, type Tally } from './judge.ts';
import { changeWeather, type TroubleCounts } from './troubles.ts';

/** How fast time passes: a request times out after half a second of the wall's. */
const speed = 60;
const mostStatements = 160;
/** The longest that a life goes on after it has begun, in milliseconds of the wall's. */
const longestLifeMs = 900;
const weatherMs = 250;
/** How long the last life may take to come to an end with every text. */
const finishMs = 180_000;
const settleMs = 20_000;

export type TextingSummary = {
  readonly kills: number;
  /** Kills that came at a statement of the writer; the others at a moment. */
  readonly atStatement: number;
  /** Texts that were told to have been accepted. */
  readonly accepted: number;
  readonly tally: Tally;
  /** Requests to send a text that RingCentral got. */
  readonly requests: number;
  readonly troubles: ReadonlyMap<string, number>;
  /** What was wrong, with the number of the kill; empty when all was well. */
  readonly wrong: readonly string[];
};

type World = {
  readonly simulator: Simulator;
  readonly time: QuickTime;
  readonly folder: string;
  readonly random: Random;
  readonly troubles: TroubleCounts;
  readonly requests: { readonly count: number };
};

type Told = { readonly accepted: string[]; readonly undone: string[] };

/**
 * Kills a whole Sidetone again and again while it accepts and sends texts to a RingCentral in which
 * all sorts of things go wrong, and compares its archive with RingCentral's store after each death;
 * lets the last one finish in fair weather.
 */
export async function runTexting(options: {
  readonly kills: number;
  readonly texts: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}): Promise<TextingSummary> {
  const { kills, texts, seed, tell = () => undefined } = options;
  const world = await openWorld(seed);
  const told: Told = { accepted: [], undone: [] };
  const wrong: string[] = [];
  let done = 0;
  let atStatement = 0;
  const judge = () => judgeTexts(join(world.folder, 'archive.db'), world.simulator.account, told);
  try {
    for (let kill = 1; kill <= kills && wrong.length === 0; kill += 1) {
      // As many texts in each life as are needed to have written them all by the last one.
      const left = Math.max(0, texts - told.accepted.length);
      const life = await liveAndDie(world, kill, Math.ceil((left / (kills - kill + 1)) * 1.5));
      done += 1;
      if (life.endedAt === 'statement') atStatement += 1;
      take(told, life.lines);
      wrong.push(...[...life.broken, ...judge().wrong].map((line) => `kill ${kill}: ${line}`));
      if (kill % 50 === 0) tell(`${kill} kills, ${told.accepted.length} texts accepted`);
    }
    if (wrong.length === 0) {
      const life = await finish(world, judge, Math.max(0, texts - told.accepted.length));
      take(told, life.lines);
      wrong.push(...life.broken, ...judge().wrong);
    }
    const { tally } = judge();
    if (tally.waiting > 0) wrong.push(`${tally.waiting} texts never went`);
    const { troubles, requests } = world;
    return {
      kills: done,
      atStatement,
      accepted: told.accepted.length,
      tally,
      requests: requests.count,
      troubles,
      wrong,
    };
  } finally {
    await world.simulator.stop();
    rmSync(world.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function take(told: Told, lines: readonly string[]): void {
  for (const line of lines) {
    const [kind, mark = ''] = line.split(' ');
    if (kind === 'text') told.accepted.push(mark);
    if (kind === 'undone') told.undone.push(mark);
  }
}

async function openWorld(seed: number): Promise<World> {
  const time = { shown: Date.UTC(2026, 2, 11, 18), from: Date.now(), speed };
  const requests = { count: 0 };
  const simulator = await startSimulator({
    clock: createQuickClock(time),
    seed,
    onRequest(method, path) {
      if (method === 'POST' && path.endsWith('/sms')) requests.count += 1;
    },
  });
  // What is measured is whether anything is lost, not how long the limits make it take.
  const { rateLimits } = simulator.account.rules;
  for (const group of ['Light', 'Medium', 'Heavy', 'Auth'] as const) rateLimits[group] *= 20;
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-texting-'));
  return { simulator, time, folder, random: createRandom(seed), troubles: new Map(), requests };
}

type Life = {
  readonly lines: readonly string[];
  readonly broken: readonly string[];
  readonly endedAt: 'statement' | 'moment';
};

async function liveAndDie(world: World, kill: number, texts: number): Promise<Life> {
  const { random, simulator } = world;
  const isByStatement = random.next() < 0.6;
  const statement = random.integer(1, mostStatements);
  const life = random.integer(0, longestLifeMs);
  changeWeather(simulator, random, world.troubles);
  const child = startChild(world, { seed: kill, texts }, isByStatement ? statement : 0);
  const exit = once(child, 'exit');
  const lines = listen(child);
  await Promise.race([lines.started, exit]);
  const timer = setTimeout(() => child.kill('SIGKILL'), isByStatement ? longestLifeMs : life);
  const weather = setInterval(() => changeWeather(simulator, random, world.troubles), weatherMs);
  const [code] = (await exit) as [number | null];
  clearTimeout(timer);
  clearInterval(weather);
  await lines.ended;
  if (code !== null) throw new Error(`a core ended by itself with ${code} before kill ${kill}`);
  return {
    lines: lines.accepted,
    broken: lines.broken,
    endedAt: isByStatement ? 'statement' : 'moment',
  };
}

/** The last life: nothing goes wrong, and it lives until every text has come to an end. */
async function finish(
  world: World,
  judge: () => ReturnType<typeof judgeTexts>,
  texts: number,
): Promise<Life> {
  world.simulator.faults.clear();
  const child = startChild(world, { seed: 0, texts }, 0);
  const exit = once(child, 'exit');
  const lines = listen(child);
  const isFinished = await Promise.race([lines.finished.then(() => true), exit.then(() => false)]);
  if (!isFinished) throw new Error('the last life ended by itself');
  await waitFor(() => judge().tally.waiting === 0, finishMs);
  // What is unknown is being looked for.
  await waitFor(() => judge().tally.unknownThere === 0, settleMs);
  child.kill('SIGKILL');
  await exit;
  await lines.ended;
  return { lines: lines.accepted, broken: lines.broken, endedAt: 'moment' };
}

async function waitFor(isSo: () => boolean, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!isSo() && Date.now() < until) await sleep(200);
}

function startChild(
  { simulator, time, folder }: World,
  more: Pick<ChildOptions, 'seed' | 'texts'>,
  dieAtStatement: number,
) {
  const { clientId, jwt } = simulator.credentials;
  const options: ChildOptions = { ...more, folder, serverUrl: simulator.url, clientId, jwt, time };
  return startLife(join(import.meta.dirname, 'child.ts'), options, dieAtStatement);
}
