import process from 'node:process';

/** The systems there are packages for, by electron-builder's names. */
export const systems = ['linux', 'win', 'mac'] as const;
export type System = (typeof systems)[number];

/** The system this runs on. */
export function ownSystem(): System {
  if (process.platform === 'win32') return 'win';
  return process.platform === 'darwin' ? 'mac' : 'linux';
}

/** Where the app's files lie in an unpacked package. */
export function resourcesOf(system: System, folder: string): string {
  return system === 'mac' ? `${folder}/Sidetone.app/Contents/Resources` : `${folder}/resources`;
}

/** The program of an unpacked package, or on macOS its bundle. */
export function programIn(system: System, folder: string): string {
  const name = { linux: 'sidetone', win: 'Sidetone.exe', mac: 'Sidetone.app' }[system];
  return `${folder}/${name}`;
}

/** The same of the flavour for the end-to-end suite, and what of it is started. */
export function testProgramIn(
  system: System,
  folder: string,
): { readonly program: string; readonly start: string } {
  const name = { linux: 'electron', win: 'electron.exe', mac: 'electron.app' }[system];
  const program = `${folder}/${name}`;
  return { program, start: system === 'mac' ? `${program}/Contents/MacOS/electron` : program };
}
