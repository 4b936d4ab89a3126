import type { Simulator } from '../../../simulator/server.ts';

export const redirectUri = 'http://localhost:41234/callback';

/**
 * Does what a person does in the browser: signs in on the page at `url` and decides. Answers the
 * parameters that come back to the redirect URI.
 */
export async function visitSignInPage(
  simulator: Simulator,
  url: string,
  decision: 'authorize' | 'deny' = 'authorize',
): Promise<URLSearchParams> {
  const { email, password } = simulator.account.login;
  const ticket = targetOf(await fetch(url, { redirect: 'manual' })).searchParams.get('ticket');
  const send = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${simulator.url}/restapi/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ticket: ticket ?? '', ...fields }),
    });
  await send({ username: email, password });
  return targetOf(await send({ decision })).searchParams;
}

function targetOf(answer: Response): URL {
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`the page answered ${answer.status}`);
  return new URL(location);
}
