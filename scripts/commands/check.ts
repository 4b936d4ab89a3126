import { importRules, runChecks, staticChecks } from '../checks.ts';
import { addCounts, countStep, verdict } from '../counts.ts';

/** `npm run check`: types of every room, lint, format and import rules. */
export async function main(): Promise<number> {
  const results = await runChecks([...staticChecks(), importRules()]);
  const counts = addCounts(results.map(countStep));
  console.log(verdict(counts));
  return counts.failed === 0 ? 0 : 1;
}
