import process from 'node:process';
import { runTexting } from './run.ts';

const [kills = 1_000, texts = 3_000, seed = 1] = process.argv.slice(2).map(Number);
if (![kills, texts, seed].every(Number.isInteger) || kills < 1 || texts < 1) {
  console.error('texting [kills [texts [seed]]]: all are whole numbers');
  process.exit(2);
}
const startedAt = performance.now();
console.log(`killing Sidetone ${kills} times while it sends ${texts} texts, seed ${seed}`);
const summary = await runTexting({
  kills,
  texts,
  seed,
  tell: (line) => console.log(`  ${line}`),
});
const { tally, atStatement } = summary;
console.log('  what went wrong on the way:');
for (const [name, count] of summary.troubles) console.log(`    ${name}: ${count} times`);
for (const line of summary.wrong) console.error(`✗ ${line}`);
console.log(
  `${summary.kills} kills (${atStatement} at a statement, ${summary.kills - atStatement} at a moment), ` +
    `${summary.accepted} texts accepted, ${summary.requests} requests: ` +
    `${tally.there} there once, ${tally.failed} failed, ${tally.undone} taken back, ${tally.asking} asking, ` +
    `${tally.unknown} unknown (${tally.unknownThere} of them there once), ` +
    `${summary.wrong.length} twice or gone, ` +
    `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`,
);
process.exitCode = summary.wrong.length === 0 ? 0 : 1;
