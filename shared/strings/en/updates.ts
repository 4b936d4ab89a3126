import type { UpdateObstacle } from '../../model/updates.ts';

const obstacles: Readonly<Record<UpdateObstacle, string>> = {
  call: 'You can restart when your call has ended.',
  texts: 'You can restart when your texts have gone.',
};

/** Newer versions of Sidetone. */
export const updates = {
  title: 'Updates',
  sentence: 'Sidetone fetches newer versions by itself; you decide when it starts anew.',
  notHere: 'This copy of Sidetone was not put here by its installer. Update it the way it came.',
  look: 'Look for updates',
  on: 'By itself',
  off: 'Only when I ask',
  channel: 'Versions',
  channels: { stable: 'For everybody', beta: 'Test versions as well' },
  channelAdvice:
    'Test versions come earlier and may have faults. Going back to those for everybody takes until one is newer.',
  check: 'Look now',
  checking: 'Looking for a newer version…',
  never: 'Not looked for yet since Sidetone started.',
  newest: (version: string, when: string) =>
    `Sidetone ${version} is the newest. Looked for ${when}.`,
  downloading: (version: string, percent: string) => `Fetching Sidetone ${version}: ${percent}`,
  ready: (version: string) => `Sidetone ${version} is ready`,
  readyAdvice: 'It takes the place of this one when you restart. Nothing you wrote is lost.',
  failed: (when: string) => `The last search, ${when}, came to nothing. It goes on by itself.`,
  obstacles,
  restart: 'Restart now',
  later: 'Later',
  copyBefore: (day: string) => `Go back to the archive of ${day}`,
  copyBeforeAdvice:
    'It was kept before the newer Sidetone changed it. What is there now is kept beside it, and what came since is fetched again from RingCentral.',
} as const;
