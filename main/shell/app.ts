import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import type { CallName } from '../../shared/contract/index.ts';
import type { Route } from '../../shared/model/app.ts';
import { strings } from '../../shared/strings/strings.ts';
import type { Log } from '../core/ports.ts';
import { createBorder } from './border.ts';
import { bundle } from './bundle.ts';
import { createCardWindow } from './card-window.ts';
import { listenForCommands, runCommandLine } from './command-line/run.ts';
import { createCoreFactory } from './core-factory.ts';
import { startDemoServer } from './demo.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { guardPages, refuseDebugging } from './guard.ts';
import { createHost } from './host.ts';
import { listenToCalls } from './ipc.ts';
import { openJsonFile } from './json-file.ts';
import { createLinkHandlers } from './links/handlers.ts';
import { createLinkInbox, type LinkInbox } from './links/inbox.ts';
import { linkOf, type HandedOver } from './links/link-of.ts';
import { proposeLinks, receiveOpenedUrls, receiveSecondStarts } from './links/receive.ts';
import { createLog } from './log.ts';
import { setApplicationMenu } from './menu.ts';
import { createNotifier } from './notifier.ts';
import { createOpener } from './opener.ts';
import { onResume } from './power.ts';
import { prepareProfileFolder } from './profile-folder.ts';
import { declareAppScheme, serveRenderer } from './protocol.ts';
import { createQuickWindow } from './quick-window.ts';
import { quitInOrder } from './quit.ts';
import { redactText } from './redact.ts';
import { createShellMemory } from './shell-state.ts';
import { systemClock } from './system.ts';
import { followTheme } from './theme.ts';
import { createTray } from './tray.ts';
import { hasTrayHost } from './tray-host.ts';
import { createMainWindow, type Closing } from './window.ts';

const notifications = strings.notifications;

/** Where a closed window goes without a tray: where the Dock or the task bar brings it back from. */
const wayBack: Closing = process.platform === 'darwin' ? 'hide' : 'minimize';

/** Starts Sidetone, or hands over to the one that is running already. */
export function startShell(): void {
  // Every file this process and its workers make is for its user's eyes only.
  process.umask(0o077);
  chooseUserData();
  // A command is handed to the Sidetone that runs; this process ends with its answer.
  if (runCommandLine(app.getPath('userData'))) return;
  const link = linkOf(process.argv, process.platform);
  const handedOver: HandedOver = link === undefined ? {} : { link };
  // Before anything is read or written: two processes on one archive would lose texts.
  if (!app.requestSingleInstanceLock(handedOver)) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  if (process.platform === 'win32') app.setAppUserModelId('app.sidetone.desktop');
  refuseDebugging();
  declareAppScheme();
  const userData = app.getPath('userData');
  const log = createLog({ folder: join(userData, 'logs'), toConsole: !app.isPackaged });
  catchStrays(log);
  const inbox = createLinkInbox({ clock: systemClock, log });
  if (link !== undefined) inbox.put(link);
  receiveOpenedUrls(app, inbox);
  app
    .whenReady()
    .then(() => run(userData, log, inbox))
    .catch((error: unknown) => giveUp(error, log));
}

/** `--user-data-dir=<folder>` keeps everything of this start in another folder. */
function chooseUserData(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', resolve(folder));
}

async function run(userData: string, log: Log, inbox: LinkInbox): Promise<void> {
  log.info('started', { version: app.getVersion(), platform: process.platform });
  let quitting = false;
  let inTray = false;
  const quit = (): void => app.quit();
  const memory = createShellMemory(openJsonFile(userData, 'shell', systemClock.now()));
  const window = createMainWindow({
    memory,
    log,
    devTools: !app.isPackaged,
    whenClosed: () => {
      if (quitting) return 'close';
      if (!inTray) return wayBack;
      tellOfTray();
      return 'hide';
    },
    // After the main window, and not before the user has something to look at.
    whenShown: () => smallWindows.forEach((small) => small.prepare()),
    whenGone: () => {
      // Hidden windows count as open ones; these keep nothing running.
      if (!inTray) smallWindows.forEach((small) => small.close());
    },
  });
  const smallTools = {
    clock: systemClock,
    log,
    devTools: !app.isPackaged,
    platform: process.platform,
  };
  const cards = createCardWindow(smallTools);
  const quick = createQuickWindow(smallTools);
  const smallWindows = [cards, quick];
  const navigate = (to: Route): void => {
    window.show();
    window.send({ name: 'navigate', to });
  };
  const notifier = createNotifier(navigate, process.platform);
  const tellOfTray = (): void => {
    if (memory.get().toldOfTray) return;
    memory.set({ toldOfTray: true });
    notifier.show({
      title: notifications.tray.keepsRunning,
      body: notifications.tray.keepsRunningBody,
      to: { screen: 'calls' },
    });
  };
  const opener = createOpener(log, () => linkHandlers.standing('tel'));
  const linkHandlers = createLinkHandlers({
    memory,
    openDefaultApps: () => opener.openSettings('defaultApps'),
    log,
  });
  const host = createHost({
    ...createCoreFactory({
      userData,
      notifier,
      opener,
      linkHandlers,
      cardWindow: cards,
      quickWindow: quick,
      mainWindow: { open: navigate, isInFront: window.isInFront },
      fileDialogs: createFileDialogs(),
      log,
    }),
    startDemo: () =>
      startDemoServer({
        thread: bundle.simulatorThread,
        folder: prepareProfileFolder(userData, 'demo'),
        clock: systemClock,
        log,
      }),
    remembered: () => memory.get().profile,
    remember: (profile) => memory.set({ profile }),
    tellDemoFailed: () =>
      notifier.show({
        title: notifications.tray.demoFailed,
        body: notifications.tray.demoFailedBody,
        to: { screen: 'calls' },
      }),
    clock: systemClock,
    log,
  });

  guardPages(log);
  serveRenderer(bundle.renderer, host.openMedia);
  listenToCalls(
    createBorder({
      isOurWindow: (id) => [window, ...smallWindows].some((each) => each.isOurs(id)),
      call: host.call,
      log,
    }),
  );
  host.on(window.send);
  for (const small of smallWindows) host.on(small.send);
  followTheme(host);
  setApplicationMenu({
    navigate,
    openPage: (address) => void opener.openPage(address),
    quit,
    forDevelopers: !app.isPackaged,
  });
  const isForLink = inbox.isWaiting();
  const hasIcon = createTray({
    open: window.show,
    quickText: () => void host.call('quick.open' satisfies CallName, {}),
    navigate,
    quit,
    log,
  });
  void hasTrayHost().then((isShown) => {
    inTray = hasIcon && isShown;
    // Without a tray nothing would lead back to a window that was never shown.
    if (isForLink && !inTray) window.show();
    log.info('the tray was looked for', { inTray });
  });
  receiveSecondStarts(app, inbox, window.show);
  app.on('activate', window.show);
  // A window goes only when the app quits or its page is beyond help.
  app.on('window-all-closed', () => {
    if (!inTray && process.platform !== 'darwin') quit();
  });
  quitInOrder({
    starting: () => {
      quitting = true;
      window.hide();
      smallWindows.forEach((small) => small.close());
    },
    stop: host.stop,
    clock: systemClock,
    log,
  });
  onResume(host.resume);
  if (!isForLink) window.show();
  proposeLinks(inbox, host, window.show);
  void listenForCommands(host, userData, log);
  await host.start();
}

/** What nobody caught: noted, and after an exception the process is in no state to go on. */
function catchStrays(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error('a rejection nobody handled', reason));
  process.on('uncaughtException', (error) => giveUp(error, log));
}

function giveUp(error: unknown, log: Log): void {
  log.error('Sidetone has to close', error);
  dialog.showErrorBox(
    'Sidetone has to close',
    `Something went wrong that it cannot mend by itself. Calls and texts that it had taken on are ` +
      `safe in its archive.\n\n${redactText(error instanceof Error ? error.message : String(error))}`,
  );
  app.exit(1);
}
