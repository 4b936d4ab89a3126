import { expect } from 'vitest';

import { EXTENSION, V1 } from '../client.ts';
import type { Frame } from '../socket.ts';
import { openSocket, socketAddress, wanted } from '../socket.ts';
import type { SpecRun } from './run.ts';
import { MARIA, OWN } from './run.ts';

export async function subscriptions(run: SpecRun): Promise<void> {
  const { ask, client, simulator, spec, succeeded } = run;
  simulator.account.resetRateLimits();
  const socket = await openSocket(await socketAddress(client));
  const path = `${V1}/subscription`;
  const body = wanted([`${EXTENSION}/voicemail`]);
  const made = await socket.request('POST', path, body);
  expect(spec.complaint(`POST ${path}`, 200, 'application/json', made.body)).toBeUndefined();
  succeeded.add(`POST ${path}`);
  await ask('POST', path, { body });
  await ask('GET', path);
  const one = `${path}/${String(made.body['id'])}`;
  await ask('GET', one);
  expect((await ask('PUT', one, { body })).json['id']).toBe(made.body['id']);
  await ask('PUT', one, { body: {} });
  expect((await ask('POST', `${one}/renew`)).status).toBe(200);
  expect((await ask('DELETE', one)).status).toBe(204);
  for (const method of ['GET', 'DELETE']) await ask(method, one);
  await ask('POST', `${one}/renew`);
  await socket.close();
}

const SCHEMAS: readonly (readonly [filter: string, schema: string])[] = [
  [`${EXTENSION}/message-store`, 'MessageEvent'],
  [`${EXTENSION}/message-store/instant?type=SMS`, 'InstantMessageEvent'],
  [`${EXTENSION}/voicemail`, 'VoicemailMessageEvent'],
  [`${EXTENSION}/presence`, 'ExtensionPresenceEvent'],
  [`${EXTENSION}/presence?detailedTelephonyState=true`, 'DetailedExtensionPresenceEvent'],
  [`${EXTENSION}/telephony/sessions`, 'ExtensionTelephonySessionsEvent'],
  [EXTENSION, 'ExtensionInfoEvent'],
];

/** Makes everything happen that can be subscribed to; answers the schemas that events came for. */
export async function events(run: SpecRun): Promise<ReadonlySet<string>> {
  const { ask, client, clock, simulator, spec } = run;
  simulator.account.resetRateLimits();
  const socket = await openSocket(await socketAddress(client));
  const filters = SCHEMAS.map(([filter]) => filter);
  expect((await socket.request('POST', `${V1}/subscription`, wanted(filters))).meta).toMatchObject({
    status: 200,
  });
  simulator.account.receiveText({ from: MARIA, text: 'Hello' });
  simulator.account.receiveVoicemail(MARIA, 9, 'Call me back');
  simulator.account.receiveCall({ from: MARIA, outcome: 'answered' });
  simulator.account.receiveCall({ outcome: 'missed' });
  await ask('POST', '/ring-out', {
    body: { from: { phoneNumber: OWN }, to: { phoneNumber: MARIA } },
  });
  await clock.advance(120_000);
  await ask('PUT', '/business-hours', { body: { schedule: {} } });
  const seen = new Set<string>();
  // The answer of this request comes after every event.
  await socket.request('GET', '/restapi');
  for (const frame of socket.waiting.filter(isNotification)) {
    const schema = schemaOf(frame, simulator.account.state.profile);
    expect(spec.eventComplaint(schema, frame.body)).toBeUndefined();
    seen.add(schema);
  }
  await socket.close();
  return seen;
}

export const EVENT_SCHEMAS: readonly string[] = SCHEMAS.map(([, schema]) => schema);

function isNotification({ meta }: Frame): boolean {
  return meta['type'] === 'ServerNotification';
}

function schemaOf(
  { body }: Frame,
  { accountId, extensionId }: { readonly accountId: number; readonly extensionId: number },
): string {
  const own = `account/${accountId}/extension/${extensionId}`;
  const filter = String(body['event']).replace(own, 'account/~/extension/~');
  const entry = SCHEMAS.find(([known]) => known === filter);
  if (!entry) throw new Error(`Nobody subscribed to ${filter}.`);
  return entry[1];
}
