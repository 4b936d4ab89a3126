import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of an installed Chromium: `CHROMIUM_PATH`, else the usual names and places. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  if (env['CHROMIUM_PATH'])
    return isExecutable(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : undefined;
  const folders = new Set(['/usr/bin', ...(env['PATH'] ?? '').split(delimiter), '/snap/bin']);
  const candidates = names.flatMap((name) => [...folders].map((folder) => join(folder, name)));
  return [...candidates, ...applications].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
