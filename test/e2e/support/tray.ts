import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/**
 * A desktop whose panel shows tray icons. On Linux the session bus is asked for that, through a program
 * of the desktop; here one that says yes. Other systems always show them.
 */
export function desktopWithTray(folder: string): Readonly<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const programs = join(folder, 'programs');
  mkdirSync(programs, { recursive: true });
  const asker = join(programs, 'gdbus');
  writeFileSync(asker, "#!/bin/sh\necho '(true,)'\n");
  chmodSync(asker, 0o755);
  return {
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}`,
  };
}

/** What the icon says and offers; only the stand-in lets a test look at it. */
export async function trayOf(app: ElectronApplication): Promise<{
  readonly toolTip: string;
  readonly items: readonly string[];
}> {
  return app.evaluate(() => {
    const [tray] = globalThis.standIn?.trays() ?? [];
    return { toolTip: tray?.toolTip ?? '', items: tray?.items.map(({ label }) => label) ?? [] };
  });
}

/** Chooses an item of its menu, by the way that leads there. */
export async function pressTray(
  app: ElectronApplication,
  ...way: readonly string[]
): Promise<void> {
  await app.evaluate((_, path) => globalThis.standIn?.pressTrayItem(path), way);
}
