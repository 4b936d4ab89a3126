import type { Browser } from '../chromium/browser.ts';
import type { CommandLine } from './command-line.ts';

/** What every module of the stand-in shares in one process. */
export type Runtime = {
  readonly commandLine: CommandLine;
  /** The executable `electron` of this folder. */
  readonly executable: string;
  readonly appPath: string;
  readonly appName: string;
  readonly appVersion: string;
  readonly electronVersion: string;
  /** Whether a test drives the process: nothing may then reach the desktop. */
  readonly driven: boolean;
  readonly headless: boolean;
  /** Resolves when Chromium runs, which is before `ready`. */
  readonly browser: Promise<Browser>;
  readonly isReady: () => boolean;
};
