import { createHmac } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { ask, textAtAnyHour } from './support/ask.ts';
import { cardsOf, isShown, settle } from './support/cards.ts';
import { expect, goTo, ringOuts, rowsOf, signIn, test } from './support/sidetone.ts';

/** Of no place: nothing is asked about at night, and they answer. */
const friend = '+18005550141';

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Asks as `curl` does; a body makes it a POST. */
function curl(
  url: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(url, { method, headers: { ...json, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] }),
      );
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

type Delivery = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A program of this computer that webhooks tell. */
async function startReceiver() {
  const told: Delivery[] = [];
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    incoming.on('end', () => {
      told.push({ headers: incoming.headers, body });
      answer.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { told, url: `http://127.0.0.1:${port}/hook`, stop: () => void server.close() };
}

/** Switches the door on and makes a token, as a user does. */
async function openDoor(page: Page): Promise<{ readonly base: string; readonly token: string }> {
  await ask(page, 'settings.set', { apiPort: 17_960 + test.info().parallelIndex });
  await goTo(page, 'Settings');
  const door = page.getByRole('region', { name: 'Other programs', exact: true });
  await door.getByRole('radio', { name: 'On' }).click();
  const open = await door.getByText(/^Open at/).textContent();
  await door.getByRole('button', { name: 'New token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the program').fill('Loan CRM');
  for (const right of ['Send texts', 'Ask for calls']) await dialog.getByLabel(right).check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const token = await dialog.getByText(/^sidetone_/).textContent();
  await page.keyboard.press('Escape');
  const [base = ''] = /http:\/\/[\d.]+:\d+/.exec(open ?? '') ?? [];
  return { base, token: token ?? '' };
}

/** Reads a stream until an event of that type, and answers its data. */
async function untilEvent(stream: Response, type: string): Promise<string> {
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let seen = ''; ;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    seen += value;
    const frame = seen.split('\n\n').find((each) => each.includes(`event: ${type}`));
    if (frame !== undefined) return frame;
    if (done) throw new Error(`The stream ended before ${type}: ${seen}`);
  }
}

test('another program is let in, calls by a card, texts after the hold, and is told what happens', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  await textAtAnyHour(page);
  await ask(page, 'settings.set', { undoSeconds: 5 });
  const { base, token } = await openDoor(page);
  const receiver = await startReceiver();
  const types = ['message.received'] as const;
  const { secret } = await ask(page, 'webhooks.add', { url: receiver.url, types: [...types] });
  const api = `${base}/api/v1`;
  const bearer = { Authorization: `Bearer ${token}` };

  expect(await curl(`${api}/ringcentral/status`, bearer)).toMatchObject({
    status: 200,
    body: { enabled: true, authenticated: true },
  });
  expect(await curl(`${api}/ringcentral/status`, {})).toMatchObject({ status: 401 });
  const { port } = new URL(base);
  for (const outside of [
    ['Host', `evil.example:${port}`],
    ['Origin', 'https://evil.example'],
  ] as const) {
    const refused = await curl(`${api}/ringcentral/status`, {
      ...bearer,
      [outside[0]]: outside[1],
    });
    expect(refused.status, outside[0]).toBe(403);
    expect(refused.body['detail']).toEqual(expect.any(String));
  }

  const wish = await curl(`${api}/ringcentral/call`, bearer, { to_number: friend });
  expect(wish).toMatchObject({ status: 202, body: { session_id: expect.any(String) } });
  const cards = await cardsOf(app);
  const card = cards.getByRole('article', { name: 'Call (800) 555-0141?' });
  await expect(card).toContainText('Loan CRM');
  await expect.poll(() => isShown(app, cards)).toBe(true);
  expect(ringOuts(requests)).toHaveLength(0);
  await settle(cards);
  await cards.keyboard.press('Enter');
  await expect.poll(() => ringOuts(requests).length).toBe(1);

  const words = 'Your documents have arrived.';
  const text = await curl(`${api}/ringcentral/sms`, bearer, { to_number: friend, message: words });
  expect(text.body).toMatchObject({ message_id: expect.any(String) });
  const sent = () => simulator.account.messages.filter(({ subject }) => subject === words).length;
  expect(sent()).toBe(0);
  await expect.poll(sent, { timeout: 20_000 }).toBe(1);

  const stream = await fetch(`${api}/events?types=${types.join(',')}`, { headers: bearer });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const answer = 'Thank you, I will sign today.';
  simulator.account.receiveText({ from: friend, text: answer });
  expect(await untilEvent(stream, 'message.received')).toContain(answer);
  await expect.poll(() => receiver.told.length, { timeout: 20_000 }).toBe(1);
  receiver.stop();
  const [told] = receiver.told;
  expect(told?.body).toContain(answer);
  const [, t, v1] = /^t=(\d+),v1=(\w+)$/.exec(String(told?.headers['sidetone-signature'])) ?? [];
  expect(v1).toBe(createHmac('sha256', secret).update(`${t}.${told?.body}`).digest('hex'));
});
