import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { ratioOf, type Figure } from './figures.ts';
import { benchScheduler } from './scheduler.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  scheduler: benchScheduler,
};

const shown = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

const wished = process.argv.slice(2);
const results: Record<string, readonly Figure[]> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const figures = await bench();
  results[name] = figures;
  console.log(`\n${name}`);
  for (const figure of figures) {
    const ratio = ratioOf(figure);
    const compared = ratio === undefined ? '' : `, ratio ${shown.format(ratio)}`;
    console.log(
      `  ${figure.name}: ${shown.format(figure.ours)} ${figure.unit}; ` +
        `${figure.against}: ${shown.format(figure.other)} ${figure.unit}${compared}`,
    );
  }
}
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify(results, undefined, 2)}\n`);
