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

/** What is started of an unpacked package. */
export function executableIn(system: System, folder: string): string {
  const program = programIn(system, folder);
  return system === 'mac' ? `${program}/Contents/MacOS/Sidetone` : program;
}
