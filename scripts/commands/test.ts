import { runChecks, staticChecks } from '../checks.ts';
import { ensureChromium } from '../chromium.ts';
import { addCounts, countStep, verdict, type Counts } from '../counts.ts';
import { inRoot } from '../paths.ts';
import { chooseRuntime } from '../runtime.ts';
import { buildApp, runPlaywright, runVitest } from '../suites.ts';

/** `npm test`: everything there is to test. The last line is the verdict. */
export async function main(): Promise<number> {
  const runtime = await chooseRuntime('unseen');
  // The stand-in is tested as well where the app itself is tested on Electron.
  const env = {
    ...runtime.env,
    CHROMIUM_PATH: await ensureChromium(),
    // Hundreds of processes load the same modules; the first leaves them compiled to the others.
    NODE_COMPILE_CACHE: inRoot('.cache', 'compiled'),
  };

  const suites: readonly (readonly [string, () => Promise<Counts>])[] = [
    ['checks', async () => addCounts((await runChecks(staticChecks())).map(countStep))],
    // Before the tests: some of them look at the bundles.
    ['build', async () => (await buildApp(env), countStep(true))],
    ['unit and integration tests', () => runVitest(env)],
    [`end to end on ${runtime.kind}`, () => runPlaywright('e2e', { ...runtime, env })],
  ];

  const results: (readonly [string, Counts, number])[] = [];
  for (const [name, runSuite] of suites) {
    console.log(`\n— ${name}`);
    const startedAt = performance.now();
    const counts = await runSuite().catch((error: unknown) => {
      console.log(error instanceof Error ? error.message : error);
      return countStep(false);
    });
    results.push([name, counts, performance.now() - startedAt]);
  }

  console.log('');
  for (const [name, counts, durationMs] of results) {
    console.log(`${name}: ${verdict(counts)} (${(durationMs / 1000).toFixed(1)} s)`);
  }
  const total = addCounts(results.map(([, counts]) => counts));
  console.log(verdict(total));
  return total.failed === 0 ? 0 : 1;
}
