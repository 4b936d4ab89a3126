import { app } from 'electron';
import type { CallInput, CallName } from '../../../shared/contract/index.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Clock, Log, Notifier } from '../../core/ports.ts';
import type { Host } from '../host.ts';
import type { NativeLanguage } from '../native-language.ts';
import type { ShellMemory } from '../shell-state.ts';
import type { Windows } from '../windows.ts';
import { createBadge } from './badge.ts';
import { toFace } from './face.ts';
import { followTray } from './follow.ts';
import type { TrayDeeds } from './menu.ts';
import { hasTrayHost } from './tray-host.ts';
import { createTray, type TrayIcon } from './tray.ts';

const words = strings.desktop.tray;

export type DesktopTools = {
  readonly windows: Windows;
  readonly host: Host;
  readonly memory: ShellMemory;
  readonly notifier: Notifier;
  readonly language: NativeLanguage;
  /** Nothing is in sight at this start unless the tray is missing. */
  readonly showsNothing: boolean;
  readonly clock: Clock;
  readonly log: Log;
};

/** Puts Sidetone into the tray and its count onto the task bar; closed windows stay in the tray. */
export function openTray(tools: DesktopTools): void {
  const { windows, host, clock, log } = tools;
  const { platform } = process;
  const deeds = createDeeds(tools, () => icon?.drawAnew());
  const icon: TrayIcon | undefined = createTray({ deeds, now: clock.now, platform, log });
  const badge = createBadge(windows.main, platform);
  const readSoon = followTray({
    host,
    clock,
    show(view) {
      icon?.show(view);
      badge(view === undefined ? 0 : toFace(view).count);
    },
  });
  tools.language.onChange(() => {
    icon?.drawAnew();
    // The names of unknown people and the way numbers are written come from the core.
    readSoon();
  });
  void hasTrayHost().then((isShown) => {
    const inTray = icon !== undefined && isShown;
    if (inTray) windows.keepInTray(() => tellOnce(tools));
    // Without a tray nothing would lead back to a window that was never shown.
    else if (tools.showsNothing) windows.main.show();
    log.info('the tray was looked for', { inTray });
  });
}

/** A window that goes without a word looks like a program that has ended. */
function tellOnce({ memory, notifier }: DesktopTools): void {
  if (memory.get().toldOfTray) return;
  memory.set({ toldOfTray: true });
  notifier.show({
    title: words.keepsRunning,
    body: words.keepsRunningBody,
    to: { screen: 'settings' },
  });
}

function createDeeds(
  { windows, host, notifier, log }: DesktopTools,
  drawAnew: () => void,
): TrayDeeds {
  const ask = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<void> => {
    const result: Result<unknown> = await host.call(name, input);
    // The system has ticked what was pressed, whether or not that is so.
    drawAnew();
    if (result.ok) return;
    const { title, advice } = strings.failures(result.failure);
    notifier.show({ title, body: advice, to: { screen: 'diagnostics' } });
  };
  const noting = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => log.error('the tray led to nothing', error));
  const propose = async (number: string): Promise<void> => {
    const isShown = await host.propose({ text: number, source: 'tray' });
    if (!isShown) windows.main.show();
  };
  return {
    open: windows.main.show,
    call: () => windows.navigate({ screen: 'calls', dial: true }),
    text: () => noting(ask('quick.open', {})),
    callPerson: (number) => noting(propose(number)),
    textPerson: (number) => noting(ask('quick.open', { to: [number] })),
    setQuiet: (until) =>
      noting(ask('notifications.set-quiet', until === undefined ? {} : { until })),
    setPresence: (status) => noting(ask('presence.set', { status })),
    openSettings: () => windows.navigate({ screen: 'settings' }),
    quit: () => app.quit(),
  };
}
