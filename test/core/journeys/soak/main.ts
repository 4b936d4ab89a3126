import process from 'node:process';
import { runSoak } from './run.ts';

const [kills = 200, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('soak [kills [seed]]: both are whole numbers');
  process.exit(2);
}
const startedAt = performance.now();
console.log(`killing Sidetone ${kills} times, seed ${seed}`);
const summary = await runSoak({ kills, seed, tell: (line) => console.log(`  ${line}`) });
for (const line of summary.wrong) console.error(`✗ ${line}`);
const { atStatement, accepted, texts, calls } = summary;
console.log(
  `${summary.kills} kills (${atStatement} at a statement, ${summary.kills - atStatement} at a moment), ` +
    `${accepted} accepted writes, ${texts} texts and ${calls} calls at the server, ` +
    `${summary.wrong.length} faults, ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`,
);
process.exitCode = summary.wrong.length === 0 ? 0 : 1;
