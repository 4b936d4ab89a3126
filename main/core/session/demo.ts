import type { Ports } from '../ports.ts';
import type { SignInDesk } from './sign-in.ts';

/** The first wait before the demo account is tried again; it doubles. */
const retryMs = 2_000;
const mostDoublings = 5;

/** Signs in to the demo account by itself, and keeps trying. */
export type DemoEntry = { enter(): void; stop(): void };

/** Builds it; outside the demo profile it does nothing. */
export function createDemoEntry(
  ports: Pick<Ports, 'clock' | 'demo' | 'log'>,
  desk: Pick<SignInDesk, 'signIn'>,
): DemoEntry {
  const { clock, demo, log } = ports;
  let isStopped = false;
  let cancel = (): void => undefined;

  const signIn = async (attempt: number): Promise<void> => {
    cancel();
    if (!demo || isStopped) return;
    const result = await desk.signIn({ ...demo, clientSecret: undefined, method: 'jwt' });
    if (result.ok || isStopped) return;
    log.warn('the demo account did not let us in', { code: result.failure.code });
    const waitMs = retryMs * 2 ** Math.min(attempt, mostDoublings);
    cancel = clock.schedule(waitMs, () => enter(attempt + 1));
  };
  const enter = (attempt: number): void => {
    signIn(attempt).catch((error: unknown) => log.error('the demo sign-in broke', error));
  };

  return {
    enter: () => enter(0),
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
