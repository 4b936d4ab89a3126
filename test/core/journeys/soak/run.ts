import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, type Random } from '../../../../simulator/random.ts';
import { startSimulator, type Simulator } from '../../../../simulator/server.ts';
import type { Message } from '../../../../simulator/state/types.ts';
import { createQuickClock, type QuickTime } from '../../support/quick-clock.ts';
import type { ChildOptions } from './child.ts';
import { judge, judgeWhole } from './judge.ts';
import { listen, startLife, type Lines } from './life.ts';

/** How fast time passes: what a rate limit stretches over hours is through in minutes. */
const speed = 40;
const dayMs = 86_400_000;
const olderTexts = 900;
const olderCalls = 500;
/** A process is killed at a statement of its writer, or after so long at the latest. */
const mostStatements = 1_200;
const longestLifeMs = 1_000;
const finishMs = 120_000;
const catchUpMs = 20_000;

export type SoakSummary = {
  readonly kills: number;
  /** Kills that came at a statement of the writer; the others at a moment. */
  readonly atStatement: number;
  /** Writes of the user's that had been accepted, all of them found again. */
  readonly accepted: number;
  readonly texts: number;
  readonly calls: number;
  /** What was wrong, with the number of the kill; empty when all was well. */
  readonly wrong: readonly string[];
};

type World = {
  readonly simulator: Simulator;
  readonly time: QuickTime;
  readonly folder: string;
  readonly random: Random;
};

/**
 * Kills a whole Sidetone again and again while it syncs, fetches older history and takes what the
 * user writes, at moments that the seed decides; looks at its archive after each death; lets the
 * last one finish.
 */
export async function runSoak(options: {
  readonly kills: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}): Promise<SoakSummary> {
  const { kills, seed, tell = () => undefined } = options;
  const world = await openWorld(seed);
  const { simulator, folder, random } = world;
  const file = join(folder, 'archive.db');
  const accepted: string[] = [];
  const wrong: string[] = [];
  let done = 0;
  let atStatement = 0;
  try {
    for (let kill = 1; kill <= kills && wrong.length === 0; kill += 1) {
      somethingHappens(simulator, random);
      const life = await liveAndDie(world, kill);
      done += 1;
      accepted.push(...life.accepted);
      if (life.endedAt === 'statement') atStatement += 1;
      const found = [...life.broken, ...judge(file, simulator.account, accepted)];
      wrong.push(...found.map((line) => `kill ${kill}: ${line}`));
      if (kill % 20 === 0) tell(`${kill} kills, ${accepted.length} writes accepted`);
    }
    if (wrong.length === 0) {
      const life = await finish(world);
      accepted.push(...life.accepted);
      wrong.push(...life.broken);
      wrong.push(...judge(file, simulator.account, accepted));
      wrong.push(...judgeWhole(file, simulator.account));
    }
    const { messages: texts, calls } = simulator.account;
    return {
      kills: done,
      atStatement,
      accepted: accepted.length,
      texts: texts.length,
      calls: calls.length,
      wrong,
    };
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openWorld(seed: number): Promise<World> {
  const time = { shown: Date.UTC(2026, 2, 11, 15), from: Date.now(), speed };
  const simulator = await startSimulator({ clock: createQuickClock(time), seed });
  // What is measured is whether anything is lost, not how long the limits make it take.
  const { rateLimits } = simulator.account.rules;
  for (const group of ['Light', 'Medium', 'Heavy', 'Auth'] as const) rateLimits[group] *= 20;
  simulator.account.addCallLog(olderCalls, 300);
  addOlderTexts(simulator);
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-soak-'));
  return { simulator, time, folder, random: createRandom(seed) };
}

/** Copies of the demo account's texts, over the two years before it was made. */
function addOlderTexts({ account, clock }: Simulator): void {
  const models = account.messages.filter(({ type }) => type === 'SMS');
  const copies = Array.from({ length: olderTexts }, (_, index): Message[] => {
    const model = models[index % models.length];
    if (model === undefined) return [];
    const createdAt = clock.now() - 30 * dayMs - Math.floor((index * 700 * dayMs) / olderTexts);
    const attachments = model.attachments.filter(({ type }) => type === 'Text');
    return [{ ...model, id: 1_000_000 + index, createdAt, modifiedAt: createdAt, attachments }];
  });
  account.state.messages.push(...copies.flat());
}

/** While nobody looks, somebody texts and somebody calls. */
function somethingHappens({ account }: Simulator, random: Random): void {
  const from = random.pick(['+15125550141', '+13125550137', '+12145550146']);
  for (let n = random.integer(0, 3); n > 0; n -= 1) {
    account.receiveText({ from, text: `Text ${random.integer(1, 99_999)}` });
  }
  if (random.next() < 0.5) account.receiveCall({ from, outcome: 'missed' });
  if (random.next() < 0.05) account.expireSyncTokens();
}

type Life = Pick<Lines, 'accepted' | 'broken'> & { readonly endedAt: 'statement' | 'moment' };

async function liveAndDie(world: World, kill: number): Promise<Life> {
  const { random } = world;
  const isByStatement = random.next() < 0.6;
  const statement = random.integer(1, mostStatements);
  const life = random.integer(0, longestLifeMs);
  const child = startChild(world, { seed: kill, mustFinish: false }, isByStatement ? statement : 0);
  const exit = once(child, 'exit');
  const lines = listen(child);
  await Promise.race([lines.started, exit]);
  const timer = setTimeout(() => child.kill('SIGKILL'), isByStatement ? longestLifeMs : life);
  const [code] = (await exit) as [number | null];
  clearTimeout(timer);
  await lines.ended;
  if (code !== null) throw new Error(`a core ended by itself with ${code} before kill ${kill}`);
  return { ...lines, endedAt: isByStatement ? 'statement' : 'moment' };
}

async function finish(world: World): Promise<Life> {
  const child = startChild(world, { seed: 0, mustFinish: true }, 0);
  const exit = once(child, 'exit');
  const lines = listen(child);
  const timer = setTimeout(() => child.kill('SIGKILL'), finishMs);
  const isFinished = await Promise.race([lines.finished.then(() => true), exit.then(() => false)]);
  if (isFinished) await waitUntilWhole(world);
  clearTimeout(timer);
  child.kill('SIGKILL');
  await exit;
  if (!isFinished) throw new Error('the backfill did not come to its end');
  return { ...lines, endedAt: 'moment' };
}

/** The backfill may have been done in an earlier life: what came since then, a sync brings. */
async function waitUntilWhole({ folder, simulator }: World): Promise<void> {
  const until = Date.now() + catchUpMs;
  const file = join(folder, 'archive.db');
  while (judgeWhole(file, simulator.account).length > 0 && Date.now() < until) await sleep(50);
}

function startChild(
  { simulator, time, folder }: World,
  more: Pick<ChildOptions, 'seed' | 'mustFinish'>,
  dieAtStatement: number,
): ChildProcess {
  const { clientId, jwt } = simulator.credentials;
  const options: ChildOptions = { ...more, folder, serverUrl: simulator.url, clientId, jwt, time };
  return startLife(join(import.meta.dirname, 'child.ts'), options, dieAtStatement);
}
