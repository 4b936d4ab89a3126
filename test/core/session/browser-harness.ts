import { until, start } from '../ringcentral/harness.ts';
import { findFreePort, openSession } from './harness.ts';

/** A session that may sign in by browser: its redirect URI is registered. */
export async function openReady(given: Parameters<typeof start>[0] = {}) {
  const port = await findFreePort();
  const redirectUri = `http://localhost:${port}/callback`;
  const world = openSession(await start(given), { settings: { signInPort: port } });
  const { session, simulator } = world;
  simulator.account.addRedirectUri(redirectUri);
  await session.start();
  const app = { serverUrl: simulator.url, clientId: simulator.credentials.clientId };
  /** Begins, and answers the address of the page. */
  const begin = async () => {
    const signing = session.signIn({ method: 'browser', ...app });
    await until(() => session.getView().signIn?.step === 'browser');
    const { signIn } = session.getView();
    if (signIn?.step !== 'browser') throw new Error('the session does not wait for the browser');
    return { signing, url: signIn.url };
  };
  const comeBack = (query: URLSearchParams | Record<string, string>) =>
    fetch(`http://127.0.0.1:${port}/callback?${new URLSearchParams(query)}`);
  return { ...world, port, redirectUri, app, begin, comeBack };
}
