import type { SettingsStore } from '../core/ports.ts';
import type { JsonFile } from './json-file.ts';

/** The core's settings port over a profile's `settings.json`. */
export function createSettingsStore(file: JsonFile): SettingsStore {
  return {
    read: () => ({
      value: file.read(),
      ...(file.keptAs === undefined ? {} : { damaged: { keptAs: file.keptAs } }),
    }),
    write: (value) => file.write(value),
  };
}
