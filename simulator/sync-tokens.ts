import type { World } from './world.ts';

/**
 * An incremental sync goes back this far, so records repeat at the seam (RingCentral's guide to the
 * message store).
 */
export const OVERLAP_MS = 5_000;

type Kind = 'messages' | 'calls' | 'contacts';

export type SyncToken<F> =
  | { readonly state: 'good'; readonly time: number; readonly frame: F }
  | { readonly state: 'expired' }
  | { readonly state: 'unreadable' };

/** A token carries its own time and filters, so it stays good across a restart. */
export function makeSyncToken(world: World, kind: Kind, frame: object): string {
  const content = { kind, epoch: world.state.syncEpoch, time: world.clock.now(), frame };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Expired means: from before `expireSyncTokens`. A frame that is not of the right form is unreadable. */
export function readSyncToken<F>(
  world: World,
  kind: Kind,
  text: string | null,
  isFrame: (frame: unknown) => frame is F,
): SyncToken<F> {
  try {
    const content = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')) as {
      readonly kind?: unknown;
      readonly epoch?: unknown;
      readonly time?: unknown;
      readonly frame?: unknown;
    };
    const { time, frame } = content;
    if (content.kind !== kind || !Number.isFinite(time) || !isFrame(frame)) {
      return { state: 'unreadable' };
    }
    if (content.epoch !== world.state.syncEpoch) return { state: 'expired' };
    return { state: 'good', time: time as number, frame };
  } catch {
    return { state: 'unreadable' };
  }
}
