import process from 'node:process';
import { fuzzCalls, readers } from './all.ts';
import { fuzzApi } from './api/run.ts';
import { countFound } from './corpus.ts';

const [runs = 100_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(runs) || runs < 100 || !Number.isInteger(seed)) {
  console.error('soak fuzz [runs [seed]]: both are whole numbers, at least a hundred runs');
  process.exit(2);
}
const shown = new Intl.NumberFormat('en-US');
const startedAt = performance.now();
const seconds = (): string => `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`;
let faults = 0;

console.log(
  `fuzzing, ${shown.format(runs)} of each, seed ${seed}, ${countFound()} known cases first`,
);
for (const [name, fuzz] of Object.entries(readers)) {
  try {
    console.log(`  ${name}: ${shown.format(fuzz({ runs, seed }))}, 0 faults, ${seconds()}`);
  } catch (error) {
    faults += 1;
    console.error(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
// A request of the local API takes as long as ten calls of the bridge.
const requests = await fuzzApi({
  runs: Math.ceil(runs / 10),
  seed,
  tell: (line) => console.log(`  local API: ${line}, ${seconds()}`),
});
faults += requests.wrong.length;
console.log(
  `  local API: ${shown.format(requests.requests)} requests, ` +
    `${shown.format(requests.answered)} answered, ${shown.format(requests.refused)} refused, ` +
    `0 calls and ${requests.texted} texts, ${requests.wrong.length} faults`,
);
const calls = await fuzzCalls({ runs, seed }, (line) =>
  console.log(`  bridge: ${line}, ${seconds()}`),
);
faults += calls.wrong.length;
console.log(
  `  bridge: ${shown.format(calls.calls)} calls of ${calls.names} names, ` +
    `${shown.format(calls.answered)} answered, ${shown.format(calls.refused)} refused, ` +
    `${calls.dialled} calls and ${calls.texted} texts that were asked for, ` +
    `${calls.grownMb} MB of heap, ${calls.wrong.length} faults`,
);
console.log(`${faults} faults, ${seconds()}`);
process.exit(faults === 0 ? 0 : 1);
