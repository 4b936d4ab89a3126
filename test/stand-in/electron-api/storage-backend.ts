import type * as Electron from 'electron';

export type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>;

/** What `--password-store` may name, and the backend it stands for. */
const stores: Readonly<Record<string, Backend>> = {
  basic: 'basic_text',
  'gnome-libsecret': 'gnome_libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
};

const gnomeLike = new Set(['x-cinnamon', 'deepin', 'gnome', 'pantheon', 'xfce', 'ukui', 'unity']);

/**
 * The store Electron chooses on Linux: the one the command line names, else by the desktop's name
 * alone. Whether a key ring answers there is not asked.
 */
export function selectBackend(passwordStore: string, env: NodeJS.ProcessEnv): Backend {
  const named = stores[passwordStore];
  if (named !== undefined) return named;
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':');
  if (desktops.some((desktop) => gnomeLike.has(desktop))) return 'gnome_libsecret';
  if (!desktops.includes('kde')) return 'basic_text';
  switch (env['KDE_SESSION_VERSION']) {
    case '6':
      return 'kwallet6';
    case '5':
      return 'kwallet5';
    default:
      return 'kwallet';
  }
}
