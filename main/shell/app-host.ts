import { strings } from '../../shared/strings/strings.ts';
import type { Log, Notifier, Updater } from '../core/ports.ts';
import { bundle } from './bundle.ts';
import { createCoreFactory } from './core-factory.ts';
import { startDemoServer } from './demo.ts';
import { createFileDialogs } from './file-dialogs.ts';
import { createHost, type Host } from './host.ts';
import { createLinkHandlers } from './links/handlers.ts';
import { createOpener, type ShellOpener } from './opener.ts';
import { prepareProfileFolder } from './profile-folder.ts';
import type { ShellMemory } from './shell-state.ts';
import { systemClock } from './system.ts';
import type { Windows } from './windows.ts';

const words = strings.desktop.tray;

export type AppHostTools = {
  readonly userData: string;
  readonly memory: ShellMemory;
  readonly windows: Windows;
  readonly notifier: Notifier;
  readonly updater: Updater;
  readonly log: Log;
};

/** The host with everything that its cores need of this computer; it has yet to be started. */
export function createAppHost(tools: AppHostTools): {
  readonly host: Host;
  readonly opener: ShellOpener;
  /** The path of the archive that is opened at the start. */
  readonly firstArchive: () => string;
} {
  const { userData, memory, windows, notifier, log } = tools;
  const opener = createOpener(log, () => linkHandlers.standing('tel'));
  const linkHandlers = createLinkHandlers({
    memory,
    openDefaultApps: () => opener.openSettings('defaultApps'),
    log,
  });
  const factory = createCoreFactory({
    userData,
    notifier,
    opener,
    linkHandlers,
    cardWindow: windows.cards,
    quickWindow: windows.quick,
    mainWindow: {
      open: windows.navigate,
      notePlace: windows.main.notePlace,
      isInFront: windows.main.isInFront,
      runRole: windows.main.runRole,
    },
    fileDialogs: createFileDialogs(),
    updater: tools.updater,
    log,
  });
  const host = createHost({
    ...factory,
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
        title: words.demoFailed,
        body: words.demoFailedBody,
        to: { screen: 'calls' },
      }),
    clock: systemClock,
    log,
  });
  return { host, opener, firstArchive: () => factory.archiveOf(memory.get().profile) };
}
