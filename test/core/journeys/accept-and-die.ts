// Started as a process of its own by `kill.test.ts`: signs in, accepts one text and says `accepted`;
// it is killed at a moment of the test's choosing. Arguments: folder, server, client id, JWT, the
// time to begin at, the text, and what the network does to texts.
import { createCore } from '../../../main/core/core.ts';
import type { ClientId } from '../../../shared/model/ids.ts';
import { makePlainPorts } from '../support/plain-ports.ts';

const [folder = '', serverUrl = '', clientId = '', jwt = '', startAt = '', text = '', way = ''] =
  process.argv.slice(2);

/** `unsent`: the request waits for ever before it leaves. `sent`: it goes out. */
const fetchBy: typeof fetch = (input, init) => {
  const isText = String(input instanceof Request ? input.url : input).endsWith('/sms');
  return isText && way === 'unsent' ? new Promise(() => undefined) : fetch(input, init);
};

const startedAt = performance.now();
const core = createCore(
  makePlainPorts({
    folder,
    clock: {
      now: () => Number(startAt) + Math.round(performance.now() - startedAt),
      schedule(delayMs, work) {
        const timer = setTimeout(work, delayMs);
        return () => clearTimeout(timer);
      },
    },
    fetch: fetchBy,
  }),
);
await core.start();
const signedIn = await core.router.call('session.sign-in', {
  method: 'jwt',
  serverUrl,
  clientId,
  jwt,
});
if (!signedIn.ok) throw new Error(signedIn.failure.message);
const accepted = await core.router.call('messages.send', {
  clientId: 'before-the-kill' as ClientId,
  to: { numbers: ['+19075550115'] },
  text,
});
if (!accepted.ok) throw new Error(accepted.failure.message);
process.stdout.write('accepted\n');
