import type { AppEvent, CallName, TopicArea } from '../../../shared/contract/index.ts';
import type { TrayView } from '../../../shared/model/tray.ts';
import type { Clock } from '../../core/ports.ts';
import type { Host } from '../host.ts';

/** What changes what the tray shows. */
const concerning: ReadonlySet<TopicArea> = new Set([
  'session',
  'threads',
  'calls',
  'voicemail',
  'contacts',
  'quiet',
  'presence',
]);

/** Changes that come so close together are read at once, in milliseconds. */
const gatherMs = 300;

/**
 * Follows what the tray shows, and calls `show` with it after every change; undefined while it cannot
 * be read. Answers a function that reads it anew.
 */
export function followTray(tools: {
  readonly host: Pick<Host, 'call' | 'on'>;
  readonly clock: Clock;
  readonly show: (view: TrayView | undefined) => void;
}): () => void {
  const { host, clock, show } = tools;
  let isAppointed = false;
  let reads = 0;

  const read = async (): Promise<void> => {
    reads += 1;
    const mine = reads;
    const result = await host.call('tray.get' satisfies CallName, undefined);
    // The router answers what the contract says: TrayView.
    if (mine === reads) show(result.ok ? (result.value as TrayView) : undefined);
  };
  const soon = (): void => {
    if (isAppointed) return;
    isAppointed = true;
    clock.schedule(gatherMs, () => {
      isAppointed = false;
      // While no core answers there is nothing to show, and the next one tells of everything.
      read().catch(() => undefined);
    });
  };
  host.on((event) => {
    if (concerns(event)) soon();
  });
  return soon;
}

function concerns(event: AppEvent): boolean {
  return event.name === 'changed' && event.topics.some(({ area }) => concerning.has(area));
}
