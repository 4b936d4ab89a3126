import type * as Electron from 'electron';
import type { Browser } from '../chromium/browser.ts';
import { toAlias } from '../chromium/url-alias.ts';
import type { Session } from './session.ts';
import type { WebContents } from './web-contents.ts';

type Permission = Parameters<NonNullable<Session['checkHandler']>>[1];

/** Chromium's names of the permissions apps are asked about. */
const chromiumNames: Readonly<Partial<Record<Permission, readonly string[]>>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  keyboardLock: ['keyboard-lock'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  pointerLock: ['pointer-lock'],
  'storage-access': ['storage-access'],
  'window-management': ['window-management'],
};

/**
 * Sets the permissions of an origin to what the app's handlers say. DevTools cannot hold a page's
 * request back, so the handlers are asked before the page could make one.
 */
export async function applyPermissions(
  browser: Browser,
  session: Session,
  contents: WebContents,
  origin: string,
): Promise<void> {
  for (const [permission, names] of Object.entries(chromiumNames)) {
    const granted = await isGranted(session, contents, permission as Permission, origin);
    for (const name of names) await browser.setPermission(toAlias(origin), name, granted);
  }
}

/** The check handler is asked first, as it is for every use; without handlers Electron grants all. */
async function isGranted(
  session: Session,
  contents: WebContents,
  permission: Permission,
  origin: string,
): Promise<boolean> {
  const asElectron = contents as unknown as Electron.WebContents;
  const details = { isMainFrame: true, requestingUrl: `${origin}/` };
  if (session.checkHandler) {
    return session.checkHandler(asElectron, permission, origin, details);
  }
  const { requestHandler } = session;
  if (!requestHandler) return true;
  return await new Promise((resolve) => requestHandler(asElectron, permission, resolve, details));
}
