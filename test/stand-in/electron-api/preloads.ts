import { readFileSync } from 'node:fs';
import type { PageConfig } from '../page/messages.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { ContentsOptions } from './shared.ts';

/** What preloads see of the process they run in. */
export function describeProcess(
  runtime: Runtime,
  { additionalArguments }: ContentsOptions,
): Omit<PageConfig, 'secret'> {
  return {
    process: {
      platform: process.platform,
      arch: process.arch,
      versions: process.versions as Record<string, string>,
      argv: [runtime.executable, ...additionalArguments],
      execPath: runtime.executable,
      env: process.env as Record<string, string>,
    },
  };
}

/** Reads the session's preloads and the window's own; `onMissing` is told of each unreadable one. */
export function readPreloads(
  { session, preloadPaths }: ContentsOptions,
  onMissing: (path: string, error: unknown) => void,
): readonly string[] {
  const registered = session.getPreloadScripts().map(({ filePath }) => filePath);
  return [...registered, ...preloadPaths].flatMap((path) => {
    try {
      return [readFileSync(path, 'utf8')];
    } catch (error) {
      onMissing(path, error);
      return [];
    }
  });
}
