import { expect } from 'vitest';

import type { Json } from '../client.ts';
import { textAt, V1 } from '../client.ts';
import type { SpecRun } from './run.ts';
import { listed, MARIA } from './run.ts';

const FROM = { phoneNumber: '+15125550177' };

export async function ringOut({ ask, clock }: SpecRun): Promise<void> {
  const made = await ask('POST', '/ring-out', { body: { from: FROM, to: { phoneNumber: MARIA } } });
  await ask('POST', '/ring-out', { body: { from: FROM, to: {} } });
  const path = `/ring-out/${String(made.json['id'])}`;
  await ask('GET', path);
  await clock.advance(3_000);
  await ask('GET', '/presence', { query: { detailedTelephonyState: 'true' } });
  await ask('GET', '/unified-presence');
  const active = await ask('GET', '/active-calls', { query: { view: 'Detailed' } });
  expect(listed(active)).toHaveLength(1);
  expect((await ask('DELETE', path)).status).toBe(204);
  await clock.advance(120_000);
  await ask('GET', path);
  await ask('DELETE', path);
}

export async function callControl({ ask, clock, simulator }: SpecRun): Promise<void> {
  const call = simulator.account.receiveCall({ from: MARIA, outcome: 'answered', ringMs: 1_000 });
  const session = `${V1}/account/~/telephony/sessions/${call.telephonySessionId}`;
  const party = `${session}/parties/${call.partyId}`;
  const mute = { body: { party: { muted: true } } };
  await ask('GET', session);
  for (const path of [`${party}/hold`, `${party}/unhold`]) {
    expect((await ask('POST', path)).status).toBe(409);
  }
  expect((await ask('PATCH', party, mute)).status).toBe(409);
  await clock.advance(2_000);
  await ask('GET', party);
  await ask('GET', party.replace(/1$/, '2'));
  expect((await ask('PATCH', party, mute)).json).toMatchObject({ muted: true });
  await ask('PATCH', party, { body: {} });
  for (const path of [`${party}/hold`, `${party}/unhold`]) {
    expect((await ask('POST', path)).status).toBe(200);
  }
  expect((await ask('DELETE', session)).status).toBe(204);
  for (const [method, path] of [
    ['GET', session],
    ['DELETE', session],
    ['GET', party],
  ] as const) {
    expect((await ask(method, path)).status).toBe(404);
  }
}

export async function callLog({ ask, clock, simulator }: SpecRun): Promise<void> {
  const dateFrom = '2025-12-01T00:00:00.000Z';
  for (const view of ['Simple', 'Detailed']) {
    const query = { view, dateFrom, perPage: 'max' };
    const all = listed(await ask('GET', '/call-log', { query }));
    expect(all.length).toBeGreaterThan(300);
    await ask('GET', `/call-log/${String(all[0]?.['id'])}`, { query: { view } });
  }
  await ask('GET', '/call-log', { query: { sessionId: '1', type: 'Voice' } });
  await ask('GET', '/call-log/none');
  const query = { syncType: 'FSync', recordCount: '250' };
  const { syncInfo } = (await ask('GET', '/call-log-sync', { query })).json;
  const syncToken = String((syncInfo as Json)['syncToken']);
  await ask('GET', '/call-log-sync', { query: { syncType: 'ISync', syncToken } });
  await ask('GET', '/call-log-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
  const { rules } = simulator.account;
  rules.absentCallFields = ['phoneNumber', 'result', 'duration'];
  rules.callLogTotals = true;
  await ask('GET', '/call-log', { query: { dateFrom } });
  await ask('GET', '/active-calls');
  Object.assign(rules, { absentCallFields: [], callLogTotals: false });
  rules.ringOutRecords = 'one';
  await ask('POST', '/ring-out', { body: { from: FROM, to: { phoneNumber: MARIA } } });
  await clock.advance(300_000);
  await ask('GET', '/call-log', { query: { view: 'Detailed' } });
  rules.ringOutRecords = 'two-crossed';
  await ask('DELETE', '/call-log', { query: { dateTo: '2026-03-01T00:00:00Z' } });
  await ask('DELETE', '/call-log', { query: { dateTo: 'yesterday' } });
  const showDeleted = { syncType: 'ISync', syncToken, showDeleted: 'true' };
  const deleted = listed(await ask('GET', '/call-log-sync', { query: showDeleted }));
  expect(deleted).toContainEqual(expect.objectContaining({ deleted: true }));
}

export async function recordings({ ask }: SpecRun): Promise<void> {
  const query = { dateFrom: '2025-12-01T00:00:00Z', recordingType: 'All', perPage: 'max' };
  const [call] = listed(await ask('GET', '/call-log', { query }));
  const path = `${V1}/account/~/recording/${textAt(call, 'recording', 'id')}`;
  expect((await ask('GET', path)).json).toMatchObject({ contentType: 'audio/wav' });
  expect((await ask('GET', `${path}/content`)).status).toBe(200);
  await ask('GET', `${path}/content`, { headers: { Range: 'bytes=99999999-' } });
  await ask('GET', `${V1}/account/~/recording/1`);
  await ask('GET', `${V1}/account/~/recording/1/content`);
}
