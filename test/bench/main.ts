import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchExport } from './archive/export.ts';
import { benchPages } from './archive/read-pages.ts';
import { benchSearch } from './archive/search.ts';
import { sizes, type Size } from './archive/seed.ts';
import { benchWindow } from './archive/window.ts';
import { benchWriting } from './archive/write.ts';
import { benchCard } from './card/card.ts';
import { ratioOf, type Figure } from './figures.ts';
import { benchLocalApi } from './local-api.ts';
import { benchNumbers } from './numbers.ts';
import { benchOutbox } from './outbox/outbox.ts';
import { benchScheduler } from './scheduler.ts';
import { benchThread } from './thread/thread.ts';

type Bench = (largest: Size) => Promise<readonly Figure[]>;

const benches: Readonly<Record<string, Bench>> = {
  numbers: benchNumbers,
  scheduler: benchScheduler,
  'archive-write': benchWriting,
  'archive-search': benchSearch,
  'archive-pages': benchPages,
  'archive-export': benchExport,
  window: benchWindow,
  card: benchCard,
  outbox: benchOutbox,
  thread: benchThread,
  'local-api': benchLocalApi,
};

const results = 'out/bench.json';
const shown = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

const { values, positionals: wished } = parseArgs({
  allowPositionals: true,
  options: { 'up-to': { type: 'string' }, missing: { type: 'boolean' } },
});
const largest = sizes.find((size) => String(size) === (values['up-to'] ?? String(sizes.at(-1))));
const unknown = wished.filter((name) => !Object.hasOwn(benches, name));
if (largest === undefined || unknown.length > 0) {
  console.error(
    `bench [--up-to ${sizes.join('|')}] [--missing] [${Object.keys(benches).join('|')}]`,
  );
  process.exit(2);
}

const known = readResults();
for (const [name, bench] of Object.entries(benches)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  if (values.missing === true && Object.hasOwn(known, name)) continue;
  const startedAt = performance.now();
  const figures = await bench(largest);
  known[name] = figures;
  // After each part, so that whoever is interrupted goes on with what is missing.
  mkdirSync('out', { recursive: true });
  writeFileSync(results, `${JSON.stringify(known, undefined, 2)}\n`);
  console.log(`\n${name} (${((performance.now() - startedAt) / 1_000).toFixed(0)} s)`);
  for (const figure of figures) print(figure);
}
// What a part has started, such as a worker, keeps nothing open.
process.exit(0);

function readResults(): Record<string, readonly Figure[]> {
  if (!existsSync(results)) return {};
  return JSON.parse(readFileSync(results, 'utf8')) as Record<string, readonly Figure[]>;
}

function print(figure: Figure): void {
  const ratio = ratioOf(figure);
  const compared = ratio === undefined ? '' : `, ratio ${shown.format(ratio)}`;
  console.log(
    `  ${figure.name}: ${shown.format(figure.ours)} ${figure.unit}; ` +
      `${figure.against}: ${shown.format(figure.other)} ${figure.unit}${compared}`,
  );
}
