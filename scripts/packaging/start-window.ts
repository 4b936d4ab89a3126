import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { inRoot } from '../paths.ts';
import type { Troubles } from './findings.ts';

const patienceMs = 20_000;

/**
 * Opens the packed app's window on the stand-in runtime and goes into the demo account: main, preload,
 * pages, workers and the demo's server, from the files that ship and no others.
 */
export async function openWindow(app: string, chromium: string): Promise<Troubles> {
  const profile = mkdtempSync(join(tmpdir(), 'sidetone-package-'));
  const running = await _electron.launch({
    executablePath: inRoot('test', 'stand-in', 'electron'),
    args: [app, `--user-data-dir=${profile}`],
    env: { ...asStrings(process.env), CHROMIUM_PATH: chromium, XDG_CONFIG_HOME: profile },
  });
  const complaints: string[] = [];
  try {
    const page = await running.firstWindow();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(patienceMs);
    await page.getByRole('button', { name: 'Explore the demo account' }).click();
    await page.getByText('Demo: nobody is really called').waitFor();
    await page.getByRole('list').getByRole('listitem').first().waitFor();
    return complaints;
  } catch (error) {
    return [...complaints, error instanceof Error ? error.message : String(error)];
  } finally {
    await running.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function asStrings(env: NodeJS.ProcessEnv): Record<string, string> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = env;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
