import type { TrayView } from '../../../shared/model/tray.ts';

/** What an icon says at a glance: how Sidetone stands, and how much waits. */
export type Face = {
  readonly state: 'signed-out' | 'offline' | 'quiet' | 'plain';
  readonly count: number;
};

/** Before anything is known, and while the archive is shut. */
export const blankFace: Face = { state: 'plain', count: 0 };

/** What stands in the way is told before what waits. */
export function toFace({ standing, quiet, unread }: TrayView): Face {
  const count = unread.texts + unread.calls + unread.voicemails;
  if (standing !== 'ready') return { state: standing, count: standing === 'offline' ? count : 0 };
  return { state: quiet.own !== undefined || quiet.server ? 'quiet' : 'plain', count };
}

/** A count as it fits into an icon. */
export function shortCount(count: number): string {
  return count > 9 ? '9+' : String(count);
}
