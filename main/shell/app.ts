import { join, resolve } from 'node:path';
import { app } from 'electron';
import { askToUndoUpdate } from '../core/db/go-back.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import type { Log } from '../core/ports.ts';
import { createAppHost } from './app-host.ts';
import { createBorder } from './border.ts';
import { bundle } from './bundle.ts';
import { listenForCommands, runCommandLine } from './command-line/run.ts';
import { catchStrays, giveUp } from './give-up.ts';
import { guardPages, refuseDebugging } from './guard.ts';
import { listenToCalls } from './ipc.ts';
import { hiddenSwitch, startAgain, startsHidden, thisLaunch } from './launch.ts';
import { createLoginStart } from './login-start.ts';
import { openJsonFile } from './json-file.ts';
import { createLinkInbox, type LinkInbox } from './links/inbox.ts';
import { linkOf, type HandedOver } from './links/link-of.ts';
import { proposeLinks, receiveOpenedUrls, receiveSecondStarts } from './links/receive.ts';
import { createLog } from './log.ts';
import { setApplicationMenu } from './menu.ts';
import { createNativeLanguage } from './native-language.ts';
import { createNotifier } from './notifier.ts';
import { onResume } from './power.ts';
import { keepToUser } from './profile-folder.ts';
import { declareAppScheme, serveRenderer } from './protocol.ts';
import { quitInOrder } from './quit.ts';
import { createShellMemory } from './shell-state.ts';
import { noteStart, watchStart } from './start-watch.ts';
import { systemClock } from './system.ts';
import { followSettings } from './settings.ts';
import { applyTheme } from './theme.ts';
import { openTray } from './tray/open-tray.ts';
import { updateEngine } from './update-engine.ts';
import { createUpdater } from './updater.ts';
import { createWindows } from './windows.ts';

/** Starts Sidetone, or hands over to the one that is running already. */
export function startShell(): void {
  // Every file this process and its workers make is for its user's eyes only.
  process.umask(0o077);
  chooseUserData();
  // A command is handed to the Sidetone that runs; this process ends with its answer.
  if (runCommandLine(app.getPath('userData'))) return;
  const link = linkOf(process.argv, process.platform);
  const handedOver: HandedOver = {
    ...(link !== undefined && { link }),
    ...(app.commandLine.hasSwitch(hiddenSwitch) && { isHidden: true }),
  };
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
  keepToUser(userData);
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

/** Everything that runs while the app does, in the order in which it begins. */
async function run(userData: string, log: Log, inbox: LinkInbox): Promise<void> {
  log.info('started', { version: app.getVersion(), platform: process.platform });
  const quit = (): void => app.quit();
  const memory = createShellMemory(openJsonFile(userData, 'shell', systemClock.now()));
  const language = createNativeLanguage(memory, () => app.getPreferredSystemLanguages());
  const windows = createWindows({ memory, log });
  const notifier = createNotifier(windows.navigate, process.platform);
  const updater = createUpdater({
    loadEngine: updateEngine(),
    memory,
    stopFirst: () => host.stop(),
    startAgain,
    clock: systemClock,
    log,
  });
  const { host, opener, firstArchive } = createAppHost({
    userData,
    memory,
    windows,
    notifier,
    updater,
    log,
  });
  const failingSince = noteStart(memory, app.getVersion(), systemClock.now());
  if (failingSince !== undefined) goBack(firstArchive(), failingSince, log);

  guardPages(log);
  serveRenderer(bundle.renderer, host.openMedia);
  listenToCalls(createBorder({ isOurWindow: windows.isOurs, call: host.call, log }));
  host.on(windows.send);
  followSettings(host, [
    applyTheme,
    (settings) => language.choose(settings.language),
    (settings) => windows.keepWhenClosed(settings.closeToTray),
    createLoginStart({
      platform: process.platform,
      items: app,
      launch: thisLaunch(),
      env: process.env,
      memory,
      log,
    }),
  ]);
  const setMenu = (): void =>
    setApplicationMenu({
      navigate: windows.navigate,
      open: windows.open,
      openPage: (address) => void opener.openPage(address),
      quit,
      forDevelopers: !app.isPackaged,
    });
  setMenu();
  language.onChange(setMenu);
  const showsNothing = inbox.isWaiting() || startsHidden();
  openTray({
    windows,
    host,
    memory,
    notifier,
    language,
    showsNothing,
    clock: systemClock,
    log,
  });
  receiveSecondStarts(app, inbox, windows.main.show);
  app.on('activate', windows.main.show);
  const started = watchStart(memory, systemClock);
  quitInOrder({
    starting: windows.end,
    async stop() {
      started.proveNow();
      notifier.closeAll();
      await host.stop();
    },
    clock: systemClock,
    log,
  });
  onResume(host.resume);
  if (!showsNothing) windows.main.show();
  proposeLinks(inbox, host, windows.main.show);
  void listenForCommands(host, userData, log);
  await host.start();
  started.prove();
}

/** A new version did not start twice: its archive goes back to its copy from before the update. */
function goBack(archive: string, since: EpochMs, log: Log): void {
  try {
    if (!askToUndoUpdate(archive, since)) return;
    log.warn('this version did not start; the archive goes back to its copy from before it');
  } catch (error) {
    log.error('the archive could not be marked', error);
  }
}
