import { app, session, type Session, type WebContents } from 'electron';
import type { Log } from '../core/ports.ts';

/** The one permission a page has: to copy text when the user asks it to. */
const granted = 'clipboard-sanitized-write';

/** Switches that let another program look into or drive this one. */
const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
];

/** Takes debugging switches away from a packaged app. To be called before the app is ready. */
export function refuseDebugging(): void {
  if (!app.isPackaged) return;
  for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
}

/** Holds every page, present and to come, to what the window needs: its own address and nothing else. */
export function guardPages(log: Log): void {
  const guarded = new WeakSet<Session>();
  const guard = (pages: Session): void => {
    if (guarded.has(pages)) return;
    guarded.add(pages);
    guardSession(pages, log);
  };
  guard(session.defaultSession);
  // No page of ours has another one; whoever makes one (an updater) gets no page more than we do.
  app.on('session-created', guard);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

function guardSession(pages: Session, log: Log): void {
  pages.setPermissionRequestHandler((_contents, permission, answer) => {
    if (permission !== granted) log.warn('refused a permission', { permission });
    answer(permission === granted);
  });
  pages.setPermissionCheckHandler((_contents, permission) => permission === granted);
  pages.setDevicePermissionHandler(() => false);
  // Dictionaries would be fetched from a server that is none of ours.
  pages.setSpellCheckerEnabled(false);
  pages.on('will-download', (event) => {
    log.warn('refused a download');
    event.preventDefault();
  });
}

function guardContents(contents: WebContents, log: Log): void {
  const refuse =
    (what: string) =>
    (event: { preventDefault(): void }): void => {
      log.warn('refused a navigation', { what });
      event.preventDefault();
    };
  contents.on('will-navigate', refuse('navigate'));
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-frame-navigate', refuse('frame'));
  contents.on('will-attach-webview', refuse('webview'));
  contents.setWindowOpenHandler(() => {
    log.warn('refused a window');
    return { action: 'deny' };
  });
}
