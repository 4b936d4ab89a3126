import type * as Electron from 'electron';
import type { OsTheme } from '../control.ts';
import { ApiEmitter } from '../runtime/emitter.ts';

/** `nativeTheme`: the app's choice over the desktop's, which a test sets. */
export class NativeTheme
  extends ApiEmitter
  implements
    Pick<
      Electron.NativeTheme,
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'shouldUseDarkColorsForSystemIntegratedUI'
      | 'shouldDifferentiateWithoutColor'
      | 'inForcedColorsMode'
      | 'prefersReducedTransparency'
      | 'themeSource'
    >
{
  readonly shouldUseInvertedColorScheme = false;
  readonly shouldDifferentiateWithoutColor = false;
  readonly #onChange: () => void;
  #source: Electron.NativeTheme['themeSource'] = 'system';
  #os: OsTheme = {
    dark: false,
    reducedMotion: false,
    forcedColors: false,
    reducedTransparency: false,
  };

  constructor(onChange: () => void) {
    super('nativeTheme');
    this.#onChange = onChange;
  }

  get os(): OsTheme {
    return this.#os;
  }

  /** Sets the desktop's theme, as a user would in its settings. */
  setOs(theme: Partial<OsTheme>): void {
    this.#os = { ...this.#os, ...theme };
    this.#changed();
  }

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError('Error processing argument: unknown theme source');
    }
    if (source === this.#source) return;
    this.#source = source;
    this.#changed();
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#os.dark : this.#source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.#os.dark;
  }

  get shouldUseHighContrastColors(): boolean {
    return this.#os.forcedColors;
  }

  get inForcedColorsMode(): boolean {
    return this.#os.forcedColors;
  }

  get prefersReducedTransparency(): boolean {
    return this.#os.reducedTransparency;
  }

  /** The media features pages see. */
  mediaFeatures(): { name: string; value: string }[] {
    const { reducedMotion, forcedColors, reducedTransparency } = this.#os;
    const when = (on: boolean, value: string, otherwise: string): string =>
      on ? value : otherwise;
    return [
      { name: 'prefers-color-scheme', value: when(this.shouldUseDarkColors, 'dark', 'light') },
      { name: 'prefers-reduced-motion', value: when(reducedMotion, 'reduce', 'no-preference') },
      { name: 'forced-colors', value: when(forcedColors, 'active', 'none') },
      {
        name: 'prefers-reduced-transparency',
        value: when(reducedTransparency, 'reduce', 'no-preference'),
      },
    ];
  }

  #changed(): void {
    this.#onChange();
    this.emit('updated');
  }
}
