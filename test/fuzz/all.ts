import { fuzzBridge, type BridgeSummary } from './bridge/run.ts';
import type { AnyCall } from './bridge/calls.ts';
import type { Runs } from './check.ts';
import { foundCases } from './corpus.ts';
import { fuzzFiles } from './files.ts';
import { fuzzFrames } from './frames.ts';
import { fuzzLinks } from './links.ts';
import { fuzzLogs } from './logs.ts';
import { fuzzRecords } from './records.ts';

/** What reads what others wrote, by name; each answers how many values it was given. */
export const readers: Readonly<Record<string, (runs: Runs) => number>> = {
  links: fuzzLinks,
  'push frames': fuzzFrames,
  'server records': fuzzRecords,
  'imported files': fuzzFiles,
  'lines of the log': fuzzLogs,
};

/** Calls of the bridge, those that broke something once first. */
export function fuzzCalls(runs: Runs, tell?: (line: string) => void): Promise<BridgeSummary> {
  const first = foundCases<AnyCall>('bridge');
  return fuzzBridge({ ...runs, first, ...(tell && { tell }) });
}
