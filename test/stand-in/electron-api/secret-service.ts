import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How long the key ring may take to answer, in milliseconds; a locked one asks its user first. */
const patience = 10_000;

/**
 * The app's own key in the desktop's key ring, made at its first use; nothing when no key ring
 * answers. Spoken to with `secret-tool`, as Node has no D-Bus of its own.
 */
export function keyFromKeyRing(appName: string): Buffer | undefined {
  if (process.platform !== 'linux' || !hasSessionBus()) return undefined;
  const attributes = ['application', appName, 'purpose', 'stand-in-safe-storage'];
  const stored = lookUp(attributes);
  if (stored) return stored;
  const fresh = randomBytes(32).toString('hex');
  const label = `--label=${appName} Safe Storage (stand-in)`;
  if (secretTool(['store', label, ...attributes], fresh) === undefined) return undefined;
  return lookUp(attributes);
}

function lookUp(attributes: readonly string[]): Buffer | undefined {
  const text = secretTool(['lookup', ...attributes])?.trim() ?? '';
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
}

function secretTool(args: readonly string[], input = ''): string | undefined {
  const options = { input, encoding: 'utf8', timeout: patience } as const;
  const { status, stdout } = spawnSync('secret-tool', args, options);
  return status === 0 ? stdout : undefined;
}

function hasSessionBus(): boolean {
  if (process.env['DBUS_SESSION_BUS_ADDRESS']) return true;
  const folder = process.env['XDG_RUNTIME_DIR'];
  return folder !== undefined && existsSync(join(folder, 'bus'));
}
