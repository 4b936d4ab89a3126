import process from 'node:process';
import { checkGenerated } from '../generated.ts';

const [runs = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(runs) || runs < 10 || !Number.isInteger(seed)) {
  console.error('soak numbers [runs [seed]]: both are whole numbers');
  process.exit(2);
}
const startedAt = performance.now();
const shown = new Intl.NumberFormat('en-US');
console.log(`generating ${shown.format(runs)} numbers, links and texts, seed ${seed}`);
try {
  checkGenerated(runs, seed);
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(`${shown.format(runs)} generated, 0 faults, ${seconds.toFixed(0)} s`);
} catch (error) {
  console.error(error instanceof Error ? `✗ ${error.message}` : error);
  process.exitCode = 1;
}
