import { expect } from 'vitest';

import type { Json } from '../client.ts';
import { V1 } from '../client.ts';
import type { SpecRun } from './run.ts';
import { listed, MARIA } from './run.ts';

export async function account({ ask, simulator }: SpecRun): Promise<void> {
  const paths = ['', '/authz-profile', '/features', '/phone-number', '/forwarding-number'];
  for (const path of [...paths, '/device', '/caller-id', '/authz-profile/check']) {
    expect((await ask('GET', path)).status).toBe(200);
    await ask('GET', `${V1}/account/~/extension/1${path}`);
  }
  const may = await ask('GET', '/authz-profile/check', { query: { permissionId: 'ReadMessages' } });
  expect(may.json).toMatchObject({ successful: true });
  await ask('GET', `${V1}/account/~`);
  await ask('GET', `${V1}/account/1`);
  const { numbers } = simulator.account.state.profile;
  for (const { id } of numbers) await ask('GET', `/phone-number/${id}/sms-configuration`);
  const unlinked = numbers.find(({ features }) => !features.includes('SmsSender'));
  Object.assign(unlinked ?? {}, { campaign: 'Submitted' });
  const pending = await ask('GET', `/phone-number/${unlinked?.id}/sms-configuration`);
  expect(pending.json).toMatchObject({ smsCampaignInfo: { status: 'Submitted' } });
  await ask('GET', '/phone-number/1/sms-configuration');
  const parse = `${V1}/number-parser/parse`;
  await ask('POST', parse, { body: { originalStrings: [MARIA, '911', '+442079460958', '?'] } });
  await ask('POST', parse, { body: {} });
  const second = { callerId: { phoneInfo: { id: String(numbers[1]?.id) } }, feature: 'RingOut' };
  await ask('PUT', '/caller-id', { body: { byFeature: [second] } });
  await ask('PUT', '/caller-id', { body: { byFeature: [{ feature: 'RingOut' }] } });
}

export async function presence({ ask, simulator }: SpecRun): Promise<void> {
  await ask('GET', '/presence');
  await ask('GET', `${V1}/account/~/extension/1/presence`);
  await ask('PUT', '/presence', { body: { userStatus: 'Busy' } });
  await ask('PUT', '/presence', { body: { userStatus: 'Bored' } });
  expect((await ask('GET', '/unified-presence')).json).toMatchObject({ status: 'DND' });
  const colleague = simulator.account.state.colleagues[0]?.id ?? '';
  await ask('GET', `${V1}/account/~/extension/${colleague}/unified-presence`);
  const several = await ask('GET', `${V1}/account/~/extension/~,${colleague},1/unified-presence`);
  expect(several.status).toBe(207);
  await ask('GET', `${V1}/account/~/extension/1/unified-presence`);
  const quiet = { telephony: { availability: 'DoNotAcceptQueueCalls' } };
  await ask('PATCH', '/unified-presence', {
    body: { ...quiet, glip: { availability: 'Available' } },
  });
  expect((await ask('GET', '/presence')).json).toMatchObject({
    userStatus: 'Available',
    dndStatus: 'DoNotAcceptDepartmentCalls',
  });
  await ask('PATCH', '/unified-presence', { body: { glip: { visibility: 'Faint' } } });
}

export async function directory({ ask }: SpecRun): Promise<void> {
  const path = `${V1}/account/~/directory/entries`;
  const [first] = listed(await ask('GET', path));
  await ask('GET', `${V1}/account/1/directory/entries`);
  await ask('GET', `${path}/${String(first?.['id'])}`);
  await ask('GET', `${path}/1`);
  const found = listed(
    await ask('POST', `${path}/search`, { body: { searchString: 'tom iba', perPage: 10 } }),
  );
  expect(found).toMatchObject([{ lastName: 'Ibarra' }]);
  await ask('POST', `${path}/search`, { body: { searchFields: ['shoeSize'] } });
}

export async function settings({ ask }: SpecRun): Promise<void> {
  expect((await ask('GET', '/caller-blocking')).json).toMatchObject({ mode: 'Specific' });
  await ask('PUT', '/caller-blocking', { body: { noCallerId: 'BlockFaxes' } });
  await ask('PUT', '/caller-blocking', { body: { mode: 'Some' } });
  const numbers = '/caller-blocking/phone-numbers';
  expect(listed(await ask('GET', numbers, { query: { status: 'Blocked' } }))).toHaveLength(1);
  await ask('GET', numbers, { query: { status: 'Odd' } });
  const made = await ask('POST', numbers, { body: { phoneNumber: MARIA, label: 'Maria' } });
  await ask('POST', numbers, { body: { phoneNumber: '?' } });
  const one = `${numbers}/${String(made.json['id'])}`;
  await ask('GET', one);
  await ask('PUT', one, { body: { status: 'Allowed' } });
  await ask('PUT', one, { body: { status: 'Odd' } });
  expect((await ask('DELETE', one)).status).toBe(204);
  for (const method of ['GET', 'DELETE']) await ask(method, one);
  const hours = await ask('GET', '/business-hours');
  expect((hours.json['schedule'] as Json)['weeklyRanges']).toHaveProperty('monday');
  await ask('GET', `${V1}/account/~/extension/1/business-hours`);
  expect((await ask('PUT', '/business-hours', { body: { schedule: {} } })).json).toMatchObject({
    schedule: {},
  });
  await ask('PUT', '/business-hours', { body: {} });
}

export async function contacts({ ask }: SpecRun): Promise<void> {
  const path = '/address-book/contact';
  listed(await ask('GET', path));
  await ask('GET', path, { query: { sortBy: 'Age' } });
  const made = await ask('POST', path, { body: { firstName: 'Ada' } });
  await ask('POST', path, { body: { mobilePhone: 'x' } });
  const one = `${path}/${String(made.json['id'])}`;
  await ask('GET', one);
  for (const method of ['PUT', 'PATCH']) {
    await ask(method, one, { body: { lastName: 'King' } });
    await ask(method, one, { body: { lastName: 1 } });
  }
  await ask('DELETE', one);
  for (const method of ['GET', 'DELETE']) await ask(method, one);
  const query = { syncType: 'FSync', perPage: '10' };
  const { syncInfo } = (await ask('GET', '/address-book-sync', { query })).json;
  const syncToken = String((syncInfo as Json)['syncToken']);
  await ask('GET', '/address-book-sync', { query: { syncType: 'ISync', syncToken } });
  await ask('GET', '/address-book-sync', { query: { syncType: 'ISync', syncToken: 'x' } });
}
