import { onTestFinished } from 'vitest';
import type { Topic } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createEvents } from '../../../main/core/events.ts';
import type { DemoAccount } from '../../../main/core/ports.ts';
import { createSession, type SignedIn } from '../../../main/core/session/service.ts';
import type { start } from '../ringcentral/harness.ts';
import { createCountingRandom } from '../support/session.ts';

/** A session on top of a client, with what it tells others. */
export function openSession(
  world: Awaited<ReturnType<typeof start>>,
  options: {
    readonly archive?: ReturnType<typeof openInProcessArchive>;
    readonly demo?: DemoAccount;
  } = {},
) {
  const { clock, client, log, vault } = world;
  const archive = options.archive ?? openInProcessArchive();
  const events = createEvents(clock);
  const told: Topic[] = [];
  const signedIn: SignedIn[] = [];
  const switches: string[] = [];
  events.on((event) => void (event.name === 'changed' && told.push(...event.topics)));
  const session = createSession({
    ports: {
      clock,
      log,
      secrets: vault,
      random: createCountingRandom(),
      demo: options.demo,
      profiles: {
        switchTo(profile) {
          switches.push(profile);
          return Promise.resolve(ok());
        },
      },
    },
    client,
    archive,
    events,
  });
  session.onSignedIn((who) => void signedIn.push(who));
  onTestFinished(() => session.stop());
  return { ...world, archive, events, session, told, signedIn, switches };
}
