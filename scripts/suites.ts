import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countPlaywright, countVitest, type Counts } from './counts.ts';
import { binOf, inRoot } from './paths.ts';
import { run, runNode, tail } from './process.ts';
import type { Runtime } from './runtime.ts';
import { Trouble } from './trouble.ts';

const reports = inRoot('out', 'reports');

/** A suite that hangs must not hang whoever waits for the verdict. */
const suiteLimitMs = 20 * 60_000;

/** Bundles main, preload and renderer into `out/`. Throws with the builder's last words. */
export async function buildApp(env: NodeJS.ProcessEnv): Promise<void> {
  const outcome = await runNode([binOf('electron-vite'), 'build', '--logLevel', 'warn'], {
    env: { ...env, NODE_ENV: 'production' },
    timeoutMs: 3 * 60_000,
  });
  if (outcome.code !== 0) throw new Trouble(`The build failed.\n${tail(outcome.output, 40)}`);
  if (outcome.output.trim() !== '') console.log(outcome.output.trimEnd());
}

/** Runs every unit and integration test. */
export async function runVitest(env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = freshReport('vitest.json');
  const { code } = await runNode(
    [
      binOf('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env, output: 'show', timeoutMs: suiteLimitMs },
  );
  return countVitest(readReport(report), code);
}

/** Runs one Playwright project against the built app. */
export async function runPlaywright(project: 'e2e' | 'tour', runtime: Runtime): Promise<Counts> {
  const report = freshReport(`${project}.json`);
  const [command, ...args] = [
    ...runtime.screen,
    process.execPath,
    binOf('@playwright/test', 'playwright'),
    'test',
    `--project=${project}`,
    '--reporter=list,json',
  ];
  const { code } = await run(command, args, {
    env: { ...runtime.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    output: 'show',
    timeoutMs: suiteLimitMs,
  });
  return countPlaywright(readReport(report), code);
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const path = inRoot('out', 'reports', name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
