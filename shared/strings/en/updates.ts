import type { UpdateObstacle } from '../../model/updates.ts';

const obstacles: Readonly<Record<UpdateObstacle, string>> = {
  call: 'You can restart when your call has ended.',
  texts: 'You can restart when your texts have gone.',
};

/** Newer versions of Sidetone. */
export const updates = {
  title: 'Updates',
  sentence: 'Sidetone downloads newer versions by itself; you decide when to restart.',
  notHere: 'This copy of Sidetone did not come from its installer. Update it the way you got it.',
  look: 'Check for updates',
  on: 'Automatically',
  off: 'Only when I ask',
  channel: 'Versions',
  channels: { stable: 'Released versions', beta: 'Test versions too' },
  channelAdvice:
    'Test versions come earlier and may have faults. If you go back to released ones, the next comes once it is newer than yours.',
  check: 'Check now',
  checking: 'Checking for a newer version…',
  never: 'Not checked yet since Sidetone started.',
  newest: (version: string, when: string) => `Sidetone ${version} is the newest. Checked ${when}.`,
  downloading: (version: string, percent: string) => `Downloading Sidetone ${version}: ${percent}`,
  ready: (version: string) => `Sidetone ${version} is ready`,
  readyAdvice: 'It takes the place of this one when you restart. Nothing you wrote is lost.',
  failed: (when: string) =>
    `The last check, ${when}, did not work. Sidetone tries again by itself.`,
  obstacles,
  restart: 'Restart now',
  later: 'Later',
  copyBefore: (day: string) => `Go back to the archive of ${day}`,
  copyBeforeAdvice:
    'It was kept before the newer Sidetone changed it. The archive you have now is saved as a file of its own, and what came since is fetched again from RingCentral.',
} as const;
