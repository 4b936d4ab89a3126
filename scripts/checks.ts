import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { binOf, inRoot } from './paths.ts';
import { runNode } from './process.ts';

/** One step of `npm run check`: a program that must end well. */
export type Check = {
  readonly name: string;
  readonly args: readonly string[];
};

/** The checks that read the sources without running them. */
export function staticChecks(): readonly Check[] {
  const types = rooms().map((room) => ({
    name: `types in ${room}`,
    args: [binOf('typescript', 'tsc'), '-p', inRoot(room)],
  }));
  return [
    { name: 'lint', args: [binOf('oxlint'), '--type-aware', '--deny-warnings'] },
    { name: 'format', args: [binOf('prettier'), '--check', '--log-level=warn', '.'] },
    ...types,
  ];
}

/** Which room may import which: tests, but they read sources only, so they belong here as well. */
export function importRules(): Check {
  return { name: 'import rules', args: [binOf('vitest'), 'run', 'test/rules'] };
}

/** Runs checks, as many at a time as there are cores; prints each as it ends. */
export async function runChecks(checks: readonly Check[]): Promise<readonly boolean[]> {
  const results: boolean[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < checks.length; index = next++) {
      const check = checks[index];
      if (check !== undefined) results[index] = await runCheck(check);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return results;
}

async function runCheck(check: Check): Promise<boolean> {
  const { code, output, durationMs } = await runNode(check.args, { timeoutMs: 5 * 60_000 });
  const ok = code === 0;
  console.log(`${ok ? '✓' : '✗'} ${check.name} (${(durationMs / 1000).toFixed(1)} s)`);
  if (!ok) console.log(output.trimEnd());
  return ok;
}

/** The rooms are the projects of the root tsconfig, so a new one is checked without being listed here. */
function rooms(): readonly string[] {
  const { references } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8')) as {
    references: readonly { path: string }[];
  };
  return references.map(({ path }) => path.replace(/^\.\//, ''));
}
