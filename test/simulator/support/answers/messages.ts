import { expect } from 'vitest';

import type { Json } from '../client.ts';
import type { SpecRun } from './run.ts';
import { listed, MARIA, OWN } from './run.ts';

export async function texts({ ask, clock, simulator }: SpecRun): Promise<void> {
  const text = { from: { phoneNumber: OWN }, to: [{ phoneNumber: MARIA }], text: 'Hi' };
  const sent = await ask('POST', '/sms', { body: text });
  const group = [MARIA, '+15125550120'].map((phoneNumber) => ({ phoneNumber }));
  await ask('POST', '/mms', { body: { ...text, to: group } });
  await ask('POST', '/sms', { body: {} });
  await ask('POST', '/mms', { body: {} });
  const pager = { to: [{ extensionNumber: '102' }, { extensionNumber: '200' }], text: 'Lunch?' };
  const paged = await ask('POST', '/company-pager', { body: pager });
  expect(paged.json).toMatchObject({ type: 'Pager', messageStatus: 'Sent', pgToDepartment: true });
  await ask('POST', '/company-pager', { body: { text: 'To nobody' } });
  simulator.account.receivePager('103', 'On my way');
  await clock.advance(60_000);
  const query = { dateFrom: '2025-12-01T00:00:00.000Z', perPage: '1000' };
  const all = listed(await ask('GET', '/message-store', { query }));
  expect(all).toHaveLength(simulator.account.messages.length);
  await ask('GET', '/message-store', { query: { messageType: 'Mail' } });
  const path = `/message-store/${String(sent.json['id'])}`;
  await ask('GET', path);
  await ask('GET', '/message-store/1');
  await ask('PUT', path, { body: { readStatus: 'Read' } });
  await ask('PUT', path, { body: {} });
  await ask('PATCH', path, { body: { availability: 'Alive' } });
  await ask('PATCH', path, { body: { availability: 'Lost' } });
  const bulk = { Accept: 'application/vnd.ringcentral.multipart+json' };
  const both = `${path},${String(all[0]?.['id'])}`;
  expect((await ask('GET', both, { headers: bulk })).status).toBe(207);
  const first = await ask('GET', '/message-sync', { query: { ...query, syncType: 'FSync' } });
  const syncToken = String((first.json['syncInfo'] as Json)['syncToken']);
  expect((await ask('DELETE', path)).status).toBe(204);
  const next = await ask('GET', '/message-sync', { query: { syncType: 'ISync', syncToken } });
  expect(listed(next)).toContainEqual({ id: sent.json['id'], availability: 'Deleted' });
  await ask('GET', '/message-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
  await ask('DELETE', '/message-store/1');
  await ask('DELETE', '/message-store', { query: { conversationId: '1' } });
  await ask('DELETE', '/message-store', { query: { type: 'Mail' } });
  const voicemail = all.find(({ type }) => type === 'VoiceMail');
  const content = `/message-store/${String(voicemail?.['id'])}/content`;
  await ask('GET', `${content}/${String(voicemail?.['id'])}`);
  await ask('GET', `${content}/1`);
}

export async function consents({ ask, clock, simulator }: SpecRun): Promise<void> {
  const path = '/restapi/v2/accounts/~/sms/consents';
  expect(listed(await ask('GET', path))).toEqual([]);
  simulator.account.receiveText({ from: MARIA, text: 'Stop' });
  expect(listed(await ask('GET', path))).toMatchObject([
    { from: OWN, to: MARIA, optStatus: 'OptOut', source: 'Recipient' },
  ]);
  const text = { from: { phoneNumber: OWN }, to: [{ phoneNumber: MARIA }], text: 'Still there?' };
  const sent = await ask('POST', '/sms', { body: text });
  await clock.advance(60_000);
  const failed = await ask('GET', `/message-store/${String(sent.json['id'])}`);
  expect(failed.json).toMatchObject({ deliveryErrorCode: 'SMS-RC-413' });
  await clock.advance(1_000);
  const change = { from: OWN, to: MARIA, optStatus: 'OptIn', source: 'Api' };
  expect((await ask('PATCH', path, { body: { records: [change] } })).status).toBe(200);
  expect(listed(await ask('GET', path))).toEqual([]);
  const all = { optStatus: 'OptIn', perPage: '1' };
  expect(listed(await ask('GET', path, { query: all }))).toMatchObject([change]);
  await ask('PATCH', path, { body: { records: [] } });
  await ask('GET', path, { query: { optStatus: 'Perhaps' } });
  simulator.account.rules.consents = false;
  expect((await ask('GET', path)).status).toBe(404);
  simulator.account.rules.consents = true;
}

export async function templates({ ask }: SpecRun): Promise<void> {
  const path = '/message-store-templates';
  expect(listed(await ask('GET', path))).toHaveLength(3);
  expect(listed(await ask('GET', path, { query: { scope: 'Personal' } }))).toHaveLength(2);
  expect(listed(await ask('GET', path, { query: { scope: 'Company' } }))).toMatchObject([
    { displayName: 'Office hours', scope: 'Company' },
  ]);
  const body = { displayName: 'Late', body: { text: 'Ten minutes late.' } };
  const made = await ask('POST', path, { body });
  expect(made.status).toBe(201);
  await ask('POST', path, { body: { displayName: 'Empty' } });
  const one = `${path}/${String(made.json['id'])}`;
  await ask('PUT', one, { body: { ...body, displayName: 'Very late' } });
  expect((await ask('GET', one)).json).toMatchObject({ displayName: 'Very late' });
  expect((await ask('DELETE', one)).status).toBe(204);
  for (const method of ['GET', 'DELETE']) await ask(method, one);
}
