import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';

/** `app.commandLine`, over the switches Chromium will be started with. */
export function createSwitches(switches: Map<string, string>): Electron.CommandLine {
  return nameAbsentMembers(
    {
      appendArgument: (): void => {
        // Chromium is started without a page; an argument would open one.
      },
      appendSwitch: (name: string, value = ''): void =>
        void switches.set(name.toLowerCase(), value),
      getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
      hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
      removeSwitch: (name: string): void => void switches.delete(name.toLowerCase()),
    },
    'app.commandLine',
  );
}
