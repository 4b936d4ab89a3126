import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import { ApiEmitter } from '../runtime/emitter.ts';
import type { NativeTheme } from './native-theme.ts';

/** `crashReporter`: starts nothing, and says that it sends nothing. */
export function createCrashReporter(): Pick<
  Electron.CrashReporter,
  'start' | 'getUploadToServer' | 'setUploadToServer' | 'getParameters' | 'addExtraParameter'
> {
  const parameters: Record<string, string> = {};
  return nameAbsentMembers(
    {
      start: () => undefined,
      getUploadToServer: () => false,
      setUploadToServer: () => undefined,
      getParameters: () => ({ ...parameters }),
      addExtraParameter: (key: string, value: string) => {
        parameters[key] = value;
      },
    },
    'crashReporter',
  );
}

/** `powerSaveBlocker`: remembers what was asked for. */
export function createPowerSaveBlocker(): Electron.PowerSaveBlocker {
  const started = new Set<number>();
  let lastId = 0;
  return nameAbsentMembers(
    {
      start: () => {
        started.add(++lastId);
        return lastId;
      },
      stop: (id: number) => started.delete(id),
      isStarted: (id: number) => started.has(id),
    },
    'powerSaveBlocker',
  );
}

/** `systemPreferences`, as far as it says how the desktop moves and is coloured. */
export class SystemPreferences
  extends ApiEmitter
  implements Pick<Electron.SystemPreferences, 'getAnimationSettings' | 'getAccentColor'>
{
  readonly #theme: NativeTheme;

  constructor(theme: NativeTheme) {
    super('systemPreferences');
    this.#theme = theme;
  }

  getAnimationSettings(): Electron.AnimationSettings {
    const { reducedMotion } = this.#theme.os;
    return {
      shouldRenderRichAnimation: !reducedMotion,
      scrollAnimationsEnabledBySystem: !reducedMotion,
      prefersReducedMotion: reducedMotion,
    };
  }

  getAccentColor(): string {
    return '3584e4ff';
  }
}
